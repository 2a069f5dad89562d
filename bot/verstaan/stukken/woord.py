"""Wat er van een woord en zijn buren te zien is: genoeg om te horen waar een nieuw zinsdeel begint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.verstaan.zin import Zin, lees_zin
from knowledge.stam import stammen

DICHTBIJ = (-2, -1, 1, 2)
_VOLTOOID = re.compile(r"^(?:ge|be|ver|ont|her|door|op|rond|uit|aan|af|weg|in|mee|over)\w{2,}(?:d|t|en)$")
_VERLEDEN = re.compile(r"\w{2,}(?:te|ten|de|den)$")


class Klasser:
    """Zoekt de klassen van woorden (data/stukken/woordklassen.yaml): met open einden, en ook van een paar woorden samen."""

    def __init__(self, klassen: Mapping[str, list[str]]) -> None:
        self._heel: dict[str, set[str]] = {}
        self._begin: list[tuple[str, str]] = []
        self._samen: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for klasse, woorden in klassen.items():
            for woord in woorden:
                if woord.endswith("*"):
                    self._begin.append((woord[:-1], klasse))
                elif " " in woord:
                    rij = lees_zin(woord).woorden
                    self._samen.setdefault(rij[0], []).append((rij, klasse))
                else:
                    self._heel.setdefault(woord, set()).add(klasse)
        self._bekend: dict[str, tuple[str, ...]] = {}

    def alle(self, woorden: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Per woord de klassen, op naam; een paar woorden samen telt bij het eerste en het laatste."""
        uit = [self._van(woord) for woord in woorden]
        for nr, woord in enumerate(woorden):
            for rij, klasse in self._samen.get(woord, ()):
                if woorden[nr : nr + len(rij)] == rij:
                    uit[nr] += (klasse,)
                    uit[nr + len(rij) - 1] += (f"{klasse}.",)
        return uit

    def _van(self, woord: str) -> tuple[str, ...]:
        gevonden = self._bekend.get(woord)
        if gevonden is None:
            begin = {klasse for begin, klasse in self._begin if woord.startswith(begin)}
            gevonden = tuple(sorted(self._heel.get(woord, set()) | begin))
            if len(self._bekend) < 20_000:
                self._bekend[woord] = gevonden
        return gevonden


@lru_cache(maxsize=20_000)
def vorm(woord: str) -> tuple[str, ...]:
    """Aan de buitenkant: getal, voltooid, verleden tijd, heel werkwoord, tegenwoordige tijd."""
    if woord.isdigit():
        return ("getal", "onder18" if int(woord[:6]) < 18 else "vanaf18")
    if _VOLTOOID.match(woord):
        return ("voltooid",)
    if _VERLEDEN.match(woord):
        return ("verleden",)
    return ("heel",) if woord.endswith("en") else ("tegenwoordig",) if woord.endswith("t") else ()


@lru_cache(maxsize=20_000)
def stam(woord: str) -> str:
    gevonden = stammen(woord, stopwoorden=True)
    return gevonden[0] if gevonden else woord


def buren(zin: Zin, klassen: list[tuple[str, ...]]) -> list[list[str]]:
    """Per woord de kenmerken waaraan je hoort of hier een nieuw zinsdeel begint."""
    woorden, aantal = zin.woorden, len(zin.woorden)
    uit: list[list[str]] = []
    for nr, woord in enumerate(woorden):
        k = [f"w={woord}", f"s={stam(woord)}", *vorm(woord), *(f"k={klasse}" for klasse in klassen[nr])]
        for afstand in DICHTBIJ:
            daar = nr + afstand
            if 0 <= daar < aantal:
                k.append(f"{afstand}w={woorden[daar]}")
                k += [f"{afstand}k={klasse}" for klasse in klassen[daar]]
            else:
                k.append(f"{afstand}rand")
        if nr:
            k += [f"-1{v}" for v in vorm(woorden[nr - 1])]
            k += [f"kk={a} {b}" for a in klassen[nr - 1] for b in klassen[nr]]
            k.append(f"ww={woorden[nr - 1]} {woord}")
        if nr + 1 < aantal:
            k.append(f"wv={woord} {woorden[nr + 1]}")
        k.append(f"plek={min(nr, 4)}")
        if zin.zin[nr] in zin.vragend:
            k.append("vraagzin")
        uit.append(k)
    return uit
