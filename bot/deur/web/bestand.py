"""Bewaar voor later: een bestand maken dat alleen met haar pincode opengaat, en het weer openen. Met en zonder script."""

from __future__ import annotations

import asyncio
import base64
import hmac
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.deur.fouten import FOUTEN, fout
from bot.deur.gesprek import Gesprek
from bot.deur.netwerk import netwerk
from bot.deur.sessie import Grens, Sessies
from bot.deur.settings import Instellingen
from bot.deur.web.web import KOP, lees_json
from bot.deur.web.zonder_script import COOKIE, PAD, csrf
from bot.deur.werkplaats import TeDruk, Werkplaats
from bot.kennis import lees_kennis, nu, vandaag
from bot.opslag import GaatNietOpen, Rij, kenmerk, maak_bestand, open_bestand
from knowledge import Stand
from knowledge.gesprek import bewaar, heropen

NAAM = "document.dat"
"""Verraadt niets in de map met downloads."""
RADEN = 10
"""Zo vaak per uur mag een bestand met een pincode geprobeerd worden."""
PER_ADRES = 20
KLEINST = 100


class BestandFout(Exception):
    """`reden` is een sleutel van `FOUTEN`."""

    def __init__(self, reden: str) -> None:
        self.reden = reden
        super().__init__(reden)


class EigenBestand:
    """De routes. De deur bewaart niets: wat in het bestand staat, staat nergens anders."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._gesprek = gesprek
        self._geheim = inst.geheim
        self._sleutels = inst.sleutels or inst.geheim
        self._max_bytes = inst.max_bytes
        self._sessies = Sessies(inst.geheim)
        self._maakgrens = Grens(gesprek.vluchtig, "bewaar", 10)
        self._opengrens = Grens(gesprek.vluchtig, "heropen", PER_ADRES)
        self._werk = Werkplaats("eigen bestand", 1, 16)

    def routes(self) -> list[Route]:
        return [
            Route("/api/bewaar", self.bewaar, methods=["POST"]),
            Route("/api/heropen", self.heropen, methods=["POST"]),
            Route(f"{PAD}/bewaar", self.bewaar_zonder_script, methods=["POST"]),
            Route(f"{PAD}/heropen", self.heropen_zonder_script, methods=["POST"]),
        ]

    # -- met script ----------------------------------------------------------------------------------------------------

    async def bewaar(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.headers.get(KOP))
        try:
            (pin,) = await self._lees(request, "pin")
            return await self._maak(id_, pin)
        except BestandFout as probleem:
            return fout(probleem.reden)

    async def heropen(self, request: Request) -> Response:
        try:
            pin, ruw = await self._lees(request, "pin", "bestand")
            teken, blokken = await self._open(request, _uit_base64(ruw), pin)
        except BestandFout as probleem:
            return fout(probleem.reden)
        return JSONResponse({"sessie": teken, "beurt": "begin", "blokken": blokken})

    async def _lees(self, request: Request, *namen: str) -> tuple[str, ...]:
        try:
            ruw = await lees_json(request, self._max_bytes)
            waarden = tuple(ruw[naam] for naam in namen)
        except OverflowError:
            raise BestandFout("te_groot") from None
        except (ValueError, KeyError):
            raise BestandFout("vorm") from None
        if not all(isinstance(waarde, str) for waarde in waarden):
            raise BestandFout("vorm")
        return waarden

    # -- zonder script -------------------------------------------------------------------------------------------------

    async def bewaar_zonder_script(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.cookies.get(COOKIE))
        formulier = await request.form(max_files=0, max_fields=10)
        if not self._van_ons(id_, formulier.get("csrf")):
            return RedirectResponse(PAD, status_code=303)
        try:
            return await self._maak(id_, str(formulier.get("pin", "")))
        except BestandFout as probleem:
            return _zin(probleem.reden)

    async def heropen_zonder_script(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.cookies.get(COOKIE))
        formulier = await request.form(max_files=1, max_fields=10, max_part_size=self._max_bytes)
        if not self._van_ons(id_, formulier.get("csrf")):
            return RedirectResponse(PAD, status_code=303)
        bestand = formulier.get("bestand")
        inhoud = b"" if bestand is None or isinstance(bestand, str) else await bestand.read()
        try:
            teken, _ = await self._open(request, inhoud, str(formulier.get("pin", "")))
        except BestandFout as probleem:
            return _zin(probleem.reden)
        if id_ is not None:  # het gesprek van net was nog leeg of wordt vervangen
            await self._gesprek.wis(id_)
        antwoord = RedirectResponse(PAD, status_code=303)
        veilig = request.url.scheme == "https"
        antwoord.set_cookie(COOKIE, teken, httponly=True, samesite="strict", secure=veilig, path=PAD)
        return antwoord

    def _van_ons(self, id_: str | None, teken: object) -> bool:
        return id_ is not None and hmac.compare_digest(str(teken or "").encode(), csrf(self._geheim, id_).encode())

    # -- het werk ------------------------------------------------------------------------------------------------------

    async def _maak(self, id_: str | None, pin: str) -> Response:
        rij = await asyncio.to_thread(self._gesprek.gesprekken.lees, id_) if id_ else None
        if id_ is None or rij is None:
            raise BestandFout("sessie")
        if not await self._maakgrens.mag(id_):
            raise BestandFout("te_snel")
        kennis = lees_kennis()[1]
        inhoud = bewaar(kennis, Stand.uit_json(kennis, rij.stand), vandaag())
        try:
            bestand = await self._werk.doe(maak_bestand, inhoud, pin, self._sleutels)
        except ValueError:
            raise BestandFout("pin_kort") from None
        except TeDruk:
            raise BestandFout("te_snel") from None
        koppen = {"Content-Disposition": f'attachment; filename="{NAAM}"', "Cache-Control": "no-store"}
        return Response(bestand, media_type="application/octet-stream", headers=koppen)

    async def _open(self, request: Request, bestand: bytes, pin: str) -> tuple[str, list[dict[str, Any]]]:
        """Een nieuw gesprek met wat er in het bestand staat."""
        adres = netwerk(request.client.host if request.client else "?")
        if len(bestand) < KLEINST:
            raise BestandFout("pin")
        keer = await self._gesprek.vluchtig.tel(f"raden:{kenmerk(bestand).hex()}", 3600)
        if keer > RADEN or not await self._opengrens.mag(adres):
            raise BestandFout("te_snel")
        kennis = lees_kennis()[1]
        try:
            inhoud = await self._werk.doe(open_bestand, bestand, pin, self._sleutels)
            stand, bericht = heropen(kennis, inhoud, vandaag(), nu())
        except TeDruk:
            raise BestandFout("te_snel") from None
        except (GaatNietOpen, ValueError, KeyError, TypeError):
            raise BestandFout("pin") from None
        id_, teken = self._sessies.nieuw()
        blokken = bericht.naar_json()
        rij = Rij(id_, stand.naar_json(), f"heropend-{secrets.token_hex(4)}", blokken)
        await asyncio.to_thread(self._gesprek.gesprekken.schrijf, rij)
        return teken, blokken


def _uit_base64(ruw: str) -> bytes:
    try:
        return base64.b64decode(ruw, validate=True)
    except ValueError:
        raise BestandFout("vorm") from None


def _zin(reden: str) -> HTMLResponse:
    code, zin = FOUTEN[reden]
    return HTMLResponse(
        f'<!doctype html><html lang="nl"><title>Informatie</title><p>{zin}</p><p><a href="{PAD}">Terug</a></p>', code
    )
