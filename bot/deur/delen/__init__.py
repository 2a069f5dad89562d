"""Delen met een medewerker, van de kant van de persoon."""

from bot.deur.delen.deelcode import Deelcodes
from bot.deur.delen.delen import EIGEN, Delen, overnamevraag
from bot.deur.delen.gedeeld import OMROEP, TELEGRAM, Gedeeld, Gedeelden, nieuw_nummer
from bot.deur.delen.uren import Openingstijden

__all__ = [
    "EIGEN",
    "OMROEP",
    "TELEGRAM",
    "Deelcodes",
    "Delen",
    "Gedeeld",
    "Gedeelden",
    "Openingstijden",
    "nieuw_nummer",
    "overnamevraag",
]
