"""Wat we zeggen als we iets niet plaatsen: eerst wat we al weten, dan een andere vraag, en nooit twee keer hetzelfde."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Stand, beurt
from knowledge.recht import Zaak
from knowledge.schema import WEET_NIET
from knowledge.woorden import Keuze, Lijst, Tekst
from tests.gedeeld import kennis, verstaan

KENNIS, VERSTAAN = kennis(), verstaan()
VANDAAG = date(2026, 11, 24)
VERHAAL = Zaak().met("beeld", "echt", "zin").met("relatie", "ex_partner", "zin")
MISSER = Daad("vertel")


def stand(vraag: str, zaak: Zaak = VERHAAL) -> Stand:
    return Stand(kennis=KENNIS.hash, fase="vragen", vraag=vraag, zaak=zaak)


@pytest.mark.parametrize("vraag", ["leeftijd", "heimelijk", "gedeeld_waar"])
def test_na_een_misser_staat_er_wat_we_weten_en_een_andere_vraag(vraag: str) -> None:
    uit = beurt(KENNIS, stand(vraag), MISSER, VANDAAG)
    zin, keuze = uit.bericht.blokken
    assert isinstance(zin, Tekst) and "ex" in zin.tekst and "echt" in zin.tekst
    assert isinstance(keuze, Keuze) and keuze.feit == uit.stand.vraag != vraag and vraag in uit.stand.uitgesteld
    assert {"weet_niet", "mens"} <= {knop.code for knop in keuze.extra}


def test_is_er_niets_anders_te_vragen_dan_komt_dezelfde_vraag_korter() -> None:
    zaak = Zaak().met("gebeurd", ("anders",), "knop")
    for feit in KENNIS.feiten.values():
        if feit.id not in ("gebeurd", "heimelijk"):
            zaak = zaak.met(feit.id, WEET_NIET, "knop")
    uit = beurt(KENNIS, stand("heimelijk", zaak), MISSER, VANDAAG)
    keuze = uit.bericht.blokken[-1]
    assert isinstance(keuze, Keuze) and keuze.feit == "heimelijk" and keuze.tekst == KENNIS.feiten["heimelijk"].kort


def test_een_tweede_misser_wijst_mensen_aan_en_zegt_iets_anders() -> None:
    eerst = beurt(KENNIS, stand("heimelijk"), MISSER, VANDAAG)
    dan = beurt(KENNIS, eerst.stand, MISSER, VANDAAG)
    assert any(isinstance(blok, Lijst) and blok.onderwerp == "hulp" for blok in dan.bericht.blokken)
    assert dan.bericht.blokken[0] != eerst.bericht.blokken[0]


def test_ook_later_in_het_gesprek_komt_dezelfde_zin_niet_terug() -> None:
    nu, gezegd = stand("heimelijk"), []
    for _ in range(4):
        uit = beurt(KENNIS, nu, MISSER, VANDAAG)
        gezegd.append(uit.bericht.blokken[0])
        nu = uit.stand.met(mis=0, vraag="heimelijk", uitgesteld=())
    assert len(set(gezegd)) == 4


def test_zonder_dat_we_iets_weten_zeggen_we_dat_niet() -> None:
    uit = beurt(KENNIS, stand("gebeurd", Zaak()), MISSER, VANDAAG)
    zin = uit.bericht.blokken[0]
    assert isinstance(zin, Tekst) and zin.tekst == KENNIS.zin("niet_begrepen")


@pytest.mark.parametrize("tekst", ["volg ik niet", "snap de vraag nog steeds niet", "dat begrijp ik even niet"])
def test_wie_de_vraag_niet_snapt_hoort_waarom_we_het_vragen(tekst: str) -> None:
    assert VERSTAAN.begrijp(tekst, "heimelijk", VANDAAG).daad().soort == "waarom"


@pytest.mark.parametrize("feit", [f.id for f in KENNIS.feiten.values() if f.kort])
def test_de_korte_vraag_past_bij_elke_rol(feit: str) -> None:
    kort = KENNIS.feiten[feit].kort or ""
    assert not {"je", "jij", "jou", "jouw", "u"} & set(kort.lower().replace("?", "").split())
    assert kort.endswith(("?", "."))
