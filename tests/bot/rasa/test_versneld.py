"""Elke herstelde plek in Rasa geeft precies wat de gewone plek geeft. Het hele gesprek staat onderaan."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.rasa.versneld import versnel, weer_gewoon
from tests.bot.deur.conftest import WORTEL

MODEL = WORTEL / "models" / "assistent.tar.gz"
ZINNEN = ("er staat een naaktfoto van mij online", "ja", "?!", "wat is smaad en wie helpt mij daarbij", "qwxz")


@pytest.fixture(scope="module")
def gewoon() -> dict[str, Any]:
    """Wat Rasa zelf doet, opgeschreven voor het hersteld wordt."""
    from rasa.core.actions.action import RemoteAction
    from rasa.core.agent import Agent
    from rasa.core.policies.rule_policy import RulePolicy
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import Event

    plekken = (
        (RemoteAction, "_validate_action_result"),
        (Event, "resolve_by_type"),
        (DaskGraphRunner, "run"),
        (Domain, "is_empty"),
        (RulePolicy, "_get_possible_keys"),
        (LogisticRegressionClassifier, "_create_X"),
    )
    weer_gewoon()
    uit: dict[str, Any] = {naam: getattr(klasse, naam) for klasse, naam in plekken}
    agent = Agent.load(str(MODEL))
    uit["verstaan"] = [_versta(agent, zin) for zin in ZINNEN]
    assert versnel() and versnel()
    assert all(getattr(klasse, naam) is not uit[naam] for klasse, naam in plekken)
    return uit


def _versta(agent: Any, zin: str) -> dict[str, Any]:
    return dict(asyncio.run(agent.parse_message(zin)))


def test_verstaan_geeft_dezelfde_kansen(gewoon: dict[str, Any]) -> None:
    from rasa.core.agent import Agent

    snel = Agent.load(str(MODEL))
    for zin, verwacht in zip(ZINNEN, gewoon["verstaan"], strict=True):
        kreeg = _versta(snel, zin)
        assert [r["name"] for r in kreeg["intent_ranking"]] == [r["name"] for r in verwacht["intent_ranking"]]
        for r, v in zip(kreeg["intent_ranking"], verwacht["intent_ranking"], strict=True):
            assert r["confidence"] == pytest.approx(v["confidence"], abs=1e-12)
        assert kreeg["daad"] == verwacht["daad"]


SLOT = {"event": "slot", "name": "a", "value": 1, "timestamp": None}
GOED = [
    {"events": [], "responses": []},
    {"events": [SLOT, {"event": "bot"}], "responses": [{}]},
    {"events": [{"event": "user", "text": "x", "parse_data": {"intent": {"name": "groet"}}}]},
    {"responses": [{"text": "hoi"}]},
    {},
]
FOUT: list[Any] = [
    {"events": "nee", "responses": []},
    {"events": [{"event": "bestaat_niet"}]},
    {"events": [{"event": 3}]},
    {"events": [{}]},
    {"events": ["slot"]},
    {"events": [{"event": ["slot"], "name": "a", "value": 1}]},
    {"events": [{"event": "slot", "name": "a"}]},
    {"events": [{"event": "slot", "name": 3, "value": 1}]},
    {"events": [SLOT, {**SLOT, "timestamp": "gisteren"}]},
    {"events": [{"event": "user", "parse_data": {"entities": [{"entity": "x"}]}}]},
    {"events": [], "responses": ["hoi"]},
    [],
]


@pytest.mark.parametrize("result", [*GOED, *FOUT])
def test_de_keuring_laat_hetzelfde_door(gewoon: dict[str, Any], result: Any) -> None:
    from jsonschema import ValidationError
    from rasa.core.actions.action import RemoteAction

    actie = RemoteAction("action_beurt", None)
    if result in GOED:
        assert actie._validate_action_result(result) is True
        assert gewoon["_validate_action_result"](actie, result) is True
        return
    meldingen = []
    for keur in (actie._validate_action_result, lambda r: gewoon["_validate_action_result"](actie, r)):
        with pytest.raises(ValidationError) as gevangen:
            keur(result)
        meldingen.append(gevangen.value.message)
    assert meldingen[0] == meldingen[1]


def test_gebeurtenissen_hebben_dezelfde_klasse(gewoon: dict[str, Any]) -> None:
    from rasa.shared.core.events import Event

    for naam in ("user", "bot", "slot", "action", "session_started", "restart", "undo"):
        assert Event.resolve_by_type(naam) is gewoon["resolve_by_type"](naam)
    with pytest.raises(ValueError):
        Event.resolve_by_type("bestaat_niet")


def test_dezelfde_regels_gelden(gewoon: dict[str, Any]) -> None:
    """Elke stand die de regels kennen en elke combinatie van twee, ook het begin van een gesprek en niet gezette slots."""
    from rasa.core.agent import Agent
    from rasa.core.policies.rule_policy import RulePolicy

    regels = next(
        knoop._component.lookup["rules"]
        for naam, knoop in Agent.load(str(MODEL)).processor.graph_runner._instantiated_nodes.items()
        if "RulePolicy" in naam
    )
    standen = [stand for sleutel in regels for stand in json.loads(sleutel)]
    standen += [{}, {"prev_action": {"action_name": "action_listen"}}, {"slots": {"zaak": "should_not_be_set"}}]
    standen = [dict(t) for t in {json.dumps(s, sort_keys=True): s for s in standen}.values()]
    kies = random.Random(7)
    rijen = [[s] for s in standen] + [list(p) for p in kies.sample(list(product(standen, repeat=2)), 200)]
    rijen += [kies.choices(standen, k=4) for _ in range(100)]
    beleid = RulePolicy.__new__(RulePolicy)
    raak = 0
    for rij in rijen:
        kreeg = RulePolicy._get_possible_keys(beleid, regels, rij)
        assert kreeg == gewoon["_get_possible_keys"](beleid, regels, rij)
        raak += bool(kreeg)
    assert raak > 20


def test_de_graaf_geeft_hetzelfde_en_weigert_hetzelfde(gewoon: dict[str, Any]) -> None:
    from rasa.engine.exceptions import GraphRunError
    from rasa.engine.graph import GraphSchema, SchemaNode
    from rasa.engine.runner.dask import DaskGraphRunner

    def stap(*nodig: str) -> SchemaNode:
        return SchemaNode(needs={n: n for n in nodig}, uses=object, constructor_name="x", fn="x", config={})

    schema = GraphSchema({"c": stap("a", "b"), "a": stap("in"), "b": stap("a"), "los": stap("in")})
    loper = DaskGraphRunner.__new__(DaskGraphRunner)
    loper._graph_schema, loper._execution_context = schema, None
    gelopen: list[str] = []

    def knoop(naam: str) -> Any:
        def doe(*wat: Any) -> tuple[str, Any]:
            gelopen.append(naam)
            if wat == (("in", "stuk"),):
                raise RuntimeError
            return naam, [naam, *wat]

        return doe

    loper._instantiated_nodes = {naam: knoop(naam) for naam in schema.nodes}
    for doel, invoer in ((["c"], {"in": [1]}), (["c", "a"], {"in": 1}), (["c"], {"in": 1, "a": [2]}), (["a"], None)):
        assert loper.run(invoer, doel) == gewoon["run"](loper, invoer, doel)
    gelopen.clear()
    loper.run({"in": 1}, ["c"])
    assert gelopen == ["a", "b", "c"]  # elk één keer, na wat zij nodig hebben, en niet wat niemand vroeg
    for invoer in ({"in": "b"}, {"in": "stuk"}):
        for run in (loper.run, lambda i, d: gewoon["run"](loper, i, d)):
            with pytest.raises(GraphRunError):
                run(invoer, ["c"])


PRAAT = """
import asyncio, json, os, sys
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
from pathlib import Path
model = Path("models/assistent.tar.gz")
from bot.rasa.serve import eindpunten
from bot.rasa.versneld import versnel
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
assert sys.argv[2] == "gewoon" or versnel()
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
print(json.dumps([schoon(e.as_dict()) for e in tracker.events]))
"""


@pytest.mark.lang
def test_hetzelfde_gesprek_gewoon_en_snel(tmp_path: Path) -> None:
    gesprekken = []
    for hoe in ("gewoon", "snel"):
        uit = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", PRAAT, str(tmp_path / f"{hoe}.db"), hoe],
            cwd=WORTEL,
            capture_output=True,
            text=True,
        )
        assert uit.returncode == 0, uit.stderr[-2000:]
        gesprekken.append(json.loads(uit.stdout.strip().splitlines()[-1]))
    assert len(gesprekken[0]) > 20
    assert gesprekken[1] == gesprekken[0]
