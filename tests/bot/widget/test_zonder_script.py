"""Hetzelfde gesprek zonder JavaScript: dezelfde kern, dezelfde woorden, één cookie."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.bot.deur.conftest import Huis
from tests.bot.widget.conftest import ANTWOORDEN, SCHERMEN, VINKEN, ZIN, EigenDeur, bladen
from tests.bot.widget.test_toegankelijk import keur


def verstuur(page: Page, knop: Locator) -> None:
    """Een klik komt terug voor de volgende pagina er is: wie dan leest, leest half de oude en half de nieuwe."""
    with page.expect_navigation():
        knop.click()


def loop(page: Page, na_vraag: Callable[[str], None] = lambda _: None) -> int:
    page.get_by_label("Of typ het").fill(ZIN)
    verstuur(page, page.get_by_role("button", name="Stuur"))
    for vragen in range(15):
        if page.locator(".kort").count():
            return vragen
        tekst = page.locator(".vraag").inner_text()
        vink = next((label for stuk, label in VINKEN.items() if stuk in tekst), None)
        if vink and page.locator("fieldset").count():
            na_vraag("meerkeuze")
            page.get_by_label(vink, exact=True).check()
            verstuur(page, page.get_by_role("button", name="Verder", exact=True))
        elif page.locator("input[type=date]").count():
            na_vraag("datum")
            page.get_by_label("Kies een dag").fill("2026-11-20")
            verstuur(page, page.get_by_role("button", name="Deze dag"))
        else:
            na_vraag("vraag")
            knop = next((k for stuk, k in ANTWOORDEN.items() if stuk in tekst), "Weet ik niet")
            verstuur(page, page.get_by_role("button", name=knop, exact=True))
    raise AssertionError("geen advies na 15 vragen")


def begin(pagina: Callable[..., Page], huis: Huis, **opties: object) -> Page:
    page = pagina(huis.adres, breedte=360, hoogte=740, **opties)
    if opties.get("java_script_enabled") is False:
        verstuur(page, page.get_by_role("link", name="Begin hier"))
    else:
        page.goto(f"{huis.adres}/zonder-script")
    return page


def test_van_voorpagina_naar_advies_zonder_javascript(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = begin(pagina, kaal_huis, java_script_enabled=False)
    expect(page.get_by_text("één cookie")).to_be_visible()
    loop(page)
    advies = str(page.locator("main").text_content())
    for wat in ("254ba", "Leg vast", "Helpwanted", "Doe aangifte"):
        assert wat in advies, wat
    # eerst de ene stap, en de rest in vouwen: vier schermen, en op papier twee bladen
    expect(page.locator(".kort")).to_contain_text("Begin hiermee")
    assert page.evaluate("document.documentElement.scrollHeight") <= 4 * 740
    assert bladen(page) <= 2
    page.screenshot(path=SCHERMEN / "zonder-script-advies.png")
    assert page.url == f"{kaal_huis.adres}/zonder-script", "er hoort niets in het adres te staan"
    assert page.buiten == [] and page.fouten == []  # type: ignore[attr-defined]
    (cookie,) = page.context.cookies()
    assert cookie["name"] == "gesprek" and cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    assert cookie["expires"] == -1, "de cookie verdwijnt met de browser"
    # en weg: de browser mag het formulier naar buiten laten doorsturen
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url("https://www.buienradar.nl/**")
    assert page.context.cookies() == []
    page.go_back()
    assert "254ba" not in page.locator("main").inner_text()


def test_toegankelijk_op_elke_staat(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = begin(pagina, kaal_huis)
    keur(page, "zonder-script-begin")
    gezien: set[str] = set()

    def kijk(soort: str) -> None:
        if soort not in gezien:
            gezien.add(soort)
            keur(page, f"zonder-script-{soort}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    loop(page, kijk)
    assert gezien == {"vraag", "meerkeuze", "datum"}
    keur(page, "zonder-script-advies")
    verstuur(page, page.get_by_role("button", name="Wat heb ik verteld?"))
    keur(page, "zonder-script-overzicht")
    page.get_by_label("Of typ het").fill("ik wil niet meer leven")
    verstuur(page, page.get_by_role("button", name="Stuur"))
    expect(page.locator(".nood")).to_be_visible()
    keur(page, "zonder-script-nood")


def test_een_weigering_houdt_wat_er_getypt_was(
    eigen_deur: Callable[..., EigenDeur], pagina: Callable[..., Page]
) -> None:
    deur = eigen_deur(per_minuut=1)
    page = pagina(f"{deur.adres}/zonder-script", java_script_enabled=False)
    for _ in range(2):
        page.get_by_label("Of typ het").fill(ZIN)
        verstuur(page, page.get_by_role("button", name="Stuur"))
    expect(page.get_by_role("alert")).to_contain_text("te snel")
    assert page.get_by_label("Of typ het").input_value() == ZIN
    assert page.locator("a[href='tel:08000113']").is_visible()


@pytest.mark.parametrize("csrf", ["", "fout", "é"])
def test_een_formulier_van_elders_doet_niets(kaal_huis: Huis, csrf: str) -> None:
    with httpx.Client(base_url=kaal_huis.adres, trust_env=False) as http:
        begin_ = http.get("/zonder-script").text
        antwoord = http.post("/zonder-script", data={"csrf": csrf, "beurt": "x", "tekst": ZIN})
        assert antwoord.status_code == 303 and antwoord.headers["location"] == "/zonder-script"
        assert "computerprogramma" in begin_ and "Ik heb begrepen" not in http.get("/zonder-script").text


def test_te_groot_en_een_lege_keuze_krijgen_een_zin(kaal_huis: Huis) -> None:
    with httpx.Client(base_url=kaal_huis.adres, trust_env=False) as http:
        csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', http.get("/zonder-script").text)
        assert csrf
        groot = http.post("/zonder-script", data={"csrf": csrf[1], "tekst": "x" * 300_000})
        assert groot.status_code == 413 and "te lang" in groot.text and "tel:112" in groot.text
        leeg = http.post("/zonder-script", data={"csrf": csrf[1], "feit": "leeftijd"})
        assert leeg.status_code == 400 and 'role="alert"' in leeg.text
