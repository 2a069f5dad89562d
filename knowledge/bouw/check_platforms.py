"""De weg per platform controleren: elke knop bestaat, niets laat een beeld bewaren, en wie op auteursrecht meldt weet wat er met zijn naam gebeurt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.bouw.check_antwoorden import DOEL
from knowledge.bouw.doorloop import doorloop
from knowledge.bouw.load import Gelezen
from knowledge.bouw.taal import pakt_beeld
from knowledge.errors import Melding, lijkt_op
from knowledge.schema import Bewering

NOEMT_NAAM = re.compile(r"\b(?:je|jouw) (?:naam|gegevens)\b|\banoniem\b", re.I)


def controleer_platforms(gelezen: Gelezen) -> Iterator[Melding]:
    """Alles wat aan de platforms niet klopt."""
    antwoorden = {vraag.id for thema in gelezen.inhoud.antwoorden for vraag in thema.vragen}
    for platform in gelezen.inhoud.platforms:
        plaats = gelezen.plaatsen["platforms", platform.id]
        for pad, waarde in doorloop(platform):
            if isinstance(waarde, Bewering) and pakt_beeld(waarde.tekst):
                yield plaats.melding(
                    pad,
                    "dit laat iemand een beeld bewaren of delen dat van een kind kan zijn",
                    "laat het weg; bewijs bewaren staat in een route, waar de leeftijd bekend is",
                )
        if platform.eigen_beeld and not NOEMT_NAAM.search(platform.eigen_beeld.tekst):
            yield plaats.melding(
                ("eigen_beeld", "tekst"),
                "de waarschuwing over je naam ontbreekt",
                "zeg dat de plaatser de naam van de melder kan zien",
            )
        for nummer, knop in enumerate(platform.verder):
            soort, _, naam = knop.partition(":")
            bekend = antwoorden if soort == "antwoord" else {o.id for o in getattr(gelezen.inhoud, DOEL[soort])}
            if naam not in bekend:
                yield plaats.melding(("verder", nummer), f"`{knop}` bestaat niet", lijkt_op(naam, bekend))
