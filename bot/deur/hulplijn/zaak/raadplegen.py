"""Raadplegen: één scherm. Links feiten en vragen, rechts meteen wat past en wat te doen."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.deur.hulplijn.omgeving import STUK, Omgeving
from bot.deur.hulplijn.opslag import Aangemeld
from bot.deur.hulplijn.pakket import Pakket
from bot.deur.hulplijn.zaak.beeld import feittekst, maak_beeld
from bot.deur.hulplijn.zaak.zaakwerk import Zaakuitkomst, doe
from bot.deur.hulplijn.zaak.zeg import zeg_dit
from bot.kennis import vandaag
from knowledge.gesprek import eerst, noodblok


class Raadplegen:
    """Het raadpleegscherm. De zaak reist mee in het formulier."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving

    def routes(self) -> list[Route]:
        return [
            Route("/raadplegen", self._o.bewaakt(self.leeg), methods=["GET"]),
            Route("/raadplegen", self._o.bewaakt(self.werk), methods=["POST"]),
        ]

    async def leeg(self, _: Request, wie: Aangemeld, __: FormData) -> Response:
        return await self.scherm(wie, Pakket(), Zaakuitkomst(Pakket().zaak))

    async def werk(self, request: Request, wie: Aangemeld, formulier: FormData) -> Response:
        kennis = self._o.kennis()
        pakket = self._o.pakketten.lees(str(formulier.get("zaak", "")), kennis, vandaag())
        invoer = {naam: str(waarde) for naam, waarde in formulier.items() if isinstance(waarde, str)}
        uitkomst = await asyncio.to_thread(doe, kennis, pakket.zaak, vandaag(), invoer)
        nieuw = Pakket(uitkomst.zaak, pakket.gedeeld if not invoer.get("leeg") else "")
        return await self.scherm(
            wie,
            nieuw,
            uitkomst,
            alleen_stuk=bool(request.headers.get(STUK)),
            toon=invoer.get("toon", ""),
            alles=bool(invoer.get("alles")) and not invoer.get("dicht"),
        )

    async def scherm(
        self, wie: Aangemeld, pakket: Pakket, uitkomst: Zaakuitkomst, alleen_stuk: bool = False, **meer: Any
    ) -> Response:
        """Het hele scherm, of alleen het werkblad als het script daarom vraagt."""
        return await asyncio.to_thread(self._scherm, wie, pakket, uitkomst, alleen_stuk, meer)

    def _scherm(
        self, wie: Aangemeld, pakket: Pakket, uitkomst: Zaakuitkomst, alleen_stuk: bool, meer: dict[str, Any]
    ) -> Response:
        kennis = self._o.kennis()
        beeld = maak_beeld(kennis, pakket.zaak, vandaag(), str(meer.get("toon", "")))
        return self._o.pagina(
            "werkblad.html" if alleen_stuk else "raadplegen.html",
            wie,
            deel="raadplegen",
            kennis=kennis,
            beeld=beeld,
            zaakveld=self._o.pakketten.schrijf(pakket),
            melding=uitkomst.melding,
            onzeker=[(g, feittekst(kennis, g.feit, g.waarde)) for g in uitkomst.onzeker],
            nood=noodblok(kennis, uitkomst.nood) if uitkomst.nood else None,
            zeg=zeg_dit(kennis, beeld),
            begin=not alleen_stuk,
            eerst=eerst(kennis, meer["stand"]) if "stand" in meer else (),
            **meer,
        )
