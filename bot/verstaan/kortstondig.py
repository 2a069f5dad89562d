"""Onthouden zolang één bericht gelezen wordt, en geen tel langer: wat iemand typte, blijft niet in het geheugen liggen."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
Uit = TypeVar("Uit")
GENOEG = 1024
ALLES: list[Any] = []
"""Elk geheugen met zinnen erin."""


def in_dit_bericht(functie: Callable[P, Uit]) -> Callable[P, Uit]:
    """Een zin wordt bij het lezen vaak opnieuw bekeken; `vergeet` ruimt op zodra het bericht gelezen is."""
    geheugen = lru_cache(maxsize=GENOEG)(functie)
    ALLES.append(geheugen)
    return cast("Callable[P, Uit]", geheugen)


def vergeet() -> None:
    for geheugen in ALLES:
        geheugen.cache_clear()


def vergeet_daarna(functie: Callable[P, Uit]) -> Callable[P, Uit]:
    """Na dit werk is er niets meer over van wat erin gelezen werd."""

    @wraps(functie)
    def doe(*met: P.args, **ook: P.kwargs) -> Uit:
        try:
            return functie(*met, **ook)
        finally:
            vergeet()

    return doe
