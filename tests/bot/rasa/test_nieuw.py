"""Elk stuk van bot/rasa/nieuw.py is nodig: zonder dat stuk komt de fout die erbij staat, met dat stuk niet."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.rasa import nieuw
from tests.bot.deur.conftest import WORTEL

STUKKEN = {
    "packaging.version": ("import rasa.shared.utils.validation", "LegacyVersion"),
    "numpy": ("import rasa.utils.common", "VisibleDeprecationWarning"),
    "sanic.app": (
        "import sanic\n"
        "app = sanic.Sanic('rasa_core_no_api')\n"
        "@app.after_server_start\n"
        "async def stop(a): a.stop()\n"
        "app.add_route(lambda _: None, '/')\n"
        "app.run(host='127.0.0.1', port=0, workers=1, motd=False)\n"
        "print('gestopt')",
        "rasa_core_no_api",
    ),
    "rasa.nlu.classifiers.logistic_regression_classifier": (
        "from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier as L\n"
        "L(L.get_default_config(), 'x', None, None)",
        "multi_class",
    ),
    "rasa.core.tracker_store": (
        "import asyncio, rasa.core.tracker_store as t\n"
        "class Stuk:\n"
        "    domain = event_broker = None\n"
        "    async def save(self, tracker): raise OSError('geen schijf')\n"
        "    async def retrieve(self, wie): raise OSError('geen schijf')\n"
        "winkel = t.FailSafeTrackerStore(Stuk(), lambda fout: None, Stuk())\n"
        "for wat in (winkel.save, winkel.retrieve):\n"
        "    try: asyncio.run(wat('x'))\n"
        "    except OSError: pass\n"
        "    else: raise SystemExit('viel stil terug')\n"
        "from rasa.utils.endpoints import EndpointConfig\n"
        "try: t.TrackerStore.create(EndpointConfig(url='sqlite://', type='bot.bestaat.Niet'))\n"
        "except RuntimeError as fout: assert 'bot.bestaat.Niet' in str(fout)\n"
        "else: raise SystemExit('viel stil terug')",
        "viel stil terug",
    ),
    "rasa.nlu.test": (
        "import rasa.nlu.test as t\nassert t._calculate_report(None, [], [], True)[0] == {}",
        "empty input array|Found array with 0|No labels",
    ),
    "rasa.utils.plotting": (
        "import tempfile, numpy as np\n"
        "from rasa.utils.plotting import plot_confusion_matrix\n"
        "plot_confusion_matrix(np.eye(2, dtype=int), ['a', 'b'], output_file=tempfile.mkdtemp() + '/p.png')",
        "matplotlib",
    ),
    "pkg_resources": ("import rasa.engine.training.fingerprinting", "No module named 'pkg_resources'"),
    "dask": ("import rasa.engine.runner.dask", "No module named 'dask'"),
    "randomname": ("import rasa.model_training", "No module named 'randomname'"),
    "structlog_sentry": ("import rasa.utils.log_utils", "No module named 'structlog_sentry'"),
}


def _draai(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        timeout=300,
        start_new_session=True,  # Sanic doodt bij een fout zijn hele groep, en dat zou pytest zelf zijn
    )


def test_met_elk_stuk_gaat_het() -> None:
    code = "\n".join(["import bot.rasa", *(code for code, _ in STUKKEN.values())])
    met = _draai(code)
    assert met.returncode == 0, met.stderr[-2000:]


@pytest.mark.lang
@pytest.mark.parametrize("stuk", STUKKEN)
def test_zonder_dit_stuk_komt_de_fout(stuk: str) -> None:
    code, fout = STUKKEN[stuk]
    zonder = _draai(
        "from bot.rasa import nieuw\nimport sys\n"
        f"nieuw.DAARNA.pop({stuk!r}, None), nieuw.KLEIN.pop({stuk!r}, None)\n"
        "for naam in ('packaging.version', 'numpy', 'sanic.app'): sys.modules.pop(naam, None)\n" + code
    )
    assert any(deel in zonder.stderr for deel in fout.split("|")), zonder.stderr[-2000:]


def test_elk_stuk_staat_hierboven() -> None:
    assert set(STUKKEN) == nieuw.DAARNA.keys() | nieuw.KLEIN.keys()


def test_bij_een_andere_versie_van_rasa_gebeurt_er_niets() -> None:
    uit = _draai(
        "import importlib.metadata as m, sys\n"
        "echt = m.version\n"
        "m.version = lambda naam: '3.6.22' if naam == 'rasa' else echt(naam)\n"
        "voor = list(sys.meta_path)\n"
        "from bot.rasa.nieuw import maak_passend\n"
        "assert maak_passend() is False and sys.meta_path == voor, sys.meta_path"
    )
    assert uit.returncode == 0, uit.stderr[-2000:]


def test_twee_keer_klaarzetten_is_een_keer() -> None:
    voor = list(sys.meta_path)
    assert nieuw.maak_passend() and sys.meta_path == voor


def test_stappen_lopen_een_keer_en_op_volgorde() -> None:
    gelopen: list[str] = []

    def stap(naam: str, *wat: object) -> tuple[object, ...]:
        gelopen.append(naam)
        return (naam, *wat)

    graaf = {"c": (stap, "c", "a", "b"), "b": (stap, "b", "a"), "a": (stap, "a", "in"), "in": [1], "los": (stap, "los")}
    # de naam van een stap is zelf geen verwijzing: geef hem zo dat hij niet in de graaf staat
    graaf = {k: (v[0], f"naam {v[1]}", *v[2:]) if isinstance(v, tuple) else v for k, v in graaf.items()}
    assert nieuw._reken(graaf, ["c", "b"]) == (
        ("naam c", ("naam a", [1]), ("naam b", ("naam a", [1]))),
        ("naam b", ("naam a", [1])),
    )
    assert gelopen == ["naam a", "naam b", "naam c"]
