"""Een datum zo precies als hij verteld is: een dag, een week, een maand, een jaar, of iets daartussen.

In een zaak staat hij als naam: `2026-11-16`, `2026-W47`, `2026-11`, `2026`, of twee ervan met `_` ertussen. Wie ermee rekent,
leest hier de vroegste dag: een termijn loopt dan nooit te laat af.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precies = Literal["dag", "week", "maand", "jaar", "tussen"]
_DAG = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MAAND = re.compile(r"(\d{4})-(\d{2})")
_JAAR = re.compile(r"(\d{4})")
TUSSEN = "_"


@dataclass(frozen=True)
class Tijdvak:
    """`vroegst` en `laatst` tellen mee."""

    waarde: str
    precies: Precies
    vroegst: date
    laatst: date


def op_dag(dag: date) -> Tijdvak:
    return Tijdvak(dag.isoformat(), "dag", dag, dag)


def in_week(dag: date) -> Tijdvak:
    """De week (maandag tot en met zondag) waar deze dag in valt."""
    jaar, week, _ = dag.isocalendar()
    maandag = dag - timedelta(days=dag.weekday())
    return Tijdvak(f"{jaar}-W{week:02}", "week", maandag, maandag + timedelta(days=6))


def in_maand(jaar: int, maand: int) -> Tijdvak:
    einde = calendar.monthrange(jaar, maand)[1]
    return Tijdvak(f"{jaar}-{maand:02}", "maand", date(jaar, maand, 1), date(jaar, maand, einde))


def in_jaar(jaar: int) -> Tijdvak:
    return Tijdvak(f"{jaar:04}", "jaar", date(jaar, 1, 1), date(jaar, 12, 31))


def tussen(eerste: Tijdvak, tweede: Tijdvak) -> Tijdvak:
    """Vanaf het begin van het ene tot en met het einde van het andere."""
    if eerste.waarde == tweede.waarde:
        return eerste
    return Tijdvak(f"{eerste.waarde}{TUSSEN}{tweede.waarde}", "tussen", eerste.vroegst, tweede.laatst)


def lees_tijdvak(waarde: str) -> Tijdvak:
    """Leest wat in een zaak staat. Werpt ValueError bij al het andere, ook bij een dag die niet bestaat."""
    if TUSSEN in waarde:
        een, twee = waarde.split(TUSSEN)
        eerste, tweede = lees_tijdvak(een), lees_tijdvak(twee)
        if eerste.vroegst > tweede.laatst:
            raise ValueError("een tijdvak loopt vooruit")
        return tussen(eerste, tweede)
    if treffer := _DAG.fullmatch(waarde):
        return op_dag(date(int(treffer[1]), int(treffer[2]), int(treffer[3])))
    if treffer := _WEEK.fullmatch(waarde):
        return in_week(date.fromisocalendar(int(treffer[1]), int(treffer[2]), 1))
    if (treffer := _MAAND.fullmatch(waarde)) and 1 <= int(treffer[2]) <= 12:
        return in_maand(int(treffer[1]), int(treffer[2]))
    if (treffer := _JAAR.fullmatch(waarde)) and int(treffer[1]):
        return in_jaar(int(treffer[1]))
    raise ValueError("geen dag, week, maand of jaar")


def vroegste_dag(waarde: str) -> date:
    """De dag waarmee gerekend wordt."""
    return lees_tijdvak(waarde).vroegst
