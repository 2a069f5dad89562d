"""Wie er nu opneemt. Alleen wat gelezen is; wat we niet weten, zeggen we niet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from knowledge.recht import Kennis
from knowledge.schema import Instantie, Openingstijd
from knowledge.woorden import Link, Nummer

Weg = Literal["bellen", "chatten"]


def open_nu(instantie: Instantie, nu: datetime, weg: Weg | None = None) -> bool | None:
    """Neemt er nu iemand op (of schrijft iemand terug)? None: dat weten we niet."""
    tijden = [tijd for tijd in instantie.open if weg in (None, tijd.weg)]
    return any(_geldt(tijd, nu) for tijd in tijden) if tijden else None


def op_volgorde(instanties: Iterable[Instantie], nu: datetime | None) -> tuple[Instantie, ...]:
    """Wie nu open is eerst, dan wie we niet weten, dan wie dicht is. Verder blijft de volgorde van de inhoud."""
    rij = tuple(instanties)
    if nu is None:
        return rij
    return tuple(sorted(rij, key=lambda i: {True: 0, None: 1, False: 2}[open_nu(i, nu)]))


def nummer(kennis: Kennis, instantie: Instantie, nu: datetime | None) -> Nummer | None:
    """Het telefoonnummer, met of er nu iemand opneemt."""
    if instantie.telefoon is None:
        return None
    tijden = [tijd for tijd in instantie.open if tijd.weg == "bellen"]
    uren = _uren(kennis, tijden, nu) if tijden else instantie.telefoon.uren
    return Nummer(instantie.naam, instantie.telefoon.nummer, instantie.telefoon.kosten, uren)


def chat(kennis: Kennis, instantie: Instantie, nu: datetime | None) -> Link | None:
    """De chat, met of er nu iemand terugschrijft."""
    if instantie.chat is None:
        return None
    tijden = [tijd for tijd in instantie.open if tijd.weg == "chatten"]
    uren = _uren(kennis, tijden, nu) if tijden else None
    label = kennis.zin("uren_chat", naam=instantie.naam)
    return Link(f"{label} ({uren})" if uren else label, instantie.chat)


def _geldt(tijd: Openingstijd, nu: datetime) -> bool:
    return nu.isoweekday() in tijd.dagen and tijd.van <= nu.hour < tijd.tot


def _uren(kennis: Kennis, tijden: list[Openingstijd], nu: datetime | None) -> str:
    tijd = tijden[0]
    if (tijd.van, tijd.tot, len(tijd.dagen)) == (0, 24, 7):
        return kennis.zin("uren_altijd")
    dagen = kennis.zin("uren_elke_dag" if len(tijd.dagen) == 7 else "uren_werkdagen")
    if not tijd.zeker or nu is None:
        return kennis.zin("uren_meestal", dagen=dagen, van=str(tijd.van), tot=str(tijd.tot))
    nu_geldig = next((t for t in tijden if _geldt(t, nu)), None)
    if nu_geldig is not None:
        return kennis.zin("uren_open", tot=str(nu_geldig.tot))
    return kennis.zin("uren_dicht", dagen=dagen, van=str(tijd.van))
