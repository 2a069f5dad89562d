"""Het Nederlandse taalmodel: spaCy's nl_core_news_sm als het er is, anders een lege pijplijn met woordstammen."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

from knowledge.stam import stammen

log = logging.getLogger(__name__)
MODEL = "nl_core_news_sm"
STAMMEN = "stammen"


class Taal:
    """Geeft van een zin de grondvormen. `naam` zegt waarmee; elk cijfer dat we noemen, zegt dat erbij."""

    def __init__(self, naam: str, pijplijn: Any) -> None:
        self.naam = naam
        self._pijplijn = pijplijn

    def grondvormen(self, zin: str) -> frozenset[str]:
        """De lemma's (of stammen) van de woorden in `zin`."""
        if self.naam == STAMMEN:
            return frozenset(stam for woord in self._pijplijn(zin) for stam in stammen(woord.text, stopwoorden=True))
        return frozenset(stam for woord in self._pijplijn(zin) for stam in stammen(woord.lemma_, stopwoorden=True))

    def reeks(self, zin: str) -> tuple[str, ...]:
        """De lemma's (of stammen) op volgorde."""
        if self.naam == STAMMEN:
            return stammen(zin, stopwoorden=True)
        return tuple(stam for woord in self._pijplijn(zin) for stam in stammen(woord.lemma_, stopwoorden=True))


@lru_cache(maxsize=1)
def taal() -> Taal:
    """Het taalmodel van dit proces. Zegt één keer in het log als het de terugval is."""
    import spacy

    try:
        return Taal(MODEL, spacy.load(MODEL, disable=["parser", "ner"]))
    except OSError:
        log.info("%s is er niet; verder met woordstammen", MODEL)
        return Taal(STAMMEN, spacy.blank("nl"))
