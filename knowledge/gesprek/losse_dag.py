"""Een dag die iemand noemt zonder erbij te zeggen waarvan."""

from __future__ import annotations

from dataclasses import replace

from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.recht import beoordeel, open_vragen
from knowledge.woorden import Keuze, Knop, tijd_gezegd

WANNEER, ONTDEKT, PUBLICATIE = "wanneer", "ontdekt", "publicatie"


def met_dag(b: Beurt) -> Beurt:
    """Een dag waar niets bij staat, is de dag van wat er gebeurde: van de publicatie als we die nog willen weten.

    Weten we die dag al, dan veranderen we hem niet stil: de nieuwe kan over iets anders gaan.
    """
    if b.daad.dag is None or WANNEER not in b.kennis.feiten:
        return b
    open_ = {feit.id for feit in open_vragen(b.kennis, beoordeel(b.kennis, b.stand.zaak, b.vandaag))}
    doel = PUBLICATIE if PUBLICATIE in open_ else WANNEER
    oud = b.stand.zaak.bij_feit.get(doel)
    if oud is not None and not oud.onbekend:
        return b
    return replace(b, daad=replace(b.daad, feiten=(*b.daad.feiten, (doel, b.daad.dag))))


def tweede_dag(b: Beurt) -> Blokken | None:
    """Een andere dag dan die we al hebben: dan vragen we waar die bij hoort."""
    oud = b.stand.zaak.waarde(WANNEER)
    if b.daad.dag in (None, oud) or b.daad.feiten or not isinstance(oud, str) or ONTDEKT not in b.kennis.feiten:
        return None
    nieuw = str(b.daad.dag)
    zin = b.zin("tweede_dag", oud=tijd_gezegd(oud, b.vandaag), datum=tijd_gezegd(nieuw, b.vandaag))
    knoppen = (
        Knop(f"antwoord:{WANNEER}:{nieuw}", b.zin("tweede_dag_gebeurd")),
        Knop(f"antwoord:{ONTDEKT}:{nieuw}", b.zin("tweede_dag_ontdekt")),
        Knop("nog_eens", b.zin("tweede_dag_anders")),
    )
    return (Keuze(zin, "knoppen", knoppen),)
