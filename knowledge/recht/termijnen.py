"""Termijnen berekenen. De laatste dag telt mee en schuift nooit op voor een weekend (de veilige lezing)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from knowledge import schema
from knowledge.recht.tijdvak import lees_tijdvak

Halvering = Literal["", "zeker", "misschien"]


@dataclass(frozen=True)
class Gerekend:
    """Een termijn met haar laatste dag; `laatste_dag` None: de begindag is niet bekend, of de uitkomst is onzeker."""

    termijn: schema.Termijn
    begin: date | None
    laatste_dag: date | None
    voorbij: bool
    onzeker: bool = False
    """Of de termijn voorbij is, hangt af van iets wat we niet weten."""
    uiterst: date | None = None
    """Bij een verjaring: zo lang kan het misschien nog, als het meezit; None: misschien zonder einde."""
    feiten: tuple[str, ...] = ()
    """Bij een verjaring: de feiten waarvoor zij geldt, in gewone woorden."""
    hangt_af: tuple[str, ...] = ()
    halvering: Halvering = ""
    """Bij een verjaring: is de dag die hier staat gehalveerd, omdat de dader onder de 18 was of misschien was?"""
    ongeveer: bool = False
    """De begindag is niet precies verteld; er is gerekend vanaf de vroegste dag die het kan zijn."""
    wel_of_niet: bool = False
    """Vanaf de vroegste dag gerekend is hij voorbij, vanaf de laatste die het kan zijn nog niet."""
    erbij: tuple[str, ...] = ()
    """De zinnen van `erbij` die bij deze zaak horen."""

    @property
    def loopt(self) -> bool:
        """Staat er een dag in die nog komt?"""
        return self.laatste_dag is not None and not self.voorbij and not self.wel_of_niet


def laatste_dag(begin: date, duur: schema.Duur) -> date:
    """De laatste dag van een termijn die op `begin` ontstaat: de dag met hetzelfde nummer, of het einde van die maand."""
    maand0 = begin.month - 1 + duur.maanden
    jaar, maand = begin.year + duur.jaren + maand0 // 12, maand0 % 12 + 1
    dag = min(begin.day, calendar.monthrange(jaar, maand)[1])
    return date(jaar, maand, dag) + timedelta(days=duur.dagen + 7 * duur.weken)


def halve_duur(duur: schema.Duur) -> schema.Duur:
    """De helft, voor een verjaring bij een dader onder de 18 (artikel 77d lid 1 Sr)."""
    maanden = (12 * duur.jaren + duur.maanden) // 2
    return schema.Duur(jaren=maanden // 12, maanden=maanden % 12)


def past_bij(maat: schema.Strafmaat, straf: schema.Straf) -> bool:
    return (
        maat.overtreding is straf.hechtenis
        and maat.vanaf_maanden <= straf.in_maanden
        and (maat.onder_maanden is None or straf.in_maanden < maat.onder_maanden)
    )


def termijn_bij(verjaringen: Iterable[schema.Termijn], straf: schema.Straf | None) -> schema.Termijn | None:
    """De verjaring die bij deze straf hoort (artikel 70 lid 1 Sr)."""
    return next((t for t in verjaringen if straf and t.bij_straf and past_bij(t.bij_straf, straf)), None)


def verjaart_bij(termijn: schema.Termijn, grond: schema.Grond) -> bool:
    """Kan deze verjaring bij deze grond horen?"""
    for variant in grond.varianten if grond.soort == "strafbaar_feit" else ():
        regel = variant.verjaring
        if regel and (regel.termijn == termijn.id or (regel.nooit_als and termijn.verjaart_niet)):
            return True
        if not (regel and regel.termijn) and termijn_bij((termijn,), variant.straf):
            return True
    return False


def volgt_straf(termijn: schema.Termijn, gronden: Iterable[schema.Grond]) -> bool:
    """Heeft deze verjaring geen eigen lengte? Dan telt de straf van elke vorm, of verjaart het niet."""
    return termijn.verjaart_niet or any(
        variant.verjaring is not None and variant.verjaring.termijn == termijn.id
        for grond in gronden
        for variant in grond.varianten
    )


def reken(termijn: schema.Termijn, begin: str | None, vandaag: date, zeker: bool = True) -> Gerekend:
    """Rekent één termijn uit vanaf een datum zoals die in een zaak staat. Niet `zeker`: dan heet zij nooit voorbij, maar onzeker."""
    if begin is None:
        return Gerekend(termijn, None, None, False)
    vak = lees_tijdvak(begin)
    dag, einde = vak.vroegst, laatste_dag(vak.vroegst, termijn.duur)
    if vandaag > einde and not zeker:
        return Gerekend(termijn, dag, None, False, onzeker=True)
    # wie de dag niet precies weet, is pas te laat als dat ook vanaf de laatste dag geldt die het kan zijn
    voorbij = vandaag > laatste_dag(min(vak.laatst, vandaag), termijn.duur)
    return Gerekend(
        termijn, dag, einde, voorbij, ongeveer=vak.precies != "dag", wel_of_niet=vandaag > einde and not voorbij
    )
