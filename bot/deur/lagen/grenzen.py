"""Grenzen om alle routes heen: hoe groot een verzoek mag zijn, en hoeveel er tegelijk en per minuut van één adres komen."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from hashlib import sha256
from typing import Any

from bot.deur.lagen.koppen import Ontvang, Scope, Stuur
from bot.deur.lagen.vangnet import foutantwoord
from bot.deur.netwerk import HIER, netwerk
from bot.opslag import Vluchtig

log = logging.getLogger(__name__)
VRIJ = ("/gezond", "/status", "/paginas/", "/widget/")
"""Wat altijd antwoordt: de bewaking, en de pagina met de noodnummers."""
OPEN_LIJN = re.compile(r"/api/stroom|/hulplijn/zaak/[^/]+/stroom")
"""Een lijn die open blijft, telt niet als een verzoek dat bezig is: zij heeft eigen grenzen, hieronder en per gesprek."""
OPEN_PER_ADRES, OPEN_SAMEN = 120, 3000
"""Ruim voor een school of een kantoor achter één adres; te weinig om de deur vol te zetten."""
LIJF_WACHT = 20.0
"""Seconden dat een verzoek over zijn volgende stuk mag doen: wie er nooit een afmaakt, houdt geen plaats bezet."""


class TeGroot(Exception):
    """Het lijf is groter dan mag."""


class TeTraag(Exception):
    """Het lijf komt niet af."""


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
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        if scope["type"] != "http" or scope["path"].startswith(VRIJ):
            await self._app(scope, receive, send)
            return
        adres = netwerk((scope.get("client") or ("?", 0))[0])
        HIER.set(sha256(adres.encode()).hexdigest()[:16])
        open_lijn = OPEN_LIJN.fullmatch(scope["path"]) is not None
        bezig = self._open if open_lijn else self._bezig
        if not await self._mag(adres, open_lijn):
            await foutantwoord("te_snel", scope["path"])(scope, receive, send)
            return
        bezig[adres] += 1
        begonnen = False
        lezer = Lezer(receive, self._max_bytes)

        async def stuur(bericht: Any) -> None:
            nonlocal begonnen
            if lezer.fout is not None and not begonnen:
                return  # het antwoord komt van ons: ook als een laag hieronder er een kale fout van maakt
            begonnen = True
            await send(bericht)

        try:
            await self._app(scope, lezer, stuur)
        except Exception:
            if lezer.fout is None:
                raise
        finally:
            bezig[adres] -= 1
            if bezig[adres] <= 0:
                del bezig[adres]
        if lezer.fout is not None and not begonnen:
            await foutantwoord(lezer.fout, scope["path"])(scope, receive, send)

    async def _mag(self, adres: str, open_lijn: bool) -> bool:
        if open_lijn:
            vol = sum(self._open.values()) >= OPEN_SAMEN or self._open[adres] >= OPEN_PER_ADRES
        else:
            vol = sum(self._bezig.values()) >= self._tegelijk or self._bezig[adres] >= self._per_adres
        if vol:
            return False
        try:
            return await self._gedeeld.tel(f"grens:adres:{adres}", 60) <= self._per_minuut
        except Exception as probleem:  # zonder Redis is er geen grens per minuut, maar wel hulp
            log.error("de grens per adres telt niet: %s", type(probleem).__name__)
            return True


class Lezer:
    """Leest het lijf tot een grens, en niet eindeloos. `fout` is daarna een sleutel van `FOUTEN`."""

    def __init__(self, receive: Ontvang, max_bytes: int) -> None:
        self._ontvang, self._over = receive, max_bytes
        self._af = False
        self.fout: str | None = None

    async def __call__(self) -> Any:
        if (
            self._af
        ):  # het lijf is binnen: vanaf nu wacht dit alleen op wie ophangt, en dat mag zo lang duren als het duurt
            return await self._ontvang()
        try:
            bericht = await asyncio.wait_for(self._ontvang(), LIJF_WACHT)
        except asyncio.TimeoutError:
            self.fout = "vorm"
            raise TeTraag from None
        self._over -= len(bericht.get("body", b""))
        self._af = not bericht.get("more_body", False)
        if self._over < 0:
            self.fout = "te_groot"
            raise TeGroot
        return bericht
