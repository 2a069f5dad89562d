"""Een bericht eerst lezen als antwoord op de vraag die openstaat."""

from __future__ import annotations

import re
from datetime import date

from bot.verstaan.datum import lees_datum
from bot.verstaan.feiten import Gehoord
from bot.verstaan.normaal import normaal
from knowledge import Kennis

JA = re.compile(
    r"^(?:ja+|jep|jup|jaa+|yes|yep|yeah|klopt|zeker|inderdaad|absoluut|natuurlijk(?! niet)|uiteraard|tuurlijk|idd|correct|juist|ok|oke|helaas wel|jawel|wel ja|jazeker|allebei|dat klopt|eens|sure|precies)\b"
)
NEE = re.compile(
    r"^(?:nee+|neen|nope|nop|nein|no|nooit|niet|totaal niet|helemaal niet|natuurlijk niet|zeker niet|echt niet|tuurlijk niet|absoluut niet|nog niet|gelukkig niet|nee joh|nah|neuh|geen)\b|\bnatuurlijk niet\b|^niet$"
)
WEET_NIET = re.compile(
    r"^(?:geen idee|weet (?:ik )?(?:het )?niet|weetniet|k weet niet|ik weet (?:het |dat )?(?:echt |nog )?niet|wnt|wtn|idk|dunno|geen flauw idee|zou (?:ik )?(?:het )?niet weten|niet zeker|twijfel|weet niet(?: meer)?|misschien|kweenie|geen benul|wil ik niet zeggen|zeg ik liever niet)\b"
)
LENGTE = 120


def lees_antwoord(
    tekst: str, feit_id: str, kennis: Kennis, gehoord: tuple[Gehoord, ...], vandaag: date
) -> Gehoord | str | None:
    """Een `Gehoord` voor deze vraag, 'weet_niet', of None als dit geen antwoord is."""
    feit, zin = kennis.feiten[feit_id], normaal(tekst)
    if WEET_NIET.match(zin) and len(zin) < 60:
        return "weet_niet"
    eigen = next((g for g in gehoord if g.feit == feit_id), None)
    if feit.soort == "datum":
        dag = lees_datum(zin, vandaag)
        return Gehoord(feit_id, dag.isoformat()) if dag is not None else None
    if feit.soort == "leeftijd":
        return _leeftijd(feit_id, zin, eigen)
    opties = {optie.id for optie in feit.opties}
    if {"ja", "nee"} <= opties or opties & {"ja", "nee"}:
        keuze = "nee" if NEE.search(zin) else "ja" if JA.match(zin) else None
        if keuze in opties and len(zin) < LENGTE:
            return Gehoord(feit_id, keuze)
        if keuze == "nee" and "twijfel" in opties:
            return Gehoord(feit_id, "twijfel")
        if keuze == "ja" and "ja" not in opties:
            return eigen
    op_label = tuple(
        optie.id
        for optie in feit.opties
        if normaal(optie.label) == zin or (len(zin) > 3 and f" {zin} " in f" {normaal(optie.label)} ")
    )
    if op_label and (feit.soort == "meerkeuze" or len(op_label) == 1):
        return Gehoord(feit_id, op_label if feit.soort == "meerkeuze" else op_label[0])
    if eigen is not None:
        return Gehoord(feit_id, eigen.waarde)
    if feit.soort == "meerkeuze" and "niets" in opties and re.search(r"\b(?:niks|niets|nog niet|nee)\b", zin):
        return Gehoord(feit_id, ("niets",))
    return None


def _leeftijd(feit_id: str, zin: str, eigen: Gehoord | None) -> Gehoord | None:
    treffer = re.search(r"\b(\d{1,2})\b", zin)
    if treffer and 3 <= int(treffer[1]) <= 99 and len(zin) < LENGTE:
        if re.search(r"\b(?:jonger dan|onder|nog geen|geen) (?:de )?18\b", zin):
            return Gehoord(feit_id, "onder_18")
        return Gehoord(feit_id, treffer[1])
    if eigen is not None:
        return eigen
    if re.search(r"\b(?:minderjarig|kind|te jong)\b", zin):
        return Gehoord(feit_id, "onder_18")
    if re.search(r"\b(?:volwassen|meerderjarig)\b", zin):
        return Gehoord(feit_id, "volwassen")
    return None
