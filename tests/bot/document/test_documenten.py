"""Bestanden: wat erin staat, dat niets ze breekt, en dat LibreOffice ze opent."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.document import maak_docx, maak_ics, maak_pdf, maak_txt
from bot.document.maken import AFSPRAAK
from knowledge import schema
from knowledge.brieven import Opgemaakt, Stuk
from knowledge.recht.termijnen import reken

VREEMD = [
    "<b>vet & <script>alert(1)</script></para>",
    "]]> &amp; &#0; {feit:x} %s **half",
    "\x00\x01\x0b\x1f\x7f\ufffe\ud800 nul",
    "a" * 10_000,
    "[" * 300 + "]" * 300,
    "emoji 😀 arabisch مرحبا ✓",
    "lange zin " * 1_000,
    "",
]
VOORBEELD = Opgemaakt(
    "Een titel",
    "nl",
    (
        Stuk("Kop", ("Een **vette** alinea.", "Naam: [je naam]"), ("punt een", "punt twee"), True),
        Stuk("Tabel", tabel=(("Wanneer", "Wat"), ("", ""), ("maandag", "iets"))),
    ),
    ("Lees dit eerst.",),
    True,
    "Nog niet nagekeken.",
)


def pdftekst(inhoud: bytes) -> str:
    return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


def docxtekst(inhoud: bytes) -> str:
    d = docx.Document(io.BytesIO(inhoud))
    cellen = [cel.text for tabel in d.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in d.paragraphs), *cellen])


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


@pytest.mark.parametrize(("maak", "lees"), [(maak_pdf, pdftekst), (maak_docx, docxtekst)])
def test_alles_staat_erin(maak: Callable[[Opgemaakt], bytes], lees: Callable[[bytes], str]) -> None:
    tekst = plat(lees(maak(VOORBEELD)))
    for stukje in (
        "Een titel",
        "Kop",
        "Een vette alinea.",
        "[je naam]",
        "punt twee",
        "Wanneer",
        "iets",
        "Lees dit eerst.",
    ):
        assert stukje in tekst
    assert "**" not in tekst


def test_pdf_zegt_taal_en_titel_en_nummert_vanaf_de_brief() -> None:
    lezer = PdfReader(io.BytesIO(maak_pdf(VOORBEELD)))
    assert lezer.metadata is not None and lezer.metadata.title == "Een titel"
    assert lezer.trailer["/Root"]["/Lang"] == "nl-NL"
    assert "Bladzijde" not in lezer.pages[0].extract_text()
    assert "Bladzijde 1" in lezer.pages[1].extract_text()


def test_bestanden_zeggen_niet_wie_of_wanneer() -> None:
    eigenschappen = docx.Document(io.BytesIO(maak_docx(VOORBEELD))).core_properties
    assert not eigenschappen.author and eigenschappen.created is not None and eigenschappen.created.year == 2020
    assert maak_pdf(VOORBEELD) == maak_pdf(VOORBEELD)


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("vreemd", VREEMD, ids=range(len(VREEMD)))
def test_niets_breekt_een_document(vreemd: str, apart: bool) -> None:
    d = Opgemaakt(
        vreemd, "en", (Stuk(vreemd, (vreemd,), (vreemd,), True, ((vreemd, vreemd),) * 2),), (vreemd,), apart, vreemd
    )
    assert PdfReader(io.BytesIO(maak_pdf(d))).pages
    assert docx.Document(io.BytesIO(maak_docx(d))).paragraphs
    assert isinstance(maak_txt(d).decode("utf-8-sig"), str)


def test_opmaak_van_een_ander_blijft_tekst() -> None:
    d = Opgemaakt("t", "nl", (Stuk(None, ("<b>nee</b> & <font color='red'>x</font>",)),))
    assert "<b>nee</b> & <font color='red'>x</font>" in plat(pdftekst(maak_pdf(d)))
    assert "<b>nee</b> & <font color='red'>x</font>" in plat(docxtekst(maak_docx(d)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_geen_enkele_tekst_breekt_een_document(tekst: str) -> None:
    d = Opgemaakt(tekst, "nl", (Stuk(tekst, (tekst,), (tekst,), False, ((tekst,), (tekst,))),), (tekst,), False, tekst)
    assert maak_pdf(d).startswith(b"%PDF") and maak_docx(d).startswith(b"PK")


def termijn(id_: str, maanden: int) -> schema.Termijn:
    return schema.Termijn.model_validate(
        {
            "id": id_,
            "naam": "Klacht wegens smaad",
            "vanaf": "ontdekt",
            "duur": {"maanden": maanden},
            "soort": "uiterlijk",
            "tekst": "Doe het tot en met {laatste_dag}.",
            "na_afloop": "Dan nog iets.",
            "bronnen": ["x"],
        }
    )


def test_de_agenda_verraadt_niets() -> None:
    vandaag = date(2026, 11, 24)
    gerekend = [
        reken(termijn("a", 3), "2026-11-21", vandaag),
        reken(termijn("b", 1), "2025-01-01", vandaag),
        reken(termijn("c", 1), None, vandaag),
    ]
    agenda = icalendar.Calendar.from_ical(maak_ics(gerekend, vandaag))
    afspraken = agenda.walk("VEVENT")
    assert sorted(a["dtstart"].dt for a in afspraken) == [date(2027, 2, 14), date(2027, 2, 21)]
    assert {str(a["summary"]) for a in afspraken} == {AFSPRAAK}
    assert all("description" not in a and "location" not in a for a in afspraken)


def test_libreoffice_opent_het(vereist: Callable[[str], str], tmp_path: Path) -> None:
    soffice = vereist("soffice")
    (tmp_path / "d.docx").write_bytes(maak_docx(VOORBEELD))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profiel",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "d.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    tekst = plat(pdftekst((tmp_path / "d.pdf").read_bytes()))
    assert "Een vette alinea." in tekst and "Bladzijde 1" in tekst
