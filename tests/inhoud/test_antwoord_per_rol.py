"""Wie verdacht wordt, leest nooit het antwoord voor een slachtoffer, en andersom."""

from __future__ import annotations

import pytest

from knowledge import Kennis
from knowledge.gesprek.antwoorden import tekst
from knowledge.recht import Zaak

VERDACHT = ["maker", "beschuldigd"]


@pytest.mark.parametrize("rol", VERDACHT)
@pytest.mark.parametrize("vraag", ["aangifte_advocaat_nodig", "geld_advocaat"])
def test_een_verdachte_spreekt_eerst_een_advocaat(kennis: Kennis, vraag: str, rol: str) -> None:
    gezegd = tekst(kennis, Zaak().met("rol", rol), vraag)
    assert gezegd.startswith("Ja, praat eerst met een advocaat") and "geen advocaat nodig" not in gezegd


@pytest.mark.parametrize("vraag", ["aangifte_advocaat_nodig", "geld_advocaat", "politie_wil_me_spreken"])
def test_een_ouder_leest_eerst_wat_geldt_als_het_kind_verdacht_wordt(kennis: Kennis, vraag: str) -> None:
    gezegd = tekst(kennis, Zaak().met("rol", "ouder"), vraag)
    assert gezegd.startswith("Wordt je kind verdacht, dan praat het eerst met een advocaat")
    assert "Is je kind slachtoffer" in gezegd


@pytest.mark.parametrize("vraag", ["aangifte_advocaat_nodig", "geld_advocaat", "aangifte_oppakken", "bewijs_genoeg"])
def test_een_slachtoffer_leest_niet_wat_voor_een_verdachte_is(kennis: Kennis, vraag: str) -> None:
    slachtoffer = tekst(kennis, Zaak().met("rol", "slachtoffer"), vraag)
    assert slachtoffer == tekst(kennis, Zaak(), vraag)
    assert all(slachtoffer != tekst(kennis, Zaak().met("rol", rol), vraag) for rol in VERDACHT)


@pytest.mark.parametrize("vraag", ["aangifte_oppakken", "bewijs_genoeg"])
def test_een_verdachte_hoort_niet_doe_aangifte(kennis: Kennis, vraag: str) -> None:
    gezegd = tekst(kennis, Zaak().met("rol", "beschuldigd"), vraag)
    assert "advocaat" in gezegd and "Doe aangifte" not in gezegd


@pytest.mark.parametrize(
    ("vraag", "begint"),
    [
        ("voor_de_deur", "Doe niet open, en bel 112"),
        ("geld_terughaler", "Nee, betaal nooit vooraf"),
        ("account_verwijderen", "Nee, liever niet"),
        ("verhuizen", "Nee, dat hoeft niet meteen"),
        ("opvang_zoeken", "Ja, dat kan: bel Veilig Thuis"),
        ("kind_meegeven", "Bel vóór die dag Veilig Thuis"),
        ("collega_ontslaan", "Dat kun jij niet beslissen"),
    ],
)
def test_de_eerste_zin_is_het_antwoord(kennis: Kennis, vraag: str, begint: str) -> None:
    assert tekst(kennis, Zaak(), vraag).startswith(begint)
