"""Een zin als kenmerken: stammen, letterstukken en woordgroepen. Leren en gebruiken delen dit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.verstaan.normaal import normaal
from bot.verstaan.taal import Taal

LETTERS = range(2, 6)
MAX_TEKENS = 1200
"""Van een heel lang verhaal telt het begin: daar staat waar het om gaat."""
VRAAGZIN = 12
"""Zoveel woorden van de vraagzin (of de laatste zin) wegen nog eens: daar staat wat iemand wil weten."""
_EINDE = re.compile(r"(?<=[?!])\s*|(?<=[.…])\s+|\n+|,\s+")
LEEFTIJD = re.compile(
    r"\b(?:[5-9]|1[0-7])\b(?! (?:euro|keer|x|uur|minuten|dagen|weken|maanden|berichten|mensen|man|vrouwen|procent|accounts|fotos|jaar (?:geleden|lang|samen)))"
)
OPDRACHT = re.compile(
    r"(?:maak|schrijf|geef|stuur|zet|speel|noem|vertel|zoek|toon|laat|zeg|vat|acteer|negeer|doe|print|herhaal|leg|vertaal|bereken|zing|raad|kies|bedenk|los|download|open|lees|write|tell|sing|show|ignore|make|translate)\b"
)
"""Een zin die zo begint, is vaak een opdracht aan de machine en geen verhaal."""
FAMILIES: Mapping[str, float] = {"woord": 1.0, "paar": 0.8, "letters": 1.0, "groep": 1.0, "vraagzin": 0.7}
"""De families van kenmerken, met hun gewicht."""
Kenmerken = Mapping[str, tuple[str, ...]]


class Kenmerker:
    """Maakt de kenmerken van een zin. `groepen`: de woordgroepen waarmee geleerd is."""

    def __init__(self, groepen: Mapping[str, Iterable[str]], taal: Taal) -> None:
        self._taal = taal
        self._groepen = tuple((naam, _patroon(woorden)) for naam, woorden in groepen.items())

    def kenmerken(self, tekst: str) -> Kenmerken:
        """De kenmerken per familie, elk één keer."""
        zin = normaal(tekst)[:MAX_TEKENS]
        reeks = self._taal.reeks(zin)
        vraagzin = _vraagzin(tekst)
        return {
            "woord": _uniek(reeks),
            "paar": _uniek(f"{een} {twee}" for een, twee in zip(("^", *reeks), (*reeks, "$"), strict=True)),
            "letters": _uniek(_letters(zin)),
            "groep": (*self._in_groepen(zin), *_maten(zin)),
            "vraagzin": _uniek((*self._in_groepen(vraagzin), *self._taal.reeks(vraagzin))),
        }

    def _in_groepen(self, zin: str) -> tuple[str, ...]:
        return tuple(naam for naam, patroon in self._groepen if patroon.search(f" {zin} "))


def _vraagzin(tekst: str) -> str:
    """De laatste zin met een vraagteken, of anders de laatste zin; van voren of van achteren hooguit twaalf woorden."""
    zinnen = [zin for deel in _EINDE.split(tekst[:MAX_TEKENS]) if (zin := normaal(deel))]
    vragen = [zin for zin in zinnen if zin.endswith("?")]
    if vragen:
        return " ".join(vragen[-1].split()[:VRAAGZIN])
    laatste = zinnen[-1].split() if zinnen else []
    if len(laatste) < 3 and len(zinnen) > 1:
        laatste = [*zinnen[-2].split(), *laatste]
    return " ".join(laatste[-VRAAGZIN:])


def _maten(zin: str) -> Iterable[str]:
    if LEEFTIJD.search(zin):
        yield "leeftijd_onder_18"
    if OPDRACHT.match(zin):
        yield "opdracht"
    if "?" in zin:
        yield "vraagteken"
    woorden = zin.count(" ") + 1
    yield next(f"lengte_{grens}" for grens in (3, 7, 16, MAX_TEKENS) if woorden <= grens)


def _uniek(delen: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(delen))


def _letters(zin: str) -> Iterable[str]:
    for woord in zin.split():
        rand = f" {woord} "
        for n in LETTERS:
            for begin in range(len(rand) - n + 1):
                yield rand[begin : begin + n]


def _patroon(woorden: Iterable[str]) -> re.Pattern[str]:
    delen = (re.escape(normaal(w.rstrip("*"))) + (r"\w*" if w.endswith("*") else "") for w in woorden)
    return re.compile(rf" (?:{'|'.join(sorted(delen, key=len, reverse=True))})(?= )")
