"""De routes van samenvatting en kwitantie."""

from __future__ import annotations

import asyncio
import json

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.deur.hulplijn.omgeving import Omgeving
from bot.deur.hulplijn.opslag import Aangemeld
from bot.deur.hulplijn.pakket import Pakket
from bot.deur.hulplijn.zaak.beeld import Beeld, feittekst, maak_beeld
from bot.deur.hulplijn.zaak.kwitantie import KwitantieFout, Kwitanties
from bot.deur.hulplijn.zaak.samenvatting import als_gegevens, als_markdown, maak_samenvatting
from bot.document import SOORTEN, maak_docx, maak_pdf, maak_txt
from bot.kennis import vandaag
from knowledge import Kennis
from knowledge.brieven import Opgemaakt

_MAAK = {"pdf": maak_pdf, "docx": maak_docx, "txt": maak_txt}


class Afronden:
    """Samenvatting op het scherm en als bestand, en een kwitantie nalezen."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving
        self._kwitanties = Kwitanties(omgeving.inst.geheim)

    def routes(self) -> list[Route]:
        return [
            Route("/samenvatting", self._o.bewaakt(self.samenvatting), methods=["POST"]),
            Route("/kwitantie", self._o.bewaakt(self.vraag_kwitantie), methods=["GET"]),
            Route("/kwitantie", self._o.bewaakt(self.lees_kwitantie), methods=["POST"]),
        ]

    async def samenvatting(self, _: Request, wie: Aangemeld, formulier: FormData) -> Response:
        """Zonder `vorm` de pagina, met `vorm` het bestand."""
        return await asyncio.to_thread(self._samenvatting, wie, formulier)

    def _samenvatting(self, wie: Aangemeld, formulier: FormData) -> Response:
        kennis, dag = self._o.kennis(), vandaag()
        pakket = self._o.pakketten.lees(str(formulier.get("zaak", "")), kennis, dag)
        anoniem, vorm = bool(formulier.get("anoniem")), str(formulier.get("vorm", ""))
        beeld = maak_beeld(kennis, pakket.zaak, dag)
        kwitantie = self._kwitanties.maak(kennis, pakket.zaak, beeld.advies, dag)
        document = maak_samenvatting(kennis, beeld, dag, kwitantie, anoniem)
        if vorm:
            self._o.logboek.schrijf(wie.account.naam, "samenvatting", vorm if vorm in (*_MAAK, "md", "json") else "")
            return self._bestand(kennis, beeld, vorm, anoniem, als_markdown(document), document)
        self._o.logboek.schrijf(wie.account.naam, "samenvatting", "scherm")
        return self._o.pagina(
            "samenvatting.html",
            wie,
            deel="raadplegen",
            tekst=document.als_tekst(met_voor_jou=True),
            markdown=als_markdown(document),
            anoniem=anoniem,
            kwitantie="" if anoniem else kwitantie,
            zaakveld=self._o.pakketten.schrijf(pakket),
        )

    def _bestand(
        self, kennis: Kennis, beeld: Beeld, vorm: str, anoniem: bool, markdown: str, document: Opgemaakt
    ) -> Response:
        if vorm == "md":
            inhoud, soort = markdown.encode(), "text/markdown; charset=utf-8"
        elif vorm == "json":
            gegevens = als_gegevens(kennis, beeld, vandaag(), anoniem)
            inhoud, soort = json.dumps(gegevens, ensure_ascii=False, indent=1).encode(), "application/json"
        elif vorm in _MAAK:
            inhoud, soort = _MAAK[vorm](document), SOORTEN[vorm]
        else:
            return PlainTextResponse("Dit soort bestand bestaat hier niet.", 400)
        # de naam verraadt niets aan wie meekijkt in de map met downloads
        kop = {"Content-Disposition": f'attachment; filename="samenvatting.{vorm}"'}
        return Response(inhoud, media_type=soort, headers=kop)

    async def vraag_kwitantie(self, _: Request, wie: Aangemeld, __: FormData) -> Response:
        return self._o.pagina("kwitantie.html", wie, deel="kwitantie")

    async def lees_kwitantie(self, _: Request, wie: Aangemeld, formulier: FormData) -> Response:
        kennis, code = self._o.kennis(), str(formulier.get("code", ""))
        try:
            gelezen = await asyncio.to_thread(self._kwitanties.lees, code, kennis)
        except KwitantieFout as fout:
            return self._o.pagina("kwitantie.html", wie, 422, deel="kwitantie", fout=str(fout), code=code[:8000])
        self._o.logboek.schrijf(wie.account.naam, "kwitantie")
        return self._o.pagina(
            "kwitantie.html",
            wie,
            deel="kwitantie",
            code=code,
            g=gelezen,
            feiten=[
                (kennis.feiten[a.feit].vraag, feittekst(kennis, a.feit, a.waarde)) for a in gelezen.zaak.antwoorden
            ],
            zaakveld=self._o.pakketten.schrijf(Pakket(gelezen.zaak)),
        )
