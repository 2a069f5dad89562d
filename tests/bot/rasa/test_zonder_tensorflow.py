"""Zonder TensorFlow: hetzelfde gesprek, gebeurtenis voor gebeurtenis, en een fout met uitleg als iets het toch nodig heeft."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.rasa.zonder_tensorflow import GEEN_TENSORFLOW, van_config, van_model
from tests.bot.deur.conftest import WORTEL

PRAAT = """
import asyncio, json, os, sys
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
from pathlib import Path
from bot.rasa.zonder_tensorflow import laat_weg, van_model
model = Path("models/assistent.tar.gz")
if sys.argv[2] == "snel":
    assert laat_weg(van_model(model))
from bot.rasa.serve import eindpunten
from bot.rasa.versneld import versnel
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
if sys.argv[2] == "snel":
    versnel()
eind = eindpunten("sqlite:///" + sys.argv[1], 1)
agent = Agent.load(str(model), action_endpoint=eind.action)
agent.tracker_store = InMemoryTrackerStore(agent.domain)
agent.processor.tracker_store = agent.tracker_store

async def praat():
    for tekst in ["er staat een naaktfoto van mij online", "ja", "weet ik niet", "wat is smaad", '/daad{"code": "stop"}']:
        await agent.handle_message(UserMessage(tekst, CollectingOutputChannel(), "proef", input_channel="deur"))
    return await agent.tracker_store.retrieve("proef")

def schoon(waarde):
    if isinstance(waarde, dict):
        return {k: schoon(v) for k, v in waarde.items() if k not in ("timestamp", "message_id", "model_id", "assistant_id")}
    if isinstance(waarde, list):
        return [schoon(w) for w in waarde]
    return round(waarde, 6) if isinstance(waarde, float) else waarde

tracker = asyncio.run(praat())
echt = getattr(sys.modules.get("tensorflow"), "__version__", None)
print(json.dumps({"tf": echt is not None, "gebeurtenissen": [schoon(e.as_dict()) for e in tracker.events]}))
"""
FOUT = """
import os
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
from bot.rasa.zonder_tensorflow import TensorFlowNodig, laat_weg
assert not laat_weg(["WhitespaceTokenizer", "DIETClassifier"])
assert laat_weg(["WhitespaceTokenizer", "RulePolicy"])
import rasa.engine.recipes.default_components
from rasa.utils.tensorflow.models import RasaModel
try:
    RasaModel()
except TensorFlowNodig as fout:
    print(fout)
"""


def _draai(code: str, *rest: str) -> str:
    uit = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *rest], cwd=WORTEL, capture_output=True, text=True
    )
    assert uit.returncode == 0, uit.stderr[-2000:]
    return uit.stdout.strip().splitlines()[-1]


@pytest.mark.lang
def test_hetzelfde_gesprek_met_en_zonder(tmp_path: Path) -> None:
    gewoon, snel = (json.loads(_draai(PRAAT, str(tmp_path / f"{hoe}.db"), hoe)) for hoe in ("gewoon", "snel"))
    assert gewoon["tf"] and not snel["tf"]
    assert len(gewoon["gebeurtenissen"]) > 20
    assert snel["gebeurtenissen"] == gewoon["gebeurtenissen"]


def test_wie_het_toch_nodig_heeft_hoort_waarom() -> None:
    assert "GEEN_TENSORFLOW" in _draai(FOUT)


def test_onze_pijplijn_heeft_het_niet_nodig() -> None:
    for namen in (van_config(WORTEL / "config.yml"), van_model(WORTEL / "models" / "assistent.tar.gz")):
        assert {naam.rpartition(".")[2] for naam in namen} <= GEEN_TENSORFLOW


@pytest.mark.parametrize("tekst", ["language: nl\n", "pipeline:\npolicies:\n  - name: RulePolicy\n"])
def test_zonder_pijplijn_kiest_rasa_zelf_en_dus_met(tmp_path: Path, tekst: str) -> None:
    (tmp_path / "config.yml").write_text(tekst)
    assert not set(van_config(tmp_path / "config.yml")) <= GEEN_TENSORFLOW
