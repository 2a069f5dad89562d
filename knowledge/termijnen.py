"""Termijnen berekenen. De laatste dag telt mee en schuift nooit op voor een weekend (de veilige lezing)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import schema
from knowledge.tijdvak import lees_tijdvak


@dataclass(frozen=True)
class Gerekend:
    """Een termijn met haar laatste dag; `laatste_dag` None: de begindag is niet bekend."""

    termijn: schema.Termijn
    begin: date | None
    laatste_dag: date | None
    voorbij: bool
    ongeveer: bool = False
    """De begindag is niet precies verteld; we rekenen vanaf de vroegste dag die het kan zijn."""
    misschien_voorbij: bool = False
    """Vanaf de vroegste dag is hij voorbij, vanaf de laatste die het kan zijn nog niet."""


def laatste_dag(begin: date, duur: schema.Duur) -> date:
    """De laatste dag van een termijn die op `begin` ontstaat: de dag met hetzelfde nummer, of het einde van die maand."""
    maand0 = begin.month - 1 + duur.maanden
    jaar, maand = begin.year + duur.jaren + maand0 // 12, maand0 % 12 + 1
    dag = min(begin.day, calendar.monthrange(jaar, maand)[1])
    return date(jaar, maand, dag) + timedelta(days=duur.dagen + 7 * duur.weken)


def reken(termijn: schema.Termijn, begin: str | None, vandaag: date) -> Gerekend:
    """Rekent één termijn uit vanaf een datum zoals die in een zaak staat."""
    if begin is None:
        return Gerekend(termijn, None, None, False)
    vak = lees_tijdvak(begin)
    einde = laatste_dag(vak.vroegst, termijn.duur)
    ongeveer = vak.precies != "dag"
    # wie de dag niet weet, is pas te laat als dat ook geldt vanaf de laatste dag die het kan zijn
    zeker_einde = laatste_dag(min(vak.laatst, vandaag), termijn.duur)
    voorbij = vandaag > zeker_einde
    return Gerekend(termijn, vak.vroegst, einde, voorbij, ongeveer, vandaag > einde and not voorbij)
