"""Van gesprek naar bestand: op de website, zonder script, en met de functie die elk kanaal gebruikt."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.brief import BriefFout, maak
from bot.deur.gesprek import Gesprek
from bot.deur.sessie import Sessies
from bot.deur.settings import Instellingen
from bot.deur.web.zonder_script import COOKIE, PAD, csrf

GEHEIM = secrets.token_hex(24)
STAPPEN = [
    "veilig",
    "situatie:deepfake_sexual",
    "antwoord:leeftijd:volwassen",
    "antwoord:toestemming_maken:nee",
    "antwoord:gedeeld_waar:instagram,pornosite",
    "antwoord:ontdekt:2026-11-21",
    "antwoord:uitspraak:ja",
    "antwoord:scheldwoorden:ja",
    "advies",
]


@pytest.fixture(scope="module")
def gesprek(tmp_path_factory: pytest.TempPathFactory) -> Gesprek:
    inst = Instellingen(
        geheim=GEHEIM, gesprekken=f"sqlite:///{tmp_path_factory.mktemp('g') / 'g.db'}", rasa_poort=9, per_minuut=10_000
    )
    return Gesprek(inst)


@pytest.fixture(scope="module")
def web(gesprek: Gesprek) -> Iterator[TestClient]:
    with TestClient(maak_app(gesprek._inst, gesprek)) as klant:
        yield klant


@pytest.fixture(scope="module")
def sessie(web: TestClient) -> str:
    teken = str(web.post("/api/gesprek").json()["sessie"])
    for nr, code in enumerate(STAPPEN):
        antwoord = doe(web, teken, code, str(nr))
        assert antwoord, code
    return teken


def doe(web: TestClient, teken: str, code: str, beurt: str) -> list[dict[str, object]]:
    antwoord = web.post("/api/beurt", json={"beurt": beurt, "code": code}, headers={"X-Sessie": teken})
    assert antwoord.status_code == 200, antwoord.text
    return list(antwoord.json()["blokken"])


def test_van_gesprek_naar_bestand(web: TestClient, sessie: str) -> None:
    blokken = doe(web, sessie, "brief:dsa_melding__instagram", "b1")
    document = next(b for b in blokken if b["blok"] == "document")
    assert "Instagram" in str(document["tekst"]) and document["vormen"] == ["docx", "pdf", "txt"]
    for vorm, begin in (("docx", b"PK"), ("pdf", b"%PDF"), ("txt", b"\xef\xbb\xbf")):
        antwoord = web.post("/api/brief", json={"brief": document["brief"], "vorm": vorm}, headers={"X-Sessie": sessie})
        assert antwoord.status_code == 200 and antwoord.content.startswith(begin)
        assert antwoord.headers["Content-Disposition"] == f'attachment; filename="document.{vorm}"'
        assert antwoord.headers["Cache-Control"] == "no-store"


def test_elke_brief_uit_het_advies_wordt_een_bestand(web: TestClient, sessie: str) -> None:
    blokken = doe(web, sessie, "advies", "a2")
    codes = [
        k["code"] for b in blokken if b.get("onderwerp") == "brieven" for p in b["items"] for k in p.get("knoppen", [])
    ]  # type: ignore[attr-defined]
    assert len(codes) >= 4
    for code in codes:
        antwoord = web.post(
            "/api/brief", json={"brief": str(code).removeprefix("brief:"), "vorm": "pdf"}, headers={"X-Sessie": sessie}
        )
        assert antwoord.status_code == 200, code
        assert PdfReader(io.BytesIO(antwoord.content)).pages


def test_dezelfde_brief_met_de_functie_voor_elk_kanaal(gesprek: Gesprek, web: TestClient, sessie: str) -> None:
    id_ = Sessies(GEHEIM).lees(sessie)
    assert id_ is not None
    naam, inhoud = maak(gesprek.gesprekken, id_, "aangifte_voorbereiding", "docx")
    assert naam == "document.docx" and inhoud.startswith(b"PK")
    via_web = web.post(
        "/api/brief", json={"brief": "aangifte_voorbereiding", "vorm": "pdf"}, headers={"X-Sessie": sessie}
    )
    assert via_web.content == maak(gesprek.gesprekken, id_, "aangifte_voorbereiding", "pdf")[1]
    with pytest.raises(BriefFout):
        maak(gesprek.gesprekken, "w" + "0" * 32, "aangifte_voorbereiding", "pdf")


def test_de_agenda_pas_na_de_waarschuwing(web: TestClient, sessie: str) -> None:
    vraag = {"brief": "agenda", "vorm": "ics"}
    assert web.post("/api/brief", json=vraag, headers={"X-Sessie": sessie}).status_code == 409
    eerst = doe(web, sessie, "brief:agenda", "c1")
    assert not any(b["blok"] == "document" for b in eerst)
    daarna = doe(web, sessie, "brief:agenda", "c2")
    assert next(b for b in daarna if b["blok"] == "document")["vormen"] == ["ics"]
    antwoord = web.post("/api/brief", json=vraag, headers={"X-Sessie": sessie})
    assert antwoord.status_code == 200 and b"SUMMARY:afspraak" in antwoord.content
    assert (
        b"klacht" not in antwoord.content.lower() and 'filename="agenda.ics"' in antwoord.headers["Content-Disposition"]
    )


@pytest.mark.parametrize(
    ("lijf", "code"),
    [
        ({"brief": "bestaat_niet", "vorm": "pdf"}, 404),
        ({"brief": "dsa_melding__tiktok", "vorm": "pdf"}, 404),
        ({"brief": "../../etc/passwd", "vorm": "pdf"}, 404),
        ({"brief": "samenvatting", "vorm": "exe"}, 400),
        ({"brief": "samenvatting", "vorm": "ics"}, 400),
        ({"brief": 3, "vorm": "pdf"}, 400),
        ({}, 400),
        ([], 400),
    ],
)
def test_wat_niet_kan_krijgt_een_zin(web: TestClient, sessie: str, lijf: object, code: int) -> None:
    antwoord = web.post("/api/brief", json=lijf, headers={"X-Sessie": sessie})
    assert antwoord.status_code == code and antwoord.json()["zin"]


def test_zonder_sessie_geen_brief(web: TestClient) -> None:
    assert web.post("/api/brief", json={"brief": "samenvatting", "vorm": "pdf"}).status_code == 401


def test_zonder_script_met_csrf(web: TestClient, sessie: str) -> None:
    id_ = Sessies(GEHEIM).lees(sessie)
    assert id_ is not None
    formulier = {"brief": "samenvatting", "vorm": "pdf"}
    cookies = {"Cookie": f"{COOKIE}={sessie}"}
    zonder = web.post(f"{PAD}/brief", data=formulier, headers=cookies, follow_redirects=False)
    assert zonder.status_code == 303
    antwoord = web.post(f"{PAD}/brief", data=formulier | {"csrf": csrf(GEHEIM, id_)}, headers=cookies)
    assert antwoord.status_code == 200 and antwoord.content.startswith(b"%PDF")
    fout = web.post(f"{PAD}/brief", data={"brief": "x", "vorm": "pdf", "csrf": csrf(GEHEIM, id_)}, headers=cookies)
    assert fout.status_code == 404


def test_er_blijft_niets_op_schijf(gesprek: Gesprek, web: TestClient, sessie: str, tmp_path: Path) -> None:
    plek = Path(gesprek._inst.gesprekken.removeprefix("sqlite:///")).parent
    voor = sorted(p.name for p in plek.iterdir())
    web.post("/api/brief", json={"brief": "samenvatting", "vorm": "docx"}, headers={"X-Sessie": sessie})
    assert sorted(p.name for p in plek.iterdir()) == voor
