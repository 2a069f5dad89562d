"""Oordelen: welke gronden passen bij wat verteld is, en waardoor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from knowledge import schema
from knowledge.kennis import Kennis
from knowledge.toetsen import Grondtoets, Normtoets, Varianttoets
from knowledge.voorwaarde import JA, NEE, OPEN, Stand
from knowledge.zaak import Zaak

Status = Literal["ja", "mogelijk", "nee", "onbekend"]
WANNEER = "wanneer"
VAN_DE_DAAD = frozenset({"strafbaar_feit", "civiele_grond", "auteursrecht"})
"""Soorten gronden waarvoor de wet van de dag van de daad geldt; de andere volgen de wet van vandaag."""


@dataclass(frozen=True)
class Elementoordeel:
    """Een bestanddeel met zijn stand en de feiten die dat besloten."""

    bestanddeel: schema.Bestanddeel
    stand: int
    zeker: bool
    door: tuple[str, ...]
    weegt_mee: tuple[schema.Omstandigheid, ...] = ()


@dataclass(frozen=True)
class Variantoordeel:
    """Een variant met haar stand; `reden` noemt de uitzondering die haar uitsluit."""

    variant: schema.Variant
    status: Status
    elementen: tuple[Elementoordeel, ...]
    uitgezonderd: schema.Uitzondering | None = None


@dataclass(frozen=True)
class Oordeel:
    """Een grond met zijn stand en de wet die daarbij gold (None: gold toen niet)."""

    grond: schema.Grond
    status: Status
    versie: schema.Versie | None
    versie_nu: schema.Versie | None
    varianten: tuple[Variantoordeel, ...]

    @property
    def past(self) -> bool:
        return self.status in ("ja", "mogelijk")


class Beoordeling:
    """Alle gronden voor één zaak op één dag. De statussen zijn direct bekend, de uitleg op verzoek."""

    def __init__(self, kennis: Kennis, zaak: Zaak, vandaag: date) -> None:
        self.kennis = kennis
        self.zaak = zaak = kennis.vul_aan(zaak)
        self.vandaag = vandaag
        self.stand: Stand = kennis.atomen.stand(zaak)
        self.situaties = tuple(situatie for situatie, toets in kennis.situatietoetsen if toets.weeg(self.stand) == JA)
        self.bereik = frozenset(grond for situatie in self.situaties for grond in situatie.gronden)
        wanneer = zaak.waarde(WANNEER)
        self.dag = date.fromisoformat(wanneer) if isinstance(wanneer, str) else vandaag
        self.statussen: dict[str, Status] = {toets.grond.id: self._status(toets) for toets in kennis.grondtoetsen}

    def dag_voor(self, grond: schema.Grond) -> date:
        """De dag waarvan de wet geldt."""
        return self.dag if grond.soort in VAN_DE_DAAD else self.vandaag

    def varianten(self, toets: Grondtoets) -> tuple[Varianttoets, ...]:
        """De varianten die golden op de dag van de daad."""
        dag = self.dag_voor(toets.grond)
        if toets.versie(dag) is None:
            return ()
        return tuple(
            v
            for v in toets.varianten
            if (v.variant.van is None or v.variant.van <= dag) and (v.variant.tot is None or dag <= v.variant.tot)
        )

    def _status(self, toets: Grondtoets) -> Status:
        if not self.kent_iets(toets):
            return "onbekend"
        standen = [weeg_variant(variant, self.stand) for variant in self.varianten(toets)]
        if "ja" in standen:
            return "ja"
        if "mogelijk" in standen and (not self.bereik or toets.grond.id in self.bereik):
            return "mogelijk"
        return "nee" if all(stand == "nee" for stand in standen) else "onbekend"

    def kent_iets(self, toets: Grondtoets) -> bool:
        return not toets.feiten.isdisjoint(self.zaak.bij_feit)

    @property
    def passend(self) -> frozenset[str]:
        """De gronden die aan iemand getoond worden."""
        return frozenset(grond for grond, status in self.statussen.items() if status in ("ja", "mogelijk"))

    @cached_property
    def gronden(self) -> dict[str, Oordeel]:
        """Elke grond met uitleg per bestanddeel."""
        return {toets.grond.id: self._oordeel(toets) for toets in self.kennis.grondtoetsen}

    def _oordeel(self, toets: Grondtoets) -> Oordeel:
        dag = self.dag_voor(toets.grond)
        return Oordeel(
            toets.grond,
            self.statussen[toets.grond.id],
            toets.versie(dag),
            toets.versie(self.vandaag),
            tuple(self._variantoordeel(variant) for variant in self.varianten(toets)),
        )

    def _variantoordeel(self, variant: Varianttoets) -> Variantoordeel:
        uitgezonderd = next((u.onderdeel for u in variant.uitzonderingen if u.weeg(self.stand)[0] == JA), None)
        assert uitgezonderd is None or isinstance(uitgezonderd, schema.Uitzondering)
        return Variantoordeel(
            variant.variant,
            weeg_variant(variant, self.stand),
            tuple(self._element(e) for e in variant.bestanddelen),
            uitgezonderd,
        )

    def _element(self, toets: Normtoets) -> Elementoordeel:
        stand, zeker = toets.weeg(self.stand)
        weegt = tuple(o for t, _, o in (*toets.voor, *toets.tegen) if t.weeg(self.stand) == JA) if not zeker else ()
        relevant = toets.als.feiten if zeker and toets.als else toets.feiten
        door = tuple(a.feit for a in self.zaak.antwoorden if a.feit in relevant and not a.onbekend)
        assert isinstance(toets.onderdeel, schema.Bestanddeel)
        return Elementoordeel(toets.onderdeel, stand, zeker, door, weegt)


def weeg_variant(variant: Varianttoets, stand: Stand) -> Status:
    """nee: een bestanddeel ontbreekt of een uitzondering geldt; ja: alles is er; mogelijk: iets kenmerkends is er."""
    alles, kenmerkend, waarschijnlijk = True, False, False
    for toets in variant.bestanddelen:
        waarde, zeker = toets.weeg(stand)
        if waarde == NEE:
            return "nee"
        if waarde == OPEN:
            alles = False
        else:
            waarschijnlijk = waarschijnlijk or not zeker
            kenmerkend = kenmerkend or toets.kenmerkend
    for uitzondering in variant.uitzonderingen:
        waarde, _ = uitzondering.weeg(stand)
        if waarde == JA:
            return "nee"
        # een uitzondering waar al iets naar wijst, houdt een open norm open (design, deel 4)
        if waarde == OPEN and waarschijnlijk and uitzondering.geraakt(stand):
            alles = False
    if alles:
        return "ja"
    return "mogelijk" if kenmerkend else "onbekend"


def beoordeel(kennis: Kennis, zaak: Zaak, vandaag: date) -> Beoordeling:
    """Weegt alle gronden voor deze zaak op deze dag."""
    return Beoordeling(kennis, zaak, vandaag)
