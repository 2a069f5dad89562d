"""Grenzen om alle routes heen: hoe groot een verzoek mag zijn, en hoeveel er tegelijk en per minuut van één adres komen."""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from bot.deur.lagen.koppen import Ontvang, Scope, Stuur
from bot.deur.lagen.vangnet import foutantwoord
from bot.opslag import Vluchtig

log = logging.getLogger(__name__)
VRIJ = ("/gezond", "/status", "/paginas/", "/widget/")
"""Wat altijd antwoordt: de bewaking, en de pagina met de noodnummers."""
OPEN_LIJN = "/api/stroom"
"""Een lijn die open blijft, telt niet als een verzoek dat bezig is; zij heeft een eigen grens per gesprek."""


class TeGroot(Exception):
    """Het lijf is groter dan mag."""


class Grenzen:
    """ASGI-laag. Wie te veel vraagt, krijgt een zin en de nummers; de rest merkt er niets van."""

    def __init__(
        self, app: Any, gedeeld: Vluchtig, max_bytes: int, tegelijk: int, per_adres: int, per_minuut: int
    ) -> None:
        self._app = app
        self._gedeeld = gedeeld
        self._max_bytes = max_bytes
        self._tegelijk = tegelijk
        self._per_adres = per_adres
        self._per_minuut = per_minuut
        self._bezig: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        if scope["type"] != "http" or scope["path"].startswith(VRIJ):
            await self._app(scope, receive, send)
            return
        adres = (scope.get("client") or ("?", 0))[0]
        if not await self._mag(adres, scope["path"]):
            await foutantwoord("te_snel", scope["path"])(scope, receive, send)
            return
        telt = scope["path"] != OPEN_LIJN
        self._bezig[adres] += telt
        begonnen = False

        async def stuur(bericht: Any) -> None:
            nonlocal begonnen
            begonnen = True
            await send(bericht)

        try:
            await self._app(scope, self._begrensd(receive), stuur)
        except TeGroot:
            if not begonnen:
                await foutantwoord("te_groot", scope["path"])(scope, receive, send)
        finally:
            self._bezig[adres] -= telt
            if self._bezig[adres] <= 0:
                del self._bezig[adres]

    async def _mag(self, adres: str, pad: str) -> bool:
        if pad != OPEN_LIJN and (sum(self._bezig.values()) >= self._tegelijk or self._bezig[adres] >= self._per_adres):
            return False
        try:
            return await self._gedeeld.tel(f"grens:adres:{adres}", 60) <= self._per_minuut
        except Exception as probleem:  # zonder Redis is er geen grens per minuut, maar wel hulp
            log.error("de grens per adres telt niet: %s", type(probleem).__name__)
            return True

    def _begrensd(self, receive: Ontvang) -> Ontvang:
        gelezen = 0

        async def ontvang() -> Any:
            nonlocal gelezen
            bericht = await receive()
            gelezen += len(bericht.get("body", b""))
            if gelezen > self._max_bytes:
                raise TeGroot
            return bericht

        return ontvang
