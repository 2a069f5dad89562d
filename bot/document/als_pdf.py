"""Een document als PDF."""

from __future__ import annotations

import io
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from bot.document.als_docx import BLADZIJDE, NIET_MEESTUREN, TALEN, VOOR_JOU
from knowledge.brieven import LEEG, Opgemaakt, Stuk, geschoond

DONKER, GRIJS, LIJN, GEEL = HexColor("#1f2a44"), HexColor("#555555"), HexColor("#b9bfca"), "#fff2a8"
MAX_CEL = 1500
"""Tekens in een cel van een tabel; meer past niet op een blad."""
BASIS = ParagraphStyle("basis", fontName="Vera", fontSize=9.5, leading=14, spaceAfter=6, splitLongWords=1)
STIJL = {
    "alinea": BASIS,
    "titel": ParagraphStyle(
        "titel", BASIS, fontName="Vera-Bold", fontSize=16, leading=21, spaceAfter=14, textColor=DONKER
    ),
    "kop": ParagraphStyle(
        "kop",
        BASIS,
        fontName="Vera-Bold",
        fontSize=11,
        leading=15,
        spaceBefore=12,
        spaceAfter=4,
        textColor=DONKER,
        keepWithNext=1,
    ),
    "punt": ParagraphStyle("punt", BASIS, leftIndent=16, bulletIndent=3, spaceAfter=3),
    "kader": ParagraphStyle(
        "kader",
        BASIS,
        backColor=HexColor("#eef1f6"),
        borderPadding=(7, 8, 8, 8),
        leftIndent=8,
        rightIndent=8,
        spaceAfter=12,
    ),
    "cel": ParagraphStyle("cel", BASIS, fontSize=8, leading=11, spaceAfter=0),
    "celkop": ParagraphStyle("celkop", BASIS, fontName="Vera-Bold", fontSize=8, leading=11, spaceAfter=0),
}


def maak_pdf(document: Opgemaakt) -> bytes:
    """Het document als PDF: A4, bladzijden genummerd, lege plekken gemarkeerd, met titel en taal voor schermlezers."""
    teken = _letters()
    d = geschoond(document)
    blad = landscape(A4) if d.liggend else A4
    marge = 1.8 * cm if d.liggend else 2.5 * cm
    uit = io.BytesIO()
    sjabloon = BaseDocTemplate(
        uit,
        pagesize=blad,
        leftMargin=marge,
        rightMargin=marge,
        topMargin=2.2 * cm,
        bottomMargin=2.2 * cm,
        title=_letterlijk(d.titel, teken),
        author="",
        subject="",
        creator="",
        producer="",
        lang=TALEN[d.taal],
        invariant=1,
    )
    vlak = Frame(marge, 2.2 * cm, blad[0] - 2 * marge, blad[1] - 4.4 * cm, 0, 0, 0, 0)

    los = 1 if d.voor_jou and d.apart else 0

    def voet(doek: Any, _: Any) -> None:
        doek.saveState()
        doek.setFont("Vera", 7)
        doek.setFillColor(GRIJS)
        bladzijde = doek.getPageNumber() - los
        if bladzijde:
            doek.drawRightString(blad[0] - marge, 1.2 * cm, f"{BLADZIJDE[d.taal]} {bladzijde}")
        for regel, tekst in enumerate(_regels(_letterlijk(d.voet, teken), blad[0] - 2 * marge - 2.5 * cm)):
            doek.drawString(marge, 1.2 * cm - 9 * regel, tekst)
        doek.restoreState()

    sjabloon.addPageTemplates([PageTemplate(frames=[vlak], onPage=voet)])
    sjabloon.build(_verhaal(d, teken, blad[0] - 2 * marge))
    return uit.getvalue()


