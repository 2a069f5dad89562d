"""Voor iedereen te gebruiken: axe met alle WCAG A- en AA-regels op elke staat, en wat axe niet ziet."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.deur.web.paginas import ADRESSEN
from tests.bot.deur.conftest import Huis
from tests.bot.widget.conftest import SCHERMEN, VELD, bladen, loop, typ

REGELS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    "resultTypes": ["violations"],
}


ALLEEN_KLEUR = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def keur(page: Page, staat: str) -> None:
    # in het donker verandert alleen de kleur
    regels = ALLEEN_KLEUR if staat.endswith("-dark") else REGELS
    fouten = Axe().run(page, options=regels).response["violations"]
    assert not fouten, (staat, [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in fouten])
    page.screenshot(path=SCHERMEN / f"staat-{staat}.png")


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_elke_staat(kaal_huis: Huis, pagina: Callable[..., Page], kleur: str) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740, reduced_motion="reduce", color_scheme=kleur)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    keur(page, f"begin-{kleur}")
    gezien = set()

    def kijk(nr: int) -> None:
        laatste = page.locator(".beurt.bot").last
        soort = (
            "meerkeuze"
            if laatste.locator("fieldset").count()
            else "datum"
            if laatste.locator("input[type=date]").count()
            else "bevestigen"
            if nr == 1
            else "vraag"
        )
        if soort not in gezien:
            gezien.add(soort)
            keur(page, f"{soort}-{kleur}")
        if soort == "meerkeuze" and "fout" not in gezien:
            gezien.add("fout")
            laatste.get_by_role("button", name="Verder", exact=True).click()
            expect(page.get_by_role("alert")).to_contain_text("Kies er minstens één")
            keur(page, f"fout-{kleur}")

    loop(page, kijk)
    assert gezien == {"bevestigen", "vraag", "meerkeuze", "datum", "fout"}
    keur(page, f"advies-{kleur}")
    page.locator(".advies details").evaluate_all("vouwen => vouwen.forEach((v) => (v.open = true))")
    keur(page, f"advies-open-{kleur}")
    page.get_by_role("button", name="Wat heb ik verteld?").click()
    expect(page.locator(".overzicht")).to_be_visible()
    keur(page, f"overzicht-{kleur}")
    typ(page, "ik wil niet meer leven")
    expect(page.locator(".nood")).to_be_visible()
    keur(page, f"nood-{kleur}")


def test_server_weg_en_afgedekt(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres, reduced_motion="reduce")
    expect(page.locator(".beurt.bot")).to_have_count(1)
    page.route("**/api/beurt", lambda r: r.abort())
    typ(page, "hallo")
    expect(page.get_by_role("alert")).to_contain_text("niet bereiken")
    keur(page, "server-weg")
    page.context.route("https://www.buienradar.nl/**", lambda r: r.fulfill(status=204))
    page.get_by_role("button", name="Snel weg").click()
    expect(page.locator("dialog.dek")).to_be_visible()
    keur(page, "weg")


ANDERE = [*(f"/{adres}" for adres in ADRESSEN), "/zonder-script", "/paginas/stuk.html", "/paginas/weg.html"]


@pytest.mark.parametrize("pad", ANDERE)
def test_andere_paginas(kaal_huis: Huis, pagina: Callable[..., Page], pad: str) -> None:
    page = pagina(kaal_huis.adres + pad)
    keur(page, pad.strip("/").replace("/", "-"))


def test_doelen_zijn_groot_genoeg(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    """24 px is de eis (2.5.8); knoppen en telefoonnummers zijn 44."""
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740, reduced_motion="reduce")
    maten = """els => els.filter(e => e.offsetParent && !e.closest('p')).map(e => {
        const r = e.getBoundingClientRect(); return [e.innerText.slice(0, 30), r.width, r.height]; })"""

    def kijk(_: int) -> None:
        knoppen = page.locator("button, .nummers a, .tel, label.vink").evaluate_all(maten)
        assert [k for k in knoppen if k[2] < 44 or k[1] < 24] == []

    loop(page, kijk)
    page.locator(".advies details").evaluate_all("vouwen => vouwen.forEach((v) => (v.open = true))")
    kijk(0)
    rest = page.locator("a, summary, input").evaluate_all(maten)
    assert [k for k in rest if k[2] < 24 or k[1] < 24] == []


def test_wie_spreekt_en_hoe_het_klinkt(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    assert page.locator("beeld-hulp").get_attribute("lang") == "nl"
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    expect(page.locator(".beurt.ik")).to_contain_text("Jij: er staat")
    expect(page.locator(".beurt.bot").last).to_have_attribute("aria-label", "Hulp")
    # wie typt, blijft in het veld; een nieuw bericht trekt de focus niet weg
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.id") == "invoer"
    # de knoppen van een lijst hebben elk hun eigen naam
    page.get_by_role("button", name="18 of ouder", exact=True).click()
    expect(page.locator(".beurt.bot")).to_have_count(3)
    page.get_by_role("button", name="Wat heb ik verteld?").click()
    namen = page.locator(".overzicht button").evaluate_all("els => els.map(e => e.getAttribute('aria-label'))")
    expect(page.locator(".overzicht")).to_be_visible()
    namen = page.locator(".overzicht button").evaluate_all("els => els.map(e => e.getAttribute('aria-label'))")
    assert len(namen) == len(set(namen)) > 1


def test_hoog_contrast_en_eigen_kleuren_van_het_systeem(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740, forced_colors="active", reduced_motion="reduce")
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    page.screenshot(path=SCHERMEN / "staat-eigen-kleuren.png")
    rand = page.locator(".beurt.ik").evaluate("e => getComputedStyle(e).borderTopStyle")
    assert rand == "solid", "zonder rand is een bel onzichtbaar in hoog contrast"
    page.emulate_media(forced_colors="none", contrast="more")
    keur(page, "meer-contrast")


def test_een_antwoord_veranderen_in_het_overzicht(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres, reduced_motion="reduce")
    loop(page)
    expect(page.locator(".advies")).to_contain_text("254ba")
    page.get_by_role("button", name="Wat heb ik verteld?").click()
    page.get_by_role("button", name="Iets veranderen: Hoe oud was je").click()
    page.locator(".beurt.bot").last.get_by_role("button", name="Jonger dan 18").click()
    expect(page.locator(".bezig")).to_be_empty()
    expect(page.locator(".beurt.bot").last).to_contain_text("Aangepast")


def test_print_is_een_blad_met_wat_te_doen_en_het_gesprek_blijft_weg(
    kaal_huis: Huis, pagina: Callable[..., Page]
) -> None:
    page = pagina(kaal_huis.adres, reduced_motion="reduce")
    loop(page)
    page.emulate_media(media="print")
    blad = page.locator(".papier")
    expect(blad).to_be_visible()
    for wat in ("Leg vast", "Doe aangifte", "Praten met iemand", "Helpwanted 020 261 52 75"):
        expect(blad).to_contain_text(wat)
    expect(page.locator(".beurt.ik").first).to_be_hidden()
    expect(page.get_by_label(VELD)).to_be_hidden()
    expect(page.get_by_role("button", name="Snel weg")).to_be_hidden()
    assert bladen(page) <= 2


def test_alles_op_een_rij_staat_open_en_zo_komt_het_ook_op_papier(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres, reduced_motion="reduce")
    loop(page)
    page.get_by_role("button", name="Alles op een rij").click()
    expect(page.locator(".advies.heel")).to_be_visible()
    assert page.locator(".advies").count() == 1, "het nieuwe komt in de plaats van het oude"
    assert page.locator(".advies .deel:not([open])").count() == 0
    dicht = page.locator(".advies details:not([open])").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".advies details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".advies details:not([open])").count() == dicht


def test_een_stap_afvinken_brengt_de_volgende(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740, reduced_motion="reduce")
    loop(page)
    kaart = page.locator(".kort")
    eerste = kaart.locator("h3").inner_text()
    woorden = len(kaart.inner_text().split())
    assert woorden <= 60, woorden
    open_ = len(page.locator(".beurt.groot").inner_text().split())
    assert open_ <= 220, f"{open_} woorden voordat er iets open is"
    plek = kaart.bounding_box()
    assert plek and plek["y"] >= 0 and plek["y"] + plek["height"] <= 740, "de ene stap hoort op het eerste scherm"
    kaart.get_by_role("button", name="Gedaan").click()
    expect(kaart).to_contain_text("Je volgende stap")
    assert kaart.locator("h3").inner_text() != eerste
    expect(page.locator(".advies .deel.nu h4", has_text=eerste)).to_contain_text("✓")
    assert page.locator(".advies").count() == 1
    keur(page, "volgende-stap")


def test_het_eerste_dat_je_kunt_doen_staat_op_het_eerste_scherm(kaal_huis: Huis, pagina: Callable[..., Page]) -> None:
    page = pagina(kaal_huis.adres, breedte=360, hoogte=740, reduced_motion="reduce")
    veilig = page.get_by_role("button", name="Ik ben veilig, ga verder")
    expect(veilig).to_be_visible()
    plek = veilig.bounding_box()
    assert plek and plek["y"] + plek["height"] <= 740


@pytest.mark.parametrize("maat", [(320, 256), (740, 360), (360, 740)])
def test_snel_weg_blijft_in_beeld_ook_vergroot_en_liggend(
    kaal_huis: Huis, pagina: Callable[..., Page], maat: tuple[int, int]
) -> None:
    for adres in ("/", "/privacy", "/zonder-script"):
        page = pagina(kaal_huis.adres, breedte=maat[0], hoogte=maat[1], reduced_motion="reduce")
        page.goto(kaal_huis.adres + adres)
        weg = page.get_by_role("button", name="Snel weg").or_(page.get_by_role("link", name="Snel weg"))
        expect(weg).to_be_visible()
        page.evaluate("scrollTo(0, 400)")
        plek = weg.bounding_box()
        assert plek and 0 <= plek["y"] <= maat[1] - plek["height"], (adres, plek)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{adres} schuift opzij"


def test_snel_weg_van_een_gewone_pagina_wist_het_gesprek_van_dit_tabblad(
    kaal_huis: Huis, pagina: Callable[..., Page]
) -> None:
    page = pagina(kaal_huis.adres)
    expect(page.locator(".beurt.bot")).to_have_count(1)
    teken = page.evaluate("sessionStorage.getItem('hulp-sessie')")
    page.get_by_text("Over deze site").click()  # dicht: wie met Tab terugloopt naar een knop, hoeft er niet langs
    page.get_by_role("link", name="Privacy").click()
    with page.expect_request("**/api/wis"):
        page.get_by_role("link", name="Snel weg").click()
    page.wait_for_url("https://www.buienradar.nl/**")
    kop = {"X-Sessie": teken}
    assert httpx.get(f"{kaal_huis.adres}/api/gesprek", headers=kop, trust_env=False).status_code == 401
