"""Gronden en routes, klaar om te wegen."""

from __future__ import annotations

from datetime import date

from knowledge import schema
from knowledge.voorwaarde import JA, NEE, OPEN, Atomen, Stand, Toets


class Voorwaardelijk:
    """`als` moet waar zijn, `niet_als` mag niet waar zijn."""

    __slots__ = ("_als", "_niet_als", "feiten")

    def __init__(self, als: schema.Voorwaarde | None, niet_als: schema.Voorwaarde | None, atomen: Atomen) -> None:
        self._als = Toets(als, atomen) if als else None
        self._niet_als = Toets(niet_als, atomen) if niet_als else None
        self.feiten = frozenset().union(*(toets.feiten for toets in (self._als, self._niet_als) if toets))

    def geldt(self, stand: Stand) -> bool:
        """Nu tonen? Een open `niet_als` houdt niets tegen; een open `als` wel."""
        return (self._als is None or self._als.weeg(stand) == JA) and (
            self._niet_als is None or self._niet_als.weeg(stand) != JA
        )

    def open_feiten(self, stand: Stand) -> set[str]:
        """Welke antwoorden kunnen het tonen nog veranderen?"""
        als = JA if self._als is None else self._als.weeg(stand)
        niet = NEE if self._niet_als is None else self._niet_als.weeg(stand)
        if als == NEE or niet == JA:
            return set()
        feiten: set[str] = set()
        if als == OPEN and self._als:
            feiten |= self._als.open_feiten(stand)
        if niet == OPEN and self._niet_als:
            feiten |= self._niet_als.open_feiten(stand)
        return feiten


class Normtoets:
    """Een bestanddeel of uitzondering: een voorwaarde, een open norm, of beide."""

    __slots__ = ("als", "feiten", "kenmerkend", "onderdeel", "tegen", "voor")

    def __init__(self, onderdeel: schema.Bestanddeel | schema.Uitzondering, atomen: Atomen) -> None:
        self.onderdeel = onderdeel
        self.kenmerkend = getattr(onderdeel, "kenmerkend", True)
        norm = onderdeel.open_norm
        self.als = Toets(onderdeel.als, atomen) if onderdeel.als else None
        self.voor = tuple((Toets(o.als, atomen), o.zwaar, o) for o in norm.voor) if norm else ()
        self.tegen = tuple((Toets(o.als, atomen), o.zwaar, o) for o in norm.tegen) if norm else ()
        toetsen = [self.als] if self.als else []
        toetsen += [toets for toets, _, _ in (*self.voor, *self.tegen)]
        self.feiten = frozenset().union(*(toets.feiten for toets in toetsen))

    def weeg(self, stand: Stand) -> tuple[int, bool]:
        """De stand, en of die zeker is (`als`) of waarschijnlijk (open norm)."""
        if self.als is not None:
            waarde = self.als.weeg(stand)
            if waarde == JA or self.onderdeel.open_norm is None:
                return waarde, True
        voor = [zwaar for toets, zwaar, _ in self.voor if toets.weeg(stand) == JA]
        tegen = [zwaar for toets, zwaar, _ in self.tegen if toets.weeg(stand) == JA]
        if voor and not tegen and any(voor):
            return JA, False
        if tegen and not voor and any(tegen):
            return NEE, False
        return OPEN, False

    def open_feiten(self, stand: Stand) -> set[str]:
        if self.weeg(stand)[0] != OPEN:
            return set()
        feiten = self.als.open_feiten(stand) if self.als else set()
        for toets, _, _ in (*self.voor, *self.tegen):
            feiten |= toets.open_feiten(stand)
        return feiten

    def geraakt(self, stand: Stand) -> bool:
        """Wijst iets wat verteld is naar deze uitzondering?"""
        toetsen = ([self.als] if self.als else []) + [toets for toets, _, _ in self.voor]
        return any(toets.geraakt(stand) for toets in toetsen)


class Varianttoets:
    """Een variant met de uitzonderingen die ervoor gelden."""

    __slots__ = ("bestanddelen", "uitzonderingen", "variant")

    def __init__(
        self, variant: schema.Variant, bestanddelen: tuple[Normtoets, ...], uitzonderingen: tuple[Normtoets, ...]
    ) -> None:
        self.variant = variant
        self.bestanddelen = bestanddelen
        self.uitzonderingen = uitzonderingen


class Grondtoets:
    """Een grond met zijn varianten."""

    __slots__ = ("feiten", "grond", "varianten")

    def __init__(self, grond: schema.Grond, atomen: Atomen) -> None:
        self.grond = grond
        uitzonderingen = [(u, Normtoets(u, atomen)) for u in grond.uitzonderingen]
        self.varianten = tuple(
            Varianttoets(
                variant,
                tuple(Normtoets(b, atomen) for b in variant.bestanddelen),
                tuple(toets for u, toets in uitzonderingen if not u.varianten or variant.id in u.varianten),
            )
            for variant in grond.varianten
        )
        self.feiten = frozenset().union(
            *(n.feiten for v in self.varianten for n in (*v.bestanddelen, *v.uitzonderingen))
        )

    def versie(self, dag: date) -> schema.Versie | None:
        """De wet die op deze dag gold."""
        return next((v for v in self.grond.versies if v.van <= dag and (v.tot is None or dag <= v.tot)), None)


class Routetoets:
    """Een route met zijn stappen."""

    __slots__ = ("gronden", "route", "stappen", "toets")

    def __init__(self, route: schema.Route, atomen: Atomen) -> None:
        self.route = route
        self.toets = Voorwaardelijk(route.als, route.niet_als, atomen)
        self.gronden = frozenset(route.gronden)
        self.stappen = tuple((stap, Voorwaardelijk(stap.als, stap.niet_als, atomen)) for stap in route.stappen)
