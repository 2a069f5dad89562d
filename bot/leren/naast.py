"""Onze manier naast de standaardpijplijn van Rasa (DIET), op dezelfde zinnen: treffers, tijd, wachttijd en geheugen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.kennis import WORTEL
from bot.leren.gewoon import meet, train
from bot.leren.kruis import verdeel
from bot.leren.leerstof import Zin, lees

STANDAARD: list[dict[str, Any]] = [  # zoals `rasa init` van 3.6.21 hem geeft
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
    {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
]
VOUWEN, VOUW = 5, 0
STOCK = WORTEL / ".venv-stock" / "bin" / "python"
"""DIET vraagt TensorFlow, en dat heeft alleen deze omgeving (tools/stock.sh)."""


def vergelijk() -> dict[str, dict[str, float]]:
    """Elk in een eigen proces, na elkaar, op dezelfde machine en dezelfde zinnen. Zonder STOCK alleen de onze."""
    leerdeel, toets = _delen()
    bekend = frozenset(s for zin in leerdeel if zin.in_bereik for s in zin.situaties)
    # bot.rasa past Rasa aan voor hij geladen wordt; zelf importeren mag dit deel van het huis dat niet
    onze = "import bot.rasa; from bot.leren.naast import main; main()"
    uit = {"onze": _uitkomst(_draai([sys.executable, "-W", "ignore", "-c", onze]), toets, bekend)}
    if STOCK.is_file():
        paren = [(z.tekst, z.situaties[0] if z.in_bereik and z.situaties else z.handeling) for z in leerdeel]
        opdracht = {"pijplijn": STANDAARD, "paren": paren, "toets": [z.tekst for z in toets]}
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as bestand:
            json.dump(opdracht, bestand)
            bestand.flush()
            gewoon = str(Path(__file__).with_name("gewoon.py"))
            uit["standaard"] = _uitkomst(_draai([str(STOCK), "-W", "ignore", gewoon, bestand.name]), toets, bekend)
    return uit


def _delen() -> tuple[list[Zin], list[Zin]]:
    """Leren op vier vijfde en meten op het andere vijfde."""
    zinnen = lees()
    vouw = verdeel(zinnen, VOUWEN)
    leerdeel = [zin for zin, v in zip(zinnen, vouw, strict=True) if v != VOUW]
    return leerdeel, [z for z, v in zip(zinnen, vouw, strict=True) if v == VOUW and z.in_bereik and z.situaties]


def _draai(opdracht: list[str]) -> dict[str, Any]:
    omgeving = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    gedaan = subprocess.run(
        opdracht, cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    )
    return dict(json.loads(gedaan.stdout.splitlines()[-1]))


def _uitkomst(meting: dict[str, Any], toets: Sequence[Zin], bekend: frozenset[str]) -> dict[str, float]:
    volgorde = [[naam for naam in rij if naam in bekend] for rij in meting.pop("volgorde")]
    beste = sum(bool(rij) and rij[0] in zin.situaties for rij, zin in zip(volgorde, toets, strict=True))
    drie = sum(bool(set(rij[:3]) & set(zin.situaties)) for rij, zin in zip(volgorde, toets, strict=True))
    n = len(toets)
    return {"zinnen": n, "beste_goed": beste / n, "eerste_drie_goed": drie / n, **meting}


def _onze(zinnen: Sequence[Zin], map_: Path) -> Callable[[str], list[str]]:
    """Onze hoofden, en Rasa met onze config voor de gesprekshandelingen: alles wat een bericht bij ons doorloopt."""
    from bot.leren.train import leer

    model = leer(zinnen)
    eigen = yaml.safe_load((WORTEL / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    rasa = train(
        map_, [deel for deel in eigen if not deel["name"].startswith("bot.")], [(z.tekst, z.handeling) for z in zinnen]
    )

    def lees_zin(tekst: str) -> list[str]:
        rasa(tekst)
        kansen = model.kansen(tekst).situaties
        return sorted(kansen, key=lambda s: -kansen[s])

    return lees_zin


def main() -> None:
    leerdeel, toets = _delen()
    print(json.dumps(meet(lambda map_: _onze(leerdeel, map_), [z.tekst for z in toets])))
