"""Een klein spaCy-model onder de naam nl_core_news_sm, om de weg met een taalmodel te testen waar het echte niet te halen is.

Het geeft elk woord uit de leerstof de vaakst gebruikte vorm met dezelfde stam. `python -m tests.bot.verstaan.invaller` zet het
in deze omgeving, zoals een geïnstalleerd pakket: met een versie, zodat `spacy.load` en `make` het zien.
"""

from __future__ import annotations

import sysconfig
from collections import Counter, defaultdict
from pathlib import Path

from bot.leren.leerstof import lees
from bot.verstaan.normaal import normaal
from bot.verstaan.taal import MODEL
from knowledge.stam import stammen

VERSIE = "0.0.1"
METADATA = f"Metadata-Version: 2.1\nName: {MODEL}\nVersion: {VERSIE}\n"
INIT = """from pathlib import Path

from spacy.util import load_model_from_init_py


def load(**opties):
    return load_model_from_init_py(Path(__file__), **opties)
"""


def grondvormen() -> dict[str, str]:
    """Per woord de vorm die het vaakst voorkomt van alle woorden met die stam."""
    vormen: dict[str, Counter[str]] = defaultdict(Counter)
    for zin in lees():
        for woord in normaal(zin.tekst).split():
            vormen[" ".join(stammen(woord, stopwoorden=True))][woord] += 1
    return {woord: min(telling, key=lambda w: (-telling[w], w)) for telling in vormen.values() for woord in telling}


def zet(waar: Path) -> Path:
    """Maakt het model en zet het als pakket in `waar` (de site-packages van deze omgeving)."""
    import spacy
    from spacy.lookups import Lookups

    nlp = spacy.blank("nl", meta={"name": "core_news_sm", "version": VERSIE})
    tabellen = Lookups()
    tabellen.add_table("lemma_lookup", grondvormen())
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=tabellen)
    pakket = waar / MODEL
    (pakket / f"{MODEL}-{VERSIE}").mkdir(parents=True, exist_ok=True)
    nlp.to_disk(pakket / f"{MODEL}-{VERSIE}")
    (pakket / "meta.json").write_text((pakket / f"{MODEL}-{VERSIE}" / "meta.json").read_text())
    (pakket / "__init__.py").write_text(INIT)
    gegevens = waar / f"{MODEL}-{VERSIE}.dist-info"
    gegevens.mkdir(exist_ok=True)
    (gegevens / "METADATA").write_text(METADATA)
    (gegevens / "RECORD").write_text("")
    return pakket


if __name__ == "__main__":
    print(f"· {zet(Path(sysconfig.get_path('purelib')))}")
