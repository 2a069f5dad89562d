"""De voorbeelden uitvoeren: wat zegt deze kennis, en is dat wat de jurist verwachtte?"""

from __future__ import annotations

from datetime import date

from knowledge.advies import Gekozen, adviseer
from knowledge.beoordeel import beoordeel
from knowledge.errors import AntwoordFout
from knowledge.kennis import Kennis
from knowledge.schema import Geval, Grond, Proef, Voorbeeld
from knowledge.schema.proef import NIET
from knowledge.vraag import mag_gevraagd
from knowledge.zaak import Zaak

GOLD_NIET = "gold_niet"
"""Bij een variant die op die dag geen wet was."""


def zaak_van(kennis: Kennis, feiten: dict[str, str | list[str]], dag: date) -> Zaak:
    """De zaak van een voorbeeld. Antwoorden die deze kennis niet heeft, vallen weg (`check` meldt ze)."""
    zaak = Zaak()
    for feit, ruw in feiten.items():
        try:
            zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, dag))
        except AntwoordFout:
            continue
    return zaak


def grondfout(kennis: Kennis, grond: Grond, voorbeeld: Voorbeeld) -> str | None:
    """Wat er anders is dan het voorbeeld bij een grond verwacht; None als het klopt."""
    fouten = (_geval_van_grond(kennis, grond, voorbeeld, feiten) for feiten in voorbeeld.gevallen())
    return next((fout for fout in fouten if fout), None)


def _geval_van_grond(
    kennis: Kennis, grond: Grond, voorbeeld: Voorbeeld, feiten: dict[str, str | list[str]]
) -> str | None:
    b = beoordeel(kennis, zaak_van(kennis, feiten, voorbeeld.vandaag), voorbeeld.vandaag)
    if b.statussen[grond.id] != voorbeeld.verwacht:
        return f"{grond.id} is {b.statussen[grond.id]} en niet {voorbeeld.verwacht} bij {feiten}"
    if not (voorbeeld.varianten or voorbeeld.wet or voorbeeld.weegt):
        return None
    oordeel = b.oordeel(grond.id)
    gevonden = {v.variant.id: v.status for v in oordeel.varianten}
    for variant, verwacht in voorbeeld.varianten.items():
        if gevonden.get(variant, GOLD_NIET) != verwacht:
            return f"variant {variant} is {gevonden.get(variant, GOLD_NIET)} en niet {verwacht} bij {feiten}"
    wet = oordeel.versie.bron if oordeel.versie else None
    if voorbeeld.wet and wet != voorbeeld.wet:
        return f"de wet is {wet} en niet {voorbeeld.wet} bij {feiten}"
    paren = {(v.variant.id, o.id) for v in oordeel.varianten for e in v.elementen for o in e.weegt_mee}
    weegt = {naam for variant, omstandigheid in paren for naam in (omstandigheid, f"{variant}.{omstandigheid}")}
    ontbreekt = sorted(set(voorbeeld.weegt) - weegt)
    return f"{ontbreekt[0]} weegt niet mee bij {feiten}" if ontbreekt else None


def proeffout(kennis: Kennis, proef: Proef, geval: Geval) -> str | None:
    """Wat er anders is dan het voorbeeld bij een route, termijn, waarschuwing of situatie verwacht; None als het klopt."""
    fouten = (_geval_van_proef(kennis, proef, geval, feiten) for feiten in geval.gevallen())
    return next((fout for fout in fouten if fout), None)


def _geval_van_proef(kennis: Kennis, proef: Proef, geval: Geval, feiten: dict[str, str | list[str]]) -> str | None:
    zaak = zaak_van(kennis, feiten, geval.vandaag)
    b = beoordeel(kennis, zaak, geval.vandaag)
    if proef.soort == "situatie":
        return _anders(geval, "ja" if proef.naam in {s.id for s in b.situaties} else NIET, feiten)
    if proef.soort == "vraagfeit":
        return _anders(geval, "ja" if mag_gevraagd(b, proef.naam) else NIET, feiten)
    advies = adviseer(kennis, zaak, geval.vandaag, b)
    if proef.soort == "instantie":
        return _anders(geval, "ja" if proef.naam in {i.id for i in advies.hulp} else NIET, feiten)
    if proef.soort == "waarschuwing":
        return _anders(geval, "ja" if proef.naam in {w.id for w in advies.waarschuwingen} else NIET, feiten)
    if proef.soort == "termijn":
        gerekend = next((t for t in advies.termijnen if t.termijn.id == proef.naam), None)
        dag = gerekend.laatste_dag if gerekend else None
        return _anders(geval, NIET if gerekend is None else dag.isoformat() if dag else "onbekend", feiten)
    gekozen = next((g for g in advies.routes if g.route.id == proef.naam), None)
    fout = _anders(geval, gekozen.route.fase if gekozen else NIET, feiten)
    return fout or (_woorden(geval, gekozen) if gekozen else None)


def _anders(geval: Geval, gevonden: str, feiten: dict[str, str | list[str]]) -> str | None:
    return None if gevonden == geval.verwacht else f"{gevonden} en niet {geval.verwacht} bij {feiten}"


def _woorden(geval: Geval, gekozen: Gekozen) -> str | None:
    stappen = " ".join(stap.tekst for stap in gekozen.stappen).lower()
    for woord in geval.zegt:
        if woord.lower() not in stappen:
            return f"geen stap zegt '{woord}'"
    for woord in geval.zegt_niet:
        if woord.lower() in stappen:
            return f"een stap zegt '{woord}'"
    return None
