"""Woorden controleren: woordgroepen in patronen bestaan, haakjes sluiten, en zoekwoorden wijzen naar iets wat er is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.bouw.load import Gelezen
from knowledge.errors import Melding, lijkt_op
from knowledge.schema import SLACHTOFFER

_GROEP = re.compile(r"\b[A-Z]{3,}(?:_[A-Z]+)*\b")
_INVUL = re.compile(r"\{([^}]*)\}")
_IK_VORM = re.compile(r"\b(?:mij|mijn|me|ik(?! (?:twijfel|wacht|weet|denk)\b))\b", re.IGNORECASE)
"""Wat de persoon zelf denkt of weet ('ik twijfel'), geldt ook voor een ouder."""
VOOR_EEN_ANDER = frozenset({"ouder", "naaste"})
GETAL = "GETAL"
MEERVOUD = {
    "begrip": "begrippen",
    "grond": "gronden",
    "route": "routes",
    "instantie": "instanties",
    "termijn": "termijnen",
}


def controleer_woorden(gelezen: Gelezen) -> Iterator[Melding]:
    yield from _patronen(gelezen)
    yield from _teruggezegd(gelezen)
    yield from _knoppen_voor_een_ander(gelezen)
    for zoekwoorden in gelezen.inhoud.zoekwoorden:
        for soort, naam in zoekwoorden.bij.items():
            bekend = {onderdeel.id for onderdeel in getattr(gelezen.inhoud, MEERVOUD[soort])}
            if naam not in bekend:
                yield gelezen.plaatsen["zoekwoorden", zoekwoorden.id].melding(
                    ("bij", soort), f"`{naam}` staat niet in {MEERVOUD[soort]}/", lijkt_op(naam, bekend)
                )


def _teruggezegd(gelezen: Gelezen) -> Iterator[Melding]:
    """In `gehoord` staan tussen accolades alleen woorden die voor elke rol bestaan."""
    woorden = set(gelezen.inhoud.gesprek.aanspreek[SLACHTOFFER])
    for feit in gelezen.inhoud.feiten:
        for nr, optie in enumerate(feit.opties):
            for woord in set(_INVUL.findall(optie.gehoord or "")) - woorden:
                yield gelezen.plaatsen["feiten", feit.id].melding(
                    ("opties", nr, "gehoord"),
                    f"`{{{woord}}}` staat niet bij aanspreek in gesprek.yaml",
                    lijkt_op(woord, woorden),
                )


def _knoppen_voor_een_ander(gelezen: Gelezen) -> Iterator[Melding]:
    """Stellen we een vraag ook aan een ouder of helper, dan zegt geen knop 'mij': die ander drukt hem."""
    for feit in gelezen.inhoud.feiten:
        if not VOOR_EEN_ANDER.intersection(feit.vraag_voor):
            continue
        for nr, optie in enumerate(feit.opties):
            if woord := _IK_VORM.search(optie.label):
                yield gelezen.plaatsen["feiten", feit.id].melding(
                    ("opties", nr, "label"),
                    f"'{woord[0]}' past niet bij een ouder of helper, en die krijgt deze knop ook",
                    "schrijf de knop zonder ik of mij: 'Privéberichten zijn gedeeld'",
                )


def _patronen(gelezen: Gelezen) -> Iterator[Melding]:
    groepen = {groep.id.upper() for groep in gelezen.inhoud.woordgroepen} | {GETAL}
    for feit in gelezen.inhoud.feiten:
        for nr, optie in enumerate(feit.opties):
            for plek, woord in enumerate(optie.woorden):
                pad, plaats = ("opties", nr, "woorden", plek), gelezen.plaatsen["feiten", feit.id]
                for groep in set(_GROEP.findall(woord)) - groepen:
                    yield plaats.melding(
                        pad, f"er is geen woordgroep `{groep.lower()}`", lijkt_op(groep.lower(), groepen)
                    )
                if woord.count("(") != woord.count(")"):
                    yield plaats.melding(pad, f"een haakje sluit niet in `{woord}`", "zet er evenveel ( als ) in")
