"""Als er iets misgaat: een zin die zegt wat, de nummers in beeld, en wat iemand vertelde is niet weg."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import Huis
from tests.bot.widget.conftest import SCHERMEN, VELD, EigenDeur, typ
from tests.bot.widget.test_toegankelijk import keur

Maak = Callable[..., EigenDeur]
Open = Callable[..., Page]


def nummers_in_beeld(page: Page) -> None:
    for tel in ("tel:112", "tel:08000113", "tel:0202615275"):
        assert page.locator(f"a[href='{tel}']").first.is_visible(), tel


def test_server_gestopt_en_weer_gestart_midden_in_het_gesprek(eigen_deur: Maak, pagina: Open) -> None:
    deur = eigen_deur()
    page = pagina(deur.adres)
    typ(page, "er staat een seksfake van mij online")
    expect(page.get_by_role("button", name="18 of ouder", exact=True)).to_be_visible()
    deur.stop()
    page.get_by_role("button", name="18 of ouder", exact=True).click()
    melding = page.get_by_role("alert")
    expect(melding).to_contain_text("niet bereiken")
    expect(melding).to_contain_text("niet weg")
    nummers_in_beeld(page)
    page.screenshot(path=SCHERMEN / "server-weg.png")
    deur.start()
    # vanzelf, zonder iets te doen
    expect(page.locator(".beurt.bot")).to_have_count(3, timeout=15_000)
    expect(melding).to_be_empty()
    expect(page.locator(".beurt.bot").last).to_contain_text("?")


def test_wie_intussen_doortypt_verliest_niets(eigen_deur: Maak, pagina: Open) -> None:
    deur = eigen_deur()
    page = pagina(deur.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    deur.storing.code = 502
    typ(page, "er staat een seksfake van mij online")
    expect(page.get_by_role("alert")).to_contain_text("niet bereiken")
    deur.storing.code = None
    typ(page, "en mijn ex deed het")
    bot = page.locator(".beurt.bot").last
    expect(bot).to_contain_text("nep")
    expect(bot).to_contain_text("ex")


def test_de_server_is_er_nog_niet_bij_het_openen(eigen_deur: Maak, pagina: Open) -> None:
    deur = eigen_deur()
    deur.storing.code = 502
    page = pagina(deur.adres)
    expect(page.get_by_role("alert")).to_contain_text("niet bereiken")
    nummers_in_beeld(page)
    deur.storing.code = None
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_role("button", name="Ik ben veilig, ga verder")).to_be_visible()


def test_te_snel_en_te_groot(eigen_deur: Maak, pagina: Open) -> None:
    deur = eigen_deur(per_minuut=1)
    page = pagina(deur.adres)
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    typ(page, "ja")
    expect(page.get_by_role("alert")).to_contain_text("te snel")
    expect(page.locator(".beurt.ik").last).to_contain_text("ja")
    nummers_in_beeld(page)
    groot = eigen_deur(max_bytes=2_000)
    page = pagina(groot.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    typ(page, "x" * 3_000)
    expect(page.get_by_role("alert")).to_contain_text("te lang")
    assert len(page.get_by_label(VELD).input_value()) == 3_000, "wat iemand typte, moet blijven staan"


def test_traag_zegt_dat_het_traag_is(eigen_deur: Maak, pagina: Open) -> None:
    deur = eigen_deur()
    page = pagina(deur.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    deur.storing.wacht = 6.5
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".bezig")).to_contain_text("Even kijken")
    expect(page.locator(".bezig")).to_contain_text("langer dan anders", timeout=7_000)
    # het veld blijft bruikbaar terwijl er gewacht wordt
    page.get_by_label(VELD).fill("intussen")
    expect(page.locator(".beurt.bot")).to_have_count(2, timeout=10_000)
    assert page.get_by_label(VELD).input_value() == "intussen"


def test_verlopen_gesprek_houdt_wat_je_typte(kaal_huis: Huis, pagina: Open) -> None:
    page = pagina(kaal_huis.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    page.evaluate(
        "fetch('/api/gesprek', {method: 'DELETE', headers: {'X-Sessie': sessionStorage.getItem('hulp-sessie')}})"
    )
    page.wait_for_timeout(200)
    typ(page, "er staat een seksfake van mij online")
    expect(page.get_by_role("alert")).to_contain_text("verlopen of gewist")
    page.get_by_role("button", name="Nieuw gesprek").click()
    assert page.get_by_label(VELD).input_value() == "er staat een seksfake van mij online"
    expect(page.locator(".beurt.bot")).to_have_count(2)


@pytest.mark.parametrize("tekst", ["<img src=x onerror=alert(1)><b>vet</b>", "<script>alert(1)</script>", "**a** <i>b"])
def test_html_in_de_invoer_blijft_tekst(kaal_huis: Huis, pagina: Open, tekst: str) -> None:
    page = pagina(kaal_huis.adres)
    page.on("dialog", lambda d: pytest.fail("er draaide een script"))
    typ(page, tekst)
    expect(page.locator(".beurt.bot")).to_have_count(2)
    expect(page.locator(".beurt.ik")).to_contain_text(tekst)
    assert page.locator(".beurt img, .beurt b, .beurt i, .beurt script").count() == 0


def test_tienduizend_tekens(kaal_huis: Huis, pagina: Open) -> None:
    page = pagina(kaal_huis.adres)
    typ(page, "a" * 10_000)
    expect(page.locator(".beurt.bot")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_herladen_gaat_verder(kaal_huis: Huis, pagina: Open) -> None:
    page = pagina(kaal_huis.adres)
    typ(page, "er staat een seksfake van mij online")
    expect(page.get_by_role("button", name="18 of ouder", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="18 of ouder", exact=True)).to_be_visible()
    assert page.locator(".beurt.ik").count() == 0, "woorden staan nergens, ook niet voor na het herladen"


def test_wie_de_pagina_later_opent_krijgt_eerst_een_neutrale_vraag(kaal_huis: Huis, pagina: Open) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740)
    typ(page, "er staat een seksfake van mij online")
    expect(page.get_by_role("button", name="18 of ouder", exact=True)).to_be_visible()
    page.get_by_label(VELD).fill("halve zin")
    page.goto(f"{kaal_huis.adres}/gezond")
    page.go_back()
    verder = page.get_by_role("button", name="Verder waar ik was")
    expect(verder).to_be_visible()
    doos = page.get_by_role("region", name="Informatie en hulp").inner_text()
    assert "Hoe oud" not in doos and "seksfake" not in doos
    assert page.get_by_label(VELD).input_value() == ""
    keur(page, "verder-of-opnieuw")
    verder.click()
    expect(page.get_by_role("button", name="18 of ouder", exact=True)).to_be_visible()
    page.goto(kaal_huis.adres)
    page.get_by_role("button", name="Opnieuw beginnen").click()
    expect(page.get_by_role("button", name="Ik ben veilig, ga verder")).to_be_visible()


def test_wat_aangevinkt_is_gaat_mee_met_de_knop_onderaan(kaal_huis: Huis, pagina: Open) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740)
    typ(page, "er staat een seksfake van mij online")
    for _ in range(10):
        expect(page.locator(".bezig")).to_be_empty()
        laatste = page.locator(".beurt.bot").last
        if laatste.locator("fieldset").count():
            break
        aantal = page.locator(".beurt.bot").count()
        laatste.get_by_role("button", name="Weet ik niet", exact=True).click()
        expect(page.locator(".beurt.bot")).to_have_count(aantal + 1)
    vinken = laatste.locator("input[type=checkbox]")
    assert laatste.locator(".vinken").first.locator("input").count() <= 10, "de rest zit onder Meer"
    vinken.nth(0).check()
    vinken.nth(1).check()
    aantal = page.locator(".beurt.bot").count()
    page.get_by_role("button", name="Verder (2)").click()
    expect(page.locator(".beurt.bot")).to_have_count(aantal + 1)
    expect(page.get_by_role("button", name="Stuur")).to_be_visible()


def test_wat_gehoord_is_gaat_met_een_tik_weg(kaal_huis: Huis, pagina: Open) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740)
    typ(page, "er staat een seksfake van mij online, mijn ex deed het")
    chips = page.locator("button.chip")
    ex = chips.filter(has_text="ex")
    expect(ex).to_have_count(1)
    ex.click()
    expect(page.locator(".beurt.bot").last).to_contain_text("haal ik weg")
    assert chips.count() == 0, "wat eerder gehoord is, blijft staan zonder knop"
    page.get_by_role("button", name="Wat heb ik verteld?").click()
    expect(page.locator(".overzicht")).to_be_visible()
    expect(page.locator(".overzicht")).not_to_contain_text("ex")


def test_twee_tabbladen_mengen_niet(kaal_huis: Huis, pagina: Open) -> None:
    een = pagina(kaal_huis.adres)
    typ(een, "er staat een seksfake van mij online")
    expect(een.locator(".beurt.bot")).to_have_count(2)
    sessie = een.evaluate("sessionStorage.getItem('hulp-sessie')")
    twee = een.context.new_page()
    twee.goto(kaal_huis.adres)
    expect(twee.get_by_role("button", name="Ik ben veilig, ga verder")).to_be_visible()
    # een gedupliceerd tabblad krijgt de sessionStorage mee; ook dat gaat zijn eigen weg
    drie = een.context.new_page()
    drie.goto(f"{kaal_huis.adres}/gezond")
    drie.evaluate("teken => sessionStorage.setItem('hulp-sessie', teken)", sessie)
    drie.goto(kaal_huis.adres)
    expect(drie.get_by_role("button", name="Ik ben veilig, ga verder")).to_be_visible()
    tekens = {p.evaluate("sessionStorage.getItem('hulp-sessie')") for p in (een, twee, drie)}
    assert len(tekens) == 3
    typ(een, "ja")
    expect(een.locator(".beurt.bot").last).to_contain_text("Hoe oud")
