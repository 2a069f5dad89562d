"""Waar een bericht mee begint: 'ja', 'nee', of alleen een aanloop. 'Ok en de school?' begint een vraag, en zegt geen ja."""

from __future__ import annotations

import re

from bot.verstaan.normaal import normaal
from bot.verstaan.vraagstuk import VRAAGT, VRAAGT_OOK

JA = re.compile(
    r"^(?:ja+|jaah?|jep|jup|joa|jah|jazeker|yes|yep|yeah|yup|ye|klopt(?! niet| niks| niets| geen)|zeker(?! niet)|inderdaad|absoluut(?! niet)|natuurlijk(?! niet)|uiteraard(?! niet)|tuurlijk(?! niet)|idd|correct|juist|helaas wel|jawel|wel ja|wel|dat klopt|eens|sure|precies|jaja|ja hoor|jammer genoeg wel|soms wel|best wel|echt wel|al wel|heel erg|volgens mij wel|ik denk het wel|denk (?:het |t )?wel|denk van wel|vrees van wel|ik denk van wel|vrij zeker|zo goed als)\b"
)
NEE = re.compile(
    r"^(?:nee+|neen+|neej|nope|nop|nein|no|nooit|niet|totaal niet|helemaal niet|zeker niet|echt niet|tuurlijk niet|absoluut niet|uiteraard niet|nog niet|gelukkig niet|nah|neuh|mwah nee|nee joh|niks|niets|nog niks|nog niets|geen|nog nooit|voor zover ik weet niet|volgens mij niet|ik denk het niet|denk (?:het |t )?niet|dacht (?:het |t |ik )?(?:van )?niet|never(?: nooit)?|ben je gek|was het maar|no way|nee toch|zeker niet|echt niet|denk van niet|ik denk van niet|geenszins|bijlange niet|nie)\b|\bnatuurlijk niet\b|^niet$"
)
_OKE = r"(?:ok+|oke+|okay|okee+|okey)"
OKE = re.compile(rf"^{_OKE}\b")
"""'ok' neemt aan wat er gezegd is. Op een vraag over de zaak is het geen ja."""
BEGREPEN = re.compile(
    rf"^(?!ja+ {_OKE}$)(?:(?:ja|aha|ah|oh|o|dan|top|fijn|goed|{_OKE}) )*(?:{_OKE}|aha|(?:is |dat is |heel |helemaal )?(?:goed|prima|duidelijk|fijn|helder)|top|(?:dat )?(?:doe|zal|ga) ik(?: (?:doen|proberen|zo|straks|meteen|even|maar))*|(?:ik (?:snap|begrijp)|(?:dat |het |t )?(?:snap|begrijp) (?:ik|het|t|dat|hem|m))(?: (?:het|t|dat|hem|m))?|begrepen|komt goed|genoteerd|gelezen)(?: (?:hoor|dan|nu|wel|helemaal|dankje|bedankt))*$"
)
"""'oke doe ik', 'snap ik': iemand heeft gelezen wat er stond, en antwoordt nog niet."""
_LOS = re.compile(
    r"^(?:(?:duh+|wat denk (?:je|jij) zelf(?: dan)?|wat dacht (?:je|jij)(?: dan| zelf)*|hallo+|haha+|lol|pff+|tja+|nou+|uh+|ehm?|hmm*|jeetje|jezus|bro|sorry|mwah|logisch|ja zeg|goh|tsja|ach|och|bah|"
    + _OKE
    + r") )+(?=\w)"
)
"""Wat mensen voor hun antwoord zeggen: 'wat denk je zelf, nee'."""
_DAARNA = re.compile(
    rf"^(?:(?:(?:ja+|jaja|nee+|nou) )+maar|(?:(?:ja|nou|maar) )*{_OKE}(?: (?:en|maar|dan|nou))*) (?=\w)"
)
_ZONDER_WERKWOORD = re.compile(
    r"^(?:de|het|een|die|dat|mijn|onze|zijn|haar|hun|mn|al die|al het|al mijn) (?:\w+ ){1,2}(?:dan|nou|eigenlijk)$"
)
"""'en de school dan': een vraag waar het werkwoord van ontbreekt."""


_VERBETERT = re.compile(
    r"^(?:(?:oh?|ow|oeps) )*(?:nee+ )?(?:wacht|sorry|oeps|foutje|verkeerd|ik vergis|(?:ik )?bedoel(?:de)?|dat zei ik verkeerd)\b(?: \w+){2,}"
)


def kern(tekst: str) -> str:
    """Het bericht zonder losse aanloop: 'duh, nee' is 'nee', 'ok ja' is 'ja'."""
    return _LOS.sub("", normaal(tekst))


def begint_een_vraag(tekst: str) -> bool:
    """'ok en de school?', 'ja maar mag hij dat': het begin sluit aan op wat wij zeiden, en dan komt er een vraag."""
    zin = normaal(tekst).replace("?", " ").strip()
    begin = _DAARNA.match(zin)
    if begin is None:
        return False
    rest = zin[begin.end() :]
    return "?" in tekst or bool(VRAAGT.match(rest) or VRAAGT_OOK.search(rest) or _ZONDER_WERKWOORD.match(rest))


def verbetert(tekst: str) -> bool:
    """'nee wacht, het is nep', 'nee sorry ik bedoel …': dat 'nee' gaat over wat iemand zelf zei."""
    return _VERBETERT.match(normaal(tekst)) is not None


def is_begrepen(tekst: str) -> bool:
    """Zegt iemand alleen dat hij het gelezen heeft?"""
    return BEGREPEN.match(normaal(tekst)) is not None
