"""De echte deur en de echte Rasa, op eigen poorten, en een echte Chromium."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

WORTEL = Path(__file__).parents[3]


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@dataclass
class Huis:
    """Een draaiende deur met Rasa erachter."""

    adres: str
    omgeving: dict[str, str]
    deur: subprocess.Popen[bytes]
    rasa: subprocess.Popen[bytes] | None

    def dood_rasa(self) -> None:
        if self.rasa is not None:
            self.rasa.send_signal(signal.SIGKILL)
            self.rasa.wait()

    def status(self) -> dict[str, object]:
        return dict(httpx.get(f"{self.adres}/status", timeout=60, trust_env=False).json())


def start(naam: str, omgeving: dict[str, str]) -> subprocess.Popen[bytes]:
    # met PROEF_LOG is achteraf te lezen wat het proces zei
    with open(omgeving.get("PROEF_LOG", os.devnull), "ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", naam], cwd=WORTEL, env=omgeving, stdout=log, stderr=subprocess.STDOUT
        )


def wacht(adres: str, klaar: Callable[[dict[str, object]], bool], seconden: float) -> None:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        try:
            if klaar(httpx.get(f"{adres}/status", timeout=5, trust_env=False).json()):
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{adres} werd niet klaar binnen {seconden} s")


def bouw_huis(map_: Path, met_rasa: bool, **extra: str) -> Huis:
    """Start deur en eventueel Rasa, en wacht tot ze er zijn."""
    huis = begin_huis(map_, met_rasa, **extra)
    wacht_op_huis(huis)
    return huis


def begin_huis(map_: Path, met_rasa: bool, **extra: str) -> Huis:
    poort, rasa_poort = vrije_poort(), vrije_poort()
    omgeving = {
        **os.environ,
        "EHBO_ADRES": f"127.0.0.1:{poort}",
        "EHBO_RASA_POORT": str(rasa_poort),
        "EHBO_GEHEIM": secrets.token_hex(24),
        "EHBO_RASA_GEHEIM": secrets.token_hex(24),
        "EHBO_SLEUTELS": secrets.token_hex(24),
        "EHBO_GESPREKKEN": f"sqlite:///{map_ / 'gesprekken.db'}",
        "EHBO_NIEUW_PER_MINUUT": "100000",
        "EHBO_PER_ADRES_PER_MINUUT": "10000000",
        "EHBO_HULPLIJN_OPSLAG": f"sqlite:///{map_ / 'hulplijn.db'}",
        **extra,
    }
    return Huis(
        f"http://127.0.0.1:{poort}", omgeving, start("deur", omgeving), start("rasa", omgeving) if met_rasa else None
    )


def wacht_op_huis(huis: Huis) -> None:
    met_rasa = huis.rasa is not None
    try:
        wacht(huis.adres, lambda s: bool(s["klaar"]) and bool(s["rasa"]) is met_rasa, 300)
    except AssertionError:
        sluit(huis)
        raise


def sluit(huis: Huis) -> None:
    for proces in (huis.deur, huis.rasa):
        if proces is not None and proces.poll() is None:
            proces.kill()
            proces.wait()


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    h = bouw_huis(tmp_path_factory.mktemp("huis"), met_rasa=True)
    yield h
    sluit(h)


@pytest.fixture(scope="module")
def kaal_huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """Alleen de deur: Rasa is er niet."""
    h = bouw_huis(tmp_path_factory.mktemp("kaal"), met_rasa=False)
    yield h
    sluit(h)
