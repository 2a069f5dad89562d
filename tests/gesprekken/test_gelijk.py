"""Dezelfde antwoorden geven op elk kanaal hetzelfde advies: de namen van gronden, routes, termijnen en bronnen zijn gelijk.

De wegen komen uit de voorbeelden van de kennis: genoeg om elke grond, route en termijn te tonen die een voorbeeld nu kan tonen.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Bot, Update

from bot.deur.app import maak_app
from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen
from bot.deur.telegram.ontvanger import Ontvanger
from bot.kennis import lees_kennis, vandaag
from knowledge import Daad, Kennis, Stand, Zaak, adviseer, beurt
from knowledge.errors import AntwoordFout
from tests.bot.telegram.conftest import bot_api  # noqa: F401
from tests.bot.telegram.tegenpartij import TOKEN, Persoon, Tegenpartij
from tests.conftest import ALLES

MINSTENS = 40
ELKE = 1 if ALLES else 4
"""Een gewone ronde loopt elke vierde weg."""
Blokken = list[dict[str, Any]]
FASEN = ("nu", "deze_week", "voor_datum", "later")


@dataclass(frozen=True)
class Getoond:
    """Wat iemand ziet, als namen uit de kennis."""

    gronden: frozenset[str]
    routes: frozenset[str]
    termijnen: frozenset[str]
    bronnen: frozenset[str]


@dataclass(frozen=True)
class Weg:
    naam: str
    codes: tuple[str, ...]


# -- de wegen ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def wegen(kennis: Kennis) -> list[Weg]:
    """Een kleine verzameling voorbeelden die samen alles tonen wat voorbeelden nu tonen, aangevuld tot `MINSTENS`."""
    kandidaten = []
    for naam, feiten in _voorbeelden(kennis):
        codes = _codes(kennis, feiten)
        if codes is not None:
            kandidaten.append((Weg(naam, codes), _uitkomsten(_advies(kennis, feiten))))
    doel = set().union(*(u for _, u in kandidaten))
    gekozen: list[Weg] = []
    while doel:
        weg, uitkomsten = max(kandidaten, key=lambda kandidaat: len(kandidaat[1] & doel))
        gekozen.append(weg)
        doel -= uitkomsten
    rest = [weg for weg, _ in kandidaten if weg not in gekozen]
    return gekozen + rest[:: max(1, len(rest) // MINSTENS)][: max(0, MINSTENS - len(gekozen))]


def _voorbeelden(kennis: Kennis) -> Iterator[tuple[str, dict[str, Any]]]:
    for grond in kennis.gronden.values():
        for voorbeeld in grond.voorbeelden:
            yield f"{grond.id}: {voorbeeld.naam}", dict(voorbeeld.feiten)
    for proef in kennis.voorbeelden:
        for geval in proef.voorbeelden:
            yield f"{proef.id}: {geval.naam}", dict(geval.feiten)


def _codes(kennis: Kennis, feiten: dict[str, Any]) -> tuple[str, ...] | None:
    codes = []
    for feit, ruw in feiten.items():
        try:
            waarde = kennis.lees_antwoord(feit, ruw, vandaag())
        except AntwoordFout:  # een voorbeeld van een andere dag
            return None
        codes.append("weet_niet" if waarde == "weet_niet" else Daad("antwoord", feit, waarde).code)
    return ("start", "veilig", *codes, "advies")


def _advies(kennis: Kennis, feiten: dict[str, Any]) -> Getoond:
    zaak = Zaak()
    for feit, ruw in feiten.items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, vandaag()))
    advies = adviseer(kennis, zaak, vandaag())
    return Getoond(
        frozenset(o.grond.id for o in advies.gronden),
        frozenset(g.route.id for g in advies.routes),
        frozenset(t.termijn.id for t in advies.termijnen),
        frozenset(advies.bronnen),
    )


def _uitkomsten(g: Getoond) -> set[str]:
    return {f"grond {x}" for x in g.gronden} | {f"route {x}" for x in g.routes} | {f"termijn {x}" for x in g.termijnen}


# -- wat elk kanaal toont ---------------------------------------------------------------------------------------------


def kern(kennis: Kennis, codes: tuple[str, ...]) -> Getoond:
    stand = Stand(kennis=kennis.hash)
    for code in codes:
        uitkomst = beurt(kennis, stand, Daad.uit_code(code), vandaag())
        stand = uitkomst.stand
    return uit_blokken(uitkomst.bericht.naar_json())


def uit_blokken(blokken: Blokken) -> Getoond:
    lijsten = [b for b in blokken if b["blok"] == "lijst"]
    return Getoond(
        frozenset(p["id"] for b in lijsten if b["onderwerp"] in ("gronden", "mogelijk") for p in b["items"]),
        frozenset(p["id"] for b in lijsten if b["onderwerp"] in FASEN for p in b["items"]),
        frozenset(p["id"] for b in lijsten if b["onderwerp"] == "termijnen" for p in b["items"]),
        frozenset(r["id"] for b in blokken if b["blok"] == "bronnen" for r in b["regels"]),
    )


def uit_scherm(kennis: Kennis, codes: set[str], regels: set[str]) -> Getoond:
    """Van een scherm zonder namen: knoppen wijzen gronden en routes aan, regels de termijnen en bronnen."""
    return Getoond(
        frozenset(c.partition(":")[2] for c in codes if c.startswith("grond:")),
        frozenset(c.partition(":")[2] for c in codes if c.startswith("route:")),
        frozenset(t.id for t in kennis.termijnen.values() if t.naam in regels),
        frozenset(b.id for b in kennis.bronnen.values() if f"{b.titel}, {b.vindplaats}" in regels),
    )


class Kanalen:
    """De echte deur in dit proces, en een echte Bot API-server ernaast."""

    def __init__(self, map_: Path, tegen: Tegenpartij) -> None:
        self.kennis = lees_kennis()[1]
        self.inst = Instellingen(
            geheim=secrets.token_hex(16),
            rasa_geheim=secrets.token_hex(16),
            sleutels=secrets.token_hex(16),
            gesprekken=f"sqlite:///{map_ / 'g.db'}",
            per_minuut=10_000,
            nieuw_per_minuut=10_000,
        )
        self.gesprek = Gesprek(self.inst)
        self.app = maak_app(self.inst, self.gesprek)
        self.tegen = tegen
        self._chats, self._updates = itertools.count(8001), itertools.count(1)

    def klant(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://deur.test")

    async def web(self, codes: tuple[str, ...]) -> Getoond:
        async with self.klant() as http:
            sessie = (await http.post("/api/gesprek")).json()["sessie"]
            for nr, code in enumerate(codes[1:]):
                antwoord = await http.post(
                    "/api/beurt", json={"beurt": f"b{nr}", "code": code}, headers={"X-Sessie": sessie}
                )
                assert antwoord.status_code == 200, antwoord.text
        return uit_blokken(antwoord.json()["blokken"])

    async def zonder_script(self, codes: tuple[str, ...]) -> Getoond:
        async with self.klant() as http:
            pagina = (await http.get("/zonder-script")).text
            for code in codes[1:]:
                csrf = re.search(r'name="csrf" value="([^"]+)"', pagina)
                assert csrf is not None
                formulier = {"csrf": csrf[1], "beurt": secrets.token_hex(8), "code": code}
                await http.post("/zonder-script", data=formulier)
                pagina = (await http.get("/zonder-script")).text
        # alleen de lijsten van het advies: de bronnen bij een punt zijn een deel van de lijst onderaan
        regels = {unescape(re.sub(r"<[^>]+>", "", h)).strip() for h in re.findall(r"<h3>(.*?)</h3>", pagina, re.S)}
        bronnen = re.findall(r'<li><a href="[^"]+" rel="noreferrer">([^<]+)</a>, (.*?) <span class="klein">', pagina)
        regels |= {f"{unescape(titel)}, {unescape(plaats)}" for titel, plaats in bronnen}
        return uit_scherm(self.kennis, set(re.findall(r'name="code" value="([^"]+)"', pagina)), regels)

    async def telegram(self, codes: tuple[str, ...]) -> Getoond:
        sam = Persoon(self.tegen, next(self._chats))
        async with Bot(TOKEN, base_url=f"{self.tegen.adres}/bot") as bot:
            ontvanger = Ontvanger(bot, self.gesprek, self.inst)
            # op Telegram is het advies eerst één stap; met een tik staat alles op een rij
            for code in (*codes, "alles"):
                voor = len(self.tegen.gestuurd(sam.chat))
                vraag = {"id": "1", "from": sam.van, "chat_instance": "1", "data": code}
                bericht = {"message_id": 1, "date": 1, "chat": sam.kamer}
                nieuw = {"update_id": next(self._updates), "callback_query": {**vraag, "message": bericht}}
                if code == "start":
                    nieuw = {
                        "update_id": next(self._updates),
                        "message": {**bericht, "from": sam.van, "text": "/start"},
                    }
                update = Update.de_json(nieuw, bot)
                assert update is not None
                await ontvanger.verwerk(update)
        laatste = self.tegen.gestuurd(sam.chat)[voor:]
        regels = {
            re.sub(r"^(?:•|\d+\.) ", "", unescape(re.sub(r"<[^>]+>", "", regel)))
            for b in laatste
            for regel in b["text"].split("\n")
        }
        regels |= {re.sub(r" \([^()]*\)$", "", regel) for regel in regels}
        knoppen = {
            k["callback_data"]
            for b in laatste
            for rij in (b.get("reply_markup") or {}).get("inline_keyboard", ())
            for k in rij
        }
        return uit_scherm(self.kennis, knoppen, regels)


@pytest.fixture(scope="module")
def kanalen(
    tmp_path_factory: pytest.TempPathFactory,
    bot_api: Callable[[], Tegenpartij],  # noqa: F811
) -> Kanalen:
    return Kanalen(tmp_path_factory.mktemp("gelijk"), bot_api())


def test_elk_kanaal_geeft_hetzelfde_advies(kanalen: Kanalen, capsys: pytest.CaptureFixture[str]) -> None:
    kennis = kanalen.kennis
    alle = wegen(kennis)
    assert len(alle) >= MINSTENS
    alle = alle[::ELKE]
    gezien: set[str] = set()

    async def vergelijk() -> None:
        for weg in alle:
            verwacht = kern(kennis, weg.codes)
            assert verwacht.routes and verwacht.bronnen, weg.naam
            gezien.update(_uitkomsten(verwacht))
            for kanaal in (kanalen.web, kanalen.zonder_script, kanalen.telegram):
                assert await kanaal(weg.codes) == verwacht, f"{weg.naam} op {kanaal.__name__}"
        await kanalen.gesprek.sluit()

    asyncio.run(vergelijk())
    soorten = {
        "gronden": (kennis.gronden, "grond"),
        "routes": (kennis.routes, "route"),
        "termijnen": (kennis.termijnen, "termijn"),
    }
    with capsys.disabled():
        delen = [
            f"{sum(u.startswith(merk + ' ') for u in gezien)}/{len(alles)} {naam}"
            for naam, (alles, merk) in soorten.items()
        ]
        print(f"\n{len(alle)} wegen gelijk in kern, web, zonder script en Telegram; getoond: {', '.join(delen)}")


def test_een_ander_advies_zou_opvallen(kanalen: Kanalen) -> None:
    """De vergelijking ziet verschil: twee andere zaken geven niet hetzelfde."""
    kennis = kanalen.kennis
    zaken = [Zaak().met("beeld", "nep"), Zaak().met("beeld", "echt")]
    assert len({frozenset(adviseer(kennis, z, vandaag()).bronnen) for z in zaken}) == 2
    wegen_ = wegen(kennis)[:6]
    assert len({kern(kennis, w.codes) for w in wegen_}) > 3
