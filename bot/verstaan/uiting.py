"""Wat iemand met een bericht doet, voordat het een daad is."""

from __future__ import annotations

from dataclasses import dataclass

from bot.verstaan.feiten import Gehoord

ALLEEN_WENS = frozenset({"wil", "gedaan"})
"""Deze feiten zeggen wat iemand wil of al deed, niet wat er gebeurd is."""


@dataclass(frozen=True)
class Uiting:
    """Wat iemand met een bericht doet: een handeling, feiten vertellen, of zeggen het niet te weten."""

    handeling: str | None = None
    gehoord: tuple[Gehoord, ...] = ()
    weet_niet: bool = False

    @property
    def vertelt(self) -> bool:
        """Is er een feit zeker gehoord?"""
        return any(g.zeker for g in self.gehoord)

    @property
    def alleen_wens(self) -> bool:
        """Niets, of alleen wat iemand wil: geen feit over wat er gebeurd is."""
        return all(g.feit in ALLEEN_WENS for g in self.gehoord)

    @property
    def leeg(self) -> bool:
        """Zit er nog niets in waar we iets mee kunnen?"""
        return self.handeling is None and not self.gehoord and not self.weet_niet
