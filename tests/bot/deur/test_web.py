"""Het webkanaal: wat er ook binnenkomt, een vriendelijke zin en dezelfde vraag, en niets blijft liggen wat niet mag."""

from __future__ import annotations

import asyncio
import os
import shutil
import uuid
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.deur.settings import Instellingen, InstellingFout
from bot.opslag import Gesprekken, Kluis
from knowledge.woorden import tekst_van
from tests.bot.deur.conftest import Huis

KANARIE = "kanarievogel Xantippe heeft een geheim verhaal over haar naaktfoto"


class Klant:
    def __init__(self, huis: Huis) -> None:
        self.http = httpx.Client(base_url=huis.adres, trust_env=False, timeout=30)
        begin = self.http.post("/api/gesprek").json()
        self.sessie, self.begin = begin["sessie"], begin["blokken"]

    def stuur(self, beurt: str | None = None, **lijf: Any) -> httpx.Response:
        return self.http.post(
            "/api/beurt", json={"beurt": beurt or uuid.uuid4().hex, **lijf}, headers={"X-Sessie": self.sessie}
        )

    def zeg(self, **lijf: Any) -> str:
        antwoord = self.stuur(**lijf)
        assert antwoord.status_code == 200, antwoord.text
        return tekst_van(antwoord.json()["blokken"])


@pytest.fixture(params=["met_rasa", "zonder_rasa"])
def klant(request: pytest.FixtureRequest, huis: Huis, kaal_huis: Huis) -> Klant:
    return Klant(huis if request.param == "met_rasa" else kaal_huis)


def test_de_eerste_beurt_zegt_wat_dit_is(klant: Klant) -> None:
    tekst = tekst_van(klant.begin)
    for wat in ("computerprogramma", "geen advocaat", "geen namen", "112", "rode knop", "dag"):
        assert wat in tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "   ",
        "🙂🙂🙂",
        "\x00\x07\x1b",
        "x" * 10_000,
        "/antwoord{",
        '/daad{"code":"wis"}',
        "/restart",
        "/session_start",
        "<script>alert(1)</script>",
        "'; drop table gesprekken; --",
        "?" * 500,
    ],
)
def test_slechte_invoer_krijgt_een_vriendelijke_zin_en_de_weg_terug_naar_de_vraag(klant: Klant, tekst: str) -> None:
    klant.zeg(code="situatie:deepfake_sexual")
    voor = klant.zeg(code="waarom").splitlines()[-1]
    na = klant.zeg(tekst=tekst)
    assert voor in (na.splitlines()[-1], klant.zeg(code="nog_eens").splitlines()[-1])
    assert len(na.split()) > 5 and "Traceback" not in na


@pytest.mark.parametrize(
    "code",
    [
        "antwoord:bestaat_niet:ja",
        "antwoord:leeftijd:999",
        "antwoord:beeld:groen",
        "wijzig:leeftijd",
        "route:bestaat_niet",
    ],
)
def test_een_antwoord_dat_niet_bestaat_houdt_de_vraag(klant: Klant, code: str) -> None:
    klant.zeg(code="situatie:deepfake_sexual")
    voor = klant.zeg(code="waarom").splitlines()[-1]
    assert klant.zeg(code=code).splitlines()[-1] == voor


@pytest.mark.parametrize(
    "lijf",
    [
        {},
        {"beurt": "a"},
        {"beurt": "a", "code": "x", "tekst": "y"},
        {"beurt": 3, "tekst": "x"},
        {"beurt": "a", "code": "rm:alles"},
        {"beurt": "a", "code": 5},
        {"beurt": "", "tekst": "x"},
    ],
)
def test_een_verkeerde_vorm_is_een_nette_weigering(klant: Klant, lijf: dict[str, Any]) -> None:
    antwoord = klant.http.post("/api/beurt", json=lijf, headers={"X-Sessie": klant.sessie})
    assert antwoord.status_code == 400 and antwoord.json()["zin"]


def test_geen_json_en_te_groot(klant: Klant) -> None:
    kop = {"X-Sessie": klant.sessie, "Content-Type": "application/json"}
    assert klant.http.post("/api/beurt", content=b"{half", headers=kop).status_code == 400
    assert klant.http.post("/api/beurt", content=b"x" * 300_000, headers=kop).status_code == 413


