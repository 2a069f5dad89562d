"""In welke taal iemand typt. De woorden, letters en noodzinnen staan bij de talen in de kennis; hier staat hoe ze wegen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge import Kennis
from knowledge.gesprek import Noodsoort
from knowledge.schema import Spreektaal

NL, EN = "nl", "en"
GENOEG = 1.0
"""Zo veel moet een bericht naar een andere taal wijzen: één woord dat alleen die taal heeft."""
LOS = 1.4
"""Idem in een of twee woorden: 'merci' en 'plus' zegt wie Nederlands schrijft ook."""
MEER_DAN_NEDERLANDS = 1.5
"""Zo veel keer meer dan naar het Nederlands, in een eerste bericht."""
MIDDEN_IN_GESPREK = 3.0
"""Idem als er een vraag openstaat: één regel maakt van een Nederlands gesprek geen ander."""
KORT = 3
"""Onder zoveel woorden is het Engels niet te scheiden van Nederlands: 'help', 'please', 'my ex'."""
AANDEEL = 0.3
"""Dit deel van de woorden moet naar die taal wijzen, of er staat maar één los vreemd woord in."""
DEELT, LETTER, NOODZIN, LEXICON, VORM = 0.5, 0.7, 2.0, 0.5, 0.5
"""Wat ze waard zijn: een woord dat ook Nederlands is, een letter, een noodzin, een woord uit de kennis, een Nederlandse woordvorm."""
_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VORM = re.compile(r"^(?:ge\w{3,}[td]|ver\w{4,}[tn]|\w{3,}(?:eert|eerd|eren|tje|tjes|lijk|heid|ingen|achtig)|\w*(?:ij|sch|uu|oei|aai|eeuw|cht)\w*)$")  # fmt: skip
_SCHRIFT = (
    ("arabisch", re.compile("[\u0600-\u06ff]")),
    ("cyrillisch", re.compile("[\u0400-\u04ff]")),
    ("ethiopisch", re.compile("[\u1200-\u137f]")),
    ("kana", re.compile("[\u3040-\u30ff\uac00-\ud7af]")),
    ("han", re.compile("[\u4e00-\u9fff]")),
    ("ander", re.compile("[\u0370-\u03ff\u0530-\u05ff\u0900-\u0dff\u0e00-\u0fff\u10a0-\u10ff]")),
)
_NOOD: tuple[Noodsoort, ...] = ("suicide", "gevaar")


@dataclass(frozen=True)
class Gesproken:
    """De taal van een bericht, en of er in die taal nood in staat."""

    taal: str = NL
    nood: Noodsoort | None = None


class Taalkenner:
    """Herkent talen met de woorden uit de kennis. Eén per versie van de kennis."""

    def __init__(self, kennis: Kennis) -> None:
        self._talen = tuple(kennis.talen.values())
        self._met_kaart = frozenset(t.id for t in self._talen if t.kaart)
        self._van: dict[str, tuple[str, ...]] = {}
        for taal in self._talen:
            if taal.herken.schrift == "latijn":
                for woord in {vorm for w in taal.herken.rij for vorm in (w.lower(), _kaal(w))}:
                    self._van[woord] = (*self._van.get(woord, ()), taal.id)
        self._letters = {t.id: frozenset(t.herken.letters) for t in self._talen}
        self._nood = tuple(
            (taal.id, soort, zin)
            for taal in self._talen
            for soort in _NOOD
            for stuk in getattr(taal.nood, soort)
            for zin in {stuk.lower(), _kaal(stuk)}
        )
        self._lexicon = frozenset(_lexicon(kennis)) - set(self._van)

    def herken(self, tekst: str, in_gesprek: bool = False) -> Gesproken:
        """Nederlands tenzij er genoeg naar een andere taal wijst. `in_gesprek`: er staat een vraag van ons open."""
        if not self._talen:
            return Gesproken()
        laag = unicodedata.normalize("NFC", tekst[:2_000]).lower()
        nood = [(taal, soort) for taal, soort, zin in self._nood if zin in laag or zin in _kaal(laag)]
        taal = self._taal(laag, frozenset(t for t, _ in nood), in_gesprek)
        zonder_kaart = taal != NL and taal not in self._met_kaart
        return Gesproken(EN if zonder_kaart else taal, next((soort for t, soort in nood if t == taal), None))

    def _taal(self, laag: str, in_nood: frozenset[str], in_gesprek: bool) -> str:
        schrift = _schrift(laag)
        if schrift is not None:
            return self._in_schrift(schrift, laag, in_nood)
        woorden = _WOORD.findall(laag)
        beste = self._beste(woorden, in_nood)
        bewijs, nederlands = self._bewijs(woorden, beste, in_nood), self._nederlands(woorden)
        if len(woorden) < KORT and (beste in (NL, EN) or bewijs < LOS):
            return NL
        if bewijs < GENOEG:
            # geen woord dat we kennen, en toch een hele zin: dan is het een taal waar we geen woorden van hebben
            vreemd = len(woorden) > KORT and not nederlands and not in_gesprek
            return EN if vreemd else NL
        genoeg = bewijs >= AANDEEL * len(woorden) or beste in in_nood
        factor = MIDDEN_IN_GESPREK if in_gesprek else MEER_DAN_NEDERLANDS
        return beste if genoeg and bewijs > factor * nederlands else NL

    def _beste(self, woorden: list[str], in_nood: frozenset[str]) -> str:
        """De andere taal die het best past. Een woord van meer talen telt voor elk een deel."""
        punten: dict[str, float] = {}
        for woord in woorden:
            talen = self._talen_van(woord)
            for taal in talen:
                punten[taal] = punten.get(taal, 0.0) + len(talen) ** -0.5
        for taal in {*self._letters, *in_nood}:
            erbij = self._erbij(woorden, taal, in_nood)
            if erbij:
                punten[taal] = punten.get(taal, 0.0) + erbij
        punten.pop(NL, None)
        return max(punten, key=lambda t: punten[t], default=NL)

    def _bewijs(self, woorden: list[str], taal: str, in_nood: frozenset[str]) -> float:
        """Hoe sterk dit bericht naar die taal wijst, tegenover het Nederlands."""
        van = [self._talen_van(woord) for woord in woorden]
        return sum(DEELT if NL in talen else 1.0 for talen in van if taal in talen) + self._erbij(
            woorden, taal, in_nood
        )

    def _erbij(self, woorden: list[str], taal: str, in_nood: frozenset[str]) -> float:
        letters = self._letters.get(taal, frozenset())
        return LETTER * sum(1 for woord in woorden if letters & set(woord)) + (NOODZIN if taal in in_nood else 0.0)

    def _nederlands(self, woorden: list[str]) -> float:
        punten = 0.0
        for woord in woorden:
            talen = self._talen_van(woord)
            if not talen:
                punten += LEXICON if woord in self._lexicon else VORM if _VORM.match(woord) else 0.0
            elif NL in talen:
                punten += DEELT if len(talen) > 1 else 1.0
        return punten

    def _talen_van(self, woord: str) -> tuple[str, ...]:
        return self._van.get(woord) or self._van.get(_kaal(woord)) or ()

    def _in_schrift(self, schrift: str, laag: str, in_nood: Iterable[str]) -> str:
        """De taal bij dit schrift; een taal zonder kaart krijgt de Engelse."""
        kandidaten = [t for t in self._talen if t.herken.schrift == schrift]
        if len(kandidaten) <= 1:
            return kandidaten[0].id if kandidaten else EN
        woorden = frozenset(_WOORD.findall(laag))
        punten = {t.id: _past(t, woorden, laag, in_nood) for t in kandidaten}
        beste = max(kandidaten, key=lambda t: punten[t.id]).id
        # Russisch heeft letters die Oekraïens noch Bulgaars heeft
        return EN if schrift == "cyrillisch" and re.search("[ыэё]", laag) else beste


def _past(taal: Spreektaal, woorden: frozenset[str], laag: str, in_nood: Iterable[str]) -> float:
    letters = sum(laag.count(letter) for letter in taal.herken.letters)
    return len(woorden & set(taal.herken.rij)) + LETTER * letters + (NOODZIN if taal.id in in_nood else 0.0)


def _schrift(laag: str) -> str | None:
    """Het schrift dat niet Latijns is, als de meeste letters daarin staan."""
    letters = sum(teken.isalpha() for teken in laag)
    for naam, tekens in _SCHRIFT:
        if 2 * len(tekens.findall(laag)) > letters > 0:
            return naam
    return None


@lru_cache(maxsize=4_096)
def _kaal(woord: str) -> str:
    """Zonder accenten, zoals mensen op een telefoon typen."""
    deel = unicodedata.normalize("NFKD", woord.lower().replace("ł", "l").replace("ı", "i").replace("’", "'"))
    return "".join(teken for teken in deel if not unicodedata.combining(teken))


def _lexicon(kennis: Kennis) -> Iterable[str]:
    """Nederlandse woorden uit de kennis zelf: de woorden waaraan feiten te horen zijn, en de namen van begrippen."""
    for feit in kennis.feiten.values():
        for optie in feit.opties:
            for stuk in (optie.label, *optie.woorden):
                yield from _WOORD.findall(stuk.lower())
    for groep in kennis.woordgroepen.values():
        for lid in groep.woorden:
            yield from _WOORD.findall(lid.lower())
