"""Nood horen: gedachten aan zelfmoord en acuut gevaar. Alleen de standaardbibliotheek, zodat dit altijd werkt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from bot.verstaan.noodtaal import (
    BEELDSPRAAK,
    BEZORGD,
    GEVAAR,
    KIND,
    OVER_EEN_ANDER,
    OVER_MIJZELF,
    RADELOOS,
    RADELOOS_LOS,
    STOND_VOOR_DE_DEUR,
    SUICIDE,
    WANHOOP,
    samen,
)

Nood = Literal["suicide", "gevaar"]
LANGST = 12_000
"""Meer tekens leest niemand in één keer; de deur knipt op dezelfde lengte."""

_BEELDSPRAAK, _WANHOOP = samen(BEELDSPRAAK), samen(WANHOOP)
_STOND_VOOR_DE_DEUR = samen(STOND_VOOR_DE_DEUR)
_RADELOOS, _RADELOOS_LOS = samen(RADELOOS), samen(RADELOOS_LOS)
_BEZORGD, _OVER_EEN_ANDER, _OVER_MIJZELF = samen(BEZORGD), re.compile(OVER_EEN_ANDER), re.compile(OVER_MIJZELF)
_IEMAND = re.compile(rf"\b(?:ik|me|mij|mijn|mezelf|mijzelf|we|ons|hij|i|my|{KIND})\b")
_SIGNALEN: tuple[tuple[Nood, re.Pattern[str]], ...] = (("suicide", samen(SUICIDE)), ("gevaar", samen(GEVAAR)))
_TEKENS = re.compile(r"[^a-z0-9,.! ]+")
_HERHAALD = re.compile(r"([a-z])\1{2,}")
_AANEEN = re.compile(r"^k(wil|heb|ben|ga|zie|kan|zou|denk|durf|snij|word|schaam|moet|hoef|weet|voel|trek|spring|maak)$")
_GESCHREVEN = {
    "k": "ik", "nie": "niet", "ni": "niet", "nt": "niet", "niie": "niet", "da": "dat", "noit": "nooit", "n": "een", "vor": "voor",
    "buite": "buiten", "wilt": "wil", "eige": "eigen", "levne": "leven", "leeven": "leven", "levn": "leven", "leve": "leven", "nimmer": "niet meer", "nimeer": "niet meer",
    "gij": "jij", "ge": "jij", "doot": "dood", "dod": "dood", "wrm": "waarom", "wakkr": "wakker", "iemant": "iemand", "zn": "zijn", "m": "mijn", "t": "het",
}  # fmt: skip
_KERN = ("zelfmoord", "suicide", "suicidaal", "zelfdoding", "sterven", "vermoorden", "afmaken", "afscheidsbrief", "overdosis", "springen", "pillen", "wakker", "verdwijnen", "opgesloten", "onderweg", "wachten", "geslagen", "uitweg")  # fmt: skip
_ZONDER_N = frozenset(
    [
        "leven",
        "sterven",
        "vermoorden",
        "maken",
        "zitten",
        "wachten",
        "steken",
        "springen",
        "slapen",
        "doodmaken",
        "afmaken",
        "willen",
        "bestaan",
        "stappen",
        "wordn",
        "worden",
        "snijden",
        "ophangen",
        "verdwijnen",
    ]
)


@lru_cache(maxsize=20_000)
def _woord(woord: str) -> str:
    """Een woord zoals het bedoeld is: 'nie' → 'niet', 'zelfmoort' → 'zelfmoord', 'vermoorde' → 'vermoorden'."""
    if woord in _GESCHREVEN:
        return _GESCHREVEN[woord]
    if treffer := _AANEEN.match(woord):
        return f"ik {treffer[1]}"
    if woord.endswith("e") and f"{woord}n" in _ZONDER_N:
        return f"{woord}n"
    if len(woord) >= 6:
        return next((kern for kern in _KERN if kern[0] == woord[0] and _een_teken_anders(woord, kern)), woord)
    return woord


def _een_teken_anders(a: str, b: str) -> bool:
    """Verschillen ze één teken: erbij, eraf, anders, of twee verwisseld?"""
    if a == b or abs(len(a) - len(b)) > 1:
        return a == b
    begin = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ra, rb = a[begin:], b[begin:]
    return ra[1:] == rb or ra == rb[1:] or ra[1:] == rb[1:] or (ra[:2] == rb[1::-1] and ra[2:] == rb[2:])


def gelijk(tekst: str) -> str:
    """De tekst met kleine letters, zonder accenten, en met de bekendste schrijfwijzen gelijkgemaakt."""
    uit = unicodedata.normalize("NFKD", tekst[:LANGST].lower())
    uit = "".join(teken for teken in uit if not unicodedata.combining(teken)).replace("'", "").replace("’", "")
    uit = _HERHAALD.sub(r"\1\1", _TEKENS.sub(" ", uit))
    uit = re.sub(r"([,.!])", r" \1 ", uit)
    uit = " ".join(_woord(woord) for woord in uit.split())
    return re.sub(r" ([,.!])", r"\1", uit)


def luister(tekst: str) -> Nood | None:
    """Het ernstigste signaal in deze tekst. Beeldspraak ('ik schaam me dood') telt niet."""
    return _in(_kaal(tekst))


def is_wanhoop(tekst: str) -> bool:
    """Is het enige signaal er een dat ook over iets anders kan gaan ('ik kan niet meer')? Dan vragen we het eerst."""
    uit = _kaal(tekst)
    return _in(uit) is not None and _in(" ".join(_WANHOOP.sub(" ", uit).split())) is None


def is_radeloos(tekst: str, gevraagd: bool = False) -> bool:
    """Weet iemand niet meer hoe het verder moet? Dat is nog geen signaal, wel een reden om het zacht te vragen.

    `gevraagd`: er staat een vraag open; dan is 'ik weet het niet meer' een antwoord.
    """
    uit = _kaal(tekst)
    return bool(_RADELOOS.search(uit) or (not gevraagd and _RADELOOS_LOS.search(uit)))


def stond_voor_de_deur(tekst: str) -> bool:
    """'gisteren stond er een vreemde op de oprit': dat is voorbij, maar we vragen of iemand nu veilig is."""
    return _STOND_VOOR_DE_DEUR.search(_kaal(tekst)) is not None


def gaat_over_een_ander(tekst: str) -> bool:
    """Maakt iemand zich zorgen om een ander ('mijn dochter kan niet meer')? Een 'ik' dat blijft staan, gaat voor."""
    uit = _BEZORGD.sub(" ", gelijk(tekst))
    return _OVER_EEN_ANDER.search(uit) is not None and _OVER_MIJZELF.search(uit) is None


def noemt_iemand(tekst: str) -> bool:
    """Gaat het over de schrijver of over iemand om wie die zich zorgen maakt?"""
    return _IEMAND.search(gelijk(tekst)) is not None


def _kaal(tekst: str) -> str:
    return " ".join(_BEELDSPRAAK.sub(" ", gelijk(tekst)).split())


def _in(uit: str) -> Nood | None:
    return next((soort for soort, patroon in _SIGNALEN if patroon.search(uit)), None)
