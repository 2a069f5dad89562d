"""Oordelen: welke gronden passen bij wat verteld is, en waardoor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from knowledge import schema
from knowledge.recht.kennis import Kennis
from knowledge.recht.tijdvak import vroegste_dag
from knowledge.recht.toetsen import Grondtoets, Normtoets, Status, Varianttoets
from knowledge.recht.voorwaarde import JA, Feiten, Vast
from knowledge.recht.zaak import Zaak

WANNEER = "wanneer"


@dataclass(frozen=True)
class Elementoordeel:
    """Een bestanddeel met zijn stand en de feiten die dat besloten."""

    bestanddeel: schema.Bestanddeel
    waarde: int
    zeker: bool
    door: tuple[str, ...]
    weegt_mee: tuple[schema.Omstandigheid, ...] = ()

    @property
    def zeker_er(self) -> bool:
        return self.waarde == JA and self.zeker

    @property
    def geraakt(self) -> bool:
        """Is dit er, of pleit er iets voor?"""
        norm = self.bestanddeel.open_norm
        return self.waarde == JA or bool(norm and set(norm.voor) & set(self.weegt_mee))


@dataclass(frozen=True)
class Variantoordeel:
    """Een variant met haar stand; `reden` noemt de uitzondering die haar uitsluit."""

    variant: schema.Variant
    status: Status
    elementen: tuple[Elementoordeel, ...]
    uitgezonderd: schema.Uitzondering | None = None
    tegen: tuple[schema.Uitzondering, ...] = ()
    """Wat de rechter ertegen laat wegen."""

    @property
    def kern_verteld(self) -> bool:
        return all(e.geraakt for e in self.elementen if e.bestanddeel.kern)

    @property
    def kern_zeker(self) -> bool:
        return all(e.zeker_er for e in self.elementen if e.bestanddeel.kern)


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

    @property
    def staat_vast(self) -> bool:
        """Past dit, en ook de kern zonder dat een rechter daar nog over moet wegen?"""
        return self.status == "ja" and any(v.kern_zeker for v in self._eigen)

    @property
    def kern_verteld(self) -> bool:
        """Is er een variant waarvan de kern genoemd is, al is het maar één omstandigheid die ervoor pleit?"""
        return any(v.kern_verteld for v in self._eigen)

    @property
    def verteld(self) -> float:
        """Welk deel van de bestanddelen er zeker is, bij de variant die het verst is."""
        return max((sum(e.zeker_er for e in v.elementen) / len(v.elementen) for v in self._eigen), default=0.0)

    @property
    def _eigen(self) -> tuple[Variantoordeel, ...]:
        return tuple(v for v in self.varianten if v.status == self.status)


class Beoordeling:
    """Alle gronden voor één zaak op één dag. De statussen zijn direct bekend, de uitleg op verzoek."""

    def __init__(self, kennis: Kennis, zaak: Zaak, vandaag: date) -> None:
        self.kennis = kennis
        self.zaak = zaak = kennis.vul_aan(zaak)
        self.vandaag = vandaag
        self.vast: Vast = kennis.atomen.vast(zaak)
        self.bekend: Feiten = kennis.atomen.bekend(zaak)
        beeld = kennis.situatietoetsen.bereik(self.vast)
        self.situaties, self.bereik, self.open_situaties = beeld.situaties, beeld.gronden, beeld.open_feiten
        wanneer = zaak.waarde(WANNEER)
        self.dag = vroegste_dag(wanneer) if isinstance(wanneer, str) else vandaag
        self.tijdvakken = tuple(
            daad if toets.van_de_daad else nu
            for toets, daad, nu in zip(
                kennis.grondtoetsen, kennis.tijdvakken(self.dag), kennis.tijdvakken(vandaag), strict=True
            )
        )
        self.statussen: dict[str, Status] = {}
        self.passendbits = 0
        """`passend` als bits, om snel met routes te vergelijken."""
        for toets, tijdvak in zip(kennis.grondtoetsen, self.tijdvakken, strict=True):
            status = self.statussen[toets.grond.id] = self._status(toets, tijdvak)
            if status == "ja" or status == "mogelijk":
                self.passendbits |= toets.bit

    def dag_voor(self, toets: Grondtoets) -> date:
        """De dag waarvan de wet geldt."""
        return self.dag if toets.van_de_daad else self.vandaag

    def _status(self, toets: Grondtoets, tijdvak: int) -> Status:
        if not toets.feitbits & self.bekend:
            return "onbekend"
        status = toets.status(self.vast, tijdvak)
        buiten = status == "mogelijk" and self.bereik and toets.grond.id not in self.bereik
        return "onbekend" if buiten else status

    @cached_property
    def passend(self) -> frozenset[str]:
        """De gronden die aan iemand getoond worden."""
        return frozenset(grond for grond, status in self.statussen.items() if status in ("ja", "mogelijk"))

    @cached_property
    def gronden(self) -> dict[str, Oordeel]:
        """Elke grond met uitleg per bestanddeel."""
        return {toets.grond.id: self._oordeel(toets) for toets in self.kennis.grondtoetsen}

    def passende_oordelen(self) -> tuple[Oordeel, ...]:
        """De gronden die getoond worden, met uitleg."""
        return tuple(self._oordeel(toets) for toets in self.kennis.grondtoetsen if toets.grond.id in self.passend)

    def oordeel(self, grond: str) -> Oordeel:
        """Eén grond met uitleg, zonder de andere uit te werken."""
        return self._oordeel(next(toets for toets in self.kennis.grondtoetsen if toets.grond.id == grond))

    def _oordeel(self, toets: Grondtoets) -> Oordeel:
        dag = self.dag_voor(toets)
        return Oordeel(
            toets.grond,
            self.statussen[toets.grond.id],
            toets.versie(dag),
            toets.versie(self.vandaag),
            tuple(self._variantoordeel(variant) for variant in toets.varianten(dag)),
        )

    def _variantoordeel(self, variant: Varianttoets) -> Variantoordeel:
        hard = (u.onderdeel for u in variant.uitzonderingen if not u.weging and u.weeg(self.vast)[0] == JA)
        gewogen = (u.onderdeel for u in variant.uitzonderingen if u.weging and u.speelt(self.vast))
        return Variantoordeel(
            variant.variant,
            variant.weeg(self.vast),
            tuple(self._element(e) for e in variant.bestanddelen),
            next((u for u in hard if isinstance(u, schema.Uitzondering)), None),
            tuple(u for u in gewogen if isinstance(u, schema.Uitzondering)),
        )

    def _element(self, toets: Normtoets) -> Elementoordeel:
        waarde, zeker = toets.weeg(self.vast)
        weegt = tuple(o for t, _, o in (*toets.voor, *toets.tegen) if t.weeg(self.vast) == JA) if not zeker else ()
        relevant = toets.als.feiten if zeker and toets.als else toets.feiten
        door = tuple(a.feit for a in self.zaak.antwoorden if a.feit in relevant and not a.onbekend)
        assert isinstance(toets.onderdeel, schema.Bestanddeel)
        return Elementoordeel(toets.onderdeel, waarde, zeker, door, weegt)


def beoordeel(kennis: Kennis, zaak: Zaak, vandaag: date) -> Beoordeling:
    """Weegt alle gronden voor deze zaak op deze dag."""
    return Beoordeling(kennis, zaak, vandaag)
