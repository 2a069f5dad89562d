"""Een bericht als kenmerken per woord. Leren en gebruiken delen dit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.verstaan.zin import Zin
from knowledge.stam import stammen

Klassen = Mapping[str, frozenset[str]]
"""Per woord de klassen waar het in zit."""
OM_HEEN = (-3, -2, -1, 1, 2, 3)
PERSONEN = ("IK", "KIND_V", "KIND_M", "KIND_O", "BEKENDE_V", "BEKENDE_M", "BEKENDE_O", "ANDER_M", "ANDER_V", "ANDER_O", "INSTANTIE")  # fmt: skip
VROUW = {"KIND_V": "KIND", "BEKENDE_V": "BEKENDE", "ANDER_V": "ANDER"}
MAN = {"KIND_M": "KIND", "BEKENDE_M": "BEKENDE", "ANDER_M": "ANDER"}
ZINSKERN = frozenset({"IK", "HIJ", "ZIJ", "DIE", "JIJ"})
VORM_VAN_EEN_DEEL = 4
"""Aan de eerste vier woorden van een zinsdeel zie je of het een vraag, een bijzin of een mededeling is."""
_VOLTOOID = re.compile(r"^(?:ge|be|ver|ont|her|door|op|rond|uit|aan|af|weg|in|mee|over)\w{2,}(?:d|t|en)$")
_VERLEDEN = re.compile(r"\w{2,}(?:te|ten|de|den)$")


class Klasser:
    """Zoekt de klassen van een woord, met open einden."""

    def __init__(self, klassen: Mapping[str, list[str]]) -> None:
        self._heel: dict[str, set[str]] = {}
        self._begin: list[tuple[str, str]] = []
        for klasse, woorden in klassen.items():
            for woord in woorden:
                if woord.endswith("*"):
                    self._begin.append((woord[:-1], klasse))
                else:
                    self._heel.setdefault(woord, set()).add(klasse)
        self.van = lru_cache(maxsize=20_000)(self._van)

    def _van(self, woord: str) -> tuple[str, ...]:
        return tuple(sorted(self._heel.get(woord, set()) | {k for begin, k in self._begin if woord.startswith(begin)}))


@lru_cache(maxsize=20_000)
def _los(woord: str) -> tuple[str, ...]:
    """Wat van een woord alleen te zien is."""
    stam = stammen(woord, stopwoorden=True)
    uit = [f"w={woord}", f"s={stam[0] if stam else woord}", f"e={woord[-3:]}", f"b={woord[:4]}"]
    if woord.isdigit():
        uit.append(f"getal={len(woord)}")
        uit.append("onder18" if int(woord[:6]) < 18 else "vanaf18")
    elif _VOLTOOID.match(woord):
        uit.append("voltooid")
    elif _VERLEDEN.match(woord):
        uit.append("verleden")
    elif woord.endswith("en"):
        uit.append("heel")
    elif woord.endswith("t"):
        uit.append("tegenwoordig")
    return tuple(uit)


def kenmerken(zin: Zin, klasser: Klasser) -> list[list[str]]:
    """Per woord wat het is, wat erom heen staat, in wat voor zinsdeel het staat, en wie er voor het laatst genoemd is."""
    woorden, klassen = zin.woorden, [klasser.van(woord) for woord in zin.woorden]
    delen = _delen(zin, klassen)
    zinnen = {nr: (begin, eind) for nr, (begin, eind) in zin.zinnen().items()}
    personen = _personen(klassen)
    aantal = len(woorden)
    uit: list[list[str]] = []
    for nr, woord in enumerate(woorden):
        k = [*_los(woord), *(f"k={klasse}" for klasse in klassen[nr])]
        for afstand in OM_HEEN:
            daar = nr + afstand
            if 0 <= daar < aantal:
                k += [f"{afstand}k={klasse}" for klasse in klassen[daar]]
                if abs(afstand) < 3:
                    k.append(f"{afstand}w={woorden[daar]}")
            else:
                k.append(f"{afstand}rand")
        vorige = woorden[nr - 1] if nr else "^"
        volgende = woorden[nr + 1] if nr + 1 < aantal else "$"
        k += [f"ww={vorige} {woord}", f"wv={woord} {volgende}", f"www={vorige} {woord} {volgende}"]
        k.append(f"nek={zin.na[nr][:1]}")
        k.append(f"voor={zin.na[nr - 1][:1]}" if nr else "voor=^")
        begin, eind = zinnen[zin.zin[nr]]
        if zin.zin[nr] in zin.vragend:
            k.append("vraagzin")
        k.append(f"zin<{min(nr - begin, 4)}")
        k.append(f"zv={woorden[begin]}")
        k += [f"zk={klasse}" for klasse in klassen[begin]]
        k += [f"zl={min(eind - begin, 12) // 2}", f"lengte={min(aantal, 40) // 3}"]
        k += delen[zin.deel[nr]]
        k += personen[nr]
        uit.append(k)
    return uit


def _delen(zin: Zin, klassen: list[tuple[str, ...]]) -> dict[int, list[str]]:
    """Per zinsdeel hoe het begint en welke klassen erin zitten."""
    plekken: dict[int, list[int]] = {}
    for nr, deel in enumerate(zin.deel):
        plekken.setdefault(deel, []).append(nr)
    uit: dict[int, list[str]] = {}
    for deel, nrs in plekken.items():
        begin = nrs[:VORM_VAN_EEN_DEEL]
        k = [f"d{plek}={klasse}" for plek, nr in enumerate(begin) for klasse in klassen[nr]]
        k += [f"dw={zin.woorden[begin[0]]}", "dv=" + " ".join("+".join(klassen[nr]) or "-" for nr in begin[:2])]
        k += [f"in={klasse}" for klasse in {klasse for nr in nrs for klasse in klassen[nr]}]
        uit[deel] = k
    return uit


def _personen(klassen: list[tuple[str, ...]]) -> list[list[str]]:
    """Wie er links en rechts het dichtst bij staat, en op wie 'hij' en 'ze' dan slaan."""
    uit: list[list[str]] = []
    links, vrouw, man, genoemd = "-", "-", "-", "-"
    ver = 0
    for eigen in klassen:
        ver += 1
        for klasse in eigen:
            vrouw, man = VROUW.get(klasse, vrouw), MAN.get(klasse, man)
            if klasse in PERSONEN:
                links, ver = klasse.split("_")[0], 0
                genoemd = links if klasse != "IK" else genoemd
            elif klasse == "ZIJ":
                links, ver = f"ZE-{vrouw}", 0
            elif klasse == "HIJ":
                links, ver = f"HIJ-{man}", 0
        uit.append([f"links={links}", f"links={links}{min(ver, 5)}", f"genoemd={genoemd}", f"ze={vrouw}", f"hij={man}"])
    rechts, ver = "-", 0
    for nr in range(len(klassen) - 1, -1, -1):
        uit[nr] += [f"rechts={rechts}{min(ver, 5)}"]
        ver += 1
        for klasse in klassen[nr]:
            if klasse in PERSONEN or klasse in ZINSKERN:
                rechts, ver = klasse.split("_")[0], 0
    return uit


BIJ_HET_LABEL = ("k=", "d0=", "d1=", "links=", "rechts=", "genoemd=", "in=")
"""Deze kenmerken zeggen iets anders bij een ander label: 'ik' in een vraag gaat over de schrijver, in een bewering van de ander niet."""


def met_label(rijen: list[list[str]], labels: list[str]) -> list[list[str]]:
    """De kenmerken voor over wie het gaat, nu bekend is wat iemand doet."""
    uit: list[list[str]] = []
    for nr, (rij, label) in enumerate(zip(rijen, labels, strict=True)):
        vorig = labels[nr - 1] if nr else "^"
        erbij = [f"L={label}", f"Lv={vorig}"]
        if vorig != label:
            erbij.append("LB")
        erbij += [f"L{label} {kenmerk}" for kenmerk in rij if kenmerk.startswith(BIJ_HET_LABEL)]
        uit.append(rij + erbij)
    return uit
