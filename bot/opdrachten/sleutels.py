"""`python -m bot sleutels`: zet alles wat bewaard is onder de nieuwste sleutel; met --nieuw een nieuwe sleutel erbij."""

from __future__ import annotations

import argparse
import os
import secrets
import sys

from bot.deur.settings import Instellingen
from bot.opslag import InstellingFout, Kluis, schrijf_in_var

NAAM = "EHBO_SLEUTELS"


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(
        prog="python -m bot sleutels", description="Zet elke bewaarde rij onder de nieuwste sleutel."
    )
    wat = p.add_mutually_exclusive_group()
    wat.add_argument("--nieuw", action="store_true", help="maak een sleutel en zet hem vooraan (of toon hoe)")
    wat.add_argument("--oud-weg", action="store_true", help="houd alleen de nieuwste sleutel (of toon hoe)")
    args = p.parse_args(argv)
    try:
        inst = Instellingen.uit_omgeving()
    except InstellingFout as fout:
        print(fout, file=sys.stderr)
        return 1
    sleutels = inst.sleutels.split()
    if args.nieuw:
        return _zet(
            [secrets.token_hex(32), *sleutels], "Start deur en Rasa opnieuw, en draai daarna `python -m bot sleutels`."
        )
    aantal = _hersluit(inst)
    print(f"{aantal} rijen staan onder de nieuwste van {len(sleutels)} sleutels.")
    if args.oud_weg:
        return _zet(sleutels[:1], "Start deur en Rasa opnieuw. De oude sleutel opent niets meer; gooi hem weg.")
    if len(sleutels) > 1:
        print("De oude sleutel kan nu weg: `python -m bot sleutels --oud-weg`.")
    return 0


def _hersluit(inst: Instellingen) -> int:
    from bot.deur.telegram.bewaring import Chats
    from bot.opslag import Gesprekken

    kluis = Kluis(inst.sleutels)
    gesprekken = Gesprekken(inst.gesprekken, inst.uren, kluis)
    chats = Chats(gesprekken, kluis)
    gesprekken.ruim_op()
    chats.ruim_op()
    aantal = gesprekken.hersluit() + chats.hersluit()
    gesprekken.veeg()
    return aantal


def _zet(sleutels: list[str], daarna: str) -> int:
    """In var/ kunnen we de sleutel zelf zetten; wat uit de omgeving komt, is van de beheerder."""
    if os.environ.get(NAAM) is None:
        schrijf_in_var(NAAM, " ".join(sleutels))
        print(f"var/{NAAM.lower()} heeft nu {len(sleutels)} sleutel{'s' if len(sleutels) > 1 else ''}. {daarna}")
    else:
        print(f'Zet in de omgeving (dit staat hier één keer):\n{NAAM}="{" ".join(sleutels)}"\n{daarna}')
    return 0
