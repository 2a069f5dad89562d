"""Wie later terugkomt: is het advies nog hetzelfde, en welke brief is nu aan de beurt?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from knowledge.errors import AntwoordFout
from knowledge.gesprek.daad import Daad
from knowledge.gesprek.pad import OP_DAG
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken, verder
from knowledge.recht import JA, Briefkeuze, Kennis, Zaak, adviseer
from knowledge.schema import Opvolging
from knowledge.woorden import Bericht, Knop, Lijst, Punt, Tekst, bronregel, datum, opsomming

SOORTEN = ("gronden", "routes", "brieven")
NIETS = "niets"


@dataclass(frozen=True)
class Volgende:
    """Een brief die nu aan de beurt is: bij welke stap, van welke dag, en waarom."""

    route: str
    op: date
    opvolging: Opvolging


def bewaar(kennis: Kennis, stand: Stand, vandaag: date) -> dict[str, Any]:
    """Wat er in het bestand gaat: de stand, en wat het advies op deze dag was. Geen woorden, die zijn er niet."""
    return {"op": vandaag.isoformat(), "stand": stand.naar_json(), "advies": _afdruk(kennis, stand.zaak, vandaag)}


def heropen(kennis: Kennis, ruw: dict[str, Any], vandaag: date, nu: datetime | None = None) -> tuple[Stand, Bericht]:
    """Gaat verder met een bewaard gesprek. Werpt KeyError, TypeError of ValueError als het er geen is."""
    op, toen = date.fromisoformat(ruw["op"]), ruw["advies"]
    bewaard = Zaak.uit_json(ruw["stand"]["zaak"])
    # alleen de regels kunnen anders zijn: daarom op de dag van toen vergeleken
    stand = Stand.uit_json(kennis, ruw["stand"]).met(kennis=kennis.hash)
    nieuws = _nieuws(kennis, toen, _afdruk(kennis, stand.zaak, op))
    weg = [a.feit for a in bewaard.antwoorden if not stand.zaak.kent(a.feit)]
    if weg:
        namen = [kennis.feiten[f].vraag if f in kennis.feiten else f.replace("_", " ") for f in weg]
        nieuws = (*nieuws, Tekst(kennis.zin("terug_antwoord_weg", lijst=opsomming(namen))))
    zin = kennis.zin("terug_anders" if nieuws else "terug_gelijk")
    welkom = Tekst(f"{kennis.zin('terug_welkom', datum=datum(op, met_dag=False))} {zin}", "steun")
    volgende = volgende_brieven(kennis, stand, vandaag)
    stand = stand.met(zaak=_met_stappen(kennis, stand.zaak, volgende, vandaag))
    stand, verder_ = verder(Beurt(kennis, stand, Daad("verder"), vandaag, nu), stand)
    keuzes = adviseer(kennis, stand.zaak, vandaag).brieven
    return stand, Bericht((welkom, *nieuws, *_kaart(kennis, volgende, keuzes), *verder_))


def volgende_brieven(kennis: Kennis, stand: Stand, vandaag: date) -> tuple[Volgende, ...]:
    """Per afgevinkte stap hoogstens één brief: een weigering gaat voor stilte, en de langste wachttijd voor een kortere."""
    vast = kennis.atomen.vast(stand.zaak)
    uit = []
    for route_id, op in afgevinkt_op(stand).items():
        route = kennis.routes.get(route_id)
        if route is None:
            continue
        kan = [
            o
            for nr, o in enumerate(route.opvolging)
            if (vandaag - op).days >= o.na_dagen
            and (o.als is None or kennis.opvolgtoetsen[route_id, nr].weeg(vast) == JA)
        ]
        if kan:
            uit.append(Volgende(route_id, op, max(kan, key=lambda o: (o.als is not None, o.na_dagen))))
    return tuple(uit)


def afgevinkt_op(stand: Stand) -> dict[str, date]:
    """De afgevinkte stappen met hun dag."""
    dagen = (merk.removeprefix(OP_DAG).partition("_") for merk in stand.gehad if merk.startswith(OP_DAG))
    return {route: date.fromisoformat(dag) for dag, _, route in dagen}


def _afdruk(kennis: Kennis, zaak: Zaak, dag: date) -> dict[str, dict[str, str]]:
    advies = adviseer(kennis, zaak, dag)
    return {
        "gronden": {o.grond.id: o.grond.gewone_naam for o in advies.gronden},
        "routes": {g.route.id: g.route.naam for g in advies.routes},
        "brieven": {k.brief.id: k.brief.naam for k in advies.brieven},
    }


def _nieuws(kennis: Kennis, toen: dict[str, dict[str, str]], nu: dict[str, dict[str, str]]) -> Blokken:
    erbij = [naam for soort in SOORTEN for id_, naam in nu[soort].items() if id_ not in toen[soort]]
    weg = [naam for soort in SOORTEN for id_, naam in toen[soort].items() if id_ not in nu[soort]]
    rijen = (("terug_nieuw", erbij), ("terug_weg", weg))
    return tuple(Tekst(kennis.zin(zin, lijst=opsomming(namen))) for zin, namen in rijen if namen)


def _met_stappen(kennis: Kennis, zaak: Zaak, volgende: tuple[Volgende, ...], vandaag: date) -> Zaak:
    """Wat met de stap vaststaat (je hebt gemeld), als iemand er zelf nog niets over zei."""
    for deel in volgende:
        for feit, waarde in kennis.routes[deel.route].afgevinkt_is.items():
            oud = zaak.waarde(feit)
            al = [w for w in oud if w != NIETS] if isinstance(oud, tuple) else []
            if oud is not None and not isinstance(oud, tuple):
                continue
            try:
                zaak = zaak.met(feit, kennis.lees_antwoord(feit, [*al, waarde], vandaag), "zin")
            except AntwoordFout:
                continue
    return zaak


def _kaart(kennis: Kennis, volgende: tuple[Volgende, ...], keuzes: tuple[Briefkeuze, ...]) -> Blokken:
    punten = []
    for deel in volgende:
        brief, route = kennis.brieven[deel.opvolging.brief], kennis.routes[deel.route]
        knoppen = [
            Knop(f"brief:{keuze.id}", kennis.zin("maak_deze_brief", naam=keuze.naam))
            for keuze in keuzes
            if keuze.brief.id == brief.id and keuze.wanneer != "niet"
        ] or [Knop(f"route:{route.id}", kennis.zin("hoe_knop"))]
        weigering = next((o for o in route.opvolging if o.als is not None and o.als.feit), None)
        if weigering and weigering.als and weigering.als.feit and deel.opvolging is not weigering:
            code = f"antwoord:{weigering.als.feit}:{weigering.als.waarden[0]}"
            if kennis.feiten[weigering.als.feit].soort != "meerkeuze":
                knoppen.append(Knop(code, kennis.zin("terug_geweigerd")))
        stap = kennis.zin("terug_stap", datum=datum(deel.op, met_dag=False), stap=route.naam)
        bronnen = tuple(bronregel(kennis, kennis.bronnen[b]).id for b in deel.opvolging.bronnen)
        punten.append(
            Punt(brief.naam, f"{stap}\n{deel.opvolging.zin}", id=brief.id, bronnen=bronnen, knoppen=tuple(knoppen))
        )
    return (Lijst(kennis.zin("terug_brief_kop"), "volgende", tuple(punten)),) if punten else ()
