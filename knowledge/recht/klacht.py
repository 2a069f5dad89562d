"""Wanneer het recht een klacht verlangt: een verzoek van het slachtoffer om te vervolgen."""

from __future__ import annotations

from knowledge.recht.advies import Advies
from knowledge.recht.beoordeel import Beoordeling, Oordeel
from knowledge.recht.voorwaarde import NEE


def klacht_nodig(advies: Advies) -> bool:
    """Moet iemand voor een passend feit zelf om vervolging vragen? Bij twijfel ja: vragen kan geen kwaad."""
    return any(is_klachtdelict(advies.beoordeling, oordeel) for oordeel in advies.gronden)


def is_klachtdelict(b: Beoordeling, oordeel: Oordeel) -> bool:
    """Kan de politie hier zonder verzoek van het slachtoffer niets? Bij twijfel ja."""
    toets = b.kennis.klachttoetsen.get(oordeel.grond.id)
    if toets is None:
        return oordeel.grond.klachtdelict == "ja"
    return toets.weeg(b.vast) != NEE