@pytest.mark.parametrize("sessie", ["", "x", "w" + "0" * 32, "ImhvaSI.c2xlY2h0", "a" * 500])
def test_een_verzonnen_sessie_opent_niets(klant: Klant, sessie: str) -> None:
    for methode, pad in (("GET", "/api/gesprek"), ("POST", "/api/beurt")):
        antwoord = klant.http.request(
            methode,
            pad,
            headers={"X-Sessie": sessie},
            json={"beurt": "a", "tekst": "hoi"} if methode == "POST" else None,
        )
        assert antwoord.status_code == 401


def test_dezelfde_beurt_wordt_niet_twee_keer_gedaan(klant: Klant) -> None:
    klant.zeg(code="situatie:deepfake_sexual")
    eerste = klant.stuur(beurt="vast", code="antwoord:leeftijd:volwassen").json()
    assert klant.stuur(beurt="vast", code="antwoord:leeftijd:volwassen").json() == eerste
    assert klant.stuur(beurt="vast", tekst="iets heel anders").json() == eerste


def test_hervatten_en_wissen(klant: Klant) -> None:
    laatste = klant.stuur(code="situatie:deepfake_sexual").json()["blokken"]
    kop = {"X-Sessie": klant.sessie}
    assert klant.http.get("/api/gesprek", headers=kop).json()["blokken"] == laatste
    assert klant.http.delete("/api/gesprek", headers=kop).status_code == 204
    assert klant.http.get("/api/gesprek", headers=kop).status_code == 401


def test_wis_alles_wist_ook_de_rij(klant: Klant) -> None:
    klant.zeg(code="situatie:deepfake_sexual")
    assert "gewist" in klant.zeg(code="wis")
    assert klant.http.get("/api/gesprek", headers={"X-Sessie": klant.sessie}).status_code == 401


def test_wat_iemand_typt_staat_nergens(huis: Huis, kaal_huis: Huis) -> None:
    for h in (huis, kaal_huis):
        klant = Klant(h)
        klant.zeg(tekst=KANARIE)
        klant.zeg(tekst=f"ja {KANARIE}")
        map_ = Path(h.omgeving["EHBO_GESPREKKEN"].removeprefix("sqlite:///")).parent
        for bestand in map_.rglob("*"):
            if bestand.is_file():
                inhoud = bestand.read_bytes()
                assert b"kanarie" not in inhoud and b"Xantippe" not in inhoud, bestand.name
        gesprekken = Gesprekken(h.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(h.omgeving["EHBO_SLEUTELS"]))
        rijen = [gesprekken.lees(id_) for id_ in gesprekken.ids()]
        assert rijen and not any("kanarie" in str(rij) or "Xantippe" in str(rij) for rij in rijen)


def test_nood_gaat_voor_alles(klant: Klant) -> None:
    blokken = klant.stuur(tekst="ik wil dood, iedereen heeft mijn filmpje gezien").json()["blokken"]
    assert blokken[0]["blok"] == "nood" and any(n["nummer"] == "0800 0113" for n in blokken[0]["telefoon"])


def test_een_vraag_over_het_recht_en_dan_terug(klant: Klant) -> None:
    klant.zeg(code="situatie:defamation_facts")
    antwoord = klant.stuur(tekst="wat is het verschil tussen smaad en laster?").json()["blokken"]
    tekst = tekst_van(antwoord)
    assert "Smaad" in tekst and "BWBR0001854" in tekst and antwoord[-1]["blok"] == "keuze"


