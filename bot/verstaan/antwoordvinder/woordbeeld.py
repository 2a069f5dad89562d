"""Hoe een vraag eruitziet in woorden: stammen, paren en letterstukken. Gewogen naar hoe zeldzaam ze zijn, en van lengte één."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.verstaan.normaal import normaal
from knowledge.stam import stammen

LETTERS = (2, 3, 4, 5)
Gewichten = Mapping[str, float]
Rij = NDArray[np.float32]
Groepen = Sequence[tuple[str, re.Pattern[str]]]


def kenmerken(tekst: str, groepen: Groepen = ()) -> tuple[Counter[str], Counter[str]]:
    """De woorden (stammen, paren en groepen) en de letterstukken van een zin, met hoe vaak ze erin staan."""
    woorden = [woord for woord in normaal(tekst).split() if woord != "?"]
    reeks = stammen(" ".join(woorden), stopwoorden=True)
    taal = Counter([*reeks, *(f"{een} {twee}" for een, twee in pairwise(reeks))])
    zin = f" {' '.join(woorden)} "
    taal.update(f"# {naam}" for naam, patroon in groepen if patroon.search(zin))
    letters: Counter[str] = Counter()
    for woord in woorden:
        rand = f" {woord} "
        for n in LETTERS:
            letters.update(rand[begin : begin + n] for begin in range(max(1, len(rand) - n + 1)))
    return taal, letters


class Woordbeeld:
    """Leert van een rij zinnen welke woorden zeldzaam zijn, en maakt van een zin een gewogen beeld."""

    def __init__(self, zinnen: Sequence[str], groepen: Mapping[str, Sequence[str]] | None = None) -> None:
        self._groepen = tuple((naam, _patroon(woorden)) for naam, woorden in (groepen or {}).items())
        hoe_vaak: Counter[str] = Counter()
        for zin in zinnen:
            for deel in kenmerken(zin, self._groepen):
                hoe_vaak.update(deel.keys())
        self._zeldzaam = {deel: math.log((1 + len(zinnen)) / (1 + keer)) + 1 for deel, keer in hoe_vaak.items()}
        self._onbekend = math.log(1 + len(zinnen)) + 1

    def van(self, tekst: str) -> Gewichten:
        """Het beeld van een zin: woorden en letterstukken samen van lengte één. Een onbekend woord maakt de rest lichter."""
        uit: dict[str, float] = {}
        for deel in kenmerken(tekst, self._groepen):
            ruw = {
                stuk: (1 + math.log(keer)) * self._zeldzaam.get(stuk, self._onbekend if " " not in stuk else 0.0)
                for stuk, keer in deel.items()
            }
            lengte = math.sqrt(2 * sum(g * g for g in ruw.values())) or 1.0
            uit |= {stuk: g / lengte for stuk, g in ruw.items() if stuk in self._zeldzaam}
        return uit


class Lijsten:
    """Beelden als een lijst per kenmerk, zodat vergelijken met alles tegelijk een paar optellingen is."""

    def __init__(self, beelden: Iterable[Gewichten], aantal: int) -> None:
        self._aantal = aantal
        rijen: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for nummer, beeld in enumerate(beelden):
            for deel, gewicht in beeld.items():
                rijen[deel].append((nummer, gewicht))
        self._rijen = {
            deel: (np.array([n for n, _ in rij], dtype=np.int32), np.array([g for _, g in rij], dtype=np.float32))
            for deel, rij in rijen.items()
        }

    def lijkt(self, beeld: Gewichten) -> Rij:
        """Per beeld hoe goed dit erop lijkt, van 0 tot 1."""
        uit = np.zeros(self._aantal, dtype=np.float32)
        for deel, gewicht in beeld.items():
            rij = self._rijen.get(deel)
            if rij is not None:
                uit[rij[0]] += gewicht * rij[1]
        return uit


def _patroon(woorden: Sequence[str]) -> re.Pattern[str]:
    delen = sorted((re.escape(normaal(woord)) for woord in woorden), key=len, reverse=True)
    return re.compile(rf" (?:{'|'.join(delen)})(?= )")


def gemiddeld(beelden: Sequence[Gewichten]) -> Gewichten:
    """Wat deze beelden gemeen hebben."""
    samen: dict[str, float] = defaultdict(float)
    for beeld in beelden:
        for deel, gewicht in beeld.items():
            samen[deel] += gewicht / len(beelden)
    return samen
