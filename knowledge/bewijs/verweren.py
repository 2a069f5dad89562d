"""Wat een verweer van de ander doet: bij elk voorbeeld elk verweer één keer aan, en tellen welke grond daarvan omslaat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge import schema
from knowledge.bewijs.proeven import zaak_van
from knowledge.recht import Kennis, Zaak, beoordeel


@dataclass
class Telling:
    """Van één antwoord: hoe vaak het is gezet, en wat er met elke gewogen grond gebeurde die 'ja' was."""

    feit: str
    antwoord: str
    gezet: int = 0
    uitslagen: Counter[str] = field(default_factory=Counter)
    omgeslagen: list[str] = field(default_factory=list)
    """Een gewogen grond die van ja naar nee ging, en bij welk voorbeeld. Hoort leeg te zijn."""


def gewogen(kennis: Kennis) -> set[str]:
    """De gronden met een uitzondering of norm die een rechter weegt."""
    return {
        grond.id
        for grond in kennis.gronden.values()
        if any(u.weging for u in grond.uitzonderingen)
        or any(b.open_norm and b.open_norm.weging for v in grond.varianten for b in v.bestanddelen)
    }


def tel_verweren(kennis: Kennis) -> list[Telling]:
    """Elk antwoord op een feit met `beweert: wederpartij`, over alle voorbeelden."""
    gronden = gewogen(kennis)
    tellingen = [Telling(f.id, o.id) for f in kennis.feiten.values() if f.beweert == "wederpartij" for o in f.opties]
    for naam, zaak, dag in _zaken(kennis):
        voor = beoordeel(kennis, zaak, dag).statussen
        zeker = sorted(grond for grond in gronden if voor[grond] == "ja")
        for telling in tellingen:
            if zaak.waarde(telling.feit) == telling.antwoord:
                continue
            telling.gezet += 1
            na = beoordeel(kennis, zaak.met(telling.feit, telling.antwoord), dag).statussen if zeker else voor
            for grond in zeker:
                telling.uitslagen[na[grond]] += 1
                if na[grond] == "nee":
                    telling.omgeslagen.append(f"{grond} bij '{naam}'")
    return tellingen


def _zaken(kennis: Kennis) -> Iterator[tuple[str, Zaak, date]]:
    """Elk voorbeeld van een grond en van al het andere, met elk antwoord van `ook_met`."""
    bij_grond: list[schema.Voorbeeld | schema.Geval] = [v for g in kennis.gronden.values() for v in g.voorbeelden]
    for een in [*bij_grond, *(geval for proef in kennis.voorbeelden for geval in proef.voorbeelden)]:
        for feiten in een.gevallen():
            yield een.naam, zaak_van(kennis, feiten, een.vandaag), een.vandaag