def test_strenge_koppen(klant: Klant) -> None:
    koppen = klant.http.get("/").headers
    assert (
        koppen["content-security-policy"].startswith("default-src 'self'")
        and "unsafe" not in koppen["content-security-policy"]
    )
    assert koppen["x-content-type-options"] == "nosniff" and koppen["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in klant.http.get("/", headers={"Origin": "https://kwaad.example"}).headers


def test_zonder_script_hetzelfde_gesprek(klant: Klant) -> None:
    import re

    http = httpx.Client(base_url=str(klant.http.base_url), trust_env=False, follow_redirects=True)
    pagina = http.get("/zonder-script").text
    csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', pagina)
    assert csrf and "computerprogramma" in pagina and "<script" not in pagina
    pagina = http.post(
        "/zonder-script", data={"csrf": csrf[1], "beurt": "b1", "tekst": "er staat een seksfake van mij online"}
    ).text
    assert "Hoe oud" in pagina and "seksueel" in pagina
    assert "Hoe oud" in http.post("/zonder-script", data={"csrf": csrf[1], "beurt": "b2", "code": "klopt"}).text
    assert "Hoe oud" in http.post("/zonder-script", data={"csrf": "fout", "beurt": "b3", "code": "wis"}).text


def test_nieuwe_inhoud_zonder_herstart(tmp_path: Path) -> None:
    """Een zin wijzigen en `make kennis`: het lopende gesprek zegt het nieuwe, en gaat verder waar het was."""
    from knowledge.bouw import bouw
    from tests.bot.deur.conftest import bouw_huis, sluit

    inhoud = Path(shutil.copytree(Path(__file__).parents[3] / "knowledge" / "inhoud", tmp_path / "inhoud"))
    kennis = tmp_path / "kennis.db"
    bouw(kennis, inhoud)
    os.environ["EHBO_KENNIS"] = str(kennis)
    try:
        huis = bouw_huis(tmp_path, met_rasa=True)
    finally:
        del os.environ["EHBO_KENNIS"]
    try:
        klant = Klant(huis)
        klant.zeg(code="situatie:deepfake_sexual")
        assert "Hoe oud was je toen" in klant.zeg(code="waarom")
        bestand = inhoud / "feiten" / "1_wie.yaml"
        bestand.write_text(
            bestand.read_text().replace(
                "vraag: Hoe oud was je toen, of hoe oud lijk je op het beeld?", "vraag: Welke leeftijd had je toen?"
            )
        )
        bouw(kennis, inhoud)
        assert "Welke leeftijd had je toen?" in klant.zeg(code="verder")
        volgende = klant.zeg(code="antwoord:leeftijd:volwassen")
        assert "?" in volgende and "leeftijd" not in volgende
    finally:
        sluit(huis)


def test_zonder_kennis_blijven_de_nummers_staan(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from bot.deur.app import maak_app

    inst = Instellingen(geheim="g" * 32, rasa_geheim="r" * 32, gesprekken=f"sqlite:///{tmp_path / 'g.db'}")
    os.environ["EHBO_KENNIS"] = str(tmp_path / "weg.db")
    try:
        with TestClient(maak_app(inst), raise_server_exceptions=False) as http:
            thuis, begin, kaal = http.get("/"), http.post("/api/gesprek"), http.get("/zonder-script")
            assert thuis.status_code == 200 and "tel:112" in thuis.text and http.get("/status").json()["klaar"] is False
            assert begin.status_code == 503 and begin.json()["zin"]
            assert kaal.status_code == 503 and all(nr in kaal.text for nr in ("112", "113", "020 261 52 75"))
    finally:
        del os.environ["EHBO_KENNIS"]


def test_te_veel_nieuwe_gesprekken_worden_vriendelijk_geremd() -> None:
    from bot.deur.sessie import Grens
    from bot.opslag.vluchtig import InGeheugen

    async def proef() -> None:
        grens = Grens(InGeheugen(), "nieuw", 3)
        assert [await grens.mag("een") for _ in range(5)] == [True, True, True, False, False]
        assert await grens.mag("twee")

    asyncio.run(proef())


def test_instellingen_weigeren_wat_onveilig_is(tmp_path: Path) -> None:
    with pytest.raises(InstellingFout, match="24 tekens"):
        Instellingen.uit_omgeving({"EHBO_GEHEIM": "kort"})
    with pytest.raises(InstellingFout, match="72"):
        Instellingen.uit_omgeving({"EHBO_BEWAREN_UREN": "9000"})
    with pytest.raises(InstellingFout):
        Instellingen.uit_omgeving({"EHBO_ADRES": "0.0.0.0:poort"})
    assert Instellingen.uit_omgeving({}).host == "127.0.0.1"
