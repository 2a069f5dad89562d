"""Zinnen die op elkaar lijken: het deel van hun letterstukken dat ze delen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer

from bot.verstaan.normaal import normaal

TEGELIJK = 500
"""Zoveel zinnen in een keer naast alle andere: meer past niet ruim in het geheugen."""


def paren(links: Sequence[str], rechts: Sequence[str], lengte: int, boven: float) -> Iterator[tuple[int, int]]:
    """De plaatsnummers van elke zin links en elke zin rechts die meer dan `boven` van hun stukken van `lengte` letters delen."""
    telt = CountVectorizer(analyzer=lambda tekst: _stukken(tekst, lengte), dtype=np.float32).fit([*links, *rechts])
    linker, rechter = telt.transform(links), telt.transform(rechts)
    aantal_links, aantal_rechts = (np.asarray(m.sum(axis=1)).ravel() for m in (linker, rechter))
    for begin in range(0, len(links), TEGELIJK):
        samen = (linker[begin : begin + TEGELIJK] @ rechter.T).tocoo()
        rij = samen.row + begin
        lijkt = samen.data > boven * (aantal_links[rij] + aantal_rechts[samen.col] - samen.data)
        yield from zip(rij[lijkt].tolist(), samen.col[lijkt].tolist(), strict=True)


def _stukken(tekst: str, lengte: int) -> set[str]:
    zin = f" {normaal(tekst)} "
    return {zin[i : i + lengte] for i in range(max(len(zin) - lengte + 1, 1))}
