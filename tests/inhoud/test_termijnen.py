"""De termijnen uit de inhoud, gerekend op echte zaken."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge import Zaak, adviseer
from knowledge.gesprek.adviestekst import adviesblokken
from knowledge.woorden import Lijst
from knowledge.woorden.verwoord import vraagtekst
from tests.gedeeld import kennis

VANDAAG = date(2026, 11, 24)
KENNIS = kennis()

SMAAD = {
    "gebeurd": ["uitspraak"],
    "uitspraak": "ja",
    "uitspraak_feitelijk": "ja",
    "uitspraak_concreet": "ja",
    "gedeeld_waar": ["facebook"],
    "publiek": "openbaar",
    "uitspraak_waar": "onwaar",
}
VOLWASSEN = {"leeftijd": "volwassen", "leeftijd_dader": "volwassen"}
NIETS_NIEUWS = {"nog_online": "nee", "herhaald_geplaatst": "nee", "herhaald_contact": "nee", "relatie": "bekende"}
AFPERSING = {
    "gebeurd": ["beeld_dreiging", "afpersing"],
    "dreigt_delen": "ja",
    "geld_geeist": "ja",
    "dreigt_geweld": "ja",
    "andere_eis": "iets_doen",
}


def termijnen(feiten: dict[str, Any], vandaag: date = VANDAAG) -> dict[str, tuple[date | None, bool]]:
    zaak = Zaak()
    for feit, ruw in feiten.items():
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, vandaag))
    return {g.termijn.id: (g.laatste_dag, g.voorbij) for g in adviseer(KENNIS, zaak, vandaag).termijnen}


@pytest.mark.parametrize(("vandaag", "voorbij"), [(date(2027, 2, 21), False), (date(2027, 2, 22), True)])
def test_de_klacht_kan_tot_en_met_dezelfde_dag_drie_maanden_later(vandaag: date, voorbij: bool) -> None:
    klaar = {**SMAAD, **VOLWASSEN, **NIETS_NIEUWS, "ontdekt": "2026-11-21"}
    assert termijnen(klaar, vandaag)["klacht_drie_maanden"] == (date(2027, 2, 21), voorbij)


def test_een_klacht_op_tijd_vraagt_geen_termijn_meer() -> None:
    klaar = {**SMAAD, "ontdekt": "2026-11-21", "gedaan": ["aangifte"], "klacht": "op_tijd"}
    assert "klacht_drie_maanden" not in termijnen(klaar)


@pytest.mark.parametrize(
    ("feiten", "termijn", "dag"),
    [
        ({**SMAAD, **VOLWASSEN, "wanneer": "2024-03-01"}, "verjaring_zes_jaar", date(2030, 3, 1)),
        ({**AFPERSING, **VOLWASSEN, "wanneer": "2024-03-01"}, "verjaring_twintig_jaar", date(2044, 3, 1)),
        ({**AFPERSING, **VOLWASSEN, "wanneer": "2024-03-01"}, "verjaring_twaalf_jaar", date(2036, 3, 1)),
        (
            {**AFPERSING, **VOLWASSEN, "wanneer": "2024-03-01", "leeftijd": "onder_18"},
            "verjaring_vanaf_achttien",
            date(2030, 3, 1),
        ),
    ],
)
def test_verjaring_volgt_uit_de_hoogste_straf(feiten: dict[str, Any], termijn: str, dag: date) -> None:
    assert termijnen(feiten)[termijn] == (dag, False)


def test_seksueel_beeld_van_een_kind_verjaart_niet() -> None:
    beeld = {"beeld": "echt", "beeld_seksueel": "ja", "leeftijd": "van_12_tot_16", "wanneer": "2024-09-01"}
    assert termijnen(beeld)["verjaring_nooit"] == (None, False)


def test_verjaring_zonder_begindag_wordt_niet_getoond() -> None:
    assert not [t for t in termijnen(AFPERSING) if t.startswith("verjaring")]


def test_na_een_sepot_telt_de_termijn_van_artikel_12() -> None:
    gestopt = {**SMAAD, "gedaan": ["geseponeerd"], "besluit_om": "2026-09-30"}
    assert termijnen(gestopt)["sv_12_drie_maanden"] == (date(2026, 12, 30), False)


def test_een_laatste_dag_in_het_weekend_zegt_dat_er_geen_uitstel_is() -> None:
    zaak = Zaak()
    for feit, ruw in {**SMAAD, "ontdekt": "2026-11-21"}.items():
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, VANDAAG))
    punten = [
        p.tekst
        for blok in adviesblokken(KENNIS, adviseer(KENNIS, zaak, VANDAAG))
        if isinstance(blok, Lijst)
        for p in blok.items
        if p.id == "klacht_drie_maanden"
    ]
    assert punten and all(KENNIS.zin("termijn_weekend") in tekst for tekst in punten)


def test_elke_vraag_kan_een_medewerker_voorlezen_en_spreekt_geen_ander_aan_als_jij() -> None:
    for feit in KENNIS.feiten.values():
        assert feit.voorlezen, f"{feit.id} heeft geen `voorlezen`"
        assert " je " not in feit.voorlezen.lower(), feit.id
        assert vraagtekst(feit, "leraar") == feit.vraag_voor.get("leraar", feit.vraag_voor.get("naaste", feit.vraag))


def test_een_termijn_die_nog_open_is_staat_voor_een_termijn_die_voorbij_is() -> None:
    volgorde = list(
        termijnen({**SMAAD, **VOLWASSEN, **NIETS_NIEUWS, "ontdekt": "2026-01-02", "wanneer": "2026-01-01"}).values()
    )
    voorbij = [stand for _, stand in volgorde]
    assert True in voorbij and False in voorbij and voorbij == sorted(voorbij)
