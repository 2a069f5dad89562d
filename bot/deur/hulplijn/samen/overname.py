"""Meepraten, van de kant van de medewerker. Woorden gaan door het geheugen naar wie nu kijkt, en zijn dan weg."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

from sse_starlette.sse import EventSourceResponse
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.deur.delen import Gedeeld, Gedeelden, overnamevraag
from bot.deur.hulplijn.omgeving import COOKIE, PAD, STUK, Omgeving
from bot.deur.hulplijn.opslag import Aangemeld
from bot.deur.hulplijn.samen.openen import WEG, mag
from bot.opslag import Bericht
from knowledge.woorden import Keuze, Knop, Tekst

KIJK_ELKE = 5.0
"""Zo vaak kijkt de stroom of de medewerker nog is aangemeld en de zaak er nog is."""
MAX_WOORDEN = 2000
ZONDER_SCRIPT = "Deze persoon gebruikt de pagina zonder script. Meepraten kan daar niet; delen wel."
NIET_NU = "Dat kan op dit moment niet: iemand anders was net eerder. Ververs de pagina."


class Overname:
    """Vragen om mee te praten, praten, teruggeven, sluiten; en de stroom met wat de persoon doet."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving
        self._g = Gedeelden(omgeving.vluchtig)

    def routes(self) -> list[Route]:
        return [
            Route("/zaak/{nummer}/stroom", self._o.bewaakt(self.stroom), methods=["GET"]),
            Route("/zaak/{nummer}/stroom-er", self._o.bewaakt(self.stroom_er), methods=["GET"]),
            Route("/zaak/{nummer}/doe", self._o.bewaakt(self.doe), methods=["POST"]),
            Route("/zaak/{nummer}/zeg", self._o.bewaakt(self.zeg), methods=["POST"]),
        ]

    async def doe(self, request: Request, wie: Aangemeld, formulier: FormData) -> Response:
        """Vragen, teruggeven of sluiten."""
        zaak = await self._g.bij(request.path_params["nummer"])
        if zaak is None or not mag(zaak, wie):
            return self._antwoord(request, {"stand": "weg", "tekst": WEG})
        daad = str(formulier.get("daad", ""))
        async with self._g.slot(zaak.sessie):
            zaak = await self._g.bij(zaak.nummer)
            if zaak is None or not mag(zaak, wie):
                return self._antwoord(request, {"stand": "weg", "tekst": WEG})
            if daad == "vraag" and zaak.fase == "open":
                uit = await self._vraag(zaak, wie)
            elif daad == "terug" and zaak.fase in ("bezig", "gevraagd"):
                uit = await self._geef_terug(zaak, wie)
            elif daad == "sluit":
                if zaak.fase == "bezig":
                    await self._geef_terug(zaak, wie)
                await self._g.vergeet(zaak)
                uit = {"stand": "weg", "tekst": "Je hebt de zaak gesloten. De feiten zijn hier weg."}
            else:
                uit = {"stand": zaak.fase, "tekst": NIET_NU}
        return self._antwoord(request, uit, zaak)

    async def _vraag(self, zaak: Gedeeld, wie: Aangemeld) -> Bericht:
        if not zaak.live:
            return {"stand": "open", "tekst": ZONDER_SCRIPT}
        zaak = await self._g.bewaar(zaak.met(fase="gevraagd"))
        self._o.logboek.schrijf(wie.account.naam, "overname_gevraagd", zaak.nummer[:6])
        vraag = [blok.naar_json() for blok in overnamevraag(zaak, self._o.balie.organisatie)]
        if await self._g.naar_persoon(zaak, {"van": "bot", "blokken": vraag}):
            return {"stand": "gevraagd", "tekst": "Gevraagd. De persoon ziet de vraag nu."}
        return {"stand": "gevraagd", "tekst": "Gevraagd. De persoon ziet de vraag bij het volgende bericht."}

    async def _geef_terug(self, zaak: Gedeeld, wie: Aangemeld) -> Bericht:
        was, zaak = zaak.fase, await self._g.bewaar(zaak.met(fase="open"))
        self._o.logboek.schrijf(wie.account.naam, "overname_klaar", zaak.nummer[:6])
        if was == "bezig":
            kennis = self._o.kennis()
            zin, verder = kennis.zin("overname_klaar", naam=zaak.toon), Knop("verder", kennis.zin("verder"))
            blokken = [Tekst(zin).naar_json(), Keuze("", "knoppen", (verder,)).naar_json()]
            await self._g.naar_persoon(zaak, {"soort": "teruggave"})
            await self._g.naar_persoon(zaak, {"van": "bot", "blokken": blokken})
            return {"stand": "open", "tekst": "Je gaf het gesprek terug. De bot praat weer."}
        return {"stand": "open", "tekst": "Je vraag is ingetrokken."}

    async def zeg(self, request: Request, wie: Aangemeld, formulier: FormData) -> Response:
        """Eén bericht van de medewerker. Kijkt er niemand, dan komt het niet aan en staat het nergens."""
        zaak = await self._g.bij(request.path_params["nummer"])
        tekst = str(formulier.get("woorden", "")).strip()
        if zaak is None or not mag(zaak, wie):
            return JSONResponse({"aan": False, "tekst": WEG})
        if zaak.fase != "bezig":
            return JSONResponse({"aan": False, "tekst": "Jullie praten nu niet samen. Vraag het eerst."})
        if not tekst or len(tekst) > MAX_WOORDEN:
            return JSONResponse({"aan": False, "tekst": f"Een bericht heeft 1 tot {MAX_WOORDEN} tekens."})
        blokken = [Tekst(tekst).naar_json()]
        async with self._g.slot(zaak.sessie):
            # in het slot opnieuw: wie net introk, ziet dit bericht niet meer, en het delen komt er niet door terug
            zaak = await self._g.bij(zaak.nummer)
            if zaak is None or not mag(zaak, wie) or zaak.fase != "bezig":
                return JSONResponse({"aan": False, "tekst": WEG})
            if await self._g.naar_persoon(zaak, {"van": "medewerker", "naam": zaak.toon, "blokken": blokken}):
                await self._g.bewaar(zaak)
                return JSONResponse({"aan": True})
        return JSONResponse({"aan": False, "tekst": "De persoon kijkt nu niet. Je bericht kwam niet aan."})

    async def stroom_er(self, request: Request, wie: Aangemeld, _: FormData) -> Response:
        """Waarom brak de stroom af? 200: probeer opnieuw; 410: de zaak is weg (401 zegt de bewaking zelf)."""
        return Response(status_code=200 if mag(await self._g.bij(request.path_params["nummer"]), wie) else 410)

    async def stroom(self, request: Request, wie: Aangemeld, _: FormData) -> Response:
        """Wat de persoon doet en zegt, zolang de medewerker kijkt en is aangemeld."""
        zaak = await self._g.bij(request.path_params["nummer"])
        if zaak is None or not mag(zaak, wie):
            return Response(status_code=410)
        return EventSourceResponse(self._berichten(request, zaak), ping=15)

    async def _berichten(self, request: Request, zaak: Gedeeld) -> AsyncIterator[dict[str, str]]:
        async with self._o.vluchtig.luister(f"hulplijn:{zaak.nummer}") as berichten:
            # een wachtende lezing afbreken sluit de luisteraar: daarom blijft één taak wachten en kijken wij tussendoor
            wacht = asyncio.ensure_future(berichten.__anext__())
            try:
                yield {"data": json.dumps({"van": "systeem", "stand": zaak.fase, "tekst": ""})}
                while True:
                    klaar, _ = await asyncio.wait({wacht}, timeout=KIJK_ELKE)
                    # eerst het recht, dan pas wat er te zien is: ook als er elke tel iets binnenkomt
                    if self._o.sessies.lees(request.cookies.get(COOKIE), tel_mee=False) is None:
                        return
                    nu = await self._g.bij(zaak.nummer)
                    if nu is None or nu.medewerker != zaak.medewerker:
                        yield {"data": json.dumps(_weg(wacht, klaar))}
                        return
                    if klaar:
                        yield {"data": json.dumps(wacht.result(), ensure_ascii=False)}
                        wacht = asyncio.ensure_future(berichten.__anext__())
            finally:
                wacht.cancel()
                with contextlib.suppress(asyncio.CancelledError, StopAsyncIteration):
                    await wacht

    def _antwoord(self, request: Request, uit: Bericht, zaak: Gedeeld | None = None) -> Response:
        """Voor het script als JSON; zonder script terug naar de pagina."""
        if request.headers.get(STUK):
            return JSONResponse(uit)
        blijft = zaak is not None and uit["stand"] != "weg"
        return RedirectResponse(f"{PAD}/zaak/{zaak.nummer}" if zaak and blijft else f"{PAD}/code", status_code=303)


def _weg(wacht: asyncio.Task[Bericht], klaar: set[asyncio.Task[Bericht]]) -> Bericht:
    """Het delen is gestopt. Zegt de persoon zelf waarom, dan dat; woorden die nog onderweg waren, vallen weg."""
    laatste = wacht.result() if klaar else {}
    return laatste if laatste.get("stand") == "weg" else {"van": "systeem", "stand": "weg", "tekst": WEG}
