"""De gewone pagina's: de voorpagina, en wat iemand wil weten over privacy, wie erachter zit, contact en bronnen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.deur.settings import Instellingen
from bot.kennis import lees_kennis, nu
from knowledge import KennisFout
from knowledge.gesprek import nummer
from knowledge.woorden import bronregel, datum

if TYPE_CHECKING:
    from knowledge import Kennis

ADRESSEN = ("privacy", "over", "contact", "toegankelijkheid", "bronnen", "organisaties")
"""Elk een pagina in knowledge/inhoud/paginas/; een test houdt ze gelijk."""
_BREEKT = re.compile(r"(\*\*.+?\*\*|\[[^\]]+\]\([^)]+\)|\{\w+\})")
_HEEL = re.compile(r"\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)]+)\)|\{(\w+)\}")


def adreslink(waarde: str) -> Markup:
    """Een mailadres of https-adres om op te tikken; iets anders blijft tekst."""
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", waarde):
        return Markup('<a href="mailto:{0}">{0}</a>').format(waarde)
    if re.fullmatch(r"https://\S+", waarde):
        return Markup('<a href="{0}" rel="noreferrer">{1}</a>').format(waarde, waarde.removeprefix("https://"))
    return escape(waarde)


def regel(tekst: str, velden: dict[str, str]) -> Markup:
    """Eén regel met vet, links en ingevulde velden. Al het andere blijft tekst."""
    uit = []
    for stuk in _BREEKT.split(tekst):
        gevonden = _HEEL.fullmatch(stuk)
        if gevonden is None:
            uit.append(escape(stuk))
        elif gevonden[1]:
            uit.append(Markup("<strong>{}</strong>").format(regel(gevonden[1], velden)))
        elif gevonden[2]:
            uit.append(Markup('<a href="{}">{}</a>').format(gevonden[3], gevonden[2]))
        else:
            uit.append(adreslink(velden.get(gevonden[4], "")))
    return Markup("").join(uit)


def blokken(tekst: str, velden: dict[str, str]) -> list[tuple[str, list[Markup]]]:
    """De tekst als alinea's ("p") en lijsten ("ul")."""
    uit: list[tuple[str, list[Markup]]] = []
    for ruw in filter(None, tekst.split("\n")):
        soort, zin = ("ul", ruw[2:]) if ruw.startswith("- ") else ("p", ruw)
        if soort == "ul" and uit and uit[-1][0] == "ul":
            uit[-1][1].append(regel(zin, velden))
        else:
            uit.append((soort, [regel(zin, velden)]))
    return uit


