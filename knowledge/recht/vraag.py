"""De volgende vraag: de eerste in de gekozen volgorde die nog iets kan veranderen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge import schema
from knowledge.recht.beoordeel import WANNEER, Beoordeling, beoordeel
from knowledge.recht.kennis import Kennis
from knowledge.recht.toetsen import Grondtoets
from knowledge.recht.voorwaarde import JA, OPEN, Feiten
from knowledge.recht.zaak import Zaak

EERSTE = "gebeurd"
"""De vraag waarmee een zaak begint als er nog niets bekend is."""
ROL, LEEFTIJD = "rol", "leeftijd"


def volgende_vraag(
    kennis: Kennis, zaak: Zaak, vandaag: date, beoordeling: Beoordeling | None = None
) -> schema.Feit | None:
    """Het feit om nu te vragen, of None als geen vraag nog iets verandert."""
    return next(open_vragen(kennis, beoordeling or beoordeel(kennis, zaak, vandaag)), None)


def open_vragen(kennis: Kennis, b: Beoordeling) -> Iterator[schema.Feit]:
    """Alle feiten die nu nog iets veranderen, in de volgorde waarin we ze zouden vragen."""
    te_vragen = relevante_feiten(b) & kennis.vraagbaar & ~b.bekend
    for feit_id in _volgorde(kennis, b) if te_vragen else ():
        bit = kennis.atomen.bits((feit_id,))
        if bit & te_vragen and mag_gevraagd(b, feit_id):
            te_vragen &= ~bit
            yield kennis.feiten[feit_id]


def mag_gevraagd(b: Beoordeling, feit_id: str) -> bool:
    """Is de vraag nu op haar plaats?"""
    toets = b.kennis.op_zijn_plaats.get(feit_id)
    return toets is None or toets.geldt(b.vast)


def relevante_feiten(b: Beoordeling) -> Feiten:
    """De feiten waarvan het antwoord nog een grond, route, waarschuwing of termijn kan veranderen."""
    kennis, vast, feiten = b.kennis, b.vast, b.open_situaties
    for bit, toets in kennis.altijd:
        if toets.weeg(vast) == JA:
            feiten |= bit
    if not b.situaties:
        feiten |= kennis.atomen.bits((EERSTE,))
        if b.zaak.kent(EERSTE):
            feiten |= kennis.atomen.bits(kennis.veiligheid.dun)
    for grondtoets, tijdvak in zip(kennis.grondtoetsen, b.tijdvakken, strict=True):
        if grondtoets.grond.id in b.bereik:
            feiten |= _open_in_grond(grondtoets, tijdvak, b)
    for routetoets in kennis.routetoetsen:
        if not routetoets.route.gronden or routetoets.grondbits & b.passendbits:
            feiten |= routetoets.open_feiten(vast)
    feiten |= kennis.waarschuwingtoetsen.open_feiten(vast)
    feiten |= kennis.atomen.bits(termijn.vanaf for termijn in open_termijnen(b))
    # een vraag die andere feiten invult, is nodig zolang één daarvan nodig en nog onbekend is
    onbekend, nodig = feiten & ~b.bekend, feiten
    for bit, gevolg in kennis.vult_in:
        if gevolg & onbekend:
            nodig |= bit
    return nodig


def _open_in_grond(toets: Grondtoets, tijdvak: int, b: Beoordeling) -> Feiten:
    """Wat een grond nog kan omslaan: open bestanddelen zolang hij niet 'ja' is, en open uitzonderingen zodra hij past."""
    status = b.statussen[toets.grond.id]
    if status == "nee":
        return 0
    elementen, uitzonderingen = toets.open_feiten(b.vast, tijdvak)
    if status == "onbekend":
        return elementen
    feiten = uitzonderingen if status == "ja" else elementen | uitzonderingen
    return feiten | b.kennis.atomen.bits((WANNEER,)) if len(toets.grond.versies) > 1 else feiten


def open_termijnen(b: Beoordeling) -> Iterator[schema.Termijn]:
    """De termijnen die bij een passende grond horen."""
    for termijn_id, gronden in b.kennis.gronden_van_termijn.items():
        if gronden & b.passendbits and b.kennis.termijntoetsen[termijn_id].geldt(b.vast):
            yield b.kennis.termijnen[termijn_id]


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
        for _, toets in kennis.situatietoetsen.toetsen:
            if toets.weeg(b.vast) == OPEN and toets.geraakt(b.vast):
                yield from sorted(kennis.atomen.namen(toets.open_feiten(b.vast)))
        yield from kennis.veiligheid.dun
    for situatie in b.situaties:
        yield from situatie.vragen
