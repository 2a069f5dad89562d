"""Snel weg, en voor iedereen te gebruiken."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import Huis

REGELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def praat(page: Page) -> str:
    page.route(
        "https://www.buienradar.nl/**", lambda r: r.fulfill(body="<title>Weer</title>weer", content_type="text/html")
    )
    page.get_by_label("Typ hier wat er is").fill("er staat een seksfake van mij online")
    page.get_by_role("button", name="Stuur").click()
    expect(page.locator(".beurt.bot")).to_have_count(2)
    return str(page.evaluate("sessionStorage.getItem('hulp-sessie')"))


@pytest.mark.parametrize("manier", ["knop", "shift"])
def test_snel_weg_wist_hier_en_op_de_server(kaal_huis: Huis, pagina: Callable[..., Page], manier: str) -> None:
    page = pagina(kaal_huis.adres)
    sessie = praat(page)
    if manier == "knop":
        page.get_by_role("button", name="Snel weg").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.buienradar.nl/**")
    assert httpx.get(f"{kaal_huis.adres}/api/gesprek", headers={"X-Sessie": sessie}, trust_env=False).status_code == 401
    page.goto(kaal_huis.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    assert "seksfake" not in page.content() and page.evaluate("localStorage.length") == 0


def test_herladen_gaat_verder_en_twee_tabbladen_mengen_niet(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    een, twee = pagina(kaal_huis.adres), pagina(kaal_huis.adres)
    praat(een)
    expect(twee.locator(".beurt.bot")).to_have_count(1)
    een.reload()
    expect(een.get_by_role("button", name="Klopt", exact=True)).to_be_visible()
    assert een.evaluate("sessionStorage.getItem('hulp-sessie')") != twee.evaluate(
        "sessionStorage.getItem('hulp-sessie')"
    )


def test_html_in_de_invoer_blijft_tekst(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    page.get_by_label("Typ hier wat er is").fill("<img src=x onerror=alert(1)><b>vet</b>")
    page.get_by_role("button", name="Stuur").click()
    expect(page.locator(".beurt.ik")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".beurt img").count() == 0


@pytest.mark.parametrize("staat", ["begin", "vraag", "meerkeuze", "advies", "zonder-script"])
def test_toegankelijk(kaal_huis: Huis, pagina: Callable[..., Page], staat: str) -> None:
    page = pagina(kaal_huis.adres, reduced_motion="reduce")
    if staat == "zonder-script":
        page.goto(f"{kaal_huis.adres}/zonder-script")
    else:
        expect(page.locator(".beurt.bot")).to_have_count(1)
    if staat in ("vraag", "advies"):
        page.get_by_role("button", name="Ik ben veilig, ga verder").click()
        page.get_by_role("button", name="Er is een nep-naaktbeeld van mij").click()
        expect(page.get_by_role("button", name="18 of ouder")).to_be_visible()
    if staat == "meerkeuze":
        page.get_by_role("button", name="Ik ben veilig, ga verder").click()
        page.get_by_label("Typ hier wat er is").fill("nee")
        page.get_by_role("button", name="Stuur").click()
        expect(page.get_by_role("group")).to_be_visible()
    if staat == "advies":
        for beurt in range(20):
            if page.get_by_role("heading", name="Praten met iemand").count():
                break
            page.locator(".beurt.bot").last.get_by_role("button", name="Weet ik niet").click()
            expect(page.locator(".beurt.bot")).to_have_count(beurt + 4)
    fouten = Axe().run(page, options=REGELS).response["violations"]
    assert not fouten, [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in fouten]


def test_alles_met_alleen_het_toetsenbord(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    veld = page.get_by_label("Typ hier wat er is")
    for tekst in ("er staat een seksfake van mij online", "ja", "23", "nee"):
        veld.focus()
        page.keyboard.type(tekst)
        page.keyboard.press("Enter")
        expect(page.locator(".bezig")).to_be_empty()
        expect(page.locator(".beurt.ik").last).to_contain_text(tekst)
    expect(page.locator(".beurt.bot")).to_have_count(5)
