"""Een antwoord op 'dit kan niet samen: wat klopt er niet?': het eerste, het laatste, of de tekst van de knop."""

from __future__ import annotations

import re

from bot.verstaan.keuzes import VULWOORD, rang
from bot.verstaan.zin import lees_zin
from knowledge import Kennis
from knowledge.gesprek import GESPREK, TEGENSPRAAK

_BEIDE = re.compile(
    r"^(?:ze |het |dat )?(?:allebei|alle ?twee|beide)(?: klopt| kloppen| is waar| zijn waar| goed| wel)*$"
)
_KNIP = re.compile(r"\{\w+\}|\*")
ALLEBEI = "ja"
GENOEG, LANGST = 0.6, 10
"""Zoveel van de woorden op de knop moet iemand noemen, en zo lang mag het bericht zijn."""


def welke_vraag(vraag: str | None) -> str | None:
    """De vraag zoals de rest van het verstaan haar kent: bij een tegenspraak staat er geen vraag over een feit open."""
    return GESPREK if _naam(vraag) is not None else vraag


def kies(tekst: str, vraag: str | None, kennis: Kennis) -> str | None:
    """Het feit dat iemand wil veranderen, `ja` als beide kloppen, of None als dit geen keuze is."""
    tegenspraak = kennis.tegenspraken.get(_naam(vraag) or "")
    woorden = lees_zin(tekst).woorden
    if tegenspraak is None or not woorden or len(woorden) > LANGST:
        return None
    if _BEIDE.match(" ".join(woorden)):
        return ALLEBEI
    plek = rang(" ".join(woorden))
    if plek is not None:
        return tegenspraak.feiten[-1 if plek < 0 else plek - 1] if plek <= len(tegenspraak.feiten) else None
    past = {feit for feit in tegenspraak.feiten if _noemt_knop(set(woorden) - VULWOORD, feit, kennis)}
    return past.pop() if len(past) == 1 else None


def _naam(vraag: str | None) -> str | None:
    return vraag.removeprefix(TEGENSPRAAK) if vraag is not None and vraag.startswith(TEGENSPRAAK) else None


def _noemt_knop(woorden: set[str], feit: str, kennis: Kennis) -> bool:
    for optie in kennis.feiten[feit].opties:
        op_knop = set(lees_zin(_KNIP.sub(" ", optie.gehoord or optie.label)).woorden) - VULWOORD
        if woorden and woorden <= op_knop and len(woorden) >= GENOEG * len(op_knop):
            return True
    return False
