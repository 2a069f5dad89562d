"""Hoe lang iets duurt, gemeten aan een vast stuk rekenwerk ernaast: zo zegt een volle of trage machine niets over de code."""

from __future__ import annotations

import time
from collections.abc import Callable

RONDES = 5


def maal_rekenwerk(doe: Callable[[], object], rondes: int = RONDES) -> float:
    """CPU-tijd van `doe`, als veelvoud van het vaste rekenwerk eromheen; de beste ronde telt."""
    return min(_ronde(doe) for _ in range(rondes))


def _ronde(doe: Callable[[], object]) -> float:
    ervoor = _duur(_rekenwerk)
    duur = _duur(doe)
    return duur / max(ervoor, _duur(_rekenwerk))


def _duur(doe: Callable[[], object]) -> float:
    begin = time.process_time()
    doe()
    return time.process_time() - begin


def _rekenwerk() -> int:
    """Een paar milliseconden gewoon Python."""
    return sum(len(f"{i:x}".replace("a", "bb")) for i in range(10_000))
