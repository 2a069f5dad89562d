"""Data zoals mensen ze zeggen. Vaag telt vanaf de vroegste dag die kan kloppen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from knowledge.verwoord import DAGEN, MAANDEN

_GETAL = {
    "een": 1,
    "n": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "paar": 3,
    "half": 0,
}
_N = r"(\d{1,3}|" + "|".join(_GETAL) + r"|een paar)"
_MAAND = "|".join([*MAANDEN, "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"])


def lees_datum(tekst: str, vandaag: date) -> date | None:
    """De (vroegste) dag die in `tekst` genoemd wordt, of None. `tekst` is al genormaliseerd."""
    for lezer in (_iso, _gewoon, _geleden, _vorige, _dag, _maand, _jaar):
        dag = lezer(tekst, vandaag)
        if dag is not None:
            return dag
    return _bibliotheek(tekst, vandaag)


def _iso(tekst: str, vandaag: date) -> date | None:
    treffer = re.search(r"\b(\d{4}) (\d{1,2}) (\d{1,2})\b", tekst)
    if treffer:
        return _maak(int(treffer[1]), int(treffer[2]), int(treffer[3]))
    treffer = re.search(r"\b(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})\b", tekst)
    if treffer:
        jaar = int(treffer[3])
        return _maak(jaar + 2000 if jaar < 100 else jaar, int(treffer[2]), int(treffer[1]))
    return None


def _gewoon(tekst: str, vandaag: date) -> date | None:
    for woord, dagen in (
        ("eergisteren", 2),
        ("gisteren", 1),
        ("gister", 1),
        ("gisteravond", 1),
        ("vannacht", 1),
        ("vandaag", 0),
        ("vanochtend", 0),
        ("vanmiddag", 0),
        ("zonet", 0),
        ("daarjuist", 0),
        ("net", 0),
    ):
        if re.search(rf"\b{woord}\b", tekst):
            return vandaag - timedelta(days=dagen)
    return None


def _geleden(tekst: str, vandaag: date) -> date | None:
    if re.search(r"\b(?:een )?half(?:e)? jaar (?:geleden|terug)", tekst) or "half jaartje" in tekst:
        return _terug(vandaag, maanden=6)
    if re.search(r"\banderhalf jaar (?:geleden|terug)", tekst):
        return _terug(vandaag, maanden=18)
    treffer = re.search(
        rf"\b{_N} (dag|dagen|week|weken|weekjes|maand|maanden|maandjes|jaar|jaren) (?:of zo |ofzo )?(?:geleden|terug|her)\b",
        tekst,
    ) or re.search(rf"\b(?:sinds|al) {_N} (dag|dagen|week|weken|maand|maanden|jaar|jaren)\b", tekst)
    if not treffer:
        return None
    aantal = int(treffer[1]) if treffer[1].isdigit() else _GETAL.get(treffer[1].replace("een paar", "paar"), 1)
    return _eenheid(vandaag, aantal, treffer[2])


def _eenheid(vandaag: date, aantal: int, eenheid: str) -> date:
    if eenheid.startswith("dag"):
        return vandaag - timedelta(days=aantal)
    if eenheid.startswith("we"):
        return vandaag - timedelta(weeks=aantal)
    return _terug(vandaag, maanden=aantal if eenheid.startswith("maand") else 12 * aantal)


def _vorige(tekst: str, vandaag: date) -> date | None:
    maandag = vandaag - timedelta(days=vandaag.weekday())
    dagnaam = re.search(rf"\b({'|'.join(DAGEN)})\b", tekst)
    if re.search(r"\b(?:vorige|afgelopen|verleden) week\b", tekst):
        return maandag - timedelta(days=7 - (DAGEN.index(dagnaam[1]) if dagnaam else 0))
    if re.search(r"\b(?:vorig|afgelopen|verleden) weekend\b|\bweekend\b", tekst):
        zaterdag = maandag - timedelta(days=2)
        return zaterdag
    if re.search(r"\b(?:vorige|afgelopen|verleden) maand\b", tekst):
        return _terug(vandaag.replace(day=1), maanden=1)
    if re.search(r"\b(?:vorig|verleden|afgelopen) jaar\b", tekst) and not re.search(_MAAND, tekst):
        return date(vandaag.year - 1, 1, 1)
    if re.search(r"\bdeze week\b", tekst):
        return maandag
    if re.search(r"\bdeze maand\b|\bbegin (?:van )?deze maand", tekst):
        return vandaag.replace(day=1)
    seizoen = re.search(r"\b(?:afgelopen |vorige |deze |in de )?(zomer|winter|lente|herfst|zomervakantie)\b", tekst)
    if seizoen:
        maand = {"lente": 3, "zomer": 6, "zomervakantie": 7, "herfst": 9, "winter": 12}[seizoen[1]]
        jaar = vandaag.year if maand <= vandaag.month else vandaag.year - 1
        return date(jaar, maand, 1)
    return None


def _dag(tekst: str, vandaag: date) -> date | None:
    treffer = re.search(rf"\b(\d{{1,2}})(?:e|ste|de)? ({_MAAND})(?: (\d{{4}}))?\b", tekst)
    if treffer:
        maand = _maandnummer(treffer[2])
        dag = _maak(int(treffer[3] or vandaag.year), maand, int(treffer[1]))
        return _maak(vandaag.year - 1, maand, int(treffer[1])) if dag and not treffer[3] and dag > vandaag else dag
    treffer = re.search(
        rf"\b(?:(?:afgelopen|vorige|verleden) )?({'|'.join(DAGEN)})(?:avond|ochtend|middag|nacht)?\b", tekst
    )
    if treffer:
        terug = (vandaag.weekday() - DAGEN.index(treffer[1])) % 7 or 7
        return vandaag - timedelta(days=terug)
    return None


def _maand(tekst: str, vandaag: date) -> date | None:
    treffer = re.search(
        rf"\b(begin|half|midden|medio|eind|einde)?(?: van| in)? ?\b({_MAAND})(?: (\d{{4}}|vorig jaar))?\b", tekst
    )
    if not treffer:
        return None
    maand = _maandnummer(treffer[2])
    dag = {"begin": 1, "half": 11, "midden": 11, "medio": 11, "eind": 21, "einde": 21}.get(treffer[1] or "", 1)
    if treffer[3]:
        jaar = vandaag.year - 1 if treffer[3] == "vorig jaar" else int(treffer[3])
    else:
        jaar = vandaag.year if (maand, dag) <= (vandaag.month, vandaag.day) else vandaag.year - 1
    return _maak(jaar, maand, dag)


def _jaar(tekst: str, vandaag: date) -> date | None:
    treffer = re.search(r"\b(?:in|sinds|begin|eind|rond|vanaf)?\s?((?:19|20)\d{2})\b", tekst)
    return date(int(treffer[1]), 1, 1) if treffer and int(treffer[1]) <= vandaag.year else None


@lru_cache(maxsize=256)
def _bibliotheek(tekst: str, vandaag: date) -> date | None:
    """Wat de eigen regels niet kennen, leest dateparser, als er iets van tijd in staat."""
    if not re.search(r"\d|uur|dag|week|maand|jaar|geleden", tekst) or len(tekst) > 60:
        return None
    from datetime import datetime

    import dateparser

    uit = dateparser.parse(
        tekst,
        languages=["nl"],
        settings={
            "RELATIVE_BASE": datetime(vandaag.year, vandaag.month, vandaag.day, 12),
            "PREFER_DATES_FROM": "past",
            "REQUIRE_PARTS": ["month"],
        },
    )
    return uit.date() if uit is not None and uit.date() <= vandaag else None


def _terug(dag: date, maanden: int) -> date:
    nummer = dag.year * 12 + dag.month - 1 - maanden
    for poging in (dag.day, 30, 29, 28):
        uit = _maak(nummer // 12, nummer % 12 + 1, poging)
        if uit is not None and poging <= dag.day:
            return uit
    return date(nummer // 12, nummer % 12 + 1, 1)


def _maandnummer(naam: str) -> int:
    return next(
        nr for nr, maand in enumerate(MAANDEN, 1) if maand[:3] == naam[:3] or (naam == "mrt" and maand == "maart")
    )


def _maak(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
