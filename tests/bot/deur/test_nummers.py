"""De noodnummers staan ook in bestanden die nog werken als de rest stuk is (`PLEKKEN`). Ze moeten gelijk zijn aan die in de kennis."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.deur.fouten import NUMMERS
from tests.gedeeld import gelezen

WORTEL = Path(__file__).parents[3]
NOOD = {"politie_112", "dertien113", "helpwanted"}


def cijfers(tekst: str) -> str:
    return re.sub(r"\D", "", tekst)


@pytest.mark.parametrize(
    "bestand",
    [
        "bot/deur/sjablonen/thuis.html",
        "bot/deur/paginas/stuk.html",
        "bot/deur/paginas/weg.html",
        "bot/deur/sjablonen/venster.html",
        "bot/deur/sjablonen/gesprek.html",
        "bot/deur/sjablonen/pagina.html",
        "bot/widget/src/hulp.js",
    ],
)
def test_de_noodnummers_zijn_die_van_de_kennis(bestand: str) -> None:
    uit_kennis = {cijfers(i.telefoon.nummer) for i in gelezen().inhoud.instanties if i.id in NOOD and i.telefoon}
    assert len(uit_kennis) == 3
    assert {cijfers(n["nummer"]) for n in NUMMERS} == uit_kennis
    op_pagina = {cijfers(n) for n in re.findall(r"tel:([0-9]+)", (WORTEL / bestand).read_text(encoding="utf-8"))}
    assert op_pagina == uit_kennis
