"""Gronden, klaar om te wegen. Een uitkomst die bij deze stand al eens berekend is, wordt onthouden."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from knowledge import schema
from knowledge.recht.voorwaarde import JA, NEE, OPEN, Atomen, Feiten, Geheugen, Toets, Vast, samen, samen_open

Status = Literal["ja", "mogelijk", "nee", "onbekend"]
VAN_DE_DAAD = frozenset({"strafbaar_feit", "civiele_grond", "auteursrecht"})
"""Soorten gronden waarvoor de wet van de dag van de daad geldt; de andere volgen de wet van vandaag."""


class Voorwaardelijk:
    """`als` moet waar zijn, `niet_als` mag niet waar zijn."""

    __slots__ = ("_als", "_niet_als", "feiten", "masker")

    def __init__(self, als: schema.Voorwaarde | None, niet_als: schema.Voorwaarde | None, atomen: Atomen) -> None:
        self._als = Toets(als, atomen) if als else None
        self._niet_als = Toets(niet_als, atomen) if niet_als else None
        toetsen = [toets for toets in (self._als, self._niet_als) if toets]
        self.feiten = frozenset().union(*(toets.feiten for toets in toetsen))
        self.masker = samen(toetsen)

    def geldt(self, vast: Vast) -> bool:
        """Nu tonen? Een open `niet_als` houdt niets tegen; een open `als` wel."""
        return (self._als is None or self._als.weeg(vast) == JA) and (
            self._niet_als is None or self._niet_als.weeg(vast) != JA
        )

    def uitgesloten(self, vast: Vast) -> bool:
        """Staat vast dat dit niet past?"""
        return bool((self._als and self._als.weeg(vast) == NEE) or (self._niet_als and self._niet_als.weeg(vast) == JA))

    def wacht_op(self, feit: str, vast: Vast) -> bool:
        """Beslist een antwoord op dit feit nog of het past?"""
        return self._als is not None and feit in self._als.feiten and self._als.weeg(vast) == OPEN

    def open_feiten(self, vast: Vast) -> Feiten:
        """Welke antwoorden kunnen het tonen nog veranderen?"""
        als = JA if self._als is None else self._als.weeg(vast)
        niet = NEE if self._niet_als is None else self._niet_als.weeg(vast)
        if als == NEE or niet == JA:
            return 0
        feiten = 0
        if als == OPEN and self._als:
            feiten |= self._als.open_feiten(vast)
        if niet == OPEN and self._niet_als:
            feiten |= self._niet_als.open_feiten(vast)
        return feiten


class Normtoets:
    """Een bestanddeel of uitzondering: een voorwaarde, een open norm, of beide."""

    __slots__ = ("als", "feiten", "kenmerkend", "masker", "onderdeel", "tegen", "voor", "weging")

    def __init__(self, onderdeel: schema.Bestanddeel | schema.Uitzondering, atomen: Atomen) -> None:
        self.onderdeel = onderdeel
        self.kenmerkend = getattr(onderdeel, "kenmerkend", True)
        self.weging = isinstance(onderdeel, schema.Uitzondering) and onderdeel.weging
        norm = onderdeel.open_norm
        self.als = Toets(onderdeel.als, atomen) if onderdeel.als else None
        self.voor = tuple((Toets(o.als, atomen), o.zwaar, o) for o in norm.voor) if norm else ()
        self.tegen = tuple((Toets(o.als, atomen), o.zwaar, o) for o in norm.tegen) if norm else ()
        toetsen = [self.als] if self.als else []
        toetsen += [toets for toets, _, _ in (*self.voor, *self.tegen)]
        self.feiten = frozenset().union(*(toets.feiten for toets in toetsen))
        self.masker = samen(toetsen)

    def weeg(self, vast: Vast) -> tuple[int, bool]:
        """De stand, en of die zeker is (`als`) of waarschijnlijk (open norm)."""
        if self.als is not None:
            waarde = self.als.weeg(vast)
            if waarde == JA or self.onderdeel.open_norm is None:
                return waarde, True
        voor = [zwaar for toets, zwaar, _ in self.voor if toets.weeg(vast) == JA]
        tegen = [zwaar for toets, zwaar, _ in self.tegen if toets.weeg(vast) == JA]
        if voor and not tegen and any(voor):
            return JA, False
        norm = self.onderdeel.open_norm
        if tegen and not voor and any(tegen) and not (norm and norm.weging):
            return NEE, False
        return OPEN, False

    def open_feiten(self, vast: Vast) -> Feiten:
        waarde, zeker = self.weeg(vast)
        if waarde == JA and self.weging and not zeker:
            # een verweer dat nu nog weegt: vraag naar wat ertegen pleit, anders eindigt het gesprek op het woord van de ander
            return samen_open((toets for toets, _, _ in self.tegen), vast)
        if waarde != OPEN:
            return 0
        feiten = self.als.open_feiten(vast) if self.als else 0
        if self._beslist_niet_meer(vast):
            return feiten
        norm = self.onderdeel.open_norm
        for toets, zwaar, _ in (*self.voor, *self.tegen):
            # in een weging maakt een lichte omstandigheid vóór nooit verschil; daar vragen we dus niet naar
            if zwaar or not (norm and norm.weging) or any(toets is t for t, _, _ in self.tegen):
                feiten |= toets.open_feiten(vast)
        return feiten

    def _beslist_niet_meer(self, vast: Vast) -> bool:
        """Pleit er al iets voor en iets tegen, dan maakt geen antwoord de norm nog zeker; bij een weging is tegen genoeg."""
        tegen = any(toets.weeg(vast) == JA for toets, _, _ in self.tegen)
        norm = self.onderdeel.open_norm
        return tegen and (bool(norm and norm.weging) or any(toets.weeg(vast) == JA for toets, _, _ in self.voor))

    def speelt(self, vast: Vast) -> bool:
        """Legt dit gewicht in de schaal? Ook als er iets tegenover staat: dan beslist een rechter, en dat moet iemand weten."""
        return self.weeg(vast)[0] == JA or any(toets.weeg(vast) == JA for toets, _, _ in self.voor)

    def geraakt(self, vast: Vast) -> bool:
        """Wijst iets wat verteld is naar deze uitzondering?"""
        toetsen = ([self.als] if self.als else []) + [toets for toets, _, _ in self.voor]
        return any(toets.geraakt(vast) for toets in toetsen)


class Varianttoets:
    """Een variant met de uitzonderingen die ervoor gelden."""

    __slots__ = ("_verjaring", "bestanddelen", "uitzonderingen", "variant")

    def __init__(
        self,
        variant: schema.Variant,
        bestanddelen: tuple[Normtoets, ...],
        uitzonderingen: tuple[Normtoets, ...],
        atomen: Atomen,
    ) -> None:
        self.variant = variant
        self.bestanddelen = bestanddelen
        self.uitzonderingen = uitzonderingen
        regel = variant.verjaring
        voorwaarden = (regel.nooit_als, regel.misschien_nooit_als, regel.achttien_als) if regel else (None,) * 3
        self._verjaring = tuple(Toets(als, atomen) if als else None for als in voorwaarden)

    def weeg_verjaring(self, vast: Vast) -> tuple[int, ...]:
        """Verjaart dit nooit, misschien nooit, of pas vanaf 18?"""
        return tuple(toets.weeg(vast) if toets else NEE for toets in self._verjaring)

    def gold(self, dag: date) -> bool:
        """Gold deze variant op deze dag?"""
        return (self.variant.van is None or self.variant.van <= dag) and (
            self.variant.tot is None or dag <= self.variant.tot
        )

    def weeg(self, vast: Vast) -> Status:
        """nee: een bestanddeel ontbreekt of een uitzondering geldt; ja: alles is er; mogelijk: iets kenmerkends is er."""
        alles, kenmerkend, waarschijnlijk = True, False, False
        for toets in self.bestanddelen:
            waarde, zeker = toets.weeg(vast)
            if waarde == NEE:
                return "nee"
            if waarde == OPEN:
                alles = False
            else:
                waarschijnlijk = waarschijnlijk or not zeker
                kenmerkend = kenmerkend or toets.kenmerkend
        for uitzondering in self.uitzonderingen:
            waarde, _ = uitzondering.weeg(vast)
            if waarde == JA and not uitzondering.weging:
                return "nee"
            if waarde == JA:
                alles = False
            # een uitzondering waar al iets naar wijst, houdt een open norm open (design, deel 4)
            if waarde == OPEN and waarschijnlijk and uitzondering.geraakt(vast):
                alles = False
        if alles:
            return "ja"
        return "mogelijk" if kenmerkend else "onbekend"


class Grondtoets:
    """Een grond met zijn varianten. `tijdvak` is het stuk tijd waarin dezelfde versies gelden."""

    __slots__ = (
        "_in_tijdvak",
        "_open",
        "_status",
        "bit",
        "feitbits",
        "feiten",
        "grenzen",
        "grond",
        "masker",
        "van_de_daad",
    )

    def __init__(self, grond: schema.Grond, atomen: Atomen, bit: int = 0) -> None:
        self.grond = grond
        self.bit = bit
        self.van_de_daad = grond.soort in VAN_DE_DAAD
        uitzonderingen = [(u, Normtoets(u, atomen)) for u in grond.uitzonderingen]
        varianten = tuple(
            Varianttoets(
                variant,
                tuple(Normtoets(b, atomen) for b in variant.bestanddelen),
                tuple(toets for u, toets in uitzonderingen if not u.varianten or variant.id in u.varianten),
                atomen,
            )
            for variant in grond.varianten
        )
        normen = [n for v in varianten for n in (*v.bestanddelen, *v.uitzonderingen)]
        self.feiten = frozenset().union(*(n.feiten for n in normen))
        self.feitbits = atomen.bits(self.feiten)
        self.masker = samen(normen)
        self.grenzen = _grenzen(grond)
        self._in_tijdvak = tuple(
            tuple(v for v in varianten if v.gold(dag)) if self.versie(dag) else () for dag in (date.min, *self.grenzen)
        )
        self._status: tuple[Geheugen[Status], ...] = tuple(Geheugen() for _ in self._in_tijdvak)
        self._open: tuple[Geheugen[tuple[Feiten, Feiten]], ...] = tuple(Geheugen() for _ in self._in_tijdvak)

    def versie(self, dag: date) -> schema.Versie | None:
        """De wet die op deze dag gold."""
        return next((v for v in self.grond.versies if v.van <= dag and (v.tot is None or dag <= v.tot)), None)

    def tijdvak(self, dag: date) -> int:
        return sum(grens <= dag for grens in self.grenzen)

    def varianten(self, dag: date) -> tuple[Varianttoets, ...]:
        """De varianten die golden op deze dag."""
        return self._in_tijdvak[self.tijdvak(dag)]

    def status(self, vast: Vast, tijdvak: int) -> Status:
        """Wat de varianten samen zeggen."""
        vast &= self.masker
        status = self._status[tijdvak].get(vast)
        if status is None:
            status = self._status[tijdvak].bewaar(vast, self._weeg(vast, tijdvak))
        return status

    def _weeg(self, vast: Vast, tijdvak: int) -> Status:
        statussen = [variant.weeg(vast) for variant in self._in_tijdvak[tijdvak]]
        if "ja" in statussen:
            return "ja"
        if "mogelijk" in statussen:
            return "mogelijk"
        return "nee" if all(s == "nee" for s in statussen) else "onbekend"

    def open_feiten(self, vast: Vast, tijdvak: int) -> tuple[Feiten, Feiten]:
        """De feiten die een bestanddeel nog kunnen beslissen, en die een uitzondering van wat past nog kunnen beslissen."""
        vast &= self.masker
        paar = self._open[tijdvak].get(vast)
        if paar is None:
            paar = self._open[tijdvak].bewaar(vast, self._zoek_open(vast, tijdvak))
        return paar

    def _zoek_open(self, vast: Vast, tijdvak: int) -> tuple[Feiten, Feiten]:
        elementen = uitzonderingen = 0
        for variant in self._in_tijdvak[tijdvak]:
            status = variant.weeg(vast)
            if status == "nee":
                continue
            for element in variant.bestanddelen:
                elementen |= element.open_feiten(vast)
            if status != "onbekend":
                for uitzondering in variant.uitzonderingen:
                    uitzonderingen |= uitzondering.open_feiten(vast)
        return elementen, uitzonderingen


def _grenzen(grond: schema.Grond) -> tuple[date, ...]:
    """De dagen waarop een versie of variant begint, of net voorbij is."""
    delen: tuple[schema.Versie | schema.Variant, ...] = (*grond.versies, *grond.varianten)
    dagen = {deel.van for deel in delen if deel.van} | {deel.tot + timedelta(days=1) for deel in delen if deel.tot}
    return tuple(sorted(dagen))
