"""Een deur met Rasa onder druk van locust, en het geheugen ervoor en erna.

`python -m tests.aanval.drukte SECONDEN VOL [ZAAD]` : eerst SECONDEN lang tien berichten per seconde, dan VOL seconden zo veel als gaat.
Met nul seconden vervalt dat deel.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.aanval.uitslag import Uitslag
from tests.bot.deur.conftest import WORTEL, Huis, bouw_huis, sluit

LOCUST = WORTEL / ".venv-aanval" / "bin" / "locust"
VLAK = 1.10
"""Het geheugen op het eind mag hoogstens zo veel maal dat halverwege zijn."""


@dataclass(frozen=True)
class Ronde:
    """Hoeveel mensen, en om de hoeveel seconden elk van hen iets doet."""

    naam: str
    mensen: int
    pauze: float


RUSTIG = Ronde("drukte", 40, 3.2)
"""Van elke vijftien handelingen zijn er twaalf een bericht: dit geeft tien berichten per seconde."""
VOL = Ronde("vol", 320, 0.5)


def geheugen(huis: Huis) -> dict[str, int]:
    """MB per proces."""
    processen = {"deur": huis.deur, "rasa": huis.rasa}
    return {n: psutil.Process(p.pid).memory_info().rss // 2**20 for n, p in processen.items() if p is not None}


def locust(huis: Huis, ronde: Ronde, seconden: int) -> tuple[dict[str, dict[str, str]], dict[str, int]]:
    """Een ronde. Geeft de tabel van locust per soort verzoek, en wat de mensen zelf telden."""
    with tempfile.TemporaryDirectory() as map_:
        # zo snel erbij dat ze gelijkmatig over de pauze verdeeld zijn: mensen komen niet in een stoot
        erbij = ronde.mensen / ronde.pauze
        opties = f"--headless --only-summary --loglevel=ERROR -u {ronde.mensen} -r {erbij:.1f} -t {seconden}s"
        uit = subprocess.run(
            [LOCUST, "-f", "tests/aanval/locustfile.py", *opties.split(), f"--host={huis.adres}", f"--csv={map_}/uit"],
            cwd=WORTEL,
            env={**os.environ, "PAUZE": str(ronde.pauze)},
            capture_output=True,
            text=True,
        )
        with Path(map_, "uit_failures.csv").open() as bestand:
            for rij in csv.DictReader(bestand):
                print(f"  {rij['Occurrences']} keer {rij['Method']} {rij['Name']}: {rij['Error']}", flush=True)
        with Path(map_, "uit_stats.csv").open() as bestand:
            rijen = {rij["Name"]: rij for rij in csv.DictReader(bestand) if rij["Type"] in ("POST", "")}
    return rijen, {naam: int(aantal) for naam, aantal in re.findall(r"(kwijt|gemengd|geweigerd)=(\d+)", uit.stdout)}


def druk(huis: Huis, ronde: Ronde, seconden: int, zaad: int) -> Uitslag:
    """Mis is alles wat geen 200 of 429 is, elk gesprek dat kwijt of gemengd is, en geheugen dat blijft groeien."""
    belasting, halverwege = [round(os.getloadavg()[0], 1)], dict[str, int]()
    klok = threading.Timer(seconden / 2, lambda: halverwege.update(geheugen(huis)))
    klok.start()
    rijen, geteld = locust(huis, ronde, seconden)
    klok.join()
    einde, beurt = geheugen(huis), rijen["/api/beurt"]
    mis = int(rijen["Aggregated"]["Failure Count"]) + geteld["kwijt"] + geteld["gemengd"]
    mis += sum(einde[n] > VLAK * halverwege[n] for n in einde)
    print(f"  gesprekken kwijt {geteld['kwijt']}, gemengd {geteld['gemengd']}", flush=True)
    return Uitslag(
        ronde.naam,
        zaad,
        {"seconden": seconden, "berichten": int(beurt["Request Count"]), "keer 429": geteld["geweigerd"]},
        mis,
        {
            "berichten per seconde": f"{float(beurt['Requests/s']):.1f}",
            "mediaan": f"{beurt['Median Response Time']} ms",
            "99%": f"{beurt['99%']} ms",
            "MB halverwege en aan het eind": ", ".join(f"{n} {halverwege[n]} en {einde[n]}" for n in einde),
        },
        belasting,
    )


def main(seconden: int, vol: int, zaad: int) -> int:
    mis = 0
    with tempfile.TemporaryDirectory() as map_:
        # alle mensen komen hier van één adres; per gesprek gelden de gewone grenzen
        huis = bouw_huis(Path(map_), met_rasa=True, EHBO_TEGELIJK_PER_ADRES="100000")
        try:
            if seconden:
                locust(huis, RUSTIG, 20)  # warm: nog niet geteld
                mis |= druk(huis, RUSTIG, seconden, zaad).bewaar()
            if vol:
                mis |= druk(huis, VOL, vol, zaad).bewaar()
        finally:
            sluit(huis)
    return mis


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1))
