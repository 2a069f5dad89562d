"""Het verhaal waar alles om begon, in een echte browser: van één zin naar een advies met bronnen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.bot.deur.conftest import Huis
from tests.bot.widget.conftest import SCHERMEN, VELD, loop

ACTIEF = """(() => {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return {naam: (el?.labels?.[0] ?? el)?.innerText?.trim() ?? "", soort: el?.localName, inBeurt: !!el?.closest?.(".beurt")};
})()"""


def controleer_advies(page: Page) -> None:
    advies = page.locator(".beurt.bot").last
    tekst = str(advies.text_content())
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
    # zonder iets open te vouwen: wat er past, en wat je eerst doet
    kort = advies.locator(".kort")
    expect(advies).to_contain_text("254ba")
    expect(kort).to_contain_text("Begin hiermee")


def nergens_breder(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_met_de_muis(huis: Huis, pagina: Callable[..., Page]) -> None:
    assert huis.status()["rasa"] is True
    page = pagina(huis.adres, reduced_motion="reduce")
    page.screenshot(path=SCHERMEN / "begin-groot.png")
    gevraagd: list[str] = []

    def kijk(nr: int) -> None:
        gevraagd.append(page.locator(".vraag").last.inner_text())
        if nr in (1, 6):
            page.screenshot(path=SCHERMEN / f"vraag{nr}-groot.png")

    assert loop(page, kijk) <= 8, gevraagd
    controleer_advies(page)
    page.screenshot(path=SCHERMEN / "advies-groot.png")
    assert page.buiten == [] and page.fouten == []  # type: ignore[attr-defined]
    assert nergens_breder(page)


def test_met_alleen_het_toetsenbord(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    langste = 0

    def naar(page: Page, naam: str) -> None:
        nonlocal langste
        for stap in range(60):
            actief = page.evaluate(ACTIEF)
            if actief["naam"] == naam and actief["soort"] in ("button", "textarea", "input", "label"):
                langste = max(langste, stap)
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{naam} is niet te bereiken met Tab")

    def zeg(page: Page, tekst: str) -> None:
        naar(page, VELD)
        page.keyboard.type(tekst)
        page.keyboard.press("Enter")

    def kies(page: Page, beurt: Locator, naam: str, vink: bool) -> None:
        naar(page, naam)
        page.keyboard.press("Space")
        if vink:
            naar(page, "Verder")
            page.keyboard.press("Enter")
        # de gekozen knop verdwijnt: de focus staat dan op de nieuwe beurt en niet ergens bovenaan
        expect(page.locator(".bezig")).to_be_empty()
        page.wait_for_function(f"() => {ACTIEF}.inBeurt")

    loop(page, kies=kies, zeg=zeg)
    controleer_advies(page)
    assert langste <= 30, "van een antwoord naar de volgende knop is te ver"


@pytest.mark.parametrize(
    ("breedte", "hoogte", "schaal", "naam"),
    [(320, 640, 2, "smal"), (320, 225, 4, "vergroot"), (360, 740, 2, "telefoon")],
    ids=["320 px", "400 procent", "telefoon"],
)
def test_smal_en_vergroot(
    kaal_huis: Huis, pagina: Callable[..., Page], breedte: int, hoogte: int, schaal: int, naam: str
) -> None:
    """400 % op een scherm van 1280 bij 900 is een venster van 320 bij 225."""
    page = pagina(kaal_huis.adres, breedte=breedte, hoogte=hoogte, device_scale_factor=schaal, reduced_motion="reduce")

    def kijk(nr: int) -> None:
        assert nergens_breder(page), f"vraag {nr}"
        weg = page.get_by_role("button", name="Snel weg").bounding_box()
        assert weg and weg["y"] >= 0 and weg["y"] + weg["height"] <= hoogte, "snel weg is uit beeld"
        if nr in (1, 6):
            page.screenshot(path=SCHERMEN / f"vraag{nr}-{naam}.png")

    page.screenshot(path=SCHERMEN / f"begin-{naam}.png")
    loop(page, kijk)
    controleer_advies(page)
    page.screenshot(path=SCHERMEN / f"advies-{naam}.png")
    page.locator(".advies details").evaluate_all("vouwen => vouwen.forEach((v) => (v.open = true))")
    assert nergens_breder(page), "met alles open"


def test_met_rasa_halverwege_gedood(huis: Huis, pagina: Callable[..., Page]) -> None:
    """De laatste test met dit huis: daarna is Rasa er niet meer."""
    page = pagina(huis.adres)
    loop(page, lambda nr: huis.dood_rasa() if nr == 3 else None)
    controleer_advies(page)
    assert huis.rasa is not None and huis.rasa.poll() is not None
