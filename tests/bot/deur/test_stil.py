"""Wie na een kwartier terugkomt op de pagina zonder script, ziet eerst niets van het gesprek."""

from __future__ import annotations

import asyncio
import secrets
import time
from pathlib import Path

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


def test_zonder_script_vraagt_de_deur_het_eerst(tmp_path: Path) -> None:
    gesprek, client = deur(tmp_path)
    with client as http:
        http.get("/zonder-script")
        id_ = gesprek.gesprekken.ids()[0]
        asyncio.run(gesprek.beurt(id_, "1", code="situatie:deepfake_sexual"))
        assert "Hoe oud" in http.get("/zonder-script").text
        word_ouder(gesprek, STIL_NA + 1)
        pagina = http.get("/zonder-script").text
        assert "Hoe oud" not in pagina and "Opnieuw beginnen" in pagina and "seks" not in pagina
        # wie verder wil, is niets kwijt
        asyncio.run(gesprek.beurt(id_, "2", code="verder"))
        assert "Hoe oud" in http.get("/zonder-script").text
