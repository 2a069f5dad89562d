"""Wat deuren even moeten delen: sloten, tellers, deelcodes en woorden van een medewerker. Nooit op schijf.

Met één deur staat het in het geheugen van dat proces, met meer deuren in Redis (zonder bewaring, zie `endpoints.productie.yml`).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

Bericht = dict[str, Any]
VOORVOEGSEL = "ehbo:"
WACHTRIJ = 100
"""Zoveel berichten wachten hoogstens op een trage luisteraar; daarna vervalt het oudste."""
MAX_SLEUTELS = 50_000


class SlotBezet(Exception):
    """Het slot kwam niet vrij binnen de wachttijd."""


class Vluchtig(Protocol):
    """Gedeeld geheugen met een houdbaarheid. Tijden in seconden."""

    async def zet(self, sleutel: str, waarde: str, seconden: float, alleen_nieuw: bool = False) -> bool:
        """Bewaart `waarde`. Geeft False als `alleen_nieuw` en de sleutel al bestaat."""
        ...

    async def haal(self, sleutel: str) -> str | None:
        """De waarde, of None als die er niet (meer) is."""
        ...

    async def neem(self, sleutel: str) -> str | None:
        """De waarde, die daarna weg is. Van twee die tegelijk nemen, krijgt er één haar."""
        ...

    async def tel(self, sleutel: str, seconden: float) -> int:
        """Telt er één bij op en geeft het aantal sinds het begin van dit venster."""
        ...

    def slot(self, sleutel: str, seconden: float = 30.0) -> AbstractAsyncContextManager[None]:
        """Eén tegelijk, over alle deuren heen. Werpt `SlotBezet` na `seconden` wachten."""
        ...

    async def stuur(self, kanaal: str, bericht: Bericht) -> int:
        """Stuurt naar wie nu luistert en geeft hun aantal. Niemand: dan is het bericht weg."""
        ...

    def luister(self, kanaal: str) -> AbstractAsyncContextManager[AsyncIterator[Bericht]]:
        """Alles wat vanaf nu op dit kanaal komt."""
        ...

    async def sluit(self) -> None: ...


class InGeheugen:
    """Voor één deur."""

    def __init__(self) -> None:
        self._waarden: dict[str, tuple[str, float]] = {}
        self._sloten: dict[str, asyncio.Lock] = {}
        self._luisteraars: dict[str, set[asyncio.Queue[Bericht]]] = {}

    async def zet(self, sleutel: str, waarde: str, seconden: float, alleen_nieuw: bool = False) -> bool:
        if alleen_nieuw and await self.haal(sleutel) is not None:
            return False
        self._waarden[sleutel] = (waarde, time.monotonic() + seconden)
        self._ruim_op()
        return True

    async def haal(self, sleutel: str) -> str | None:
        waarde, tot = self._waarden.get(sleutel, ("", 0.0))
        return waarde if tot > time.monotonic() else None

    async def neem(self, sleutel: str) -> str | None:
        waarde = await self.haal(sleutel)
        self._waarden.pop(sleutel, None)
        return waarde

    async def tel(self, sleutel: str, seconden: float) -> int:
        nu = time.monotonic()
        waarde, tot = self._waarden.get(sleutel, ("0", 0.0))
        aantal, tot = (int(waarde) + 1, tot) if tot > nu else (1, nu + seconden)
        self._waarden[sleutel] = (str(aantal), tot)
        self._ruim_op()
        return aantal

    @asynccontextmanager
    async def slot(self, sleutel: str, seconden: float = 30.0) -> AsyncIterator[None]:
        slot = self._sloten.setdefault(sleutel, asyncio.Lock())
        try:
            # een vrij slot meteen: `wait_for` maakt er een taak omheen
            await (asyncio.wait_for(slot.acquire(), seconden) if slot.locked() else slot.acquire())
        except asyncio.TimeoutError:
            raise SlotBezet(sleutel) from None
        try:
            yield
        finally:
            slot.release()
            if len(self._sloten) > MAX_SLEUTELS:
                self._sloten = {s: k for s, k in self._sloten.items() if k.locked()}

    async def stuur(self, kanaal: str, bericht: Bericht) -> int:
        luisteraars = self._luisteraars.get(kanaal, ())
        for rij in luisteraars:
            _leg_in(rij, bericht)
        return len(luisteraars)

    @asynccontextmanager
    async def luister(self, kanaal: str) -> AsyncIterator[AsyncIterator[Bericht]]:
        rij: asyncio.Queue[Bericht] = asyncio.Queue(WACHTRIJ)
        self._luisteraars.setdefault(kanaal, set()).add(rij)
        try:
            yield _uit(rij)
        finally:
            over = self._luisteraars[kanaal]
            over.discard(rij)
            if not over:
                del self._luisteraars[kanaal]

    async def sluit(self) -> None:
        self._waarden.clear()

    def _ruim_op(self) -> None:
        if len(self._waarden) > MAX_SLEUTELS:
            nu = time.monotonic()
            self._waarden = {s: w for s, w in self._waarden.items() if w[1] > nu}


class InRedis:
    """Voor meer deuren: dezelfde Redis, zonder bewaring op schijf."""

    _LAAT_LOS = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
    _TEL = "local n = redis.call('incr', KEYS[1]) if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end return n"
    _VERLENG = (
        "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0"
    )
    _WACHT = 0.02
    _PACHT = 6.0
    """Seconden dat een slot zonder verlenging blijft: valt een deur weg, dan wacht niemand langer dan dit."""

    def __init__(self, url: str) -> None:
        from redis import asyncio as redis

        self._redis = redis.from_url(url, decode_responses=True, socket_timeout=5, socket_connect_timeout=2)

    async def zet(self, sleutel: str, waarde: str, seconden: float, alleen_nieuw: bool = False) -> bool:
        return bool(await self._redis.set(VOORVOEGSEL + sleutel, waarde, px=_ms(seconden), nx=alleen_nieuw))

    async def haal(self, sleutel: str) -> str | None:
        waarde = await self._redis.get(VOORVOEGSEL + sleutel)
        return None if waarde is None else str(waarde)

    async def neem(self, sleutel: str) -> str | None:
        waarde = await self._redis.getdel(VOORVOEGSEL + sleutel)
        return None if waarde is None else str(waarde)

    async def tel(self, sleutel: str, seconden: float) -> int:
        return int(await self._redis.eval(self._TEL, 1, VOORVOEGSEL + sleutel, _ms(seconden)))

    @asynccontextmanager
    async def slot(self, sleutel: str, seconden: float = 30.0) -> AsyncIterator[None]:
        naam, merk, einde = f"{VOORVOEGSEL}slot:{sleutel}", secrets.token_hex(8), time.monotonic() + seconden
        while not await self._redis.set(naam, merk, px=_ms(self._PACHT), nx=True):
            if time.monotonic() > einde:
                raise SlotBezet(sleutel)
            await asyncio.sleep(self._WACHT)
        verlenger = asyncio.create_task(self._verleng(naam, merk))
        try:
            yield
        finally:
            verlenger.cancel()
            # alleen het eigen slot: wie te lang deed, mag dat van een ander niet openen
            await self._redis.eval(self._LAAT_LOS, 1, naam, merk)

    async def _verleng(self, naam: str, merk: str) -> None:
        while True:
            await asyncio.sleep(self._PACHT / 3)
            with contextlib.suppress(Exception):  # Redis even weg: het versienummer van de rij waakt ook
                await self._redis.eval(self._VERLENG, 1, naam, merk, _ms(self._PACHT))

    async def stuur(self, kanaal: str, bericht: Bericht) -> int:
        return int(await self._redis.publish(VOORVOEGSEL + kanaal, json.dumps(bericht, ensure_ascii=False)))

    @asynccontextmanager
    async def luister(self, kanaal: str) -> AsyncIterator[AsyncIterator[Bericht]]:
        abonnement = self._redis.pubsub(ignore_subscribe_messages=True)
        await abonnement.subscribe(VOORVOEGSEL + kanaal)

        async def berichten() -> AsyncIterator[Bericht]:
            while True:
                bericht = await abonnement.get_message(ignore_subscribe_messages=True, timeout=1.0)
                if bericht is not None:
                    yield json.loads(bericht["data"])

        try:
            yield berichten()
        finally:
            with contextlib.suppress(Exception):
                await abonnement.unsubscribe()
            await abonnement.close()

    async def leeg(self) -> int:
        """Verwijdert alles van ons (en niets van een ander); geeft het aantal."""
        sleutels = [s async for s in self._redis.scan_iter(f"{VOORVOEGSEL}*", count=500)]
        return int(await self._redis.delete(*sleutels)) if sleutels else 0

    async def sluit(self) -> None:
        await self._redis.close()


def vluchtig(url: str) -> Vluchtig:
    """Redis bij een adres (`redis://…`), anders het eigen geheugen."""
    return InRedis(url) if url else InGeheugen()


def _ms(seconden: float) -> int:
    return max(1, int(seconden * 1000))


def _leg_in(rij: asyncio.Queue[Bericht], bericht: Bericht) -> None:
    if rij.full():
        rij.get_nowait()
    rij.put_nowait(bericht)


async def _uit(rij: asyncio.Queue[Bericht]) -> AsyncIterator[Bericht]:
    while True:
        yield await rij.get()
