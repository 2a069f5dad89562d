"""Naslag tijdens het gesprek: een route, een begrip, een bron, een mens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge.gesprek import platforms
from knowledge.gesprek.adviestekst import hulppunt, routepunt
from knowledge.gesprek.brieflijst import briefknoppen
from knowledge.recht import Beoordeling, Gekozen, Kennis, Zaak, adviseer, rol_van
from knowledge.woorden import Blok, Bronnen, Knop, Lijst, Link, Punt, Tekst, bronregel, nummers

HOOGSTENS = 3
LEEFTIJD = "leeftijd"


def toon(kennis: Kennis, zaak: Zaak, vandaag: date, soort: str, naam: str) -> tuple[Blok, ...]:
    """Eén onderdeel uit de kennis. Leeg als het niet bestaat."""
    if soort == "route" and naam in kennis.routes:
        advies = adviseer(kennis, zaak, vandaag)
        gekozen = next((g for g in advies.routes if g.route.id == naam), None) or _buiten_advies(kennis, zaak, naam)
        erbij = (*platforms.knoppen(kennis, zaak, naam), *briefknoppen(kennis, advies, gekozen.route))
        if gekozen in advies.routes:
            erbij = (*erbij, Knop(f"gedaan:{naam}", kennis.zin("gedaan_knop")))
        punt = replace(routepunt(kennis, gekozen, uitgebreid=True), knoppen=erbij)
        return (Lijst(gekozen.route.naam, "stappen", (punt,)), bronnenblok(kennis, gekozen.bronnen))
    if soort == "instantie" and naam in kennis.instanties:
        instantie = kennis.instanties[naam]
        return (Lijst(instantie.naam, "hulp", (hulppunt(instantie),)), bronnenblok(kennis, instantie.bronnen))
    if soort == "bron" and naam in kennis.bronnen:
        return (bronnenblok(kennis, (naam,)),)
    return antwoorden(kennis, ((soort, naam),))


def _buiten_advies(kennis: Kennis, zaak: Zaak, naam: str) -> Gekozen:
    """Een route die iemand opvraagt vóór het advies haar koos: alleen de stappen die nu al zeker kloppen.

    Past de route juist niet, of wacht zij op de leeftijd (dan kan een stap een beeld laten bewaren), dan blijft alleen
    over wat zij is en wie erover gaat.
    """
    toets = next(toets for toets in kennis.routetoetsen if toets.route.id == naam)
    stand = kennis.atomen.vast(kennis.vul_aan(zaak))
    past_niet = toets.toets.uitgesloten(stand) or rol_van(kennis.vul_aan(zaak)) not in toets.route.rollen
    if past_niet or toets.toets.wacht_op(LEEFTIJD, stand):
        return Gekozen(toets.route, ())
    return Gekozen(toets.verwoord(stand), tuple(stap for stap, nodig in toets.stappen if nodig.geldt(stand)))


def toon_kort(kennis: Kennis, soort: str, naam: str) -> tuple[Blok, ...]:
    """Een begrip of een grond als antwoord: de uitleg zelf, zonder kop erboven."""
    punt = _punt(kennis, soort, naam)
    if punt is None:
        return ()
    return (Tekst(f"**{punt.titel}** {punt.tekst}"), bronnenblok(kennis, punt.bronnen))


def antwoorden(kennis: Kennis, treffers: Iterable[tuple[str, str]]) -> tuple[Blok, ...]:
    """Antwoord op een vraag over het recht: de beste treffers met hun bron."""
    punten = [punt for punt in (_punt(kennis, soort, naam) for soort, naam in treffers) if punt][:HOOGSTENS]
    if not punten:
        return ()
    bronnen = tuple(dict.fromkeys(bron for punt in punten for bron in punt.bronnen))
    return (Lijst(kennis.zin("zoek_kop"), "zoek", tuple(punten)), bronnenblok(kennis, bronnen))


def _punt(kennis: Kennis, soort: str, naam: str) -> Punt | None:
    if soort == "begrip" and naam in kennis.begrippen:
        begrip = kennis.begrippen[naam]
        return Punt(begrip.naam, begrip.uitleg, id=naam, bronnen=begrip.bronnen)
    if soort == "grond" and naam in kennis.gronden:
        grond = kennis.gronden[naam]
        return Punt(
            f"{grond.naam} ({grond.versies[-1].artikel})",
            " ".join((grond.uitleg, *grond.verhouding[:1])),
            id=naam,
            bronnen=grond.bronnen,
        )
    if soort == "route" and naam in kennis.routes:
        route = kennis.routes[naam]
        return Punt(route.naam, f"{route.kort} {route.kosten}", id=naam, bronnen=route.bronnen)
    if soort == "instantie" and naam in kennis.instanties:
        instantie = kennis.instanties[naam]
        return Punt(
            instantie.naam,
            instantie.doet,
            id=naam,
            bronnen=instantie.bronnen,
            links=(Link(instantie.naam, instantie.pagina),),
            telefoon=nummers([instantie]),
        )
    if soort == "platform" and naam in kennis.platforms:
        return platforms.punt(kennis, kennis.platforms[naam])
    if soort == "termijn" and naam in kennis.termijnen:
        termijn = kennis.termijnen[naam]
        return Punt(
            termijn.naam,
            termijn.na_afloop.replace("{feiten}", kennis.zin("deze_feiten")),
            id=naam,
            bronnen=termijn.bronnen,
        )
    if soort == "bron" and naam in kennis.bronnen:
        bron = kennis.bronnen[naam]
        leert = next((u.leert for grond in kennis.gronden.values() for u in grond.uitspraken if u.bron == naam), "")
        return Punt(bron.titel, leert, id=naam, bronnen=(naam,))
    return None


def hulplijst(kennis: Kennis, beoordeling: Beoordeling) -> Lijst:
    """Wie er nu te bereiken is voor deze zaak."""
    instanties = [instantie for instantie, toets in kennis.praattoetsen if toets.geldt(beoordeling.vast)]
    return Lijst(kennis.zin("praten"), "hulp", tuple(hulppunt(instantie) for instantie in instanties))


def bronnenblok(kennis: Kennis, bronnen: Iterable[str]) -> Bronnen:
    return Bronnen(
        kennis.zin("bron_kop"),
        tuple(bronregel(kennis, kennis.bronnen[bron]) for bron in dict.fromkeys(bronnen) if bron in kennis.bronnen),
    )
