"""Het webkanaal: JSON over HTTP, met de sessie in een kop (nooit in het adres of een cookie)."""

from __future__ import annotations

import json
import logging
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.deur.fouten import fout
from bot.deur.gesprek import Gesprek, GesprekWeg
from bot.deur.netwerk import buurt, netwerk
from bot.deur.sessie import Grens, Sessies
from bot.deur.settings import Instellingen
from bot.verstaan.noodlaag import hoort_nood

log = logging.getLogger(__name__)
KOP = "X-Sessie"
BEGINT = ("start", "opnieuw")


class Web:
    """De routes van het webkanaal."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._inst = inst
        self._gesprek = gesprek
        self._sessies = Sessies(inst.geheim)
        self._beurten = Grens(gesprek.vluchtig, "beurt", inst.per_minuut)
        self._nieuw = Grens(gesprek.vluchtig, "nieuw", inst.nieuw_per_minuut)

    def routes(self) -> list[Route]:
        return [
            Route("/api/gesprek", self.begin, methods=["POST"]),
            Route("/api/gesprek", self.hervat, methods=["GET"]),
            Route("/api/gesprek", self.wis, methods=["DELETE"]),
            Route("/api/wis", self.wis, methods=["POST"]),
            Route("/api/beurt", self.beurt, methods=["POST"]),
        ]

    async def begin(self, request: Request) -> Response:
        if not await mag_beginnen(self._nieuw, request):
            return fout("te_snel")
        id_, teken = self._sessies.nieuw()
        return JSONResponse(
            {"sessie": teken, "beurt": "begin", "blokken": await self._gesprek.beurt(id_, "begin", code="start")}
        )

    async def hervat(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.headers.get(KOP))
        blokken = await self._gesprek.hervat(id_) if id_ else None
        if id_ is None or blokken is None:
            return fout("sessie")
        naam = await self._gesprek.delen.medewerker(id_) if self._gesprek.delen is not None else None
        return JSONResponse({"blokken": blokken, **({"medewerker": naam} if naam else {})})

    async def wis(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.headers.get(KOP) or (await _teken_uit_lijf(request)))
        if id_:
            await self._gesprek.wis(id_)
        return Response(status_code=204)

    async def beurt(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.headers.get(KOP))
        if id_ is None:
            return fout("sessie")
        try:
            ruw = await lees_json(request, self._inst.max_bytes)
            beurt, tekst, code = ruw["beurt"], ruw.get("tekst"), ruw.get("code")
            if (
                not (isinstance(beurt, str) and 1 <= len(beurt) <= 64 and beurt.isascii())
                or (tekst is None) is (code is None)
                or not isinstance(tekst if code is None else code, str)
            ):
                raise ValueError
            # een half teken (een afgekapte emoji) kan nergens bewaard of verstuurd worden; de rest van de zin telt gewoon
            tekst = tekst.encode("utf-8", "replace").decode() if tekst is not None else None
        except OverflowError:
            return fout("te_groot")
        except (ValueError, KeyError, TypeError):
            return fout("vorm")
        if not await self._beurten.mag(id_) and not hoort_nood(tekst or ""):
            return fout("te_snel")
        try:
            # een beurt die na het wissen nog binnenkomt, mag het gesprek niet terugbrengen
            blokken = await self._gesprek.beurt(id_, beurt, tekst=tekst, code=code, bestaat=code not in BEGINT)
            return JSONResponse({"beurt": beurt, "blokken": blokken})
        except GesprekWeg:
            return fout("sessie")
        except ValueError:
            return fout("vorm")
        except Exception as probleem:  # nooit een kale fout naar iemand in nood, en nooit woorden in het log
            log.error("beurt mislukt: %s", type(probleem).__name__)
            return fout("stuk")


ZACHT = 8
"""Zoveel keer de grens van één adres mag een hele buurt (/24) samen."""


async def mag_beginnen(grens: Grens, request: Request) -> bool:
    """Een nieuw gesprek, per aansluiting en ruim per buurt."""
    adres = request.client.host if request.client else "?"
    return await grens.mag(netwerk(adres)) and await grens.mag(f"buurt:{buurt(adres)}", ZACHT)


async def lees_json(request: Request, grens: int) -> dict[str, Any]:
    """Het lijf als JSON-object. Werpt OverflowError als het te groot is, ValueError als het geen object is."""
    try:
        ruw = json.loads(await _lees(request, grens))
    except RecursionError:  # duizenden haken in elkaar
        raise ValueError from None
    if not isinstance(ruw, dict):
        raise ValueError
    return ruw


async def _lees(request: Request, grens: int) -> bytes:
    lijf = b""
    async for stuk in request.stream():
        lijf += stuk
        if len(lijf) > grens:
            raise OverflowError
    return lijf


async def _teken_uit_lijf(request: Request) -> str | None:
    """Bij weglopen stuurt de browser een baken: dat kan geen koppen mee, alleen het teken als tekst."""
    try:
        return (await _lees(request, 1000)).decode("ascii")
    except (UnicodeDecodeError, OverflowError):
        return None
