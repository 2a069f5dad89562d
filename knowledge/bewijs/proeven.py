"""De voorbeelden uitvoeren: wat zegt deze kennis, en is dat wat de jurist verwachtte?"""

from __future__ import annotations

from datetime import date

from knowledge.errors import AntwoordFout
from knowledge.recht import (
    JA,
    Beoordeling,
    Gekozen,
    Gerekend,
    Kennis,
    Zaak,
    adviseer,
    beoordeel,
    is_klachtdelict,
    mag_gevraagd,
    volgende_vraag,
)
from knowledge.schema import METEEN, NIET, NOOIT, ONZEKER, WEET_NIET, Geval, Grond, Proef, Voorbeeld

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
    oordeel = b.oordeel(grond.id)
    if voorbeeld.klacht not in (None, is_klachtdelict(b, oordeel)):
        return f"een klacht is {'niet ' if voorbeeld.klacht else 'wel '}nodig bij {feiten}"
    if not (voorbeeld.varianten or voorbeeld.wet or voorbeeld.weegt):
        return None
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
        speelt = "ja" if proef.naam in {s.id for s in b.situaties} else NIET
        return _anders(geval, speelt, feiten) or _onderzoek(kennis, geval, b)
    if proef.soort == "vraagfeit":
        return _anders(geval, "ja" if mag_gevraagd(b, proef.naam) else NIET, feiten) or _vraag(b, proef.naam, geval)
    if proef.soort == "tegenspraak":
        wringt = {t.id for t, toets in kennis.tegenspraaktoetsen if toets.weeg(b.vast) == JA}
        return _anders(geval, "ja" if proef.naam in wringt else NIET, feiten)
    advies = adviseer(kennis, zaak, geval.vandaag, b)
    if proef.soort == "instantie":
        return _anders(geval, "ja" if proef.naam in {i.id for i in advies.hulp} else NIET, feiten)
    if geval.verwacht == METEEN:
        nu = {w.id for w in kennis.waarschuwingtoetsen.meteen(b.vast)}
        return _anders(geval, METEEN if proef.naam in nu else NIET, feiten)
    if proef.soort == "waarschuwing":
        return _anders(geval, "ja" if proef.naam in {w.id for w in advies.waarschuwingen} else NIET, feiten)
    if proef.soort == "termijn":
        gerekend = next((t for t in advies.termijnen if t.termijn.id == proef.naam), None)
        fout = _anders(geval, _termijnstand(gerekend), feiten)
        return fout or (_waarvoor(geval, gerekend) if gerekend else None)
    gekozen = next((g for g in advies.routes if g.route.id == proef.naam), None)
    fout = _anders(geval, gekozen.route.fase if gekozen else NIET, feiten)
    return fout or (_woorden(geval, gekozen) if gekozen else None)


def _vraag(b: Beoordeling, naam: str, geval: Geval) -> str | None:
    """Klinkt de vraag zoals zij hier hoort, en staan de antwoorden vooraan die hier waarschijnlijk zijn?"""
    feit = b.kennis.feiten[naam]
    wijzen = (wijze for toets, wijze in b.kennis.vraagwijzen.get(naam, ()) if toets.weeg(b.vast) == JA)
    vraag = next(wijzen, feit).vraag
    ontbreekt = [woord for woord in geval.zegt if woord not in vraag]
    te_veel = [woord for woord in geval.zegt_niet if woord in vraag]
    if ontbreekt or te_veel:
        return f"de vraag is '{vraag}'"
    toetsen = {optie.id: b.kennis.vooraan.get((naam, optie.id)) for optie in feit.opties}
    vooraan = {optie for optie, toets in toetsen.items() if toets and toets.weeg(b.vast) == JA}
    verwacht = vooraan if geval.vooraan is None else set(geval.vooraan)
    return None if vooraan == verwacht else f"vooraan staat {', '.join(sorted(vooraan)) or 'niets'}"


def _waarvoor(geval: Geval, gerekend: Gerekend) -> str | None:
    """Geldt de termijn voor de feiten die het voorbeeld noemt, en staat erbij wat erbij hoort?"""
    ontbreekt = [
        woord for woord in geval.zegt if not any(woord in deel for deel in (*gerekend.feiten, *gerekend.erbij))
    ]
    te_veel = [woord for woord in geval.zegt_niet if any(woord in zin for zin in gerekend.erbij)]
    if te_veel:
        return f"de termijn zegt '{te_veel[0]}', en dat hoort hier niet"
    return f"de termijn zegt niets over '{ontbreekt[0]}'" if ontbreekt else None


def _termijnstand(gerekend: Gerekend | None) -> str:
    """De laatste dag, of waarom die er niet is."""
    if gerekend is None:
        return NIET
    if gerekend.onzeker:
        return ONZEKER
    if gerekend.laatste_dag is None:
        return NOOIT if gerekend.termijn.verjaart_niet else "onbekend"
    tot = gerekend.laatste_dag.isoformat()
    return (
        f"voorbij {tot}" if gerekend.voorbij else f"{tot} of {gerekend.uiterst or NOOIT}" if gerekend.hangt_af else tot
    )


def _anders(geval: Geval, gevonden: str, feiten: dict[str, str | list[str]]) -> str | None:
    return None if gevonden == geval.verwacht else f"{gevonden} en niet {geval.verwacht} bij {feiten}"


def _onderzoek(kennis: Kennis, geval: Geval, b: Beoordeling) -> str | None:
    """Komt de juiste grond in beeld, en komen de vragen die erbij horen, in hun volgorde?"""
    ontbreekt = sorted(set(geval.onderzoekt) - b.bereik)
    if ontbreekt:
        return f"de grond {ontbreekt[0]} kan niet in beeld komen"
    if not (geval.vraagt or geval.vraagt_niet):
        return None
    gesteld = _gesteld(kennis, b)
    te_veel = [feit for feit in geval.vraagt_niet if feit in gesteld]
    if te_veel:
        return f"de vraag {te_veel[0]} komt, en hoort hier niet"
    te_weinig = [feit for feit in geval.vraagt if feit not in gesteld]
    if te_weinig:
        return f"de vraag {te_weinig[0]} komt niet"
    volgorde = [feit for feit in gesteld if feit in geval.vraagt]
    return None if volgorde == list(geval.vraagt) else f"de vragen komen in de volgorde {', '.join(volgorde)}"


def _gesteld(kennis: Kennis, b: Beoordeling) -> list[str]:
    """De vragen die nog komen als iemand op elke vraag 'weet ik niet' zegt."""
    zaak, gesteld = b.zaak, []
    while (feit := volgende_vraag(kennis, zaak, b.vandaag)) is not None:
        zaak = zaak.met(feit.id, WEET_NIET)
        gesteld.append(feit.id)
    return gesteld


def _woorden(geval: Geval, gekozen: Gekozen) -> str | None:
    los = sorted({*geval.termijnen} - {*gekozen.route.termijnen} | {*geval.na} - {*gekozen.route.pas_na})
    if los:
        return f"{los[0]} hoort niet meer bij deze route"
    stappen = " ".join(stap.tekst for stap in gekozen.stappen).lower()
    for woord in geval.zegt:
        if woord.lower() not in stappen:
            return f"geen stap zegt '{woord}'"
    for woord in geval.zegt_niet:
        if woord.lower() in stappen:
            return f"een stap zegt '{woord}'"
    return None
