"""Snel weg: eerst afdekken, dan wissen, hier en op de server, en na Terug is er niets te zien."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import Huis
from tests.bot.widget.conftest import SCHERMEN, typ

WEER = "https://www.buienradar.nl/**"


def praat(page: Page) -> str:
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    return str(page.evaluate("sessionStorage.getItem('hulp-sessie')"))


def met_knop(page: Page) -> None:
    page.get_by_role("button", name="Snel weg").click()


def met_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def met_tab(page: Page) -> None:
    page.get_by_role("button", name="Snel weg").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("manier", [met_knop, met_shift, met_tab], ids=["knop", "shift", "toetsenbord"])
def test_weg_wist_hier_en_op_de_server(
    kaal_huis: Huis, pagina: Callable[..., Page], manier: Callable[[Page], None]
) -> None:
    page = pagina("about:blank")
    page.goto(kaal_huis.adres)
    sessie = praat(page)
    voor = page.evaluate("history.length")
    manier(page)
    page.wait_for_url(WEER)
    # vervangen, niet toegevoegd: Terug vanaf de weerpagina komt niet in het gesprek
    assert page.evaluate("history.length") == voor
    kop = {"X-Sessie": sessie}
    assert httpx.get(f"{kaal_huis.adres}/api/gesprek", headers=kop, trust_env=False).status_code == 401
    beurt = {"beurt": "laat", "tekst": "nog een bericht"}
    assert httpx.post(f"{kaal_huis.adres}/api/beurt", json=beurt, headers=kop, trust_env=False).status_code == 401, (
        "een beurt die te laat komt, mag het gesprek niet terugbrengen"
    )
    page.goto(kaal_huis.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    assert "seksfake" not in page.locator("beeld-hulp").inner_text()
    assert page.evaluate("localStorage.length") == 0 and page.evaluate("sessionStorage.length") == 1
    assert page.evaluate("document.cookie") == ""
    assert "seksfake" not in str(page.context.storage_state())


def test_na_terug_is_er_niets_te_zien(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    praat(page)
    # naar een gewone andere pagina, dan terug, dan weg, dan weer terug
    page.goto(f"{kaal_huis.adres}/gezond")
    page.go_back()
    met_knop(page)
    page.wait_for_url(WEER)
    page.go_forward()
    page.go_back()
    assert "seksfake" not in page.content() and "seksfake" not in page.locator("body").inner_text()


def test_bij_een_trage_verbinding_is_alles_meteen_afgedekt(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    praat(page)
    # een antwoord zonder inhoud: de browser blijft staan waar hij is, zoals bij een verbinding die niets geeft
    page.context.route(WEER, lambda r: r.fulfill(status=204))
    met_knop(page)
    dek = page.get_by_role("alert")
    expect(dek).to_have_text("Pagina wordt geladen.")
    maat = page.locator("dialog.dek").bounding_box()
    assert maat and maat["x"] == 0 and maat["y"] == 0 and maat["width"] >= 1000 and maat["height"] >= 900
    assert page.title() == "Weer" and page.locator(".beurt").count() == 0
    page.screenshot(path=SCHERMEN / "weg.png")


def test_shift_telt_hardop_en_stopt_bij_een_andere_toets(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    praat(page)
    stem = page.locator("p.stil-lezen[role=status]")
    page.keyboard.press("Shift")
    expect(stem).to_contain_text("nog twee keer")
    page.keyboard.press("Shift")
    expect(stem).to_contain_text("nog één keer")
    page.get_by_label("Typ hier wat er is").press("a")
    expect(stem).not_to_contain_text("nog")
    # hoofdletters typen is geen weggaan
    page.get_by_label("Typ hier wat er is").press_sequentially("ABC DEF")
    for letter in "GHI":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    assert page.url.startswith(kaal_huis.adres)


def test_zegt_wat_het_niet_kan_wissen(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    page.get_by_text("Over deze hulp").click()
    uitleg = page.locator(".over")
    for wat in ("geschiedenis van je browser", "bellijst", "schermfoto", "computerprogramma", "geen advocaat"):
        expect(uitleg).to_contain_text(wat)


def test_wis_alles_vraagt_na_en_wist_het_scherm(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    sessie = praat(page)
    page.get_by_role("button", name="Alles wissen").click()
    page.get_by_role("button", name="Nee, ga verder").click()
    expect(page.locator(".beurt.bot")).to_have_count(2)
    page.get_by_role("button", name="Alles wissen").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.locator(".beurt.bot")).to_have_count(1)
    expect(page.locator(".beurt.bot")).to_contain_text("gewist")
    assert "seksfake" not in page.locator("beeld-hulp").inner_text() and page.evaluate("sessionStorage.length") == 0
    kop = {"X-Sessie": sessie}
    assert httpx.get(f"{kaal_huis.adres}/api/gesprek", headers=kop, trust_env=False).status_code == 401
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.get_by_role("button", name="Ik ben veilig, ga verder")).to_be_visible()
