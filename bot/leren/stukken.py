"""Leert het knippen uit data/stukken, en meet het op wat apart bleef."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from bot.leren.stukkenstof import Bericht, lees_alles, lees_klassen
from bot.verstaan.stukken import Snijder
from bot.verstaan.stukken.kenmerken import Klasser, kenmerken, met_label
from bot.verstaan.zin import lees_zin

INSTELLING = {"c1": 0.02, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": False}
"""Gekozen op wat apart bleef; c1 maakt het model klein, c2 strijkt glad."""


def leer_stukken(berichten: Sequence[Bericht] | None = None) -> Snijder:
    """Een nieuwe knipper uit deze berichten (of alle leerstof)."""
    berichten = lees_alles()[0] if berichten is None else berichten
    klassen = lees_klassen()
    klasser = Klasser(klassen)
    rijen = [kenmerken(lees_zin(bericht.tekst), klasser) for bericht in berichten]
    label = _leer(rijen, [bericht.labels for bericht in berichten])
    wie = _leer(
        [met_label(rij, list(bericht.labels)) for rij, bericht in zip(rijen, berichten, strict=True)],
        [bericht.onderwerpen for bericht in berichten],
    )
    return Snijder(klassen, label, wie)


def _leer(rijen: list[list[list[str]]], tags: Sequence[Sequence[str]]) -> bytes:
    leraar = pycrfsuite.Trainer(verbose=False)
    leraar.set_params(INSTELLING)
    for rij, tag in zip(rijen, tags, strict=True):
        leraar.append(rij, list(tag))
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "crf"
        leraar.train(str(pad))
        return pad.read_bytes()
