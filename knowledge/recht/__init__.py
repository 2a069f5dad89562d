"""Wat past en wat je kunt doen: feiten, gronden, routes, termijnen. Hier wordt beslist."""

from knowledge.recht.advies import FASEN, Advies, Gekozen, adviseer, rol_van
from knowledge.recht.beoordeel import WANNEER, Beoordeling, Elementoordeel, Oordeel, Variantoordeel, beoordeel
from knowledge.recht.briefkeuze import SCHEIDING, VOLGORDE, Briefkeuze, per_ontvanger, vertalingen, zoek_brief
from knowledge.recht.kennis import Kennis
from knowledge.recht.klacht import is_klachtdelict, klacht_nodig
from knowledge.recht.store import Store
from knowledge.recht.termijnen import Gerekend, verjaart_bij, volgt_straf
from knowledge.recht.tijdvak import Tijdvak, in_jaar, in_maand, in_week, lees_tijdvak, op_dag, tussen
from knowledge.recht.toetsen import Normtoets, Voorwaardelijk
from knowledge.recht.voorwaarde import JA, NEE, Atomen, Toets
from knowledge.recht.vraag import (
    EERSTE,
    LEEFTIJD,
    ROL,
    herspeel,
    mag_gevraagd,
    open_termijnen,
    open_vragen,
    volgende_vraag,
)
from knowledge.recht.zaak import Antwoord, Herkomst, Waarde, Zaak

__all__ = [
    "EERSTE",
    "FASEN",
    "JA",
    "LEEFTIJD",
    "NEE",
    "ROL",
    "SCHEIDING",
    "VOLGORDE",
    "WANNEER",
    "Advies",
    "Antwoord",
    "Atomen",
    "Beoordeling",
    "Briefkeuze",
    "Elementoordeel",
    "Gekozen",
    "Gerekend",
    "Herkomst",
    "Kennis",
    "Normtoets",
    "Oordeel",
    "Store",
    "Tijdvak",
    "Toets",
    "Variantoordeel",
    "Voorwaardelijk",
    "Waarde",
    "Zaak",
    "adviseer",
    "beoordeel",
    "herspeel",
    "in_jaar",
    "in_maand",
    "in_week",
    "is_klachtdelict",
    "klacht_nodig",
    "lees_tijdvak",
    "mag_gevraagd",
    "op_dag",
    "open_termijnen",
    "open_vragen",
    "per_ontvanger",
    "rol_van",
    "tussen",
    "verjaart_bij",
    "vertalingen",
    "volgende_vraag",
    "volgt_straf",
    "zoek_brief",
]
