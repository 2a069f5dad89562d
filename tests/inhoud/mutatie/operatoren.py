"""Hoe een stukje inhoud stuk kan: elke operator maakt van één onderdeel alle mutanten, om de beurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pydantic import BaseModel

from knowledge import schema
from knowledge.bouw.doorloop import doorloop, onderdelen
from knowledge.schema import Voorwaarde

Pad = tuple[Any, ...]
WEG = object()
FASEN = ("nu", "deze_week", "voor_datum", "later")
EEN_DAG = timedelta(days=1)
OUDSTE = 120
"""Ouder wordt niemand, dus een jaar erbij verandert voor niemand iets."""


@dataclass(frozen=True)
class Mutant:
    """Eén onderdeel dat anders is. `onderdeel` None: het is weg."""

    operator: str
    soort: str
    naam: str
    waar: str
    onderdeel: Any

    def __str__(self) -> str:
        return f"{self.operator}: {self.soort}/{self.naam} {self.waar}"


def mutanten(inhoud: schema.Inhoud) -> Iterator[Mutant]:
    """Elke mutant van elke operator."""
    for grond in inhoud.gronden:
        yield from _van("gronden", grond, (_voorwaarden, _grond, _versies))
        zelf = {termijn.id for termijn in inhoud.termijnen if grond.id in termijn.gronden}
        for nr in (nr for nr, naam in enumerate(grond.termijnen) if naam not in zelf):
            yield Mutant(
                "laat termijn los", "gronden", grond.id, f"termijnen.{nr}", vervang(grond, ("termijnen", nr), WEG)
            )
    for route in inhoud.routes:
        yield from _van("routes", route, (_voorwaarden, _route, _weg))
    for termijn in inhoud.termijnen:
        yield from _van("termijnen", termijn, (_voorwaarden, _termijn, _weg))
    for waarschuwing in inhoud.waarschuwingen:
        yield from _van("waarschuwingen", waarschuwing, (_voorwaarden, _waarschuwing, _weg))
    for situatie in inhoud.situaties:
        yield from _van("situaties", situatie, (_voorwaarden, _situatie))
    for feit in inhoud.feiten:
        yield from _van("feiten", feit, (_voorwaarden, _feit))
    for instantie in inhoud.instanties:
        yield from _van("instanties", instantie, (_voorwaarden,))
    for tegenspraak in inhoud.tegenspraken:
        yield from _van("tegenspraken", tegenspraak, (_voorwaarden,))
    gebruikt = {naam for soort, deel in onderdelen(inhoud) if soort != "bronnen" for naam in _namen(deel)}
    for bron in (bron for bron in inhoud.bronnen if bron.id in gebruikt):
        yield from _van("bronnen", bron, (_weg, _bron))
    for soort in ("gronden", "routes", "termijnen", "waarschuwingen", "instanties", "begrippen"):
        for onderdeel in getattr(inhoud, soort):
            yield from _van(soort, onderdeel, (_bronloos,))


def _namen(onderdeel: Any) -> Iterator[str]:
    return (waarde for _, waarde in doorloop(onderdeel) if isinstance(waarde, str))


def _van(soort: str, onderdeel: Any, makers: tuple[Any, ...]) -> Iterator[Mutant]:
    for maker in makers:
        for operator, pad, waarde in maker(onderdeel):
            nieuw = None if waarde is WEG and not pad else vervang(onderdeel, pad, waarde)
            yield Mutant(operator, soort, onderdeel.id, ".".join(map(str, pad)), nieuw)


def vervang(model: Any, pad: Pad, waarde: Any) -> Any:
    """Een kopie met op `pad` iets anders; `WEG` haalt een stuk uit een rij, of een sleutel uit een tabel."""
    if not pad:
        return waarde
    kop, rest = pad[0], pad[1:]
    if isinstance(model, BaseModel):
        return model.model_copy(update={kop: vervang(getattr(model, kop), rest, waarde)})
    if isinstance(model, dict):
        if not rest and waarde is WEG:
            return {sleutel: deel for sleutel, deel in model.items() if sleutel != kop}
        return {**model, kop: vervang(model[kop], rest, waarde)}
    if not rest and waarde is WEG:
        return (*model[:kop], *model[kop + 1 :])
    return (*model[:kop], vervang(model[kop], rest, waarde), *model[kop + 1 :])


Stuk = tuple[str, Pad, Any]


def _voorwaarden(onderdeel: Any) -> Iterator[Stuk]:
    """Elke voorwaarde omgedraaid, en elk antwoord en elke tak eruit."""
    for pad, waarde in doorloop(onderdeel):
        if isinstance(waarde, Voorwaarde):
            yield "draai voorwaarde om", pad, Voorwaarde(niet=waarde)
            for zonder in _zonder_een(waarde):
                yield "laat antwoord of tak weg", pad, zonder


def _zonder_een(voorwaarde: Voorwaarde) -> Iterator[Voorwaarde]:
    if len(voorwaarde.waarden) > 1:
        for waarde in voorwaarde.waarden:
            yield voorwaarde.model_copy(update={"waarden": tuple(w for w in voorwaarde.waarden if w != waarde)})
    for veld in ("alle", "een_van"):
        takken: tuple[Voorwaarde, ...] = getattr(voorwaarde, veld)
        for nr, tak in enumerate(takken):
            if len(takken) > 1:
                yield voorwaarde.model_copy(update={veld: (*takken[:nr], *takken[nr + 1 :])})
            for anders in _zonder_een(tak):
                yield voorwaarde.model_copy(update={veld: (*takken[:nr], anders, *takken[nr + 1 :])})
    if voorwaarde.niet is not None:
        for anders in _zonder_een(voorwaarde.niet):
            yield voorwaarde.model_copy(update={"niet": anders})


def _grond(grond: schema.Grond) -> Iterator[Stuk]:
    for v, variant in enumerate(grond.varianten):
        if len(grond.varianten) > 1:
            yield "laat variant weg", ("varianten", v), WEG
        for b, element in enumerate(variant.bestanddelen):
            pad = ("varianten", v, "bestanddelen", b)
            if len(variant.bestanddelen) > 1:
                yield "laat bestanddeel weg", pad, WEG
            yield "wissel kenmerkend", (*pad, "kenmerkend"), not element.kenmerkend
            yield from _norm(element.open_norm, (*pad, "open_norm"))
            if element.open_norm and element.als:
                yield "laat open norm weg", (*pad, "open_norm"), None
    for u, uitzondering in enumerate(grond.uitzonderingen):
        yield "laat uitzondering weg", ("uitzonderingen", u), WEG
        yield from _norm(uitzondering.open_norm, ("uitzonderingen", u, "open_norm"))


def _norm(norm: schema.OpenNorm | None, pad: Pad) -> Iterator[Stuk]:
    for kant in ("voor", "tegen") if norm else ():
        for nr, omstandigheid in enumerate(getattr(norm, kant)):
            yield "laat omstandigheid weg", (*pad, kant, nr), WEG
            yield "wissel gewicht", (*pad, kant, nr, "zwaar"), not omstandigheid.zwaar


def _versies(grond: schema.Grond) -> Iterator[Stuk]:
    for rij in ("versies", "varianten"):
        for nr, deel in enumerate(getattr(grond, rij)):
            for veld in ("van", "tot"):
                dag = getattr(deel, veld)
                if dag is not None and dag.year >= 2000:
                    yield "schuif versie een dag", (rij, nr, veld), dag + EEN_DAG
                    yield "schuif versie een dag", (rij, nr, veld), dag - EEN_DAG


def _route(route: schema.Route) -> Iterator[Stuk]:
    yield "wissel fase", ("fase",), FASEN[(FASEN.index(route.fase) + 1) % len(FASEN)]
    for nr in range(len(route.stappen)):
        yield "laat stap weg", ("stappen", nr), WEG
        for veld in ("als", "niet_als"):
            if getattr(route.stappen[nr], veld):
                yield "laat voorwaarde weg", ("stappen", nr, veld), None
    for veld in ("als", "niet_als"):
        if getattr(route, veld):
            yield "laat voorwaarde weg", (veld,), None
    for nr in range(len(route.pas_na)):
        yield "laat volgorde los", ("pas_na", nr), WEG
    for nr in range(len(route.termijnen)):
        yield "laat termijn los", ("termijnen", nr), WEG


def _termijn(termijn: schema.Termijn) -> Iterator[Stuk]:
    # een verjaring die de straf volgt heeft geen eigen lengte, en wat niet verjaart geen begindag
    for dagen in (1, -1) if termijn.duur != schema.Duur() else ():
        yield "schuif termijn een dag", ("duur", "dagen"), termijn.duur.dagen + dagen
    for veld in ("als", "niet_als"):
        if getattr(termijn, veld):
            yield "laat voorwaarde weg", (veld,), None
    if termijn.verjaart_niet:
        return
    yield "wissel begindag", ("vanaf",), "wanneer" if termijn.vanaf != "wanneer" else "ontdekt"


def _waarschuwing(waarschuwing: schema.Waarschuwing) -> Iterator[Stuk]:
    for veld in ("als", "niet_als"):
        if getattr(waarschuwing, veld):
            yield "laat voorwaarde weg", (veld,), None


def _situatie(situatie: schema.Situatie) -> Iterator[Stuk]:
    for nr in range(len(situatie.gronden)):
        yield "laat grond los", ("gronden", nr), WEG
    for nr in range(len(situatie.vragen)):
        yield "laat vraag weg", ("vragen", nr), WEG


def _feit(feit: schema.Feit) -> Iterator[Stuk]:
    for nr, optie in enumerate(feit.opties):
        yield "laat antwoord weg", ("opties", nr), WEG
        for veld in ("van", "tot"):
            if 0 < (getattr(optie, veld) or 0) < OUDSTE:
                yield "schuif leeftijd een jaar", ("opties", nr, veld), getattr(optie, veld) + 1


def _bron(bron: schema.Bron) -> Iterator[Stuk]:
    for veld in ("geldig_van", "geldig_tot"):
        dag = getattr(bron, veld)
        if dag is not None:
            yield "schuif bron een dag", (veld,), dag + (EEN_DAG if veld == "geldig_van" else -EEN_DAG)


def _bronloos(onderdeel: Any) -> Iterator[Stuk]:
    """Een bewering zonder bron."""
    yield "laat bronnen weg", ("bronnen",), ()


def _weg(onderdeel: Any) -> Iterator[Stuk]:
    yield f"laat {type(onderdeel).__name__.lower()} weg", (), WEG
