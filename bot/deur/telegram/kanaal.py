"""Verbinden met Telegram: webhook of long polling, met geduld als Telegram weg is. De website wacht er nooit op."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import hmac
import json
import logging
import secrets
import time
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, BotCommand, Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.deur.delen import OMROEP
from bot.deur.gesprek import Gesprek
from bot.deur.settings import VAR, Instellingen
from bot.deur.telegram.bellen import Onbereikbaar
from bot.deur.telegram.bewaring import ruim_op
from bot.deur.telegram.ontvanger import SOORTEN, Ontvanger
from bot.deur.waker import Waker
from bot.kennis import lees_kennis
from knowledge import KennisFout

log = logging.getLogger(__name__)
PAD = "/telegram"
KOP = "X-Telegram-Bot-Api-Secret-Token"
MAX_BYTES = 200_000
PAUZE_MIN, PAUZE_MAX = 1.0, 60.0
PACHT = 20.0
"""Seconden dat één proces het alleenrecht op pollen houdt zonder te verlengen."""
POLL = 15
# httpx schrijft op INFO het hele adres, en daar staat het token in
for naam in ("httpx", "httpcore"):
    logging.getLogger(naam).setLevel(logging.WARNING)
# en de bibliotheek schrijft een bericht dat zij niet begrijpt helemaal op, met de woorden; wat er misging zeggen wij zelf
logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
STIL = 90.0
"""Na zoveel seconden zonder gelukte vraag om berichten pollen we niet meer, wat `stand` ook zegt."""


class Telegram:
    """Het kanaal. `stand` is verbinden, webhook, polling, wacht (een ander pollt) of token_fout."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._inst = inst
        self._gesprek = gesprek
        self._stand, self._gelukt = "verbinden", 0.0
        self._waker = Waker()
        self._ik = secrets.token_hex(8)
        adres = inst.telegram_api.rstrip("/")
        self._bot = Bot(
            inst.telegram_token,
            base_url=f"{adres}/bot",
            base_file_url=f"{adres}/file/bot",
            request=HTTPXRequest(connection_pool_size=64, read_timeout=15, connect_timeout=5),
            get_updates_request=HTTPXRequest(connection_pool_size=2, read_timeout=POLL + 10, connect_timeout=5),
        )
        self._ontvanger = Ontvanger(self._bot, gesprek, inst)

    @property
    def stand(self) -> str:
        """Wat er nu echt gebeurt: polling is het alleen zolang het lukt."""
        stil = self._stand == "polling" and time.monotonic() - self._gelukt > STIL
        return "verbinden" if stil else self._stand

    def ruim_op(self) -> int:
        """Verwijdert wat over chats te oud is; geeft het aantal."""
        gesprekken = self._gesprek.gesprekken
        return ruim_op(gesprekken.db, gesprekken.uren)

    def routes(self) -> list[Route]:
        if self._inst.telegram_modus != "webhook":
            return []
        return [Route(PAD, self.ontvang, methods=["POST"])]

    async def ontvang(self, request: Request) -> Response:
        """De webhook. 200 als de update gedaan is, 503 als hij terug moet komen, 401 zonder het geheim."""
        gegeven = request.headers.get(KOP, "")
        if not hmac.compare_digest(gegeven.encode(), self._inst.telegram_geheim.encode()):
            return PlainTextResponse("geen toegang", status_code=401)
        lijf = b""
        async for stuk in request.stream():
            lijf += stuk
            if len(lijf) > MAX_BYTES:
                return PlainTextResponse("te groot", status_code=413)
        try:
            ruw = json.loads(lijf)
        except (ValueError, RecursionError):
            return PlainTextResponse("geen update", status_code=400)
        update = self._lees(ruw)
        if update is None:
            # van Telegram, maar onleesbaar: opnieuw sturen helpt niet, en houdt de berichten erachter op
            bekend = isinstance(ruw, dict) and isinstance(ruw.get("update_id"), int)
            return PlainTextResponse("overgeslagen" if bekend else "geen update", status_code=200 if bekend else 400)
        return PlainTextResponse("ok") if await self._doe(update) else PlainTextResponse("straks", status_code=503)

    async def leef(self) -> None:
        """Verbindt, en blijft het proberen met steeds langere pauzes."""
        luisteraar = asyncio.create_task(self._waker.blijf("berichten voor Telegram", self._luister))
        pauze = PAUZE_MIN
        try:
            while True:
                try:
                    await self._bot.initialize()
                    await self._stel_voor()
                    if self._inst.telegram_modus == "polling":
                        await self._poll()
                    else:
                        await self._zet_webhook()
                        await (
                            asyncio.Event().wait()
                        )  # de rest komt binnen langs de webhook, tot deze taak wordt gestopt
                except InvalidToken:
                    self._stand = "token_fout"
                    log.error(
                        "Telegram weigert EHBO_TELEGRAM_TOKEN. Haal een nieuw token bij @BotFather en start opnieuw."
                    )
                    return
                except Exception as fout:  # ook Redis of de schijf: wat het ook is, we blijven het proberen
                    self._stand = "verbinden"
                    log.warning("Telegram is niet te bereiken (%s); opnieuw over %.0f s", type(fout).__name__, pauze)
                    await asyncio.sleep(pauze)
                    pauze = PAUZE_MIN if time.monotonic() - self._gelukt < PAUZE_MAX else min(pauze * 2, PAUZE_MAX)
        finally:
            luisteraar.cancel()
            with contextlib.suppress(Exception):
                await self._bot.shutdown()

    async def _stel_voor(self) -> None:
        """De opdrachten in het menu, met de uitleg uit de kennis."""
        with contextlib.suppress(KennisFout, TelegramError):
            kennis = lees_kennis()[1]
            await self._bot.set_my_commands(
                [
                    BotCommand(naam, kennis.zin(f"telegram_menu_{naam}"))
                    for naam in ("start", "hulp", "opnieuw", "wis", "stop")
                ]
            )

    async def _zet_webhook(self) -> None:
        await self._bot.set_webhook(
            f"{self._inst.telegram_adres.rstrip('/')}{PAD}",
            secret_token=self._inst.telegram_geheim,
            allowed_updates=SOORTEN,
            max_connections=40,
        )
        self._stand = "webhook"

    async def _poll(self) -> None:
        await self._bot.delete_webhook()
        async with self._alleenrecht():
            self._stand, self._gelukt, vanaf = "polling", time.monotonic(), None
            while await self._verleng():
                try:
                    ruw = await self._haal(vanaf)
                except Conflict:
                    log.warning("een ander proces pollt met hetzelfde token")
                    await asyncio.sleep(PACHT)
                    continue
                self._gelukt = time.monotonic()
                per_chat: dict[int, list[Update]] = {}
                for update in filter(None, map(self._lees, ruw)):
                    per_chat.setdefault(update.effective_chat.id if update.effective_chat else 0, []).append(update)
                if all(await asyncio.gather(*(self._doe_op_volgorde(rij) for rij in per_chat.values()))):
                    # pas nu laat Telegram ze los: na een val komen ze terug en kent `gezien` ze
                    vanaf = max((int(u["update_id"]) + 1 for u in ruw), default=vanaf)
                else:
                    await asyncio.sleep(PAUZE_MIN)

    async def _haal(self, vanaf: int | None) -> list[dict[str, Any]]:
        """Berichten zoals Telegram ze geeft. De bibliotheek leest ze alle samen of geen: een onleesbare hield iedereen op."""
        vraag = {"timeout": POLL, "allowed_updates": SOORTEN, **({} if vanaf is None else {"offset": vanaf})}
        ruw = await self._bot._post("getUpdates", vraag, read_timeout=POLL + 10)
        return [u for u in ruw if isinstance(u, dict) and isinstance(u.get("update_id"), int)]

    def _lees(self, ruw: Any) -> Update | None:
        """Eén update, of None als zij niet te lezen is. De volgende gaan gewoon door."""
        try:
            return Update.de_json(ruw, self._bot)
        except Exception as fout:
            log.error("een update is onleesbaar en overgeslagen (%s)", type(fout).__name__)
            return None

    async def _doe_op_volgorde(self, updates: list[Update]) -> bool:
        return all([await self._doe(update) for update in updates])

    async def _doe(self, update: Update | None) -> bool:
        if update is None:
            return True
        try:
            await self._ontvanger.verwerk(update)
        except Onbereikbaar:
            return False
        except Exception as fout:  # één kapotte update mag de rest niet tegenhouden, en komt niet in een log
            log.error("update mislukt: %s", type(fout).__name__)
        return True

    @contextlib.asynccontextmanager
    async def _alleenrecht(self) -> AsyncIterator[None]:
        """Eén poller tegelijk: over deuren heen in Redis, op één machine met een slot op een bestand."""
        if self._inst.redis:
            while not await self._gesprek.vluchtig.zet("telegram:pacht", self._ik, PACHT, alleen_nieuw=True):
                self._stand = "wacht"
                await asyncio.sleep(PACHT / 4)
            yield
            return
        VAR.mkdir(mode=0o700, exist_ok=True)
        merk = sha256(f"{self._inst.telegram_token}{self._inst.telegram_geheim}".encode()).hexdigest()[:12]
        with (VAR / f"telegram-{merk}.slot").open("w") as slot:
            while True:
                try:
                    fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    self._stand = "wacht"
                    await asyncio.sleep(1)
            yield

    async def _verleng(self) -> bool:
        if not self._inst.redis:
            return True
        vluchtig = self._gesprek.vluchtig
        if await vluchtig.haal("telegram:pacht") not in (self._ik, None):
            return False
        return await vluchtig.zet("telegram:pacht", self._ik, PACHT + POLL)

    async def _luister(self) -> None:
        """Woorden van een medewerker, voor een gesprek op Telegram. Eén van de deuren stuurt ze door."""
        async with self._gesprek.vluchtig.luister(OMROEP) as berichten:
            async for bericht in berichten:
                merk = str(bericht.get("merk", ""))
                if merk and not await self._gesprek.vluchtig.zet(f"telegram:{merk}", "1", 60, alleen_nieuw=True):
                    continue
                if not bericht.get("blokken"):  # alleen een teken voor de widget, niets om te laten zien
                    continue
                try:
                    await self._ontvanger.zeg(str(bericht["gesprek"]), bericht["blokken"], bericht.get("naam"))
                except Exception as fout:  # één bericht mag de lijn niet breken
                    log.error("een bericht voor Telegram kwam niet aan: %s", type(fout).__name__)
