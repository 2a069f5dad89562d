"""Verjaring: uit het feit, de straf, de leeftijden en de dag samen, met wat nog niet vaststaat erbij.

Per variant een venster: tot en met `vroegst` kan vervolging zeker, na `laatst` waarschijnlijk niet meer. Daartussen zeggen
we waar het van afhangt. Een onbekend antwoord maakt het venster ruimer, nooit smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge import schema
from knowledge.recht.beoordeel import Beoordeling
from knowledge.recht.termijnen import Gerekend, Halvering, halve_duur, laatste_dag, termijn_bij
from knowledge.recht.toetsen import Grondtoets, Varianttoets
from knowledge.recht.voorwaarde import JA, NEE, OPEN

LEEFTIJD, LEEFTIJD_DADER = "leeftijd", "leeftijd_dader"
VOLWASSEN = 18
GEWOON = schema.Verjaring.model_validate({})
NOOIT_BIJ_JEUGD = schema.Duur(jaren=20)
"""Wat niet verjaart, verjaart bij een dader onder de 18 in twintig jaar (artikel 77d lid 3 Sr)."""


@dataclass(frozen=True)
class Venster:
    """`vroegst` None: verjaart niet. `laatst` None: misschien verjaart het niet."""

    termijn: schema.Termijn
    vroegst: date | None
    laatst: date | None
    hangt_af: tuple[str, ...] = ()
    vroegst_half: Halvering = ""
    """Is `vroegst` de helft, omdat de dader onder de 18 was of misschien was?"""
    laatst_half: Halvering = ""


def verjaringen(b: Beoordeling) -> Iterator[Gerekend]:
    """Per termijn één regel, met de feiten waarvoor zij geldt. Elk strafbaar feit staat er één keer."""
    per_termijn: dict[str, list[tuple[schema.Grond, Venster]]] = {}
    for toets in b.kennis.grondtoetsen:
        if toets.grond.soort == "strafbaar_feit" and toets.grond.id in b.passend:
            venster = _van_grond(b, toets)
            if venster and b.kennis.termijntoetsen[venster.termijn.id].geldt(b.vast):
                per_termijn.setdefault(venster.termijn.id, []).append((toets.grond, venster))
    for rijen in per_termijn.values():
        regel = _regel(b, rijen)
        if regel.voorbij:
            # wat alleen misschien past, is geen reden om iemand te zeggen dat het te laat is
            zeker = [(grond, venster) for grond, venster in rijen if b.statussen[grond.id] == "ja"]
            if not zeker:
                continue
            regel = _regel(b, zeker)
            if not b.zaak.waarde(LEEFTIJD) and _leeftijd_telt(b):
                regel = replace(regel, laatste_dag=None, voorbij=False, onzeker=True, hangt_af=("leeftijd",))
        yield regel


def _leeftijd_telt(b: Beoordeling) -> bool:
    """Kan er bij een andere leeftijd een feit passen dat langer of nooit verjaart?"""
    return any(
        (not b.bereik or toets.grond.id in b.bereik | b.passend)
        and b.statussen[toets.grond.id] != "nee"
        and any(variant.verjaring for variant in toets.grond.varianten)
        for toets in b.kennis.grondtoetsen
    )


def _van_grond(b: Beoordeling, toets: Grondtoets) -> Venster | None:
    """Zeker zo lang als de zwaarste vorm die vaststaat; misschien zo lang als de zwaarste die niet is uitgesloten."""
    dag = b.dag_voor(toets)
    vormen = [
        (stand, venster)
        for variant in toets.varianten(dag)
        if (stand := variant.weeg(b.vast)) != "nee" and (venster := _venster(b, variant, dag))
    ]
    past = [v for stand, v in vormen if stand == "ja"] or [v for stand, v in vormen if stand == "mogelijk"]
    if not past:
        return None
    zwaarst = max(past, key=lambda v: v.vroegst or date.max)
    laatsten = [v.laatst for _, v in vormen]
    laatst = None if None in laatsten else max(dag for dag in laatsten if dag)
    if zwaarst.vroegst is None or (laatst is not None and laatst <= zwaarst.vroegst):
        return replace(zwaarst, laatst=zwaarst.vroegst, laatst_half=zwaarst.vroegst_half, hangt_af=())
    hangt_af = [reden for _, v in vormen if v.laatst is None or v.laatst > zwaarst.vroegst for reden in v.hangt_af]
    if all(zwaarst.laatst != dag for dag in laatsten) or len({v.termijn.id for _, v in vormen}) > 1:
        hangt_af.append("zwaarte")
    half: Halvering = next((v.laatst_half for _, v in vormen if v.laatst == laatst), "")
    return replace(zwaarst, laatst=laatst, laatst_half=half, hangt_af=tuple(dict.fromkeys(hangt_af)))


def _regel(b: Beoordeling, rijen: list[tuple[schema.Grond, Venster]]) -> Gerekend:
    vensters = [venster for _, venster in rijen]
    termijn = vensters[0].termijn
    begin = b.dag if isinstance(b.zaak.waarde(termijn.vanaf), str) else None
    kaal = Gerekend(termijn, begin, None, False, feiten=tuple(grond.gewone_naam for grond, _ in rijen))
    vroegst = [v.vroegst for v in vensters if v.vroegst]
    if not vroegst or begin is None:
        return kaal
    laatsten = [v.laatst for v in vensters]
    eerste, uiterst = min(vroegst), None if None in laatsten else max(dag for dag in laatsten if dag)
    hangt_af = tuple(dict.fromkeys(reden for v in vensters for reden in v.hangt_af))
    if b.vandaag <= eerste:
        half = next(v.vroegst_half for v in vensters if v.vroegst == eerste)
        return replace(kaal, laatste_dag=eerste, uiterst=uiterst, hangt_af=hangt_af, halvering=half)
    if uiterst is None or b.vandaag <= uiterst:
        return replace(kaal, onzeker=True, uiterst=uiterst, hangt_af=hangt_af)
    half = next(v.laatst_half for v in vensters if v.laatst == uiterst)
    return replace(kaal, laatste_dag=uiterst, voorbij=True, halvering=half)


def _venster(b: Beoordeling, toets: Varianttoets, dag: date) -> Venster | None:
    regel = toets.variant.verjaring or GEWOON
    lang = termijn_bij(b.kennis.verjaringen, toets.variant.straf)
    kort = termijn_bij(b.kennis.verjaringen, toets.variant.lichter or toets.variant.straf)
    if lang is None or kort is None:
        return None
    nooit, misschien, achttien = toets.weeg_verjaring(b.vast)
    oud = nooit == JA and regel.nooit_vanaf is not None and dag < regel.nooit_vanaf
    jong = _jong(b)
    heel = laatste_dag(dag, NOOIT_BIJ_JEUGD)
    if (nooit == JA and not oud) or kort.verjaart_niet:
        if jong == JA:
            return Venster(next(t for t in b.kennis.verjaringen if t.duur == NOOIT_BIJ_JEUGD), heel, heel)
        return Venster(next(t for t in b.kennis.verjaringen if t.verjaart_niet), None, None)
    begin, eind = _start(b, dag, achttien)
    halveert = not (lang.bij_straf and lang.bij_straf.overtreding)
    kan_half, moet_half = halveert and jong != NEE, halveert and jong == JA and not regel.jeugd_ook_heel
    laatst: date | None = laatste_dag(eind, halve_duur(lang.duur) if moet_half else lang.duur)
    if nooit != NEE or misschien != NEE or lang.verjaart_niet:
        laatst = heel if jong == JA else None
    redenen = {
        "leeftijd": OPEN in (nooit, misschien, achttien),
        "achttien": achttien == JA,
        "oude_wet": oud,
        "zwaarte": misschien == JA or kort is not lang,
        "dader": kan_half and not moet_half,
    }
    eigen = regel.termijn is not None and (regel.achttien_als is None or achttien == JA)
    return Venster(
        b.kennis.termijnen[regel.termijn] if eigen and regel.termijn else lang if not lang.verjaart_niet else kort,
        laatste_dag(begin, halve_duur(kort.duur) if kan_half else kort.duur),
        laatst,
        tuple(reden for reden, geldt in redenen.items() if geldt),
        ("zeker" if jong == JA else "misschien") if kan_half else "",
        "zeker" if moet_half and laatst != heel else "",
    )


def _jong(b: Beoordeling) -> int:
    """Was de dader jonger dan 18?"""
    waarde = b.zaak.waarde(LEEFTIJD_DADER)
    optie = b.kennis.optie(LEEFTIJD_DADER, waarde) if isinstance(waarde, str) else None
    if optie is None:
        return OPEN
    return JA if optie.tot is not None and optie.tot < VOLWASSEN else NEE


def _start(b: Beoordeling, dag: date, achttien: int) -> tuple[date, date]:
    """Wanneer de termijn op zijn vroegst en op zijn laatst begint: op de dag zelf, of als iemand 18 werd."""
    waarde = b.zaak.waarde(LEEFTIJD)
    optie = b.kennis.optie(LEEFTIJD, waarde) if isinstance(waarde, str) else None
    jongst = optie.van if optie and optie.van is not None else 0
    oudst = optie.tot if optie and optie.tot is not None else VOLWASSEN - 1
    eerst = laatste_dag(dag, schema.Duur(jaren=max(0, VOLWASSEN - 1 - oudst)))
    laatst = laatste_dag(dag, schema.Duur(jaren=max(0, VOLWASSEN - jongst)))
    return (eerst if achttien == JA else dag, laatst if achttien != NEE else dag)
