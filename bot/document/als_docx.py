"""Een document als DOCX."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from knowledge.brieven import LEEG, Opgemaakt, Stuk, geschoond

LETTER = "Arial"
"""Staat op elke computer; LibreOffice neemt er een die even breed is."""
KADER, LIJN, GEEL = "EEF1F6", "B9BFCA", "FFF2A8"
MAX_TITEL = 255
"""Meer tekens mag een eigenschap van een DOCX niet hebben."""
GRIJS, DONKER = RGBColor(0x55, 0x55, 0x55), RGBColor(0x1F, 0x2A, 0x44)
VOOR_JOU = {"nl": "Voor jou: lees dit eerst", "en": "For you: read this first"}
NIET_MEESTUREN = {"nl": "Stuur dit blad niet mee.", "en": "Do not send this page."}
BLADZIJDE = {"nl": "Bladzijde", "en": "Page"}
TALEN = {"nl": "nl-NL", "en": "en-GB"}
LOPEND = re.compile(r"(\*\*.+?\*\*)")


def maak_docx(document: Opgemaakt) -> bytes:
    """Het document als DOCX: A4, koppen als echte koppen, lege plekken gemarkeerd."""
    d = geschoond(document)
    uit = Document()
    _stijlen(uit, d)
    if d.voor_jou and d.apart:
        _los_blad(uit, d)
    _loop(_alinea(uit, "Title"), d.titel)
    if d.voor_jou and not d.apart:
        _inleiding(uit, d)
    for stuk in d.delen:
        _stuk(uit, stuk)
    _voet(uit, d)
    eigenschappen = uit.core_properties
    eigenschappen.title, eigenschappen.language = d.titel[:MAX_TITEL], TALEN[d.taal]
    eigenschappen.author = eigenschappen.comments = ""
    eigenschappen.created = eigenschappen.modified = datetime(2020, 1, 1)  # zegt niet wanneer iemand dit maakte
    bytes_ = io.BytesIO()
    uit.save(bytes_)
    return bytes_.getvalue()


def _stijlen(uit: Any, d: Opgemaakt) -> None:
    vlak = uit.sections[0]
    vlak.page_width, vlak.page_height = (Cm(29.7), Cm(21)) if d.liggend else (Cm(21), Cm(29.7))
    vlak.orientation = WD_ORIENT.LANDSCAPE if d.liggend else WD_ORIENT.PORTRAIT
    vlak.left_margin = vlak.right_margin = Cm(1.8 if d.liggend else 2.5)
    vlak.top_margin, vlak.bottom_margin = Cm(2.2), Cm(2)
    for naam, punten, voor, na, kleur in (
        ("Normal", 10.5, 0, 6, None),
        ("Title", 17, 0, 14, DONKER),
        ("Heading 1", 12, 14, 4, DONKER),
        ("List Bullet", 10.5, 0, 3, None),
        ("List Number", 10.5, 0, 3, None),
    ):
        stijl = uit.styles[naam]
        stijl.font.name, stijl.font.size = LETTER, Pt(punten)
        letters = stijl.element.get_or_add_rPr().get_or_add_rFonts()
        for soort in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            letters.set(qn(soort), LETTER)
        for thema in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            letters.attrib.pop(qn(thema), None)
        stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(voor), Pt(na)
        stijl.paragraph_format.line_spacing = 1.15
        for dicht in stijl.element.get_or_add_pPr().findall(qn("w:contextualSpacing")):
            dicht.getparent().remove(dicht)  # anders kleeft de alinea na een lijst eraan vast
        if kleur is not None:
            stijl.font.color.rgb, stijl.font.bold = kleur, True
    rand = uit.styles["Title"].element.get_or_add_pPr().find(qn("w:pBdr"))
    if rand is not None:
        rand.getparent().remove(rand)
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), TALEN[d.taal])
    opmaak = uit.styles["Normal"].element.get_or_add_rPr()
    for oud in opmaak.findall(qn("w:lang")):
        opmaak.remove(oud)
    opmaak.append(taal)


def _inleiding(uit: Any, d: Opgemaakt) -> None:
    """Wat de persoon moet weten, als kader onder de titel."""
    cel = uit.add_table(rows=1, cols=1).rows[0].cells[0]
    _vul(cel._tc.get_or_add_tcPr(), KADER)
    _ruimte(cel, 120)
    for nummer, alinea in enumerate(d.voor_jou):
        regel = cel.paragraphs[0] if nummer == 0 else cel.add_paragraph()
        regel.paragraph_format.space_after = Pt(3)
        _loop(regel, alinea)
    uit.add_paragraph().paragraph_format.space_after = Pt(0)


def _vul(eigenschappen: Any, kleur: str) -> None:
    """Een achtergrondkleur, voor een cel of een stukje tekst."""
    vulling = OxmlElement("w:shd")
    for naam, waarde in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", kleur)):
        vulling.set(qn(naam), waarde)
    eigenschappen.append(vulling)


def _ruimte(cel: Any, twips: int) -> None:
    """Witruimte binnen een cel."""
    marges = OxmlElement("w:tcMar")
    for kant in ("top", "start", "bottom", "end"):
        marge = OxmlElement(f"w:{kant}")
        marge.set(qn("w:w"), str(twips))
        marge.set(qn("w:type"), "dxa")
        marges.append(marge)
    cel._tc.get_or_add_tcPr().append(marges)


def _los_blad(uit: Any, d: Opgemaakt) -> None:
    """Een eigen blad vooraf, dat niet mee hoeft. De bladzijden van de brief zelf beginnen daarna bij 1."""
    _loop(_alinea(uit, "Title"), VOOR_JOU[d.taal])
    for alinea in d.voor_jou:
        _loop(_alinea(uit, "ListBullet"), alinea)
    uit.add_paragraph().add_run(NIET_MEESTUREN[d.taal]).bold = True
    vlak = uit.add_section(WD_SECTION.NEW_PAGE)
    vlak.footer.is_linked_to_previous = False
    begin = OxmlElement("w:pgNumType")
    begin.set(qn("w:start"), "1")
    vlak._sectPr.append(begin)


def _stuk(uit: Any, stuk: Stuk) -> None:
    if stuk.nieuw_blad:
        uit.add_page_break()
    if stuk.kop:
        _loop(_alinea(uit, "Heading1"), stuk.kop)
    for alinea in stuk.alineas:
        _loop(uit.add_paragraph(), alinea)
    for nummer, punt in enumerate(stuk.lijst, 1):
        if stuk.genummerd:
            # eigen nummers: Word telt een lijststijl door over alle stukken heen
            regel = uit.add_paragraph()
            regel.paragraph_format.space_after = Pt(3)
            regel.paragraph_format.left_indent, regel.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
            regel.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
            regel.add_run(f"{nummer}.\t")
        else:
            regel = _alinea(uit, "ListBullet")
        _loop(regel, punt)
    if stuk.tabel:
        _tabel(uit, stuk)


def _alinea(uit: Any, stijl: str) -> Any:
    """Een alinea met de id van een stijl: op naam zoekt python-docx elke keer alle stijlen af."""
    alinea = uit.add_paragraph()
    alinea._p.style = stijl
    return alinea


def _tabel(uit: Any, stuk: Stuk) -> None:
    kolommen = max(len(rij) for rij in stuk.tabel)
    tabel = uit.add_table(rows=0, cols=kolommen)
    tabel.style = "Table Grid"
    _lijnen(tabel)
    for nummer, rij in enumerate(stuk.tabel):
        cellen = tabel.add_row().cells
        for cel, tekst in zip(cellen, (*rij, *[""] * (kolommen - len(rij))), strict=True):
            _ruimte(cel, 60)
            if nummer == 0:
                _vul(cel._tc.get_or_add_tcPr(), KADER)
            alinea = cel.paragraphs[0]
            alinea.paragraph_format.space_after = Pt(2)
            _loop(alinea, tekst)
            for stukje in alinea.runs:
                stukje.font.size, stukje.bold = Pt(9), True if nummer == 0 else stukje.bold
        if nummer == 0:
            kop = OxmlElement("w:tblHeader")
            kop.set(qn("w:val"), "true")
            tabel.rows[0]._tr.get_or_add_trPr().append(kop)
        elif not any(rij):
            tabel.rows[-1].height = Cm(1.3)
    uit.add_paragraph()


def _lijnen(tabel: Any) -> None:
    """Dunne grijze lijnen in plaats van zwarte."""
    randen = OxmlElement("w:tblBorders")
    for kant in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rand = OxmlElement(f"w:{kant}")
        for naam, waarde in (("w:val", "single"), ("w:sz", "4"), ("w:color", LIJN)):
            rand.set(qn(naam), waarde)
        randen.append(rand)
    tabel._tbl.tblPr.append(randen)


def _loop(alinea: Any, tekst: str) -> None:
    """Tekst met **vet** en gemarkeerde lege plekken."""
    for deel in LOPEND.split(tekst):
        vet = deel.startswith("**") and deel.endswith("**") and len(deel) > 4
        _plekken(alinea, deel[2:-2] if vet else deel, vet)


def _plekken(alinea: Any, tekst: str, vet: bool) -> None:
    nu = 0
    for plek in LEEG.finditer(tekst):
        _run(alinea, tekst[nu : plek.start()], vet)
        _vul(_run(alinea, plek.group(), vet)._r.get_or_add_rPr(), GEEL)
        nu = plek.end()
    _run(alinea, tekst[nu:], vet)


def _run(alinea: Any, tekst: str, vet: bool) -> Any:
    stukje = alinea.add_run(tekst)
    stukje.bold = True if vet else None
    return stukje


def _voet(uit: Any, d: Opgemaakt) -> None:
    """Links wat er nagekeken is, rechts het nummer van de bladzijde."""
    vlak = uit.sections[-1]
    alinea = vlak.footer.paragraphs[0]
    alinea.style = uit.styles["Normal"]  # de stijl Footer heeft eigen tabs, voor een staand blad
    breed = vlak.page_width - vlak.left_margin - vlak.right_margin
    alinea.paragraph_format.tab_stops.add_tab_stop(breed, WD_TAB_ALIGNMENT.RIGHT)
    _klein(alinea.add_run(f"{d.voet}\t{BLADZIJDE[d.taal]} "))
    for soort, inhoud in (("begin", None), (None, "PAGE"), ("end", None)):
        stukje = alinea.add_run()
        _klein(stukje)
        element = OxmlElement("w:fldChar" if soort else "w:instrText")
        if soort:
            element.set(qn("w:fldCharType"), soort)
        else:
            element.text = inhoud
        stukje._r.append(element)


def _klein(stukje: Any) -> None:
    stukje.font.size, stukje.font.color.rgb = Pt(8), GRIJS
