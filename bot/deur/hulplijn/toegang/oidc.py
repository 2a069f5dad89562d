"""Aanmelden met OpenID Connect, voor organisaties die dat hebben. Het account moet hier al bestaan."""

from __future__ import annotations

import logging
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.deur.hulplijn.omgeving import PAD, Omgeving
from bot.deur.hulplijn.settings import is_loopback
from bot.deur.hulplijn.toegang.aanmelden import Aanmelden

log = logging.getLogger(__name__)
NIET_BEKEND = "Je bent bekend bij je organisatie, maar hier is nog geen account met jouw adres. Vraag een beheerder."
LUKTE_NIET = "Aanmelden bij je organisatie lukte niet. Probeer het opnieuw."


class Oidc:
    """Heen naar de aanbieder en terug. De controle van tekens en handtekeningen doet Authlib."""

    def __init__(self, omgeving: Omgeving, aanmelden: Aanmelden) -> None:
        self._o, self._aanmelden = omgeving, aanmelden
        balie = omgeving.balie
        self._client: Any = None
        if balie.oidc:
            from authlib.integrations.starlette_client import OAuth  # zwaar, en de meeste deuren hebben dit niet

            oauth = OAuth()
            oauth.register(
                "organisatie",
                client_id=balie.oidc_id,
                client_secret=balie.oidc_geheim,
                server_metadata_url=f"{balie.oidc.rstrip('/')}/.well-known/openid-configuration",
                client_kwargs={"scope": "openid email", "code_challenge_method": "S256"},
            )
            self._client = oauth.create_client("organisatie")

    def routes(self) -> list[Route]:
        if self._client is None:
            return []
        # de heen-en-terugreis onthoudt staat, nonce en PKCE in een getekende cookie van tien minuten
        laag = [
            Middleware(
                SessionMiddleware,
                secret_key=self._o.inst.geheim.split()[0],
                session_cookie="balie_oidc",
                max_age=600,
                path=PAD,
                same_site="lax",
                https_only=not is_loopback(self._o.inst.host),
            )
        ]
        return [
            Route("/oidc", self.heen, methods=["GET"], middleware=laag),
            Route("/oidc/terug", self.terug, methods=["GET"], middleware=laag, name="oidc-terug"),
        ]

    async def heen(self, request: Request) -> Response:
        try:
            antwoord = await self._client.authorize_redirect(request, str(request.url_for("oidc-terug")))
        except Exception as fout:  # de aanbieder is weg of geeft iets onleesbaars
            log.warning("oidc: %s", type(fout).__name__)
            return self._o.aanmeldpagina(request, LUKTE_NIET, status=502)
        return antwoord if isinstance(antwoord, Response) else RedirectResponse(f"{PAD}/aanmelden")

    async def terug(self, request: Request) -> Response:
        from authlib.integrations.base_client import OAuthError

        try:
            teken = await self._client.authorize_access_token(request)
        except OAuthError as fout:
            log.warning("oidc: %s", fout.error)
            return self._o.aanmeldpagina(request, LUKTE_NIET, status=401)
        except Exception as fout:
            log.warning("oidc: %s", type(fout).__name__)
            return self._o.aanmeldpagina(request, LUKTE_NIET, status=502)
        gegevens = teken.get("userinfo") or {}
        # alleen een echt ja: "false", 0 of niets zeggen is geen bevestigd adres
        adres = str(gegevens.get("email", "")).lower() if gegevens.get("email_verified") is True else ""
        account = self._o.accounts.lees(adres) if adres else None
        if account is not None and not self._o.accounts.is_steeds(
            account.naam, str(gegevens.get("iss", "")), str(gegevens.get("sub", ""))
        ):
            log.warning("oidc: een adres hoort nu bij iemand anders dan eerst")
            account = None
        if account is None:
            self._o.logboek.schrijf("onbekend", "aanmelden_mis", "oidc")
            return self._o.aanmeldpagina(request, NIET_BEKEND, status=403)
        return self._aanmelden.binnen(request, account)
