"""Cijfers voor beheer (Prometheus) en logs als JSON. Nooit woorden, nooit een sessie, nooit een adres van een persoon."""

from __future__ import annotations

import hmac
import json
import logging
import time
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.deur.lagen.koppen import Ontvang, Scope, Stuur

PAD = "/cijfers"
WEGEN = (
    "/api/gesprek",
    "/api/beurt",
    "/api/brief",
    "/api/stroom",
    "/zonder-script",
    "/telegram",
    "/hulplijn",
    "/widget",
)
EMMERS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
LOOPBACK = ("127.0.0.1", "::1")


class Meter:
    """Telt en meet in dit proces."""

    def __init__(self) -> None:
        self.register = CollectorRegistry()
        self.verzoeken = Counter("ehbo_verzoeken", "Verzoeken", ("weg", "uitkomst"), registry=self.register)
        self.duur = Histogram(
            "ehbo_duur_seconden", "Duur van een verzoek", ("weg",), buckets=EMMERS, registry=self.register
        )
        self.beurten = Counter("ehbo_beurten", "Beurten", ("langs",), registry=self.register)
        self.rasa = Gauge("ehbo_rasa", "Is Rasa er (1) of niet (0)", registry=self.register)
        self.kennis = Gauge("ehbo_kennis_dagen", "Leeftijd van de kennis in dagen", registry=self.register)
        self.taken = Gauge("ehbo_taak_seconden", "Seconden sinds deze taak lukte", ("taak",), registry=self.register)
        self.bewaard = Gauge("ehbo_gesprekken", "Bewaarde gesprekken", registry=self.register)

    def tekst(self) -> bytes:
        return bytes(generate_latest(self.register))


class Meetlaag:
    """ASGI-laag die elk verzoek meet. Het pad wordt eerst een bekende weg, zodat er niets van een persoon in komt."""

    def __init__(self, app: Any, meter: Meter) -> None:
        self._app = app
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin, uitkomst = time.perf_counter(), "geen"

        async def stuur(bericht: Any) -> None:
            nonlocal uitkomst
            if bericht["type"] == "http.response.start":
                uitkomst = f"{bericht['status'] // 100}xx"
            await send(bericht)

        try:
            await self._app(scope, receive, stuur)
        finally:
            weg = next((w for w in WEGEN if scope["path"].startswith(w)), "anders")
            self._meter.verzoeken.labels(weg, uitkomst).inc()
            if weg != "/api/stroom":
                self._meter.duur.labels(weg).observe(time.perf_counter() - begin)


def meetroute(meter: Meter, teken: str) -> Route:
    """De cijfers: met het teken uit de instellingen, of zonder teken alleen vanaf deze machine."""

    async def cijfers(request: Request) -> Response:
        if teken:
            gegeven = request.headers.get("Authorization", "").removeprefix("Bearer ")
            goed = hmac.compare_digest(gegeven.encode("utf-8", "replace"), teken.encode())
        else:
            via = request.headers.get("X-Forwarded-For")
            goed = via is None and request.client is not None and request.client.host in LOOPBACK
        if not goed:
            return PlainTextResponse("geen toegang", status_code=403)
        return PlainTextResponse(meter.tekst(), media_type="text/plain; version=0.0.4")

    return Route(PAD, cijfers, methods=["GET"])


class JsonRegel(logging.Formatter):
    """Eén regel JSON per melding. Een spoor van een fout komt er nooit in: daar kunnen woorden in staan."""

    def format(self, record: logging.LogRecord) -> str:
        soort = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        regel = {
            "tijd": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "niveau": record.levelname.lower(),
            "bron": record.name,
            "melding": record.getMessage(),
            **({"fout": soort} if soort else {}),
        }
        return json.dumps(regel, ensure_ascii=False)


class GewoneRegel(logging.Formatter):
    """Voor een mens in de terminal; ook zonder spoor."""

    def format(self, record: logging.LogRecord) -> str:
        soort = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        return f"{record.levelname.lower()} {record.name}: {record.getMessage()}{f' ({soort})' if soort else ''}"


def logs(vorm: str = "tekst") -> None:
    """Zet de logs van dit proces: `tekst` of `json`, vanaf waarschuwing."""
    afhandelaar = logging.StreamHandler()
    afhandelaar.setFormatter(JsonRegel() if vorm == "json" else GewoneRegel())
    logging.basicConfig(level=logging.WARNING, handlers=[afhandelaar], force=True)
    # meldt bij een kapot formulier welk teken er stond: ook een enkel teken van iemand hoort niet in een log
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)
