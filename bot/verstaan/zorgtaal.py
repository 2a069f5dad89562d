"""Wat iemand in nood zegt ('113 is bezet', 'hij is weg'): de woorden staan in de inhoud, hier wordt ermee geluisterd."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.verstaan.betekenis import GEEN, ZORGTAAL, de_betekenis
from bot.verstaan.nood import gelijk
from bot.verstaan.noodtaal import samen
from knowledge.schema import Zorgwoord

KORT, ZEKER, ZEKER_BUITEN = 25, 0.45, 0.7
"""In zo'n kort bericht is te merken wat iemand bedoelt, en zo zeker moet het dan zijn; buiten een protocol zekerder."""


@dataclass(frozen=True)
class _Rij:
    id: str
    patroon: re.Pattern[str]
    niet: re.Pattern[str] | None
    rauw: bool


class Zorgtaal:
    """Alle zorgwoorden, klaar om mee te luisteren."""

    def __init__(self, woorden: Iterable[Zorgwoord], zwak: Iterable[str] = ()) -> None:
        """`zwak`: wat alleen iets zegt bij een zaak die erbij past; dat mag ook buiten een protocol op betekenis gehoord worden."""
        self._zwak = frozenset(zwak)
        self._rijen = tuple(
            _Rij(
                woord.id,
                re.compile("|".join(woord.patronen)) if woord.rauw else samen(list(woord.patronen)),
                samen(list(woord.niet)) if woord.niet else None,
                woord.rauw,
            )
            for woord in woorden
        )

    def hoor(self, tekst: str, in_zorg: bool = False) -> tuple[str, ...]:
        """De namen van wat erin gezegd wordt. `in_zorg`: ook wie het anders zegt dan de patronen; daar gaat het al over nood."""
        schoon, laag = gelijk(tekst), tekst.lower()
        gehoord = tuple(rij.id for rij in self._rijen if _past(rij, laag if rij.rauw else schoon))
        if gehoord or len(tekst.split()) > KORT:
            return gehoord
        naam, kans = _bedoeld(tekst)
        telt = kans >= ZEKER if in_zorg else naam in self._zwak and kans >= ZEKER_BUITEN
        return (naam,) if telt and naam != GEEN else ()


def _bedoeld(tekst: str) -> tuple[str, float]:
    betekenis = de_betekenis()
    kansen = betekenis.kansen(ZORGTAAL, tekst) if betekenis is not None else {}
    beste = max(kansen, key=kansen.__getitem__, default=GEEN)
    return beste, kansen.get(beste, 0.0)


def _past(rij: _Rij, tekst: str) -> bool:
    return rij.patroon.search(tekst) is not None and not (rij.niet and rij.niet.search(tekst))
