"""Onze manier naast de standaardpijplijn van Rasa (DIET), op dezelfde zinnen: treffers, tijd, wachttijd en geheugen."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.kennis import WORTEL
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
Lezer = Callable[[str], list[str]]


def vergelijk() -> dict[str, dict[str, float]]:
    """Beide in een eigen proces, na elkaar, op dezelfde machine en dezelfde zinnen."""
    uit = {}
    for wie in ("onze", "standaard"):
        omgeving = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
        gedaan = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "bot.leren.naast", wie],
            cwd=WORTEL,
            env=omgeving,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
        uit[wie] = dict(json.loads(gedaan.stdout.splitlines()[-1]))
    return uit


def meet(wie: str) -> dict[str, float]:
    """Leert op vier vijfde en meet op het andere vijfde."""
    zinnen = lees()
    vouw = verdeel(zinnen, VOUWEN)
    leerdeel = [zin for zin, v in zip(zinnen, vouw, strict=True) if v != VOUW]
    toets = [z for z, v in zip(zinnen, vouw, strict=True) if v == VOUW and z.in_bereik and z.situaties]
    with tempfile.TemporaryDirectory() as map_:
        begin, rekende = time.perf_counter(), time.process_time()
        lezer = (_onze if wie == "onze" else _standaard)(leerdeel, Path(map_))
        tijd, rekentijd = time.perf_counter() - begin, time.process_time() - rekende
        for zin in toets[:20]:
            lezer(zin.tekst)
        begin = time.perf_counter()
        gelezen = [lezer(zin.tekst) for zin in toets]
        wacht = (time.perf_counter() - begin) / len(toets)
    return {
        "zinnen": len(toets),
        "beste_goed": sum(uit[0] in zin.situaties for uit, zin in zip(gelezen, toets, strict=True)) / len(toets),
        "eerste_drie_goed": sum(bool(set(uit[:3]) & set(z.situaties)) for uit, z in zip(gelezen, toets, strict=True))
        / len(toets),
        "leren_s": tijd,
        "leren_rekentijd_s": rekentijd,
        "wachttijd_ms": wacht * 1000,
        "geheugen_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _onze(zinnen: Sequence[Zin], map_: Path) -> Lezer:
    """Onze hoofden, en Rasa met onze config voor de gesprekshandelingen: alles wat een bericht bij ons doorloopt."""
    from bot.leren.train import leer

    model = leer(zinnen)
    eigen = yaml.safe_load((WORTEL / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    rasa = _rasa(
        map_, [deel for deel in eigen if not deel["name"].startswith("bot.")], [(z.tekst, z.handeling) for z in zinnen]
    )

    def lees_zin(tekst: str) -> list[str]:
        rasa(tekst)
        kansen = model.kansen(tekst).situaties
        return sorted(kansen, key=lambda s: -kansen[s])

    return lees_zin


def _standaard(zinnen: Sequence[Zin], map_: Path) -> Lezer:
    paren = [(z.tekst, z.situaties[0] if z.in_bereik and z.situaties else z.handeling) for z in zinnen]
    rasa = _rasa(map_, STANDAARD, paren)
    bekend = {s for z in zinnen if z.in_bereik for s in z.situaties}
    return lambda tekst: [i["name"] for i in rasa(tekst)["intent_ranking"] if i["name"] in bekend]


def _rasa(
    map_: Path, pijplijn: list[dict[str, Any]], paren: Sequence[tuple[str, str]]
) -> Callable[[str], dict[str, Any]]:
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    per: dict[str, list[str]] = {}
    for tekst, naam in paren:
        per.setdefault(naam, []).append(tekst)
    nlu = [{"intent": naam, "examples": "".join(f"- {t}\n" for t in teksten)} for naam, teksten in per.items()]
    for naam, inhoud in (
        ("nlu.yml", {"version": "3.1", "nlu": nlu}),
        ("config.yml", {"recipe": "default.v1", "language": "nl", "assistant_id": "meting", "pipeline": pijplijn}),
    ):
        (map_ / naam).write_text(yaml.safe_dump(inhoud, allow_unicode=True), encoding="utf-8")
    pad = train_nlu(str(map_ / "config.yml"), str(map_ / "nlu.yml"), str(map_), fixed_model_name="meting")
    agent = Agent.load(str(pad))
    lus = asyncio.new_event_loop()
    return lambda tekst: dict(lus.run_until_complete(agent.parse_message(tekst)))


if __name__ == "__main__":
    print(json.dumps(meet(sys.argv[1])))
