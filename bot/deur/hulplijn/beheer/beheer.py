"""Voor de beheerder: wie er een account heeft, en het logboek."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.deur.hulplijn.omgeving import Omgeving
from bot.deur.hulplijn.opslag import BEWAREN_DAGEN, Aangemeld


class Beheer:
    """Accounts zet je met een opdracht op de server; hier zie je ze alleen."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving

    def routes(self) -> list[Route]:
        return [Route("/beheer", self._o.bewaakt(self.toon, "beheerder"), methods=["GET"])]

    async def toon(self, _: Request, wie: Aangemeld, __: FormData) -> Response:
        return self._o.pagina(
            "beheer.html",
            wie,
            deel="beheer",
            accounts=self._o.accounts.alle(),
            regels=self._o.logboek.laatste(),
            dagen=BEWAREN_DAGEN,
        )