def _verhaal(d: Opgemaakt, teken: frozenset[int], breed: float) -> list[Flowable]:
    verhaal: list[Flowable] = []
    if d.voor_jou and d.apart:
        verhaal.append(Paragraph(escape(VOOR_JOU[d.taal]), STIJL["titel"]))
        verhaal += [Paragraph(_loop(a, teken), STIJL["punt"], bulletText="•") for a in d.voor_jou]
        verhaal += [Spacer(1, 8), Paragraph(f"<b>{escape(NIET_MEESTUREN[d.taal])}</b>", BASIS), PageBreak()]
    verhaal.append(Paragraph(_loop(d.titel, teken), STIJL["titel"]))
    if d.voor_jou and not d.apart:
        verhaal += [Paragraph("<br/>".join(_loop(a, teken) for a in d.voor_jou), STIJL["kader"]), Spacer(1, 6)]
    for stuk in d.delen:
        verhaal += _stuk(stuk, teken, breed)
    return verhaal


def _stuk(stuk: Stuk, teken: frozenset[int], breed: float) -> list[Flowable]:
    uit: list[Flowable] = [PageBreak()] if stuk.nieuw_blad else []
    if stuk.kop:
        uit.append(Paragraph(_loop(stuk.kop, teken), STIJL["kop"]))
    uit += [Paragraph(_loop(alinea, teken), BASIS) for alinea in stuk.alineas]
    uit += [
        Paragraph(_loop(punt, teken), STIJL["punt"], bulletText=f"{nr}." if stuk.genummerd else "•")
        for nr, punt in enumerate(stuk.lijst, 1)
    ]
    if stuk.tabel:
        uit += [_tabel(stuk, teken, breed), Spacer(1, 10)]
    # de laatste alinea voor een handtekening blijft bij de vorige regels
    return [KeepTogether(uit)] if len(uit) <= 4 and not stuk.tabel and sum(map(len, stuk.alineas)) < 900 else uit


def _tabel(stuk: Stuk, teken: frozenset[int], breed: float) -> Table:
    kolommen = max(len(rij) for rij in stuk.tabel)
    rijen = [
        [
            Paragraph(_loop(cel[:MAX_CEL], teken), STIJL["celkop" if nr == 0 else "cel"])
            for cel in (*rij, *[""] * (kolommen - len(rij)))
        ]
        for nr, rij in enumerate(stuk.tabel)
    ]
    hoogtes = [None if nr == 0 or any(rij) else 1.3 * cm for nr, rij in enumerate(stuk.tabel)]
    return Table(
        rijen,
        colWidths=[breed / kolommen] * kolommen,
        rowHeights=hoogtes,
        repeatRows=1,
        splitInRow=1,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, LIJN),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#eef1f6")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ],
    )


def _loop(tekst: str, teken: frozenset[int]) -> str:
    """Tekst als reportlab-opmaak: eerst alles letterlijk, dan **vet** en de lege plekken."""
    veilig = escape(_letterlijk(tekst, teken))
    veilig = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", veilig)
    veilig = LEEG.sub(
        lambda plek: f'<font backColor="{GEEL}">{plek.group()}</font>' if "<" not in plek.group() else plek.group(),
        veilig,
    )
    return veilig.replace("\n", "<br/>")


def _letterlijk(tekst: str, teken: frozenset[int]) -> str:
    """Een teken dat de letter niet kent, wordt een vierkantje in plaats van een gat."""
    return "".join(t if ord(t) in teken or t == "\n" else " " if t == "\t" else "\u25a1" for t in tekst)


def _regels(tekst: str, breed: float) -> list[str]:
    regels = [""]
    for woord in tekst.split():
        proef = f"{regels[-1]} {woord}".strip()
        if pdfmetrics.stringWidth(proef, "Vera", 7) <= breed or not regels[-1]:
            regels[-1] = proef
        else:
            regels.append(woord)
    return regels[:3]


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """Zet de letters klaar die bij reportlab horen, en geeft de tekens die ze kennen."""
    map_ = Path(os.path.dirname(reportlab.__file__)) / "fonts"
    for naam, bestand in (("Vera", "Vera"), ("Vera-Bold", "VeraBd"), ("Vera-Italic", "VeraIt"), ("Vera-BI", "VeraBI")):
        pdfmetrics.registerFont(TTFont(naam, str(map_ / f"{bestand}.ttf")))
    pdfmetrics.registerFontFamily("Vera", "Vera", "Vera-Bold", "Vera-Italic", "Vera-BI")
    return frozenset(pdfmetrics.getFont("Vera").face.charToGlyph)
