"""`python -m bot bewaar MAP`: een reservekopie van wat blijft. Gesprekken nooit."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bot.kennis import WORTEL
from bot.opdrachten.reservekopie import KopieFout, Plek, maak
from bot.opslag import InstellingFout


def plek() -> Plek:
    """Wat er op deze machine in een kopie hoort."""
    from bot.deur.hulplijn.settings import Balie
    from bot.deur.settings import Instellingen

    modellen = WORTEL / "models"
    return Plek(
        {
            "kennis.db": Path(os.environ.get("EHBO_KENNIS") or modellen / "kennis.db"),
            "verstaan.npz": Path(os.environ.get("EHBO_MODEL") or modellen / "verstaan.npz"),
            "stukken.zip": Path(os.environ.get("EHBO_STUKKEN") or modellen / "stukken.zip"),
            "zinnen.npz": Path(os.environ.get("EHBO_ZINNEN") or modellen / "zinnen.npz"),
            "assistent.tar.gz": modellen / "assistent.tar.gz",
        },
        Balie.uit_omgeving(Instellingen.uit_omgeving()).opslag,
    )


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot bewaar", description="Maakt een reservekopie.")
    p.add_argument("map", type=Path, help="een nieuwe of lege map")
    args = p.parse_args(argv)

    try:
        lijst = maak(plek(), args.map)
    except (KopieFout, InstellingFout) as fout:
        print(fout, file=sys.stderr)
        return 1
    print(f"kopie in {args.map}: {', '.join(lijst['sha256'])}")
    print(", ".join(f"{aantal} rijen {tabel}" for tabel, aantal in lijst["rijen"].items()))
    print("Gesprekken zitten er niet in: die bewaren we nooit langer dan EHBO_BEWAREN_UREN. Sleutels ook niet.")
    return 0
