"""De kennis en het oordeel. Geen Rasa, geen web, geen klok: de dag wordt meegegeven."""

from knowledge.advies import Advies, adviseer
from knowledge.beoordeel import Beoordeling, Oordeel, beoordeel
from knowledge.bericht import Bericht, als_tekst
from knowledge.daad import Daad
from knowledge.errors import AntwoordFout, InhoudFout, KennisFout, Melding
from knowledge.gesprek import Uitkomst, beurt
from knowledge.kennis import Kennis
from knowledge.stand import Stand
from knowledge.store import Store
from knowledge.vraag import volgende_vraag
from knowledge.zaak import Antwoord, Zaak

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
