"""`python -m bot chat`: praten in de terminal, langs dezelfde weg als de website."""

from __future__ import annotations

import argparse
import asyncio
import secrets

from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen
from knowledge.woorden import tekst_van


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(
        prog="python -m bot chat",
        description="Praat met de assistent. Draait `make run`, dan antwoordt Rasa; anders de kern.",
    )
    p.parse_args(argv)
    try:
        asyncio.run(_praat(Gesprek(Instellingen.uit_omgeving())))
    except (KeyboardInterrupt, EOFError):
        print()
    return 0


async def _praat(gesprek: Gesprek) -> None:
    sessie, invoer = f"chat{secrets.token_hex(12)}", "start"
    knoppen: list[dict[str, str]] = []
    await gesprek.kijk_naar_rasa()
    print(f"(antwoorden komen van {'Rasa' if gesprek.rasa_er else 'de kern'}; een nummer kiest een knop, leeg stopt)\n")
    while True:
        code = next(
            (k["code"] for nr, k in enumerate(knoppen, 1) if invoer == str(nr)), "start" if invoer == "start" else None
        )
        blokken = await gesprek.beurt(sessie, secrets.token_hex(8), tekst=None if code else invoer, code=code)
        print(tekst_van(blokken), "\n")
        knoppen = [k for b in blokken if b["blok"] == "keuze" for k in (*b.get("opties", ()), *b.get("extra", ()))]
        for nr, knop in enumerate(knoppen, 1):
            print(f"  {nr}. {knop['label']}")
        invoer = (await asyncio.to_thread(input, "> ")).strip()
        if not invoer:
            await gesprek.wis(sessie)
            return
