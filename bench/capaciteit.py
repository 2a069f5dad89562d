"""`python -m bench.capaciteit`: meet wat een beurt de machine kost, en rekent in docs/capaciteit.md uit hoeveel machines dat vraagt.

Gemeten wordt rekentijd van de processor, per proces: die verandert nauwelijks als de machine nog ander werk heeft.
"""

from __future__ import annotations

import asyncio
import math
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import psutil

from bench.doelen import GEEN_GRENS, vrije_poort
from bench.lijn import Lijn
from bench.praten import EERSTE, ERTUSSEN
from bench.som import BEURTEN, Meting, blok, zet_in
from bot.kennis import WORTEL

GESPREKKEN = 15


class Huis:
    """Deur en Rasa als eigen processen, op SQLite, zonder grenzen per minuut."""

    def __init__(self, map_: Path, rasa: bool, redis: str = "") -> None:
        self.poort = vrije_poort()
        grenzen = ("PER_MINUUT", "NIEUW_PER_MINUUT", "PER_ADRES_PER_MINUUT", "TEGELIJK", "TEGELIJK_PER_ADRES")
        omgeving = {
            **os.environ,
            "EHBO_ADRES": f"127.0.0.1:{self.poort}",
            "EHBO_RASA_POORT": str(vrije_poort()),
            "EHBO_GESPREKKEN": f"sqlite:///{map_ / 'gesprekken.db'}",
            "EHBO_HULPLIJN_OPSLAG": f"sqlite:///{map_ / 'hulplijn.db'}",
            "EHBO_REDIS": redis,
            **{f"EHBO_{n}": secrets.token_hex(24) for n in ("GEHEIM", "RASA_GEHEIM", "SLEUTELS")},
            **{f"EHBO_{n}": GEEN_GRENS for n in grenzen},
        }
        self.processen = {
            naam: psutil.Popen([sys.executable, "-m", "bot", naam], cwd=WORTEL, env=omgeving, stderr=subprocess.DEVNULL)
            for naam in (("deur", "rasa") if rasa else ("deur",))
        }

    async def klaar(self) -> None:
        """Wacht tot een beurt antwoord krijgt, en langs Rasa gaat als die er hoort te zijn."""
        einde = time.monotonic() + 300
        while time.monotonic() < einde:
            try:
                await praat(self.poort, 1, 2)
                if "rasa" not in self.processen or '"rasa":true' in (await _status(self.poort)).replace(" ", ""):
                    return
            except OSError:
                pass
            await asyncio.sleep(0.3)
        raise SystemExit("de bot kwam niet op gang")

    def rekentijd(self) -> dict[str, float]:
        """Seconden per proces, tot nu toe."""
        return {naam: sum(p.cpu_times()[:2]) for naam, p in self.processen.items()}

    def stop(self) -> None:
        for proces in self.processen.values():
            proces.kill()
            proces.wait()


async def _status(poort: int) -> str:
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    schrijver.write(b"GET /status HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
    try:
        return (await lezer.read()).decode()
    finally:
        schrijver.close()


async def praat(poort: int, gesprekken: int, beurten: int) -> int:
    """Gesprekken na elkaar; geeft het aantal beurten."""
    lijn = Lijn(poort)
    try:
        for _ in range(gesprekken):
            kop = {"X-Sessie": (await lijn.post("/api/gesprek", {}))["sessie"]}
            for nr in range(beurten):
                tekst = EERSTE if nr == 0 else ERTUSSEN[nr % len(ERTUSSEN)]
                await lijn.post("/api/beurt", {"beurt": str(nr), "tekst": tekst}, kop)
    finally:
        lijn.sluit()
    return gesprekken * beurten


@contextmanager
def een_redis() -> Iterator[str]:
    """Een eigen Redis, of niets als hij hier niet is."""
    programma = shutil.which("redis-server")
    if programma is None:
        yield ""
        return
    poort = vrije_poort()
    opties = ["--port", str(poort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    proces = subprocess.Popen([programma, *opties], stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{poort}/0"
    finally:
        proces.kill()
        proces.wait()


def _opdrachten(redis: str) -> int:
    from redis import from_url

    klant = from_url(redis)
    for _ in range(50):
        try:
            return int(klant.info("stats")["total_commands_processed"])
        except Exception:
            time.sleep(0.1)
    raise SystemExit("Redis kwam niet op gang")


async def meet() -> Meting:
    with ExitStack() as stapel:
        map_ = Path(stapel.enter_context(tempfile.TemporaryDirectory()))
        redis = stapel.enter_context(een_redis())
        (map_ / "rasa").mkdir()
        (map_ / "kern").mkdir()
        huis, kaal = Huis(map_ / "rasa", True), Huis(map_ / "kern", False, redis)
        stapel.callback(huis.stop)
        stapel.callback(kaal.stop)
        await huis.klaar()
        await kaal.klaar()
        voor, kern_voor = huis.rekentijd(), kaal.rekentijd()
        beurten = await praat(huis.poort, GESPREKKEN, BEURTEN)
        na = huis.rekentijd()
        gedaan = _opdrachten(redis) if redis else 0
        await praat(kaal.poort, GESPREKKEN, BEURTEN)
        kern = kaal.rekentijd()["deur"] - kern_voor["deur"]
        with sqlite3.connect(map_ / "rasa" / "gesprekken.db") as db:
            rij = float(db.execute("select max(length(inhoud)) from gesprekken").fetchone()[0]) / 1000
        return Meting(
            deur=(na["deur"] - voor["deur"]) / beurten * 1000,
            rasa=(na["rasa"] - voor["rasa"]) / beurten * 1000,
            kern=kern / beurten * 1000,
            rij=rij,
            redis=(_opdrachten(redis) - gedaan) / beurten if redis else math.nan,
            mb_deur=huis.processen["deur"].memory_info().rss / 1e6,
            mb_rasa=huis.processen["rasa"].memory_info().rss / 1e6,
        )


def main() -> int:
    belasting = os.getloadavg()[0]
    m = asyncio.run(meet())
    afgerond = Meting(**{naam: round(waarde, 1) for naam, waarde in asdict(m).items()})
    waarbij = (
        f"Gemeten met `python -m bench.capaciteit` over {GESPREKKEN * BEURTEN} beurten op {datetime.now():%Y-%m-%d}, "
        f"{os.cpu_count()} kernen, belasting vooraf {belasting:.1f}."
    )
    zet_in(afgerond, waarbij)
    print(blok(afgerond, waarbij))
    return 0


if __name__ == "__main__":
    sys.exit(main())
