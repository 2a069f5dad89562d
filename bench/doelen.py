"""Wat we naast elkaar zetten: onze bot zoals `make run` hem start, de gewone Rasa met zijn actieserver, en een kale echo."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from bench.lijn import Lijn
from bench.stock import RASA, SCHOON, eindpunten
from bot.kennis import WORTEL

GEEN_GRENS = "10000000"
WACHT_MAX, WACHT_EEN = 300.0, 20.0


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@dataclass
class Gesprekslijn:
    """Een gesprek van één persoon over een eigen lijn."""

    lijn: Lijn
    id: str
    beurt: int = 1


class Doel(ABC):
    """Iets wat beurten beantwoordt, met zijn processen."""

    naam: str

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.poort = vrije_poort()
        self.processen: list[subprocess.Popen[bytes]] = []

    @abstractmethod
    def start(self) -> None:
        """Start de processen; keert meteen terug."""

    @abstractmethod
    async def begin(self, lijn: Lijn) -> Gesprekslijn:
        """Een nieuw gesprek. Beurt 1 is daarmee geweest."""

    @abstractmethod
    async def zeg(self, gesprek: Gesprekslijn, tekst: str) -> bool:
        """Eén beurt; of er een echt antwoord kwam."""

    async def tot_antwoord(self) -> float:
        """Seconden tot het eerste echte antwoord (langs Rasa)."""
        begin = time.perf_counter()
        while time.perf_counter() - begin < WACHT_MAX:
            lijn = Lijn(self.poort)
            try:
                if await asyncio.wait_for(self._antwoordt(lijn), WACHT_EEN):
                    return time.perf_counter() - begin
            except (OSError, asyncio.TimeoutError):
                pass
            finally:
                lijn.sluit()
            await asyncio.sleep(0.1)
        raise SystemExit(f"{self.naam} kwam niet op gang")

    async def _antwoordt(self, lijn: Lijn) -> bool:
        return await self.klaar(lijn) and await self.zeg(await self.begin(lijn), "dat weet ik niet")

    async def klaar(self, lijn: Lijn) -> bool:
        return True

    def geheugen(self) -> tuple[float, float]:
        """PSS en RSS van alle processen samen, in MB. PSS telt gedeelde bladen één keer."""
        alle = [p for kind in self.processen for p in (psutil.Process(kind.pid), *_kinderen(kind.pid))]
        delen = [p.memory_full_info() for p in alle]
        return sum(d.pss for d in delen) / 1e6, sum(d.rss for d in delen) / 1e6

    def stop(self) -> None:
        for kind in self.processen:
            nazaten = _kinderen(kind.pid) if kind.poll() is None else []
            kind.send_signal(signal.SIGKILL)
            kind.wait()
            for nazaat in nazaten:
                if nazaat.is_running():
                    nazaat.kill()
        self.processen = []

    def _draai(self, opdracht: list[str], omgeving: dict[str, str], waar: Path) -> None:
        self.processen.append(
            subprocess.Popen(
                opdracht,
                cwd=waar,
                env={**os.environ, **SCHOON, **omgeving},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )


class Ons(Doel):
    """`python -m bot run`: de deur, Rasa, en de bewaker. Gemeten door de deur heen, zoals de widget belt."""

    naam = "ons"

    def __init__(self, map_: Path) -> None:
        super().__init__(map_)
        self.pagina_na = 0.0
        """Seconden van de start tot de pagina een beurt beantwoordt, met of zonder Rasa."""
        self._begonnen = 0.0

    def start(self) -> None:
        self._begonnen = time.perf_counter()
        self.pagina_na = 0.0
        self._draai(
            [sys.executable, "-m", "bot", "run"],
            {
                "EHBO_ADRES": f"127.0.0.1:{self.poort}",
                "EHBO_RASA_POORT": str(vrije_poort()),
                "EHBO_GESPREKKEN": f"sqlite:///{self.map / 'gesprekken.db'}",
                "EHBO_HULPLIJN_OPSLAG": f"sqlite:///{self.map / 'hulplijn.db'}",
                **{naam: secrets.token_hex(24) for naam in ("EHBO_GEHEIM", "EHBO_RASA_GEHEIM", "EHBO_SLEUTELS")},
                **dict.fromkeys(
                    (
                        "EHBO_PER_MINUUT",
                        "EHBO_NIEUW_PER_MINUUT",
                        "EHBO_PER_ADRES_PER_MINUUT",
                        "EHBO_TEGELIJK",
                        "EHBO_TEGELIJK_PER_ADRES",
                    ),
                    GEEN_GRENS,
                ),
            },
            WORTEL,
        )

    async def begin(self, lijn: Lijn) -> Gesprekslijn:
        return Gesprekslijn(lijn, (await lijn.post("/api/gesprek", {}))["sessie"])

    async def zeg(self, gesprek: Gesprekslijn, tekst: str) -> bool:
        gesprek.beurt += 1
        uit = await gesprek.lijn.post(
            "/api/beurt", {"beurt": str(gesprek.beurt), "tekst": tekst}, {"X-Sessie": gesprek.id}
        )
        return bool(uit["blokken"])

    async def klaar(self, lijn: Lijn) -> bool:
        if not self.pagina_na and await self.zeg(await self.begin(lijn), "dat weet ik niet"):
            self.pagina_na = time.perf_counter() - self._begonnen
        return (await self.cijfers())["rasa_er"] == 1

    async def cijfers(self) -> dict[str, float]:
        """Hoeveel beurten er langs Rasa gingen en hoeveel vanuit de kern, volgens de deur zelf."""
        lezer, schrijver = await asyncio.open_connection("127.0.0.1", self.poort)
        schrijver.write(b"GET /status HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
        status = (await lezer.read()).decode()
        schrijver.close()
        lezer, schrijver = await asyncio.open_connection("127.0.0.1", self.poort)
        schrijver.write(b"GET /cijfers HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
        tekst = (await lezer.read()).decode()
        schrijver.close()
        uit = {"rasa_er": float('"rasa":true' in status.replace(" ", "")), "rasa": 0.0, "kern": 0.0}
        for regel in tekst.splitlines():
            for langs in ("rasa", "kern"):
                if regel.startswith(f'ehbo_beurten_total{{langs="{langs}"}}'):
                    uit[langs] = float(regel.rpartition(" ")[2])
        return uit


class Stock(Doel):
    """De gewone Rasa: `rasa run` met het REST-kanaal en SQLite, en `rasa run actions` ernaast."""

    naam = "gewone Rasa"

    def __init__(self, map_: Path, bot: Path) -> None:
        super().__init__(map_)
        shutil.copytree(bot, map_, dirs_exist_ok=True)

    def start(self) -> None:
        for db in self.map.glob("gesprekken.db*"):
            db.unlink()
        acties = vrije_poort()
        punten = eindpunten(self.map, acties)
        self._draai([RASA, "run", "actions", "--port", str(acties)], {}, self.map)
        self._draai([RASA, "run", "-i", "127.0.0.1", "-p", str(self.poort), "--endpoints", str(punten)], {}, self.map)

    async def begin(self, lijn: Lijn) -> Gesprekslijn:
        gesprek = Gesprekslijn(lijn, secrets.token_hex(8), 0)
        await self.zeg(gesprek, "hallo")
        return gesprek

    async def zeg(self, gesprek: Gesprekslijn, tekst: str) -> bool:
        gesprek.beurt += 1
        return bool(await gesprek.lijn.post("/webhooks/rest/webhook", {"sender": gesprek.id, "message": tekst}))


class Echo(Stock):
    """De vloer; spreekt hetzelfde als het REST-kanaal."""

    naam = "kale echo"

    def __init__(self, map_: Path) -> None:
        Doel.__init__(self, map_)

    def start(self) -> None:
        self._draai([sys.executable, "-m", "bench.echo", str(self.poort)], {}, WORTEL)


def _kinderen(pid: int) -> list[Any]:
    try:
        return list(psutil.Process(pid).children(recursive=True))
    except psutil.NoSuchProcess:
        return []
