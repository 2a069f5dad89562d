"""Wat er niet is, zegt dat: wie een kanaal, een wachtrij, DIET of TED vraagt, krijgt één zin en geen spoor."""

from __future__ import annotations

import contextlib
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import bot.rasa  # zet klaar wat ontbreekt
from bot.rasa.afwezig import KANAAL, OPSLAG, REST, TENSORFLOW, WAAROM, WACHTRIJ, Afwezig, NietHier
from tests.bot.deur.conftest import WORTEL

assert bot.rasa


@pytest.mark.parametrize(
    ("module", "klasse", "met", "waarom"),
    [
        ("rasa.core.channels.slack", "AsyncWebClient", (), KANAAL),
        ("rasa.core.channels.telegram", "TelegramOutput", ("token",), KANAAL),
        ("rasa.core.channels.twilio", "TwilioOutput", ("a", "b", "c"), KANAAL),
        ("rasa.core.brokers.pika", "aio_pika.connect_robust", (), WACHTRIJ),
        ("rasa.core.tracker_store", "Key", ("naam",), OPSLAG),
        ("rasa.utils.tensorflow.models", "RasaModel", (), TENSORFLOW),
        ("rasa.core.policies.ted_policy", "TED", (), TENSORFLOW),
        ("rasa.nlu.classifiers.diet_classifier", "DIET", (), TENSORFLOW),
        ("rasa.server", "Initialize", (), REST),
    ],
)
def test_wie_het_gebruikt_hoort_waarom_niet(module: str, klasse: str, met: tuple[str, ...], waarom: str) -> None:
    plek = importlib.import_module(module)
    for naam in klasse.split("."):
        plek = getattr(plek, naam)
    with pytest.raises(NietHier) as fout:
        plek(*met)  # type: ignore[operator]
    assert str(fout.value).endswith(waarom) and klasse.rpartition(".")[2] in str(fout.value)


def test_rasa_kan_een_fout_van_wat_er_niet_is_opvangen() -> None:
    from botocore.exceptions import BotoCoreError  # type: ignore[import-not-found]

    with pytest.raises(ZeroDivisionError), contextlib.suppress(BotoCoreError):  # zonder echte foutklasse: TypeError
        _ = 1 / 0


def test_wat_er_wel_is_gaat_voor() -> None:
    assert isinstance(sys.meta_path[-1], Afwezig)
    pakketten = {regel.partition("==")[0] for regel in (WORTEL / "requirements.txt").read_text().splitlines()}
    assert not {naam.replace("_", "-") for naam in WAAROM} & pakketten, "dit is er nu wel: haal het uit WAAROM"


@pytest.mark.parametrize(
    ("deel", "onderdeel"), [("pipeline", "DIETClassifier"), ("policies", "TEDPolicy")], ids=["DIET", "TED"]
)
def test_rasa_train_met_diet_of_ted_zegt_wat_je_moet_doen(tmp_path: Path, deel: str, onderdeel: str) -> None:
    config = yaml.safe_load((WORTEL / "config.yml").read_text(encoding="utf-8"))
    del config["importers"]
    config["policies"] = [{"name": "RulePolicy"}]
    config[deel] = [*config[deel], {"name": onderdeel, "epochs": 1}]
    (tmp_path / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    nlu = [{"intent": i, "examples": f"- {i} een\n- {i} twee\n"} for i in ("a", "b")]
    regels = [{"rule": "r", "steps": [{"intent": "a"}, {"action": "action_listen"}]}]
    verhalen = [{"story": "v", "steps": [{"intent": "b"}, {"action": "action_restart"}]}]
    for naam, inhoud in (
        ("data.yml", {"version": "3.1", "nlu": nlu, "rules": regels, "stories": verhalen}),
        ("domain.yml", {"version": "3.1", "intents": ["a", "b"]}),
    ):
        (tmp_path / naam).write_text(yaml.safe_dump(inhoud), encoding="utf-8")
    plekken = ("--config", "config.yml"), ("--domain", "domain.yml"), ("--data", "data.yml"), ("--out", ".")
    opties = [deel for optie, plek in plekken for deel in (optie, str(tmp_path / plek))]
    gedaan = subprocess.run(
        [sys.executable, "-m", "bot.rasa", "train", "--skip-validation", *opties],
        cwd=WORTEL,
        capture_output=True,
        text=True,
    )
    assert gedaan.returncode == 1
    assert TENSORFLOW in gedaan.stderr, gedaan.stderr[-3000:]
    assert "Traceback" not in gedaan.stderr
