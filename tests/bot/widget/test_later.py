"""Bewaar voor later in de browser: een bestand met pincode, en later weer verder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import Huis
from tests.bot.widget.conftest import SCHERMEN, typ
from tests.bot.widget.test_toegankelijk import keur

PIN = "483920"


def test_bewaren_en_later_weer_verder(kaal_huis: Huis, pagina: Callable[..., Page], tmp_path: Path) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740, reduced_motion="reduce")
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    vak = page.locator("details.later")
    vak.locator("summary").click()
    # alles in beeld: onder de vaste invoer zou axe de knoppen erachter te klein noemen
    page.set_viewport_size({"width": 360, "height": 4200})
    keur(page, "later")
    page.set_viewport_size({"width": 360, "height": 740})
    pin, pin_open = vak.get_by_label("Pincode, minstens 6 tekens").all()
    pin.fill("123")
    vak.get_by_role("button", name="Maak het bestand").click()
    expect(page.get_by_role("alert")).to_contain_text("minstens 6 tekens")
    pin.fill(PIN)
    with page.expect_download() as download:
        vak.get_by_role("button", name="Maak het bestand").click()
    bestand = tmp_path / download.value.suggested_filename
    assert bestand.name == "document.dat"
    download.value.save_as(bestand)
    expect(pin).to_have_value("")
    expect(page.get_by_role("alert")).to_contain_text("bij je downloads")

    later = pagina(kaal_huis.adres, breedte=360, hoogte=740, reduced_motion="reduce")
    vak = later.locator("details.later")
    vak.locator("summary").click()
    _, pin_open = vak.get_by_label("Pincode, minstens 6 tekens").all()
    vak.get_by_label("Jouw bestand").set_input_files(bestand)
    pin_open.fill("000000")
    vak.get_by_role("button", name="Open", exact=True).click()
    expect(later.get_by_role("alert")).to_contain_text("passen niet bij elkaar")
    expect(later.locator(".beurt.bot")).to_have_count(1)
    pin_open.fill(PIN)
    vak.get_by_role("button", name="Open", exact=True).click()
    expect(later.locator(".beurt.bot")).to_contain_text("Fijn dat je er weer bent")
    later.screenshot(path=SCHERMEN / "heropend.png")
    later.get_by_role("button", name="Wat heb ik verteld?").click()
    expect(later.locator(".overzicht")).to_contain_text("nep")
    assert later.evaluate("localStorage.length") == 0
    # de browser meldt alleen de geweigerde pincode
    assert [fout for fout in later.fouten if "403" not in fout] == []  # type: ignore[attr-defined]
