"""Elke brief van de kennis, van het gesprek tot het bestand: op de website en met de functie voor elk ander kanaal."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator

import docx
import pytest
from pypdf import PdfReader
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.brief import maak
from bot.deur.gesprek import Gesprek
from bot.deur.sessie import Sessies
from bot.deur.settings import Instellingen
from bot.kennis import lees_kennis
from knowledge.recht import SCHEIDING

pytestmark = pytest.mark.bewijs("brieven")

GEHEIM = secrets.token_hex(24)
BEELD = {
    "leeftijd": "volwassen",
    "beeld": "nep",
    "beeld_seksueel": "ja",
    "beeld_lijkt_echt": "ja",
    "toestemming_maken": "nee",
    "gedeeld": "ja",
    "publiek": "openbaar",
    "toestemming_delen": "nee",
    "nog_online": "ja",
    "ontdekt": "2026-11-21",
}
SITE = BEELD | {"gedeeld_waar": "website,instagram", "platform_gemeld": "afgewezen", "in_zoekmachine": "ja"}
BEKEND = BEELD | {"dader_bekend": "ja", "relatie": "bekende", "wil": "weghalen,schadevergoeding"}
ONWAAR = {
    "leeftijd": "volwassen",
    "uitspraak": "ja",
    "uitspraak_soort": "bepaald",
    "uitspraak_feitelijk": "ja",
    "uitspraak_concreet": "ja",
    "uitspraak_waar": "onwaar",
    "publiek": "openbaar",
    "gedeeld": "ja",
    "beeld": "geen",
    "gedeeld_waar": "website",
    "dader_bekend": "ja",
    "relatie": "bekende",
}
PERS = ONWAAR | {"journalistiek": "ja", "gedeeld_waar": "pers", "publicatie": "2026-11-01", "relatie": "media"}
ZAKEN = {
    "bewijslogboek": BEELD,
    "samenvatting": BEELD,
    "termijnen": BEELD | {"uitspraak": "ja", "scheldwoorden": "ja"},
    "aangifte_voorbereiding": BEELD,
    "dsa_melding__instagram": SITE,
    "dsa_melding_en__instagram": SITE,
    "dsa_klacht__instagram": SITE,
    "dsa_klacht_en__instagram": SITE,
    "acm_klacht": SITE,
    "ai_klacht": SITE | {"reclame": "ja"},
    "host_verzoek": SITE,
    "host_verzoek_en": SITE,
    "registry_verzoek": SITE,
    "betaalbedrijf_klacht": SITE,
    "betaalbedrijf_klacht_en": SITE,
    "zoekmachine_verzoek": SITE,
    "zoekmachine_verzoek_en": SITE,
    "avg_verwijdering": SITE,
    "avg_verwijdering_en": SITE,
    "avg_herinnering": SITE | {"gedaan": "avg_verzoek", "verzoek_avg": "2026-10-01"},
    "ap_klacht": SITE | {"gedaan": "avg_verzoek", "verzoek_avg": "2026-10-01"},
    "uavg_35_verzoekschrift": SITE | {"gedaan": "avg_verzoek", "verzoek_avg": "2026-10-01"},
    "artikel_12_klaagschrift": BEELD | {"gedaan": "geseponeerd"},
    "naw_verzoek": SITE | {"dader_bekend": "nee"},
    "naw_verzoek_en": SITE | {"dader_bekend": "nee"},
    "sommatie": BEKEND,
    "schade_brief": BEKEND,
    "portret_bezwaar": BEKEND,
    "rectificatie": ONWAAR,
    "medium_klacht": PERS,
    "rvdj_klacht": PERS,
    "school_brief": BEELD | {"relatie": "school"},
    "werk_brief": BEELD | {"relatie": "werk"},
    "stand_aangifte": BEELD | {"gedaan": "aangifte"},
    "slachtofferverklaring": BEELD | {"gedaan": "aangifte"},
    "identiteit_brief": {"leeftijd": "volwassen", "nepaccount": "ja", "gegevens": "gevoelig"},
    "maker_bericht": BEELD | {"rol": "maker"},
}
"""Per brief de antwoorden waarmee iemand erbij uitkomt."""


@pytest.fixture(scope="module")
def gesprek(tmp_path_factory: pytest.TempPathFactory) -> Gesprek:
    map_ = tmp_path_factory.mktemp("brieven")
    return Gesprek(
        Instellingen(
            geheim=GEHEIM,
            gesprekken=f"sqlite:///{map_ / 'g.db'}",
            rasa_poort=9,
            per_minuut=10_000,
            nieuw_per_minuut=10_000,
        )
    )


@pytest.fixture(scope="module")
def web(gesprek: Gesprek) -> Iterator[TestClient]:
    with TestClient(maak_app(gesprek._inst, gesprek)) as klant:
        yield klant


def test_geen_brief_vergeten() -> None:
    _, kennis = lees_kennis()
    assert {naam.partition(SCHEIDING)[0] for naam in ZAKEN} == set(kennis.brieven)


@pytest.mark.parametrize("brief", ZAKEN)
def test_van_gesprek_naar_bestand(gesprek: Gesprek, web: TestClient, brief: str) -> None:
    teken = web.post("/api/gesprek").json()["sessie"]
    koppen = {"X-Sessie": teken}

    def doe(code: str) -> list[dict[str, object]]:
        antwoord = web.post("/api/beurt", json={"beurt": secrets.token_hex(4), "code": code}, headers=koppen)
        assert antwoord.status_code == 200, (code, antwoord.text)
        return list(antwoord.json()["blokken"])

    doe("veilig")
    for feit, waarde in ZAKEN[brief].items():
        doe(f"antwoord:{feit}:{waarde}")
    lijsten = [b for b in doe("advies") if b.get("onderwerp") == "brieven"]
    codes = [k["code"] for b in lijsten for p in b["items"] for k in p.get("knoppen", [])]  # type: ignore[attr-defined]
    assert f"brief:{brief}" in codes
    document = next(b for b in doe(f"brief:{brief}") if b["blok"] == "document")
    kop = str(document["tekst"]).splitlines()[0]
    for vorm in ("docx", "pdf", "txt"):
        via_web = web.post("/api/brief", json={"brief": document["brief"], "vorm": vorm}, headers=koppen)
        assert via_web.status_code == 200
        assert kop in " ".join(_tekst(via_web.content, vorm).split())
        id_ = Sessies(GEHEIM).lees(teken)
        assert id_ is not None
        naam, inhoud = maak(gesprek.gesprekken, id_, brief, vorm)
        assert naam == f"document.{vorm}" and _tekst(inhoud, vorm) == _tekst(via_web.content, vorm)


def _tekst(inhoud: bytes, vorm: str) -> str:
    if vorm == "docx":
        return "\n".join(alinea.text for alinea in docx.Document(io.BytesIO(inhoud)).paragraphs)
    if vorm == "pdf":
        return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)
    return inhoud.decode("utf-8-sig")
