"""Twee versies van de kennis vergelijken: van welke voorbeelden verandert het advies?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.bewijs.proeven import zaak_van
from knowledge.recht import Kennis, adviseer

Geval = tuple[dict[str, str | list[str]], date]


@dataclass(frozen=True)
class Verschil:
    """Eén voorbeeld waarvan het advies anders is; `onderdeel` zegt waarin."""

    bij: str
    voorbeeld: str
    onderdeel: str
    oud: object
    nieuw: object


def gevallen(kennis: Kennis) -> dict[tuple[str, str], Geval]:
    """Alle voorbeelden: die van de gronden, en die van routes, termijnen, waarschuwingen en situaties."""
    bij_grond = {(g.id, v.naam): (v.feiten, v.vandaag) for g in kennis.gronden.values() for v in g.voorbeelden}
    return bij_grond | {(p.id, g.naam): (g.feiten, g.vandaag) for p in kennis.voorbeelden for g in p.voorbeelden}


def verschillen(oud: Kennis, nieuw: Kennis) -> Iterator[Verschil]:
    """Loopt alle voorbeelden van de nieuwe kennis (en de verdwenen van de oude) door beide, elk op zijn eigen dag."""
    for (bij, naam), (feiten, dag) in (gevallen(oud) | gevallen(nieuw)).items():
        links = adviseer(oud, zaak_van(oud, feiten, dag), dag).naar_ids()
        rechts = adviseer(nieuw, zaak_van(nieuw, feiten, dag), dag).naar_ids()
        for onderdeel in links:
            if links[onderdeel] != rechts[onderdeel]:
                yield Verschil(bij, naam, onderdeel, links[onderdeel], rechts[onderdeel])
