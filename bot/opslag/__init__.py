"""Wat blijft en wat vluchtig is: gesprekken, sleutels, en wat deuren met elkaar delen."""

from bot.opslag.bewaring import METADATA, Gesprekken, Rij, VersieBotsing, hersluit
from bot.opslag.databank import maak_tabellen, open_databank
from bot.opslag.sleutels import VAR, InstellingFout, Kluis, Onleesbaar, geheim, schrijf_in_var
from bot.opslag.vegen import Veger
from bot.opslag.vluchtig import Bericht, InRedis, Vluchtig, vluchtig

__all__ = [
    "METADATA",
    "VAR",
    "Bericht",
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
    "maak_tabellen",
    "open_databank",
    "schrijf_in_var",
    "vluchtig",
]
