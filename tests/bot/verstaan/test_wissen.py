"""Wissen gebeurt na één 'ja', en nooit zomaar."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Stand, beurt
from tests.gedeeld import kennis, verstaan

KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)
MIDDEN = Stand(kennis=KENNIS.hash, fase="vragen")
WEG = ("gooi alles weg", "wis mijn antwoorden", "kunt u mijn antwoorden wissen?", "delete my answers", "hoe wis ik dit")
MISSCHIEN = ("laat maar", "ach vergeet het maar", "ik stop ermee", "stop", "nvm", "opnieuw")


def zeg(stand: Stand, *zinnen: str) -> tuple[Stand, bool]:
    wissen = False
    for zin in zinnen:
        uit = beurt(KENNIS, stand, VERSTAAN.begrijp(zin, stand.verwacht, VANDAAG).daad(), VANDAAG)
        stand, wissen = uit.stand, uit.wissen
    return stand, wissen


def verteld() -> Stand:
    return zeg(MIDDEN, "mijn ex heeft een naaktfoto van mij op telegram gezet", "klopt")[0]


@pytest.mark.parametrize("zin", (*WEG, *MISSCHIEN))
def test_niets_wordt_gewist_voor_iemand_ja_zegt(zin: str) -> None:
    stand, wissen = zeg(verteld(), zin)
    assert not wissen and stand.zaak == verteld().zaak and stand.wisvraag is not None


@pytest.mark.parametrize("zin", (*WEG, "laat maar", "ik stop ermee"))
def test_een_ja_is_genoeg(zin: str) -> None:
    assert zeg(verteld(), zin, "yes" if zin.startswith("delete") else "ja")[1]


@pytest.mark.parametrize("antwoord", ["nee toch niet, ga door", "18", "hij heeft ook mijn adres gedeeld"])
def test_al_het_andere_laat_alles_staan_en_sluit_de_vraag(antwoord: str) -> None:
    stand, wissen = zeg(verteld(), "laat maar", antwoord)
    assert not wissen and stand.wisvraag is None
    assert {a.feit for a in verteld().zaak.antwoorden} <= {a.feit for a in stand.zaak.antwoorden}


@pytest.mark.parametrize(
    "zin", ["laat maar zien", "hij moet alles wissen", "stop met delen", "ik wil mijn foto's laten wissen"]
)
def test_over_de_foto_of_de_ander_is_geen_vraag_om_te_wissen(zin: str) -> None:
    assert zeg(verteld(), zin)[0].wisvraag is None
