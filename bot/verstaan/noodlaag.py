"""Nood in één bericht: eerst de regels, dan wat geleerd is. Zonder model alleen de regels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from bot.verstaan import nood
from bot.verstaan.nood import Nood

ZEKER = 0.95
"""Vanaf deze kans gaan de nummers voor alles, ook als geen regel het hoort."""
NAVRAAG = 0.5
"""Vanaf deze kans vragen we het. Gekozen op de kruisproef: gewone zinnen geven dan in minder dan 2 % een vraag."""


@dataclass(frozen=True)
class Noodlezing:
    """`signaal`: dit is nood. `navraag`: eerst zacht vragen; ook zonder signaal, als het model het vermoedt."""

    signaal: Nood | None = None
    navraag: Nood | None = None


def lees_nood(tekst: str, kansen: Mapping[str, float] | None = None) -> Noodlezing:
    """Wat de regels horen, wint altijd. Het model hoort alleen erbij."""
    signaal = nood.luister(tekst)
    if signaal is not None:
        return Noodlezing(signaal, signaal if nood.is_wanhoop(tekst) else None)
    if kansen is None:
        return Noodlezing()
    soort: Nood
    for soort in get_args(Nood):
        if kansen[soort] >= ZEKER:
            return Noodlezing(soort)
        if kansen[soort] >= NAVRAAG:
            return Noodlezing(None, soort)
    return Noodlezing()
