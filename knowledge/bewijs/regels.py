"""Wat in elk advies moet kloppen, wat iemand ook antwoordde: de vaste regels van de inhoud, en die van de vorm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge import schema
from knowledge.bouw import pakt_beeld
from knowledge.recht import FASEN, Advies, Kennis, Voorwaardelijk


class Regels:
    """De vaste regels van een kennis, klaar om een advies te toetsen."""

    def __init__(self, kennis: Kennis) -> None:
        self.kennis = kennis
        self._regels = tuple((r, Voorwaardelijk(r.als, r.niet_als, kennis.atomen)) for r in kennis.regels)
        self._pakt = {
            route.id: frozenset(stap.tekst for stap in route.stappen if pakt_beeld(stap.tekst))
            for route in kennis.routes.values()
        }

    def overtreden(self, advies: Advies) -> list[str]:
        """Elke regel die dit advies breekt, als korte naam. Leeg: het klopt."""
        return [*_vorm(advies), *self._bronnen(advies), *self._vast(advies)]

    def _vast(self, advies: Advies) -> Iterator[str]:
        b, routes = advies.beoordeling, [g.route.id for g in advies.routes]
        soorten = {o.grond.soort for o in advies.gronden}
        # opnieuw: het advies kan gemaakt zijn voordat deze regels hun eigen vergelijkingen toevoegden
        vast = self.kennis.atomen.vast(b.zaak)
        for regel, toets in self._regels:
            if not toets.geldt(vast):
                continue
            if (regel.grondsoorten or regel.gronden) and not (
                soorten & set(regel.grondsoorten) or b.passend & set(regel.gronden)
            ):
                continue
            if self._gebroken(regel, advies, routes):
                yield f"regel {regel.id}"

    def _gebroken(self, regel: schema.Regel, advies: Advies, routes: list[str]) -> bool:
        return bool(
            (regel.eerste_route and routes[:1] != [regel.eerste_route])
            or (regel.een_van_routes and not set(routes) & set(regel.een_van_routes))
            or set(routes) & set(regel.nooit_routes)
            or (regel.waarschuwing and regel.waarschuwing not in {w.id for w in advies.waarschuwingen})
            or (
                regel.nooit_beeld_bewaren
                and any(stap.tekst in self._pakt[g.route.id] for g in advies.routes for stap in g.stappen)
            )
        )

    def _bronnen(self, advies: Advies) -> Iterator[str]:
        """Elke bewering heeft een bron die op de dag van het advies (of van de daad) geldt."""
        vandaag = advies.beoordeling.vandaag
        for soort, naam, bronnen in _beweringen(advies):
            if not any(self._geldig(bron, vandaag) for bron in bronnen):
                yield f"{soort} {naam} heeft geen bron die nu geldt"
        for oordeel in advies.gronden:
            versie, toets = oordeel.versie, next(t for t in self.kennis.grondtoetsen if t.grond.id == oordeel.grond.id)
            if versie is None or not self._geldig(versie.bron, advies.beoordeling.dag_voor(toets)):
                yield f"grond {oordeel.grond.id} heeft geen bron die toen gold"

    def _geldig(self, bron_id: str, dag: date) -> bool:
        bron = self.kennis.bronnen.get(bron_id)
        return bron is not None and geldig(bron, dag)


def geldig(bron: schema.Bron, dag: date) -> bool:
    """Geldt deze bron op deze dag?"""
    return (bron.geldig_van is None or bron.geldig_van <= dag) and (bron.geldig_tot is None or dag <= bron.geldig_tot)


def _beweringen(advies: Advies) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for gekozen in advies.routes:
        yield "route", gekozen.route.id, gekozen.route.bronnen
    for gerekend in advies.termijnen:
        yield "termijn", gerekend.termijn.id, gerekend.termijn.bronnen
    for instantie in advies.hulp:
        yield "instantie", instantie.id, instantie.bronnen
    for waarschuwing in advies.waarschuwingen:
        yield "waarschuwing", waarschuwing.id, waarschuwing.bronnen


def _vorm(advies: Advies) -> Iterator[str]:
    """Geen dode weg: altijd een route en hulp, in de goede volgorde, en een voorbije termijn heet voorbij."""
    routes = [g.route.id for g in advies.routes]
    if not routes:
        yield "geen route"
    if not advies.hulp:
        yield "geen hulp"
    fasen = [FASEN.index(g.route.fase) for g in advies.routes]
    if fasen != sorted(fasen):
        yield "routes staan niet in de volgorde van hun fase"
    for plek, gekozen in enumerate(advies.routes):
        if set(gekozen.route.pas_na) & set(routes[plek + 1 :]):
            yield f"route {gekozen.route.id} staat vóór wat eerst moet"
        if not gekozen.stappen:
            yield f"route {gekozen.route.id} heeft geen stap"
    for gerekend in advies.termijnen:
        if (
            gerekend.laatste_dag
            and not gerekend.wel_of_niet
            and gerekend.voorbij != (gerekend.laatste_dag < advies.beoordeling.vandaag)
        ):
            yield f"termijn {gerekend.termijn.id} staat verkeerd open"
