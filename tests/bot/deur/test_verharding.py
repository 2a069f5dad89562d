"""Grenzen en koppen rond elke route, ook bij een fout; geen vaste geheimen; X-Forwarded-For alleen van de proxy."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.deur.app import MAX_BYTES, maak_app
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen, InstellingFout

KOPPEN = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")


def inst(map_: Path, **meer: Any) -> Instellingen:
    vast = {n: secrets.token_hex(24) for n in ("geheim", "rasa_geheim", "sleutels")}
    return Instellingen(gesprekken=f"sqlite:///{map_ / 'g.db'}", rasa_poort=1, **{**vast, **meer})


@pytest.mark.parametrize(
    ("methode", "pad"),
    [
        ("GET", "/"),
        ("GET", "/venster"),
        ("GET", "/gezond"),
        ("GET", "/status"),
        ("GET", "/cijfers"),
        ("GET", "/bestaat-niet"),
        ("GET", "/paginas/../app.py"),
        ("PUT", "/api/beurt"),
        ("POST", "/api/beurt"),
        ("POST", "/api/gesprek"),
        ("GET", "/zonder-script"),
        ("GET", "/widget/widget.js"),
        ("GET", "/hulplijn/raadplegen"),
        ("GET", "/hulplijn/bestaat-niet"),
        ("POST", "/telegram"),
    ],
)
def test_strenge_koppen_op_elke_route_ook_bij_een_fout(tmp_path: Path, methode: str, pad: str) -> None:
    balie = Balie(aan=True, opslag=f"sqlite:///{tmp_path / 'h.db'}")
    with TestClient(maak_app(inst(tmp_path), balie=balie), raise_server_exceptions=False) as http:
        antwoord = http.request(methode, pad, follow_redirects=False)
    assert antwoord.status_code < 500 and all(antwoord.headers.get(kop) for kop in KOPPEN), pad
    assert "unsafe" not in antwoord.headers["content-security-policy"] and "server" not in antwoord.headers


def test_ook_een_onverwachte_fout_houdt_de_koppen_en_toont_geen_spoor(tmp_path: Path) -> None:
    app = maak_app(inst(tmp_path))

    async def stuk(*_: object) -> None:
        raise RuntimeError("geheim-verhaal")

    app.router.routes[0].app = stuk  # type: ignore[attr-defined]
    with TestClient(app, raise_server_exceptions=False) as http:
        antwoord = http.get("/")
    assert antwoord.status_code in (500, 503)
    assert all(antwoord.headers.get(kop) for kop in KOPPEN)
    assert "geheim-verhaal" not in antwoord.text and "Traceback" not in antwoord.text and "112" in antwoord.text


@pytest.mark.parametrize("pad", ["/zonder-script", "/zonder-script/brief", "/hulplijn/aanmelden"])
@pytest.mark.parametrize(
    ("soort", "lijf"),
    [
        ("application/x-www-form-urlencoded", "&".join(f"a{nr}=1" for nr in range(500))),
        ("multipart/form-data; boundary=x", "geen grens te zien"),
    ],
)
def test_een_onleesbaar_formulier_krijgt_een_pagina_van_ons(tmp_path: Path, pad: str, soort: str, lijf: str) -> None:
    balie = Balie(aan=True, opslag=f"sqlite:///{tmp_path / 'h.db'}")
    with TestClient(maak_app(inst(tmp_path), balie=balie), raise_server_exceptions=False) as http:
        antwoord = http.post(pad, content=lijf, headers={"Content-Type": soort})
    assert antwoord.status_code == 400 and antwoord.headers["content-type"].startswith("text/html")
    assert "tel:112" in antwoord.text and "fields" not in antwoord.text


@pytest.mark.parametrize("pad", ["/bestaat-niet", "/hulplijn/zaak/x%0Ay/doe", "/paginas/../geheim", "/widget/x.js"])
def test_een_adres_dat_er_niet_is_geeft_een_weg_terug_en_de_nummers(tmp_path: Path, pad: str) -> None:
    balie = Balie(aan=True, opslag=f"sqlite:///{tmp_path / 'h.db'}")
    with TestClient(maak_app(inst(tmp_path), balie=balie), raise_server_exceptions=False) as http:
        antwoord = http.post(pad) if pad.startswith("/hulplijn") else http.get(pad)
        in_de_widget = http.get("/api/bestaat-niet")
    assert antwoord.status_code == 404 and antwoord.headers["content-type"].startswith("text/html")
    assert 'href="/"' in antwoord.text and "tel:112" in antwoord.text and all(antwoord.headers.get(k) for k in KOPPEN)
    assert in_de_widget.status_code == 404 and in_de_widget.json()["zin"]


def test_een_te_groot_lijf_wordt_geweigerd_ook_zonder_lengte() -> None:
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse

    from bot.deur.lagen import Grenzen
    from bot.opslag.vluchtig import InGeheugen

    async def leest(scope: Any, receive: Any, send: Any) -> None:
        await Request(scope, receive).body()
        await PlainTextResponse("gelezen")(scope, receive, send)

    http = TestClient(Grenzen(leest, InGeheugen(), MAX_BYTES, 10, 10, 100))
    for lijf in (b"x" * (MAX_BYTES + 1), (b"x" * 100_000 for _ in range(4))):
        assert http.post("/zonder-script", content=lijf).status_code == 413
    assert http.post("/zonder-script", content=b"x" * MAX_BYTES).text == "gelezen"


def test_per_adres_is_er_een_grens_en_de_nummers_blijven(tmp_path: Path) -> None:
    with TestClient(maak_app(inst(tmp_path, per_adres_per_minuut=3))) as http:
        stand = [http.get("/").status_code for _ in range(5)]
        assert stand == [200, 200, 200, 429, 429]
        assert "112" in http.get("/").text and http.get("/gezond").status_code == 200


def test_tegelijk_is_er_een_grens(tmp_path: Path) -> None:
    import asyncio

    from bot.deur.lagen import Grenzen
    from bot.opslag.vluchtig import InGeheugen

    async def proef() -> list[int]:
        los = asyncio.Event()

        async def traag(scope: Any, receive: Any, send: Any) -> None:
            await los.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})

        laag = Grenzen(traag, InGeheugen(), 1000, tegelijk=3, per_adres=2, per_minuut=1000)
        uit: list[int] = []

        async def vraag(adres: str) -> None:
            async def stuur(bericht: Any) -> None:
                if bericht["type"] == "http.response.start":
                    uit.append(bericht["status"])

            async def ontvang() -> Any:
                return {"type": "http.request", "body": b"", "more_body": False}

            scope = {"type": "http", "path": "/api/beurt", "method": "POST", "headers": [], "client": (adres, 1)}
            await laag(scope, ontvang, stuur)

        taken = [asyncio.create_task(vraag(a)) for a in ("1.1.1.1", "1.1.1.1", "1.1.1.1", "2.2.2.2", "3.3.3.3")]
        await asyncio.sleep(0.05)
        los.set()
        await asyncio.gather(*taken)
        await vraag("1.1.1.1")  # daarna is er weer plaats
        return uit

    assert asyncio.run(proef()) == [429, 429, 200, 200, 200, 200]


def test_wie_er_belt_zegt_alleen_de_proxy(tmp_path: Path) -> None:
    from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

    for proxy, telt_elk_apart in (("127.0.0.1", False), ("testclient", True)):
        app = ProxyHeadersMiddleware(maak_app(inst(tmp_path, per_adres_per_minuut=2)), trusted_hosts=proxy)  # type: ignore[arg-type]
        with TestClient(app) as http:  # zijn adres is "testclient"
            stand = [http.get("/", headers={"X-Forwarded-For": f"10.0.0.{nr}"}).status_code for nr in range(4)]
        assert (429 not in stand) is telt_elk_apart, proxy


def test_de_deur_geeft_de_proxy_uit_de_instelling_door() -> None:
    bron = (Path(__file__).parents[3] / "bot" / "opdrachten" / "deur.py").read_text()
    assert "forwarded_allow_ips=inst.proxy" in bron
    assert Instellingen().host == "127.0.0.1" and Instellingen().proxy == "127.0.0.1"


@pytest.mark.parametrize("naam", ["EHBO_GEHEIM", "EHBO_RASA_GEHEIM", "EHBO_SLEUTELS", "EHBO_CIJFERS"])
def test_een_zwak_geheim_start_niet(naam: str) -> None:
    with pytest.raises(InstellingFout, match=naam):
        Instellingen.uit_omgeving({naam: "kort"})


def test_zonder_instelling_is_elk_geheim_anders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.opslag import sleutels

    gezien = set()
    for nr in (1, 2):
        monkeypatch.setattr(sleutels, "VAR", tmp_path / str(nr))
        i = Instellingen.uit_omgeving({})
        gezien |= {i.geheim, i.rasa_geheim, i.sleutels}
    assert len(gezien) == 6 and all(len(g) == 64 for g in gezien)
