"""Kruisproef op de eigen zinnen: leren van het ene deel, meten op het andere. Zinnen die op elkaar lijken blijven bij elkaar."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from bot.leren.gelijkenis import paren
from bot.leren.leerstof import Zin, lees
from bot.leren.train import leer
from bot.verstaan.model import Kansen

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
    groep = _groepen([zin.tekst for zin in zinnen])
    eerste: dict[int, str] = {}
    for nr, g in enumerate(groep):
        eerste.setdefault(g, zinnen[nr].tekst)
    return [int(hashlib.sha256(eerste[g].encode()).hexdigest(), 16) % vouwen for g in groep]


def _groepen(teksten: Sequence[str]) -> list[int]:
    lijken = np.asarray(list(paren(teksten, teksten, 3, LIJKT)))
    net = sparse.coo_matrix((np.ones(len(lijken), dtype=bool), lijken.T), shape=(len(teksten), len(teksten)))
    return [int(groep) for groep in connected_components(net, directed=False)[1]]
