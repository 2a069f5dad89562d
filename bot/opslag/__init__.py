"""Wat blijft en wat vluchtig is: gesprekken, sleutels, en wat deuren met elkaar delen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.opslag.vluchtig import vluchtig  # heet als zijn module: later halen zou de module geven

if TYPE_CHECKING:
    from bot.opslag.bewaring import METADATA, Gesprekken, Rij, VersieBotsing, hersluit
    from bot.opslag.databank import maak_tabellen, open_databank
    from bot.opslag.eigen_bestand import GaatNietOpen, kenmerk, maak_bestand, open_bestand
    from bot.opslag.sleutels import VAR, InstellingFout, Kluis, Onleesbaar, geheim, schrijf_in_var
    from bot.opslag.vegen import Veger
    from bot.opslag.vluchtig import Bericht, InRedis, Vluchtig

_PLEK = {
    "METADATA": "bewaring",
    "VAR": "sleutels",
    "Bericht": "vluchtig",
    "GaatNietOpen": "eigen_bestand",
    "Gesprekken": "bewaring",
    "InRedis": "vluchtig",
    "InstellingFout": "sleutels",
    "Kluis": "sleutels",
    "Onleesbaar": "sleutels",
    "Rij": "bewaring",
    "Veger": "vegen",
    "VersieBotsing": "bewaring",
    "Vluchtig": "vluchtig",
    "geheim": "sleutels",
    "hersluit": "bewaring",
    "kenmerk": "eigen_bestand",
    "maak_bestand": "eigen_bestand",
    "maak_tabellen": "databank",
    "open_bestand": "eigen_bestand",
    "open_databank": "databank",
    "schrijf_in_var": "sleutels",
}
"""Waar elke naam staat. Pas wie hem gebruikt, laadt de databank: de bewaker die alles start heeft alleen de sleutels nodig."""

__all__ = [
    "METADATA",
    "VAR",
    "Bericht",
    "GaatNietOpen",
    "Gesprekken",
    "InRedis",
    "InstellingFout",
    "Kluis",
    "Onleesbaar",
    "Rij",
    "Veger",
    "VersieBotsing",
    "Vluchtig",
    "geheim",
    "hersluit",
    "kenmerk",
    "maak_bestand",
    "maak_tabellen",
    "open_bestand",
    "open_databank",
    "schrijf_in_var",
    "vluchtig",
]


def __getattr__(naam: str) -> Any:
    if naam not in _PLEK:
        raise AttributeError(f"bot.opslag heeft geen {naam}")
    return getattr(import_module(f"bot.opslag.{_PLEK[naam]}"), naam)
