"""Grondvormen van Nederlandse woorden: met woordstammen, of met spaCy's nl_core_news_sm voor wie dat koos (`make taalmodel`)."""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from knowledge.stam import stammen

log = logging.getLogger(__name__)
MODEL = "nl_core_news_sm"
STAMMEN = "stammen"
NIET_NODIG = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "ner")
"""Wat geen grondvormen maakt, laden we niet: het kost geheugen en tijd, en de grondvormen blijven dezelfde."""


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
    """Het taalmodel van dit proces."""
    if find_spec(MODEL) is None:
        # spaCy zelf laden kost elk proces seconden en geheugen, en voor stammen is het niet nodig
        log.info("verder met woordstammen; '%s' zet je erbij met 'make taalmodel'", MODEL)
        return Taal(STAMMEN)
    import spacy

    # met de versie erbij: een ander model geeft andere grondvormen, en dan past wat geleerd is niet meer
    return Taal(f"{MODEL} {version(MODEL)}", spacy.load(MODEL, exclude=NIET_NODIG))
