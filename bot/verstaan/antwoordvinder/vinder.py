"""Van een vraag naar antwoorden: één als het duidelijk is, twee bij twijfel, geen als niets goed genoeg lijkt."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bot.verstaan.antwoordvinder.artikel import Artikelen
from bot.verstaan.antwoordvinder.woordbeeld import Lijsten, Woordbeeld, gemiddeld
from bot.verstaan.normaal import normaal
from knowledge.recht import Kennis

WEEGT_SAMEN, WEEGT_TEKST, WEEGT_BUREN = 1.0, 0.4, 0.6
"""Voor de volgorde: alle manieren samen, de tekst van het antwoord, en de manier die er het meest op lijkt."""
VOORSPRONG, GELIJK, BEKEND, BASIS = 0.37, 4.55, 2.28, -3.8
"""Hoe waarschijnlijk het beste ook het goede is, logistisch geleerd op manieren die de vinder niet gezien had: hoe ver het voor
ligt, hoe goed het lijkt, en hoeveel van de vraag we ergens van kennen."""
HETZELFDE = 0.75
"""Zo gelijk aan een zin uit de inhoud: dan is het die vraag."""
GENOEG, TWIJFEL, GENOEG_ZONDER_VRAAGVORM = 0.25, 0.14, 0.6
"""Vanaf deze kans: één antwoord; twee mogelijkheden als knop; één antwoord op wat er niet uitziet als een vraag."""
_BEGRIP = re.compile(
    r"^(?:(?:en|maar|he|hoi|hallo|ok|oke) )?(?:(?:wat (?:is|zijn|betekent|betekenen|houdt|bedoel je met|bedoelen ze met|wordt bedoeld met)|betekenis(?: van)?|uitleg(?: over| van)?|leg uit(?: wat)?|verschil tussen|wat is het verschil tussen)\b)"
)
KORT = 3
"""Zoveel woorden: wie alleen een woord typt, wil weten wat het is."""


@dataclass(frozen=True)
class Vondst:
    """`antwoorden`: één is duidelijk, twee is twijfel, geen: niets gevonden. `lijkt`: hoe goed het beste past."""

    antwoorden: tuple[str, ...] = ()
    lijkt: float = 0.0
    beste: str | None = None
    """Wat er het meest op lijkt, ook als dat te weinig is."""


@dataclass(frozen=True)
class _Index:
    """Alle manieren als gewogen woorden. Het maken kost seconden; wie dezelfde inhoud heeft, deelt hem."""

    beeld: Woordbeeld
    van: np.ndarray
    zinnen: Lijsten
    samen: Lijsten
    teksten: Lijsten


@lru_cache(maxsize=4)
def _index(
    paren: tuple[tuple[str, str], ...], groepen: tuple[tuple[str, tuple[str, ...]], ...], teksten: tuple[str, ...]
) -> _Index:
    namen = list(dict.fromkeys(id_ for id_, _ in paren))
    plaats = {id_: nr for nr, id_ in enumerate(namen)}
    van = np.array([plaats[id_] for id_, _ in paren], dtype=np.int32)
    beeld = Woordbeeld([zin for _, zin in paren], dict(groepen))
    beelden = [beeld.van(zin) for _, zin in paren]
    per: list[list[int]] = [[] for _ in namen]
    for nummer, waar in enumerate(van):
        per[waar].append(nummer)
    samen = Lijsten((gemiddeld([beelden[n] for n in rij]) for rij in per), len(namen))
    index = _Index(
        beeld,
        van,
        Lijsten(beelden, len(paren)),
        samen,
        Lijsten((beeld.van(tekst) for tekst in teksten), len(namen)),
    )
    beeld.klaar()
    return index


class Antwoordvinder:
    """Alle manieren waarop mensen iets vragen, klaar om mee te vergelijken."""

    def __init__(self, kennis: Kennis, manieren: Iterable[tuple[str, str]] | None = None) -> None:
        self._artikelen = Artikelen(kennis)
        self._begrippen = {
            " ".join(normaal(naam).split()): f"begrip:{begrip.id}"
            for begrip in kennis.begrippen.values()
            for naam in (*begrip.ook[::-1], begrip.naam)
        }
        paren = tuple(alle_manieren(kennis) if manieren is None else manieren)
        self._namen = list(dict.fromkeys(id_ for id_, _ in paren))
        index = _index(
            paren,
            tuple((g.id, tuple(g.woorden)) for g in kennis.woordgroepen.values()),
            tuple(_tekst(kennis, id_) for id_ in self._namen),
        )
        self._beeld, self._van = index.beeld, index.van
        self._zinnen, self._samen, self._teksten = index.zinnen, index.samen, index.teksten

    def vind(self, tekst: str, vraagvorm: bool = True) -> Vondst:
        """Het antwoord op één vraag. `vraagvorm`: het ziet eruit als een vraag."""
        artikel = self._artikelen.vind(tekst)
        if artikel:
            return Vondst(artikel[:1], 1.0)
        begrip = self._begrip(tekst)
        if begrip is not None:
            return Vondst((begrip,), 1.0)
        rang = self.rangschik(tekst)
        if not rang:
            return Vondst()
        namen, kans = tuple(id_ for id_, _ in rang[:2]), rang[0][1]
        if kans >= (GENOEG if vraagvorm else GENOEG_ZONDER_VRAAGVORM):
            return Vondst(namen[:1], kans, namen[0])
        return Vondst(namen if vraagvorm and kans >= TWIJFEL else (), kans, namen[0])

    def rangschik(self, tekst: str) -> list[tuple[str, float]]:
        """De antwoorden, het beste eerst, met de kans dat het dat is."""
        if not self._namen:
            return []
        beeld = self._beeld.van(tekst)
        samen = self._samen.lijkt(beeld)
        buren = np.zeros(len(self._namen), dtype=np.float32)
        np.maximum.at(buren, self._van, self._zinnen.lijkt(beeld))
        punten = (
            WEEGT_SAMEN * _uitslag(samen)
            + WEEGT_TEKST * _uitslag(self._teksten.lijkt(beeld))
            + WEEGT_BUREN * _uitslag(buren)
            + 4.0 * np.clip(buren - 0.5, 0.0, None)
        )
        volgorde = np.argsort(-punten)[:5]
        bekend = sum(gewicht * gewicht for gewicht in beeld.values())
        uit: list[tuple[str, float]] = []
        for rang, nr in enumerate(volgorde):
            voor = float(punten[nr] - punten[volgorde[1 if rang == 0 else 0]]) if len(volgorde) > 1 else 1.0
            kans = 1 / (1 + math.exp(-(VOORSPRONG * voor + GELIJK * float(samen[nr]) + BEKEND * bekend + BASIS)))
            uit.append((self._namen[nr], 1.0 if buren[nr] >= HETZELFDE and rang == 0 else kans))
        return uit

    def _begrip(self, tekst: str) -> str | None:
        """'wat is smaad', of alleen 'smaad': het begrip, als er verder niets gevraagd wordt."""
        zin = normaal(tekst).replace("?", "").strip()
        kaal = _BEGRIP.sub("", zin).strip()
        for vooraf in ("", "een ", "de ", "het "):
            naam = kaal.removeprefix(vooraf).removesuffix(" in").strip()
            if naam in self._begrippen and (kaal != zin or len(zin.split()) <= KORT):
                return self._begrippen[naam]
        return None


def _uitslag(rij: np.ndarray) -> np.ndarray:
    """In hoeveel standaardafwijkingen boven het gemiddelde: zo tellen een korte en een lange vraag even zwaar."""
    spreiding = float(rij.std())
    uit: np.ndarray = (rij - rij.mean()) / spreiding / 2 if spreiding else rij
    return uit


def _tekst(kennis: Kennis, id_: str) -> str:
    antwoord = kennis.antwoorden[id_]
    return f"{kennis.thema_van[id_].naam} {antwoord.vraag} {antwoord.vraag} {antwoord.antwoord}"


def alle_manieren(kennis: Kennis) -> Iterable[tuple[str, str]]:
    """Elke manier om iets te vragen, met de id van het antwoord."""
    for id_, antwoord in kennis.antwoorden.items():
        for manier in (antwoord.vraag, *antwoord.anders):
            yield id_, manier


@lru_cache(maxsize=2)
def vinder_voor(kennis: Kennis) -> Antwoordvinder:
    """De vinder bij deze kennis; één keer gemaakt per versie."""
    return Antwoordvinder(kennis)
