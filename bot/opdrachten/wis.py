"""`python -m bot wis`: verwijdert wat verlopen is, of met --alles elk gesprek op elk kanaal."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.deur.settings import Instellingen
from bot.opslag import Gesprekken, InstellingFout, Kluis, Veger


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot wis", description="Verwijdert wat verlopen is.")
    p.add_argument("--alles", action="store_true", help="elk gesprek en elke aanmelding, niet alleen wat verlopen is")
    args = p.parse_args(argv)
    from bot.deur.hulplijn.opslag import BEWAREN_DAGEN, VERGETEN_NA, open_opslag, ruim_op
    from bot.deur.hulplijn.settings import Balie
    from bot.deur.telegram.bewaring import Chats

    try:
        inst = Instellingen.uit_omgeving()
        balie = Balie.uit_omgeving(inst)
    except InstellingFout as fout:
        print(fout, file=sys.stderr)
        return 1
    kluis = Kluis(inst.sleutels)
    gesprekken = Gesprekken(inst.gesprekken, 0.0 if args.alles else inst.uren, kluis)
    print(f"{gesprekken.ruim_op()} gesprekken verwijderd")
    print(f"{Chats(gesprekken, kluis).ruim_op()} chats van Telegram verwijderd")
    gesprekken.veeg()
    db = open_opslag(balie.opslag)
    print(f"{ruim_op(db, balie.langst, BEWAREN_DAGEN, VERGETEN_NA, args.alles)} regels van de balie verwijderd")
    Veger(db).veeg()
    if args.alles:
        if inst.redis:
            from bot.opslag import InRedis

            print(f"{asyncio.run(InRedis(inst.redis).leeg())} sleutels in Redis verwijderd")
        else:
            print(
                "Deelcodes en woorden van medewerkers staan in het geheugen van de deur: herstart haar om die te wissen."
            )
        print("Berichten die al bij Telegram staan, wist alleen de persoon zelf, met /wis.")
    return 0
