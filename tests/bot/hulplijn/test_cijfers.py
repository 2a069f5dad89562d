"""Tellen zonder te weten wie; kleine aantallen verborgen."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from starlette.testclient import TestClient

from bot.deur.hulplijn.beheer import Telling
from bot.deur.hulplijn.beheer.cijfers import maak_grafieken
from bot.deur.hulplijn.beheer.telling import KLEIN
from bot.deur.hulplijn.opslag import open_opslag
from bot.kennis import lees_kennis, vandaag
from bot.opslag.vluchtig import InGeheugen
from tests.bot.hulplijn.conftest import Scherm

_, KENNIS = lees_kennis()


def test_optellen_over_dagen_en_deuren(tmp_path: Path) -> None:
    db = open_opslag(f"sqlite:///{tmp_path / 'h.db'}")
    een, twee = Telling(db, InGeheugen()), Telling(db, InGeheugen())
    for telling in (een, twee):
        for _ in range(3):
            telling.tel("route", "x", date(2026, 11, 24))
        telling.tel("route", "x", date(2026, 10, 1))
        telling.schrijf()
    assert een.lees(date(2026, 11, 1))["route"]["x"] == 6
    assert een.lees(date(2026, 9, 1))["route"]["x"] == 8


def test_kleine_aantallen_zijn_geen_getal() -> None:
    route = next(iter(KENNIS.routes))
    for aantal in (1, KLEIN - 1, KLEIN, KLEIN + 1):
        staaf = maak_grafieken(KENNIS, {"route": Counter({route: aantal})})[2].staven[0]
        assert staaf.aantal == (aantal if aantal >= KLEIN else None)
        if aantal < KLEIN:
            assert (
                staaf.tekst == f"minder dan {KLEIN}"
                and f">{aantal}<" not in maak_grafieken(KENNIS, {"route": Counter({route: aantal})})[2].svg
            )


def test_waar_mensen_stoppen() -> None:
    geteld = {"gevraagd": Counter(leeftijd=20, beeld=9), "beantwoord": Counter(leeftijd=8, beeld=9)}
    staven = maak_grafieken(KENNIS, geteld)[3].staven
    assert [(s.naam, s.aantal) for s in staven] == [(KENNIS.feiten["leeftijd"].vraag, 12)]


def test_een_gesprek_telt_zonder_spoor(tmp_path: Path) -> None:
    async def loop() -> None:
        telling = Telling(open_opslag(f"sqlite:///{tmp_path / 'h.db'}"), InGeheugen())
        sessie = "w" + "ab" * 16
        await telling.na_beurt(sessie, "start", None, {"vraag": None, "fase": "welkom"})
        await telling.na_beurt(sessie, None, {"vraag": None, "fase": "welkom"}, {"vraag": "beeld", "fase": "vragen"})
        klaar = {
            "zaak": [["beeld", "nep", "knop"], ["beeld_seksueel", "ja", "knop"]],
            "fase": "advies",
            "vraag": None,
            "te_bevestigen": [],
            "gehad": [],
            "beurten": 2,
            "mis": 0,
            "kennis": KENNIS.hash,
        }
        await telling.na_beurt(sessie, "antwoord", {"vraag": "beeld", "fase": "vragen"}, klaar)
        await telling.na_beurt(sessie, "snel", None, None)
        geteld = telling.lees(vandaag() - timedelta(days=1))
        assert geteld["gesprek"] == Counter(begonnen=1, advies=1)
        assert geteld["gevraagd"]["beeld"] == geteld["beantwoord"]["beeld"] == 1
        assert geteld["weg"] == Counter(snel=1) and geteld["minuten"] == Counter({"tot 2": 1})
        assert geteld["situatie"] and geteld["route"]
        assert sessie.encode() not in (tmp_path / "h.db").read_bytes()

    asyncio.run(loop())


def test_door_de_deur(deur: Callable[[], TestClient], sanne: Scherm) -> None:
    client = deur()
    for _ in range(KLEIN):
        sessie = client.post("/api/gesprek").json()["sessie"]
        client.request("DELETE", "/api/gesprek", headers={"X-Sessie": sessie})
    html = sanne.client.get("/hulplijn/cijfers").text
    assert f"<td>begonnen</td><td>{KLEIN}</td>" in html and f"<td>snel weg</td><td>{KLEIN}</td>" in html
