"""Wandelen: het vraaggesprek spelen langs veel wegen, in het geheugen, en op elk eind de vaste regels toetsen.

Een weg is één heel gesprek: een beginpunt (de knop van een situatie, of niets), wat er vooraf al gehoord is, en een antwoord op
elke vraag die gesteld wordt. Van een situatie met vijftien vragen zijn er miljarden wegen; daarom twee soorten wandeling:
- paren: elk paar antwoorden dat samen in één gesprek kan voorkomen, komt minstens één keer samen voor. Antwoorden die voor elke
  voorwaarde buiten de stappen hetzelfde zijn, tellen daarbij als één en wisselen elkaar af. Meerkeuze telt elk antwoord los en
  één keer drie samen; een datum telt één dag per tijdvak van de wet en per kant van een termijn. Wat alleen gehoord wordt
  (nooit gevraagd) komt er per weg één bij, naast de rol.
- gericht: elk voorbeeld van de jurist op zijn eigen dag, in één keer verteld, en gespeeld vanaf elke situatie die de grond
  onderzoekt: wat gevraagd wordt krijgt het antwoord van het voorbeeld, of 'weet ik niet'.
Dezelfde weg telt één keer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, islice

from knowledge import schema
from knowledge.bewijs.regels import Regels
from knowledge.bewijs.verschil import gevallen
from knowledge.errors import AntwoordFout
from knowledge.recht import EERSTE, ROL, WANNEER, Advies, Herkomst, Kennis, Waarde, Zaak, adviseer, volgende_vraag
from knowledge.schema import WEET_NIET

MEESTE_VRAGEN = 45
GENOEG = 6
"""Zoveel wegen achter elkaar zonder nieuw paar, dan is een situatie af."""
Paar = tuple[str, str]


@dataclass(frozen=True)
class Weg:
    """Eén heel gesprek met het advies waar het op uitkomt. `gevraagd`: de vragen die echt gesteld zijn."""

    situatie: str
    zaak: Zaak
    gevraagd: tuple[str, ...]
    advies: Advies

    def __str__(self) -> str:
        return f"{self.situatie}: " + ", ".join(f"{a.feit}={'+'.join(a.keuzes)}" for a in self.zaak.antwoorden)


@dataclass
class Antwoorden:
    """Welke antwoorden de wandeling op een vraag geeft."""

    kennis: Kennis
    vandaag: date
    _bij_feit: dict[str, tuple[Waarde, ...]] = field(default_factory=dict)
    _klassen: dict[tuple[str, Waarde], str] = field(default_factory=dict)

    def klasse(self, feit: str, waarde: Waarde) -> str:
        """Antwoorden met dezelfde klasse beslissen overal hetzelfde, behalve misschien in een stap van een route."""
        if (feit, waarde) not in self._klassen:
            bits = self.kennis.atomen.vast(self.kennis.vul_aan(Zaak().met(feit, waarde))) & self.kennis.beslismasker
            datum = waarde if self.kennis.feiten[feit].soort == "datum" else ""
            self._klassen[feit, waarde] = f"{feit} {datum} {waarde == WEET_NIET} {bits:x}"
        return self._klassen[feit, waarde]

    def op(self, feit_id: str) -> tuple[Waarde, ...]:
        if feit_id not in self._bij_feit:
            self._bij_feit[feit_id] = (*self._echt(self.kennis.feiten[feit_id]), WEET_NIET)
        return self._bij_feit[feit_id]

    def _echt(self, feit: schema.Feit) -> tuple[Waarde, ...]:
        opties = [optie.id for optie in feit.opties]
        if feit.soort == "datum":
            return self._dagen(feit.id)
        if feit.soort != "meerkeuze":
            return tuple(opties)
        samen = tuple(optie.id for optie in feit.opties if not optie.alleen)[:3]
        return (*((optie,) for optie in opties), samen)

    def _dagen(self, feit: str) -> tuple[str, ...]:
        """Eén dag per tijdvak van de wet, en voor elke termijn een dag waarop ze loopt en een waarop ze voorbij is."""
        dagen = {self.vandaag - timedelta(days=20), self.vandaag - timedelta(days=200)}
        if feit == WANNEER:
            grenzen = {grens for toets in self.kennis.grondtoetsen for grens in toets.grenzen}
            dagen |= {grens for grens in grenzen if date(1990, 1, 1) < grens <= self.vandaag}
        for termijn in self.kennis.termijnen.values():
            if termijn.vanaf == feit:
                duur = termijn.duur
                dagen.add(
                    self.vandaag - timedelta(days=duur.dagen + 7 * duur.weken + 32 * duur.maanden + 367 * duur.jaren)
                )
        return tuple(dag.isoformat() for dag in sorted(dagen) if dag > date(1990, 1, 1))


def begin(kennis: Kennis, situatie: schema.Situatie | None, vandaag: date) -> Zaak:
    """De zaak na een druk op de knop van een situatie; zonder situatie leeg."""
    zaak = Zaak()
    for feit, ruw in (situatie.knopfeiten if situatie else {}).items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, vandaag), "zin")
    return zaak


def wandel(kennis: Kennis, vandaag: date, hoogstens: int | None = None) -> Iterator[Weg]:
    """Alle wegen: eerst gericht, dan paren; van elke situatie `hoogstens` zoveel paarwegen."""
    geweest: set[tuple[str, Zaak]] = set()
    for weg in chain(gericht(kennis), paren(kennis, vandaag, hoogstens)):
        if (weg.situatie, weg.zaak) not in geweest:
            geweest.add((weg.situatie, weg.zaak))
            yield weg


def gericht(kennis: Kennis) -> Iterator[Weg]:
    """Elk voorbeeld op zijn eigen dag: in één keer verteld, en (bij een grond) gespeeld vanaf elke situatie die hem onderzoekt."""
    for (bij, _), (feiten, dag) in gevallen(kennis).items():
        verteld = Zaak()
        for feit, waarde in _leesbaar(kennis, dag, feiten):
            verteld = verteld.met(feit, waarde, "zin")
        yield _afmaken(kennis, dag, "", verteld, {})
        for situatie in (None, *kennis.situaties.values()):
            if situatie is None or bij in situatie.gronden:
                weg = speel(kennis, dag, situatie, feiten)
                if weg:
                    yield weg


def speel(
    kennis: Kennis, vandaag: date, situatie: schema.Situatie | None, feiten: Mapping[str, str | list[str]]
) -> Weg | None:
    """Eén gesprek: wat gevraagd wordt krijgt het antwoord uit `feiten`, of 'weet ik niet'. None: de knop zegt iets anders."""
    gegeven = dict(_leesbaar(kennis, vandaag, feiten))
    zaak = begin(kennis, situatie, vandaag)
    if any(zaak.waarde(feit) not in (None, waarde) for feit, waarde in gegeven.items() if feit != EERSTE):
        return None
    for feit, waarde in gegeven.items():
        if kennis.feiten[feit].alleen_gehoord:
            zaak = zaak.met(feit, waarde, "zin")
    return _afmaken(kennis, vandaag, situatie.id if situatie else "", zaak, gegeven)


def _afmaken(kennis: Kennis, vandaag: date, situatie: str, zaak: Zaak, gegeven: Mapping[str, Waarde]) -> Weg:
    gevraagd: list[str] = []
    while (vraag := volgende_vraag(kennis, zaak, vandaag)) is not None:
        zaak = zaak.met(vraag.id, gegeven.get(vraag.id, WEET_NIET))
        gevraagd.append(vraag.id)
    return Weg(situatie, zaak, tuple(gevraagd), adviseer(kennis, zaak, vandaag))


def _leesbaar(kennis: Kennis, vandaag: date, feiten: Mapping[str, str | list[str]]) -> Iterator[tuple[str, Waarde]]:
    """De antwoorden die op deze dag gegeven kunnen worden: een dag in de toekomst nog niet."""
    for feit, ruw in feiten.items():
        try:
            yield feit, kennis.lees_antwoord(feit, ruw, vandaag)
        except AntwoordFout:
            continue


def paren(kennis: Kennis, vandaag: date, hoogstens: int | None = None) -> Iterator[Weg]:
    """Per situatie wegen tot elk haalbaar paar antwoorden samen is voorgekomen."""
    antwoorden = Antwoorden(kennis, vandaag)
    for situatie in (None, *kennis.situaties.values()):
        if situatie is None or situatie.knop:
            yield from islice(Parenwandeling(kennis, vandaag, antwoorden, situatie).wegen(), hoogstens)


class Parenwandeling:
    """Kiest bij elke vraag het antwoord dat de meeste nieuwe paren met de eerdere antwoorden maakt."""

    def __init__(self, kennis: Kennis, vandaag: date, antwoorden: Antwoorden, situatie: schema.Situatie | None) -> None:
        self.kennis, self.vandaag, self.antwoorden, self.situatie = kennis, vandaag, antwoorden, situatie
        self.gezien: set[Paar] = set()
        self._nummer = 0
        self._gebruikt: dict[tuple[str, Waarde | None], int] = {}
        self._gehoord = [
            (feit.id, waarde)
            for feit in kennis.feiten.values()
            if feit.alleen_gehoord and feit.id != ROL
            for waarde in antwoorden.op(feit.id)[:-1]
        ]

    def wegen(self) -> Iterator[Weg]:
        zonder_nieuw = 0
        while zonder_nieuw < GENOEG:
            weg, nieuw = self._weg()
            zonder_nieuw = 0 if nieuw else zonder_nieuw + 1
            yield weg

    def _weg(self) -> tuple[Weg, int]:
        zaak, nieuw = begin(self.kennis, self.situatie, self.vandaag), 0
        gezegd: list[str] = []
        gehoord = self._gehoord[self._nummer % len(self._gehoord)] if self._gehoord and self._nummer % 2 else None
        self._nummer += 1
        if gehoord and not zaak.kent(gehoord[0]):
            zaak, nieuw = self._kies(zaak, gehoord[0], (gehoord[1],), gezegd, "zin")
        if ROL in self.kennis.feiten:
            zaak, erbij = self._kies(zaak, ROL, (None, *self.antwoorden.op(ROL)[:-1]), gezegd, "zin")
            nieuw += erbij
        gevraagd: list[str] = []
        while (feit := volgende_vraag(self.kennis, zaak, self.vandaag)) is not None:
            if len(gevraagd) >= MEESTE_VRAGEN:
                raise RuntimeError(f"{self.situatie and self.situatie.id} blijft vragen na {gevraagd[-3:]}")
            zaak, erbij = self._kies(zaak, feit.id, self.antwoorden.op(feit.id), gezegd, "knop")
            nieuw += erbij
            gevraagd.append(feit.id)
        advies = adviseer(self.kennis, zaak, self.vandaag)
        return Weg(self.situatie.id if self.situatie else "", zaak, tuple(gevraagd), advies), nieuw

    def _kies(
        self, zaak: Zaak, feit: str, opties: tuple[Waarde | None, ...], gezegd: list[str], herkomst: Herkomst
    ) -> tuple[Zaak, int]:
        """Geeft een antwoord (None: niet verteld), en telt hoeveel paren nieuw zijn."""
        gebruikt, gezien = self._gebruikt, self.gezien
        beste, minste = None, (1, 0)
        for optie in opties:
            klasse = self.antwoorden.klasse(feit, optie) if optie is not None else ""
            nieuw = sum([(eerder, klasse) not in gezien for eerder in gezegd]) if klasse else 0
            rang = (-nieuw, gebruikt.get((feit, optie), 0))
            if rang < minste:
                beste, minste = optie, rang
        gebruikt[feit, beste] = minste[1] + 1
        if beste is None:
            return zaak, 0
        klasse = self.antwoorden.klasse(feit, beste)
        gezien.update((eerder, klasse) for eerder in gezegd)
        gezegd.append(klasse)
        return zaak.met(feit, beste, herkomst), (minste[1] == 0) - minste[0]


def overtredingen(kennis: Kennis, wegen: Iterable[Weg]) -> Iterator[tuple[Weg, str]]:
    """Elke gebroken vaste regel, met de weg erheen."""
    regels = Regels(kennis)
    for weg in wegen:
        for regel in regels.overtreden(weg.advies):
            yield weg, regel
