"""Een bericht als woorden, met bij elk woord in welke zin en welk zinsdeel het staat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.verstaan.kortstondig import in_dit_bericht
from knowledge.stam import plat

MEESTE = 2_400
"""Meer woorden luisteren we niet: de deur knipt eerder."""
_STUK = re.compile(r"[a-z0-9]+|€|[.!?\n]+|[,;:()]")
_DUIZEND = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_AFKORTING = re.compile(r"\b(?:bv|bijv|evt|etc|enz|nr|dhr|mevr|mw|mr|dr|o\.a|d\.m\.v|i\.p\.v|m\.b\.v)\.")
_WEG = frozenset("'’`´")
_HERHAALD = re.compile(r"([a-z])\1{2,}")
_VASTE_VORM = {
    "mn": "mijn", "mijne": "mijn", "mijnen": "mijn", "my": "mijn", "k": "ik", "nie": "niet", "ni": "niet", "nt": "niet", "nieteens": "niet", "t": "het", "n": "een", "zn": "zijn", "dr": "haar", "zij": "ze", "da": "dat",
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
    """`zin` en `deel`: het nummer van de zin en het zinsdeel per woord. `vragend`: zinnen met een vraagteken.

    `plek`: waar elk woord in het bericht staat, van en tot. `na`: het leesteken dat erop volgt, of ''.
    """

    woorden: tuple[str, ...]
    zin: tuple[int, ...]
    deel: tuple[int, ...]
    vragend: frozenset[int]
    plek: tuple[tuple[int, int], ...] = ()
    na: tuple[str, ...] = ()

    def zinnen(self) -> dict[int, tuple[int, int]]:
        """Per zin het eerste woord en het woord na het laatste."""
        uit: dict[int, tuple[int, int]] = {}
        for nr, zin in enumerate(self.zin):
            uit[zin] = (uit.get(zin, (nr, nr))[0], nr + 1)
        return uit

    def tekst(self, begin: int, eind: int) -> str:
        return " ".join(self.woorden[begin:eind])


@in_dit_bericht
def lees_zin(tekst: str) -> Zin:
    """Knipt een bericht in woorden, zinnen en zinsdelen."""
    kaal, plek = _plat_op_plek(tekst[:12_000])
    gevonden: list[tuple[str, int, int, tuple[int, int]]] = []
    na: dict[int, str] = {}
    vragend: set[int] = set()
    zin = deel = 0
    stukken = list(_STUK.finditer(kaal))[: 2 * MEESTE]
    for nr, treffer in enumerate(stukken):
        stuk = treffer[0]
        if stuk[0] in ".!?\n,;:()":
            na[len(gevonden) - 1] = na.get(len(gevonden) - 1, "") + stuk
            deel += 1
            if stuk[0] in ".!?\n":
                vragend |= {zin} if "?" in stuk else set()
                zin += 1
            continue
        if stuk in _VOEG or (stuk == "en" and nr + 1 < len(stukken) and stukken[nr + 1][0] in _NA_EN):
            deel += 1
        woord = _gelijk(stuk)
        if woord:
            gevonden.append((woord, zin, deel, (plek[treffer.start()], plek[treffer.end() - 1] + 1)))
    gevonden = gevonden[:MEESTE]
    woorden, zinnen, delen, plekken = zip(*gevonden, strict=True) if gevonden else ((), (), (), ())
    return Zin(
        woorden, zinnen, delen, frozenset(vragend), plekken, tuple(na.get(nr, "") for nr in range(len(gevonden)))
    )


def _plat_op_plek(tekst: str) -> tuple[str, list[int]]:
    """Kleine letters zonder accenten en afkortingspunten, en bij elke letter waar die in het bericht staat."""
    letters = [(letter, nr) for nr, teken in enumerate(tekst) for letter in _letters(teken)]
    kaal, plek = "".join(letter for letter, _ in letters), [nr for _, nr in letters]
    for patroon in (_DUIZEND, _AFKORTING):
        punten = {treffer.end() - 1 for treffer in patroon.finditer(kaal)}
        if punten:
            plek = [p for nr, p in enumerate(plek) if nr not in punten]
            kaal = "".join(letter for nr, letter in enumerate(kaal) if nr not in punten)
    return kaal, plek


@lru_cache(maxsize=4_096)
def _letters(teken: str) -> str:
    return "".join(letter for letter in plat(teken) if letter not in _WEG)


def _gelijk(woord: str) -> str:
    return _VASTE_VORM.get(woord) if woord in _VASTE_VORM else _HERHAALD.sub(r"\1", woord)  # type: ignore[return-value]
