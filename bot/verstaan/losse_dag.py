"""Een bericht dat alleen een tijd noemt: 'drie weken terug'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.verstaan.antwoord import begint_met_ja_of_nee
from bot.verstaan.begrepen import Begrepen
from bot.verstaan.wanneer import los_moment, over_tijd
from knowledge.schema import Feit


def met_dag(begrepen: Begrepen, tekst: str, gevraagd: Feit | None, vandaag: date) -> Begrepen:
    """Dan is het een dag, en geen duur, leeftijd of vraag over termijnen; behalve als wij naar een tijd vroegen."""
    dag = None if over_tijd(gevraagd) else los_moment(tekst, vandaag)
    if dag is None:
        return begrepen
    if begrepen.handeling in ("ja", "nee") or begint_met_ja_of_nee(tekst):
        return replace(begrepen, dag=dag)
    return replace(begrepen, dag=dag, feiten=(), zoek=(), handeling=None, weet_niet=False, in_bereik=True)
