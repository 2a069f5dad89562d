"""Hetzelfde gesprek als gewone pagina's, voor wie geen script heeft. Eén noodzakelijke cookie, niets in het adres."""

from __future__ import annotations

import hmac
import re
import secrets
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.deur.fouten import FOUTEN, WACHT
from bot.deur.gesprek import Blokken, Gesprek, GesprekWeg
from bot.deur.sessie import Grens, Sessies
from bot.deur.settings import Instellingen
from bot.deur.web.paginas import links
from bot.deur.web.web import BEGINT, mag_beginnen
from bot.verstaan.noodlaag import hoort_nood

COOKIE = "gesprek"
PAD = "/zonder-script"
TEKENS = {"ja": ("✓", "past: "), "nee": ("✗", "past niet: "), "open": ("?", "nog open: "), "info": ("•", "")}
VORMEN = (("docx", "Word (docx)"), ("pdf", "PDF"), ("txt", "Platte tekst"), ("ics", "Agenda (ics)"))


WET = frozenset(("gronden", "mogelijk"))
PAPIER = frozenset(("waarschuwing", "nu", "hulp", "deze_week", "voor_datum", "termijnen", "later")) | WET
"""Wat er op het blad komt dat iemand print."""
WAARSCHIJNLIJK = 8
VOUWEN = PAPIER | {"weetjes", "brieven"}
"""Staat er één stap vooraan, dan zit de rest hiervan in een vouw."""


def vet(tekst: str) -> Markup:
    """**vet** wordt <strong>; al het andere blijft tekst."""
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", str(escape(tekst))))


def csrf(geheim: str, id_: str) -> str:
    """Het teken in elk formulier van dit gesprek."""
    return hmac.new(geheim.encode(), f"csrf:{id_}".encode(), sha256).hexdigest()


def kaal(tekst: str) -> str:
    return tekst.replace("**", "")


def eerste_zin(tekst: str) -> str:
    """Tot en met de eerste punt."""
    gevonden = re.match(r".*?[.?!](?=\s|$)", tekst)
    return gevonden[0] if gevonden else tekst


def lange_lijst(opties: list[dict[str, Any]] | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """De waarschijnlijke antwoorden, en wat onder 'Meer' hoort."""
    rij = sorted(opties or [], key=lambda knop: not knop.get("vooraan"))
    kort = len(rij) <= WAARSCHIJNLIJK + 2
    return (rij, []) if kort else (rij[:WAARSCHIJNLIJK], rij[WAARSCHIJNLIJK:])


def is_bij(knop: dict[str, Any]) -> bool:
    """Een knop naast de ene die de stap doet: afvinken, of lezen hoe het moet."""
    return str(knop["code"]).startswith(("gedaan:", "route:"))


class ZonderScript:
    """De routes van de pagina's zonder script."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._inst = inst
        self._gesprek = gesprek
        self._sessies = Sessies(inst.geheim)
        self._beurten = Grens(gesprek.vluchtig, "beurt", inst.per_minuut)
        self._nieuw = Grens(gesprek.vluchtig, "nieuw", inst.nieuw_per_minuut)
        omgeving = Environment(loader=FileSystemLoader(Path(__file__).parents[1] / "sjablonen"), autoescape=True)
        omgeving.filters |= {"vet": vet, "kaal": kaal, "bron_bij": lambda id_, bronnen: bronnen.get(id_)}
        omgeving.filters |= {"eerste_zin": eerste_zin, "lange_lijst": lange_lijst}
        omgeving.tests["bij"] = is_bij
        omgeving.globals |= {"VOUWEN": VOUWEN, "WET": WET, "PAPIER": PAPIER, "thema": inst.aanbieder.thema}
        self._pagina = omgeving.get_template("gesprek.html")

    def routes(self) -> list[Route]:
        return [Route(PAD, self.toon, methods=["GET"]), Route(PAD, self.beurt, methods=["POST"])]

    async def toon(self, request: Request) -> Response:
        teken = request.cookies.get(COOKIE)
        id_ = self._sessies.lees(teken)
        blokken = await self._gesprek.hervat(id_, dek_af=True) if id_ else None
        if id_ is None or blokken is None:
            if not await mag_beginnen(self._nieuw, request):
                return self._antwoord("", [], "te_snel")
            id_, teken = self._sessies.nieuw()
            blokken = await self._gesprek.beurt(id_, "begin", code="start")
        antwoord = self._antwoord(id_, blokken)
        antwoord.set_cookie(
            COOKIE, teken or "", httponly=True, samesite="strict", secure=request.url.scheme == "https", path=PAD
        )
        return antwoord

    async def beurt(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.cookies.get(COOKIE))
        if int(request.headers.get("content-length") or 0) > self._inst.max_bytes:
            return await self._weer(id_, "te_groot")
        formulier = await request.form(max_files=0, max_fields=60)
        if id_ is None or not hmac.compare_digest(
            str(formulier.get("csrf", "")).encode(), csrf(self._inst.geheim, id_).encode()
        ):
            return RedirectResponse(PAD, status_code=303)
        if formulier.get("weg"):
            await self._gesprek.wis(id_)
            weg = RedirectResponse(self._inst.uitgang, status_code=303)
            weg.delete_cookie(COOKIE, path=PAD)
            return weg
        tekst = str(formulier.get("tekst", ""))
        if not await self._beurten.mag(id_) and not hoort_nood(tekst):
            return await self._weer(id_, "te_snel", tekst)
        beurt, code = str(formulier.get("beurt", ""))[:64] or secrets.token_hex(8), _code(formulier)
        try:
            await self._gesprek.beurt(
                id_, beurt, code=code, tekst=None if code else tekst, live=False, bestaat=code not in BEGINT
            )
        except GesprekWeg:
            pass  # gewist of verlopen: de pagina begint opnieuw
        except ValueError:
            return await self._weer(id_, "vorm", tekst)
        return RedirectResponse(PAD, status_code=303)

    async def _weer(self, id_: str | None, soort: str, getypt: str = "") -> Response:
        """Dezelfde vraag met wat er misging. Wat iemand typte, blijft in het veld staan."""
        blokken = await self._gesprek.hervat(id_) if id_ else None
        return self._antwoord(id_ or "", blokken or [], soort, getypt)

    def _antwoord(self, id_: str, blokken: Blokken, soort: str | None = None, getypt: str = "") -> HTMLResponse:
        bronnen: dict[str, Any] = {r["id"]: r for b in blokken if b["blok"] == "bronnen" for r in b.get("regels", ())}
        status, zin = FOUTEN[soort] if soort else (200, None)
        lijf = self._pagina.render(
            blokken=blokken,
            bronnen=bronnen,
            csrf=csrf(self._inst.geheim, id_),
            pad=PAD,
            beurt=secrets.token_hex(8),
            tekens=TEKENS,
            vormen=VORMEN,
            fout=zin,
            getypt=getypt,
            links=links(),
        )
        koppen = {"Retry-After": str(WACHT[soort])} if soort in WACHT else None
        return HTMLResponse(lijf, status_code=status, headers=koppen)


def _code(formulier: FormData) -> str | None:
    """De knop, of het aangevinkte, of de gekozen dag. Niets daarvan: dan telt de tekst."""
    if formulier.get("code"):
        return str(formulier["code"])
    keuzes = [str(k) for k in formulier.getlist("keuze")] or [str(d) for d in formulier.getlist("dag") if d]
    if formulier.get("feit"):
        return f"antwoord:{formulier['feit']}:{','.join(keuzes)}"
    return None
