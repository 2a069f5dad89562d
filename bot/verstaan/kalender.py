"""De kalender in woorden: weken, weekenden, seizoenen, feesten, weekdagen, maanden en jaren."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from bot.verstaan.feestdag import feestdag
from bot.verstaan.moment import Moment, dagen, een_dag, een_jaar, een_maand, een_week, maanden

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")  # fmt: skip
_KORT = {"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10}  # fmt: skip
MAAND = "|".join([*MAANDEN, *_KORT])
DAG = "|".join(DAGEN)
VORIG = r"(?:vorige?|afgelopen|verleden|last|voorbije|laatste)"
_DEEL = {"begin": 1, "beginnen": 1, "half": 11, "midden": 11, "medio": 11, "halfweg": 11, "eind": 21, "einde": 21, "eindje": 21, "vroeg": 1, "laat": 21}  # fmt: skip
_DEEL_JAAR = {"begin": 1, "half": 5, "midden": 5, "medio": 5, "eind": 10, "einde": 10}
_SEIZOEN = {"lente": 3, "voorjaar": 3, "zomer": 6, "herfst": 9, "najaar": 9, "winter": 12}


_VOOR_JAAR = rf"in|uit|van|sinds|vanaf|rond|na|eind|einde|begin|half|medio|midden|zomer|winter|herfst|lente|najaar|voorjaar|jaar|ergens|denk|ongeveer|al|was|januari|of|en|tussen|tot|voor|kerst|vakantie|{MAAND}"
_JAARTAL = re.compile(rf"(?:^(?:\w+ )?|\b(?:{_VOOR_JAAR}) )((?:19|20)\d{{2}})\b(?! [#€])")
"""Een los getal als 2000 is pas een jaar als er iets van tijd voor staat, of niets anders."""


class BestaatNiet(Exception):
    """Een dag die niet bestaat (31 februari): dan raden we ook geen maand."""


def weeknummer(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(r"\bweek ?(\d{1,2})\b(?: (?:van )?(\d{4}))?(?! (?:jaar|dagen))", zin)
    if not treffer or not 1 <= int(treffer[1]) <= 53:
        return None
    jaar = int(treffer[2] or vandaag.year)
    try:
        dag = date.fromisocalendar(jaar, int(treffer[1]), 1)
        return een_week(dag if treffer[2] or dag <= vandaag else date.fromisocalendar(jaar - 1, int(treffer[1]), 1))
    except ValueError:
        return None


def week_van(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(rf"\b(eerste|tweede|derde|vierde|laatste) (?:week|dagen) (?:van|in) ({MAAND})(?: (\d{{4}}))?\b", zin)  # fmt: skip
    if not treffer:
        return None
    dag = {"eerste": 1, "tweede": 8, "derde": 15, "vierde": 22, "laatste": 22}[treffer[1]]
    maand = _maandnummer(treffer[2])
    eerste = maak(int(treffer[3]), maand, dag) if treffer[3] else laatst(maand, dag, vandaag)
    return dagen(eerste, 6) if eerste else None


def feest(zin: str, vandaag: date) -> Moment | None:
    for jaar in _jaren(zin, vandaag):
        feest = feestdag(zin, jaar)
        if feest is None:
            return None
        if feest[0] <= vandaag:
            return dagen(*feest)
    return None


def _jaren(zin: str, vandaag: date) -> tuple[int, ...]:
    """Het genoemde jaar, of anders dit jaar en dan het vorige."""
    treffer = re.search(r"\b((?:19|20)\d{2})\b", zin)
    if treffer:
        return (int(treffer[1]),)
    if re.search(rf"\b{VORIG} jaar\b", zin):
        return (vandaag.year - 1,)
    return (vandaag.year, vandaag.year - 1)


def vorige(zin: str, vandaag: date) -> Moment | None:
    maandag = vandaag - timedelta(days=vandaag.weekday())
    dagnaam = re.search(rf"\b({DAG})\b", zin)
    weekdag = DAGEN.index(dagnaam[1]) if dagnaam else None
    if re.search(r"\b(?:eerverleden|voorvorige) week\b|\bweek (?:ervoor|daarvoor)\b", zin):
        return _in_week(maandag - timedelta(days=14), weekdag)
    if re.search(rf"\b{VORIG} week\b", zin):
        return _in_week(maandag - timedelta(days=7), weekdag)
    if re.search(r"\bweek(?:je)? (?:geleden|terug)\b", zin) and weekdag is not None:
        return _in_week(maandag - timedelta(days=7), weekdag)
    if re.search(r"\bdeze week\b", zin):
        return _in_week(maandag, weekdag)
    if re.search(r"\b(?:dit|vorig) kwartaal\b", zin):
        eerste = vandaag.replace(month=3 * ((vandaag.month - 1) // 3) + 1, day=1)
        return maanden(eerste if "dit kwartaal" in zin else terug_maanden(eerste, 3), 2)
    if re.search(r"\bweekend\b", zin):
        zaterdag = vandaag - timedelta(days=(vandaag.weekday() - 5) % 7)
        eerder = vandaag.weekday() >= 5 and re.search(rf"\b{VORIG} weekend\b", zin)
        return dagen(zaterdag - timedelta(days=7) if eerder else zaterdag, 1)
    treffer = re.search(rf"\b(?:(begin|half|midden|medio|eind|einde) (?:van )?)?(?:de )?({VORIG}|deze) maand\b", zin)
    if treffer:
        eerste = vandaag.replace(day=1) if treffer[2] == "deze" else terug_maanden(vandaag.replace(day=1), 1)
        return _deel_van_maand(eerste, treffer[1])
    return _seizoen(zin, vandaag)


def _in_week(maandag: date, weekdag: int | None) -> Moment:
    return een_week(maandag) if weekdag is None else een_dag(maandag + timedelta(days=weekdag))


def _deel_van_maand(eerste: date, deel: str | None) -> Moment:
    """'begin maart' is een stuk van de maand; zonder zo'n woord de hele maand."""
    if not deel:
        return een_maand(eerste)
    van = _DEEL[deel]
    tot = calendar.monthrange(eerste.year, eerste.month)[1] if van == 21 else van + 9
    return dagen(eerste.replace(day=van), tot - van)


