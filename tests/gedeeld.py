"""Wat veel tests nodig hebben en seconden kost om te maken: één keer per proces. Niets hiervan verandert, dus delen mag."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from knowledge import Kennis
from knowledge.bouw import lees
from knowledge.bouw.load import Gelezen

if TYPE_CHECKING:
    from bot.verstaan import Verstaan


@cache
def gelezen() -> Gelezen:
    """De echte inhoud, zoals zij in de bestanden staat."""
    return lees()


@cache
def kennis() -> Kennis:
    return Kennis(gelezen().inhoud, "proef")


@cache
def verstaan() -> Verstaan:
    """Het verstaan zonder model."""
    from bot.verstaan import Verstaan  # pas nu: de tests van de kern hebben dit niet

    return Verstaan(kennis())
