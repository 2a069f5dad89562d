"""Van een opgemaakte brief naar een bestand: DOCX, PDF, tekst, agenda."""

from bot.document.maken import SOORTEN, maak_docx, maak_ics, maak_pdf, maak_txt

__all__ = ["SOORTEN", "maak_docx", "maak_ics", "maak_pdf", "maak_txt"]
