"""Van een vraag naar antwoorden: één als het duidelijk is, twee bij twijfel, geen als niets goed genoeg lijkt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bot.verstaan.antwoordvinder.artikel import Artikelen
from bot.verstaan.antwoordvinder.woordbeeld import Woordbeeld
from bot.verstaan.normaal import normaal
from knowledge import Kennis

GENOEG = 0.40
"""Zo veel moet een vraag lijken op hoe mensen het vragen."""
GENOEG_ZONDER_VRAAGVORM = 0.55
"""Ziet het er niet uit als een vraag, dan moet het er veel meer op lijken: een verhaal is geen vraag."""
DUIDELIJK = 0.05
"""Zo ver moet het beste antwoord voor liggen op het tweede."""
TWIJFEL = 0.34
"""Onder `GENOEG` en boven dit: twee mogelijkheden als knop."""
BUREN = 3
WEEGT = (0.7, 0.2, 0.1)
"""Hoe de best lijkende zinnen van een antwoord meetellen."""
_BEGRIP = re.compile(
    r"^(?:(?:en|maar|he|hoi|hallo|ok|oke) )?(?:(?:wat (?:is|zijn|betekent|betekenen|houdt|bedoel je met|bedoelen ze met|wordt bedoeld met)|betekenis(?: van)?|uitleg(?: over| van)?|leg uit(?: wat)?|wanneer is (?:iets|het)|verschil tussen|wat is het verschil tussen)\b)"
)
KORT = 3
"""Zoveel woorden: wie alleen een woord typt, wil weten wat het is."""


@dataclass(frozen=True)
class Vondst:
    """`antwoorden`: één is duidelijk, twee is twijfel, geen: niets gevonden. `lijkt`: hoe goed het beste past."""

    antwoorden: tuple[str, ...] = ()
    lijkt: float = 0.0


class Antwoordvinder:
    """Alle manieren waarop mensen iets vragen, klaar om mee te vergelijken."""

    def __init__(self, kennis: Kennis) -> None:
        self._artikelen = Artikelen(kennis)
        paren = list(_manieren(kennis))
        self._van = [id_ for id_, _ in paren]
        self._beeld = Woordbeeld([zin for _, zin in paren])
        self._rijen: dict[str, list[int]] = defaultdict(list)
        for nummer, id_ in enumerate(self._van):
            self._rijen[id_].append(nummer)

    def vind(self, tekst: str, vraagvorm: bool = True) -> Vondst:
        """Het antwoord op één vraag. `vraagvorm`: het ziet eruit als een vraag."""
        artikel = self._artikelen.vind(tekst)
        if artikel:
            return Vondst(artikel[:1], 1.0)
        rang = self.rangschik(tekst)
        if not rang:
            return Vondst()
        (beste, lijkt), rest = rang[0], rang[1:]
        if lijkt < (GENOEG if vraagvorm else GENOEG_ZONDER_VRAAGVORM):
            bijna = vraagvorm and lijkt >= TWIJFEL
            return Vondst(tuple(id_ for id_, _ in rang[:2]) if bijna and len(rang) > 1 else (), lijkt)
        if rest and lijkt - rest[0][1] < DUIDELIJK:
            return Vondst((beste, rest[0][0]), lijkt)
        return Vondst((beste,), lijkt)

    def rangschik(self, tekst: str) -> list[tuple[str, float]]:
        """De antwoorden die erop lijken, de beste eerst."""
        gelijk = self._beeld.lijkt(tekst)
        begrip = _vraagt_begrip(tekst)
        punten: list[tuple[str, float]] = []
        for nummer in np.flatnonzero(gelijk > TWIJFEL / 2):
            id_ = self._van[nummer]
            if begrip or not id_.startswith("begrip:"):
                punten.append((id_, float(gelijk[nummer])))
        per: dict[str, list[float]] = defaultdict(list)
        for id_, punt in punten:
            per[id_].append(punt)
        uit = [(id_, _samen(rij)) for id_, rij in per.items()]
        return sorted(uit, key=lambda paar: -paar[1])[:5]


def _samen(rij: list[float]) -> float:
    best = sorted(rij, reverse=True)[:BUREN]
    best += [best[-1] * 0.8] * (BUREN - len(best))
    return sum(weegt * punt for weegt, punt in zip(WEEGT, best, strict=True))


def _vraagt_begrip(tekst: str) -> bool:
    zin = normaal(tekst).replace("?", "").strip()
    return len(zin.split()) <= KORT or _BEGRIP.match(zin) is not None


def _manieren(kennis: Kennis) -> Iterable[tuple[str, str]]:
    """Elke manier om iets te vragen, met de id van het antwoord."""
    for id_, antwoord in kennis.antwoorden.items():
        for manier in (antwoord.vraag, *antwoord.anders):
            yield id_, manier
    for begrip in kennis.begrippen.values():
        for naam in (begrip.naam, *begrip.ook):
            yield f"begrip:{begrip.id}", naam
            yield f"begrip:{begrip.id}", f"wat is {naam}"
            yield f"begrip:{begrip.id}", f"wat betekent {naam}"
