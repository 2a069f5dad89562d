"""De eerste schermen voor wie Engels schrijft: wat dit is, nood, wie in het Engels helpt, en hoe het verder gaat."""

from __future__ import annotations

from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.schema import Instantie
from knowledge.woorden import Keuze, Knop, Lijst, Link, Nummer, Punt, Tekst

GEHAD = "engels"
"""Zo staat in de stand dat iemand deze schermen al zag."""


def eerste_schermen(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Eén keer per gesprek. Wat al gehoord is, blijft in `stand` en komt terug als iemand verdergaat."""
    helpers = tuple(_punt(i) for i in b.kennis.instanties.values() if "en" in i.talen and i.telefoon and i.praten)
    knoppen = (Knop("verder", b.zin("engels_verder")), Knop("nood:suicide", b.zin("engels_zelfmoord")))
    blokken: Blokken = (
        Tekst(b.zin("engels_welkom"), taal="en"),
        Tekst(b.zin("engels_nood"), taal="en"),
        *((Lijst(b.zin("engels_hulp"), "hulp", helpers, taal="en"),) if helpers else ()),
        Keuze(b.zin("engels_keuze"), "knoppen", knoppen, taal="en"),
    )
    return stand.met(gehad=tuple(dict.fromkeys((*stand.gehad, GEHAD)))), blokken


def _punt(instantie: Instantie) -> Punt:
    nummer = instantie.telefoon.nummer if instantie.telefoon else ""
    links = (Link(instantie.naam, instantie.pagina),) if instantie.pagina else ()
    return Punt(instantie.naam, id=instantie.id, telefoon=(Nummer(instantie.naam, nummer),), links=links)
