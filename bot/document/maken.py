"""Bestanden maken van documenten: DOCX, PDF, tekst en een agenda. Alleen in het geheugen; er wordt niets bewaard."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from knowledge.brieven import Opgemaakt, geschoond
from knowledge.recht import Gerekend

AFSPRAAK = "afspraak"
"""De enige titel in de agenda: wie meekijkt, ziet niet waar het over gaat."""
SOORTEN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
"""Elk soort bestand met zijn MIME-type."""

__all__ = ["AFSPRAAK", "SOORTEN", "maak_docx", "maak_ics", "maak_pdf", "maak_txt"]


def maak_docx(document: Opgemaakt) -> bytes:
    # de bibliotheken laden pas bij de eerste brief: de start van de deur wacht er niet op
    from bot.document.als_docx import maak_docx as maak

    return maak(document)


def maak_pdf(document: Opgemaakt) -> bytes:
    from bot.document.als_pdf import maak_pdf as maak

    return maak(document)


def maak_txt(document: Opgemaakt) -> bytes:
    """Platte tekst, met wat de persoon moet weten bovenaan."""
    return geschoond(document).als_tekst(met_voor_jou=True).encode("utf-8-sig")


def maak_ics(termijnen: Iterable[Gerekend], vandaag: date) -> bytes:
    """De laatste dagen als hele-dag-afspraken zonder uitleg, met een herinnering een week ervoor in de agenda zelf."""
    from icalendar import Calendar, Event

    agenda = Calendar()
    agenda.add("prodid", "-//agenda//NL")
    agenda.add("version", "2.0")
    dagen = sorted({t.laatste_dag for t in termijnen if t.laatste_dag and t.loopt})
    for dag in dagen:
        for moment in sorted({dag, max(dag - timedelta(days=7), vandaag)}):
            afspraak = Event()
            afspraak.add("summary", AFSPRAAK)
            afspraak.add("dtstart", moment)
            afspraak.add("dtend", moment + timedelta(days=1))
            afspraak.add("transp", "TRANSPARENT")
            afspraak.add("class", "PRIVATE")
            afspraak.add("dtstamp", datetime(vandaag.year, vandaag.month, vandaag.day, tzinfo=timezone.utc))
            afspraak.add("uid", hashlib.sha256(f"{dag}{moment}".encode()).hexdigest()[:24])
            agenda.add_component(afspraak)
    return bytes(agenda.to_ical())
