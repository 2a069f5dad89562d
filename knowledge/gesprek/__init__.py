"""Eén beurt: een stand en een daad erin, een nieuwe stand en een bericht eruit."""

from knowledge.gesprek.adviestekst import noodblok
from knowledge.gesprek.antwoorden import met_nummers
from knowledge.gesprek.antwoordenblad import antwoordenblad
from knowledge.gesprek.beurt import Uitkomst, beurt
from knowledge.gesprek.briefblokken import AGENDA, GEWAARSCHUWD, heeft_data
from knowledge.gesprek.brieflijst import brieftabel
from knowledge.gesprek.daad import CODE_BYTES, Correctie, Daad, Noodsoort
from knowledge.gesprek.naslag import hulplijst
from knowledge.gesprek.openingstijd import nummer
from knowledge.gesprek.platforms import platformbronnen
from knowledge.gesprek.stand import GESPREK, NOODVRAAG, TEGENSPRAAK, ZORG, Stand
from knowledge.gesprek.tijdlijn import bewaar, heropen, volgende_brieven
from knowledge.gesprek.voor_balie import eerst

__all__ = [
    "AGENDA",
    "CODE_BYTES",
    "GESPREK",
    "GEWAARSCHUWD",
    "NOODVRAAG",
    "TEGENSPRAAK",
    "ZORG",
    "Correctie",
    "Daad",
    "Noodsoort",
    "Stand",
    "Uitkomst",
    "antwoordenblad",
    "beurt",
    "bewaar",
    "brieftabel",
    "eerst",
    "heeft_data",
    "heropen",
    "hulplijst",
    "met_nummers",
    "noodblok",
    "nummer",
    "platformbronnen",
    "volgende_brieven",
]
