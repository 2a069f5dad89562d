"""Wat iemand in nood zegt ('113 is bezet', 'hij is weg'): de woorden staan in de inhoud, hier wordt ermee geluisterd."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.verstaan.nood import gelijk
from bot.verstaan.noodtaal import samen
from knowledge.schema import Zorgwoord


@dataclass(frozen=True)
class _Rij:
    id: str
    patroon: re.Pattern[str]
    niet: re.Pattern[str] | None
    rauw: bool


class Zorgtaal:
    """Alle zorgwoorden, klaar om mee te luisteren."""

    def __init__(self, woorden: Iterable[Zorgwoord]) -> None:
        self._rijen = tuple(
            _Rij(
                woord.id,
                re.compile("|".join(woord.patronen)) if woord.rauw else samen(list(woord.patronen)),
                samen(list(woord.niet)) if woord.niet else None,
                woord.rauw,
            )
            for woord in woorden
        )

    def hoor(self, tekst: str) -> tuple[str, ...]:
        """De namen van wat erin gezegd wordt."""
        schoon, laag = gelijk(tekst), tekst.lower()
        return tuple(rij.id for rij in self._rijen if _past(rij, laag if rij.rauw else schoon))


def _past(rij: _Rij, tekst: str) -> bool:
    return rij.patroon.search(tekst) is not None and not (rij.niet and rij.niet.search(tekst))
