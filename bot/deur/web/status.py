"""Hoe het ermee staat, voor beheer: klaar of niet, welke kennis en hoe oud, welk model, welke bewaring."""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.deur.gesprek import Gesprek
from bot.deur.lagen import Meter
from bot.deur.waker import Waker
from bot.kennis import TE_OUD, WORTEL, dagen_oud, lees_kennis
from bot.verstaan.model import ModelFout, het_model
from bot.verstaan.taal import taal
from knowledge import KennisFout

MODEL = WORTEL / "models" / "assistent.tar.gz"


class Aan(Protocol):
    """Een kanaal dat kan zeggen hoe het ermee staat."""

    @property
    def stand(self) -> str: ...


GOED = "goed"


class Status:
    """`/gezond` zegt dat het proces leeft, `/status` of het mensen kan helpen."""

    def __init__(self, gesprek: Gesprek, telegram: Aan, meter: Meter, waker: Waker) -> None:
        self._gesprek = gesprek
        self._telegram = telegram
        self._meter = meter
        self._waker = waker

    def routes(self) -> list[Route]:
        return [Route("/gezond", self.gezond), Route("/status", self.status)]

    async def gezond(self, _: Request) -> Response:
        return PlainTextResponse("ok")

    async def status(self, _: Request) -> Response:
        return JSONResponse(await self.lees())

    async def lees(self) -> dict[str, Any]:
        kennis, verstaan, bewaring = _kennis(), _verstaan(), await self._bewaring()
        self._meter.rasa.set(self._gesprek.rasa_er)
        taken = self._waker.stand()
        for naam, seconden in taken.items():
            self._meter.taken.labels(naam).set(seconden)
        if kennis is not None and kennis["dagen_oud"] is not None:
            self._meter.kennis.set(kennis["dagen_oud"])
        return {
            # zonder model dat past hoort de bot geen situaties en geen vragen: dat is niet klaar
            "klaar": kennis is not None and bewaring == GOED and verstaan == GOED,
            "rasa": self._gesprek.rasa_er,
            "telegram": self._telegram.stand,
            "taal": taal().naam,
            "kennis": kennis,
            "model": _model(),
            "verstaan": verstaan,
            "bewaring": bewaring,
            "gedeeld": await self._gedeeld(),
            "taken": taken,
        }

    async def _bewaring(self) -> str:
        try:
            self._meter.bewaard.set(await asyncio.to_thread(self._gesprek.gesprekken.aantal))
        except Exception as fout:
            return f"stuk ({type(fout).__name__})"
        return GOED

    async def _gedeeld(self) -> str:
        try:
            await self._gesprek.vluchtig.haal("status")
        except Exception as fout:
            return f"stuk ({type(fout).__name__})"
        return GOED


def _kennis() -> dict[str, Any] | None:
    try:
        store, kennis = lees_kennis()
        gemaakt = datetime.fromtimestamp(store.pad.stat().st_mtime, timezone.utc).date()
    except (KennisFout, OSError):
        return None
    dagen = dagen_oud()  # niet de datum van het bestand: opnieuw bouwen maakt de inhoud niet jonger
    return {
        "versie": kennis.versie,
        "hash": kennis.hash[:12],
        "gemaakt": gemaakt.isoformat(),
        "dagen_oud": dagen,
        "nakijken": dagen is None or dagen > TE_OUD,
        # zorgteksten die nog geen vakmens las: zolang dat er zijn, is dit een concept
        "zorg_concept": sum(p.gelezen_door is None for p in kennis.zorg.values()),
    }


def _model() -> str | None:
    try:
        return datetime.fromtimestamp(MODEL.stat().st_mtime, timezone.utc).isoformat(timespec="seconds")
    except OSError:
        return None


def _verstaan() -> str:
    try:
        het_model()
    except ModelFout as fout:
        return str(fout)
    return GOED
