"""Strenge koppen op elk antwoord, en wie de widget mag insluiten."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders

Scope = MutableMapping[str, Any]
Ontvang = Callable[[], Awaitable[MutableMapping[str, Any]]]
Stuur = Callable[[MutableMapping[str, Any]], Awaitable[None]]
CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {voorouders}"


class Koppen:
    """ASGI-laag die koppen zet en alleen bekende herkomsten CORS geeft."""

    def __init__(self, app: Any, herkomsten: tuple[str, ...] = (), uitgang: str = "") -> None:
        self._app = app
        self._herkomsten = herkomsten
        # "Snel weg" zonder script is een formulier dat doorstuurt: de browser kijkt ook waarheen
        self._csp = CSP.format(voorouders=" ".join(("'self'", *herkomsten))).replace(
            "form-action 'self'", f"form-action 'self' {uitgang}".strip()
        )

    async def __call__(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        herkomst = dict(scope["headers"]).get(b"origin", b"").decode("latin-1")
        bekend = herkomst if herkomst in self._herkomsten else None

        async def stuur(bericht: MutableMapping[str, Any]) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                self._zet(koppen, bekend)
            await send(bericht)

        if scope["method"] == "OPTIONS" and bekend:
            await stuur({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self._app(scope, receive, stuur)

    def _zet(self, koppen: MutableHeaders, herkomst: str | None) -> None:
        koppen.setdefault("Content-Security-Policy", self._csp)
        koppen["X-Content-Type-Options"] = "nosniff"
        koppen["Referrer-Policy"] = "no-referrer"
        koppen["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        koppen["Cross-Origin-Opener-Policy"] = "same-origin"
        koppen.setdefault("Cache-Control", "no-store")
        if herkomst:
            koppen["Access-Control-Allow-Origin"] = herkomst
            koppen["Vary"] = "Origin"
            koppen["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
            koppen["Access-Control-Allow-Headers"] = "Content-Type, X-Sessie"
            koppen["Access-Control-Expose-Headers"] = "Retry-After, Content-Disposition"
            koppen["Access-Control-Max-Age"] = "600"
