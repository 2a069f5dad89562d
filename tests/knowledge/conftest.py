"""Een kleine, verzonnen inhoud om de kern mee te proeven, en een paar woorden om tests in te schrijven."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge import Kennis, Zaak
from knowledge.bouw import controleer, inhoud_hash, lees
from knowledge.errors import InhoudFout, Melding

PROEF = Path(__file__).parent / "inhoud"
VANDAAG = date(2026, 11, 24)


@pytest.fixture(scope="session")
def kennis() -> Kennis:
    inhoud = lees(PROEF).inhoud
    return Kennis(inhoud, inhoud_hash(inhoud))


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """Een eigen kopie van de proefinhoud, om in te breken."""
    return Path(shutil.copytree(PROEF, tmp_path / "inhoud"))


def fouten_in(map_: Path) -> list[Melding]:
    try:
        return controleer(lees(map_))
    except InhoudFout as fout:
        return list(fout.meldingen)


def vervang(bestand: Path, oud: str, nieuw: str) -> None:
    tekst = bestand.read_text(encoding="utf-8")
    assert oud in tekst, f"{oud!r} staat niet in {bestand.name}"
    bestand.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def zaak(**feiten: str | tuple[str, ...]) -> Zaak:
    uit = Zaak()
    for feit, waarde in feiten.items():
        uit = uit.met(feit, waarde)
    return uit
