"""Getallen die geen jaar en geen leeftijd zijn: bedragen, aantallen, tijden, maten, huisnummers, telefoonnummers."""

from __future__ import annotations

import re

from bot.verstaan.kortstondig import in_dit_bericht

_MAAT = (
    r"(?:euro|euros|eur|€|dollar|pond|bitcoins?|btc|cent|ct|k|tientjes|volgers|followers|likes|views|weergaven|kijkers|leden|mensen|man|personen|vrienden|vriendinnen|vriendjes|"
    r"klasgenoten|collega s|collegas|leerlingen|jongens|meiden|meisjes|mannen|vrouwen|kinderen|keer|keren|x|maal|berichten|berichtjes|appjes|apps|mails?|mailtjes|oproepen|"
    r"fotos?|foto s|filmpjes?|videos?|beelden|accounts?|profielen|groepen|appgroepen|sites?|links?|posts?|reacties|seconden|sec|km|kilometer|meter|cm|kg|kilo|procent|bladzijden|"
    r"paginas?|gb|mb|punten|sterren|stuks|dozijn|graden|plus|min(?:uten)?|uur|u|h|kwartier|nachten)"
)
_TIJD = r"(?! (?:geleden|terug|later|ago|oud))"
_GELDWOORD = r"(?:wil|wilt|wilde|willen|eist|eiste|vraagt|vroeg|vragen|betaal\w*|betalen|kost\w*|geef|geeft|gaf|bedrag|leen\w*|want|wants|paid|pay|voor maar|overmaken)"
_ERTUSSEN = r"(?: (?:nu|nog|weer|maar|al|me|mij|hem|haar|ook|eerst|van|dus|zelfs|opeens|minstens|ongeveer|nog eens|zo n|mijn|ons))*"
_STRAAT = r"(?:\w*(?:straat|laan|weg|plein|kade|gracht|steeg|dijk|singel|plantsoen|dreef|boulevard)|huisnummer|nummer|nr|kamer|lokaal|flat|artikel|art|pagina|bus|lijn|trein|code|pincode)"
_WEG = tuple(
    re.compile(patroon)
    for patroon in (
        rf"€ ?\d[\d.,]*|\b\d[\d.,]*[ -]?{_MAAT}\b{_TIJD}|\b\d[\d.,]*€",
        r"\b(?:tot|om|rond|voor|na) \d{1,4}(?:[.:]\d\d)? ?(?:uur|u)\b|\b\d{1,2}:\d\d\b",
        rf"\b{_GELDWOORD}{_ERTUSSEN} \d[\d.,]*\b(?![-/]\d)(?! (?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec|dagen|weken|maanden|jaar|week|maand))",
        r"\b\d[\d.,]* (?:heb ik |hebben we |al |moest ik )*(?:overgemaakt|betaald|gestort|betalen|overmaken)\b",
        rf"\b{_STRAAT} \d+[a-z]?\b",
        r"\b[12][.,]\d\d\b|\b[12] ?m ?\d\d\b|\b1\d\d ?(?:cm|lang)\b",
        r"(?<![\d-])(?:\+31|0031|06|0\d{2,3})[ -]?\d(?:[ -]?\d){6,8}\b",
        r"\b18 ?\+",
    )
)


@in_dit_bericht
def zonder_hoeveelheden(zin: str) -> str:
    """De zin zonder getallen die iets anders tellen dan dagen of jaren; op hun plaats staat `#`."""
    for patroon in _WEG:
        zin = patroon.sub(" # ", zin)
    return " ".join(zin.split())
