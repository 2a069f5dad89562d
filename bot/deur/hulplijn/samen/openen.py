"""Een gedeelde zaak openen met de code van de persoon. Alleen feiten en advies; wie de persoon is, weet de balie niet."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.deur.delen import Deelcodes, Gedeeld, Gedeelden, nieuw_nummer
from bot.deur.hulplijn.beheer import Telling
from bot.deur.hulplijn.omgeving import PAD, Omgeving
from bot.deur.hulplijn.opslag import Aangemeld
from bot.deur.hulplijn.pakket import Pakket
from bot.deur.hulplijn.zaak import Raadplegen, Zaakuitkomst
from knowledge import Stand
from knowledge.woorden import Tekst

WAAROM_NIET = {
    "vorm": "Een code heeft acht tekens, zonder 0, 1, 2, 5, 6, 8, I, L, O en U. Vraag de persoon om hem nog eens te zeggen.",
    "onbekend": "Deze code bestaat niet. Vraag de persoon om hem teken voor teken te zeggen.",
    "gebruikt": "Deze code is al gebruikt. Een collega heeft de zaak geopend, of jij deed dat eerder. De persoon kan een nieuwe code vragen.",
    "ingetrokken": "De persoon heeft deze code ingetrokken.",
    "verlopen": "Deze code is verlopen: hij gold een uur. De persoon kan een nieuwe code vragen.",
    "te_vaak": "Er zijn te veel verkeerde codes geprobeerd. Probeer het over een uur opnieuw.",
}
WEG = "De zaak is er niet meer: het delen is gestopt, verlopen of gewist. De persoon kan een nieuwe code vragen."
VAN_COLLEGA = "Een collega heeft deze zaak geopend. Alleen wie de code kreeg, kan haar zien."


class Openen:
    """Code invullen, en de zaak erachter."""

    def __init__(self, omgeving: Omgeving, raadplegen: Raadplegen, telling: Telling) -> None:
        self._o = omgeving
        self._telling = telling
        self._raadplegen = raadplegen
        self._g = Gedeelden(omgeving.vluchtig)
        self._codes = Deelcodes(omgeving.vluchtig)

    def routes(self) -> list[Route]:
        return [
            Route("/code", self._o.bewaakt(self.toon), methods=["GET"]),
            Route("/code", self._o.bewaakt(self.open), methods=["POST"]),
            Route("/zaak/{nummer}", self._o.bewaakt(self.zaak), methods=["GET"]),
        ]

    async def toon(self, _: Request, wie: Aangemeld, __: FormData) -> Response:
        return self._o.pagina("code.html", wie, deel="code")

    async def open(self, _: Request, wie: Aangemeld, formulier: FormData) -> Response:
        gevonden = await self._codes.verzilver(str(formulier.get("code", ""))[:20], wie.account.naam)
        zaak = None
        if gevonden.sessie is not None:
            async with self._g.slot(gevonden.sessie):
                zaak = await self._g.van(gevonden.sessie)
                if zaak is not None:
                    zaak = await self._g.bewaar(
                        zaak.met(
                            fase="open",
                            code="",
                            nummer=nieuw_nummer(),
                            medewerker=wie.account.naam,
                            toon=wie.account.toon,
                        )
                    )
        if zaak is None:
            reden = WAAROM_NIET[gevonden.reden] if gevonden.reden else WEG
            self._o.logboek.schrijf(wie.account.naam, "code_mis", gevonden.reden or "weg")
            return self._o.pagina("code.html", wie, 422, deel="code", tekst=reden)
        self._o.logboek.schrijf(wie.account.naam, "code_geopend", zaak.nummer[:6])
        self._telling.tel("delen", "geopend")
        zin = self._o.kennis().zin("deel_geopend", naam=zaak.toon, wie=self._o.balie.organisatie)
        if await self._g.naar_persoon(zaak, {"van": "bot", "blokken": [Tekst(zin).naar_json()]}):
            await self._g.gezien(zaak.sessie)
        return RedirectResponse(f"{PAD}/zaak/{zaak.nummer}", status_code=303)

    async def zaak(self, request: Request, wie: Aangemeld, _: FormData) -> Response:
        zaak = await self._g.bij(request.path_params["nummer"])
        if zaak is None:
            return self._o.melding(wie, "Deze zaak is er niet meer", WEG, 410)
        if zaak.medewerker != wie.account.naam:
            self._o.logboek.schrijf(wie.account.naam, "geweigerd", zaak.nummer[:6])
            return self._o.melding(wie, "Deze zaak is bij een collega", VAN_COLLEGA, 403)
        stand = await self._o.gesprek.stand(zaak.sessie)
        if stand is None:
            return self._o.melding(wie, "Deze zaak is er niet meer", WEG, 410)
        nu = Stand.uit_json(self._o.kennis(), stand)
        return await self._raadplegen.scherm(
            wie, Pakket(nu.zaak, zaak.nummer), Zaakuitkomst(nu.zaak), gedeeld=zaak, stand=nu
        )


def mag(zaak: Gedeeld | None, wie: Aangemeld) -> bool:
    """Alleen wie de code kreeg."""
    return zaak is not None and zaak.medewerker == wie.account.naam
