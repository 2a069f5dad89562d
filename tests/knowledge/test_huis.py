"""De bouw van het huis: wie wie mag binnenhalen, en wat waar niet hoort."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
VERBODEN = {
    "knowledge": {"bot", "actions", "rasa", "rasa_sdk", "spacy", "starlette", "sqlalchemy", "httpx", "telegram"},
    "bot/verstaan": {"rasa", "rasa_sdk", "starlette", "actions", "bot.rasa", "bot.deur"},
    "bot/deur": {"rasa", "rasa_sdk", "actions", "bot.rasa"},
    "actions": {"bot.deur", "starlette"},
}
KLOK = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}


def bestanden(map_: str) -> list[Path]:
    return sorted((WORTEL / map_).rglob("*.py"))


@pytest.mark.parametrize("map_", sorted(VERBODEN))
def test_de_richting_van_de_pijlen(map_: str) -> None:
    for pad in bestanden(map_):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            namen = (
                [a.name for a in knoop.names]
                if isinstance(knoop, ast.Import)
                else [knoop.module or ""]
                if isinstance(knoop, ast.ImportFrom)
                else []
            )
            for naam in namen:
                fout = [v for v in VERBODEN[map_] if naam == v or naam.startswith(v + ".")]
                assert not fout, f"{pad.relative_to(WORTEL)}:{knoop.lineno} haalt {naam} binnen"  # type: ignore[attr-defined]


def test_de_kern_heeft_geen_klok_en_geen_toeval() -> None:
    for pad in bestanden("knowledge"):
        if pad.name == "__main__.py":
            continue
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Attribute) and isinstance(knoop.value, ast.Name):
                assert (knoop.value.id, knoop.attr) not in KLOK, f"{pad.name}:{knoop.lineno} kijkt op de klok"
            if isinstance(knoop, ast.Import | ast.ImportFrom):
                namen = [a.name for a in knoop.names] if isinstance(knoop, ast.Import) else [knoop.module]
                assert not {"random", "secrets", "uuid"} & set(namen), f"{pad.name} gebruikt toeval"


def test_geen_module_wordt_te_lang() -> None:
    lang = {
        str(p.relative_to(WORTEL)): n
        for map_ in ("knowledge", "bot", "actions")
        for p in bestanden(map_)
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 350
    }
    assert not lang
