"""De cijfers op de bestanden die niemand van ons mag leren. De grenzen hier bewaken wat bereikt is; het doel staat in docs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.gedeeld import gelezen

MAP = Path(__file__).parent
WORTEL = MAP.parents[1]


def scoor(soort: str, labels: str, opdracht: list[str], tmp_path: Path) -> dict[str, Any]:
    uit = subprocess.run([sys.executable, "-m", *opdracht], cwd=WORTEL, capture_output=True, text=True, check=True)
    voorspeld = tmp_path / "voorspeld.jsonl"
    voorspeld.write_text(uit.stdout, encoding="utf-8")
    cijfers = subprocess.run(
        [sys.executable, str(MAP / "score.py"), soort, str(MAP / labels), str(voorspeld)],
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(cijfers.stdout))


JA = {"uitspraken-dev.yaml": 0.75, "uitspraken-dev-2.yaml": 0.7}
"""Hoeveel van wat rechters aannamen minstens 'ja' is na een vraaggesprek; met alles tegelijk verteld mag het iets minder zijn."""


@pytest.mark.parametrize("bestand", JA)
@pytest.mark.parametrize("alles", [[], ["--alles"]], ids=["vraaggesprek", "alles"])
def test_uitspraken(bestand: str, alles: list[str], tmp_path: Path) -> None:
    s = scoor(
        "uitspraken",
        bestand,
        ["knowledge", "beoordeel", "--vandaag", "2026-11-24", "--zaken", str(MAP / bestand), *alles],
        tmp_path,
    )
    assert s["absent"] == 0
    assert s["recall_ja_or_mogelijk"]["rate"] >= 0.97 and s["recall_ja"]["rate"] >= JA[bestand] - (0.05 if alles else 0)
    assert (
        s["false_alarm_on_rejected"]["rate"] <= 0.05
        and s["unasked_ja_per_case"] <= 0.4
        and s["mogelijk_per_case"] <= 1.5
    )
    assert s["remedies_offered"]["rate"] >= 0.95 and s["routes_per_case"] <= 12 and s["questions_median"] <= 12


BEREIKT = {
    "uitingen-dev.yaml": {
        "situation_top1": 0.8,
        "situation_top3": 0.95,
        "situation_top1_strict_core": 0.8,
        "ask_top1": 0.77,
        "role": 0.86,
        "unclear_not_misread": 0.85,
        "out_of_scope_caught": 0.85,
    },
    "uitingen-vers.yaml": {
        "situation_top1": 0.9,
        "situation_top3": 0.95,
        "ask_top1": 0.87,
        "role": 0.9,
        "unclear_not_misread": 0.78,
        "out_of_scope_caught": 0.85,
    },
}


@pytest.mark.parametrize("bestand", BEREIKT)
def test_uitingen(bestand: str, tmp_path: Path) -> None:
    s = scoor("uitingen", bestand, ["bot", "begrijp", str(MAP / bestand)], tmp_path)
    assert s["absent"] == 0 and s["crisis_recall"]["rate"] in (1.0, None) and s["crisis_false_alarm"]["rate"] <= 0.03
    assert s["in_scope_turned_away"]["rate"] <= 0.03
    assert {naam: s[naam]["rate"] for naam, minstens in BEREIKT[bestand].items() if s[naam]["rate"] < minstens} == {}
    assert s["situations_named_mean"] <= 3


def test_relaas(tmp_path: Path) -> None:
    s = scoor(
        "feiten", "uitspraken-dev.yaml", ["bot", "begrijp", "--relaas", str(MAP / "uitspraken-dev.yaml")], tmp_path
    )
    assert s["precision"]["rate"] >= 0.93 and s["recall"]["rate"] >= 0.55


def test_geen_zaak_in_een_voorwaarde() -> None:
    from knowledge.bouw.doorloop import alle_voorwaarden, vergelijkingen

    for _, voorwaarde in alle_voorwaarden(gelezen().inhoud):
        for feit, waarden in vergelijkingen(voorwaarde):
            assert "ecli" not in feit and not any("ecli" in waarde for waarde in waarden)
