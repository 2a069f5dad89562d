"""Een antwoord leggen naast de knoppen van een vraag: het hele label, een stuk ervan, of 'de tweede'."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from bot.verstaan.spelling import een_teken_anders
from bot.verstaan.zin import lees_zin
from knowledge.schema import Feit
from knowledge.stam import stammen

GENOEG = 0.55
"""Zo'n deel van wat iemand zegt moet bij één knop horen."""
VERSCHIL = 0.25
KORTSTE_STUK = 6
_RANG = {"eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4, "4e": 4, "vijfde": 5, "5e": 5, "zesde": 6, "zevende": 7, "achtste": 8, "laatste": -1, "onderste": -1, "bovenste": 1, "middelste": 0}  # fmt: skip
_RANGZIN = re.compile(r"^(?:(?:ik )?(?:kies|neem|denk|doe) )?(?:de |het |die |dat )?(?:optie |keuze |knop |antwoord |nummer |nr )?(\w+)(?: (?:optie|keuze|knop|antwoord|van boven))?(?: (?:en|,) (?:de )?(\w+))?$")  # fmt: skip
_ECHTGENOOT = re.compile(r"\b(?:mijn|onze|haar|zijn) (?:man|vrouw)\b")
"""'man' alleen is ook een stopwoord ('geen idee man')."""
_ALLES = re.compile(
    r"^(?:allebei|alle ?bei(?:de)?|beide|beiden|alle ?(?:twee|drie|vier)|alles|allemaal|all of them|both|dat allemaal|alle opties|alle)\b.{0,20}$"
)
_GEEN = re.compile(
    r"^(?:geen (?:van (?:die|deze|beide|allen)|enkele?)|(?:niks|niets|geen) (?:daarvan|hiervan|van dat alles)|none|geen een)\b"
)
_ONDERWERP = frozenset({"hij", "ze", "ik", "we", "iemand", "niemand", "jullie"})
HELE_ZIN = 3
"""'hij is nu thuis' zegt zelf iets: een woord dat op een knop lijkt, wijst die knop dan nog niet aan."""
_INVUL = re.compile(r"\{\w+\}|\*")
VULWOORD = frozenset(
    ["de", "het", "een", "en", "of", "van", "in", "op", "te", "aan", "met", "is", "ik", "je", "mij", "me", "mijn", "dat", "die", "dit", "er", "om", "ook", "maar", "ja", "nee", "denk", "was", "wat", "zo", "gewoon",
     "iemand", "iets", "niet", "een", "man", "nou", "joh", "eigenlijk", "denkik", "volgens", "waarschijnlijk", "ofzo", "zoiets", "ongeveer", "hij", "ze", "het", "heb", "heeft", "ben", "hem", "haar", "door", "naar", "voor", "alleen", "wel", "toch", "daar", "gwn", "meer", "uh", "ehm", "eh", "t", "n", "gepraat", "gesproken"]
)  # fmt: skip
_ANDERS_GEZEGD = {
    "online": "internet", "web": "internet", "net": "internet", "game": "internet", "tinder": "internet", "mattie": "vriend", "maat": "vriend", "gast": "vriend", "kameraad": "vriend", "bestie": "vriend", "chef": "werk", "job": "werk", "baas": "werk", "kantoor": "werk",
    "klas": "school", "les": "school", "studie": "school", "cash": "geld", "poen": "geld", "doekoe": "geld", "money": "geld", "centen": "geld", "euros": "geld", "pics": "fotos", "nudes": "naakt", "nude": "naakt", "bloot": "naakt", "porno": "seksueel", "seks": "seksueel", "fake": "nep", "ai": "ai", "deepfake": "nep", "vreemde": "onbekende", "vreemd": "onbekende", "random": "onbekende",
    "pa": "ouder", "ma": "ouder", "moeder": "ouder", "vader": "ouder", "verwijderd": "weg", "echtgenote": "echtgenoot", "broer": "familie", "zus": "familie", "oom": "familie", "neef": "familie", "nicht": "familie", "tante": "familie", "opa": "familie", "buurman": "buurt", "buurvrouw": "buurt", "buren": "buurt", "buur": "buurt",
    "hotel": "openbaar", "telefoonnr": "telefoonnummer", "nummer": "telefoonnummer", "06": "telefoonnummer", "mail": "mailadres", "huis": "woning", "thuis": "woning", "slaapkamer": "woning", "wc": "wc", "toilet": "wc", "straat": "straat", "groepsapp": "groep", "appgroep": "groep", "groepje": "groep", "vrienden": "groep", "klasgenoten": "groep", "iedereen": "iedereen", "allen": "iedereen", "openbaar": "iedereen", "verwijderen": "weg", "weghalen": "weg", "eraf": "weg", "offline": "weg", "straf": "straf", "gestraft": "straf", "cel": "straf",
    "sorry": "rechtgezet", "excuses": "rechtgezet", "rectificatie": "rechtgezet", "schade": "schade", "vergoeding": "schade", "smartengeld": "schade", "screenshots": "bewijs", "agent": "politie", "wijkagent": "politie", "scheldwoorden": "schelden", "leugens": "klopt", "krant": "krant", "tv": "tv", "wekenlang": "weken", "maandenlang": "maanden", "jaren": "jaar", "jarenlang": "jaar", "dagen": "dagen",
}  # fmt: skip


def kies(feit: Feit, tekst: str) -> tuple[str, ...]:
    """De opties die iemand aanwijst; leeg als dat er geen is, meer dan één alleen bij meerkeuze."""
    zin = _ECHTGENOOT.sub("echtgenoot", " ".join(lees_zin(tekst).woorden))
    if not zin:
        return ()
    for gevonden in (_op_rang(feit, zin), _alles_of_niets(feit, zin)):
        if gevonden:
            return gevonden
    return _op_stuk(feit, zin)


def _op_rang(feit: Feit, zin: str) -> tuple[str, ...]:
    treffer = _RANGZIN.match(zin)
    if not treffer:
        return ()
    rangen = [_rang(woord) for woord in treffer.groups() if woord]
    ids = [optie.id for optie in feit.opties]
    if None in rangen:
        return ()
    gekozen = [ids[r - 1] if r > 0 else ids[-1] if r < 0 else ids[len(ids) // 2] for r in rangen if r is not None and r <= len(ids)]  # fmt: skip
    return tuple(gekozen) if len(gekozen) == 1 or feit.soort == "meerkeuze" else ()


def rang(zin: str) -> int | None:
    """De hoeveelste iemand aanwijst ('de tweede', 'het laatste': -1), of None."""
    treffer = _RANGZIN.match(zin)
    return _rang(treffer[1]) if treffer and not treffer[2] else None


def _rang(woord: str) -> int | None:
    if woord in _RANG:
        return _RANG[woord]
    if woord.isdigit() and 1 <= int(woord) <= 20:
        return int(woord)
    return ord(woord) - ord("a") + 1 if len(woord) == 1 and "a" <= woord <= "f" else None


def _alles_of_niets(feit: Feit, zin: str) -> tuple[str, ...]:
    if _ALLES.match(zin) and feit.soort == "meerkeuze":
        return tuple(optie.id for optie in feit.opties if not optie.alleen)
    if _GEEN.match(zin):
        return tuple(optie.id for optie in feit.opties if optie.alleen or optie.id in ("geen", "niets"))[:1]
    return ()


def op_label(feit: Feit, tekst: str) -> str | None:
    """De knop die iemand overtypt, helemaal of een stuk dat alleen bij die knop staat."""
    zin = " ".join(lees_zin(tekst).woorden)
    labels = {optie.id: " ".join(lees_zin(optie.label).woorden) for optie in feit.opties}
    heel = [optie for optie, label in labels.items() if label == zin]
    stuk = [optie for optie, label in labels.items() if len(zin) >= KORTSTE_STUK and f" {zin} " in f" {label} "]
    return heel[0] if heel else stuk[0] if len(stuk) == 1 else None


@lru_cache(maxsize=256)
def _gewichten(opties: tuple[tuple[str, str], ...]) -> dict[str, dict[str, float]]:
    """Per stam hoe sterk hij naar elke optie wijst: een stam die bij veel opties hoort, wijst nergens heen."""
    per_optie = {naam: set(stammen(tekst, stopwoorden=True)) - VULWOORD for naam, tekst in opties}
    aantal = Counter(stam for stams in per_optie.values() for stam in stams)
    uit: dict[str, dict[str, float]] = {}
    for naam, stams in per_optie.items():
        for stam in stams:
            uit.setdefault(stam, {})[naam] = 1.0 / aantal[stam] ** 2
    return uit


def _op_stuk(feit: Feit, zin: str) -> tuple[str, ...]:
    gewichten = _gewichten(tuple((o.id, f"{o.label} {_INVUL.sub(' ', o.gehoord or '')} {o.id.replace('_', ' ')}") for o in feit.opties))  # fmt: skip
    woorden = [w for w in zin.split() if w not in VULWOORD]
    if not woorden or len(woorden) > 8:
        return ()
    vertelt = _ONDERWERP & set(zin.split()[:2]) and len(zin.split()) >= HELE_ZIN
    punten: dict[str, float] = {}
    for woord in woorden:
        for optie, gewicht in _wijst_naar(woord, gewichten, letterlijk=bool(vertelt)).items():
            punten[optie] = punten.get(optie, 0.0) + gewicht
    volgorde = sorted(((p / len(woorden), optie) for optie, p in punten.items()), reverse=True)
    if feit.soort == "meerkeuze":
        goed = {optie for p, optie in volgorde if p * (1 if vertelt else len(woorden)) >= GENOEG}
        return tuple(optie.id for optie in feit.opties if optie.id in goed)
    if not volgorde or volgorde[0][0] < (GENOEG if vertelt else GENOEG / 2) or punten[volgorde[0][1]] < GENOEG:
        return ()
    if len(volgorde) > 1 and volgorde[0][0] - volgorde[1][0] < VERSCHIL * volgorde[0][0]:
        return ()
    return (volgorde[0][1],)


def _wijst_naar(woord: str, gewichten: dict[str, dict[str, float]], letterlijk: bool = False) -> dict[str, float]:
    """Naar welke opties dit woord wijst. `letterlijk`: alleen het woord zelf, geen ander woord ervoor en geen tikfout."""
    for vorm in (woord,) if letterlijk else (woord, _ANDERS_GEZEGD.get(woord, "")):
        for stam in stammen(vorm, stopwoorden=True) if vorm else ():
            if stam in gewichten:
                return gewichten[stam]
    if len(woord) >= 5 and not letterlijk:
        for stam, naar in gewichten.items():
            if len(stam) >= 5 and stam[0] == woord[0] and (een_teken_anders(woord, stam) or woord.startswith(stam)):
                return naar
    return {}
