"""Het kanaal tussen de voordeur en Rasa: alleen op loopback, met een gedeeld geheim, en zonder woorden in een log."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from knowledge import Daad

log = logging.getLogger(__name__)
KOP = "X-Deur-Geheim"
MAX_TEKST = 12_000


class Deurkanaal(InputChannel):
    """Neemt `{"gesprek", "beurt", "tekst" | "code"}` en geeft `{"blokken", "wissen"}`."""

    def __init__(self, geheim: str) -> None:
        if not geheim or geheim.startswith("${") or len(geheim) < 16:
            raise ValueError("EHBO_RASA_GEHEIM ontbreekt of is korter dan 16 tekens")
        self._geheim = geheim

    @classmethod
    def name(cls) -> str:
        return "deur"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> Deurkanaal:
        return cls(str((credentials or {}).get("geheim") or ""))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        kanaal = Blueprint("deurkanaal", __name__)

        @kanaal.route("/", methods=["GET"])
        async def gezond(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @kanaal.route("/webhook", methods=["POST"])
        async def ontvang(request: Request) -> HTTPResponse:
            if not hmac.compare_digest(str(request.headers.get(KOP, "")).encode(), self._geheim.encode()):
                return response.json({"fout": "geheim"}, status=401)
            try:
                bericht = _lees(request.json)
            except (ValueError, KeyError, TypeError):
                return response.json({"fout": "vorm"}, status=400)
            verzamelaar = CollectingOutputChannel()
            tekst, gesprek, beurt = bericht
            try:
                await on_new_message(
                    UserMessage(tekst, verzamelaar, gesprek, input_channel=self.name(), metadata={"beurt": beurt})
                )
            except Exception as fout:  # de deur gaat verder vanuit de kern; de woorden blijven hier
                log.error("beurt mislukt: %s", type(fout).__name__)
                return response.json({"fout": "beurt"}, status=500)
            eigen = [m["custom"] for m in verzamelaar.messages if isinstance(m.get("custom"), dict)]
            if not eigen:
                return response.json({"fout": "leeg"}, status=500)
            return response.json(
                {"blokken": [b for e in eigen for b in e["blokken"]], "wissen": any(e.get("wissen") for e in eigen)}
            )

        return kanaal


def _lees(ruw: Any) -> tuple[str, str, str]:
    """De tekst voor Rasa, het gesprek en de beurt. Vrije tekst begint nooit met een streep: zo kan niemand een opdracht typen."""
    gesprek, beurt = ruw["gesprek"], ruw["beurt"]
    if not (isinstance(gesprek, str) and isinstance(beurt, str) and 8 <= len(gesprek) <= 64 and 1 <= len(beurt) <= 64):
        raise ValueError("gesprek of beurt")
    if ruw.get("code") is not None:
        code = str(ruw["code"])
        Daad.uit_code(code)
        return f"/daad{json.dumps({'code': code})}", gesprek, beurt
    tekst = str(ruw["tekst"])[:MAX_TEKST].strip().lstrip("/").strip()
    if not tekst:
        raise ValueError("lege tekst")
    return tekst, gesprek, beurt
