"""De bot waarmee we vergelijken: `rasa init` zoals Rasa hem maakt, met onze zinnen en één eigen actie. Op schijf in results/."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from bot.kennis import WORTEL

MAP = WORTEL / "results" / "bench"
OMGEVING = WORTEL / ".venv-stock" / "bin"
"""De gewone Rasa met TensorFlow, op Python 3.10. `tools/stock.sh` maakt haar, waar 3.10 te krijgen is."""
RASA = str(OMGEVING / "rasa")
SCHOON = {"RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3"}
ACTIE = """from typing import Any, Dict, List, Text
from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher


class ActionAntwoord(Action):
    def name(self) -> Text:
        return "action_antwoord"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[Dict[Text, Any]]:
        dispatcher.utter_message(text="antwoord")
        return [SlotSet("teller", (tracker.get_slot("teller") or 0) + 1)]
"""
"""De lichtste actie die nog iets doet: een antwoord en een slot. Alles wat zij kost, kost Rasa."""
STANDAARD = 100
"""Epochs van DIET en TED zoals Rasa ze zet. Minder scheelt tijd bij het trainen, niet bij het antwoorden."""
_VORM = 2
"""Omhoog als `maak` iets anders maakt: een bewaard model past dan niet meer."""


def is_er() -> bool:
    """Of de gewone Rasa hier te draaien is."""
    return (OMGEVING.parent / "klaar").is_file()


def bedoelingen() -> list[str]:
    """De bedoelingen uit onze leerstof."""
    namen: set[str] = set()
    for pad in sorted((WORTEL / "data" / "nlu").glob("*.yml")):
        namen |= {s["intent"] for s in yaml.safe_load(pad.read_text(encoding="utf-8"))["nlu"] if "intent" in s}
    return sorted(namen)


def maak(map_: Path, leerrondes: int = STANDAARD) -> None:
    """`rasa init`, en daarin onze leerstof, één actie, en de standaardkeuzes die `rasa init` openlaat (SQLite, HTTP)."""
    map_.mkdir(parents=True, exist_ok=True)
    begin = "import sys; from rasa.cli.scaffold import create_initial_project as c; c(sys.argv[1])"
    subprocess.run([OMGEVING / "python", "-c", begin, map_], env={**os.environ, **SCHOON}, check=True)
    for bestand in ("nlu.yml", "stories.yml", "rules.yml"):
        (map_ / "data" / bestand).unlink()
    shutil.rmtree(map_ / "tests")
    namen = bedoelingen()
    shutil.copytree(WORTEL / "data" / "nlu", map_ / "data" / "nlu")
    (map_ / "actions" / "actions.py").write_text(ACTIE)
    stap: Any = [{"action": "action_antwoord"}]
    _schrijf(
        map_ / "data" / "rules.yml",
        # ook wat niet herkend wordt leidt naar de actie: elke beurt doet zo hetzelfde werk
        {"rules": [{"rule": n, "steps": [{"intent": n}, *stap]} for n in (*namen, "nlu_fallback")]},
    )
    _schrijf(
        map_ / "data" / "stories.yml",
        {"stories": [{"story": f"verhaal {n}", "steps": [{"intent": n}, *stap]} for n in namen]},
    )
    domein = yaml.safe_load((map_ / "domain.yml").read_text(encoding="utf-8"))
    domein |= {
        "intents": namen,
        "actions": ["action_antwoord"],
        "responses": {},
        "slots": {"teller": {"type": "any", "mappings": [{"type": "custom"}]}},
    }
    _schrijf(map_ / "domain.yml", domein)
    if leerrondes != STANDAARD:
        config = map_ / "config.yml"
        config.write_text(_minder_leren(config.read_text(encoding="utf-8"), leerrondes), encoding="utf-8")


def _minder_leren(config: str, leerrondes: int) -> str:
    """Dezelfde pijplijn en beleid die Rasa anders zelf kiest (als commentaar in zijn eigen bestand), met minder epochs."""
    regels = [f" {r[2:]}" if r.startswith("#   ") else r for r in config.splitlines()]
    return "\n".join(regels).replace(f"epochs: {STANDAARD}", f"epochs: {leerrondes}") + "\n"


def eindpunten(map_: Path, acties: int) -> Path:
    """De eindpunten voor één meting: de actieserver over HTTP, en een verse SQLite."""
    pad = map_ / "endpoints.yml"
    _schrijf(
        pad,
        {
            "action_endpoint": {"url": f"http://127.0.0.1:{acties}/webhook"},
            "tracker_store": {"type": "SQL", "dialect": "sqlite", "db": str(map_ / "gesprekken.db")},
        },
    )
    return pad


def getraind(leerrondes: int = STANDAARD, opnieuw: bool = False) -> tuple[Path, dict[str, Any]]:
    """De map met het getrainde model, en hoe lang dat trainen duurde en wanneer. Traint alleen als de leerstof anders is."""
    map_ = MAP / f"stock-{leerrondes}-{_vingerafdruk()}"
    bewijs = map_ / "training.json"
    if bewijs.is_file() and not opnieuw:
        return map_, {**json.loads(bewijs.read_text(encoding="utf-8")), "deze_run": False}
    shutil.rmtree(map_, ignore_errors=True)
    maak(map_, leerrondes)
    print("· de gewone Rasa trainen (minuten; daarna bewaard in results/bench)", flush=True)
    begin, belasting = time.monotonic(), os.getloadavg()[0]
    klaar = subprocess.run(
        [RASA, "train", "--fixed-model-name", "stock", "--quiet"],
        cwd=map_,
        env={**os.environ, **SCHOON},
        capture_output=True,
        text=True,
    )
    if klaar.returncode or not (map_ / "models" / "stock.tar.gz").is_file():
        raise SystemExit(f"de gewone Rasa trainde niet:\n{klaar.stderr[-1500:]}")
    uit = {
        "seconden": time.monotonic() - begin,
        "leerrondes": leerrondes,
        "wanneer": datetime.now().strftime("%Y-%m-%d %H:%M"),
        "belasting": [belasting, os.getloadavg()[0]],
    }
    bewijs.write_text(json.dumps(uit), encoding="utf-8")
    return map_, {**uit, "deze_run": True}


def _vingerafdruk() -> str:
    som = hashlib.sha256(f"{ACTIE}{_VORM}".encode())
    for pad in sorted((WORTEL / "data" / "nlu").glob("*.yml")):
        som.update(pad.read_bytes())
    return som.hexdigest()[:12]


def _schrijf(pad: Path, inhoud: dict[str, Any]) -> None:
    pad.write_text(yaml.safe_dump({"version": "3.1", **inhoud}, allow_unicode=True), encoding="utf-8")
