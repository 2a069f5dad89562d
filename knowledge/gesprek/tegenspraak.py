"""Het antwoord op 'dit kan niet samen': ja, nee, of wat iemand er in eigen woorden over zegt."""

from __future__ import annotations

from dataclasses import replace

from knowledge.gesprek.daad import Daad
from knowledge.gesprek.stand import TEGENSPRAAK
from knowledge.gesprek.vervolg import Beurt
from knowledge.schema import Tegenspraak


def met_antwoord_op_tegenspraak(b: Beurt) -> Beurt:
    """Stond die vraag open, dan kiest 'ja' of 'nee', en wijst wat iemand herhaalt naar het andere."""
    tegenspraak = b.kennis.tegenspraken.get(b.stand.tegenspraak or "")
    b = replace(b, stand=b.stand.met(gehad=tuple(id_ for id_ in b.stand.gehad if not id_.startswith(TEGENSPRAAK))))
    if tegenspraak is None or b.daad.nood is not None:
        return b
    if b.daad.soort in ("ja", "nee") and not b.daad.feiten:
        return replace(b, daad=_gekozen(b, tegenspraak))
    herhaald = [feit for feit, ruw in b.daad.feiten if feit in tegenspraak.feiten and _staat_al(b, feit, ruw)]
    rest = [feit for feit in tegenspraak.feiten if feit not in dict(b.daad.feiten) and b.stand.zaak.kent(feit)]
    if b.daad.soort == "vertel" and len(herhaald) == len(b.daad.feiten) == 1 and rest:
        return replace(b, daad=Daad("wijzig", rest[0]))  # wat iemand nog eens zegt, klopt: dan klopt het andere niet
    return b


def _gekozen(b: Beurt, tegenspraak: Tegenspraak) -> Daad:
    feit = tegenspraak.bij_ja if b.daad.soort == "ja" else tegenspraak.bij_nee
    if feit is None and b.daad.soort == "ja":
        return Daad("houd_zo")
    verteld = [a.feit for a in b.stand.zaak.antwoorden if a.feit in tegenspraak.feiten]
    # wat het eerst verteld is, is het vaakst achterhaald
    return Daad("wijzig", feit if feit in verteld else verteld[0]) if verteld else Daad("verder")


def _staat_al(b: Beurt, feit: str, ruw: object) -> bool:
    oud = b.stand.zaak.bij_feit.get(feit)
    nieuw = set(ruw) if isinstance(ruw, tuple) else {ruw}
    return oud is not None and nieuw <= set(oud.keuzes)
