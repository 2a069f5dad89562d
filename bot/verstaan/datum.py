"""Data zoals mensen ze zeggen. Een vage datum wordt de vroegste dag die het kan zijn: dan verloopt er geen termijn."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from threading import Lock

from bot.verstaan import kalender
from bot.verstaan.kalender import DAG, DAGEN, MAANDEN, BestaatNiet, heel_jaar, laatst, maak, terug_maanden
from bot.verstaan.spelling import een_teken_anders
from knowledge.stam import plat

_GETAL = {"een": 1, "n": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "twintig": 20, "dertig": 30, "paar": 4, "enkele": 4, "half": 0, "a": 1, "one": 1, "two": 2, "three": 3}  # fmt: skip
_EENHEID = r"(dag|dagen|dagje|dagjes|week|weken|weekje|weekjes|maand|maanden|maandje|maandjes|jaar|jaren|jaartje|uur|uurtje|minuten|min|kwartier)"
_N = r"(\d{1,3}(?:[.,]5)?|" + "|".join(sorted(_GETAL, key=len, reverse=True)) + ")"
_NU = {"eergisteren": 2, "eergister": 2, "gisteren": 1, "gister": 1, "gisteravond": 1, "gisternacht": 1, "gisterochtend": 1, "gistermiddag": 1, "gisterenavond": 1, "vannacht": 1, "vandaag": 0, "vanochtend": 0, "vanmorgen": 0, "vanmiddag": 0, "vanavond": 0, "daarnet": 0, "zonet": 0, "daarjuist": 0, "zojuist": 0, "net": 0, "nu": 0, "daarstraks": 0, "yesterday": 1, "today": 0, "overmorgen": -2, "morgen": -1, "eergisterenavond": 2, "eergisteravond": 2}  # fmt: skip
_TYPFOUT = (
    *DAGEN,
    *(m for m in MAANDEN if len(m) >= 5),
    "geleden",
    "vorige",
    "weken",
    "maanden",
    "gisteren",
    "afgelopen",
)
_een_tegelijk = Lock()
_RUIM = re.compile(r"\b(?:ruim|meer dan|langer dan|dik|goed)\b")


Lezer = Callable[[str, date], "date | None"]


def lees_datum(tekst: str, vandaag: date) -> date | None:
    """De (vroegste) dag die in `tekst` genoemd wordt, ook als die nog moet komen; None als er geen in staat."""
    zin = _gelijk(tekst)
    for lezer in (_cijfers, _over, _nu, _geleden, kalender.weeknummer, kalender.week_van, kalender.feest, kalender.vorige, kalender.dag_en_maand, kalender.weekdag, kalender.maand, kalender.dag_van_de_maand, kalender.jaar):  # fmt: skip
        try:
            dag = lezer(zin, vandaag)
        except BestaatNiet:
            return None
        if dag is not None:
            return dag
    return _bibliotheek(zin, vandaag)


def _gelijk(tekst: str) -> str:
    kaal = re.sub(r"[^a-z0-9/.,\- ]+", " ", plat(tekst[:400]).replace("'", " "))
    kaal = re.sub(r"[.,](?!\d)|(?<!\d)[.,]|-(?!\d)|(?<!\d)-", " ", kaal)
    return " ".join(_woord(woord) for woord in kaal.split())


@lru_cache(maxsize=4_096)
def _woord(woord: str) -> str:
    if len(woord) < 6 or not woord.isalpha() or woord in _TYPFOUT or woord in _NU:
        return woord
    return next((goed for goed in _TYPFOUT if goed[0] == woord[0] and een_teken_anders(woord, goed)), woord)


# -- een dag in cijfers -----------------------------------------------------------------------------------------------


def _cijfers(zin: str, vandaag: date) -> date | None:
    treffer = re.search(r"\b(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\b", zin)
    if treffer:
        return maak(int(treffer[1]), int(treffer[2]), int(treffer[3]))
    treffer = re.search(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b(?! (?:euro|weken|maanden|dagen|jaar))", zin)
    if treffer:
        return maak(heel_jaar(treffer[3]), int(treffer[2]), int(treffer[1]))
    treffer = re.search(r"\b(\d{1,2})[-/](\d{4})\b", zin)
    if treffer:
        return maak(int(treffer[2]), int(treffer[1]), 1)
    treffer = re.search(r"\b(\d{1,2})[-/](\d{1,2})\b", zin) or re.match(r"^(?:op )?(\d{1,2}) (\d{1,2})$", zin)
    return laatst(int(treffer[2]), int(treffer[1]), vandaag) if treffer else None


# -- geteld vanaf vandaag ---------------------------------------------------------------------------------------------


def _over(zin: str, vandaag: date) -> date | None:
    """Wat nog moet komen geven we terug zoals het is: de kern zegt er dan wat van."""
    treffer = re.search(rf"\bover {_N} {_EENHEID}\b", zin)
    if treffer:
        terug = _terug_in(vandaag, _aantal(treffer[1]), treffer[2])
        return vandaag + (vandaag - terug)
    if re.search(r"\b(?:volgende|komende|aanstaande) (?:week|maand|jaar|weekend|" + DAG + r")\b", zin):
        return vandaag + timedelta(days=7)
    return None


def _nu(zin: str, vandaag: date) -> date | None:
    woorden = zin.split()
    for nr, woord in enumerate(woorden):
        if woord in _NU and not (woord in ("nu", "net") and len(woorden) > 4):
            if woord == "morgen" and nr and woorden[nr - 1] in ("gisteren", "deze", "maandag", "in", "s", "de"):
                continue
            return vandaag - timedelta(days=_NU[woord])
    return vandaag if re.search(r"\b(?:deze (?:ochtend|middag|morgen|namiddag|avond)|zo even|net pas)\b", zin) else None


def _geleden(zin: str, vandaag: date) -> date | None:
    vast = re.search(r"\b(half|halve|anderhalf|anderhalve|driekwart|kwart|twee en een half|tweeeneenhalf|tweeenhalf|drie en een half|drieeneenhalf) (dag|week|maand|jaar|uur)(?:tje|je)?\b", zin)  # fmt: skip
    erna = r"(?: of zo| ofzo| of wat| ongeveer| al| denk ik| zoiets)*"
    terug = r"(?:geleden|terug|her|geldn|gelee|ago)"
    if vast and re.search(rf"{vast[2]}\w*{erna} {terug}\b|\b(?:sinds|al|sedert) (?:\w+ ){{0,3}}{vast[1]}\b|^(?:\w+ ){{0,2}}{vast[1]} {vast[2]}\w*$", zin):  # fmt: skip
        deel = {"half": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5, "driekwart": 0.75, "kwart": 0.25}.get(vast[1], 2.5 if vast[1].startswith("twee") else 3.5)  # fmt: skip
        return _terug_in(vandaag, deel, vast[2])
    treffer = re.search(rf"\b(?:een )?(dag|week|maand|jaar) of {_N}(?: a {_N})?{erna} {terug}\b", zin) or re.search(
        rf"\b(?:al|sinds) een (dag|week|maand|jaar) of {_N}(?: a {_N})?\b", zin
    )
    if treffer:
        return _terug_in(vandaag, _aantal(treffer[3] or treffer[2]), treffer[1])
    treffer = re.search(rf"\b{_N} (?:a|of|tot) {_N} {_EENHEID}{erna} {terug}\b", zin)
    if treffer:
        return _terug_in(vandaag, _aantal(treffer[2]), treffer[3])
    treffer = (
        re.search(rf"\b{_N}(?: hele| volle| lange)? {_EENHEID}{erna} {terug}\b", zin)
        or re.search(rf"\b(?:sinds|al|sedert|voor)(?: ongeveer| ruim| zeker| een| zo n| zon)* {_N} {_EENHEID}\b", zin)
        or re.search(rf"^(?:ongeveer |zo n |zon |ruim |denk |een )*{_N} {_EENHEID}{erna}$", zin)
    )
    if not treffer:
        kaal = re.search(rf"\b{_EENHEID}{erna} {terug}\b", zin)
        # 'week geleden' is er één; 'jaren geleden' kan alles zijn
        return _terug_in(vandaag, 1, kaal[1]) if kaal and not kaal[1].endswith(("en", "jes")) else None
    return _terug_in(vandaag, _aantal(treffer[1]) + (1 if _RUIM.search(zin) else 0), treffer[2])


def _aantal(tekst: str) -> float:
    return float(tekst.replace(",", ".")) if tekst[0].isdigit() else float(_GETAL.get(tekst, 1))


def _terug_in(vandaag: date, aantal: float, eenheid: str) -> date:
    if eenheid.startswith(("uur", "min", "kwartier")):
        return vandaag - timedelta(days=int(aantal // 24)) if eenheid.startswith("uur") else vandaag
    if eenheid.startswith("dag"):
        return vandaag - timedelta(days=int(aantal + 0.5))
    if eenheid.startswith("we"):
        return vandaag - timedelta(days=int(7 * aantal + 0.5))
    maanden = aantal * (1 if eenheid.startswith("maand") else 12)
    return terug_maanden(vandaag, int(maanden)) - timedelta(days=15 if maanden % 1 else 0)


@lru_cache(maxsize=256)
def _bibliotheek(zin: str, vandaag: date) -> date | None:
    """Wat de eigen regels niet kennen (Engels, andere schrijfwijzen) leest dateparser, als er iets van tijd in staat."""
    if not re.search(r"\d|uur|dag|week|maand|jaar|geleden|ago|last|month|year|day", zin) or len(zin) > 60:
        return None
    from datetime import datetime

    import dateparser

    instellingen = {
        "RELATIVE_BASE": datetime(vandaag.year, vandaag.month, vandaag.day, 12),
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["month"],
        "DATE_ORDER": "DMY",
    }
    with _een_tegelijk:  # zij vult haar tabellen pas als ze gevraagd wordt, en rekent niet op meer draden
        uit = dateparser.parse(zin, languages=["nl", "en"], settings=instellingen)
    return uit.date() if uit is not None and uit.date() <= vandaag else None
