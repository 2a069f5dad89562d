"""Openingstijden: wanneer er iemand aan de balie hoort te zitten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_STUK = re.compile(r"^(ma|di|wo|do|vr|za|zo)(?:-(ma|di|wo|do|vr|za|zo))? (\d{1,2})(?::(\d\d))?-(\d{1,2})(?::(\d\d))?$")


@dataclass(frozen=True)
class Openingstijden:
    """`stukken`: (weekdag, van, tot) in minuten van de dag. Leeg: geen vaste uren, alleen wie er echt is telt."""

    stukken: tuple[tuple[int, int, int], ...] = ()
    tekst: str = ""

    @classmethod
    def lees(cls, tekst: str) -> Openingstijden:
        """`ma-vr 9-17, za 10:30-14`. Werpt ValueError bij iets anders."""
        stukken: list[tuple[int, int, int]] = []
        for deel in filter(None, (d.strip().lower() for d in tekst.split(","))):
            treffer = _STUK.match(deel)
            if treffer is None:
                raise ValueError(deel)
            eerste, laatste = DAGEN.index(treffer[1]), DAGEN.index(treffer[2] or treffer[1])
            van, tot = int(treffer[3]) * 60 + int(treffer[4] or 0), int(treffer[5]) * 60 + int(treffer[6] or 0)
            if not 0 <= van < tot <= 24 * 60 or laatste < eerste:
                raise ValueError(deel)
            stukken += [(dag, van, tot) for dag in range(eerste, laatste + 1)]
        return cls(tuple(stukken), tekst.strip())

    def open(self, nu: datetime) -> bool:
        """Is de balie volgens het rooster open? Zonder rooster: nee."""
        minuut = nu.hour * 60 + nu.minute
        return any(dag == nu.weekday() and van <= minuut < tot for dag, van, tot in self.stukken)