class Paginas:
    """De routes van de gewone pagina's. `uren` en `hulplijn` komen van de balie, als die aan staat."""

    def __init__(self, inst: Instellingen, uren: str = "", hulplijn: str = "") -> None:
        self._inst = inst
        self._balie = {"uren": uren, "hulplijn": hulplijn}
        omgeving = Environment(loader=FileSystemLoader(Path(__file__).parents[1] / "sjablonen"), autoescape=True)
        omgeving.globals |= {"thema": inst.aanbieder.thema, "uitgang": inst.uitgang, "naam": inst.aanbieder.organisatie}
        self._sjabloon = omgeving.get_template

    def routes(self) -> list[Route]:
        return [
            Route("/", self._vast("thuis.html")),
            Route("/venster", self._vast("venster.html")),
            *(Route(f"/{id_}", self._toon(id_)) for id_ in ADRESSEN),
        ]

    def _vast(self, bestand: str) -> Callable[[Request], Any]:
        async def toon(_: Request) -> Response:
            return self._antwoord(self._sjabloon(bestand).render(links=links()))

        return toon

    def _toon(self, id_: str) -> Callable[[Request], Any]:
        async def toon(_: Request) -> Response:
            kennis = lees_kennis()[1]
            pagina = kennis.paginas[id_]
            velden = self._velden(kennis)
            delen = []
            for deel in pagina.delen:
                tekst = deel.anders if deel.als and not velden[deel.als] else deel.tekst
                if tekst:
                    delen.append(
                        {
                            "kop": deel.kop,
                            "blokken": blokken(tekst, velden),
                            "mensen": [self._mens(kennis, naam) for naam in deel.instanties],
                            "bronnen": [bronregel(kennis, kennis.bronnen[naam]) for naam in deel.bronnen],
                        }
                    )
            lijf = self._sjabloon("pagina.html").render(
                pagina=pagina,
                inleiding=blokken(pagina.inleiding, velden),
                delen=delen,
                bronnen=_alle_bronnen(kennis) if pagina.bronlijst else [],
                links=links(),
            )
            return self._antwoord(lijf)

        return toon

    def _mens(self, kennis: Kennis, naam: str) -> dict[str, Any]:
        """Wie je kunt bellen: met uren, en anders met de pagina waar ze staan."""
        instantie = kennis.instanties[naam]
        gevonden = nummer(kennis, instantie, nu())
        return {
            "naam": instantie.naam,
            "nummer": gevonden.nummer if gevonden else None,
            "bij": ", ".join(filter(None, (gevonden.kosten, gevonden.uren))) if gevonden else "",
            "pagina": None if gevonden and gevonden.uren else instantie.pagina,
        }

    def _velden(self, kennis: Kennis) -> dict[str, str]:
        mens = self._inst.aanbieder
        stand = [bron.nagekeken_tegen for bron in kennis.bronnen.values()]
        dagen = [bron.nagekeken_op for bron in kennis.bronnen.values() if bron.nagekeken_op]
        zorg = [protocol for protocol in kennis.zorg.values() if protocol.tekst]
        kaarten = [taal for taal in kennis.talen.values() if taal.kaart]
        tellen = {
            "bronnen": len(stand),
            **{soort: stand.count(soort) for soort in ("primair", "secundair", "nog_niet")},
            "brieven": len(kennis.brieven),
            "brieven_gelezen": sum(brief.nagekeken == "jurist" for brief in kennis.brieven.values()),
            "zorg": len(zorg),
            "zorg_gelezen": sum(protocol.gelezen_door is not None for protocol in zorg),
            "kaarten": len(kaarten),
            "kaarten_gelezen": sum(taal.gelezen_door == "moedertaal" for taal in kaarten),
        }
        return {
            **{veld: getattr(mens, veld) for veld in ("organisatie", "contact", "klacht", "fg", "adres")},
            "toegankelijkheid": mens.toegankelijkheid,
            **self._balie,
            "bewaren": f"{self._inst.uren:g}",
            "versie": kennis.versie,
            "nagekeken": datum(max(dagen), met_dag=False) if dagen else "",
            **{naam: str(aantal) for naam, aantal in tellen.items()},
        }

    def _antwoord(self, lijf: str) -> HTMLResponse:
        return HTMLResponse(lijf, headers={"Cache-Control": "no-cache"})


def links() -> list[tuple[str, str]]:
    """Wat onderaan elke pagina staat. Zonder kennis is er niets om naar te verwijzen."""
    try:
        kennis = lees_kennis()[1]
    except KennisFout:
        return []
    return [(f"/{p.id}", p.link) for p in sorted(kennis.paginas.values(), key=lambda p: p.rang)]


def _alle_bronnen(kennis: Kennis) -> list[tuple[str, list[Any]]]:
    """Per soort, op titel."""
    soorten = dict.fromkeys(sorted(bron.soort for bron in kennis.bronnen.values()))
    return [
        (
            kennis.zin(f"bronsoort_{soort}"),
            sorted(
                (bronregel(kennis, bron) for bron in kennis.bronnen.values() if bron.soort == soort),
                key=lambda r: r.titel.lower(),
            ),
        )
        for soort in soorten
    ]
