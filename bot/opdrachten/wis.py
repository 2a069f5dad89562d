"""`python -m bot wis`: verwijdert verlopen gesprekken, of met --alles elk gesprek."""

from __future__ import annotations

import argparse

from bot.bewaring import Gesprekken
from bot.deur.settings import Instellingen
from bot.sleutels import Kluis


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot wis", description="Verwijdert bewaarde gesprekken.")
    p.add_argument("--alles", action="store_true", help="elk gesprek, niet alleen wat verlopen is")
    args = p.parse_args(argv)
    inst = Instellingen.uit_omgeving()
    gesprekken = Gesprekken(inst.gesprekken, 0.0 if args.alles else inst.uren, Kluis(inst.sleutels))
    print(f"{gesprekken.ruim_op()} gesprekken verwijderd.")
    return 0
