"""Het advies als pad: de ene stap die nu telt. Eén ding, één knop die het doet, wie er nu open is, en wat daarna komt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from knowledge.gesprek.brieflijst import briefknoppen
from knowledge.gesprek.openingstijd import nummer, op_volgorde, open_nu
from knowledge.gesprek.stand import Stand
from knowledge.recht import Advies, Gekozen, Kennis
from knowledge.schema import Instantie
from knowledge.woorden import Detail, Knop, Lijst, Link, Nummer, Punt

DAARNA = 2
GEDAAN = "gedaan_"
"""Zo staat in `Stand.gehad` welke stap iemand afvinkte."""
OP_DAG = "op_"
"""En zo op welke dag: `op_2026-12-01_melding_platform`."""


def afgevinkt(stand: Stand) -> frozenset[str]:
    """De routes die iemand gedaan heeft."""
    return frozenset(id_.removeprefix(GEDAAN) for id_ in stand.gehad if id_.startswith(GEDAAN))


def volgende(advies: Advies, gedaan: Collection[str]) -> Gekozen | None:
    """De eerste stap die nog niet gedaan is, of None als alles gedaan is."""
    return next((gekozen for gekozen in advies.routes if gekozen.route.id not in gedaan), None)


def kaart(
    kennis: Kennis, advies: Advies, gekozen: Gekozen, nu: datetime | None, gedaan: Collection[str] = frozenset()
) -> Lijst:
    """Deze stap als kaartje. De eerste knop doet hem: bellen, een pagina openen, of iets maken."""
    route = gekozen.route
    bellen, openen, maken = _doe(kennis, advies, gekozen, nu)
    praten = _praten(kennis, advies, nu, bellen)
    hoe = Knop(f"route:{route.id}", kennis.zin("hoe_knop"))
    punt = Punt(
        route.naam,
        "\n".join((route.kort, *_daarna(kennis, advies, gekozen, gedaan))),
        id=route.id,
        details=(Detail(kennis.zin("kaart_praten")),) if praten else (),
        bronnen=route.bronnen,
        links=openen,
        telefoon=(*bellen, *praten),
        knoppen=(*maken, Knop(f"gedaan:{route.id}", kennis.zin("gedaan_knop")), hoe),
    )
    return Lijst(kennis.zin("volgende_stap" if gedaan else "begin_hiermee"), "stap", (punt,))


def _daarna(kennis: Kennis, advies: Advies, gekozen: Gekozen, gedaan: Collection[str]) -> Iterator[str]:
    """De twee stappen hierna, bij naam: zo is te zien dat het niet bij deze ene blijft, en wat kan wachten."""
    open_ = [g.route.naam for g in advies.routes if g.route.id not in gedaan and g.route.id != gekozen.route.id]
    if open_:
        yield f"{kennis.zin('kaart_daarna')} {' · '.join(open_[:DAARNA])}."


def _doe(
    kennis: Kennis, advies: Advies, gekozen: Gekozen, nu: datetime | None
) -> tuple[tuple[Nummer, ...], tuple[Link, ...], tuple[Knop, ...]]:
    """Bellen, openen of maken: hoogstens één ervan, het eerste wat bij deze route kan."""
    route = gekozen.route
    instanties = [kennis.instanties[i] for i in route.instanties]
    maken = briefknoppen(kennis, advies, route)[:1]
    bellen = tuple(n for i in instanties if (n := nummer(kennis, i, nu)))[:1]
    openen = tuple(Link(kennis.zin("open_naam", naam=i.naam), i.meldpagina or i.pagina) for i in instanties)[:1]
    if route.doe == "lees":
        return (), (), ()
    if route.doe == "bel" and bellen:
        return bellen, (), ()
    if maken and route.doe in (None, "maak"):
        return (), (), maken
    if bellen and route.doe is None:
        return bellen, (), ()
    return (), openen, ()


def _praten(kennis: Kennis, advies: Advies, nu: datetime | None, al: tuple[Nummer, ...]) -> tuple[Nummer, ...]:
    """Eén mens die nu opneemt. Weten we dat van niemand, dan de eerste van wie we het nummer hebben."""
    bekend = {n.nummer for n in al}
    rij = [i for i in op_volgorde(advies.hulp, nu) if i.telefoon and i.telefoon.nummer not in bekend]
    wie = next((i for i in rij if _open(i, nu)), None) or next(iter(rij), None)
    if wie is None or (al and not _open(wie, nu)):
        return ()
    gevonden = nummer(kennis, wie, nu)
    return (gevonden,) if gevonden else ()


def _open(instantie: Instantie, nu: datetime | None) -> bool:
    return nu is not None and open_nu(instantie, nu, "bellen") is True
