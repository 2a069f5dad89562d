"""Bewaar voor later: alleen met de pincode, alleen hier, en de deur houdt er niets van."""

from __future__ import annotations

import base64
import secrets
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen
from bot.opslag import GaatNietOpen, maak_bestand, open_bestand

SLEUTEL = "k" * 12 + "sleutel-van-deze-plek"
PIN = "483 920"


def inst(**velden: Any) -> Instellingen:
    return Instellingen(geheim="g" * 32, rasa_geheim="r" * 32, sleutels=SLEUTEL, gesprekken="sqlite://", **velden)


@pytest.fixture
def deur() -> TestClient:
    gesprek = Gesprek(inst())
    http = TestClient(maak_app(inst(), gesprek))
    http.gesprek = gesprek  # type: ignore[attr-defined]
    return http


def praat(deur: TestClient, *codes: str) -> dict[str, str]:
    kop = {"X-Sessie": deur.post("/api/gesprek").json()["sessie"]}
    for code in codes:
        assert (
            deur.post("/api/beurt", json={"beurt": secrets.token_hex(4), "code": code}, headers=kop).status_code == 200
        )
    return kop


def heropen(deur: TestClient, bestand: bytes, pin: str) -> Any:
    return deur.post("/api/heropen", json={"bestand": base64.b64encode(bestand).decode(), "pin": pin})


def test_een_foute_pincode_en_een_andere_plek_geven_niets() -> None:
    bestand = maak_bestand({"stand": "geheim"}, PIN, SLEUTEL)
    assert open_bestand(bestand, "483920", SLEUTEL) == {"stand": "geheim"}
    assert open_bestand(bestand, PIN, f"nieuwe-sleutel-van-deze-plek {SLEUTEL}") == {"stand": "geheim"}
    assert b"geheim" not in bestand
    for pin, sleutel in (("483921", SLEUTEL), (PIN, "een-heel-andere-plek-dan-deze")):
        with pytest.raises(GaatNietOpen):
            open_bestand(bestand, pin, sleutel)
    for stuk in (b"", b"B1", bestand[:-1], bestand[:40] + b"x" + bestand[41:], b"XX" + bestand[2:]):
        with pytest.raises(GaatNietOpen):
            open_bestand(stuk, PIN, SLEUTEL)


def test_de_lengte_verraadt_niet_hoeveel_iemand_vertelde() -> None:
    kort, lang = ({"stand": secrets.token_hex(n)} for n in (5, 200))
    assert len(maak_bestand(kort, PIN, SLEUTEL)) == len(maak_bestand(lang, PIN, SLEUTEL))


def test_bewaren_wissen_en_weer_openen(deur: TestClient) -> None:
    kop = praat(deur, "veilig", "situatie:deepfake_sexual", "antwoord:leeftijd:meerderjarig")
    uit = deur.post("/api/bewaar", json={"pin": PIN}, headers=kop)
    assert uit.status_code == 200 and 'filename="document.dat"' in uit.headers["content-disposition"]
    gesprek = deur.gesprek  # type: ignore[attr-defined]
    deur.delete("/api/gesprek", headers=kop)
    assert gesprek.gesprekken.aantal() == 0, "van wat er in het bestand staat, houdt de deur niets"
    fout = heropen(deur, uit.content, "000000")
    assert fout.status_code == 403 and set(fout.json()) == {"fout", "zin"} and gesprek.gesprekken.aantal() == 0
    weer = heropen(deur, uit.content, PIN)
    assert weer.status_code == 200 and "Fijn dat je er weer bent" in weer.text
    nieuw = {"X-Sessie": weer.json()["sessie"]}
    overzicht = deur.post("/api/beurt", json={"beurt": "o", "code": "overzicht"}, headers=nieuw).text
    assert "nep" in overzicht


def test_zonder_gesprek_of_met_een_korte_pincode_is_er_geen_bestand(deur: TestClient) -> None:
    assert deur.post("/api/bewaar", json={"pin": PIN}).status_code == 401
    assert deur.post("/api/bewaar", json={"pin": "12 34"}, headers=praat(deur)).status_code == 400
    assert deur.post("/api/heropen", json={"pin": PIN, "bestand": "geen base64!"}).status_code == 400
    assert deur.post("/api/heropen", json={"pin": PIN}).status_code == 400


def test_raden_houdt_op(deur: TestClient) -> None:
    bestand = deur.post("/api/bewaar", json={"pin": PIN}, headers=praat(deur, "veilig")).content
    uitkomsten = [heropen(deur, bestand, f"{nr:06}").status_code for nr in range(11)]
    assert uitkomsten == [403] * 10 + [429]
    assert heropen(deur, bestand, PIN).status_code == 429, "ook de goede pincode wacht dan"


def test_zonder_script(deur: TestClient) -> None:
    import re

    tekst = deur.get("/zonder-script").text
    csrf = re.search(r'name="csrf" value="(\w+)"', tekst)
    assert csrf and "Bewaar voor later" in tekst
    deur.post("/zonder-script", data={"csrf": csrf[1], "beurt": "1", "code": "veilig"})
    deur.post("/zonder-script", data={"csrf": csrf[1], "beurt": "2", "code": "situatie:deepfake_sexual"})
    bestand = deur.post("/zonder-script/bewaar", data={"csrf": csrf[1], "pin": PIN}).content
    fout = deur.post("/zonder-script/heropen", data={"csrf": csrf[1], "pin": "111111"}, files={"bestand": bestand})
    assert fout.status_code == 403 and "passen niet bij elkaar" in fout.text
    weer = deur.post("/zonder-script/heropen", data={"csrf": csrf[1], "pin": PIN}, files={"bestand": bestand})
    assert weer.status_code == 200 and "Fijn dat je er weer bent" in weer.text
    vreemd = deur.post("/zonder-script/bewaar", data={"csrf": "0", "pin": PIN}, follow_redirects=False)
    assert vreemd.status_code == 303
