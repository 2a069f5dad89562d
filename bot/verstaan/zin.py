"""Een bericht als woorden, met bij elk woord in welke zin en welk zinsdeel het staat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.stam import plat

MEESTE = 2_400
"""Meer woorden luisteren we niet: de deur knipt eerder."""
_STUK = re.compile(r"[a-z0-9]+|€|[.!?\n]+|[,;:()]")
_DUIZEND = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_AFKORTING = re.compile(r"\b(?:bv|bijv|evt|etc|enz|nr|dhr|mevr|mw|mr|dr|o\.a|d\.m\.v|i\.p\.v|m\.b\.v)\.")
_HERHAALD = re.compile(r"([a-z])\1{2,}")
_VASTE_VORM = {
    "mn": "mijn", "mijne": "mijn", "mijnen": "mijn", "my": "mijn", "k": "ik", "nie": "niet", "ni": "niet", "nt": "niet", "t": "het", "n": "een", "zn": "zijn", "dr": "haar", "zij": "ze", "da": "dat",
    "gij": "jij", "ge": "jij", "ff": "even", "effe": "even", "sex": "seks", "fotoos": "fotos", "pics": "fotos", "pic": "foto", "plaatjes": "fotos", "vid": "filmpje",
    "vids": "filmpjes", "filmke": "filmpje", "filmpke": "filmpje", "videos": "filmpjes", "appgroepje": "appgroep", "polite": "politie", "pliesie": "politie", "popo": "politie",
    "flikken": "politie", "gvd": "", "wsl": "waarschijnlijk", "ie": "hij", "em": "hem", "kwil": "wil", "kben": "ben", "kheb": "heb", "hb": "heb", "gwn": "gewoon", "idd": "inderdaad",
    "iem": "iemand", "ned": "nederlands", "wnr": "wanneer", "zonde": "zonde", "hun": "ze", "nudz": "nudes", "noods": "nudes", "nudess": "nudes", "hkb": "hek", "insta": "instagram",
}  # fmt: skip
_VOEG = frozenset(
    [
        "maar",
        "want",
        "omdat",
        "doordat",
        "terwijl",
        "toen",
        "als",
        "dus",
        "waarna",
        "zodat",
        "anders",
        "hoewel",
        "nadat",
        "voordat",
        "tenzij",
    ]
)
_NA_EN = frozenset(
    [
        "ik",
        "hij",
        "ze",
        "die",
        "we",
        "wij",
        "mijn",
        "nu",
        "heeft",
        "is",
        "hebben",
        "had",
        "toen",
        "dat",
        "daar",
        "iemand",
        "het",
        "er",
        "iedereen",
        "niemand",
        "wil",
        "ook",
        "mij",
    ]
)


@dataclass(frozen=True)
class Zin:
    """`zin` en `deel`: het nummer van de zin en het zinsdeel per woord. `vragend`: zinnen met een vraagteken."""

    woorden: tuple[str, ...]
    zin: tuple[int, ...]
    deel: tuple[int, ...]
    vragend: frozenset[int]

    def zinnen(self) -> dict[int, tuple[int, int]]:
        """Per zin het eerste woord en het woord na het laatste."""
        uit: dict[int, tuple[int, int]] = {}
        for nr, zin in enumerate(self.zin):
            uit[zin] = (uit.get(zin, (nr, nr))[0], nr + 1)
        return uit

    def tekst(self, begin: int, eind: int) -> str:
        return " ".join(self.woorden[begin:eind])


@lru_cache(maxsize=2_048)
def lees_zin(tekst: str) -> Zin:
    """Knipt een bericht in woorden, zinnen en zinsdelen."""
    kaal = plat(tekst[:12_000]).replace("'", "").replace("’", "").replace("`", "").replace("´", "")
    kaal = _AFKORTING.sub(lambda t: t[0][:-1], _DUIZEND.sub("", kaal))
    woorden: list[str] = []
    zinnen: list[int] = []
    delen: list[int] = []
    vragend: set[int] = set()
    zin = deel = 0
    stukken = _STUK.findall(kaal)[: 2 * MEESTE]
    for nr, stuk in enumerate(stukken):
        if stuk[0] in ".!?\n":
            if "?" in stuk:
                vragend.add(zin)
            zin, deel = zin + 1, deel + 1
            continue
        if stuk in ",;:()":
            deel += 1
            continue
        if stuk in _VOEG or (stuk == "en" and nr + 1 < len(stukken) and stukken[nr + 1] in _NA_EN):
            deel += 1
        woord = _gelijk(stuk)
        if woord:
            woorden.append(woord)
            zinnen.append(zin)
            delen.append(deel)
    return Zin(tuple(woorden[:MEESTE]), tuple(zinnen[:MEESTE]), tuple(delen[:MEESTE]), frozenset(vragend))


def _gelijk(woord: str) -> str:
    return _VASTE_VORM.get(woord) if woord in _VASTE_VORM else _HERHAALD.sub(r"\1", woord)  # type: ignore[return-value]
