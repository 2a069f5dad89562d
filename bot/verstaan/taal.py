"""Het Nederlandse taalmodel: spaCy's nl_core_news_sm als het er is, anders alleen woordstammen."""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from knowledge.stam import stammen

log = logging.getLogger(__name__)
MODEL = "nl_core_news_sm"
STAMMEN = "stammen"


class Taal:
    """Geeft van een zin de grondvormen. `naam` zegt waarmee; elk cijfer dat we noemen, zegt dat erbij."""

    def __init__(self, naam: str, pijplijn: Any = None) -> None:
        self.naam = naam
        self._pijplijn = pijplijn

    def reeks(self, zin: str) -> tuple[str, ...]:
        """De lemma's (of stammen) op volgorde."""
        if self.naam == STAMMEN:
            return stammen(zin, stopwoorden=True)
        return tuple(stam for woord in self._pijplijn(zin) for stam in stammen(woord.lemma_, stopwoorden=True))


@lru_cache(maxsize=1)
def taal() -> Taal:
    """Het taalmodel van dit proces. Zegt één keer in het log als het de terugval is."""
    if find_spec(MODEL) is None:
        # spaCy zelf laden kost elk proces seconden en geheugen, en voor stammen is het niet nodig
        log.info("%s is er niet; verder met woordstammen", MODEL)
        return Taal(STAMMEN)
    import spacy

    return Taal(MODEL, spacy.load(MODEL, disable=["parser", "ner"]))
