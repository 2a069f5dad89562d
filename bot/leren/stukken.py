"""Leert het knippen uit data/stukken."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from bot.leren.stukkenstof import Bericht, lees_alles, lees_klassen, lees_vragen
from bot.verstaan.stukken.crf import Crf
from bot.verstaan.stukken.snijder import BEGINT, BINNEN, Snijder, grenzen
from bot.verstaan.stukken.woord import Klasser, buren
from bot.verstaan.stukken.zinsdeel import kenmerken
from bot.verstaan.zin import Zin, lees_zin

VOUWEN = 4
"""De zinsdelen om van te leren komen van een CRF die het bericht niet kende: zo ziet het leren dezelfde fouten als straks."""
GRENS = {"c1": 0.0, "c2": 1.0, "max_iterations": 60}
"""Glad gestreken: de kans op een grens moet kloppen, niet alleen de beste keuze."""
LABEL = {"c1": 0.1, "c2": 0.5, "max_iterations": 100}
WIE = {"c1": 0.0, "c2": 3.0, "max_iterations": 120}
"""c1 maakt het model klein, c2 strijkt glad; gekozen op wat apart bleef. Over wie het gaat hangt van weinig woorden af: gladder is beter."""


def leer_stukken(berichten: Sequence[Bericht] | None = None) -> Snijder:
    """Een nieuwe knipper uit deze berichten (of alle leerstof)."""
    leren, apart = lees_alles()
    berichten = leren if berichten is None else berichten
    woordklassen = lees_klassen()
    klasser = Klasser(woordklassen)
    zinnen = [lees_zin(bericht.tekst) for bericht in berichten]
    klassen = [klasser.alle(zin.woorden) for zin in zinnen]
    rijen = [buren(zin, eigen) for zin, eigen in zip(zinnen, klassen, strict=True)]
    randen = [_randen(zin, bericht) for zin, bericht in zip(zinnen, berichten, strict=True)]
    label_rijen, wie_rijen, labels, wie = [], [], [], []
    for vouw in range(VOUWEN):
        rest = [nr for nr in range(len(berichten)) if nr % VOUWEN != vouw]
        crf = Crf(_leer([rijen[nr] for nr in rest], [randen[nr] for nr in rest], GRENS))
        for nr in range(vouw, len(berichten), VOUWEN):
            begin = _begin(grenzen(crf, zinnen[nr], klassen[nr]), berichten[nr])
            voor_label, voor_wie = kenmerken(zinnen[nr], klassen[nr], begin)
            label_rijen.append(voor_label)
            wie_rijen.append(voor_wie)
            labels.append([berichten[nr].labels[plek] for plek in begin])
            wie.append([berichten[nr].onderwerpen[plek] for plek in begin])
    grens = _leer(rijen, randen, GRENS)
    crf = Crf(grens)
    for tekst in lees_vragen(apart):
        zin = lees_zin(tekst)
        eigen = klasser.alle(zin.woorden)
        begin = grenzen(crf, zin, eigen)
        label_rijen.append(kenmerken(zin, eigen, begin)[0])
        labels.append(["gevraagd"] * len(begin))
    return Snijder(
        woordklassen,
        {
            "grens": grens,
            "label": _leer(label_rijen, labels, LABEL),
            "wie": _leer(wie_rijen, wie, WIE),
        },
    )


def _randen(zin: Zin, bericht: Bericht) -> list[str]:
    tags = bericht.tags
    return [
        BEGINT if nr == 0 or tags[nr] != tags[nr - 1] or zin.deel[nr] != zin.deel[nr - 1] else BINNEN
        for nr in range(len(tags))
    ]


def _begin(gevonden: list[int], bericht: Bericht) -> list[int]:
    """De gevonden grenzen, en die van de stukken zelf: van een zinsdeel met twee labels valt niets te leren."""
    tags = bericht.tags
    return sorted({*gevonden, *(nr for nr in range(1, len(tags)) if tags[nr] != tags[nr - 1])})


def _leer(rijen: Sequence[list[list[str]]], tags: Sequence[Sequence[str]], instelling: dict[str, float]) -> bytes:
    leraar = pycrfsuite.Trainer(verbose=False)
    leraar.set_params(instelling)
    for rij, tag in zip(rijen, tags, strict=True):
        leraar.append(rij, list(tag))
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "crf"
        leraar.train(str(pad))
        return pad.read_bytes()
