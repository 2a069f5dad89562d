"""Een deur met Rasa onder druk van locust, en het geheugen ervoor en erna.

`python -m tests.aanval.drukte SECONDEN VOL` : eerst SECONDEN lang tien berichten per seconde, dan VOL seconden zo veel als gaat.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

from tests.aanval.vallen import RUST
from tests.bot.deur.conftest import WORTEL, Huis, bouw_huis, sluit

LOCUST = WORTEL / ".venv-aanval" / "bin" / "locust"
GEMIDDELDE_RUST = 1.0
"""Seconden tussen twee berichten van één gebruiker: tien gebruikers geven ongeveer tien berichten per seconde."""


def geheugen(huis: Huis) -> dict[str, int]:
    """MB per proces."""
    processen = {"deur": huis.deur, "rasa": huis.rasa}
    return {n: psutil.Process(p.pid).memory_info().rss // 2**20 for n, p in processen.items() if p is not None}


def druk(huis: Huis, naam: str, gebruikers: int, seconden: int, map_: Path) -> int:
    """Eén ronde. Geeft het aantal fouten (zonder 429)."""
    voor = geheugen(huis)
    keuzes = f"-u {gebruikers} -r 20 -t {seconden}s --host {huis.adres} --csv {map_ / naam}".split()
    uit = subprocess.run(
        [
            str(LOCUST),
            "-f",
            "tests/aanval/locustfile.py",
            "--headless",
            "--only-summary",
            "--loglevel",
            "ERROR",
            *keuzes,
        ],
        cwd=WORTEL,
        capture_output=True,
        text=True,
    )
    with (map_ / f"{naam}_stats.csv").open() as bestand:
        samen = next(rij for rij in csv.DictReader(bestand) if rij["Name"] == "Aggregated")
    regel = next((r for r in uit.stdout.splitlines() if r.startswith("gesprekken kwijt")), "?")
    print(
        f"{naam}: {samen['Request Count']} verzoeken in {seconden} s ({float(samen['Requests/s']):.1f}/s), "
        f"{samen['Failure Count']} fouten, mediaan {samen['Median Response Time']} ms, p99 {samen['99%']} ms; {regel}; "
        f"MB voor {voor}, na {geheugen(huis)}",
        flush=True,
    )
    return int(samen["Failure Count"]) + (regel != "gesprekken kwijt: 0, gemengd: 0")


def main(seconden: int, vol: int) -> int:
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        huis = bouw_huis(map_, met_rasa=True, **RUST)
        try:
            fouten = druk(huis, "warm", round(10 * GEMIDDELDE_RUST), min(20, seconden), map_)
            fouten += druk(huis, "duur", round(10 * GEMIDDELDE_RUST), seconden, map_)
            fouten += druk(huis, "vol", 150, vol, map_)
        finally:
            sluit(huis)
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
