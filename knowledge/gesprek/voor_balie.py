"""Wat een medewerker eerst moet zien bij een gedeelde zaak: een protocol dat nog loopt, en of het om een kind gaat."""

from __future__ import annotations

from knowledge.gesprek.stand import Stand
from knowledge.recht import Kennis
from knowledge.woorden import Nood, nummers

LEEFTIJD, VOLWASSEN = "leeftijd", "volwassen"


def eerst(kennis: Kennis, stand: Stand) -> tuple[Nood, ...]:
    """Het dringendste boven. Leeg: gewoon de zaak."""
    koppen = []
    if stand.zorg is not None and stand.zorg.blijft:
        p = kennis.zorg[stand.zorg.protocol]
        bellen = nummers([kennis.instanties[i] for i in p.instanties])
        koppen.append(Nood(p.id, p.naam, (kennis.zin("balie_zorg"),), bellen))
    antwoord = stand.zaak.bij_feit.get(LEEFTIJD)
    if antwoord is not None and not antwoord.onbekend and antwoord.waarde != VOLWASSEN:
        koppen.append(Nood("jong", kennis.zin("balie_jong"), (kennis.zin("balie_jong_uitleg"),)))
    return tuple(koppen)
