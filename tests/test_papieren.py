"""README, CONTRIBUTING en de besluiten zeggen wat er is: de plattegrond, de paden, de aantallen en de woorden."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.gedeeld import gelezen

WORTEL = Path(__file__).parents[1]
README = (WORTEL / "README.md").read_text("utf-8")
PAPIEREN = ["README.md", "CONTRIBUTING.md", "knowledge/README.md", *(
    str(p.relative_to(WORTEL)) for p in sorted((WORTEL / "docs").rglob("*.md"))
)]  # fmt: skip
GEMAAKT = ("models", "results", "var", ".venv", "deploy/.env")
"""Wat pas bestaat na bouwen of draaien."""


def plattegrond() -> set[str]:
    """De mappen op de kaart; ingesprongen is een map in de map erboven."""
    kaart = README.split("## Het huis\n```\n")[1].split("```")[0]
    mappen, ouder = set(), ""
    for regel in kaart.splitlines():
        naam = regel.split()[0].rstrip("/")
        ouder = ouder if regel.startswith("  ") else naam
        mappen.add(f"{ouder}/{naam}" if regel.startswith("  ") else naam)
    return mappen


def mappen_in_git() -> set[str]:
    bestanden = subprocess.run(["git", "ls-files"], cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    return {str(ouder) for pad in bestanden.splitlines() for ouder in Path(pad).parents} - {"."}


def test_de_plattegrond_noemt_wat_er_is() -> None:
    assert plattegrond() - {"models"} <= mappen_in_git()


def test_elke_kamer_staat_op_de_plattegrond() -> None:
    er_is = {m for m in mappen_in_git() if not m.startswith(".")}
    kamers = {m for m in er_is if "/" not in m and m != "bot"} | {m for m in er_is if re.fullmatch(r"bot/[a-z]+", m)}
    kamers |= {m for m in er_is if re.fullmatch(r"(knowledge|bot/deur)/[a-z]+", m)}
    geen_python = {"bot/deur/paginas", "bot/deur/sjablonen"}
    assert kamers - geen_python <= plattegrond()


@pytest.mark.parametrize("papier", PAPIEREN)
def test_elk_genoemd_pad_bestaat(papier: str) -> None:
    tekst = (WORTEL / papier).read_text("utf-8")
    paden = re.findall(r"`((?:knowledge|bot|actions|data|docs|tests|tools|deploy|bench)/[\w./-]*\w)`", tekst)
    weg = [pad for pad in paden if not (WORTEL / pad).exists() and not pad.startswith(GEMAAKT)]
    assert not weg


def test_de_aantallen_in_het_logboek_kloppen() -> None:
    inhoud = gelezen().inhoud
    brieven = next(
        regel for regel in (WORTEL / "CHANGELOG.md").read_text("utf-8").splitlines() if " brieven, waarvan " in regel
    )
    assert f"{len(inhoud.brieven)} brieven" in brieven
    engels = sum(brief.taal == "en" for brief in inhoud.brieven)
    assert {"zeven": 7, "acht": 8, "negen": 9}[brieven.split("waarvan ")[1].split()[0]] == engels


def test_de_woordenlijst_kent_wat_de_code_zegt() -> None:
    lijst = (WORTEL / "docs" / "woorden.md").read_text("utf-8")
    woorden = dict(re.findall(r"^\| ([a-z]+) \| ([^|]+) \|", lijst, re.MULTILINE))
    for woord in (
        "feit",
        "zaak",
        "grond",
        "bestanddeel",
        "route",
        "termijn",
        "instantie",
        "bron",
        "begrip",
        "daad",
        "stand",
    ):
        assert woorden.get(woord), f"{woord} staat niet in docs/woorden.md"
