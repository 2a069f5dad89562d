"""Wie na een kwartier terugkomt, of een gesloten tabblad weer opent, ziet eerst niets van het gesprek."""

from __future__ import annotations

import asyncio
import secrets
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.gesprek import STIL_NA, Gesprek
from bot.deur.settings import Instellingen
from bot.opslag.bewaring import GESPREKKEN


def deur(map_: Path) -> tuple[Gesprek, TestClient]:
    vast = {n: secrets.token_hex(24) for n in ("geheim", "rasa_geheim", "sleutels")}
    inst = Instellingen(gesprekken=f"sqlite:///{map_ / 'g.db'}", rasa_poort=1, **vast)
    gesprek = Gesprek(inst)
    return gesprek, TestClient(maak_app(inst, gesprek))


def word_ouder(gesprek: Gesprek, seconden: float) -> None:
    with gesprek.gesprekken.db.connect() as verbinding:
        verbinding.execute(sa.update(GESPREKKEN).values(bijgewerkt=time.time() - seconden))


def codes(blokken: list[dict[str, Any]]) -> list[str]:
    return [k["code"] for b in blokken for k in b.get("opties", ())]


def test_een_weer_geopend_tabblad_toont_eerst_niets(tmp_path: Path) -> None:
    gesprek, client = deur(tmp_path)
    with client as http:
        kop = {"X-Sessie": http.post("/api/gesprek").json()["sessie"]}
        http.post("/api/beurt", json={"beurt": "1", "code": "situatie:deepfake_sexual"}, headers=kop)
        assert "Hoe oud" in http.get("/api/gesprek", headers=kop).text
        word_ouder(gesprek, STIL_NA + 1)
        weer = http.get("/api/gesprek", headers=kop)
        assert weer.status_code == 200 and codes(weer.json()["blokken"]) == ["verder", "opnieuw"]
        assert "Hoe oud" not in weer.text and "seks" not in weer.text and "nep" not in weer.text
        # wie verder wil, is niets kwijt
        verder = http.post("/api/beurt", json={"beurt": "2", "code": "verder"}, headers=kop)
        assert "Hoe oud" in verder.text and "Hoe oud" in http.get("/api/gesprek", headers=kop).text


def test_zonder_script_ook(tmp_path: Path) -> None:
    gesprek, client = deur(tmp_path)
    with client as http:
        http.get("/zonder-script")
        id_ = gesprek.gesprekken.ids()[0]
        asyncio.run(gesprek.beurt(id_, "1", code="situatie:deepfake_sexual"))
        assert "Hoe oud" in http.get("/zonder-script").text
        word_ouder(gesprek, STIL_NA + 1)
        pagina = http.get("/zonder-script").text
        assert "Hoe oud" not in pagina and "Opnieuw beginnen" in pagina
