"""Hoe een vraag eruitziet in woorden: stammen, paren en letterstukken. Gewogen naar hoe zeldzaam ze zijn, en van lengte één."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.verstaan.normaal import normaal
from knowledge.stam import stammen

LETTERS = 4
FAMILIES = {"w": 1.0, "p": 0.6, "l": 0.8}
"""Woordstammen, paren van woorden, letterstukken: elk met zijn gewicht."""
_VULT_OP = frozenset(
    [
        "hoi",
        "hallo",
        "hey",
        "even",
        "eigenlijk",
        "gewoon",
        "nou",
        "nu",
        "dus",
        "toch",
        "ook",
        "wel",
        "nog",
        "ff",
        "ofzo",
        "ofzo",
        "alsjeblieft",
        "graag",
        "vraagje",
        "aub",
        "pls",
        "he",
        "eh",
        "uh",
        "trouwens",
    ]
)


@lru_cache(maxsize=8_192)
def kenmerken(tekst: str) -> tuple[str, ...]:
    """De kenmerken van een zin, elk één keer."""
    woorden = [woord for woord in normaal(tekst).split() if woord != "?" and woord not in _VULT_OP]
    reeks = stammen(" ".join(woorden), stopwoorden=True)
    uit = [f"w {stam}" for stam in reeks]
    uit += [f"p {een} {twee}" for een, twee in zip(("^", *reeks), reeks, strict=False)]
    for woord in woorden:
        rand = f" {woord} "
        uit += [f"l {rand[n : n + LETTERS]}" for n in range(max(1, len(rand) - LETTERS + 1))]
    return tuple(dict.fromkeys(uit))


class Woordbeeld:
    """Alle zinnen als een lijst per kenmerk, zodat vergelijken met alles tegelijk een paar optellingen is."""

    def __init__(self, zinnen: Sequence[str]) -> None:
        self._aantal = len(zinnen)
        beelden = [kenmerken(zin) for zin in zinnen]
        hoe_vaak = Counter(deel for beeld in beelden for deel in beeld)
        self._zeldzaam = {deel: math.log(1 + self._aantal / keer) for deel, keer in hoe_vaak.items()}
        rijen: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for nummer, beeld in enumerate(beelden):
            for deel, gewicht in self._gewogen(beeld):
                rijen[deel].append((nummer, gewicht))
        self._rijen = {
            deel: (np.array([n for n, _ in rij], dtype=np.int32), np.array([g for _, g in rij], dtype=np.float32))
            for deel, rij in rijen.items()
        }

    def lijkt(self, tekst: str) -> NDArray[np.float32]:
        """Per zin hoe goed de tekst erop lijkt, van 0 tot 1. Woorden die nergens voorkomen, maken alles minder gelijk."""
        uit = np.zeros(self._aantal, dtype=np.float32)
        for deel, gewicht in self._gewogen(kenmerken(tekst)):
            rij = self._rijen.get(deel)
            if rij is not None:
                uit[rij[0]] += gewicht * rij[1]
        return uit

    def _gewogen(self, beeld: Iterable[str]) -> list[tuple[str, float]]:
        onbekend = math.log(1 + self._aantal)
        ruw = [(deel, FAMILIES[deel[0]] * self._zeldzaam.get(deel, onbekend * (deel[0] == "w"))) for deel in beeld]
        lengte = math.sqrt(sum(gewicht * gewicht for _, gewicht in ruw)) or 1.0
        return [(deel, gewicht / lengte) for deel, gewicht in ruw if gewicht]
