"""Hetzelfde gesprek als gewone pagina's, voor wie geen script heeft. Eén noodzakelijke cookie, niets in het adres."""

from __future__ import annotations

import hmac
import re
import secrets
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.deur.gesprek import Gesprek
from bot.deur.sessie import Sessies
from bot.deur.settings import Instellingen
from bot.deur.web import FOUTEN

COOKIE = "gesprek"
PAD = "/zonder-script"


def vet(tekst: str) -> Markup:
    """**vet** wordt <strong>; al het andere blijft tekst."""
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", str(escape(tekst))))


def csrf(geheim: str, id_: str) -> str:
    """Het teken in elk formulier van dit gesprek."""
    return hmac.new(geheim.encode(), f"csrf:{id_}".encode(), sha256).hexdigest()


class ZonderScript:
    """De routes van de pagina's zonder script."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._gesprek = gesprek
        self._geheim = inst.geheim
        self._sessies = Sessies(inst.geheim)
        omgeving = Environment(loader=FileSystemLoader(Path(__file__).parent / "sjablonen"), autoescape=True)
        omgeving.filters["vet"] = vet
        self._pagina = omgeving.get_template("gesprek.html")

    def routes(self) -> list[Route]:
        return [Route(PAD, self.toon, methods=["GET"]), Route(PAD, self.beurt, methods=["POST"])]

    async def toon(self, request: Request) -> Response:
        teken = request.cookies.get(COOKIE)
        id_ = self._sessies.lees(teken)
        blokken = await self._gesprek.hervat(id_) if id_ else None
        if id_ is None or blokken is None:
            id_, teken = self._sessies.nieuw()
            blokken = await self._gesprek.beurt(id_, "begin", code="start")
        antwoord = HTMLResponse(
            self._pagina.render(blokken=blokken, csrf=csrf(self._geheim, id_), pad=PAD, beurt=secrets.token_hex(8))
        )
        antwoord.set_cookie(
            COOKIE, teken or "", httponly=True, samesite="strict", secure=request.url.scheme == "https", path=PAD
        )
        return antwoord

    async def beurt(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.cookies.get(COOKIE))
        formulier = await request.form(max_files=0, max_fields=60)
        if id_ is None or not hmac.compare_digest(str(formulier.get("csrf", "")), csrf(self._geheim, id_)):
            return RedirectResponse(PAD, status_code=303)
        if formulier.get("weg"):
            await self._gesprek.wis(id_)
            weg = RedirectResponse("https://www.buienradar.nl", status_code=303)
            weg.delete_cookie(COOKIE, path=PAD)
            return weg
        beurt = str(formulier.get("beurt", ""))[:64] or secrets.token_hex(8)
        keuzes = [str(k) for k in formulier.getlist("keuze")]
        code = str(formulier.get("code") or "") or (
            f"antwoord:{formulier.get('feit')}:{','.join(keuzes)}" if keuzes else ""
        )
        try:
            if code:
                await self._gesprek.beurt(id_, beurt, code=code, live=False)
            else:
                await self._gesprek.beurt(id_, beurt, tekst=str(formulier.get("tekst", "")), live=False)
        except ValueError:
            return HTMLResponse(FOUTEN["vorm"][1], status_code=400)
        return RedirectResponse(PAD, status_code=303)
