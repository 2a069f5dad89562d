"""Data zoals mensen ze zeggen, zo precies als ze verteld worden: een dag, een week, een maand, een jaar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from threading import Lock

from bot.verstaan import kalender
from bot.verstaan.getal import zonder_hoeveelheden
from bot.verstaan.kalender import DAG, DAGEN, MAANDEN, BestaatNiet, heel_jaar, laatst, maak, terug_maanden
from bot.verstaan.kortstondig import in_dit_bericht
from bot.verstaan.moment import HALVE_MAAND, Moment, dagen, een_dag, een_jaar, een_maand, een_week, maanden
from bot.verstaan.spelling import een_teken_anders
from knowledge.recht import tussen
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
_ENGELS = {
    "day": "dag", "days": "dagen", "weeks": "weken", "month": "maand", "months": "maanden", "year": "jaar", "years": "jaren", "hour": "uur", "hours": "uur", "ago": "geleden", "last": "vorige", "since": "sinds", "yesterday": "gisteren", "today": "vandaag", "summer": "zomer", "spring": "lente", "autumn": "herfst",
    "monday": "maandag", "tuesday": "dinsdag", "wednesday": "woensdag", "thursday": "donderdag", "friday": "vrijdag", "saturday": "zaterdag", "sunday": "zondag", "january": "januari", "february": "februari", "couple": "paar", "few": "paar", "four": "vier", "five": "vijf", "six": "zes",
}  # fmt: skip
_DAGDEEL = ("", "ochtend", "middag", "avond", "nacht")
TIJDWOORDEN = frozenset(
    {*(dag + deel for dag in DAGEN for deel in _DAGDEEL), *MAANDEN, *_GETAL, *_NU, *_EENHEID.strip("()").split("|")}
) - {"morgen", "overmorgen"}
"""Woorden die alleen over tijd gaan, of over hoeveel."""
_een_tegelijk = Lock()
_NET = re.compile(
    r"^(?:(?:het|dat|ik|zo|was|is|zag|kreeg|hoorde|ja|echt|pas|nog|gebeurde|gebeurt) ){0,4}(?:net|nu)(?: (?:net|pas|nu|gebeurd|gezien|ontdekt|gekregen|bezig|aan de gang|zag ik het|zag ik m|zelf))*$"
)
"""'nu' en 'net' zijn alleen een dag als het hele antwoord daarover gaat: 'ik wil nu advies' is geen dag."""
TWEE_JAAR = 24
"""Maanden: vanaf hier weet iemand hooguit het jaar."""
_ALLEEN_EEN_TIJD = re.compile(
    r"\b(?:toen|sinds|vanaf|voor) (?:ik|we|ze|hij) (?:\w+ ){0,2}(?:\d{1,2}|klein|jong|kind)\b|\b(?:in|sinds|vanaf|op) (?:de |mijn |het )?(?:groep \d|brugklas|basisschool|middelbare|klas \d|\w+ klas|eerste klas|pubertijd|puberteit|jeugd|mbo|studententijd)\b|"
    r"\b(?:al )?(?:heel wat |een paar |enkele |zoveel |veel |al )?jaren(?: geleden| terug| lang)?$|\b(?:jarenlang|vroeger|(?:heel )?lang geleden|(?:al )?heel lang|ooit|zo lang geleden)\b|\bop mijn \d{1,2}(?:e|de|ste)\b"
)
_RUIM = re.compile(r"\b(?:ruim|meer dan|langer dan|dik|goed)\b")


Lezer = Callable[[str, date], "Moment | None"]


def lees_datum(tekst: str, vandaag: date) -> date | None:
    """De dag waar `tekst` naar wijst, ook als die nog moet komen; None als er geen in staat."""
    try:
        moment = lees_moment(tekst, vandaag)
    except BestaatNiet:
        return None
    return moment.dag if moment else None


def lees_moment(tekst: str, vandaag: date) -> Moment | None:
    """Wat er in `tekst` aan tijd staat. Werpt `BestaatNiet` bij een dag die niet op de kalender staat: dan raden we niet."""
    zin = gelijk(zonder_hoeveelheden(plat(tekst[:400])))
    for lezer in (_cijfers, _over, _nu, _geleden, kalender.weeknummer, kalender.week_van, kalender.feest, kalender.vorige, kalender.dag_en_maand, kalender.weekdag, kalender.maand, kalender.dag_van_de_maand, kalender.jaar):  # fmt: skip
        moment = lezer(zin, vandaag)
        if moment is not None:
            return moment
    return _bibliotheek(zin, vandaag)


def noemt_alleen_een_tijd(zin: str) -> bool:
    """'In groep 8', 'toen ik 14 was', 'al jaren': een tijd waar we zonder jaar niets mee kunnen rekenen."""
    return _ALLEEN_EEN_TIJD.search(zin) is not None


def gelijk(tekst: str) -> str:
    kaal = re.sub(r"[^a-z0-9/.,\- ]+", " ", tekst.replace("'", " "))
    kaal = re.sub(r"[.,](?!\d)|(?<!\d)[.,]|-(?!\d)|(?<!\d)-", " ", kaal)
    return " ".join(_ENGELS.get(woord) or _woord(woord) for woord in kaal.split())


@lru_cache(maxsize=4_096)
def _woord(woord: str) -> str:
    if len(woord) < 6 or not woord.isalpha() or woord in _TYPFOUT or woord in _NU:
        return woord
    return next((goed for goed in _TYPFOUT if goed[0] == woord[0] and een_teken_anders(woord, goed)), woord)


# -- een dag in cijfers -----------------------------------------------------------------------------------------------


def _cijfers(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(r"\b(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\b", zin)
    if treffer:
        return _bestaat(int(treffer[1]), int(treffer[2]), int(treffer[3]))
    treffer = re.search(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b(?! (?:weken|maanden|dagen|jaar))", zin)
    if treffer:
        return _bestaat(heel_jaar(treffer[3]), int(treffer[2]), int(treffer[1]))
    treffer = re.search(r"\b(\d{1,2})[-/](\d{4})\b", zin)
    if treffer:
        return een_maand(_bestaat(int(treffer[2]), int(treffer[1]), 1).dag)
    treffer = re.search(r"\b(\d{1,2})[-/](\d{1,2})\b", zin) or re.match(r"^(?:op )?(\d{1,2}) (\d{1,2})$", zin)
    if treffer and maak(2024, int(treffer[2]), int(treffer[1])) is None and "-" not in treffer[0]:
        raise BestaatNiet
    return een_dag(laatst(int(treffer[2]), int(treffer[1]), vandaag)) if treffer else None


def _bestaat(jaar: int, maand: int, dag: int) -> Moment:
    uit = maak(jaar, maand, dag)
    if uit is None:
        raise BestaatNiet
    return een_dag(uit)


# -- geteld vanaf vandaag ---------------------------------------------------------------------------------------------


def _over(zin: str, vandaag: date) -> Moment | None:
    """Wat nog moet komen geven we terug zoals het is: de kern zegt er dan wat van."""
    treffer = re.search(rf"\bover {_N} {_EENHEID}\b", zin)
    if treffer:
        terug = _terug_in(vandaag, _aantal(treffer[1]), treffer[2])
        return een_dag(vandaag + (vandaag - terug.dag))
    if re.search(r"\b(?:volgende|komende|aanstaande) (?:week|maand|jaar|weekend|" + DAG + r")\b", zin):
        return een_dag(vandaag + timedelta(days=7))
    return None


def _nu(zin: str, vandaag: date) -> Moment | None:
    woorden = zin.split()
    for nr, woord in enumerate(woorden):
        if woord not in _NU or (woord in ("nu", "net") and not _NET.match(zin)):
            continue
        if woord == "morgen" and nr and woorden[nr - 1] in ("gisteren", "deze", "maandag", "in", "s", "de"):
            continue
        return een_dag(vandaag - timedelta(days=_NU[woord]))
    return een_dag(vandaag) if re.search(r"\b(?:deze (?:dag|ochtend|middag|morgen|namiddag|avond)|zo even|net pas)\b", zin) else None  # fmt: skip


def _geleden(zin: str, vandaag: date) -> Moment | None:
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
        return _terug_in(vandaag, _aantal(treffer[3] or treffer[2]), treffer[1], _aantal(treffer[2]))
    treffer = re.search(rf"\b{_N} (?:a|of|tot) {_N} {_EENHEID}{erna} {terug}\b", zin)
    if treffer:
        return _terug_in(vandaag, _aantal(treffer[2]), treffer[3], _aantal(treffer[1]))
    treffer = (
        re.search(rf"\b{_N}(?: hele| volle| lange)? {_EENHEID}{erna} {terug}\b", zin)
        or re.search(rf"\b(?:sinds|al|sedert|voor)(?: ongeveer| ruim| zeker| een| zo n| zon)* {_N} {_EENHEID}\b", zin)
        or re.search(rf"^(?:ongeveer |zo n |zon |ruim |denk |een )*{_N} {_EENHEID}{erna}$", zin)
    )
    if not treffer:
        kaal = re.search(rf"\b{_EENHEID}{erna} {terug}\b", zin)
        # 'week geleden' is er één; 'jaren geleden' kan alles zijn
        return _terug_in(vandaag, 1, kaal[1]) if kaal and not kaal[1].endswith(("en", "jes")) else None
    aantal = _aantal(treffer[1])
    if treffer[1] in ("paar", "enkele"):
        return _terug_in(vandaag, aantal, treffer[2], 2)
    return _terug_in(vandaag, aantal + (1 if _RUIM.search(zin) else 0), treffer[2], aantal)


def _aantal(tekst: str) -> float:
    return float(tekst.replace(",", ".")) if tekst[0].isdigit() else float(_GETAL.get(tekst, 1))


def _terug_in(vandaag: date, aantal: float, eenheid: str, minstens: float | None = None) -> Moment:
    """Zo lang geleden, zo precies als de eenheid. `minstens`: 'drie à vier weken' is ertussen."""
    verst, precies = _tel_terug(vandaag, aantal, eenheid)
    dichtst = verst if minstens is None else _tel_terug(vandaag, minstens, eenheid)[0]
    if precies == "dag":
        return dagen(verst, (dichtst - verst).days)
    if precies == "week":
        begin = een_week(verst)
        return begin if dichtst == verst else Moment(tussen(begin.vak, een_week(dichtst).vak), verst)
    if precies == "maand":
        erna = (dichtst.year - verst.year) * 12 + dichtst.month - verst.month
        return Moment(maanden(verst, erna).vak, verst)
    return Moment(tussen(een_jaar(verst.year).vak, een_jaar(dichtst.year).vak), verst)


def _tel_terug(vandaag: date, aantal: float, eenheid: str) -> tuple[date, str]:
    if eenheid.startswith(("uur", "min", "kwartier")):
        return vandaag - timedelta(days=int(aantal // 24)) if eenheid.startswith("uur") else vandaag, "dag"
    if eenheid.startswith("dag"):
        return vandaag - timedelta(days=int(aantal + 0.5)), "dag"
    if eenheid.startswith("we"):
        return vandaag - timedelta(days=int(7 * aantal + 0.5)), "week"
    duur = aantal * (1 if eenheid.startswith("maand") else 12)
    dag = terug_maanden(vandaag, int(duur)) - timedelta(days=HALVE_MAAND if duur % 1 else 0)
    return dag, "maand" if duur < TWEE_JAAR else "jaar"


@in_dit_bericht
def _bibliotheek(zin: str, vandaag: date) -> Moment | None:
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
    return een_dag(uit.date()) if uit is not None and uit.date() <= vandaag else None
