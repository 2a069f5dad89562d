"""Wat elk deel van de balie nodig heeft, en de bewaking ervan: aangemeld, de goede rol, en een formulier van onszelf."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.opslag import (
    VOORAF,
    Aangemeld,
    Aanmeldingen,
    Accounts,
    Logboek,
    Pogingen,
    Rol,
    nieuw_vooraf,
    open_opslag,
    vooraf_csrf,
)
from bot.deur.hulplijn.pakket import Pakketten
from bot.deur.hulplijn.settings import SJABLONEN, Balie
from bot.deur.lagen import CSP
from bot.deur.settings import Instellingen
from bot.deur.web import vet
from bot.kennis import TE_OUD, dagen_oud, lees_kennis
from bot.opslag import Vluchtig
from knowledge import Kennis, KennisFout
from knowledge.woorden import datum

log = logging.getLogger(__name__)
PAD = "/hulplijn"
COOKIE = "balie"
CSP_BALIE = CSP.format(voorouders="'none'", uitgang="")
"""Een site die de widget mag insluiten, mag de balie nog niet insluiten."""
STUK = "X-Stuk"
"""Deze kop vraagt alleen het stuk dat verandert, niet de hele pagina."""
MAX_BYTES = 100_000
Werk = Callable[[Request, Aangemeld, FormData], Awaitable[Response]]


@dataclass
class Omgeving:
    """Gedeeld door alle delen van de balie."""

    inst: Instellingen
    balie: Balie
    gesprek: Gesprek
    vluchtig: Vluchtig

    def __post_init__(self) -> None:
        self.db = open_opslag(self.balie.opslag)
        self.accounts = Accounts(self.db)
        self.sessies = Aanmeldingen(self.db, self.accounts, self.inst.geheim, self.balie.stil, self.balie.langst)
        self.pogingen = Pogingen(self.db, self.inst.geheim)
        self.logboek = Logboek(self.db)
        self.pakketten = Pakketten(self.inst.geheim)
        self._sjablonen = Environment(
            loader=FileSystemLoader(SJABLONEN), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        self._sjablonen.filters |= {
            "vet": vet,
            "dag": datum,
            "bel": lambda nummer: "".join(teken for teken in nummer if teken in "+0123456789"),
            "bronregel": lambda bron, beeld: beeld.bronnen[bron],
        }

    def kennis(self) -> Kennis:
        return lees_kennis()[1]

    def pagina(self, naam: str, wie: Aangemeld | None, status: int = 200, /, **waarden: Any) -> HTMLResponse:
        """Een pagina van de balie; `wie` staat in de kop en levert het csrf-veld."""
        sjabloon = self._sjablonen.get_template(naam)
        vast = {
            "pad": PAD,
            "wie": wie,
            "csrf": wie.csrf if wie else "",
            "balie": self.balie,
            "verouderd": self._verouderd(),
        }
        return HTMLResponse(sjabloon.render(**{**vast, **waarden}), status, {"Content-Security-Policy": CSP_BALIE})

    @staticmethod
    def _verouderd() -> int | None:
        """Het aantal dagen, als de inhoud te lang niet is nagekeken."""
        dagen = dagen_oud()
        return dagen if dagen is not None and dagen > TE_OUD else None

    def melding(self, wie: Aangemeld | None, kop: str, tekst: str, status: int) -> HTMLResponse:
        return self.pagina("melding.html", wie, status, kop=kop, tekst=tekst)

    def bewaakt(self, werk: Werk, *rollen: Rol) -> Callable[[Request], Awaitable[Response]]:
        """Alleen voor wie is aangemeld (met een van deze rollen), en bij POST alleen met het eigen csrf-veld."""

        async def doe(request: Request) -> Response:
            wie = self.sessies.lees(request.cookies.get(COOKIE))
            formulier = FormData()
            if request.method == "POST":
                if int(request.headers.get("content-length") or 0) > MAX_BYTES:
                    return self.melding(wie, "Te groot", "Dat is te veel tekst in één keer. Maak het korter.", 413)
                formulier = await request.form(max_files=0, max_fields=400)
            if wie is None:
                return self._eerst_aanmelden(request, formulier)
            if rollen and wie.account.rol not in rollen:
                self.logboek.schrijf(wie.account.naam, "geweigerd", request.url.path)
                return self.melding(
                    wie, "Dit is niet voor jouw rol", "Vraag een beheerder als je dit wel nodig hebt.", 403
                )
            if request.method == "POST" and not hmac.compare_digest(
                str(formulier.get("csrf", "")).encode(), wie.csrf.encode()
            ):
                return self._verlopen_formulier(request, wie, formulier)
            try:
                return await werk(request, wie, formulier)
            except Exception as probleem:
                return self._stuk(request, wie, probleem)

        return doe

    def _stuk(self, request: Request, wie: Aangemeld, probleem: Exception) -> Response:
        # nooit feiten of woorden in het log: alleen waar en welk soort fout
        log.error("balie: %s mislukt: %s", request.url.path.split("/zaak/")[0], type(probleem).__name__)
        if isinstance(probleem, KennisFout):
            return self.melding(wie, "De kennis is er nu niet", "Draai `make kennis` op de server.", 503)
        tekst = "Ga terug in je browser: je feiten staan er nog. Blijft het misgaan, meld het bij een beheerder."
        return self.melding(wie, "Er ging iets mis", tekst, 503)

    def _eerst_aanmelden(self, request: Request, formulier: FormData) -> Response:
        if request.headers.get(STUK):
            return Response(status_code=401)
        if request.method == "GET":
            return RedirectResponse(f"{PAD}/aanmelden?verder={quote(request.url.path)}", status_code=303)
        return self.aanmeldpagina(
            request, "Je sessie is verlopen. Meld je opnieuw aan; je feiten staan er nog.", formulier, 401
        )

    def _verlopen_formulier(self, request: Request, wie: Aangemeld, formulier: FormData) -> Response:
        """Na opnieuw aanmelden in een ander tabblad klopt het csrf-veld niet meer: laat het formulier opnieuw bevestigen."""
        if request.headers.get(STUK):
            return Response(status_code=409)
        if formulier.get("zaak"):
            return self.pagina("verder.html", wie, 409, zaak=str(formulier["zaak"]))
        return self.melding(
            wie, "Dit formulier is verlopen", "Ga terug, ververs de pagina en probeer het opnieuw.", 409
        )

    def aanmeldpagina(
        self, request: Request, tekst: str = "", formulier: FormData | None = None, status: int = 200
    ) -> HTMLResponse:
        """Het aanmeldscherm. Wat in het formulier aan feiten zat, reist mee."""
        vooraf = request.cookies.get(VOORAF) or nieuw_vooraf()
        veld = formulier or FormData()
        antwoord = self.pagina(
            "aanmelden.html",
            None,
            status,
            tekst=tekst,
            vooraf=vooraf_csrf(self.inst.geheim, vooraf),
            zaak=str(veld.get("zaak", "")),
            verder=veilig_pad(str(veld.get("verder", "") or request.query_params.get("verder", ""))),
            naam=str(veld.get("naam", "")),
        )
        antwoord.set_cookie(
            VOORAF, vooraf, httponly=True, samesite="lax", secure=request.url.scheme == "https", path=PAD, max_age=3600
        )
        return antwoord


def veilig_pad(pad: str) -> str:
    """Alleen een pad van de balie zelf: geen omweg naar een andere site."""
    return pad if pad.startswith(f"{PAD}/") and "//" not in pad and "\\" not in pad and pad.isprintable() else ""
