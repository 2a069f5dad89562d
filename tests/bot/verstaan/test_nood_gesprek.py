"""Na een signaal komen de nummers eerst; wat er verder in het bericht stond, gaat niet verloren."""

from __future__ import annotations

from datetime import date

import pytest

from bot.verstaan import Begrepen
from knowledge import Stand, beurt
from knowledge.woorden import Keuze, Nood, Tekst
from tests.gedeeld import kennis, verstaan

KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)


def zeg(tekst: str, stand: Stand | None = None):  # type: ignore[no-untyped-def]
    stand = stand or Stand(fase="vragen", kennis=KENNIS.hash)
    return beurt(KENNIS, stand, VERSTAAN.begrijp(tekst, stand.verwacht, VANDAAG).daad(), VANDAAG)


@pytest.mark.parametrize("tekst", ["ik wil niet meer leven", "ik denk aan zelfmoord", "hij is onderweg hierheen"])
def test_nummers_eerst_en_dan_zacht(tekst: str) -> None:
    blokken = zeg(tekst).bericht.blokken
    assert isinstance(blokken[0], Nood) and blokken[0].telefoon
    assert isinstance(blokken[1], Keuze) and len(blokken) == 2
    assert [knop.code for knop in blokken[1].extra] == ["verder"] and blokken[1].opties


def test_feiten_in_hetzelfde_bericht_tellen_mee() -> None:
    uitkomst = zeg("mijn ex heeft mijn naaktfoto online gezet en ik wil niet meer leven")
    assert isinstance(uitkomst.bericht.blokken[0], Nood)
    assert uitkomst.stand.zaak.waarde("relatie") == "ex_partner" and uitkomst.stand.zaak.waarde("beeld") == "echt"


def test_midden_in_een_vraag_blijft_de_vraag_staan() -> None:
    stand = Stand(fase="vragen", vraag="gedeeld", kennis=KENNIS.hash)
    uitkomst = zeg("ik wil niet meer leven", stand)
    assert isinstance(uitkomst.bericht.blokken[0], Nood) and uitkomst.stand.vraag == "gedeeld"


def test_mag_dat_zomaar_krijgt_een_eerlijk_antwoord() -> None:
    daad = Begrepen(None, (), (), "is_it_punishable", "unknown", None, True, "nl").daad()
    uitkomst = beurt(KENNIS, Stand(fase="vragen", kennis=KENNIS.hash), daad, VANDAAG)
    teksten = [b.tekst for b in uitkomst.bericht.blokken if isinstance(b, Tekst)]
    assert KENNIS.zin("hangt_ervan_af") in teksten and KENNIS.zin("niet_begrepen") not in teksten
