"""Rasa trainen op zinnen met een bedoeling, en hem laten lezen. Kent alleen Rasa: `naast` start dit ook in .venv-stock.

`python gewoon.py OPDRACHT.json`: {"pijplijn", "paren": [[zin, bedoeling]], "toets": [zin]} wordt {"volgorde": [[bedoeling]], ...}.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

OPWARMEN = 20


def train(
    map_: Path, pijplijn: list[dict[str, Any]], paren: Sequence[tuple[str, str]]
) -> Callable[[str], dict[str, Any]]:
    """Geeft wat een zin leest."""
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


def meet(leer: Callable[[Path], Callable[[str], list[str]]], toets: Sequence[str]) -> dict[str, Any]:
    """Leert, leest elke zin, en zegt wat dat kostte."""
    with tempfile.TemporaryDirectory() as map_:
        begin, rekende = time.perf_counter(), time.process_time()
        lezer = leer(Path(map_))
        tijd, rekentijd = time.perf_counter() - begin, time.process_time() - rekende
        for zin in toets[:OPWARMEN]:
            lezer(zin)
        begin = time.perf_counter()
        volgorde = [lezer(zin) for zin in toets]
        wacht = (time.perf_counter() - begin) / len(toets)
    return {
        "volgorde": volgorde,
        "leren_s": tijd,
        "leren_rekentijd_s": rekentijd,
        "wachttijd_ms": wacht * 1000,
        "geheugen_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main(opdracht: dict[str, Any]) -> dict[str, Any]:
    def leer(map_: Path) -> Callable[[str], list[str]]:
        rasa = train(map_, opdracht["pijplijn"], opdracht["paren"])
        return lambda tekst: [bedoeling["name"] for bedoeling in rasa(tekst)["intent_ranking"]]

    return meet(leer, opdracht["toets"])


if __name__ == "__main__":
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    print(json.dumps(main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
