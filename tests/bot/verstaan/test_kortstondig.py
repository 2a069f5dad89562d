"""Geen geheugen houdt een zin van iemand vast."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from bot.kennis import lees_kennis
from bot.verstaan import verstaander
from bot.verstaan.kortstondig import ALLES
from bot.verstaan.nood import luister
from bot.verstaan.normaal import normaal

WORTEL = Path(__file__).parents[3]
ZINNEN = ("tekst", "zin", "bericht", "ruw")


def test_na_een_bericht_is_elk_geheugen_leeg() -> None:
    verstaander(lees_kennis()[1]).begrijp(
        "mijn zonnebloemkwartet is gisteren gestolen, 3 weken geleden", None, date(2026, 11, 24)
    )
    assert len(ALLES) >= 4 and all(geheugen.cache_info().currsize == 0 for geheugen in ALLES)
    luister("en nog een zin")
    normaal("en nog een zin")


def test_ook_na_een_beurt_aan_de_deur(tmp_path: Path) -> None:
    import asyncio

    from bot.deur.gesprek import Gesprek
    from bot.deur.settings import Instellingen

    async def praat() -> None:
        gesprek = Gesprek(Instellingen(gesprekken=f"sqlite:///{tmp_path / 'g.db'}", sleutels="k" * 40, rasa_poort=1))
        await gesprek.beurt("w" * 20, "1", tekst="mijn zonnebloemkwartet is weg")
        await gesprek.sluit()

    asyncio.run(praat())
    assert all(geheugen.cache_info().currsize == 0 for geheugen in ALLES)


@pytest.mark.parametrize("pad", sorted((WORTEL / "bot").rglob("*.py")), ids=lambda p: str(p.relative_to(WORTEL)))
def test_niemand_onthoudt_zinnen_langer(pad: Path) -> None:
    """Wie een hele zin als sleutel heeft, hoort `in_dit_bericht` te gebruiken."""
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.FunctionDef) and knoop.args.args:
            merken = [ast.unparse(d) for d in knoop.decorator_list]
            blijvend = any("lru_cache" in m or m in ("cache", "functools.cache") for m in merken)
            assert not (blijvend and knoop.args.args[0].arg in ZINNEN), f"{pad.name}: {knoop.name}"
