"""Feiten horen in een zin: de woorden staan bij de feiten in de kennis, de grammatica staat hier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.verstaan.datum import lees_datum
from bot.verstaan.normaal import normaal
from bot.verstaan.taal import taal
from knowledge import Kennis
from knowledge.schema import Feit, Optie

NEE_VOOR = re.compile(r"\b(?:niet|geen|nooit|noch|niks|niets|nergens|zonder dat (?:hij|zij|ze|iemand))(?: \w+){0,2} $")
NEE_NA = re.compile(r"^ (?:\w+ ){0,1}(?:niet|nooit)\b")
MISSCHIEN = re.compile(
    r"\b(?:stel dat|stel je voor|wat als|voor het geval|bang dat|ben bang dat|misschien|zou hij straks|kan het zijn dat|als hij straks|als ze straks)\b(?: \w+){0,8} $"
)
VERTELD = re.compile(r"\b(?:hij|zij|ze|die) (?:zegt|beweert|claimt|schrijft) dat(?: \w+){0,4} $")
GAT = "\x00"
KORTST = 8
"""Kortere woorden lijken te veel op elkaar om in een andere vorm te herkennen."""
JA_NEE = frozenset({"ja", "nee"})


@dataclass(frozen=True)
class Gehoord:
    """Een gehoord feit. `zeker` False: niet overnemen, wel vragen."""

    feit: str
    waarde: str | tuple[str, ...]
    zeker: bool = True


@dataclass(frozen=True)
class _Woord:
    patroon: re.Pattern[str]
    feit: str
    optie: str
    lengte: int
    ontkennend: bool


class Feitenvinder:
    """Vindt feiten met de woorden van de kennis. Eén per versie van de kennis."""

    def __init__(self, kennis: Kennis) -> None:
        self._kennis = kennis
        # losse, lange woorden worden ook in een andere vorm herkend ('verspreidden', 'naaktfilmpjes')
        self._vormen = {
            grondvorm: woord
            for feit in kennis.feiten.values()
            for optie in feit.opties
            for woord in map(normaal, optie.woorden)
            if " " not in woord and len(woord) >= KORTST
            for grondvorm in taal().grondvormen(woord)
        }
        self._woorden = [w for feit in kennis.feiten.values() for optie in feit.opties for w in _woorden(feit, optie)]

    def vind(self, tekst: str, vandaag: date) -> tuple[Gehoord, ...]:
        """Alle feiten in deze tekst (die nog niet genormaliseerd is)."""
        zin = self._met_grondvormen(f" {normaal(tekst)} ")
        gevonden: dict[str, dict[str, tuple[int, bool]]] = {}
        for woord in self._woorden:
            for treffer in woord.patroon.finditer(zin):
                voor, na = zin[: treffer.start() + 1], zin[treffer.end() - 1 :]
                if not woord.ontkennend and (NEE_VOOR.search(voor) or NEE_NA.search(na)):
                    if self._is_ja_nee(woord.feit) and woord.optie == "ja":
                        gevonden.setdefault(woord.feit, {}).setdefault("nee", (1, False))
                    continue
                zeker = not (MISSCHIEN.search(voor) or VERTELD.search(voor))
                oud = gevonden.setdefault(woord.feit, {}).get(woord.optie, (0, False))
                gevonden[woord.feit][woord.optie] = max(oud, (woord.lengte, zeker))
        uit = [gehoord for feit, opties in gevonden.items() if (gehoord := self._kies(feit, opties)) is not None]
        return self._aanvullen(tuple(uit), zin, vandaag)

    def _met_grondvormen(self, zin: str) -> str:
        """Vervangt een verbogen woord door de vorm die bij een feit staat, als de grondvorm gelijk is."""
        woorden = zin.split()
        for nr, woord in enumerate(woorden):
            if len(woord) < KORTST or woord in self._vormen.values():
                continue
            bekend = next((self._vormen[g] for g in taal().grondvormen(woord) if g in self._vormen), None)
            if bekend is not None:
                woorden[nr] = bekend
        return f" {' '.join(woorden)} "

    def _is_ja_nee(self, feit: str) -> bool:
        return {optie.id for optie in self._kennis.feiten[feit].opties} == JA_NEE

    def _kies(self, feit: str, opties: dict[str, tuple[int, bool]]) -> Gehoord | None:
        """Bij meerkeuze alles wat zeker is, anders het langste stuk tekst; bij gelijke stand beslist niemand."""
        if self._kennis.feiten[feit].soort == "meerkeuze":
            zeker = tuple(optie.id for optie in self._kennis.feiten[feit].opties if opties.get(optie.id, (0, False))[1])
            return Gehoord(feit, zeker) if zeker else None
        volgorde = sorted(opties.items(), key=lambda paar: (paar[1][1], paar[1][0]), reverse=True)
        beste, (lengte, zeker) = volgorde[0]
        if len(volgorde) > 1 and volgorde[1][1] == (lengte, zeker):
            return Gehoord(feit, beste, False)
        return Gehoord(feit, beste, zeker)

    def _aanvullen(self, gehoord: tuple[Gehoord, ...], zin: str, vandaag: date) -> tuple[Gehoord, ...]:
        feiten = {g.feit: g for g in gehoord}
        leeftijd = lees_leeftijd(zin)
        if leeftijd is not None and "leeftijd" in self._kennis.feiten:
            feiten["leeftijd"] = Gehoord("leeftijd", leeftijd)
        if re.search(r"\b(?:ontdekte|ontdekt|kwam er|zag|vond|hoorde)\b", zin) and "ontdekt" in self._kennis.feiten:
            dag = (
                lees_datum(zin, vandaag)
                if re.search(r"geleden|gister|vorige|afgelopen|vandaag|\d{4}|sinds", zin)
                else None
            )
            if dag is not None and dag <= vandaag:
                feiten["ontdekt"] = Gehoord("ontdekt", dag.isoformat())
        return tuple(feiten.values())


def lees_leeftijd(zin: str) -> str | None:
    """De leeftijd van wie het overkwam: 'ik ben 16', 'mijn dochter van 13', '(15)'. Niet van de dader."""
    if re.search(
        r"\b(?:toen|was|op die foto|erop) (?:\w+ ){0,4}(?:ik|ze|hij) (?:nog )?(?:pas )?(?:maar )?(\d{1,2})\b", zin
    ):
        treffer = re.search(
            r"\b(?:toen|was|op die foto|erop) (?:\w+ ){0,4}(?:ik|ze|hij) (?:nog )?(?:pas )?(?:maar )?(\d{1,2})\b", zin
        )
    else:
        treffer = (
            re.search(
                r"\bik (?:ben|was|word) (?:nu |net |pas |nog |maar |toen )*(\d{1,2})(?! (?:euro|keer|foto|dagen|weken|maanden|uur|jaar (?:samen|getrouwd|geleden|lang|met)))\b",
                zin,
            )
            or re.search(
                r"\b(?:dochter|zoon|kind|zusje|zus|broertje|nichtje|neefje|vriendin|vriend|leerling|meisje|jongen|dochtertje|zoontje|kleindochter|kleinzoon)(?: van (?:mij|me|mijn))?(?: (?:is|van|was))?(?: pas| net| nog maar)? (\d{1,2})\b(?! (?:euro|keer|weken|dagen|maanden))",
                zin,
            )
            or re.search(
                r"\b(?:ben|was|is) (?:ik |ze |hij )?(?:pas |net |nog |maar )*(\d{1,2}) (?:jaar|jr|j)\b(?! (?:samen|getrouwd|geleden))",
                zin,
            )
            or re.search(r"\b(1[0-7]) jarige? (?:dochter|zoon|meisje|jongen|kind|leerling|zusje)", zin)
        )
    if treffer is None:
        return None
    jaren = int(next(groep for groep in treffer.groups() if groep))
    return str(jaren) if 3 <= jaren <= 99 else None


def _woorden(feit: Feit, optie: Optie) -> list[_Woord]:
    uit = []
    for woord in optie.woorden:
        # "staat … online": de puntjes staan voor hoogstens zes woorden
        kaal = GAT.join(normaal(deel) for deel in woord.split("…"))
        if len(kaal) < 2:
            continue
        # meervoud en verbuiging mogen; korte woorden alleen precies
        staart = r"(?:s|en|e|jes?|tjes?)?" if len(kaal) > 4 and kaal[-1].isalpha() else ""
        patroon = re.escape(kaal).replace(GAT, r" (?:\w+ ){0,6}")
        uit.append(
            _Woord(
                re.compile(rf" {patroon}{staart}(?= )"),
                feit.id,
                optie.id,
                len(kaal),
                bool(re.search(r"\b(?:niet|geen|nooit|niks|niets|zonder|nog niet|nergens)\b", kaal)),
            )
        )
    return uit
