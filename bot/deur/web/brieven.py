"""De routes die een brief als bestand geven, met en zonder script."""

from __future__ import annotations

import hmac
import logging

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.deur.brief import BriefFout, maak
from bot.deur.fouten import FOUTEN, fout
from bot.deur.gesprek import Gesprek
from bot.deur.sessie import Grens, Sessies
from bot.deur.settings import Instellingen
from bot.deur.web.web import KOP, lees_json
from bot.deur.web.zonder_script import COOKIE, PAD, csrf
from bot.deur.werkplaats import TeDruk, Werkplaats
from bot.document import SOORTEN

log = logging.getLogger(__name__)


class Brieven:
    """De routes die een bestand geven."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._gesprek = gesprek
        self._geheim = inst.geheim
        self._max_bytes = inst.max_bytes
        self._sessies = Sessies(inst.geheim)
        self._grens = Grens(gesprek.vluchtig, "brief", inst.per_minuut)
        self._maken = Werkplaats("brieven", 2, 32)

    def routes(self) -> list[Route]:
        return [
            Route("/api/brief", self.web, methods=["POST"]),
            Route(f"{PAD}/brief", self.zonder_script, methods=["POST"]),
        ]

    async def web(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.headers.get(KOP))
        if id_ is None:
            return fout("sessie")
        if not await self._grens.mag(id_):
            return fout("te_snel")
        try:
            ruw = await lees_json(request, self._max_bytes)
            brief, vorm = ruw["brief"], ruw["vorm"]
            if not (isinstance(brief, str) and isinstance(vorm, str)):
                raise ValueError
        except OverflowError:
            return fout("te_groot")
        except (ValueError, KeyError):
            return fout("vorm")
        try:
            return await self._bestand(id_, brief, vorm)
        except BriefFout as probleem:
            return fout(probleem.reden)
        except TeDruk:
            return fout("te_snel")
        except Exception as probleem:
            log.error("brief mislukt: %s", type(probleem).__name__)
            return fout("stuk")

    async def zonder_script(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.cookies.get(COOKIE))
        formulier = await request.form(max_files=0, max_fields=10)
        if id_ is None or not hmac.compare_digest(
            str(formulier.get("csrf", "")).encode(), csrf(self._geheim, id_).encode()
        ):
            return RedirectResponse(PAD, status_code=303)
        if not await self._grens.mag(id_):
            return HTMLResponse(FOUTEN["te_snel"][1], status_code=FOUTEN["te_snel"][0])
        try:
            return await self._bestand(id_, str(formulier.get("brief", "")), str(formulier.get("vorm", "")))
        except BriefFout as probleem:
            code, zin = FOUTEN[probleem.reden]
            return HTMLResponse(zin, status_code=code)
        except TeDruk:
            return HTMLResponse(FOUTEN["te_snel"][1], status_code=FOUTEN["te_snel"][0])

    async def _bestand(self, id_: str, brief: str, vorm: str) -> Response:
        naam, inhoud = await self._maken.doe(maak, self._gesprek.gesprekken, id_, brief, vorm)
        return Response(
            inhoud,
            media_type=SOORTEN[vorm],
            headers={"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "no-store"},
        )
