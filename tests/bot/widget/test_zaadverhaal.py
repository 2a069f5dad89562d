"""Het verhaal waar alles om begon, in een echte browser: van één zin naar een advies met bronnen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import Huis, bouw_huis, sluit
from tests.bot.widget.conftest import SCHERMEN

ZIN = "er staat een seksfake van mij online en ik denk dat mijn ex het was"
ANTWOORDEN = {
    "Klopt dat?": "Klopt",
    "veilig voor die ander": "Ja",
    "Hoe oud was je": "18 of ouder",
    "gemaakt werd": "Nee",
    "echt bent": "Ja",
    "al met anderen gedeeld": "Ja",
    "Wie is die ander": "Mijn ex",
    "wie het deed": "Ik heb een vermoeden",
    "Staat het er nu nog": "Ja",
    "liefst": "Dat het weg gaat",
    "naakt of iets": "Ja",
}
VINKEN = {"Waar staat het": "Een pornosite", "al iets gedaan": "Nog niets", "liefst": "Dat het weg gaat"}


def loop(page: Page, na_vraag: Callable[[int], None] = lambda _: None) -> int:
    """Beantwoordt vragen tot het advies er is; geeft het aantal vragen."""
    page.get_by_label("Typ hier wat er is").fill(ZIN)
    page.get_by_role("button", name="Stuur").click()
    for vragen in range(15):
        laatste = page.locator(".beurt.bot").last
        expect(page.locator(".bezig")).to_be_empty(timeout=15_000)
        if page.get_by_role("heading", name="Nu doen").count():
            return vragen
        tekst = laatste.inner_text()
        na_vraag(vragen + 1)
        beurten = page.locator(".beurt.bot").count()
        vink = next((label for stuk, label in VINKEN.items() if stuk in tekst), None)
        if vink and laatste.locator("fieldset").count():
            laatste.get_by_label(vink, exact=True).check()
            laatste.get_by_role("button", name="Verder", exact=True).click()
        elif laatste.locator("input[type=date]").count():
            page.get_by_label("Typ hier wat er is").fill("gisteren")
            page.get_by_role("button", name="Stuur").click()
        else:
            page.screenshot(path=SCHERMEN / "laatst.png")
            knop = next((label for stuk, label in ANTWOORDEN.items() if stuk in tekst), "Weet ik niet")
            laatste.get_by_role("button", name=knop, exact=True).click()
        expect(page.locator(".beurt.bot")).to_have_count(beurten + 1, timeout=15_000)
    raise AssertionError("geen advies na 15 vragen")


def controleer_advies(page: Page) -> None:
    advies = page.locator(".beurt.bot").last
    tekst = advies.inner_text()
    for wat in (
        "254ba",
        "Het beeld is seksueel",
        "zonder jouw toestemming",
        "Meld het bij de site",
        "Helpwanted",
        "Doe aangifte",
        "Onrechtmatige daad",
        "kort geding",
    ):
        assert wat.lower() in tekst.lower(), wat
    adressen = advies.locator("details a[href^=http]").evaluate_all("els => els.map(e => e.href)")
    for deel in ("BWBR0001854", "Artikel254ba", "BWBR0005289", "helpwanted.nl", "BWBR0001903", "eur-lex.europa.eu"):
        assert any(deel in adres for adres in adressen), f"geen bron met {deel}"
    assert advies.locator("a[href='tel:0202615275']").count()


@pytest.mark.parametrize(("breedte", "naam"), [(1000, "groot"), (360, "telefoon")])
def test_van_zin_naar_advies(huis: Huis, pagina: Callable[..., Page], breedte: int, naam: str) -> None:
    assert huis.status()["rasa"] is True
    page = pagina(huis.adres, breedte=breedte)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    page.screenshot(path=SCHERMEN / f"begin-{naam}.png")
    vragen = loop(page, lambda nr: page.screenshot(path=SCHERMEN / f"vraag{nr}-{naam}.png"))
    assert vragen <= 8
    controleer_advies(page)
    page.locator(".beurt.bot").last.screenshot(path=SCHERMEN / f"advies-{naam}.png")
    page.screenshot(path=SCHERMEN / f"scherm-{naam}.png")
    assert page.buiten == [] and page.fouten == []  # type: ignore[attr-defined]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_met_rasa_halverwege_gedood(tmp_path_factory: pytest.TempPathFactory, pagina: Callable[..., Page]) -> None:
    huis = bouw_huis(tmp_path_factory.mktemp("dood"), met_rasa=True)
    try:
        page = pagina(huis.adres)
        vragen = loop(page, lambda nr: huis.dood_rasa() if nr == 3 else None)
        assert vragen <= 8
        controleer_advies(page)
        assert huis.rasa is not None and huis.rasa.poll() is not None
    finally:
        sluit(huis)
