"""De volgende vraag: de eerste in de gekozen volgorde die nog iets kan veranderen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge import schema
from knowledge.beoordeel import WANNEER, Beoordeling, beoordeel, weeg_variant
from knowledge.kennis import Kennis
from knowledge.toetsen import Grondtoets
from knowledge.voorwaarde import JA, OPEN
from knowledge.zaak import Zaak

EERSTE = "gebeurd"
"""De vraag waarmee een zaak begint als er nog niets bekend is."""
ROL = "rol"


def volgende_vraag(
    kennis: Kennis, zaak: Zaak, vandaag: date, beoordeling: Beoordeling | None = None
) -> schema.Feit | None:
    """Het feit om nu te vragen, of None als geen vraag nog iets verandert."""
    b = beoordeling or beoordeel(kennis, zaak, vandaag)
    nodig: set[str] | None = None
    for feit_id in _volgorde(kennis, b):
        feit = kennis.feiten[feit_id]
        if b.zaak.kent(feit_id) or feit.alleen_gehoord or not mag_gevraagd(b, feit_id):
            continue
        if nodig is None:
            nodig = relevante_feiten(b)
        if feit_id in nodig:
            return feit
    return None


def mag_gevraagd(b: Beoordeling, feit_id: str) -> bool:
    """Is de vraag nu op haar plaats?"""
    toets = b.kennis.alleen.get(feit_id)
    return toets is None or toets.weeg(b.stand) == JA


def relevante_feiten(b: Beoordeling) -> set[str]:
    """De feiten waarvan het antwoord nog een grond, route, waarschuwing of termijn kan veranderen."""
    feiten = {feit for feit, toets in b.kennis.altijd if toets.weeg(b.stand) == JA}
    for _, toets in b.kennis.situatietoetsen:
        if toets.geraakt(b.stand):
            feiten |= toets.open_feiten(b.stand)
    if not b.situaties:
        feiten.add(EERSTE)
    for grondtoets in b.kennis.grondtoetsen:
        if grondtoets.grond.id in b.bereik:
            feiten |= _open_in_grond(grondtoets, b)
    passend = b.passend
    for routetoets in b.kennis.routetoetsen:
        if not routetoets.gronden or not routetoets.gronden.isdisjoint(passend):
            feiten |= routetoets.toets.open_feiten(b.stand)
            if routetoets.toets.geldt(b.stand):
                for _, stap in routetoets.stappen:
                    feiten |= stap.open_feiten(b.stand)
    for _, waarschuwing in b.kennis.waarschuwingtoetsen:
        feiten |= waarschuwing.open_feiten(b.stand)
    feiten |= {termijn.vanaf for termijn in open_termijnen(b)}
    # een vraag die andere feiten invult, is nodig zolang één daarvan nodig en nog onbekend is
    return feiten | {
        feit for feit, gevolg in b.kennis.vult_in.items() if not gevolg.isdisjoint(feiten - b.zaak.bij_feit.keys())
    }


def _open_in_grond(toets: Grondtoets, b: Beoordeling) -> set[str]:
    """Wat een grond nog kan omslaan: open bestanddelen zolang hij niet 'ja' is, en open uitzonderingen zodra hij past."""
    if b.statussen[toets.grond.id] == "nee":
        return set()
    feiten: set[str] = set()
    past = b.statussen[toets.grond.id] in ("ja", "mogelijk")
    for variant in b.varianten(toets):
        status = weeg_variant(variant, b.stand)
        if status == "nee":
            continue
        if b.statussen[toets.grond.id] != "ja":
            for element in variant.bestanddelen:
                feiten |= element.open_feiten(b.stand)
        if past and status != "onbekend":
            for uitzondering in variant.uitzonderingen:
                feiten |= uitzondering.open_feiten(b.stand)
    if past and len(toets.grond.versies) > 1:
        feiten.add(WANNEER)
    return feiten


def open_termijnen(b: Beoordeling) -> Iterator[schema.Termijn]:
    """De termijnen die bij een passende grond horen."""
    passend = b.passend
    bij_grond = {termijn for grond in passend for termijn in b.kennis.gronden[grond].termijnen}
    for termijn in b.kennis.termijnen.values():
        if (termijn.id in bij_grond or not passend.isdisjoint(termijn.gronden)) and b.kennis.termijntoetsen[
            termijn.id
        ].geldt(b.stand):
            yield termijn


def herspeel(kennis: Kennis, zaak: Zaak, vandaag: date) -> Zaak:
    """Loopt het gesprek opnieuw na een gewijzigd antwoord: wat niet meer gevraagd zou zijn, vervalt."""
    nieuw = Zaak(tuple(antwoord for antwoord in zaak.antwoorden if antwoord.herkomst != "knop"))
    while True:
        feit = volgende_vraag(kennis, nieuw, vandaag)
        if feit is None or not zaak.kent(feit.id):
            return nieuw
        nieuw = nieuw.met(feit.id, zaak.bij_feit[feit.id].waarde)


def _volgorde(kennis: Kennis, b: Beoordeling) -> Iterator[str]:
    """Veiligheid eerst, dan wat de situatie bepaalt, dan de vragen van elke situatie in hun eigen volgorde."""
    yield from kennis.veiligheid.eerst
    if not b.situaties:
        yield EERSTE
        for _, toets in kennis.situatietoetsen:
            if toets.weeg(b.stand) == OPEN and toets.geraakt(b.stand):
                yield from sorted(toets.open_feiten(b.stand))
    for situatie in b.situaties:
        yield from situatie.vragen
