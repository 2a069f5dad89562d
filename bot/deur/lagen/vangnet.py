"""Wat er ook misgaat: een zin en de nummers, met dezelfde strenge koppen, en nooit woorden of een spoor in een log."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.deur.fouten import FOUTEN, fout
from bot.deur.lagen.koppen import Ontvang, Scope, Stuur

log = logging.getLogger(__name__)
PAGINAS = Path(__file__).parents[1] / "paginas"


def foutantwoord(soort: str, pad: str) -> Response:
    """Voor de widget een fout met een zin, voor een pagina de pagina met de noodnummers."""
    if pad.startswith(("/api/", "/telegram")):
        return fout(soort)
    pagina = "weg.html" if soort == "niet_hier" else "stuk.html"
    return FileResponse(PAGINAS / pagina, status_code=FOUTEN[soort][0])


async def onleesbaar(request: Request, _: Exception) -> Response:
    """Een formulier dat Starlette weigert: ook dan een zin van ons, en niet kaal Engels."""
    return foutantwoord("vorm", request.url.path)


async def niet_hier(request: Request, _: Exception) -> Response:
    """Een adres dat er niet is: een weg terug, en de nummers."""
    return foutantwoord("niet_hier", request.url.path)


class Vangnet:
    """ASGI-laag om alles heen, vóór Starlette het spoor van een fout kan laten zien."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begonnen = False

        async def stuur(bericht: Any) -> None:
            nonlocal begonnen
            begonnen = True
            await send(bericht)

        try:
            await self._app(scope, receive, stuur)
        except Exception as probleem:
            log.error("verzoek mislukt: %s", type(probleem).__name__)
            if not begonnen:
                await foutantwoord("stuk", scope["path"])(scope, receive, send)
