"""Aanmelden en afmelden: wachtwoord of OpenID Connect, met csrf, steeds langer wachten na fouten, en een einde."""

from __future__ import annotations

import hmac
from math import ceil

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.deur.hulplijn.omgeving import COOKIE, PAD, Omgeving, veilig_pad
from bot.deur.hulplijn.opslag import VOORAF, Aangemeld, Account, vooraf_csrf
from bot.deur.netwerk import netwerk
from bot.deur.werkplaats import TeDruk, Werkplaats

MIS = "Die naam en dat wachtwoord horen niet bij elkaar. Probeer het opnieuw."


TE_DRUK = "Er melden zich nu te veel mensen tegelijk aan. Probeer het over een paar tellen nog eens."


class Aanmelden:
    """De routes van aanmelden."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving
        # een wachtwoord nakijken kost expres veel: nooit in de draden waar een gesprek op wacht
        self._nakijken = Werkplaats("aanmelden", 1, 8)

    def routes(self) -> list[Route]:
        return [
            Route("/aanmelden", self.toon, methods=["GET"]),
            Route("/aanmelden", self.probeer, methods=["POST"]),
            Route("/afmelden", self._o.bewaakt(self.afmelden), methods=["POST"]),
        ]

    async def toon(self, request: Request) -> Response:
        if self._o.sessies.lees(request.cookies.get(COOKIE)) is not None:
            return RedirectResponse(f"{PAD}/raadplegen", status_code=303)
        return self._o.aanmeldpagina(request)

    async def probeer(self, request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > 60_000:
            return self._o.aanmeldpagina(request, "Dat is te veel in één keer.", status=413)
        formulier = await request.form(max_files=0, max_fields=20)
        naam = str(formulier.get("naam", "")).strip().lower()[:80]
        adres = request.client.host if request.client else "?"
        vooraf = vooraf_csrf(self._o.inst.geheim, request.cookies.get(VOORAF) or "")
        if not hmac.compare_digest(str(formulier.get("vooraf", "")).encode(), vooraf.encode()):
            return self._o.aanmeldpagina(request, "Dit formulier was verlopen. Probeer het nog eens.", formulier, 409)
        sleutels = (f"paar:{naam}|{netwerk(adres)}", f"adres:{netwerk(adres)}", f"naam:{naam}")
        wacht = self._o.pogingen.begin(*sleutels)
        if wacht > 0:
            return self._o.aanmeldpagina(request, f"Te veel pogingen. Wacht {wachttekst(wacht)}.", formulier, 429)
        try:
            account = await self._nakijken.doe(self._o.accounts.klopt, naam, str(formulier.get("wachtwoord", "")))
        except TeDruk:
            return self._o.aanmeldpagina(request, TE_DRUK, formulier, 429)
        if account is None:
            self._o.logboek.schrijf(naam if self._o.accounts.lees(naam) else "onbekend", "aanmelden_mis")
            return self._o.aanmeldpagina(request, MIS, formulier, 401)
        self._o.pogingen.goed(*sleutels)
        return self.binnen(request, account, formulier)

    def binnen(self, request: Request, account: Account, formulier: FormData | None = None) -> Response:
        """Begint de sessie en gaat door waar de medewerker was, met de feiten die meereisden."""
        teken = self._o.sessies.begin(account)
        self._o.logboek.schrijf(account.naam, "aangemeld")
        veld = formulier or FormData()
        zaak, verder = str(veld.get("zaak", "")), veilig_pad(str(veld.get("verder", "")))
        antwoord: Response
        if zaak:
            wie = Aangemeld(account, self._o.sessies.csrf(teken))
            antwoord = self._o.pagina("verder.html", wie, zaak=zaak)
        else:
            antwoord = RedirectResponse(verder or f"{PAD}/raadplegen", status_code=303)
        antwoord.set_cookie(
            COOKIE, teken, httponly=True, samesite="lax", secure=request.url.scheme == "https", path=PAD
        )
        antwoord.delete_cookie(VOORAF, path=PAD)
        return antwoord

    async def afmelden(self, request: Request, wie: Aangemeld, _: FormData) -> Response:
        self._o.sessies.einde(request.cookies.get(COOKIE))
        self._o.logboek.schrijf(wie.account.naam, "afgemeld")
        antwoord = RedirectResponse(f"{PAD}/aanmelden", status_code=303)
        antwoord.delete_cookie(COOKIE, path=PAD)
        return antwoord


def wachttekst(seconden: float) -> str:
    return f"{ceil(seconden)} seconden" if seconden < 90 else f"{ceil(seconden / 60)} minuten"
