"""De opdrachten van de bot: `python -m bot --help`. Elke opdracht laadt alleen wat hij nodig heeft."""

from __future__ import annotations

import importlib
import sys

OPDRACHTEN = {
    "run": ("bot.opdrachten.run", "start de deur en Rasa, en houdt ze in de gaten"),
    "train": ("bot.opdrachten.train", "traint de assistent en schrijft models/assistent.tar.gz"),
    "chat": ("bot.opdrachten.chat", "praat in de terminal met dezelfde assistent"),
    "begrijp": ("bot.verstaan.opdracht", "laat zien wat er gehoord wordt in een bestand"),
    "rasa": ("bot.opdrachten.rasa", "alleen Rasa, zoals `run` hem start"),
    "deur": ("bot.opdrachten.deur", "alleen de deur, zoals `run` hem start"),
    "hulplijn": ("bot.opdrachten.hulplijn", "maakt en beheert accounts voor de balie"),
    "wis": ("bot.opdrachten.wis", "verwijdert wat verlopen is, of met --alles elk gesprek op elk kanaal"),
    "sleutels": ("bot.opdrachten.sleutels", "zet wat bewaard is onder de nieuwste sleutel; --nieuw maakt er een"),
    "bewaar": ("bot.opdrachten.bewaar", "reservekopie van kennis, modellen, accounts en logboek; nooit gesprekken"),
    "herstel": ("bot.opdrachten.herstel", "zet een reservekopie terug"),
}


def main(argv: list[str]) -> int:
    if not argv or argv[0] not in OPDRACHTEN:
        print("gebruik: python -m bot OPDRACHT\n")
        for naam, (_, hulp) in OPDRACHTEN.items():
            print(f"  {naam:<10}{hulp}")
        return 0 if argv in ([], ["-h"], ["--help"]) else 2
    return int(importlib.import_module(OPDRACHTEN[argv[0]][0]).main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
