"""Zoeken in gronden, routes, instanties, termijnen, begrippen en uitspraken, terwijl je typt."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.deur.hulplijn.omgeving import STUK, Omgeving
from bot.deur.hulplijn.opslag import Aangemeld
from bot.kennis import lees_kennis
from bot.verstaan.antwoordvinder import vinder_voor
from bot.verstaan.antwoordvinder.artikel import Artikelen
from knowledge import Kennis, Store
from knowledge.gesprek import met_nummers, platformbronnen
from knowledge.schema import Route as Weg
from knowledge.schema import Telefoon
from knowledge.stam import stammen
from knowledge.woorden import BronRegel, bronregel

AANTAL = 8
LANGST = 200
ONBEKENDE_DUUR = "verschilt"
VRAAG_VANAF = 3
"""Vanaf zoveel woorden kan het een vraag zijn, en dan staat het antwoord erop bovenaan."""
NAAM = {
    "grond": "grond",
    "route": "route",
    "instantie": "instantie",
    "platform": "zo gaat het daar",
    "termijn": "termijn",
    "begrip": "begrip",
    "bron": "uitspraak",
    "antwoord": "antwoord",
}


@dataclass(frozen=True)
class Gevonden:
    """Een treffer zoals hij op het scherm staat: het artikel, de gewone zin, en de bron."""

    soort: str
    titel: str
    plaats: str
    tekst: str
    bronnen: tuple[BronRegel, ...]
    telefoon: Telefoon | None = None


class Zoeken:
    """De zoekpagina, en dezelfde lijst als stuk."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving

    def routes(self) -> list[Route]:
        return [
            Route("/zoeken", self._o.bewaakt(self.toon), methods=["GET"]),
            Route("/zoeken", self._o.bewaakt(self.zoek), methods=["POST"]),
        ]

    async def toon(self, _: Request, wie: Aangemeld, __: FormData) -> Response:
        return self._o.pagina("zoeken.html", wie, deel="zoeken")

    async def zoek(self, request: Request, wie: Aangemeld, formulier: FormData) -> Response:
        woorden = str(formulier.get("zoek", ""))[:LANGST].strip()
        store, kennis = lees_kennis()
        naam = "treffers.html" if request.headers.get(STUK) else "zoeken.html"
        return self._o.pagina(naam, wie, deel="zoeken", zoek=woorden, treffers=vind(store, kennis, woorden))


def vind(store: Store, kennis: Kennis, woorden: str) -> list[Gevonden]:
    """De beste treffers; een genoemd artikel staat bovenaan. Een ander woord voor een begrip zoekt ook op het begrip zelf."""
    gevonden = store.zoek_tijdens_typen(woorden, meer=_synoniemen(kennis, woorden), aantal=AANTAL)
    plekken = {(treffer.soort, treffer.id): treffer.tekst for treffer in gevonden}
    genoemd = [tuple(id_.split(":", 1)) for id_ in Artikelen(kennis).vind(woorden)]
    gevraagd = vinder_voor(kennis).vind(woorden).antwoorden if len(woorden.split()) >= VRAAG_VANAF else ()
    antwoorden = [("antwoord", id_) for id_ in gevraagd if id_ in kennis.antwoorden]
    volgorde = dict.fromkeys([*((soort, id_) for soort, id_ in genoemd), *antwoorden, *plekken])
    return [uit for plek in volgorde if (uit := _toon(kennis, *plek, plekken.get(plek, "")))][:AANTAL]


def _synoniemen(kennis: Kennis, woorden: str) -> tuple[str, ...]:
    gezocht = set(stammen(woorden))
    uit: list[str] = []
    for begrip in kennis.begrippen.values():
        if any((stam := set(stammen(naam))) and stam <= gezocht for naam in (begrip.naam, *begrip.ook)):
            uit += stammen(begrip.naam)
            for grond in kennis.gronden.values():
                if not set(begrip.bronnen).isdisjoint(versie.bron for versie in grond.versies):
                    uit += stammen(grond.naam)
    return tuple(uit)


def _toon(kennis: Kennis, soort: str, naam: str, tekst: str) -> Gevonden | None:
    titel, plaats = "", ""
    telefoon: Telefoon | None = None
    bronnen: tuple[str, ...] = ()
    if soort == "grond" and (grond := kennis.gronden.get(naam)):
        titel, plaats, bronnen = grond.naam, grond.versies[-1].artikel, grond.bronnen
        tekst = grond.uitleg
    elif soort == "route" and (route := kennis.routes.get(naam)):
        titel, plaats, bronnen = _met_duur(route), route.kosten, route.bronnen
    elif soort == "instantie" and (instantie := kennis.instanties.get(naam)):
        titel, telefoon, bronnen = instantie.naam, instantie.telefoon, instantie.bronnen
        plaats = instantie.kosten
    elif soort == "platform" and (platform := kennis.platforms.get(naam)):
        titel, bronnen = platform.naam, platformbronnen(platform)
    elif soort == "termijn" and (termijn := kennis.termijnen.get(naam)):
        titel, bronnen = termijn.naam, termijn.bronnen
    elif soort == "begrip" and (begrip := kennis.begrippen.get(naam)):
        titel, bronnen = begrip.naam, begrip.bronnen
    elif soort == "antwoord" and (antwoord := kennis.antwoorden.get(naam)):
        titel, tekst, bronnen = antwoord.vraag, met_nummers(kennis, antwoord.antwoord), antwoord.bronnen
    elif soort == "bron" and (bron := kennis.bronnen.get(naam)):
        titel, plaats, bronnen = bron.titel, bron.vindplaats, (naam,)
    else:
        return None
    regels = tuple(bronregel(kennis, kennis.bronnen[b]) for b in bronnen[:3])
    return Gevonden(NAAM[soort], titel, plaats, tekst, regels, telefoon)


def _met_duur(weg: Weg) -> str:
    """Hoe lang iets duurt, staat in de titel: daar vraagt iemand aan de lijn het eerst naar."""
    return weg.naam if weg.duur == ONBEKENDE_DUUR else f"{weg.naam} ({weg.duur.rstrip('.')})"
