"""Hoe een vraag eruitziet in woorden: stammen, paren en letterstukken. Gewogen naar hoe zeldzaam ze zijn, en van lengte één."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from bot.verstaan.normaal import normaal
from knowledge.stam import stammen

LETTERS = (3, 4, 5)
TE_GEWOON = 0.12
"""Wat in zo'n deel van alle zinnen staat, zegt bijna niets en kost de meeste tijd."""
NAAM = "naam_"
"""Zo begint een woordgroep met namen: die tellen één keer mee als woord, en niet ook nog letter voor letter."""
Gewichten = Mapping[str, float]
Rij = NDArray[np.float32]
Groepen = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Per eerste woord de woorden die erop volgen, en de groep waar ze samen in staan."""


def kenmerken(tekst: str, groepen: Groepen = MappingProxyType({})) -> tuple[Counter[str], Counter[str]]:
    """De woorden (stammen, paren en groepen) en de letterstukken van een zin, met hoe vaak ze erin staan."""
    woorden = [woord for woord in normaal(tekst).split() if woord != "?"]
    reeks = stammen(" ".join(woorden), stopwoorden=True)
    taal = Counter([*reeks, *(f"{een} {twee}" for een, twee in pairwise(reeks))])
    taal.update(
        {
            f"# {naam}"
            for nr, woord in enumerate(woorden)
            for rij, naam in groepen.get(woord, ())
            if tuple(woorden[nr : nr + len(rij)]) == rij
        }
    )
    letters: list[str] = []
    for woord in woorden:
        if any(rij == (woord,) and naam.startswith(NAAM) for rij, naam in groepen.get(woord, ())):
            continue  # hoe de app heet, zegt minder dan wat er gevraagd wordt
        rand = f" {woord} "
        for n in LETTERS:
            letters += [rand[begin : begin + n] for begin in range(max(1, len(rand) - n + 1))]
    return taal, Counter(letters)


class Woordbeeld:
    """Leert van een rij zinnen welke woorden zeldzaam zijn, en maakt van een zin een gewogen beeld."""

    def __init__(self, zinnen: Sequence[str], groepen: Mapping[str, Sequence[str]] | None = None) -> None:
        self._groepen = _op_eerste_woord(groepen or {})
        hoe_vaak: Counter[str] = Counter()
        self._geleerd = {zin: kenmerken(zin, self._groepen) for zin in zinnen}
        for delen in self._geleerd.values():
            for deel in delen:
                hoe_vaak.update(deel.keys())
        meest = max(20, TE_GEWOON * len(zinnen))
        self._zeldzaam = {
            deel: math.log((1 + len(zinnen)) / (1 + keer)) + 1 if keer <= meest else 0.0
            for deel, keer in hoe_vaak.items()
        }
        self._onbekend = math.log(1 + len(zinnen)) + 1

    def klaar(self) -> None:
        """Alle zinnen zijn gelezen; wat daarvoor onthouden werd, mag weg."""
        self._geleerd = {}

    def van(self, tekst: str) -> Gewichten:
        """Het beeld van een zin: woorden en letterstukken samen van lengte één. Een onbekend woord maakt de rest lichter."""
        uit: dict[str, float] = {}
        for deel in self._geleerd.get(tekst) or kenmerken(tekst, self._groepen):
            ruw = {
                stuk: (1 + math.log(keer)) * self._zeldzaam.get(stuk, self._onbekend if " " not in stuk else 0.0)
                for stuk, keer in deel.items()
            }
            lengte = math.sqrt(2 * sum(g * g for g in ruw.values())) or 1.0
            uit |= {stuk: g / lengte for stuk, g in ruw.items() if g and stuk in self._zeldzaam}
        return uit


class Lijsten:
    """Beelden als een lijst per kenmerk, zodat vergelijken met alles tegelijk een paar optellingen is."""

    def __init__(self, beelden: Iterable[Gewichten], aantal: int) -> None:
        self._aantal = aantal
        nummer_van: dict[str, int] = {}
        deel: list[int] = []
        van: list[int] = []
        gewicht: list[float] = []
        for nummer, beeld in enumerate(beelden):
            deel += [nummer_van.setdefault(naam, len(nummer_van)) for naam in beeld]
            van += [nummer] * len(beeld)
            gewicht += beeld.values()
        # één grote tabel in stukken: tienduizenden eigen tabellen maken kostte een seconde of twee bij elke start
        per_deel = np.array(deel, dtype=np.int32)
        volgorde = np.argsort(per_deel, kind="stable")
        plekken, gewichten = np.array(van, dtype=np.int32)[volgorde], np.array(gewicht, dtype=np.float32)[volgorde]
        einden = np.cumsum(np.bincount(per_deel, minlength=len(nummer_van))).tolist()
        self._rijen = {
            naam: (plekken[begin:eind], gewichten[begin:eind])
            for naam, begin, eind in zip(nummer_van, (0, *einden), einden, strict=False)
        }

    def lijkt(self, beeld: Gewichten) -> Rij:
        """Per beeld hoe goed dit erop lijkt, van 0 tot 1."""
        uit = np.zeros(self._aantal, dtype=np.float32)
        for deel, gewicht in beeld.items():
            rij = self._rijen.get(deel)
            if rij is not None:
                uit[rij[0]] += gewicht * rij[1]
        return uit


def _op_eerste_woord(groepen: Mapping[str, Sequence[str]]) -> Groepen:
    uit: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for naam, woorden in groepen.items():
        for woord in woorden:
            rij = tuple(normaal(woord).split())
            if rij:
                uit[rij[0]].append((rij, naam))
    return dict(uit)


def gemiddeld(beelden: Sequence[Gewichten]) -> Gewichten:
    """Wat deze beelden gemeen hebben."""
    samen: dict[str, float] = defaultdict(float)
    for beeld in beelden:
        for deel, gewicht in beeld.items():
            samen[deel] += gewicht / len(beelden)
    return samen
