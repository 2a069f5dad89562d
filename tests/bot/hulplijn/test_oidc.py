"""OpenID Connect tegen een echte kleine aanbieder op loopback."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import uvicorn
from authlib.jose import JsonWebKey, jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.opslag import Accounts, open_opslag
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen, InstellingFout
from tests.bot.deur.conftest import vrije_poort

CLIENT, CLIENTGEHEIM = "balie", "clientgeheim-van-de-proef"


@dataclass
class Aanbieder:
    """Een aanbieder die iedereen met `adres` binnenlaat."""

    poort: int
    adres: str = "sanne@hulplijn.example"
    geverifieerd: object = True
    wie: str = "1"
    verkeerde_nonce: bool = False
    _sleutel: object = field(default_factory=lambda: JsonWebKey.generate_key("RSA", 2048, is_private=True))
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def basis(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    async def kaart(self, _: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.basis,
                "authorization_endpoint": f"{self.basis}/heen",
                "token_endpoint": f"{self.basis}/teken",
                "jwks_uri": f"{self.basis}/sleutels",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def heen(self, request: Request) -> Response:
        vraag = dict(request.query_params)
        self._codes["c1"] = vraag
        return RedirectResponse(f"{vraag['redirect_uri']}?{urlencode({'code': 'c1', 'state': vraag['state']})}")

    async def teken(self, request: Request) -> Response:
        formulier = await request.form()
        vraag = self._codes.pop(str(formulier["code"]))
        afdruk = hashlib.sha256(str(formulier["code_verifier"]).encode()).digest()
        assert base64.urlsafe_b64encode(afdruk).rstrip(b"=").decode() == vraag["code_challenge"]
        inhoud = {
            "iss": self.basis,
            "sub": self.wie,
            "aud": CLIENT,
            "exp": int(time.time()) + 60,
            "iat": int(time.time()),
            "nonce": "anders" if self.verkeerde_nonce else vraag["nonce"],
            "email": self.adres,
            **({} if self.geverifieerd is None else {"email_verified": self.geverifieerd}),
        }
        id_token = jwt.encode({"alg": "RS256", "kid": "k1"}, inhoud, self._sleutel).decode()
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": id_token})

    async def sleutels(self, _: Request) -> Response:
        openbaar = {**self._sleutel.as_dict(is_private=False), "kid": "k1"}  # type: ignore[attr-defined]
        return JSONResponse({"keys": [openbaar]})

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.kaart),
                Route("/heen", self.heen),
                Route("/teken", self.teken, methods=["POST"]),
                Route("/sleutels", self.sleutels),
            ]
        )


@pytest.fixture
def aanbieder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Aanbieder]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    aanbieder = Aanbieder(vrije_poort())
    server = uvicorn.Server(uvicorn.Config(aanbieder.app(), port=aanbieder.poort, log_level="error", ws="none"))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    einde = time.monotonic() + 20
    while not server.started and time.monotonic() < einde:
        time.sleep(0.05)
    yield aanbieder
    server.should_exit = True
    draad.join(5)


def meld_aan(aanbieder: Aanbieder, inst: Instellingen, balie: Balie) -> tuple[int, str]:
    """De hele reis van een browser: naar de aanbieder en terug."""
    Accounts(open_opslag(balie.opslag)).maak("sanne@hulplijn.example", "medewerker", None, "Sanne")
    met = replace(balie, oidc=aanbieder.basis, oidc_id=CLIENT, oidc_geheim=CLIENTGEHEIM)
    with TestClient(maak_app(inst, Gesprek(inst), met)) as client:
        naar = client.get("/hulplijn/oidc", follow_redirects=False)
        assert naar.status_code == 302 and parse_qs(urlsplit(naar.headers["location"]).query)[
            "code_challenge_method"
        ] == ["S256"]
        import httpx

        terug = httpx.get(naar.headers["location"], trust_env=False).headers["location"]
        pad = urlsplit(terug)
        assert pad.path == "/hulplijn/oidc/terug"
        antwoord = client.get(f"{pad.path}?{pad.query}")
        return antwoord.status_code, antwoord.text


def test_aanmelden_bij_de_organisatie(aanbieder: Aanbieder, inst: Instellingen, balie: Balie) -> None:
    status, html = meld_aan(aanbieder, inst, balie)
    assert status == 200 and "Typ wat je hoort" in html


@pytest.mark.parametrize(
    ("anders", "status", "zin"),
    [
        ({"adres": "vreemde@hulplijn.example"}, 403, "nog geen account"),
        ({"geverifieerd": False}, 403, "nog geen account"),
        ({"geverifieerd": "false"}, 403, "nog geen account"),
        ({"geverifieerd": "0"}, 403, "nog geen account"),
        ({"geverifieerd": None}, 403, "nog geen account"),
        ({"verkeerde_nonce": True}, 502, "lukte niet"),
    ],
)
def test_niet_binnen(
    aanbieder: Aanbieder, inst: Instellingen, balie: Balie, anders: dict[str, object], status: int, zin: str
) -> None:
    for naam, waarde in anders.items():
        setattr(aanbieder, naam, waarde)
    gekregen, html = meld_aan(aanbieder, inst, balie)
    assert gekregen == status and zin in html and "Typ wat je hoort" not in html


def test_een_adres_dat_van_eigenaar_wisselde_komt_niet_binnen(tmp_path: Path) -> None:
    accounts = Accounts(open_opslag(f"sqlite:///{tmp_path / 'h.db'}"))
    accounts.maak("sanne@hulplijn.example", "medewerker", None)
    for iss, sub, mag in (("https://a", "1", True), ("https://a", "1", True), ("https://a", "2", False)):
        assert accounts.is_steeds("sanne@hulplijn.example", iss, sub) is mag
    assert not accounts.is_steeds("sanne@hulplijn.example", "https://b", "1")
    accounts.maak("sanne@hulplijn.example", "medewerker", None)  # de beheerder zet haar opnieuw in
    assert accounts.is_steeds("sanne@hulplijn.example", "https://a", "2")


def test_een_aanbieder_die_weg_is(inst: Instellingen, balie: Balie) -> None:
    met = replace(balie, oidc=f"http://127.0.0.1:{vrije_poort()}", oidc_id=CLIENT, oidc_geheim=CLIENTGEHEIM)
    with TestClient(maak_app(inst, Gesprek(inst), met)) as client:
        antwoord = client.get("/hulplijn/oidc")
        assert antwoord.status_code == 502 and "lukte niet" in antwoord.text
        assert client.get("/hulplijn/oidc/terug?code=x&state=y").status_code == 401


def test_halve_instellingen_weigeren() -> None:
    inst = Instellingen(geheim="k3jf8sdf9234jkl2hx7d6s5a4q1z")
    with pytest.raises(InstellingFout, match="OIDC_ID"):
        Balie.uit_omgeving(inst, {"EHBO_HULPLIJN_OIDC": "https://login.example"})
