"""Van YAML naar `kennis.db`: lezen, controleren, bouwen. Alleen bij het maken, nooit in een gesprek."""

from knowledge.bouw.check import controleer
from knowledge.bouw.check_gebruik import let_op
from knowledge.bouw.check_taal import let_op_taal
from knowledge.bouw.check_talen import let_op_talen
from knowledge.bouw.check_zorg import let_op_zorg
from knowledge.bouw.compile import bouw, inhoud_hash
from knowledge.bouw.load import INHOUD, Gelezen, lees
from knowledge.bouw.taal import pakt_beeld
from knowledge.bouw.werklijst import tel_nagekeken, tel_per_soort, werklijst

__all__ = [
    "INHOUD",
    "Gelezen",
    "bouw",
    "controleer",
    "inhoud_hash",
    "lees",
    "let_op",
    "let_op_taal",
    "let_op_talen",
    "let_op_zorg",
    "pakt_beeld",
    "tel_nagekeken",
    "tel_per_soort",
    "werklijst",
]
