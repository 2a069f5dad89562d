"""De voorwaarden van een brief, klaar om te wegen."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import schema
from knowledge.recht.toetsen import Voorwaardelijk
from knowledge.recht.voorwaarde import JA, Atomen, Toets, Vast

Onderdeel = schema.Briefdeel | schema.Zin


class Brieftoets(Voorwaardelijk):
    """Wanneer een brief past, wanneer hij onverstandig is, en welke zinnen erin komen."""

    __slots__ = ("_niet_nu", "_onderdelen")

    def __init__(self, brief: schema.Brief, atomen: Atomen) -> None:
        super().__init__(brief.als, brief.niet_als, atomen)
        self._niet_nu = tuple((Toets(n.als, atomen), n.waarom) for n in brief.niet_nu)
        self._onderdelen = {
            (o.als, o.niet_als): Voorwaardelijk(o.als, o.niet_als, atomen)
            for o in _onderdelen(brief)
            if o.als or o.niet_als
        }

    def niet_nu(self, vast: Vast) -> str | None:
        """Waarom deze brief nu onverstandig is, of None."""
        return next((waarom for toets, waarom in self._niet_nu if toets.weeg(vast) == JA), None)

    def toont(self, onderdeel: Onderdeel, vast: Vast) -> bool:
        toets = self._onderdelen.get((onderdeel.als, onderdeel.niet_als))
        return toets is None or toets.geldt(vast)


def _onderdelen(brief: schema.Brief) -> Iterator[Onderdeel]:
    yield from brief.voor_jou
    for deel in brief.delen:
        yield deel
        yield from deel.alineas
        yield from deel.lijst
