"""Een echte deur met balie in dit proces, en medewerkers die zijn aangemeld."""

from __future__ import annotations

import re
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen
from tests.bot.deur.conftest import vrije_poort
from tests.bot.hulplijn.aan_de_balie import WACHTWOORD, maak_accounts
from tests.bot.widget.conftest import browser, pagina  # noqa: F401


class Scherm:
    """Een medewerker met een browser zonder script."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.zaak = self.csrf = ""

    def meld_aan(self, naam: str, wachtwoord: str = WACHTWOORD) -> int:
        vooraf = veld(self.client.get("/hulplijn/aanmelden").text, "vooraf")
        antwoord = self.client.post(
            "/hulplijn/aanmelden", data={"vooraf": vooraf, "naam": naam, "wachtwoord": wachtwoord}
        )
        self._onthoud(antwoord.text)
        return antwoord.status_code

    def doe(self, pad: str = "/hulplijn/raadplegen", **velden: str) -> str:
        antwoord = self.client.post(pad, data={"zaak": self.zaak, "csrf": self.csrf, **velden})
        self._onthoud(antwoord.text)
        return antwoord.text

    def _onthoud(self, html: str) -> None:
        self.zaak = veld(html, "zaak") or self.zaak
        self.csrf = veld(html, "csrf") or self.csrf


def veld(html: str, naam: str) -> str:
    treffer = re.search(rf'name="{naam}" value="([^"]*)"', html)
    return treffer[1] if treffer else ""


@pytest.fixture
def inst(tmp_path: Path) -> Instellingen:
    return Instellingen(
        rasa_poort=vrije_poort(),
        geheim=secrets.token_hex(24),
        rasa_geheim=secrets.token_hex(24),
        gesprekken=f"sqlite:///{tmp_path / 'gesprekken.db'}",
        nieuw_per_minuut=10_000,
        per_minuut=10_000,
    )


@pytest.fixture(scope="session")
def met_accounts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een opslag met de accounts erin, één keer gemaakt: een wachtwoord versleutelen kost expres veel rekenwerk."""
    pad = tmp_path_factory.mktemp("accounts") / "hulplijn.db"
    maak_accounts(f"sqlite:///{pad}", sanne="medewerker", joost="jurist", bea="beheerder")
    return pad


@pytest.fixture
def balie(tmp_path: Path, met_accounts: Path) -> Balie:
    eigen = tmp_path / "hulplijn.db"
    with closing(sqlite3.connect(met_accounts)) as van, closing(sqlite3.connect(eigen)) as naar:
        van.backup(naar)
    return Balie(aan=True, opslag=f"sqlite:///{eigen}", organisatie="Hulplijn Test")


@pytest.fixture
def deur(inst: Instellingen, balie: Balie) -> Iterator[Callable[[], TestClient]]:
    """Geeft per keer een verse browser op dezelfde deur."""
    app = maak_app(inst, Gesprek(inst), balie)
    with TestClient(app) as eerste:

        def open_() -> TestClient:
            client = TestClient(app)
            client.portal = eerste.portal  # één gebeurtenislus, net als in het echt
            return client

        yield open_


@pytest.fixture
def sanne(deur: Callable[[], TestClient]) -> Scherm:
    scherm = Scherm(deur())
    scherm.meld_aan("sanne")
    return scherm
