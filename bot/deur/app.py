"""De voordeur als één app."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.deur.brieven import Brieven
from bot.deur.bundel import Bundel
from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.balie import Hulplijn
from bot.deur.hulplijn.settings import Balie
from bot.deur.koppen import Koppen
from bot.deur.settings import Instellingen
from bot.deur.stroom import Stroom
from bot.deur.telegram import Telegram
from bot.deur.web import Web, fout
from bot.deur.zonder_script import ZonderScript
from bot.kennis import lees_kennis
from bot.verstaan import verstaander
from bot.verstaan.taal import taal
from knowledge import KennisFout

log = logging.getLogger(__name__)
PAGINAS = Path(__file__).parent / "paginas"
KIJK_ELKE, RUIM_ELKE, SCHRIJF_ELKE = 3.0, 600.0, 30.0


def maak_app(inst: Instellingen, gesprek: Gesprek | None = None, balie: Balie | None = None) -> Starlette:
    """De hele deur: pagina's, widget, webkanaal, pagina's zonder script, en de balie als die aan staat."""
    gesprek = gesprek or Gesprek(inst)
    hulplijn = Hulplijn(inst, balie, gesprek) if balie is not None and balie.aan else None
    telegram = Telegram(inst, gesprek)

    def vast(naam: str) -> Route:
        async def toon(_: Request) -> Response:
            return FileResponse(PAGINAS / f"{naam}.html", headers={"Cache-Control": "no-cache"})

        return Route("/" if naam == "thuis" else f"/{naam}", toon)

    async def gezond(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def status(_: Request) -> Response:
        try:
            _, kennis = lees_kennis()
            kennis_stand = {"versie": kennis.versie, "hash": kennis.hash[:12]}
        except KennisFout:
            kennis_stand = None
        return JSONResponse(
            {
                "klaar": kennis_stand is not None,
                "rasa": gesprek.rasa_er,
                "telegram": telegram.stand,
                "taal": taal().naam,
                "kennis": kennis_stand,
            }
        )

    async def stuk(request: Request, probleem: Exception) -> Response:
        # ook nu: een zin en de nummers, nooit een kale fout, en nooit woorden in het log
        log.error("%s mislukt: %s", request.url.path, type(probleem).__name__)
        if request.url.path.startswith("/api/"):
            return fout("stuk")
        return FileResponse(PAGINAS / "stuk.html", status_code=503)

    @contextlib.asynccontextmanager
    async def leven(_: Starlette) -> AsyncIterator[None]:
        with contextlib.suppress(KennisFout):
            await asyncio.to_thread(lambda: verstaander(lees_kennis()[1]))
        taken = [
            asyncio.create_task(_herhaal(gesprek.kijk_naar_rasa, KIJK_ELKE)),
            asyncio.create_task(_herhaal(lambda: asyncio.to_thread(gesprek.gesprekken.ruim_op), RUIM_ELKE)),
            asyncio.create_task(telegram.leef()),
        ]
        if hulplijn is not None:
            taken.append(
                asyncio.create_task(_herhaal(lambda: asyncio.to_thread(hulplijn.telling.schrijf), SCHRIJF_ELKE))
            )
        yield
        for taak in taken:
            taak.cancel()
        if hulplijn is not None:
            hulplijn.telling.schrijf()
        await gesprek.sluit()

    return Starlette(
        routes=[
            vast("thuis"),
            vast("venster"),
            Route("/gezond", gezond),
            Route("/status", status),
            *Web(inst, gesprek).routes(),
            *Stroom(inst, gesprek).routes(),
            *ZonderScript(inst, gesprek).routes(),
            *Brieven(inst, gesprek).routes(),
            *([hulplijn.mount()] if hulplijn else []),
            Route("/widget/widget.js", Bundel(inst.uitgang).antwoord, methods=["GET"]),
            *telegram.routes(),
            Mount("/paginas", StaticFiles(directory=PAGINAS)),
        ],
        exception_handlers={Exception: stuk},
        middleware=[Middleware(Koppen, herkomsten=inst.herkomsten, uitgang=inst.uitgang)],
        lifespan=leven,
    )


async def _herhaal(doe: object, elke: float) -> None:
    while True:
        with contextlib.suppress(Exception):
            await doe()  # type: ignore[operator]
        await asyncio.sleep(elke)
