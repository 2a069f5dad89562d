"""docs/openapi.yaml en de app noemen dezelfde routes, en de beschrijving klopt met wat de code weigert."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.deur.app import maak_app
from bot.deur.fouten import FOUTEN
from bot.deur.hulplijn.settings import Balie
from knowledge.gesprek import CODE_BYTES
from tests.bot.deur.conftest import WORTEL
from tests.bot.deur.test_verharding import inst

BESCHREVEN: dict[str, Any] = yaml.safe_load((WORTEL / "docs" / "openapi.yaml").read_text(encoding="utf-8"))
METHODEN = ("get", "post", "put", "patch", "delete")


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    """Alles aan: balie, OpenID Connect en de webhook van Telegram."""
    oidc = {"oidc": "https://aanbieder.voorbeeld.test", "oidc_id": "balie", "oidc_geheim": secrets.token_hex(16)}
    balie = Balie(aan=True, opslag=f"sqlite:///{tmp_path / 'h.db'}", **oidc)
    telegram = {"telegram_token": "1:a", "telegram_geheim": "g" * 32, "telegram_adres": "https://bot.voorbeeld.test"}
    return maak_app(inst(tmp_path, **telegram), balie=balie)


def routes(lijst: list[BaseRoute], voor: str = "") -> Iterator[tuple[str, str]]:
    """Elke (methode, pad) van de app; een map met bestanden heet `{bestand}`."""
    for route in lijst:
        if isinstance(route, Mount) and isinstance(route.app, StaticFiles):
            yield "get", f"{voor}{route.path}/{{bestand}}"
        elif isinstance(route, Mount):
            yield from routes(list(route.routes), voor + route.path)
        else:
            assert isinstance(route, Route) and route.methods, route
            yield from ((m.lower(), voor + route.path) for m in route.methods if m != "HEAD")


def test_elke_route_is_beschreven_en_elke_beschrijving_bestaat(app: Starlette) -> None:
    beschreven = {(m, pad) for pad, deel in BESCHREVEN["paths"].items() for m in METHODEN if m in deel}
    assert beschreven == set(routes(app.routes))


def test_elke_route_heeft_een_eigen_naam_en_een_deel() -> None:
    delen = [deel[m] for deel in BESCHREVEN["paths"].values() for m in METHODEN if m in deel]
    namen = [d["operationId"] for d in delen]
    assert len(namen) == len(set(namen))
    assert {t for d in delen for t in d["tags"]} == {t["name"] for t in BESCHREVEN["tags"]}


def test_elke_verwijzing_bestaat() -> None:
    tekst = (WORTEL / "docs" / "openapi.yaml").read_text(encoding="utf-8")
    for soort, naam in re.findall(r'"#/components/(\w+)/(\w+)"', tekst):
        assert naam in BESCHREVEN["components"][soort], naam


def test_de_fouten_zijn_die_van_de_code() -> None:
    schema = BESCHREVEN["components"]["schemas"]
    assert set(schema["Fout"]["properties"]["fout"]["enum"]) == set(FOUTEN)
    codes = {str(code) for code, _ in FOUTEN.values()}
    for pad in ("/api/beurt", "/api/brief"):
        gegeven = set(BESCHREVEN["paths"][pad]["post"]["responses"])
        assert gegeven - codes == {"200"}, pad
    assert schema["Knop"]["properties"]["code"]["maxLength"] == CODE_BYTES
