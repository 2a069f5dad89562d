"""Antwoorden op de vraag die openstaat, over alle feiten."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import Stand, als_tekst, beurt
from tests.gedeeld import kennis, verstaan

KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)  # een dinsdag
PAREN: dict[str, dict[Any, Any]] = yaml.load(
    (Path(__file__).parent / "antwoorden.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)


def lees_antwoord(feit: str, tekst: str) -> Any:
    begrepen = VERSTAAN.begrijp(tekst, feit, VANDAAG)
    if begrepen.weet_niet:
        return "weet_niet"
    waarde = next((g.waarde for g in begrepen.feiten if g.feit == feit and g.zeker), None)
    return list(waarde) if isinstance(waarde, tuple) else waarde


@pytest.mark.parametrize(("feit", "tekst", "verwacht"), [(f, t, v) for f, rij in PAREN.items() for t, v in rij.items()])
def test_een_antwoord_op_de_vraag(feit: str, tekst: str, verwacht: Any) -> None:
    assert lees_antwoord(feit, tekst) == (None if verwacht == "null" else verwacht)


@pytest.mark.parametrize(("feit", "optie"), [(f.id, o.id) for f in KENNIS.feiten.values() for o in f.opties])
def test_wie_de_knop_overtypt_krijgt_die_knop(feit: str, optie: str) -> None:
    label = next(o.label for o in KENNIS.feiten[feit].opties if o.id == optie)
    gelezen = lees_antwoord(feit, label.lower().rstrip("."))
    if KENNIS.feiten[feit].soort == "leeftijd":
        assert gelezen is not None
    else:
        assert gelezen == ([optie] if KENNIS.feiten[feit].soort == "meerkeuze" else optie)


def test_elke_vraag_heeft_een_voorbeeldantwoord() -> None:
    gevraagd = {feit.id for feit in KENNIS.feiten.values() if not feit.alleen_gehoord}
    assert gevraagd - set(PAREN) == set()
    assert sum(len(rij) for rij in PAREN.values()) >= 200


@pytest.mark.parametrize("feit", ["gedeeld", "relatie", "wil", "ontdekt"])
@pytest.mark.parametrize(
    "tekst",
    ["geen idee", "weet ik niet", "ik weet het echt niet", "zou het niet weten", "kweenie", "pff geen idee man"],
)
def test_weet_ik_niet(feit: str, tekst: str) -> None:
    assert VERSTAAN.begrijp(tekst, feit, VANDAAG).daad().soort == "weet_niet"


def test_ja_op_een_vraag_met_andere_knoppen_noemt_de_keuzes() -> None:
    stand = Stand(fase="vragen", vraag="relatie", kennis=KENNIS.hash)
    daad = VERSTAAN.begrijp("ja", "relatie", VANDAAG).daad()
    uitkomst = beurt(KENNIS, stand, daad, VANDAAG)
    tekst = als_tekst(uitkomst.bericht)
    assert uitkomst.stand.vraag == "relatie"
    assert all(optie.label in tekst.split("\n")[0] for optie in KENNIS.feiten["relatie"].opties[:3])


@pytest.mark.parametrize(
    ("tekst", "reden"), [("32 foobar", "datum_onleesbaar"), ("morgen", "datum_toekomst"), ("in 1985", "datum_te_oud")]
)
def test_een_dag_die_niet_kan_krijgt_een_eigen_zin(tekst: str, reden: str) -> None:
    stand = Stand(fase="vragen", vraag="ontdekt", kennis=KENNIS.hash)
    uitkomst = beurt(KENNIS, stand, VERSTAAN.begrijp(tekst, "ontdekt", VANDAAG).daad(), VANDAAG)
    assert KENNIS.zin(reden) in als_tekst(uitkomst.bericht)
    assert not uitkomst.stand.zaak.kent("ontdekt")
