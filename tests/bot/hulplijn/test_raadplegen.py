"""Raadplegen zonder script: feiten uit steekwoorden en knoppen, en wat dat rechts verandert."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.deur.hulplijn.zaak.balietaal import lees_notitie
from bot.deur.hulplijn.zaak.beeld import maak_beeld
from bot.deur.hulplijn.zaak.zaakwerk import doe
from bot.kennis import lees_kennis
from knowledge import Zaak, adviseer
from tests.bot.hulplijn.conftest import Scherm

VANDAAG = date(2026, 11, 24)
_, KENNIS = lees_kennis()


@pytest.mark.parametrize(
    ("regel", "feiten"),
    [
        (
            "ex, deepfake, telegram, 3 weken",
            {"relatie": "ex_partner", "beeld": "nep", "gedeeld_waar": ("telegram",), "ontdekt": "2026-W45"},
        ),
        ("mijn collega; instagram", {"relatie": "werk", "gedeeld_waar": ("instagram",)}),
        ("collega; instagram", {"relatie": "werk", "gedeeld_waar": ("instagram",)}),
        ("buurman, filmpje", {"relatie": "buur"}),
        ("klasgenoot snap naaktfoto", {"relatie": "school", "gedeeld_waar": ("snapchat",)}),
        ("baas; whatsapp", {"relatie": "werk", "gedeeld_waar": ("whatsapp",)}),
        ("ex tiktok", {"relatie": "ex_partner", "gedeeld_waar": ("tiktok",)}),
        ("onbekende, telegram", {"relatie": "onbekende", "gedeeld_waar": ("telegram",)}),
        ("klant, google review", {"relatie": "klant", "gedeeld_waar": ("google_maps",)}),
        ("2 dagen", {"ontdekt": "2026-11-22"}),
    ],
)
def test_steekwoorden(regel: str, feiten: dict[str, object]) -> None:
    gehoord = {g.feit: g.waarde for g in lees_notitie(KENNIS, regel, VANDAAG).zeker}
    assert {feit: gehoord.get(feit) for feit in feiten} == feiten


@pytest.mark.parametrize(
    "onzin", ["", "qwrtp zxcv", "<script>alert(1)</script>", "🙂🙂", "a" * 5000, "0 weken", "999 jaar"]
)
def test_onzin_wordt_geen_feit(onzin: str) -> None:
    uit = doe(KENNIS, Zaak(), VANDAAG, {"zin": onzin})
    assert uit.zaak == Zaak()
    if onzin:
        assert uit.melding


@pytest.mark.parametrize(
    "invoer",
    [
        {"antwoord": "beeld:bestaat_niet"},
        {"antwoord": "bestaat_niet:ja"},
        {"antwoord": "<b>"},
        {"zet": "wanneer", "waarde_wanneer": "2199-01-01"},
        {"zet": "wanneer", "waarde_wanneer": "gisteren"},
        {"weg": "bestaat_niet"},
    ],
)
def test_een_vreemde_handeling_verandert_niets(invoer: dict[str, str]) -> None:
    zaak = Zaak().met("beeld", "nep")
    assert doe(KENNIS, zaak, VANDAAG, invoer).zaak == zaak


def test_nog_een_keer_klikken_haalt_weg_en_meerkeuze_telt_op() -> None:
    zaak = doe(KENNIS, Zaak(), VANDAAG, {"antwoord": "beeld:nep"}).zaak
    assert zaak.bij_feit["beeld"].herkomst == "hulplijn"
    assert doe(KENNIS, zaak, VANDAAG, {"antwoord": "beeld:nep"}).zaak == Zaak()
    zaak = doe(KENNIS, Zaak(), VANDAAG, {"antwoord": "gedeeld_waar:telegram"}).zaak
    zaak = doe(KENNIS, zaak, VANDAAG, {"antwoord": "gedeeld_waar:instagram"}).zaak
    assert set(zaak.bij_feit["gedeeld_waar"].keuzes) == {"telegram", "instagram"}
    assert doe(KENNIS, zaak, VANDAAG, {"antwoord": "gedeeld_waar:telegram"}).zaak.bij_feit["gedeeld_waar"].keuzes == (
        "instagram",
    )


def test_het_beeld_zegt_hetzelfde_als_het_advies_en_alles_heeft_een_bron() -> None:
    zaak = Zaak()
    for grond in KENNIS.gronden.values():
        for voorbeeld in grond.voorbeelden[:2]:
            zaak = Zaak()
            for feit, ruw in voorbeeld.feiten.items():
                zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, voorbeeld.vandaag))
            beeld = maak_beeld(KENNIS, zaak, voorbeeld.vandaag)
            advies = adviseer(KENNIS, zaak, voorbeeld.vandaag)
            assert {g.grond.id: g.status for g in beeld.gronden} == {o.grond.id: o.status for o in advies.gronden}
            assert all(g.bronnen for g in beeld.gronden) and set(advies.bronnen) <= set(beeld.bronnen)
            for g in beeld.gronden:
                if g.status == "mogelijk" and not g.valt_weg:
                    assert g.nodig, f"{g.grond.id}: niets zegt wat er nog nodig is"


def test_alleen_nog_nodig_klopt() -> None:
    """Wie de genoemde vragen beantwoordt met wat het bestanddeel vraagt, maakt de grond rond."""
    zaak = doe(KENNIS, Zaak(), VANDAAG, {"zin": "ex, deepfake, telegram, 3 weken"}).zaak
    for feit, waarde in (("beeld_seksueel", "ja"), ("toestemming_maken", "nee")):
        zaak = zaak.met(feit, waarde, "hulplijn")
    grond = next(g for g in maak_beeld(KENNIS, zaak, VANDAAG).gronden if g.grond.id == "wraakporno_254ba")
    assert grond.status == "mogelijk" and [v.feit.id for n in grond.nodig for v in n.vragen] == ["beeld_lijkt_echt"]
    rond = maak_beeld(KENNIS, zaak.met("beeld_lijkt_echt", "ja"), VANDAAG)
    assert next(g for g in rond.gronden if g.grond.id == "wraakporno_254ba").status == "ja"


def test_spoed_staat_bovenaan() -> None:
    beeld = maak_beeld(KENNIS, doe(KENNIS, Zaak(), VANDAAG, {"zin": "ex, deepfake"}).zaak, VANDAAG)
    eerst = [v.feit.id for v in beeld.eerst]
    assert eerst[0] == "veilig_thuis" and "leeftijd" in eerst and "in_gevaar" in eerst
    assert all(v.voorlezen for v in (*beeld.eerst, *beeld.straks, *beeld.overig))


def test_het_zaadgeval_door_het_formulier(sanne: Scherm) -> None:
    html = sanne.doe(zin="ex, deepfake, telegram, 3 weken")
    for stuk in ("<strong>je ex</strong>", "Telegram", "254ba", "Alleen nog nodig", "Bent u op dit moment veilig"):
        assert stuk in html, stuk
    for antwoord in ("beeld_seksueel:ja", "toestemming_maken:nee", "leeftijd:volwassen", "beeld_lijkt_echt:ja"):
        html = sanne.doe(antwoord=antwoord)
    assert 'status ja">past' in html and "Helpwanted" in html and "020 261 52 75" in html
    assert "Kosten" in html and "nagekeken op" in html and "Zeg dit" in html
    assert re.search(r"Tot en met [a-z]+ \d+ februari 2027", html)


def test_elke_vraag_kan_op_elk_moment(sanne: Scherm) -> None:
    html = sanne.doe(toon="account_binnen")
    assert 'id="v-account_binnen"' in html
    html = sanne.doe(alles="1")
    for feit in KENNIS.feiten.values():
        if not feit.alleen_gehoord:
            assert f"-{feit.id}" in html, feit.id
    html = sanne.doe(zet="wanneer", waarde_wanneer="2026-11-01")
    assert "zondag 1 november 2026" in html


def test_opmaak_in_wat_getypt_wordt_blijft_tekst(sanne: Scherm) -> None:
    for html in (
        sanne.doe(zin="<img src=x onerror=alert(1)> deepfake"),
        sanne.doe(antwoord="<script>alert(1)</script>:x"),
        sanne.doe("/hulplijn/zoeken", zoek="<script>alert(1)</script>"),
        sanne.doe("/hulplijn/code", code="<b>ABC"),
    ):
        assert "<img src=x" not in html and "<script>alert" not in html and "<b>ABC" not in html


def test_nood_in_de_regel_geeft_de_nummers(sanne: Scherm) -> None:
    html = sanne.doe(zin="ze zegt dat ze niet meer wil leven")
    assert "0800 0113" in html and 'role="alert"' in html


def test_een_vervalste_zaak_is_een_lege_zaak(sanne: Scherm) -> None:
    sanne.doe(zin="ex, deepfake")
    sanne.zaak = sanne.zaak[:-3] + "abc"
    assert "Nog niets. Typ een regel" in sanne.doe(vul="1")
