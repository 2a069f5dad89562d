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
from bot.verstaan.betekenis import ANTWOORD, Betekenis, de_betekenis
from bot.verstaan.normaal import normaal
from bot.verstaan.zinsbeeld import Rij
from knowledge.recht import Kennis

WEEGT_SAMEN, WEEGT_TEKST, WEEGT_BUREN = 1.0, 0.4, 0.6
"""Voor de volgorde: alle manieren samen, de tekst van het antwoord, en de manier die er het meest op lijkt."""
VOORSPRONG, GELIJK, BEKEND, BASIS = 0.37, 4.55, 2.28, -3.8
"""Hoe waarschijnlijk het beste ook het goede is, logistisch geleerd op manieren die de vinder niet gezien had: hoe ver het voor
ligt, hoe goed het lijkt, en hoeveel van de vraag we ergens van kennen."""
HETZELFDE = 0.75
"""Zo gelijk aan een zin uit de inhoud: dan is het die vraag."""


@dataclass(frozen=True)
class _Grenzen:
    """Vanaf deze kans: één antwoord; twee mogelijkheden als knop; één antwoord op wat er niet uitziet als een vraag."""

    genoeg: float
    twijfel: float
    zonder_vraagvorm: float


OP_WOORDEN, OP_BETEKENIS = _Grenzen(0.25, 0.14, 0.6), _Grenzen(0.26, 0.15, 0.6)
WEEGT_WOORDEN, WEEGT_DICHTBIJ = 0.2, 0.5
"""Naast het geleerde hoofd op betekenis; gekozen op manieren die apart gehouden waren."""
VOORSPRONG_B, HOOFD_B, GELIJK_B, BASIS_B = 0.22, 3.0, 2.66, -2.22
"""Hoe waarschijnlijk het beste ook het goede is, met betekenis erbij: geleerd op apart gehouden manieren, op vragen waarvan het
antwoord er niet was, en op zinnen die hier niet horen."""
_BEGRIP = re.compile(
    r"^(?:(?:en|maar|he|hoi|hallo|ok|oke) )?(?:(?:wat (?:is|zijn|betekent|betekenen|houdt|bedoel je met|bedoelen ze met|wordt bedoeld met)|betekenis(?: van)?|uitleg(?: over| van)?|leg uit(?: wat)?|verschil tussen|wat is het verschil tussen)\b)"
)
_OVER_MIJ = re.compile(r"\b(?:krijg|ben|word|heb|moet|kan|ga|loop) ik\b")
_OVER_EEN_ANDER = re.compile(
    r"\b(?:hij|zij|ze|die|hem|haar|zijn|hun|wie|iemand|(?:de |een )?(?:dader|ander|anderen|maker|plaatser|verdachte)|mijn [a-z]+|klasgenoot|jongen|meisje|man|vrouw|ex)\b"
)
"""Vraagt iemand alleen naar zichzelf, dan past geen antwoord over wie het deed."""
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

    def __init__(
        self, kennis: Kennis, manieren: Iterable[tuple[str, str]] | None = None, betekenis: Betekenis | None = None
    ) -> None:
        self._artikelen = Artikelen(kennis)
        self._begrippen = {
            " ".join(normaal(naam).split()): f"begrip:{begrip.id}"
            for begrip in kennis.begrippen.values()
            for naam in (*begrip.ook[::-1], begrip.naam)
        }
        paren = tuple(alle_manieren(kennis) if manieren is None else manieren)
        self._namen = list(dict.fromkeys(id_ for id_, _ in paren))
        self._over_ander = np.array([kennis.thema_van[id_].over_de_ander for id_ in self._namen], dtype=bool)
        self._betekenis = betekenis
        geleerd = {id_: nr for nr, id_ in enumerate(betekenis.hoofden[ANTWOORD].namen)} if betekenis else {}
        # wat sinds het leren bijkwam, wordt op woorden gevonden
        self._geleerd = np.array([nr for nr, id_ in enumerate(self._namen) if id_ in geleerd], dtype=np.int32)
        self._waar = np.array([geleerd[self._namen[nr]] for nr in self._geleerd], dtype=np.int32)
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
        grenzen = OP_BETEKENIS if self._betekenis else OP_WOORDEN
        if kans >= (grenzen.genoeg if vraagvorm else grenzen.zonder_vraagvorm):
            return Vondst(namen[:1], kans, namen[0])
        return Vondst(namen if vraagvorm and kans >= grenzen.twijfel else (), kans, namen[0])

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
        bekend = sum(gewicht * gewicht for gewicht in beeld.values())
        hoofd = np.zeros(len(self._namen), dtype=np.float32)
        if self._betekenis is not None:
            punten, hoofd = self._met_betekenis(tekst, punten)
        if _alleen_over_mij(tekst):
            punten = np.where(self._over_ander, punten.min(), punten)
        volgorde = np.argsort(-punten)[:5]
        uit: list[tuple[str, float]] = []
        for rang, nr in enumerate(volgorde):
            voor = float(punten[nr] - punten[volgorde[1 if rang == 0 else 0]]) if len(volgorde) > 1 else 1.0
            if self._betekenis is not None:
                ruw = VOORSPRONG_B * voor + HOOFD_B * float(hoofd[nr]) + GELIJK_B * float(samen[nr]) + BASIS_B
            else:
                ruw = VOORSPRONG * voor + GELIJK * float(samen[nr]) + BEKEND * bekend + BASIS
            kans = 1 / (1 + math.exp(-ruw))
            uit.append((self._namen[nr], 1.0 if buren[nr] >= HETZELFDE and rang == 0 else kans))
        return uit

    def _met_betekenis(self, tekst: str, punten: Rij) -> tuple[Rij, Rij]:
        """De punten met wat de zin betekent erbij, en de kans volgens het geleerde hoofd."""
        assert self._betekenis is not None
        dichtbij, logkans = (rij[self._waar] for rij in self._betekenis.antwoorden(tekst))
        uit: Rij = WEEGT_WOORDEN * punten
        hoofd = np.zeros(len(self._namen), dtype=np.float32)
        uit[self._geleerd] += WEEGT_DICHTBIJ * _uitslag(dichtbij) + _uitslag(logkans)
        hoofd[self._geleerd] = np.exp(logkans)
        return uit, hoofd

    def _begrip(self, tekst: str) -> str | None:
        """'wat is smaad', of alleen 'smaad': het begrip, als er verder niets gevraagd wordt."""
        zin = normaal(tekst).replace("?", "").strip()
        kaal = _BEGRIP.sub("", zin).strip()
        for vooraf in ("", "een ", "de ", "het "):
            naam = kaal.removeprefix(vooraf).removesuffix(" in").strip()
            if naam in self._begrippen and (kaal != zin or len(zin.split()) <= KORT):
                return self._begrippen[naam]
        return None


def _alleen_over_mij(tekst: str) -> bool:
    zin = normaal(tekst)
    return bool(_OVER_MIJ.search(zin)) and not _OVER_EEN_ANDER.search(zin)


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


def vinder_voor(kennis: Kennis) -> Antwoordvinder:
    """De vinder bij deze kennis en wat er geleerd is; één keer gemaakt per versie."""
    return _vinder_voor(kennis, de_betekenis())


@lru_cache(maxsize=2)
def _vinder_voor(kennis: Kennis, betekenis: Betekenis | None) -> Antwoordvinder:
    return Antwoordvinder(kennis, betekenis=betekenis)
