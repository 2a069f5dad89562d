"""Iemand wil stoppen of alles weg: eerst vragen, want wissen kan niet terug. Eén 'ja' is genoeg."""

from __future__ import annotations

from dataclasses import replace

from knowledge.gesprek.daad import Daad
from knowledge.gesprek.stand import WISVRAAG, Stand
from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.woorden import Keuze, Knop

ZIN = {"wis": "wis_zeker", "opnieuw": "opnieuw_zeker"}
"""De vraag bij wat iemand zei; bij 'laat maar' en 'ik stop ermee' vragen we of hij wil stoppen."""
DOET = {"opnieuw": "opnieuw"}


def wis_zeker(b: Beurt) -> tuple[Stand, Blokken]:
    """Wil iemand stoppen, of moet de ander stoppen? Tot er 'ja' gezegd is, blijft alles staan."""
    naam = b.daad.naam or "stop"
    zin = ZIN.get(naam, "stop_zeker")
    engels = f"{zin}_en" in b.kennis.zinnen and b.daad.taal == "en"
    knoppen = (Knop("verder", b.zin("verder")), Knop("wis", b.zin("wis_knop")), Knop("opnieuw", b.zin("opnieuw")))
    stand = b.stand.met(gehad=(*_dicht(b.stand).gehad, f"{WISVRAAG}_{naam}"))
    tekst = b.zin(f"{zin}_en") if engels else b.wissel(zin, b.stand.beurten)
    return stand, (Keuze(tekst, "knoppen", knoppen, taal="en" if engels else None),)


def met_antwoord_op_wissen(b: Beurt) -> Beurt:
    """Stond die vraag open, dan is 'ja' wissen en 'nee' verdergaan; al het andere is gewoon wat het is."""
    naam = b.stand.wisvraag
    if naam is None:
        return b
    b = replace(b, stand=_dicht(b.stand))
    if b.daad.nood is not None or b.daad.soort not in ("ja", "nee"):
        return b
    return replace(b, daad=Daad("verder") if b.daad.soort == "nee" else Daad("opnieuw" if naam in DOET else "wis"))


def _dicht(stand: Stand) -> Stand:
    return stand.met(gehad=tuple(id_ for id_ in stand.gehad if not id_.startswith(f"{WISVRAAG}_")))
