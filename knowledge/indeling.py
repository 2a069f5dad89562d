"""Hoe de inhoud is ingedeeld: welke map of welk bestand welke vorm heeft. Los van het lezen en bouwen, want wie alleen
`kennis.db` leest, hoort niet alles te laden wat het bouwt."""

from __future__ import annotations

from knowledge import schema

FORMAAT = 6
"""Verhoog dit als de vorm van `kennis.db` verandert; de lezer weigert een ander formaat."""
MAPPEN: dict[str, type[schema.Vorm]] = {
    "feiten": schema.Feit,
    "gronden": schema.Grond,
    "routes": schema.Route,
    "termijnen": schema.Termijn,
    "instanties": schema.Instantie,
    "bronnen": schema.Bron,
    "begrippen": schema.Begrip,
    "situaties": schema.Situatie,
    "waarschuwingen": schema.Waarschuwing,
    "tegenspraken": schema.Tegenspraak,
    "erkenningen": schema.Erkenning,
    "brieven": schema.Brief,
    "briefzinnen": schema.Briefzin,
    "voorbeelden": schema.Proef,
    "regels": schema.Regel,
    "woordgroepen": schema.Woordgroep,
    "zoekwoorden": schema.Zoekwoorden,
    "talen": schema.Spreektaal,
    "antwoorden": schema.Antwoordthema,
}
BESTANDEN: dict[str, type[schema.Vorm]] = {"veiligheid": schema.Veiligheid, "gesprek": schema.Gesprekszinnen}
