"""`python -m bot herstel MAP`: zet een reservekopie terug, alles of alleen kennis en modellen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.opdrachten.bewaar import plek
from bot.opdrachten.reservekopie import KopieFout, zet_terug
from bot.opslag import InstellingFout


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot herstel", description="Zet een reservekopie terug.")
    p.add_argument("map", type=Path, help="de map die `bewaar` maakte")
    p.add_argument(
        "--alleen",
        choices=("modellen", "balie"),
        help="alleen kennis en modellen (terug naar een vorige), of alleen de balie",
    )
    args = p.parse_args(argv)

    try:
        lijst = zet_terug(plek(), args.map, args.alleen != "balie", args.alleen != "modellen")
    except (KopieFout, InstellingFout) as fout:
        print(fout, file=sys.stderr)
        return 1
    print(f"teruggezet: de kopie van {lijst['gemaakt']}")
    print("Start Rasa en de deur opnieuw. Medewerkers melden zich opnieuw aan.")
    return 0
