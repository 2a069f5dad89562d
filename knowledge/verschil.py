"""Twee versies van de kennis vergelijken: van welke voorbeelden verandert het advies?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.advies import adviseer
from knowledge.errors import AntwoordFout
from knowledge.kennis import Kennis
from knowledge.schema import Voorbeeld
from knowledge.zaak import Zaak


@dataclass(frozen=True)
class Verschil:
    """Eén voorbeeld waarvan het advies anders is; `onderdeel` zegt waarin."""

    grond: str
    voorbeeld: str
    onderdeel: str
    oud: object
    nieuw: object


def zaak_van(kennis: Kennis, voorbeeld: Voorbeeld) -> Zaak:
    """De zaak van een voorbeeld. Antwoorden die deze kennis niet heeft, vallen weg."""
    zaak = Zaak()
    for feit, ruw in voorbeeld.feiten.items():
        try:
            zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, voorbeeld.vandaag))
        except AntwoordFout:
            continue
    return zaak


def verschillen(oud: Kennis, nieuw: Kennis, vandaag: date) -> Iterator[Verschil]:
    """Loopt alle voorbeelden van de nieuwe kennis (en de verdwenen van de oude) door beide."""
    voorbeelden = {(g.id, v.naam): v for kennis in (oud, nieuw) for g in kennis.gronden.values() for v in g.voorbeelden}
    for (grond, naam), voorbeeld in voorbeelden.items():
        links = adviseer(oud, zaak_van(oud, voorbeeld), vandaag).naar_ids()
        rechts = adviseer(nieuw, zaak_van(nieuw, voorbeeld), vandaag).naar_ids()
        for onderdeel in links:
            if links[onderdeel] != rechts[onderdeel]:
                yield Verschil(grond, naam, onderdeel, links[onderdeel], rechts[onderdeel])
