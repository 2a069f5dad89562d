"""Wat iemand met een bericht doet, voor zover aan de vorm te zien: de gesprekshandeling, de taal, rommel."""

from __future__ import annotations

import re

from bot.verstaan.normaal import normaal

Regels = tuple[tuple[str, re.Pattern[str]], ...]


def _regels(*paren: tuple[str, str]) -> Regels:
    return tuple((naam, re.compile(patroon)) for naam, patroon in paren)


HANDELING = _regels(
    ("stop", r"^(?:stop|stoppen|ik wil stoppen|laat maar|doei|dag|tot ziens|quit|exit|hou op)\b.{0,20}$"),
    ("wis", r"\b(?:wis alles|alles wissen|verwijder (?:dit|mijn) gesprek|gooi alles weg|wissen)\b"),
    ("opnieuw", r"^(?:opnieuw|begin opnieuw|start opnieuw|overnieuw|reset)\b"),
    ("terug", r"^(?:terug|vorige vraag|ga terug|stap terug)\b.{0,15}$|^(?:de )?vorige$"),
    ("overzicht", r"\b(?:wat heb ik (?:al )?verteld|overzicht|mijn antwoorden)\b"),
    ("waarom", r"^(?:waarom (?:vraag|wil|moet|is dat|moet ik dat)|waarom$|hoezo$|hoezo\b.{0,20}(?:vraag|weten)|waar is dat voor nodig|wat maakt dat uit)"),
    ("mens", r"\b(?:echt mens|een mens|met iemand (?:praten|bellen|spreken)|medewerker|iemand spreken|persoon spreken|ik wil bellen|echte persoon)\b"),
    ("robot", r"\b(?:ben (?:je|jij) (?:een )?(?:robot|echt|mens|bot|computer|ai|chatgpt)|praat ik met een|is dit een (?:robot|bot|mens|echt))\b"),
    ("privacy", r"\b(?:bewaar (?:je|jij|jullie)|wie leest|wie kan dit lezen|is dit anoniem|blijft dit (?:anoniem|geheim|prive)|wordt dit opgeslagen|sla je dit op|lezen jullie mee)\b"),
    ("dank", r"^(?:dank|bedankt|thanks|thx|merci|top bedankt|super bedankt|fijn dank|dankjewel|dank je)\b.{0,40}$"),
    ("groet", r"^(?:hoi+|hallo+|hey+|hee+|he|goedemorgen|goedemiddag|goedenavond|dag|yo|heej|hallo daar|goeiedag|moi|hi)(?: (?:daar|bot|allemaal))?$"),
    ("scheldwoord", r"^(?:(?:kut|kanker|tering|fuck|rot|stom|domme|klote|tyfus)\w*[ ]?){1,3}(?:bot|robot|ding|programma|zooi|off|je|jij|op)?$|^(?:fuck you|rot op|hou je bek|je bent (?:dom|stom|waardeloos|nutteloos))"),
)  # fmt: skip

ENGELS = re.compile(
    r"\b(?:the|my|me|is|are|someone|somebody|please|help|photos?|pics|pictures?|posted|leaked|shared|what|can|how|do|you|he|she|they|without|consent|and|with|i|am|was|have|has|need|want|wants|speak|english|of|on|in|to|a|an|this|that|not|dont|online)\b"
)
NEDERLANDS = re.compile(r"\b(?:ik|de|het|een|mijn|van|en|niet|is|dat|die|op|hij|ze|met|wat|kan|heb|heeft)\b")


def handeling(tekst: str) -> str | None:
    """De gesprekshandeling als die aan de vorm te zien is."""
    zin = normaal(tekst)
    return next((naam for naam, patroon in HANDELING if patroon.search(zin)), None)


def is_rommel(tekst: str) -> bool:
    """Losse tekens of aanslagen op het toetsenbord: er staat geen woord in."""
    zin = normaal(tekst)
    letters = [teken for teken in zin if teken.isalpha()]
    klinkers = sum(teken in "aeiouy" for teken in letters)
    return not any(teken.isdigit() for teken in zin) and (len(letters) < 2 or klinkers / len(letters) <= 0.15)


def is_engels(tekst: str) -> bool:
    woorden = tekst.lower().split()
    return len(woorden) >= 3 and len(ENGELS.findall(tekst.lower())) > 2 * len(NEDERLANDS.findall(tekst.lower()))
