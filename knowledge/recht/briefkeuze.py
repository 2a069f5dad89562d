"""Welke brief nu, welke later, en welke beter niet: uit de zaak en de routes die passen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge import schema
from knowledge.recht.beoordeel import Beoordeling
from knowledge.recht.kennis import Kennis

SCHEIDING = "__"
"""Tussen een brief en zijn ontvanger: `dsa_melding__instagram`."""
Wanneer = Literal["nu", "later", "niet"]
VOLGORDE: tuple[Wanneer, ...] = ("nu", "later", "niet")


@dataclass(frozen=True)
class Briefkeuze:
    """Een brief voor deze zaak, met zijn ontvanger als er meer zijn, en waarom nu, later of niet."""

    brief: schema.Brief
    wanneer: Wanneer
    waarom: str
    ontvanger: schema.Optie | None = None

    @property
    def id(self) -> str:
        return f"{self.brief.id}{SCHEIDING}{self.ontvanger.id}" if self.ontvanger else self.brief.id

    @property
    def naam(self) -> str:
        return f"{self.brief.naam}: {self.ontvanger.label}" if self.ontvanger else self.brief.naam


def kies_brieven(
    kennis: Kennis, b: Beoordeling, routes: Sequence[schema.Route], met_data: bool
) -> tuple[Briefkeuze, ...]:
    """De brieven die bij deze zaak horen, ook die nu onverstandig zijn. Vertalingen staan bij hun brief.

    `met_data`: er is minstens één termijn om te onthouden.
    """
    genoemd = {brief for route in routes for brief in route.brieven}
    keuzes = [
        keuze
        for brief in kennis.brieven.values()
        if brief.vertaling_van is None and (met_data or not brief.agenda)
        for keuze in per_ontvanger(kennis, b, brief)
        if brief.altijd or brief.id in genoemd or (keuze.wanneer == "niet" and _hoort_bij(kennis, b, brief))
    ]
    return tuple(sorted(keuzes, key=lambda k: (VOLGORDE.index(k.wanneer), k.brief.rang, k.id)))


def per_ontvanger(kennis: Kennis, b: Beoordeling, brief: schema.Brief) -> Iterator[Briefkeuze]:
    """Deze brief voor deze zaak, één keer per ontvanger. Niets als hij niet past."""
    toets = kennis.brieftoetsen[brief.id]
    if not toets.geldt(b.vast):
        return
    bepalend = kennis.brieven[brief.vertaling_van] if brief.vertaling_van else brief
    reden = kennis.brieftoetsen[bepalend.id].niet_nu(b.vast)
    wanneer: Wanneer = "niet" if reden else bepalend.wanneer
    if brief.ontvangers is None:
        yield Briefkeuze(brief, wanneer, reden or bepalend.waarom)
        return
    antwoord = b.zaak.bij_feit.get(brief.ontvangers.feit)
    for optie in kennis.feiten[brief.ontvangers.feit].opties:
        if antwoord is not None and optie.id in antwoord.keuzes and optie.id in brief.ontvangers.opties:
            yield Briefkeuze(brief, wanneer, reden or bepalend.waarom, optie)


def zoek_brief(kennis: Kennis, b: Beoordeling, naam: str) -> Briefkeuze | None:
    """De brief bij een knop, of None als hij niet bestaat of niet bij deze zaak past."""
    brief = kennis.brieven.get(naam.partition(SCHEIDING)[0])
    return next((k for k in per_ontvanger(kennis, b, brief) if k.id == naam), None) if brief else None


def vertalingen(kennis: Kennis, b: Beoordeling, keuze: Briefkeuze) -> tuple[Briefkeuze, ...]:
    """Dezelfde brief in een andere taal, voor dezelfde ontvanger."""
    return tuple(
        k
        for brief in kennis.brieven.values()
        if brief.vertaling_van == keuze.brief.id
        for k in per_ontvanger(kennis, b, brief)
        if k.ontvanger == keuze.ontvanger
    )


def _hoort_bij(kennis: Kennis, b: Beoordeling, brief: schema.Brief) -> bool:
    """Zou iemand in deze zaak aan deze brief denken, ook als de route is weggelaten omdat hij onverstandig is?"""
    return any(
        not route.gronden or not b.passend.isdisjoint(route.gronden)
        for route in kennis.routes.values()
        if brief.id in route.brieven
    )
