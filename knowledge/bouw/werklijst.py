"""Wat is nagekeken, en wat nog niet: de werklijst van de jurist."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.bouw.doorloop import onderdelen
from knowledge.schema import Bron, Inhoud

SCHADE = {
    "termijnen": "een termijn: wie die verkeerd hoort, is zijn recht kwijt",
    "waarschuwingen": "een waarschuwing: wie die mist, doet iets wat niet meer terug kan",
    "zorg": "nood: wie verkeerd hoort wat nu te doen, loopt gevaar",
    "gronden": "een grond: wie die verkeerd hoort, doet geen aangifte of voor niets",
    "brieven": "een brief: die gaat met iemands naam de deur uit",
    "routes": "een stap: wie die zet, verliest tijd of geld als hij niet klopt",
    "antwoorden": "een antwoord: iemand gelooft iets wat niet zo is",
    "instanties": "een adres of nummer: iemand belt voor niets",
}
"""Wat er misgaat als een bron niet klopt, het ergste eerst. Wat hier niet staat, is uitleg."""
UITLEG = "uitleg: iemand leest iets wat niet precies klopt"


@dataclass(frozen=True)
class Werk:
    """Een bron die nog niemand nakeek, wat erop steunt, en wat er misgaat als zij niet klopt."""

    bron: Bron
    steunt: tuple[str, ...]
    schade: str
    ernst: int


def werklijst(inhoud: Inhoud) -> Iterator[Werk]:
    """De bronnen die nog niemand nakeek: wat het meeste kwaad kan staat boven, en daarbinnen waar het meeste op steunt."""
    steunt: dict[str, dict[str, str]] = defaultdict(dict)
    for soort, deel in onderdelen(inhoud):
        if soort != "bronnen":
            for naam in _bronnen_in(deel.model_dump()):
                steunt[naam][getattr(deel, "id", soort)] = soort
    ernst = {soort: nr for nr, soort in enumerate(SCHADE)}
    werk = []
    for bron in inhoud.bronnen:
        if bron.nagekeken_tegen == "nog_niet":
            ergste = min(steunt[bron.id].values(), key=lambda soort: ernst.get(soort, len(SCHADE)), default="")
            rang = ernst.get(ergste, len(SCHADE))
            werk.append(Werk(bron, tuple(steunt[bron.id]), SCHADE.get(ergste, UITLEG), rang))
    yield from sorted(werk, key=lambda w: (w.ernst, -len(w.steunt), w.bron.id))


def tel_nagekeken(inhoud: Inhoud) -> tuple[dict[str, tuple[int, int]], dict[str, int]]:
    """Hoeveel bronnen en beweringen waartegen zijn nagekeken. Een bewering is een verwijzing naar een bron."""
    soort_van = {bron.id: bron.nagekeken_tegen for bron in inhoud.bronnen}
    verwijzingen = _verwijzingen(inhoud)
    nagekeken = {
        soort: (sum(s == soort for s in soort_van.values()), sum(soort_van[b] == soort for b in verwijzingen))
        for soort in ("primair", "secundair", "nog_niet")
    }
    aantallen = {
        soort: len(getattr(inhoud, soort))
        for soort in (
            "gronden",
            "routes",
            "termijnen",
            "instanties",
            "platforms",
            "bronnen",
            "begrippen",
            "situaties",
            "feiten",
            "brieven",
        )
    }
    return nagekeken, aantallen


def tel_per_soort(inhoud: Inhoud) -> dict[str, tuple[int, int]]:
    """Per soort bron: hoeveel beweringen op een gelezen tekst van de bron zelf steunen, en hoeveel er zijn."""
    bron_van = {bron.id: bron for bron in inhoud.bronnen}
    alle, primair = Counter[str](), Counter[str]()
    for naam in _verwijzingen(inhoud):
        alle[bron_van[naam].soort] += 1
        primair[bron_van[naam].soort] += bron_van[naam].nagekeken_tegen == "primair"
    return {soort: (primair[soort], aantal) for soort, aantal in alle.most_common()}


def _verwijzingen(inhoud: Inhoud) -> list[str]:
    """Elke keer dat de inhoud een bron noemt: dat is een bewering die erop steunt."""
    return [
        bron
        for groep in (
            inhoud.gronden,
            inhoud.routes,
            inhoud.termijnen,
            inhoud.instanties,
            inhoud.begrippen,
            inhoud.waarschuwingen,
            inhoud.brieven,
            inhoud.antwoorden,
            inhoud.platforms,
        )
        for deel in groep
        for bron in _bronnen_in(deel.model_dump())
    ]


def _bronnen_in(waarde: object) -> list[str]:
    if isinstance(waarde, dict):
        eigen = [
            b
            for sleutel in ("bronnen", "bron")
            for b in ([waarde[sleutel]] if isinstance(waarde.get(sleutel), str) else waarde.get(sleutel) or ())
        ]
        return eigen + [
            b for sleutel, deel in waarde.items() if sleutel not in ("bron", "bronnen") for b in _bronnen_in(deel)
        ]
    if isinstance(waarde, (list, tuple)):
        return [b for deel in waarde for b in _bronnen_in(deel)]
    return []
