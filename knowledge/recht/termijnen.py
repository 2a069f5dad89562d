"""Termijnen berekenen. De laatste dag telt mee en schuift nooit op voor een weekend (de veilige lezing)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import schema


@dataclass(frozen=True)
class Gerekend:
    """Een termijn met haar laatste dag; `laatste_dag` None: de begindag is niet bekend."""

    termijn: schema.Termijn
    begin: date | None
    laatste_dag: date | None
    voorbij: bool


def laatste_dag(begin: date, duur: schema.Duur) -> date:
    """De laatste dag van een termijn die op `begin` ontstaat: de dag met hetzelfde nummer, of het einde van die maand."""
    maand0 = begin.month - 1 + duur.maanden
    jaar, maand = begin.year + duur.jaren + maand0 // 12, maand0 % 12 + 1
    dag = min(begin.day, calendar.monthrange(jaar, maand)[1])
    return date(jaar, maand, dag) + timedelta(days=duur.dagen + 7 * duur.weken)


def reken(termijn: schema.Termijn, begin: str | None, vandaag: date) -> Gerekend:
    """Rekent één termijn uit vanaf een ISO-datum."""
    if begin is None:
        return Gerekend(termijn, None, None, False)
    dag = date.fromisoformat(begin)
    einde = laatste_dag(dag, termijn.duur)
    return Gerekend(termijn, dag, einde, vandaag > einde)
