"""Wie iets vraagt, krijgt antwoord, en de vraag zegt niets over die persoon."""

from __future__ import annotations

import pytest

from bot.verstaan import Verstaan
from bot.verstaan.antwoordvinder.artikel import Artikelen
from bot.verstaan.vraagstuk import splits
from knowledge import Stand
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG, teksten, zeg

VERSTAAN = Verstaan(KENNIS)


@pytest.mark.parametrize(
    ("tekst", "vraag", "rest"),
    [
        ("hij stuurde het rond, ben ik nu strafbaar", "ben ik nu strafbaar", "hij stuurde het rond"),
        ("kost dat geld", "kost dat geld", ""),
        ("ik ben 16. moet ik naar het bureau?", "moet ik naar het bureau?", "ik ben 16."),
        ("is doorsturen strafbaar", "is doorsturen strafbaar", ""),
    ],
)
def test_een_vraag_heeft_geen_vraagteken_nodig(tekst: str, vraag: str, rest: str) -> None:
    gesplitst = splits(tekst)
    assert [stuk.tekst for stuk in gesplitst.vragen] == [vraag] and gesplitst.rest == rest


@pytest.mark.parametrize(
    "tekst", ["heb al aangifte gedaan", "staat op instagram", "ben 15", "nu heb ik spijt", "was vorige week"]
)
def test_een_mededeling_is_geen_vraag(tekst: str) -> None:
    assert not splits(tekst).vragen


def test_wie_vraagt_of_hij_strafbaar_is_wordt_geen_dader() -> None:
    begrepen = VERSTAAN.begrijp("ik ben 15, ben ik nou strafbaar omdat ik die foto van mezelf stuurde?", None, VANDAAG)
    assert begrepen.antwoorden == ("strafbaar_eigen_beeld",)
    assert {g.feit for g in begrepen.feiten} == {"leeftijd"}


def test_de_vraag_die_openstond_komt_een_keer_terug() -> None:
    stand, blokken = zeg(
        "mag ik zijn naam op mijn story zetten?", Stand(fase="vragen", vraag="beeld", kennis=KENNIS.hash), VERSTAAN
    )
    gezegd = teksten(blokken)
    assert gezegd[0].startswith("Beter niet") and stand.vraag == "beeld" and not stand.zaak.antwoorden
    assert sum(KENNIS.feiten["beeld"].vraag in zin for zin in gezegd) <= 1


@pytest.mark.parametrize(
    ("tekst", "id_"), [("254ba", "grond:wraakporno_254ba"), ("artikel 285b", "grond:belaging_285b")]
)
def test_een_artikelnummer_vindt_dat_artikel(tekst: str, id_: str) -> None:
    assert VERSTAAN.begrijp(tekst, None, VANDAAG).antwoorden == (id_,)


def test_het_antwoord_past_bij_de_zaak() -> None:
    vraag = "kan ik gestraft worden voor mijn eigen naaktfoto?"
    _, gewoon = zeg(vraag, Stand(fase="vragen", kennis=KENNIS.hash), VERSTAAN)
    jong = Stand(fase="vragen", kennis=KENNIS.hash)
    jong = jong.met(zaak=jong.zaak.met("leeftijd", "van_12_tot_16"))
    _, anders = zeg(vraag, jong, VERSTAAN)
    assert "vertrouwt" in teksten(gewoon)[0] and "omdat je jong bent" in teksten(anders)[0]


def test_een_begrip_dat_bij_een_artikel_hoort_komt_na_het_artikel_zelf() -> None:
    gevonden = Artikelen(KENNIS).vind("254ba")
    assert gevonden[0] == "grond:wraakporno_254ba"