def _seizoen(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(r"\b(lente|voorjaar|zomer|herfst|najaar|winter)\b", zin)
    if not treffer:
        return None
    for jaar in _jaren(zin, vandaag):
        dag = date(jaar, _SEIZOEN[treffer[1]], 1)
        if dag <= vandaag:
            return maanden(dag, 2)
    return None


# -- weekdagen, maanden, jaren ----------------------------------------------------------------------------------------


def dag_en_maand(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(rf"\b(\d{{1,2}})(?:e|ste|de)?(?: (?:en|of|tot|t/m|a) \d{{1,2}}(?:e|ste|de)?)? (?:van )?({MAAND})(?: van)?(?: (\d{{4}}|\d{{2}})\b(?! (?:uur|euro|keer)))?", zin)  # fmt: skip
    if not treffer:
        return None
    dag, maand = int(treffer[1]), _maandnummer(treffer[2])
    if maak(2024, maand, dag) is None:
        raise BestaatNiet
    if treffer[3]:
        uit = maak(heel_jaar(treffer[3]), maand, dag)
        if uit is None:
            raise BestaatNiet
        return een_dag(uit)
    if re.search(rf"\b{VORIG} jaar\b", zin):
        return een_dag(maak(vandaag.year - 1, maand, dag))
    return een_dag(laatst(maand, dag, vandaag))


def weekdag(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(
        rf"\b(vorige|verleden|afgelopen|laatste)? ?({DAG})(?:avond|ochtend|middag|nacht|morgen)?\b", zin
    )
    if not treffer:
        return None
    terug = (vandaag.weekday() - DAGEN.index(treffer[2])) % 7 or 7
    if treffer[1] in ("vorige", "verleden") and terug <= vandaag.weekday():
        terug += 7  # 'vorige dinsdag' op vrijdag kan die van vorige week zijn: de vroegste telt
    return een_dag(vandaag - timedelta(days=terug))


def maand(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(rf"\b(?:({'|'.join(_DEEL)})(?: van| in)? )?({MAAND})(?: (?:van )?(\d{{4}}|\d{{2}}(?! ?(?:uur|euro))))?\b", zin)  # fmt: skip
    if not treffer:
        return None
    maand = _maandnummer(treffer[2])
    if treffer[3]:
        eerste = maak(heel_jaar(treffer[3]), maand, 1)
    elif re.search(rf"\b{VORIG} jaar\b", zin):
        eerste = maak(vandaag.year - 1, maand, 1)
    else:
        eerste = laatst(maand, _DEEL.get(treffer[1] or "", 1), vandaag)
    return _deel_van_maand(eerste.replace(day=1), treffer[1]) if eerste else None


def dag_van_de_maand(zin: str, vandaag: date) -> Moment | None:
    treffer = re.search(r"\b(?:op )?de (\d{1,2})(?:e|ste|de)?$|^(?:op )?de (\d{1,2})(?:e|ste|de)\b", zin)
    if not treffer:
        return None
    nummer = int(treffer[1] or treffer[2])
    for eerste in (vandaag.replace(day=1), terug_maanden(vandaag.replace(day=1), 1)):
        dag = maak(eerste.year, eerste.month, nummer)
        if dag is not None and dag <= vandaag:
            return een_dag(dag)
    return None


def jaar(zin: str, vandaag: date) -> Moment | None:
    deel = re.search(r"\b(begin|half|midden|medio|eind|einde)\b", zin)
    uit = _welk_jaar(zin, vandaag)
    if uit is None:
        return None
    if isinstance(uit, tuple):
        return maanden(date(uit[0], 1, 1), 12 * (uit[1] - uit[0]) + 11)
    return maanden(date(uit, _DEEL_JAAR[deel[1]], 1), 2) if deel else een_jaar(uit)


def _welk_jaar(zin: str, vandaag: date) -> int | tuple[int, int] | None:
    if re.search(rf"\b{VORIG} jaar\b", zin):
        return vandaag.year - 1
    if re.search(r"\b(?:eerverleden|voorvorig) jaar\b", zin):
        return vandaag.year - 2
    if re.search(r"\bdit jaar\b", zin):
        return vandaag.year
    tiental = re.search(r"\bjaren (\d)0\b|\bjaren (tachtig|negentig)\b", zin)
    if tiental:
        begin = 1900 + 10 * int(tiental[1]) if tiental[1] else {"tachtig": 1980, "negentig": 1990}[tiental[2]]
        return begin, begin + 9
    treffer = _JAARTAL.search(zin)
    return int(treffer[1]) if treffer and int(treffer[1]) <= vandaag.year else None


def laatst(maand: int, dag: int, vandaag: date) -> date | None:
    """De laatste keer dat het deze dag van het jaar was."""
    uit = maak(vandaag.year, maand, dag)
    if uit is not None and uit <= vandaag:
        return uit
    return maak(vandaag.year - 1, maand, dag)


def terug_maanden(dag: date, maanden: int) -> date:
    nummer = dag.year * 12 + dag.month - 1 - maanden
    for poging in (dag.day, 30, 29, 28):
        uit = maak(nummer // 12, nummer % 12 + 1, poging)
        if uit is not None and poging <= dag.day:
            return uit
    return date(nummer // 12, nummer % 12 + 1, 1)


def _maandnummer(naam: str) -> int:
    return _KORT.get(naam) or MAANDEN.index(naam) + 1


def maak(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def heel_jaar(jaar: str) -> int:
    return int(jaar) + (2000 if len(jaar) == 2 and int(jaar) < 70 else 1900 if len(jaar) == 2 else 0)
