"""De voordeur als één app."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.balie import Hulplijn
from bot.deur.hulplijn.settings import Balie
from bot.deur.lagen import Grenzen, Koppen, Meetlaag, Vangnet, meetroute, niet_hier, onleesbaar
from bot.deur.settings import Instellingen
from bot.deur.telegram import Kanaal, telegram
from bot.deur.waker import Waker
from bot.deur.web import Brieven, Bundel, EigenBestand, Paginas, Status, Stroom, Web, ZonderScript
from bot.kennis import lees_kennis, vandaag
from bot.verstaan import verstaander
from knowledge import KennisFout

PAGINAS = Path(__file__).parent / "paginas"
MAX_BYTES = 256_000
"""Groter is geen enkel verzoek van ons; een kanaal kan zelf een lagere grens hebben."""
KIJK_ELKE, RUIM_ELKE, SCHRIJF_ELKE = 3.0, 600.0, 30.0


def maak_app(inst: Instellingen, gesprek: Gesprek | None = None, balie: Balie | None = None) -> Starlette:
    """De hele deur: pagina's, widget, webkanaal, pagina's zonder script, en de balie als die aan staat."""
    gesprek = gesprek or Gesprek(inst)
    hulplijn = Hulplijn(inst, balie, gesprek) if balie is not None and balie.aan else None
    kanaal = telegram(inst, gesprek)
    meter, waker = gesprek.meter, Waker()
    ruim_elke = min(RUIM_ELKE, inst.uren * 360)  # ook bij een korte bewaartijd blijft niets veel langer staan

    @contextlib.asynccontextmanager
    async def leven(_: Starlette) -> AsyncIterator[None]:
        with contextlib.suppress(KennisFout):
            # ook de vinder van antwoorden: die te maken kost seconden, en de eerste beurt van iemand mag daar niet op wachten
            await asyncio.to_thread(lambda: verstaander(lees_kennis()[1]).begrijp("hoe loop je warm?", None, vandaag()))
        # alles wat nu geladen is, blijft: anders loopt Python het bij elke grote opruiming na, midden in iemands beurt
        gc.freeze()
        taken = [
            asyncio.create_task(waker.herhaal("kijken naar Rasa", gesprek.kijk_naar_rasa, KIJK_ELKE)),
            asyncio.create_task(
                waker.herhaal("opruimen", lambda: asyncio.to_thread(_ruim_op, gesprek, kanaal, hulplijn), ruim_elke)
            ),
            asyncio.create_task(waker.blijf("Telegram", kanaal.leef)),
        ]
        if hulplijn is not None:
            taken.append(
                asyncio.create_task(
                    waker.herhaal("tellen", lambda: asyncio.to_thread(hulplijn.telling.schrijf), SCHRIJF_ELKE)
                )
            )
        yield
        for taak in taken:
            taak.cancel()
        if hulplijn is not None:
            hulplijn.telling.schrijf()
        await gesprek.sluit()

    return Starlette(
        routes=[
            *Paginas(inst, balie.uren.tekst if hulplijn and balie else "", balie.organisatie if balie else "").routes(),
            *Status(gesprek, kanaal, meter, waker).routes(),
            meetroute(meter, inst.cijfers),
            *Web(inst, gesprek).routes(),
            *Stroom(inst, gesprek).routes(),
            *ZonderScript(inst, gesprek).routes(),
            *Brieven(inst, gesprek).routes(),
            *EigenBestand(inst, gesprek).routes(),
            *([hulplijn.mount()] if hulplijn else []),
            Route("/widget/widget.js", Bundel(inst.uitgang).antwoord, methods=["GET"]),
            *kanaal.routes(),
            Mount("/paginas", StaticFiles(directory=PAGINAS)),
        ],
        middleware=[
            Middleware(Koppen, herkomsten=inst.herkomsten, uitgang=inst.uitgang),
            Middleware(Meetlaag, meter=meter),
            Middleware(Vangnet),
            Middleware(
                Grenzen,
                gedeeld=gesprek.vluchtig,
                max_bytes=MAX_BYTES,
                tegelijk=inst.tegelijk,
                per_adres=inst.tegelijk_per_adres,
                per_minuut=inst.per_adres_per_minuut,
            ),
        ],
        lifespan=leven,
        exception_handlers={400: onleesbaar, 404: niet_hier},
    )


def _ruim_op(gesprek: Gesprek, kanaal: Kanaal, hulplijn: Hulplijn | None) -> None:
    """Wat te oud is gaat weg, bij de start en daarna steeds."""
    gesprek.gesprekken.ruim_op()
    kanaal.ruim_op()
    if hulplijn is not None:
        hulplijn.ruim_op()
