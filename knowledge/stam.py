"""Woorden en hun stam. Eén plek, zodat bouwen en zoeken hetzelfde doen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WOORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "van",
        "in",
        "op",
        "te",
        "aan",
        "met",
        "voor",
        "is",
        "zijn",
        "ik",
        "je",
        "mij",
        "me",
        "mijn",
        "jouw",
        "dat",
        "die",
        "dit",
        "deze",
        "er",
        "om",
        "ook",
        "maar",
        "als",
        "dan",
        "wel",
        "niet",
        "wat",
        "hoe",
        "wie",
        "waar",
        "kan",
        "kun",
        "mag",
        "moet",
        "wil",
        "heb",
        "heeft",
        "had",
        "hij",
        "ze",
        "zij",
        "we",
        "wij",
        "het",
        "door",
        "bij",
        "naar",
        "uit",
        "over",
        "tot",
        "dus",
        "nog",
        "al",
        "bent",
        "ben",
        "was",
        "wordt",
        "worden",
        "iets",
        "iemand",
    ]
)


@lru_cache(maxsize=20_000)
def _stam(woord: str) -> str:
    return str(snowballstemmer.stemmer("dutch").stemWord(woord))


def plat(tekst: str) -> str:
    """Kleine letters zonder accenten."""
    ontleed = unicodedata.normalize("NFKD", tekst.lower())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def stammen(tekst: str, stopwoorden: bool = False) -> tuple[str, ...]:
    """De stammen van een tekst, in volgorde; stopwoorden alleen als daarom gevraagd is."""
    return tuple(_stam(woord) for woord in _WOORD.findall(plat(tekst)) if stopwoorden or woord not in _STOP)
