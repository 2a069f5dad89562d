"""Verbeteren in eigen woorden: alleen wat genoemd is verandert."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import Daad, Stand, beurt
from tests.gedeeld import kennis, verstaan

KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)
GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "correcties.yaml").read_text("utf-8"))
MAG_ERBIJ = {"gedeeld", "nog_online", "wil", "gedaan", "veilig_thuis"}
"""Wat iemand er in dezelfde zin nog bij vertelt."""


def zeg(stand: Stand, tekst: str) -> Stand:
    daad = VERSTAAN.begrijp(tekst, stand.verwacht, VANDAAG).daad()
    # door de vorm waarin een daad tussen begrijpen en antwoorden reist
    return beurt(KENNIS, stand, Daad.uit_json(daad.naar_json()), VANDAAG).stand


def weet(stand: Stand) -> dict[str, Any]:
    return {a.feit: list(a.waarde) if isinstance(a.waarde, tuple) else a.waarde for a in stand.zaak.antwoorden}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g["dan"])
@pytest.mark.parametrize("bevestigd", [False, True], ids=["meteen", "na klopt"])
def test_alleen_wat_genoemd_is_verandert(geval: dict[str, Any], bevestigd: bool) -> None:
    stand = zeg(Stand(kennis=KENNIS.hash, fase="vragen"), geval["eerst"])
    if bevestigd:
        stand = beurt(KENNIS, stand, Daad("klopt"), VANDAAG).stand
    voor, vraag = weet(stand), stand.vraag
    stand = zeg(stand, geval["dan"])
    na = weet(stand)
    for feit, waarde in geval["anders"].items():
        assert na.get(feit) == waarde, feit
    rest = set(voor) - set(geval["anders"])
    assert {f: na.get(f) for f in rest} == {f: voor[f] for f in rest}
    assert set(na) - set(voor) <= {*geval["anders"], *MAG_ERBIJ}
    if bevestigd and geval["anders"] and vraag not in geval["anders"] and vraag not in na:
        assert stand.vraag is not None


def test_wat_verandert_wordt_gezegd() -> None:
    stand = zeg(Stand(kennis=KENNIS.hash, fase="vragen"), "mijn ex heeft een naaktfoto van mij op telegram gezet")
    daad = VERSTAAN.begrijp("nee niet mijn ex, mijn baas", stand.verwacht, VANDAAG).daad()
    uit = beurt(KENNIS, stand, daad, VANDAAG)
    assert "iemand van het werk" in str(uit.bericht.blokken[0])
    assert uit.stand.zaak.waarde("relatie") == "werk"


def test_ontdekt_voor_het_gebeurde_valt_op_en_mag_blijven_staan() -> None:
    stand = Stand(kennis=KENNIS.hash, fase="vragen")
    zaak = stand.zaak.met("wanneer", "2026-11").met("ontdekt", "2026-09-03")
    uit = beurt(KENNIS, stand.met(zaak=zaak), Daad("verder"), VANDAAG)
    vraag = str(uit.bericht.blokken[-1])
    assert "wijzig:wanneer" in vraag and "wijzig:ontdekt" in vraag
    zo = beurt(KENNIS, uit.stand, Daad("houd_zo"), VANDAAG)
    assert "wijzig:wanneer" not in str(zo.bericht.blokken[-1])
    vaag = stand.zaak.met("wanneer", "2026").met("ontdekt", "2026-09-03")
    assert "wijzig:wanneer" not in str(beurt(KENNIS, stand.met(zaak=vaag), Daad("verder"), VANDAAG).bericht.blokken[-1])
