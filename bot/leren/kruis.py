"""Kruisproef op de eigen zinnen: leren van het ene deel, meten op het andere. Zinnen die op elkaar lijken blijven bij elkaar."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.leren.leerstof import Zin, lees
from bot.leren.train import leer
from bot.verstaan.model import Kansen
from bot.verstaan.normaal import normaal

LIJKT = 0.45
"""Zoveel van hun letterstukken delen twee zinnen die in dezelfde vouw horen."""


@dataclass(frozen=True)
class Gemeten:
    """Een zin en wat een model ervan maakte dat hem niet kende."""

    zin: Zin
    kansen: Kansen


def kruisproef(vouwen: int = 5, alleen: int | None = None) -> list[Gemeten]:
    """Elke zin één keer gemeten. `alleen`: maar één vouw, als het snel moet."""
    zinnen = lees()
    vouw = verdeel(zinnen, vouwen)
    uit = []
    for nr in range(vouwen) if alleen is None else (alleen,):
        model = leer([zin for zin, v in zip(zinnen, vouw, strict=True) if v != nr])
        uit += [Gemeten(zin, model.kansen(zin.tekst)) for zin, v in zip(zinnen, vouw, strict=True) if v == nr]
    return uit


def verdeel(zinnen: Sequence[Zin], vouwen: int) -> list[int]:
    """De vouw van elke zin; varianten van dezelfde zin krijgen dezelfde."""
    groep = _groepen([normaal(zin.tekst) for zin in zinnen])
    eerste: dict[int, str] = {}
    for nr, g in enumerate(groep):
        eerste.setdefault(g, zinnen[nr].tekst)
    return [int(hashlib.sha256(eerste[g].encode()).hexdigest(), 16) % vouwen for g in groep]


def _groepen(teksten: Sequence[str]) -> list[int]:
    ouder = list(range(len(teksten)))

    def wortel(nr: int) -> int:
        while ouder[nr] != nr:
            ouder[nr] = ouder[ouder[nr]]
            nr = ouder[nr]
        return nr

    stukken = [frozenset(f" {t} "[i : i + 3] for i in range(len(t))) for t in teksten]
    waar: dict[str, list[int]] = defaultdict(list)
    for nr, eigen in enumerate(stukken):
        gedeeld: Counter[int] = Counter()
        for stuk in eigen:
            gedeeld.update(waar[stuk])
            waar[stuk].append(nr)
        for ander, samen in gedeeld.items():
            if samen > LIJKT * (len(eigen) + len(stukken[ander]) - samen):
                ouder[wortel(nr)] = wortel(ander)
    return [wortel(nr) for nr in range(len(teksten))]
