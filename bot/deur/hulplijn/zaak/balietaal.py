"""Wat een medewerker typt: gewone zinnen, en steekwoorden als 'ex, telegram, 3 weken'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.verstaan import Gehoord, verstaander
from bot.verstaan.datum import lees_moment
from bot.verstaan.nood import Nood
from bot.verstaan.normaal import normaal
from knowledge import Kennis

_VOOR = re.compile(r"^(?:mijn|een|de|het|iemand van(?: het)?|als|op|via) ")
_DUUR = re.compile(r"^([1-9]\d{0,2}) (dag|dagen|week|weken|maand|maanden|jaar|jaren)$")
_LOS_DUUR = re.compile(r"(?:^|\s)([1-9]\d{0,2} (?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?))(?=$|\s)(?! geleden)")
DUUR_FEIT = "ontdekt"
"""'3 weken' zonder meer telt vanaf de ontdekking: daar begint de kortste termijn."""
WIE_FEIT = "relatie"
_ZIN = re.compile(
    r"\b(?:ik|mijn|hij|ze|zij|we|wij|die|dat|de|het|een|is|heeft|hebben|wil|was|werd|door|met|van|zijn|haar)\b"
)
"""Met zo'n woord erin is het een zin, en geen rij steekwoorden."""
MAX_TEKST = 2000


@dataclass(frozen=True)
class Notitie:
    """Wat er in de regel zat. De regel zelf wordt niet bewaard."""

    feiten: tuple[Gehoord, ...]
    nood: Nood | None

    @property
    def zeker(self) -> tuple[Gehoord, ...]:
        return tuple(g for g in self.feiten if g.zeker)

    @property
    def onzeker(self) -> tuple[Gehoord, ...]:
        return tuple(g for g in self.feiten if not g.zeker)


def lees_notitie(kennis: Kennis, tekst: str, vandaag: date) -> Notitie:
    """Leest één regel. Steekwoorden vullen aan wat de zin zelf niet al zei."""
    tekst = tekst[:MAX_TEKST]
    begrepen = verstaander(kennis).begrijp(tekst, None, vandaag)
    gevonden = {g.feit: g for g in begrepen.feiten}
    for gehoord in _steekwoorden(kennis, tekst, vandaag):
        oud = gevonden.get(gehoord.feit)
        if oud is None or not oud.zeker:
            gevonden[gehoord.feit] = gehoord
        elif isinstance(oud.waarde, tuple) and isinstance(gehoord.waarde, tuple):
            gevonden[gehoord.feit] = Gehoord(gehoord.feit, tuple(dict.fromkeys((*oud.waarde, *gehoord.waarde))))
    return Notitie(tuple(gevonden.values()), begrepen.nood)


def _steekwoorden(kennis: Kennis, tekst: str, vandaag: date) -> list[Gehoord]:
    stukken = [normaal(stuk) for stuk in re.split(r"[,;/\n+]|\ben\b", tekst)]
    woorden = [normaal(woord) for woord in tekst.split()]
    los = [stuk for stuk in (*stukken, *([] if _ZIN.search(normaal(tekst)) else woorden)) if 0 < len(stuk.split()) <= 2]
    uit = {g.feit: g for g in _wie(kennis, los, vandaag)}
    stukken += woorden + _LOS_DUUR.findall(normaal(tekst))
    for stuk in filter(None, stukken):
        if _DUUR.match(stuk) and DUUR_FEIT in kennis.feiten:
            moment = lees_moment(f"{stuk} geleden", vandaag)
            if moment is not None:
                uit.setdefault(DUUR_FEIT, Gehoord(DUUR_FEIT, moment.vak.waarde))
            continue
        bekend = _kort(kennis).get(_VOOR.sub("", stuk))
        if bekend is None:
            continue
        feit, optie = bekend
        if kennis.feiten[feit].soort == "meerkeuze":
            oud = uit[feit].waarde if feit in uit else ()
            uit[feit] = Gehoord(feit, tuple(dict.fromkeys((*oud, optie))))
        else:
            uit.setdefault(feit, Gehoord(feit, optie))
    return list(uit.values())


def _wie(kennis: Kennis, stukken: list[str], vandaag: date) -> list[Gehoord]:
    """Wie het is, als kaal steekwoord: 'collega' is in een zin nog niemand, maar als steekwoord wel de ander."""
    for stuk in dict.fromkeys(stukken):
        for met in (f"mijn {stuk}", f"een {stuk}"):
            gehoord = [g for g in verstaander(kennis).als_antwoord(met, WIE_FEIT, vandaag) if g.zeker]
            if gehoord:
                return gehoord
    return []


@lru_cache(maxsize=2)
def _kort(kennis: Kennis) -> dict[str, tuple[str, str]]:
    """Elk knoplabel zonder 'mijn', 'een' of 'iemand van' ervoor, als het maar één ding kan betekenen."""
    namen: dict[str, set[tuple[str, str]]] = {}
    for feit in kennis.feiten.values():
        for optie in feit.opties:
            if optie.id in ("ja", "nee") or feit.soort == "leeftijd":
                continue
            namen.setdefault(_VOOR.sub("", normaal(optie.label)), set()).add((feit.id, optie.id))
    return {kort: next(iter(paren)) for kort, paren in namen.items() if len(paren) == 1 and len(kort) > 1}
