"""Processen doden terwijl mensen praten, en daarna narekenen.

`python -m tests.aanval.vallen sqlite|postgres KEER [ZAAD]`. Honderd keer mag ook in stukken, elk met een eigen zaad.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.opslag import Gesprekken, Kluis
from tests.aanval.omheen import postgres_map, start_postgres, start_redis
from tests.aanval.praten import Praters, verschillen
from tests.aanval.uitslag import Uitslag
from tests.bot.deur.conftest import Huis, begin_huis, bouw_huis, sluit, start, wacht, wacht_op_huis

RUST = {"EHBO_TEGELIJK_PER_ADRES": "10000", "EHBO_TEGELIJK": "10000"}


@dataclass
class Val:
    """Wat er gebeurde, in getallen."""

    gedood: Counter[str] = field(default_factory=Counter)
    gesprekken: int = 0
    beurten: int = 0
    herhaald: int = 0
    mis: list[str] = field(default_factory=list)


def dood_en_herstart(huis: Huis, wie: str) -> None:
    """kill -9, en opnieuw starten zoals `make run` het doet."""
    proces: subprocess.Popen[bytes] | None = getattr(huis, wie)
    assert proces is not None
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    setattr(huis, wie, start(wie, huis.omgeving))


def rasa_er(huis: Huis) -> bool:
    return bool(huis.status()["rasa"])


def val(huizen: list[Huis], keer: int, praters: int, beurten: int, zaad: int = 9) -> Val:
    """`keer` keer een willekeurig proces op een willekeurig moment, terwijl er gepraat wordt.

    Een Rasa die nog laadt wordt niet nog eens gedood: dat bewijst niets. De deur gaat dan vanuit de kern verder.
    """
    kans, uitslag = random.Random(zaad), Val()
    omgeving = huizen[0].omgeving
    with Praters([h.adres for h in huizen], praters, beurten, eerste=zaad * 10_000) as mensen:
        for _ in range(keer):
            time.sleep(kans.uniform(0.2, 1.5))
            huis = kans.choice(huizen)
            wie = "rasa" if rasa_er(huis) and kans.random() < 0.5 else "deur"
            dood_en_herstart(huis, wie)
            uitslag.gedood[wie] += 1
            wacht(huis.adres, lambda s: bool(s["klaar"]), 300)
    gesprekken = Gesprekken(omgeving["EHBO_GESPREKKEN"], kluis=Kluis(omgeving["EHBO_SLEUTELS"]))
    uitslag.mis = mensen.fouten + verschillen(mensen.klaar, gesprekken, omgeving["EHBO_GEHEIM"])
    uitslag.gesprekken = len(mensen.klaar)
    uitslag.beurten = sum(len(p.codes) for p in mensen.klaar)
    uitslag.herhaald = sum(p.herhaald for p in mensen.klaar)
    return uitslag


def tweeling(map_: Path, databank: str, redis: str, met_rasa: bool = True) -> list[Huis]:
    """Twee deuren, elk met een eigen Rasa als `met_rasa`, op dezelfde PostgreSQL en Redis en met dezelfde geheimen."""
    gedeeld = {**RUST, "EHBO_GESPREKKEN": databank, "EHBO_HULPLIJN_OPSLAG": databank, "EHBO_REDIS": redis}
    een = begin_huis(map_, met_rasa, **gedeeld)
    geheimen = {naam: een.omgeving[naam] for naam in ("EHBO_GEHEIM", "EHBO_SLEUTELS")}
    huizen = [een, begin_huis(map_, met_rasa, **gedeeld, **geheimen)]
    try:
        for huis in huizen:
            wacht_op_huis(huis)
    except AssertionError:
        for huis in huizen:
            sluit(huis)
        raise
    return huizen


@contextmanager
def op_sqlite() -> Iterator[list[Huis]]:
    with tempfile.TemporaryDirectory() as map_:
        huis = bouw_huis(Path(map_), met_rasa=True, **RUST)
        try:
            yield [huis]
        finally:
            sluit(huis)


@contextmanager
def op_postgres() -> Iterator[list[Huis]]:
    programmas = postgres_map()
    assert programmas, "PostgreSQL is er niet (Debian: apt-get install postgresql)"
    pg, redis = start_postgres(programmas), start_redis("redis-server")
    huizen: list[Huis] = []
    try:
        with tempfile.TemporaryDirectory() as map_:
            huizen = tweeling(Path(map_), pg.adres, redis.adres)
            yield huizen
    finally:
        for huis in huizen:
            sluit(huis)
        pg.stop()
        redis.stop()


WAAR = {"sqlite": op_sqlite, "postgres": op_postgres}


def main(waar: str, keer: int, zaad: int) -> int:
    with WAAR[waar]() as huizen:
        v = val(huizen, keer, praters=4, beurten=12, zaad=zaad)
    print(*v.mis[:20], sep="\n  ", flush=True)
    aantallen = {
        "keer de deur gedood": v.gedood["deur"],
        "keer Rasa": v.gedood["rasa"],
        "gesprekken": v.gesprekken,
        "beurten": v.beurten,
        "keer opnieuw gevraagd": v.herhaald,
    }
    return Uitslag(f"vallen-{waar}", zaad, aantallen, len(v.mis)).bewaar()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 9))
