"""Feiten in een verhaal: wat gehoord wordt, en vooral wat niet. De verhalen zijn verzonnen."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.verstaan.feiten import Feitenvinder
from bot.verstaan.patroon import Automaat
from bot.verstaan.zin import lees_zin
from tests.gedeeld import kennis
from tests.tempo import maal_rekenwerk

VINDER = Feitenvinder(kennis())
VANDAAG = date(2026, 11, 24)
VERHALEN: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "feiten.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)


def hoor(tekst: str) -> dict[str, Any]:
    return {g.feit: g.waarde for g in VINDER.vind(tekst, VANDAAG) if g.zeker}


def bevat(gehoord: Any, waarde: Any) -> bool:
    if isinstance(waarde, list):
        return isinstance(gehoord, tuple) and set(waarde) <= set(gehoord)
    return bool(gehoord == waarde)


@pytest.mark.parametrize("verhaal", VERHALEN, ids=lambda v: v["zin"][:50])
def test_feiten_in_een_verhaal(verhaal: dict[str, Any]) -> None:
    gehoord = hoor(verhaal["zin"])
    gemist = {feit: w for feit, w in verhaal.get("hoort", {}).items() if not bevat(gehoord.get(feit), w)}
    verzonnen = {feit: w for feit, w in verhaal.get("niet", {}).items() if bevat(gehoord.get(feit), w)}
    assert (gemist, verzonnen) == ({}, {}), gehoord


@pytest.mark.parametrize(
    ("patroon", "tekst", "past"),
    [
        ("naaktfoto gedeeld", "mijn naaktfotos gedeeld", True),
        ("naaktfoto gedeeld", "naaktfoto niet gedeeld", False),
        ("staat … online", "het staat al heel lang gewoon online", True),
        ("staat … online", "het staat. online", False),
        ("(mijn|onze) foto", "onze foto", True),
        ("(heel|) boos", "boos", True),
        ("mijn *winkel", "mijn wolwinkel", True),
        ("mijn *salon", "mijn besalon", False),
        ("(aan (hem|haar)|) gegeven", "aan haar gegeven", True),
        ("BEELD gedeeld", "filmpje gedeeld", True),
        ("BEELD gedeeld", "mooie film gedeeld", True),
        ("verspreid*", "verspreidden", True),
        ("GETAL euro", "vijftig euro", True),
        ("foto & gedeeld", "hij heeft gedeeld wat hij had: een foto", True),
        ("foto & gedeeld", "een foto. later gedeeld", False),
        ("doorgestuurd", "doorgstuurd", True),
        ("doorgestuurd", "doorgekregen", False),
    ],
)
def test_de_taal_van_patronen(patroon: str, tekst: str, past: bool) -> None:
    automaat = Automaat({"beeld": ("filmpje", "mooie film")})
    automaat.voeg_toe(patroon)
    assert bool(automaat.vind(lees_zin(tekst))) is past


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_geen_enkele_tekst_breekt_het_luisteren(tekst: str) -> None:
    VINDER.vind(tekst, VANDAAG)


def test_luisteren_is_snel() -> None:
    tekst = " ".join(v["zin"] for v in VERHALEN)
    stukken = [tekst[i : i + 300] for i in range(0, len(tekst) - 300, 300)]
    nieuw = itertools.count()  # elke keer een andere zin: wat onthouden is, telt niet
    keer = maal_rekenwerk(lambda: [VINDER.vind(f"{stuk} {next(nieuw)}", VANDAAG) for stuk in stukken])
    assert keer / len(stukken) < 2


@pytest.fixture
def snel_wisselen() -> Iterator[None]:
    gewoon = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(gewoon)


def test_de_eerste_zinnen_mogen_tegelijk_komen(snel_wisselen: None) -> None:
    """Valt Rasa weg op een drukke avond, dan begint de deur meteen met meer draden te verstaan."""
    zinnen = ["mijn ex dreigt mijn naaktfoto te verspreiden", "er staat een nepfoto van mij online", "ik ben 16"] * 4
    for _ in range(3):
        vers = Feitenvinder(kennis())
        with ThreadPoolExecutor(len(zinnen)) as draden:
            gehoord = list(draden.map(lambda zin: vers.vind(zin, VANDAAG), zinnen))  # noqa: B023
        assert gehoord == [VINDER.vind(zin, VANDAAG) for zin in zinnen]
