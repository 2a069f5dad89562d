"""De kennis en het oordeel. Geen Rasa, geen web, geen klok: de dag wordt meegegeven."""

from knowledge.errors import AntwoordFout, InhoudFout, KennisFout, Melding
from knowledge.gesprek import Daad, Stand, Uitkomst, beurt
from knowledge.recht import (
    Advies,
    Antwoord,
    Beoordeling,
    Kennis,
    Oordeel,
    Store,
    Zaak,
    adviseer,
    beoordeel,
    volgende_vraag,
)
from knowledge.woorden import Bericht, als_tekst

__all__ = [
    "Advies",
    "Antwoord",
    "AntwoordFout",
    "Beoordeling",
    "Bericht",
    "Daad",
    "InhoudFout",
    "Kennis",
    "KennisFout",
    "Melding",
    "Oordeel",
    "Stand",
    "Store",
    "Uitkomst",
    "Zaak",
    "adviseer",
    "als_tekst",
    "beoordeel",
    "beurt",
    "volgende_vraag",
]
