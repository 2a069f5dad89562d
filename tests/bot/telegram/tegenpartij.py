"""De andere kant van het Telegramkanaal: een Bot API-server van een ander, met een dunne laag ervoor.

De laag herstelt drie afwijkingen van de server (`getMe` zonder `is_bot`, data in milliseconden, een knop zonder
`chat_instance`), houdt zich aan `offset` en bezorgt een mislukte webhook opnieuw zoals de echte API, antwoordt volgens de
gepubliceerde Bot API op methodes die de server niet kent, en speelt storingen na.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections import deque
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "123456789:proef-token-dat-nergens-bestaat"
Ruw = dict[str, Any]


def omgeving(api: str, geheim: str, modus: str = "webhook") -> dict[str, str]:
    """De instellingen van een deur die tegen deze Bot API praat."""
    return {
        "EHBO_TELEGRAM_TOKEN": TOKEN,
        "EHBO_TELEGRAM_API": api,
        "EHBO_TELEGRAM": modus,
        "EHBO_TELEGRAM_ADRES": "https://bot.voorbeeld.test",
        "EHBO_TELEGRAM_GEHEIM": geheim,
    }


class Tegenpartij:
    """Wat Telegram doet, op loopback. `aanroepen`: elke methode met haar gegevens, in volgorde."""

    def __init__(self, server: str, poort: int) -> None:
        self.server, self.poort = server, poort
        self.adres = f"http://127.0.0.1:{poort}"
        self.aanroepen: list[tuple[str, Ruw]] = []
        self.storingen: deque[tuple[str, Response]] = deque()
        self.webhook: Ruw | None = None
        self.deur = ""
        self.antwoorden_van_de_deur: list[int] = []
        self.afgehandeld = 0
        """Updates waar de bot mee klaar is: de webhook gaf 200, of een hogere `offset` bevestigde ze."""
        self._wachtend: list[Ruw] = []
        self._berichten: dict[int, Ruw] = {}
        self._nummers = itertools.count(5_000_000)
        self._http = httpx.AsyncClient(base_url=server, trust_env=False, timeout=30)
        self._uvicorn = uvicorn.Server(
            uvicorn.Config(self._app(), port=poort, log_level="error", lifespan="off", ws="none")
        )
        self._draad = threading.Thread(target=self._uvicorn.run, daemon=True)

    # -- draaien ------------------------------------------------------------------------------------------------------

    def start(self) -> Tegenpartij:
        self._draad.start()
        while not self._uvicorn.started:
            time.sleep(0.01)
        return self

    def stop(self) -> None:
        self._uvicorn.should_exit = True
        self._draad.join(10)

    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route(f"/bot{TOKEN}/{{methode}}", self._methode, methods=["GET", "POST"]),
                Route("/hook", self._hook, methods=["POST"]),
            ]
        )

    # -- de Bot API ---------------------------------------------------------------------------------------------------

    async def _methode(self, request: Request) -> Response:
        methode = request.path_params["methode"]
        gegevens = await _gegevens(request)
        self.aanroepen.append((methode, gegevens))
        if self.storingen and self.storingen[0][0] in (methode, "*"):
            return self.storingen.popleft()[1]
        eigen = getattr(self, f"_m_{methode.lower()}", None)
        if eigen is not None:
            return JSONResponse(await eigen(gegevens))
        antwoord = await self._door(methode, gegevens)
        # wat de server niet kent, antwoordt volgens de gepubliceerde Bot API met 'waar'
        return JSONResponse(antwoord if antwoord.get("ok") else {"ok": True, "result": True})

    async def _door(self, methode: str, gegevens: Ruw) -> Ruw:
        antwoord = await self._http.post(f"/bot{TOKEN}/{methode}", json=gegevens)
        return dict(antwoord.json())

    async def _m_getme(self, gegevens: Ruw) -> Ruw:
        antwoord = await self._door("getMe", gegevens)
        antwoord["result"]["is_bot"] = True
        return antwoord

    async def _m_sendmessage(self, gegevens: Ruw) -> Ruw:
        antwoord = await self._door("sendMessage", gegevens)
        # de server geeft elk veld van het verzoek als tekst terug; de Bot API geeft een bericht
        bericht = {k: v for k, v in _herstel(antwoord["result"]).items() if k in ("message_id", "date", "text")}
        bericht["reply_markup"] = json.loads(gegevens["reply_markup"]) if gegevens.get("reply_markup") else None
        bericht["chat"] = {"id": int(gegevens["chat_id"]), "type": "private"}
        self._berichten[bericht["message_id"]] = bericht
        return {"ok": True, "result": {k: v for k, v in bericht.items() if v is not None}}

    async def _m_senddocument(self, gegevens: Ruw) -> Ruw:
        nummer = next(self._nummers)
        document = {"file_id": "f", "file_unique_id": "u", "file_name": gegevens.get("bestandsnaam", "")}
        bericht = {
            "message_id": nummer,
            "date": int(time.time()),
            "chat": {"id": int(gegevens["chat_id"]), "type": "private"},
            "document": document,
        }
        self._berichten[nummer] = bericht
        return {"ok": True, "result": bericht}

    async def _m_editmessagereplymarkup(self, gegevens: Ruw) -> Ruw:
        await self._door("editMessageReplyMarkup", gegevens)
        bericht = self._berichten.get(int(gegevens["message_id"]))
        if bericht is None:
            return {"ok": False, "error_code": 400, "description": "Bad Request: message to edit not found"}
        nieuw = json.loads(gegevens["reply_markup"]) if gegevens.get("reply_markup") else {}
        bericht["reply_markup"] = nieuw if nieuw.get("inline_keyboard") else None
        return {"ok": True, "result": {k: v for k, v in bericht.items() if v is not None}}

    async def _m_answercallbackquery(self, gegevens: Ruw) -> Ruw:
        await self._door("answerCallbackQuery", gegevens)
        return {"ok": True, "result": True}

    async def _m_deletemessages(self, gegevens: Ruw) -> Ruw:
        for nummer in json.loads(gegevens["message_ids"]):
            await self._door("deleteMessage", {"chat_id": gegevens["chat_id"], "message_id": nummer})
            self._berichten.pop(int(nummer), None)
        return {"ok": True, "result": True}

    async def _m_setwebhook(self, gegevens: Ruw) -> Ruw:
        await self._door("setWebhook", {"url": f"{self.adres}/hook"})
        self.webhook = gegevens
        return {"ok": True, "result": True}

    async def _m_deletewebhook(self, gegevens: Ruw) -> Ruw:
        await self._door("deleteWebhook", gegevens)
        self.webhook = None
        return {"ok": True, "result": True}

    async def _m_getupdates(self, gegevens: Ruw) -> Ruw:
        """Wat niet met een hogere `offset` bevestigd is, komt opnieuw: de server zelf vergeet het meteen."""
        vanaf = int(gegevens.get("offset") or 0)
        for _ in range(20):
            nieuw = await self._door("getUpdates", gegevens)
            # eigen nummers, zodat updates van de server en van een test één reeks zijn
            self._wachtend += [{**_herstel(u), "update_id": next(self._nummers)} for u in nieuw.get("result", ())]
            over = [u for u in self._wachtend if u["update_id"] >= vanaf]
            self.afgehandeld += len(self._wachtend) - len(over)
            self._wachtend = over
            if self._wachtend:
                break
            await asyncio.sleep(0.05)
        return {"ok": True, "result": self._wachtend}

    async def _hook(self, request: Request) -> Response:
        update = _herstel(await request.json())
        for pauze in (0.3, 1.0, 3.0, None):
            if await self.bezorg(update) < 300 or pauze is None:
                break
            await asyncio.sleep(pauze)
        self.afgehandeld += 1
        return Response(status_code=200)

    # -- wat een test doet --------------------------------------------------------------------------------------------

    async def bezorg(self, update: Ruw, geheim: str | None = None) -> int:
        """Bezorgt een update bij de webhook, zoals Telegram, met het geheim dat bij `setWebhook` hoorde."""
        kop = geheim if geheim is not None else (self.webhook or {}).get("secret_token", "")
        async with httpx.AsyncClient(trust_env=False, timeout=60) as http:
            antwoord = await http.post(
                f"{self.deur}/telegram", json=update, headers={"X-Telegram-Bot-Api-Secret-Token": kop}
            )
        self.antwoorden_van_de_deur.append(antwoord.status_code)
        return antwoord.status_code

    def stuur_update(self, update: Ruw) -> Ruw:
        """Een update die de server niet kan maken (foto, blokkade); bezorgd langs dezelfde weg."""
        volledig = {"update_id": next(self._nummers), **update}
        if self.webhook is not None:
            asyncio.run(self.bezorg(volledig))
            self.afgehandeld += 1
        else:
            self._wachtend.append(volledig)
        return volledig

    def bericht(self, nummer: int) -> Ruw | None:
        return self._berichten.get(nummer)

    def gestuurd(self, chat: int) -> list[Ruw]:
        """Wat de bot naar deze chat stuurde en nog niet gewist is."""
        return [b for b in list(self._berichten.values()) if b["chat"]["id"] == chat]

    def storing(self, methode: str, code: int, keer: int = 1, **extra: Any) -> None:
        lijf = {"ok": False, "error_code": code, "description": extra.pop("description", f"fout {code}"), **extra}
        for _ in range(keer):
            self.storingen.append((methode, JSONResponse(lijf, status_code=code)))


class Persoon:
    """Iemand met Telegram op de telefoon."""

    def __init__(self, tegen: Tegenpartij, chat: int) -> None:
        self.tegen, self.chat = tegen, chat
        self._http = httpx.Client(base_url=tegen.server, trust_env=False, timeout=60)

    @property
    def van(self) -> Ruw:
        return {"id": self.chat, "first_name": "Sam", "is_bot": False}

    @property
    def kamer(self) -> Ruw:
        return {"id": self.chat, "first_name": "Sam", "type": "private"}

    def zeg(self, tekst: str) -> list[Ruw]:
        """Typt iets en geeft wat de bot daarna stuurde."""
        bericht = {"botToken": TOKEN, "from": self.van, "chat": self.kamer, "date": int(time.time()), "text": tekst}
        if tekst.startswith("/"):
            bericht["entities"] = [{"offset": 0, "length": len(tekst.split()[0]), "type": "bot_command"}]
        pad = "/sendCommand" if tekst.startswith("/") else "/sendMessage"
        return self._wacht(lambda: self._http.post(pad, json=bericht))

    def druk(self, label: str) -> list[Ruw]:
        """Drukt op de laatste knop waarvan het label zo begint."""
        return self.stuur_code(*self._knop(label)[::-1])

    def stuur_code(self, code: str, bericht: Ruw | None = None) -> list[Ruw]:
        """Drukt op een knop met deze code, ook als hij niet meer op het scherm staat."""
        bericht = bericht or self.tegen.gestuurd(self.chat)[-1]
        vraag = {"botToken": TOKEN, "from": self.van, "message": self._zichtbaar(bericht), "data": code, "date": 0}
        return self._wacht(lambda: self._http.post("/sendCallback", json=vraag))

    def odd(self, **velden: Any) -> list[Ruw]:
        """Een bericht van een soort die de server niet kent."""
        bericht = {"message_id": 1, "date": int(time.time()), "chat": self.kamer, "from": self.van, **velden}
        return self._wacht(lambda: self.tegen.stuur_update({"message": bericht}))

    def tekst(self) -> str:
        return "\n".join(b.get("text", "") for b in self.tegen.gestuurd(self.chat))

    def knoppen(self) -> dict[str, str]:
        """Label naar code, van alles wat nu op het scherm staat."""
        return {
            k["text"]: k["callback_data"]
            for b in self.tegen.gestuurd(self.chat)
            for rij in (b.get("reply_markup") or {}).get("inline_keyboard", ())
            for k in rij
        }

    def _knop(self, label: str) -> tuple[Ruw, str]:
        for b in reversed(self.tegen.gestuurd(self.chat)):
            for rij in (b.get("reply_markup") or {}).get("inline_keyboard", ()):
                for k in rij:
                    if k["text"].lstrip("☐☑➡ ").startswith(label):
                        return b, k["callback_data"]
        raise AssertionError(f"geen knop die begint met {label!r}; wel: {list(self.knoppen())}")

    @staticmethod
    def _zichtbaar(bericht: Ruw) -> Ruw:
        return {k: v for k, v in bericht.items() if k in ("message_id", "date", "chat", "text", "reply_markup") and v}

    def _wacht(self, doe: Any, seconden: float = 40.0) -> list[Ruw]:
        """Wacht tot de bot met deze update klaar is en geeft wat hij stuurde."""
        voor, klaar = {b["message_id"] for b in self.tegen.gestuurd(self.chat)}, self.tegen.afgehandeld
        doe()
        einde = time.monotonic() + seconden
        while self.tegen.afgehandeld <= klaar:
            assert time.monotonic() < einde, "de bot werd niet klaar met deze update"
            time.sleep(0.01)
        return [b for b in self.tegen.gestuurd(self.chat) if b["message_id"] not in voor]


async def _gegevens(request: Request) -> Ruw:
    if "multipart" in request.headers.get("content-type", ""):
        formulier = await request.form()
        uit: Ruw = {k: v for k, v in formulier.items() if isinstance(v, str)}
        for waarde in formulier.values():
            if not isinstance(waarde, str):
                uit |= {"bestandsnaam": waarde.filename, "bestand": await waarde.read()}
        return uit
    if "json" in request.headers.get("content-type", ""):
        return dict(await request.json())
    return {k: str(v) for k, v in (await request.form()).items()}


def _herstel(ruw: Any) -> Any:
    """Data van de server zijn in milliseconden, en zijn knoppen hebben geen `chat_instance`; de Bot API geeft beide."""
    if isinstance(ruw, dict):
        uit = {
            k: v // 1000 if k == "date" and isinstance(v, int) and v > 10**11 else _herstel(v) for k, v in ruw.items()
        }
        return {"chat_instance": "1", **uit} if "data" in uit and "from" in uit else uit
    return [_herstel(v) for v in ruw] if isinstance(ruw, list) else ruw
