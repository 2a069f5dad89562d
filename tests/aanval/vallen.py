"""Processen doden terwijl mensen praten, en daarna narekenen. `python -m tests.aanval.vallen 100` doet het honderd keer."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.bewaring import Gesprekken
from bot.sleutels import Kluis
from tests.aanval.omheen import postgres_map, start_postgres, start_redis
from tests.aanval.praten import Praters, verschillen
from tests.bot.deur.conftest import Huis, bouw_huis, sluit, start, wacht

RUST = {"EHBO_TEGELIJK_PER_ADRES": "10000", "EHBO_TEGELIJK": "10000"}


@dataclass
class Uitslag:
    """Wat er gebeurde, in getallen."""

    gedood: Counter[str] = field(default_factory=Counter)
    gesprekken: int = 0
    beurten: int = 0
    herhaald: int = 0
    mis: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"kill -9: {self.gedood['deur']} keer de deur, {self.gedood['rasa']} keer Rasa; {self.gesprekken} gesprekken, {self.beurten} beurten, "
            f"{self.herhaald} keer opnieuw gevraagd: {len(self.mis)} kwijt, dubbel of gemengd"
        )


def dood_en_herstart(huis: Huis, wie: str) -> None:
    """kill -9, en opnieuw starten zoals `make run` het doet."""
    proces: subprocess.Popen[bytes] | None = getattr(huis, wie)
    assert proces is not None
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    setattr(huis, wie, start(wie, huis.omgeving))


def rasa_er(huis: Huis) -> bool:
    return bool(huis.status()["rasa"])


def val(huizen: list[Huis], keer: int, praters: int, beurten: int, zaad: int = 9) -> Uitslag:
    """`keer` keer een willekeurig proces op een willekeurig moment, terwijl er gepraat wordt.

    Een Rasa die nog laadt wordt niet nog eens gedood: dat bewijst niets. De deur gaat dan vanuit de kern verder.
    """
    kans, uitslag = random.Random(zaad), Uitslag()
    omgeving = huizen[0].omgeving
    with Praters([h.adres for h in huizen], praters, beurten) as mensen:
        for _ in range(keer):
            time.sleep(kans.uniform(0.2, 1.5))
            huis = kans.choice(huizen)
            wie = "rasa" if rasa_er(huis) and kans.random() < 0.5 else "deur"
            dood_en_herstart(huis, wie)
            uitslag.gedood[wie] += 1
            wacht(huis.adres, lambda s: bool(s["klaar"]), 120)
    gesprekken = Gesprekken(omgeving["EHBO_GESPREKKEN"], kluis=Kluis(omgeving["EHBO_SLEUTELS"]))
    uitslag.mis = mensen.fouten + verschillen(mensen.klaar, gesprekken, omgeving["EHBO_GEHEIM"])
    uitslag.gesprekken = len(mensen.klaar)
    uitslag.beurten = sum(len(p.codes) for p in mensen.klaar)
    uitslag.herhaald = sum(p.herhaald for p in mensen.klaar)
    return uitslag


def tweeling(map_: Path, databank: str, redis: str) -> list[Huis]:
    """Twee deuren, elk met een eigen Rasa, op dezelfde PostgreSQL en Redis en met dezelfde geheimen."""
    gedeeld = {**RUST, "EHBO_GESPREKKEN": databank, "EHBO_HULPLIJN_OPSLAG": databank, "EHBO_REDIS": redis}
    een = bouw_huis(map_, met_rasa=True, **gedeeld)
    geheimen = {naam: een.omgeving[naam] for naam in ("EHBO_GEHEIM", "EHBO_SLEUTELS")}
    return [een, bouw_huis(map_, met_rasa=True, **gedeeld, **geheimen)]


def main(keer: int) -> int:
    with tempfile.TemporaryDirectory() as map_:
        huis = bouw_huis(Path(map_), met_rasa=True, **RUST)
        try:
            op_sqlite = val([huis], keer, praters=4, beurten=12)
        finally:
            sluit(huis)
    print(f"SQLite, een deur en een Rasa: {op_sqlite}", *op_sqlite.mis[:20], sep="\n  ", flush=True)
    programmas = postgres_map()
    assert programmas, "PostgreSQL is er niet (Debian: apt-get install postgresql)"
    pg, redis = start_postgres(programmas), start_redis("redis-server")
    huizen: list[Huis] = []
    try:
        with tempfile.TemporaryDirectory() as map_:
            huizen = tweeling(Path(map_), pg.adres, redis.adres)
            op_server = val(huizen, keer, praters=4, beurten=12)
    finally:
        for h in huizen:
            sluit(h)
        pg.stop()
        redis.stop()
    print(f"PostgreSQL en Redis, twee deuren en twee Rasa's: {op_server}", *op_server.mis[:20], sep="\n  ", flush=True)
    return 1 if op_sqlite.mis or op_server.mis else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
