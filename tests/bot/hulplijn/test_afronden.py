"""Samenvatting en kwitantie: wat erin staat, wat eruit blijft, en of hetzelfde advies terugkomt."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pytest
from docx import Document
from pypdf import PdfReader

from bot.deur.hulplijn.zaak.beeld import maak_beeld
from bot.deur.hulplijn.zaak.kwitantie import KwitantieFout, Kwitanties
from bot.deur.hulplijn.zaak.samenvatting import als_gegevens, als_markdown, maak_samenvatting
from bot.kennis import lees_kennis
from knowledge import Kennis, Zaak, adviseer
from knowledge.bewijs.proeven import zaak_van
from tests import gedeeld
from tests.bot.hulplijn.conftest import Scherm

_, KENNIS = lees_kennis()
DAG = date(2026, 11, 24)
GEHEIM = "k3jf8sdf9234jkl2hx7d6s5a4q1z"


def zaad() -> Zaak:
    zaak = Zaak()
    for feit, waarde in (
        ("relatie", "ex_partner"),
        ("beeld", "nep"),
        ("beeld_seksueel", "ja"),
        ("leeftijd", "volwassen"),
        ("toestemming_maken", "nee"),
        ("beeld_lijkt_echt", "ja"),
        ("gedeeld_waar", ("telegram",)),
        ("ontdekt", "2026-11-03"),
    ):
        zaak = zaak.met(feit, waarde, "hulplijn")
    return zaak


def test_alles_staat_erin() -> None:
    beeld = maak_beeld(KENNIS, zaad(), DAG)
    tekst = maak_samenvatting(KENNIS, beeld, DAG, "KWITANTIE", anoniem=False).als_tekst(met_voor_jou=True)
    for stuk in (
        "Ex",
        "254ba",
        "past",
        "Helpwanted",
        "020 261 52 75",
        "Kosten",
        KENNIS.versie,
        "KWITANTIE",
        "nagekeken",
    ):
        assert stuk in tekst, stuk
    assert "3 februari 2027" in tekst
    assert als_markdown(maak_samenvatting(KENNIS, beeld, DAG, "", False)).startswith("# Samenvatting")


def test_herleidbaar_blijft_weg() -> None:
    beeld = maak_beeld(KENNIS, zaad(), DAG)
    document = maak_samenvatting(KENNIS, beeld, DAG, "KWITANTIE", anoniem=True)
    tekst = document.als_tekst(met_voor_jou=True)
    for stuk in ("Ex", "18 of ouder", "3 november", "februari 2027", "KWITANTIE"):
        assert stuk not in tekst, stuk
    assert "254ba" in tekst and "Nep of gemaakt met AI" in tekst
    gegevens = json.dumps(als_gegevens(KENNIS, beeld, DAG, anoniem=True))
    assert "ex_partner" not in gegevens and "2026-11-03" not in gegevens and "2027-" not in gegevens
    assert "ex_partner" in json.dumps(als_gegevens(KENNIS, beeld, DAG, anoniem=False))


def test_elk_feit_dat_iemand_herkenbaar_maakt_is_gemerkt() -> None:
    for feit in KENNIS.feiten.values():
        if feit.soort in ("datum", "leeftijd"):
            assert feit.herleidbaar, feit.id


def test_een_kwitantie_geeft_hetzelfde_advies_voor_elk_voorbeeld() -> None:
    kwitanties = Kwitanties(GEHEIM)
    for grond in KENNIS.gronden.values():
        for voorbeeld in grond.voorbeelden[:3]:
            zaak = zaak_van(KENNIS, voorbeeld.feiten, voorbeeld.vandaag)
            advies = adviseer(KENNIS, zaak, voorbeeld.vandaag)
            gelezen = kwitanties.lees(kwitanties.maak(KENNIS, zaak, advies, voorbeeld.vandaag), KENNIS)
            assert gelezen.zelfde_kennis and not gelezen.wijzigingen and not gelezen.vervallen
            assert adviseer(KENNIS, gelezen.zaak, gelezen.dag).naar_ids() == advies.naar_ids()


def test_een_andere_wet_laat_het_verschil_zien() -> None:
    kwitanties = Kwitanties(GEHEIM)
    code = kwitanties.maak(KENNIS, zaad(), adviseer(KENNIS, zaad(), DAG), DAG)
    inhoud = gedeeld.gelezen().inhoud
    nieuw = Kennis(
        inhoud.model_copy(
            update={
                "gronden": tuple(g for g in inhoud.gronden if g.id != "wraakporno_254ba"),
                "feiten": tuple(f for f in inhoud.feiten if f.id != "gedeeld_waar"),
            }
        ),
        "andere",
    )
    gelezen = kwitanties.lees(code, nieuw)
    assert not gelezen.zelfde_kennis and gelezen.vervallen == ("gedeeld_waar",)
    weg = {w.naam: (w.toen, w.nu) for w in gelezen.wijzigingen}
    assert weg["wraakporno_254ba"] == ("past", None)


@pytest.mark.parametrize("code", ["", "onzin", "a.b.c", "x" * 20_000, "<script>"])
def test_een_kapotte_kwitantie_zegt_wat_te_doen(code: str) -> None:
    with pytest.raises(KwitantieFout, match="Kopieer hem"):
        Kwitanties(GEHEIM).lees(code, KENNIS)
    goed = Kwitanties(GEHEIM).maak(KENNIS, zaad(), adviseer(KENNIS, zaad(), DAG), DAG)
    with pytest.raises(KwitantieFout):
        Kwitanties("ander geheim van een andere balie").lees(goed, KENNIS)


def test_bestanden_en_terug(sanne: Scherm) -> None:
    sanne.doe(zin="ex, deepfake, telegram, 3 weken")
    html = sanne.doe("/hulplijn/samenvatting", maak="1")
    code = re.search(r'id="kwitantie">([^<]+)<', html)
    assert code is not None
    velden = {"zaak": sanne.zaak, "csrf": sanne.csrf}
    pdf = sanne.client.post("/hulplijn/samenvatting", data={**velden, "vorm": "pdf"})
    assert pdf.headers["content-type"] == "application/pdf" and "attachment" in pdf.headers["content-disposition"]
    assert "254ba" in "".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf.content)).pages)
    docx = sanne.client.post("/hulplijn/samenvatting", data={**velden, "vorm": "docx"})
    assert any("254ba" in p.text for p in Document(io.BytesIO(docx.content)).paragraphs)
    assert sanne.client.post("/hulplijn/samenvatting", data={**velden, "vorm": "json"}).json()["feiten"]["relatie"]
    assert sanne.client.post("/hulplijn/samenvatting", data={**velden, "vorm": "exe"}).status_code == 400
    html = sanne.doe("/hulplijn/kwitantie", code=code[1])
    assert "Hetzelfde advies" in html and "Ex" in html
    assert "niet heel" in sanne.doe("/hulplijn/kwitantie", code="kapot.kapot")
