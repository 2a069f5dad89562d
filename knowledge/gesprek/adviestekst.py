"""Het advies als blokken: wat past en waarom, wat nu, wat vóór welke dag, wie helpt, waar het staat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Literal

from knowledge.gesprek.brieflijst import brieflijsten
from knowledge.gesprek.pad import kaart, volgende
from knowledge.recht import (
    JA,
    NEE,
    ROL,
    Advies,
    Elementoordeel,
    Gekozen,
    Gerekend,
    Kennis,
    Oordeel,
    Variantoordeel,
    is_klachtdelict,
)
from knowledge.schema import SLACHTOFFER, Instantie, Waarschuwing
from knowledge.woorden import (
    Blok,
    Bronnen,
    Detail,
    Keuze,
    Knop,
    Lijst,
    Link,
    Nood,
    Nummer,
    Punt,
    Teken,
    Tekst,
    antwoordtekst,
    bij_rol,
    bronregel,
    nummers,
    straftekst,
    termijnzin,
)

HOOGSTENS_MOGELIJK = 3
"""Meer staat er niet onder 'ook mogelijk'; de rest zit achter 'waarom dit'."""
GEVAAR = 5
"""Een waarschuwing tot en met deze rang gaat over veiligheid of geld en staat bovenaan."""
DADERKANT = ("maker", "beschuldigd")
TEGEN_DE_DADER = ("strafbaar_feit", "civiele_grond")
"""Wat een ander hem kan verwijten; plichten van een platform en rechten van wie erop staat, zijn niet aan hem."""
Fase = Literal["nu", "deze_week", "voor_datum", "later"]
FASEKOP: dict[Fase, str] = {"nu": "nu_doen", "deze_week": "deze_week", "voor_datum": "voor_datum", "later": "later"}


def adviesblokken(
    kennis: Kennis,
    advies: Advies,
    nu: datetime | None = None,
    gedaan: Collection[str] = frozenset(),
    heel: bool = False,
) -> tuple[Blok, ...]:
    """Het hele advies, in de volgorde waarin iemand het nodig heeft: eerst de ene stap van nu, de wet als laatste.

    `heel`: alles op een rij, zonder die ene stap ervoor; een kanaal zet dan niets in een vouw.
    """
    blokken: list[Blok] = [Tekst(kennis.zin("genoeg"))]
    stap = None if heel else volgende(advies, gedaan)
    if stap is not None:
        blokken.append(kaart(kennis, advies, stap, nu, gedaan))
    gevaar = [w for w in advies.waarschuwingen if w.rang <= GEVAAR]
    if gevaar:
        blokken.append(waarschuwingblok(kennis, gevaar))
    blokken += _fase(kennis, advies, "nu", gedaan, stap)
    if advies.hulp:
        blokken.append(Lijst(kennis.zin("praten"), "hulp", tuple(hulppunt(i) for i in advies.hulp)))
    for fase in ("deze_week", "voor_datum"):
        blokken += _fase(kennis, advies, fase, gedaan, stap)
    if advies.termijnen:
        blokken.append(
            Lijst(kennis.zin("termijnen"), "termijnen", tuple(_termijn(kennis, t) for t in advies.termijnen))
        )
    blokken += _fase(kennis, advies, "later", gedaan, stap)
    weetjes = [w for w in advies.waarschuwingen if w.rang > GEVAAR]
    if weetjes:
        blokken.append(replace(waarschuwingblok(kennis, weetjes), kop=kennis.zin("weetjes"), onderwerp="weetjes"))
    blokken += brieflijsten(kennis, advies)
    blokken += _gronden(kennis, advies, heel)
    blokken.append(
        Bronnen(kennis.zin("bron_kop"), tuple(bronregel(kennis, kennis.bronnen[bron]) for bron in advies.bronnen))
    )
    eerst = Knop("waarom_dit", kennis.zin("waarom_dit_knop")) if heel else Knop("alles", kennis.zin("alles_knop"))
    rest = (
        Knop("overzicht", kennis.zin("verander_knop")),
        Knop("mens", kennis.zin("mens_kop")),
        Knop("wis", kennis.zin("wis_knop")),
    )
    blokken.append(Keuze(kennis.zin("hoe_verder"), "knoppen", (eerst, *rest)))
    return tuple(blokken)


def uitlegblokken(kennis: Kennis, advies: Advies) -> tuple[Blok, ...]:
    """Waarom dit: elk bestanddeel van elke passende grond, met het antwoord dat het besliste."""
    punten = tuple(_grondpunt(kennis, oordeel, advies, alles=True) for oordeel in advies.gronden)
    return (Lijst(kennis.zin("waarom_dit"), "gronden", punten),) if punten else (Tekst(kennis.zin("geen_grond")),)


def noodblok(kennis: Kennis, naam: str, taal: str = "nl") -> Nood:
    tekst = kennis.noodteksten[naam]
    instanties = [kennis.instanties[i] for i in tekst.instanties]
    links = tuple(Link(i.naam, i.chat or i.pagina) for i in instanties if i.chat or not i.telefoon)
    if taal == "en" and tekst.tekst_en:
        kaal = tuple(Nummer(nummer.naam, nummer.nummer) for nummer in nummers(instanties))
        return Nood(naam, tekst.titel_en or tekst.titel, tekst.tekst_en, kaal, links, "en")
    gesproken = kennis.talen.get(taal)
    if gesproken is None or gesproken.kaart is None:
        return Nood(naam, tekst.titel, tekst.tekst, nummers(instanties), links)
    kaart, kaal = gesproken.kaart, tuple(Nummer(nummer.naam, nummer.nummer) for nummer in nummers(instanties))
    zwaar = naam.startswith("suicide")
    titel, zin = (kaart.zelfmoord, kaart.zelfmoord_nu) if zwaar else (kaart.gevaar, kaart.gevaar_nu)
    return Nood(naam, titel, (zin,), kaal, links, taal, gesproken.rtl or None)


def routepunt(kennis: Kennis, gekozen: Gekozen, uitgebreid: bool = False, kort: bool = False) -> Punt:
    """Een route: kort in het advies, met alle stappen als iemand erom vraagt."""
    route = gekozen.route
    instanties = [kennis.instanties[i] for i in route.instanties]
    details = [] if kort else [Detail(stap.tekst) for stap in gekozen.stappen]
    if uitgebreid:
        details += [
            Detail(f"{kennis.zin(kop)} {tekst}")
            for kop, tekst in (
                ("levert_op", route.levert_op),
                ("kan_niet", route.kan_niet),
                ("kosten", route.kosten),
                ("duur", route.duur),
            )
        ]
        details += [Detail(f"{kennis.zin('meenemen')} {ding}") for ding in route.meenemen]
        details += [Detail(botsing.waarom) for botsing in route.botst_met]
    links = tuple(Link(kennis.zin("open_pagina"), stap.link) for stap in gekozen.stappen if stap.link)
    links += tuple(Link(i.naam, i.meldpagina or i.pagina) for i in instanties)
    return Punt(
        route.naam,
        route.kort,
        id=route.id,
        details=tuple(details),
        bronnen=gekozen.bronnen,
        links=_uniek(links),
        telefoon=nummers(instanties),
        knoppen=() if uitgebreid else (Knop(f"route:{route.id}", kennis.zin("hoe_knop")),),
    )


def _uniek(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple({link.url: link for link in reversed(links)}.values())[::-1]


def waarschuwingblok(kennis: Kennis, waarschuwingen: Iterable[Waarschuwing]) -> Lijst:
    """Waar iemand op moet letten, met de nummers erbij."""
    punten = tuple(
        Punt(
            w.tekst,
            id=w.id,
            bronnen=w.bronnen,
            telefoon=nummers([kennis.instanties[i] for i in w.instanties]),
            links=tuple(Link(kennis.instanties[i].naam, kennis.instanties[i].pagina) for i in w.instanties),
        )
        for w in waarschuwingen
    )
    return Lijst(kennis.zin("let_op"), "waarschuwing", punten)


def _gronden(kennis: Kennis, advies: Advies, heel: bool) -> list[Blok]:
    """Wat past, en hoogstens drie die het meest verteld zijn; van wat alleen mogelijk is de uitleg pas in het geheel."""
    rol = advies.beoordeling.zaak.waarde(ROL)
    gronden = [o for o in advies.gronden if rol not in DADERKANT or o.grond.soort in TEGEN_DE_DADER]
    zeker = [o for o in gronden if o.staat_vast]
    rest = (o for o in gronden if not o.staat_vast and o.kern_verteld)
    mogelijk = sorted(rest, key=lambda o: -o.verteld)[:HOOGSTENS_MOGELIJK]
    if not zeker and not mogelijk:
        return [Tekst(kennis.zin("geen_grond"))]
    wie = bij_rol(rol, kennis.aanspreek) if rol != SLACHTOFFER else None
    blokken: list[Blok] = [Tekst(kennis.zin("jij_is_een_ander", wie=wie["jou"]))] if wie else []
    if zeker:
        kop = kennis.zin("past_bij_dader" if rol in DADERKANT else "past_hier")
        blokken.append(Lijst(kop, "gronden", tuple(_grondpunt(kennis, o, advies) for o in zeker)))
    if mogelijk:
        blokken.append(
            Lijst(
                kennis.zin("ook_mogelijk" if zeker else "misschien_past"),
                "mogelijk",
                tuple(_grondpunt(kennis, o, advies, kort=not heel) for o in mogelijk),
            )
        )
    return blokken


def _grondpunt(kennis: Kennis, oordeel: Oordeel, advies: Advies, alles: bool = False, kort: bool = False) -> Punt:
    grond, versie = oordeel.grond, oordeel.versie
    wet = kennis.zin("in_de_wet", naam=grond.naam, artikel=(versie or grond.versies[-1]).artikel)
    varianten = [v for v in oordeel.varianten if v.status == oordeel.status] or list(oordeel.varianten)
    details: list[Detail] = []
    for variant in varianten if alles else varianten[:2]:
        if variant.variant.naam:
            details.append(Detail(variant.variant.naam[:1].upper() + variant.variant.naam[1:] + ":"))
        details += [_element(kennis, element, advies, alles) for element in variant.elementen]
        details += [Detail(f"{kennis.zin('weegt_tegen')} {u.tekst}", "open") for u in variant.tegen]
        details += [
            Detail(f"{kennis.zin('rechter_stelt_vast')} {wat}", "open") for wat in variant.variant.rechter_stelt_vast
        ]
    details += _straf(kennis, oordeel, varianten)
    if oordeel.versie_nu is not None and versie is not None and oordeel.versie_nu != versie:
        details.append(Detail(kennis.zin("oude_wet", artikel=oordeel.versie_nu.artikel)))
    bronnen = [versie.bron] if versie else []
    bronnen += [b for b in grond.bronnen] + [
        b
        for v in varianten
        for e in v.elementen
        for b in (*e.bestanddeel.bronnen, *(bron for o in e.weegt_mee for bron in o.bronnen))
    ]
    return Punt(
        grond.gewone_naam[:1].upper() + grond.gewone_naam[1:],
        " ".join((wet, *_klacht(kennis, oordeel, advies))),
        id=grond.id,
        details=() if kort else tuple(details),
        bronnen=tuple(dict.fromkeys(bronnen)),
        knoppen=(Knop(f"grond:{grond.id}", kennis.zin("wat_is_dit")),),
    )


def _klacht(kennis: Kennis, oordeel: Oordeel, advies: Advies) -> Iterator[str]:
    """Moet iemand zelf om vervolging vragen, of is een aangifte genoeg? Niet voor wie het zelf deed."""
    rol = advies.beoordeling.zaak.waarde(ROL)
    if oordeel.grond.soort == "strafbaar_feit" and rol not in DADERKANT:
        yield kennis.zin("klacht_nodig" if is_klachtdelict(advies.beoordeling, oordeel) else "klacht_niet_nodig")


def _straf(kennis: Kennis, oordeel: Oordeel, varianten: list[Variantoordeel]) -> Iterator[Detail]:
    """De hoogste straf van wat past. Alleen bij de wet van nu: een oudere wet kende soms een andere straf."""
    straffen = [v.variant.straf for v in varianten if v.variant.straf]
    if straffen and oordeel.versie == oordeel.versie_nu:
        zwaarste = max(straffen, key=lambda straf: straf.in_maanden)
        yield Detail(kennis.zin("hoogste_straf", straf=straftekst(zwaarste)))


def _element(kennis: Kennis, element: Elementoordeel, advies: Advies, alles: bool) -> Detail:
    teken: Teken = "ja" if element.waarde == JA else "nee" if element.waarde == NEE else "open"
    tekst = element.bestanddeel.tekst
    if element.waarde == JA and not element.zeker:
        tekst = f"{tekst} ({kennis.zin('waarschijnlijk')})"
    if element.weegt_mee:
        tekst += f" {kennis.zin('weegt_mee')} {'; '.join(o.tekst for o in element.weegt_mee)}."
    if alles and element.door:
        zei = ", ".join(antwoordtekst(kennis, advies.beoordeling.zaak.bij_feit[feit]) for feit in element.door)
        tekst += f" {kennis.zin('jij_zei', wat=zei)}"
    return Detail(tekst, teken)


def _fase(kennis: Kennis, advies: Advies, fase: Fase, gedaan: Collection[str], stap: Gekozen | None) -> list[Blok]:
    """De stappen van deze tijd. Staat er één stap vooraan, dan van de andere alleen wat het is: hoe het moet is een knop."""
    punten = tuple(
        replace(
            routepunt(kennis, r, kort=stap is not None and r is not stap),
            gedaan=True if r.route.id in gedaan else None,
        )
        for r in advies.in_fase(fase)
    )
    return [Lijst(kennis.zin(FASEKOP[fase]), fase, punten, geordend=fase == "nu")] if punten else []


def _termijn(kennis: Kennis, gerekend: Gerekend) -> Punt:
    termijn = gerekend.termijn
    return Punt(termijn.naam, termijnzin(kennis, gerekend), id=termijn.id, bronnen=termijn.bronnen)


def hulppunt(instantie: Instantie) -> Punt:
    """Een instantie om mee te praten."""
    return Punt(
        instantie.naam,
        instantie.doet,
        id=instantie.id,
        details=tuple(Detail(weten) for weten in instantie.weten),
        bronnen=instantie.bronnen,
        links=(Link(instantie.naam, instantie.chat or instantie.pagina),),
        telefoon=nummers([instantie]),
    )
