"""Wie te veel vraagt, houdt alleen zichzelf op: per aansluiting, zonder einde aan open lijnen en halve verzoeken."""

from __future__ import annotations

import asyncio
import secrets
import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.hulplijn.settings import Balie
from bot.deur.lagen import Grenzen, grenzen
from bot.deur.netwerk import buurt, netwerk
from bot.deur.settings import Instellingen
from bot.deur.werkplaats import TeDruk, Werkplaats
from bot.opslag.vluchtig import InGeheugen


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.7", "192.0.2.8", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
    ],
)
def test_een_aansluiting_telt_als_een(een: str, ander: str, zelfde: bool) -> None:
    assert (netwerk(een) == netwerk(ander)) is zelfde


def test_een_buurt_is_ruimer_en_onzin_breekt_niets() -> None:
    assert buurt("192.0.2.7") == buurt("192.0.2.200") != buurt("192.0.3.7")
    assert netwerk("testclient") == buurt("testclient") == "testclient"


def deur(map_: Path, **meer: Any) -> TestClient:
    vast = {n: secrets.token_hex(24) for n in ("geheim", "rasa_geheim", "sleutels")}
    inst = Instellingen(gesprekken=f"sqlite:///{map_ / 'g.db'}", rasa_poort=1, **{**vast, **meer})
    return TestClient(maak_app(inst, balie=Balie(aan=True, opslag=f"sqlite:///{map_ / 'h.db'}")))


def test_uit_een_blok_van_ipv6_komen_niet_eindeloos_gesprekken(tmp_path: Path) -> None:
    with deur(tmp_path, nieuw_per_minuut=5) as http:
        codes = []
        for nr in range(8):
            http._transport.client = (f"2001:db8:1:2::{nr + 1:x}", 1)  # type: ignore[attr-defined]
            codes.append(http.post("/api/gesprek").status_code)
        assert codes == [200] * 5 + [429] * 3
        http._transport.client = ("2001:db8:9:9::1", 1)  # type: ignore[attr-defined]
        assert http.post("/api/gesprek").status_code == 200


def laag(app: Any, **meer: int) -> Grenzen:
    vast = {"max_bytes": 1000, "tegelijk": 4, "per_adres": 2, "per_minuut": 10_000}
    return Grenzen(app, InGeheugen(), **{**vast, **meer})


async def vraag(app: Grenzen, pad: str, adres: str = "192.0.2.1", lijf: list[Any] | None = None) -> int:
    uit: list[int] = []
    rest = [{"type": "http.request", "body": b"", "more_body": False}] if lijf is None else list(lijf)

    async def ontvang() -> Any:
        if rest:
            return rest.pop(0)
        await asyncio.sleep(3600)

    async def stuur(bericht: Any) -> None:
        if bericht["type"] == "http.response.start":
            uit.append(bericht["status"])

    await app({"type": "http", "path": pad, "method": "POST", "headers": [], "client": (adres, 1)}, ontvang, stuur)
    return uit[0]


def test_open_lijnen_hebben_een_einde_en_kosten_een_ander_geen_plaats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "OPEN_PER_ADRES", 5)

    async def lus() -> None:
        los = asyncio.Event()

        async def app(scope: Any, _: Any, send: Any) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            if scope["path"].endswith("/stroom"):
                await los.wait()

        hier = laag(app)
        lijnen = [asyncio.create_task(vraag(hier, f"/hulplijn/zaak/{nr}/stroom")) for nr in range(3)]
        lijnen += [asyncio.create_task(vraag(hier, "/api/stroom")) for _ in range(2)]
        await asyncio.sleep(0.05)
        assert await vraag(hier, "/api/stroom") == 429  # de zesde van dit adres
        lijnen.append(asyncio.create_task(vraag(hier, "/api/stroom", "192.0.2.2")))
        # een balie met veel open schermen kan zelf nog werken, en praten ook
        assert await vraag(hier, "/hulplijn/raadplegen") == 200 and await vraag(hier, "/api/beurt") == 200
        los.set()
        assert await asyncio.gather(*lijnen) == [200] * 6

    asyncio.run(lus())


def test_een_verzoek_dat_nooit_afkomt_houdt_geen_plaats_bezet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "LIJF_WACHT", 0.05)

    async def app(_: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def lus() -> None:
        hier = laag(app)
        half = [{"type": "http.request", "body": b"{", "more_body": True}]
        assert await asyncio.wait_for(vraag(hier, "/api/beurt", lijf=half), 5) == 400
        assert await vraag(hier, "/api/beurt") == 200

    asyncio.run(lus())


@pytest.mark.parametrize("pad", ["/hulplijn/aanmelden", "/hulplijn/raadplegen", "/api/beurt"])
def test_in_stukken_te_groot_is_een_nette_fout(tmp_path: Path, pad: str) -> None:
    with deur(tmp_path) as http:
        antwoord = http.post(
            pad,
            content=(b"a=" + b"x" * 10_000 for _ in range(30)),
            headers={"Content-Type": "application/x-www-form-urlencoded", "X-Sessie": ""},
        )
    assert antwoord.status_code in (401, 413) and "Internal" not in antwoord.text


@pytest.mark.parametrize("pad", ["/api/beurt", "/api/brief"])
def test_duizenden_haken_zijn_een_nette_fout(tmp_path: Path, pad: str) -> None:
    with deur(tmp_path) as http:
        kop = {"X-Sessie": http.post("/api/gesprek").json()["sessie"]}
        antwoord = http.post(pad, content="[" * 19_000, headers=kop)
    assert antwoord.status_code == 400


def test_een_half_teken_breekt_geen_beurt(tmp_path: Path) -> None:
    with deur(tmp_path) as http:
        kop = {"X-Sessie": http.post("/api/gesprek").json()["sessie"], "Content-Type": "application/json"}
        goed = http.post("/api/beurt", content='{"beurt":"b1","tekst":"ik wil dood \\ud83d"}', headers=kop)
        assert goed.status_code == 200 and "0800 0113" in goed.text
        assert http.post("/api/beurt", content='{"beurt":"\\ud800","tekst":"hoi"}', headers=kop).status_code == 400


def test_een_werkplaats_heeft_een_rij_met_een_einde() -> None:
    async def lus() -> None:
        plaats, los = Werkplaats("proef", 1, 2), threading.Event()
        bezig = [asyncio.create_task(plaats.doe(los.wait, 5)) for _ in range(3)]
        await asyncio.sleep(0.05)
        with pytest.raises(TeDruk):
            await plaats.doe(int, 1)
        # de gewone draden zijn vrij: een gesprek merkt er niets van
        assert await asyncio.wait_for(asyncio.to_thread(int, 7), 2) == 7
        los.set()
        await asyncio.gather(*bezig)
        assert await plaats.doe(int, 3) == 3
        with pytest.raises(ValueError):
            await plaats.doe(int, "x")
        plaats.sluit()

    asyncio.run(lus())
