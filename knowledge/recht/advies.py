"""Het advies: passende gronden, routes in volgorde, termijnen, hulp en waarschuwingen, elk met bron."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from knowledge import schema
from knowledge.recht.beoordeel import Beoordeling, Oordeel, beoordeel
from knowledge.recht.briefkeuze import Briefkeuze, kies_brieven
from knowledge.recht.kennis import Kennis
from knowledge.recht.termijnen import Gerekend, reken
from knowledge.recht.verjaring import verjaringen
from knowledge.recht.voorwaarde import JA
from knowledge.recht.vraag import ROL, open_termijnen
from knowledge.recht.zaak import Zaak
from knowledge.schema import SLACHTOFFER

FASEN = ("nu", "deze_week", "voor_datum", "later")


@dataclass(frozen=True)
class Gekozen:
    """Een route met de stappen die bij deze zaak horen."""

    route: schema.Route
    stappen: tuple[schema.Stap, ...]

    @property
    def bronnen(self) -> tuple[str, ...]:
        """De bronnen van de route en van de stappen die getoond worden."""
        return tuple(dict.fromkeys((*self.route.bronnen, *(bron for stap in self.stappen for bron in stap.bronnen))))


@dataclass(frozen=True)
class Advies:
    """Alles wat iemand te horen krijgt. Dezelfde zaak geeft op elke dag-plus-kennis hetzelfde advies."""

    beoordeling: Beoordeling
    gronden: tuple[Oordeel, ...]
    routes: tuple[Gekozen, ...]
    termijnen: tuple[Gerekend, ...]
    hulp: tuple[schema.Instantie, ...]
    waarschuwingen: tuple[schema.Waarschuwing, ...]
    brieven: tuple[Briefkeuze, ...]

    @property
    def bronnen(self) -> tuple[str, ...]:
        """Alle bron-ids waarop dit advies steunt, in volgorde van gebruik."""
        return tuple(dict.fromkeys(_bronnen(self)))

    def in_fase(self, fase: str) -> tuple[Gekozen, ...]:
        return tuple(gekozen for gekozen in self.routes if gekozen.route.fase == fase)

    def naar_ids(self) -> dict[str, Any]:
        """Het advies als namen, om te vergelijken tussen kanalen en versies."""
        return {
            "gronden": {oordeel.grond.id: oordeel.status for oordeel in self.gronden},
            "routes": [gekozen.route.id for gekozen in self.routes],
            "termijnen": {t.termijn.id: t.laatste_dag.isoformat() if t.laatste_dag else None for t in self.termijnen},
            "hulp": [instantie.id for instantie in self.hulp],
            "waarschuwingen": [w.id for w in self.waarschuwingen],
            "brieven": [brief.id for brief in self.brieven],
            "bronnen": list(self.bronnen),
        }


def adviseer(kennis: Kennis, zaak: Zaak, vandaag: date, beoordeling: Beoordeling | None = None) -> Advies:
    """Het advies bij wat nu bekend is."""
    b = beoordeling or beoordeel(kennis, zaak, vandaag)
    gronden = b.passende_oordelen()
    gronden = tuple(sorted(gronden, key=lambda o: (o.status != "ja", o.grond.rang, o.grond.id)))
    routes = tuple(_routes(kennis, b))
    bij_route = {termijn for gekozen in routes for termijn in gekozen.route.termijnen}
    termijnen = {t.id: t for t in open_termijnen(b) if t.id not in kennis.naar_straf}
    for termijn_id in sorted(bij_route - set(termijnen)):
        if (
            kennis.termijntoetsen[termijn_id].geldt(b.vast)
            and zaak.waarde(kennis.termijnen[termijn_id].vanaf) is not None
        ):
            termijnen[termijn_id] = kennis.termijnen[termijn_id]
    gerekend = sorted(
        (g for g in (*(_reken(b, t) for t in termijnen.values()), *verjaringen(b)) if _zegt_iets(g)),
        key=lambda g: (g.voorbij, g.laatste_dag or date.max, g.termijn.id),
    )
    return Advies(
        beoordeling=b,
        gronden=gronden,
        routes=routes,
        termijnen=tuple(replace(g, erbij=_erbij(b, g)) for g in gerekend),
        hulp=tuple(instantie for instantie, toets in kennis.praattoetsen if toets.geldt(b.vast)),
        waarschuwingen=kennis.waarschuwingtoetsen.geldend(b.vast),
        brieven=kies_brieven(kennis, b, [gekozen.route for gekozen in routes], bool(gerekend)),
    )


def rol_van(zaak: Zaak) -> str:
    """De rol van wie dit vertelt; tot iemand anders zegt, een slachtoffer."""
    return str(zaak.waarde(ROL) or SLACHTOFFER)


def _routes(kennis: Kennis, b: Beoordeling) -> Iterable[Gekozen]:
    rol = rol_van(b.zaak)
    gekozen = [
        Gekozen(toets.verwoord(b.vast), tuple(stap for stap, nodig in toets.stappen if nodig.geldt(b.vast)))
        for toets in kennis.routetoetsen
        if rol in toets.route.rollen
        and (not toets.route.gronden or toets.grondbits & b.passendbits)
        and toets.toets.geldt(b.vast)
    ]
    return sorted(
        (g for g in gekozen if g.stappen), key=lambda g: (FASEN.index(g.route.fase), g.route.rang, g.route.id)
    )


def _reken(b: Beoordeling, termijn: schema.Termijn) -> Gerekend:
    begin, toets = b.zaak.waarde(termijn.vanaf), b.kennis.zekertoetsen.get(termijn.id)
    zeker = not termijn.nooit_zeker and (toets is None or toets.weeg(b.vast) == JA)
    return reken(termijn, begin if isinstance(begin, str) else None, b.vandaag, zeker)


def _erbij(b: Beoordeling, gerekend: Gerekend) -> tuple[str, ...]:
    toetsen = b.kennis.erbijtoetsen.get(gerekend.termijn.id, ())
    return tuple(zin.tekst for zin, toets in toetsen if toets.geldt(b.vast))


def _zegt_iets(gerekend: Gerekend) -> bool:
    """Verjaring zonder begindag is ruis: die termijn is jaren lang en helpt nu niemand."""
    return gerekend.begin is not None or gerekend.termijn.soort != "verjaring" or gerekend.termijn.verjaart_niet


def _bronnen(advies: Advies) -> Iterable[str]:
    for oordeel in advies.gronden:
        if oordeel.versie:
            yield oordeel.versie.bron
        if oordeel.versie_nu:
            yield oordeel.versie_nu.bron
        yield from oordeel.grond.bronnen
        for variant in oordeel.varianten:
            for element in variant.elementen:
                yield from element.bestanddeel.bronnen
                for omstandigheid in element.weegt_mee:
                    yield from omstandigheid.bronnen
    for gekozen in advies.routes:
        yield from gekozen.bronnen
    for gerekend in advies.termijnen:
        yield from gerekend.termijn.bronnen
    for instantie in advies.hulp:
        yield from instantie.bronnen
    for waarschuwing in advies.waarschuwingen:
        yield from waarschuwing.bronnen
