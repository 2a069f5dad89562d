"""Wat er nu hoort te komen: bevestigen, nagaan, vragen of adviseren."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from knowledge.gesprek.adviestekst import DADERKANT, adviesblokken, waarschuwingblok
from knowledge.gesprek.daad import Daad
from knowledge.gesprek.pad import afgevinkt
from knowledge.gesprek.stand import TEGENSPRAAK, Stand
from knowledge.recht import (
    JA,
    ROL,
    Beoordeling,
    Kennis,
    Zaak,
    adviseer,
    beoordeel,
    in_week,
    lees_tijdvak,
    op_dag,
    open_vragen,
)
from knowledge.schema import WEET_NIET, Feit
from knowledge.woorden import Blok, Keuze, Knop, Tekst, gehoord, opsomming, vraag_in_zaak

Blokken = tuple[Blok, ...]
TE_ZEGGEN = 3
"""Tot zoveel open vragen klopt 'nog ongeveer' in 19 van de 20 gesprekken; daarboven zeggen we niets."""
LAAT_LIGGEN = 2
"""Zo vaak vragen we iets hoogstens als iemand er iets anders op zegt; daarna geldt het als 'weet ik niet'."""
EERST_GEBEURD = ("wanneer", "ontdekt")
VOLGORDE = "tegen_volgorde"
"""Zo staat in `Stand.gehad` dat iemand die twee dagen zo wil laten staan."""
TERUG = "terug_"
"""Zo staat in `Stand.gehad` dat een vraag na een antwoord al eens terugkwam."""
VRIJ = ("vertel", "zoek", "wat_nu", "scheldwoord")
"""Daden van iemand die typt wat hij kwijt wil, en niet per se antwoordt."""
LET_OP = "let_op_"
"""Zo staat in `Stand.gehad` dat een waarschuwing al gezegd is."""


@dataclass(frozen=True)
class Beurt:
    kennis: Kennis
    stand: Stand
    daad: Daad
    vandaag: date
    nu: datetime | None = None
    """Hoe laat het is waar de persoon is; zonder klok zeggen we niet wie er nu open is."""

    def zin(self, sleutel: str, **waarden: str) -> str:
        return self.kennis.zin(sleutel, **waarden)

    def wissel(self, sleutel: str, teller: int) -> str:
        """Een zin die per keer wisselt: `sleutel`, `sleutel_2`, … zodat niemand drie keer hetzelfde leest."""
        keuzes = [s for s in (sleutel, *(f"{sleutel}_{n}" for n in range(2, 6))) if s in self.kennis.zinnen]
        return self.kennis.zinnen[keuzes[teller % len(keuzes)]]


def verder(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Wat er nu hoort te komen bij deze stand."""
    stand = _leg_opzij(b, stand)
    if stand.vraag is not None and stand.vraag in b.kennis.feiten:
        return stand, (vraagblok(b, b.kennis.feiten[stand.vraag]),)
    if stand.fase == "welkom" and not stand.zaak.antwoorden:
        return stand.met(fase="vragen"), (vertel_keuze(b),)
    stand, tegenspraak = _tegenspraak(b, stand)
    if tegenspraak is not None:
        return stand, (tegenspraak,)
    oordeel = beoordeel(b.kennis, stand.zaak, b.vandaag)
    stand, eerst = _meteen(b, stand, oordeel)
    feit, nog = kies_vraag(b, stand, oordeel)
    if feit is not None:
        return stand.met(vraag=feit.id, fase="vragen"), (*eerst, vraagblok(b, feit, stand, nog))
    klaar = stand.met(vraag=None, fase="advies")
    advies = adviseer(b.kennis, stand.zaak, b.vandaag, oordeel)
    return klaar, (*eerst, *adviesblokken(b.kennis, advies, b.nu, afgevinkt(stand)))


def _leg_opzij(b: Beurt, stand: Stand) -> Stand:
    """Wie iets anders zegt dan een antwoord, krijgt niet meteen dezelfde vraag terug; wie zelf iets vraagt, één keer wel."""
    stond = b.stand.vraag
    if stond is None or stand.zaak.kent(stond) or b.daad.soort not in VRIJ or stond in dict(b.daad.feiten):
        return stand
    if b.daad.reden is not None or b.daad.dag is not None:
        return stand  # leeg, te lang of onleesbaar: er is niets gezegd; en een losse dag is geen ander onderwerp
    if b.daad.vraagt and f"{TERUG}{stond}" not in stand.gehad:
        return stand.met(gehad=(*stand.gehad, f"{TERUG}{stond}"))
    return stand.met(vraag=None, uitgesteld=(*stand.uitgesteld, stond))


def kies_vraag(b: Beurt, stand: Stand, oordeel: Beoordeling) -> tuple[Feit | None, int]:
    """De eerste vraag die nog iets verandert, en hoeveel er nu open zijn.

    Wat iemand liet liggen komt als laatste, en daarna niet weer.
    """
    keer = Counter(stand.uitgesteld)
    open_ = [feit for feit in open_vragen(b.kennis, oordeel) if keer[feit.id] < LAAT_LIGGEN]
    vers = (feit for feit in open_ if not keer[feit.id])
    return next(vers, next(iter(open_), None)), len(open_)


def _meteen(b: Beurt, stand: Stand, oordeel: Beoordeling) -> tuple[Stand, Blokken]:
    """Wat niet op het advies wacht (gevaar, een beeld van een kind, betaal niet), elk één keer."""
    let_op = tuple(w for w in b.kennis.waarschuwingtoetsen.meteen(oordeel.vast) if f"{LET_OP}{w.id}" not in stand.gehad)
    nieuw = tuple(s for s in oordeel.situaties if s.meteen and s.id not in stand.gehad)
    stand = stand.met(gehad=(*stand.gehad, *(f"{LET_OP}{w.id}" for w in let_op), *(s.id for s in nieuw)))
    erna: Blokken = (waarschuwingblok(b.kennis, let_op),) if let_op else ()
    return stand, (*(Tekst(zin) for s in nieuw for zin in s.meteen), *erna)


def _tegenspraak(b: Beurt, stand: Stand) -> tuple[Stand, Keuze | None]:
    """Wat niet samen kan, vragen we één keer na; wie er iets anders op zegt, krijgt daarna de volgende vraag."""
    standen = b.kennis.atomen.vast(stand.zaak)
    for tegenspraak, toets in b.kennis.tegenspraaktoetsen:
        if toets.weeg(standen) == JA and f"tegen_{tegenspraak.id}" not in stand.gehad:
            knoppen = wijzigknoppen(Beurt(b.kennis, stand, b.daad, b.vandaag), tegenspraak.feiten)
            gevraagd = stand.met(gehad=(*stand.gehad, f"tegen_{tegenspraak.id}", f"{TEGENSPRAAK}{tegenspraak.id}"))
            return gevraagd, Keuze(tegenspraak.vraag, "knoppen", knoppen, (Knop("houd_zo", b.zin("klopt")),))
    if volgorde_wringt(stand.zaak) and VOLGORDE not in stand.gehad:
        knoppen = wijzigknoppen(replace(b, stand=stand), EERST_GEBEURD)
        gevraagd = stand.met(gehad=(*stand.gehad, VOLGORDE))
        return gevraagd, Keuze(b.zin("eerder_ontdekt"), "knoppen", knoppen, (Knop("houd_zo", b.zin("klopt")),))
    return stand, None


def volgorde_wringt(zaak: Zaak) -> bool:
    """Ontdekte iemand het vóór het gebeurde? Alleen als dat hoe dan ook zo is, hoe vaag de dagen ook zijn."""
    gebeurd, ontdekt = (zaak.waarde(feit) for feit in EERST_GEBEURD)
    if not isinstance(gebeurd, str) or not isinstance(ontdekt, str):
        return False
    return lees_tijdvak(ontdekt).laatst < lees_tijdvak(gebeurd).vroegst


def vraagblok(b: Beurt, feit: Feit, stand: Stand | None = None, nog: int = 0) -> Keuze:
    zaak = (stand or b.stand).zaak
    tekst = vraag_in_zaak(b.kennis, feit, zaak)
    if feit.vooraf and zaak.waarde(ROL) not in DADERKANT:
        tekst = f"{feit.vooraf} {tekst}"
    if feit.soort == "datum":
        tekst = f"{tekst} {b.zin('datum_uitleg')}"
    extra = [Knop("weet_niet", b.zin("weet_niet")), Knop("waarom", b.zin("waarom_vraag"))]
    if zaak.antwoorden:
        extra.append(Knop("terug", b.zin("terug")))
    over = b.zin("nog_ongeveer", aantal=str(nog)) if 1 < nog <= TE_ZEGGEN else None
    if nog == 1 and stand is not None and _echt_de_laatste(b, stand, feit):
        over = b.zin("nog_een_vraag")
    return Keuze(tekst, feit.soort, _opties(b, feit, zaak), tuple(extra), feit.id, nog=over)


def _echt_de_laatste(b: Beurt, stand: Stand, feit: Feit) -> bool:
    """Komt er na geen enkel antwoord op deze vraag nog een vraag?"""
    antwoorden = [optie.id for optie in feit.opties] or [op_dag(b.vandaag).waarde]
    for ruw in (*antwoorden, WEET_NIET):
        zaak = stand.zaak.met(feit.id, b.kennis.lees_antwoord(feit.id, ruw, b.vandaag))
        if kies_vraag(b, stand, beoordeel(b.kennis, zaak, b.vandaag))[0] is not None:
            return False
    return True


def _opties(b: Beurt, feit: Feit, zaak: Zaak) -> tuple[Knop, ...]:
    """De antwoorden als knoppen. Bij een dag de drie dagen die mensen het vaakst bedoelen; een andere dag kan altijd."""
    if feit.soort == "datum":
        dagen = {
            "vandaag": op_dag(b.vandaag),
            "gisteren": op_dag(b.vandaag - timedelta(days=1)),
            "deze_week": in_week(b.vandaag),
        }
        return tuple(Knop(f"antwoord:{feit.id}:{vak.waarde}", b.zin(f"dag_{naam}")) for naam, vak in dagen.items())
    vast = b.kennis.atomen.vast(b.kennis.vul_aan(zaak))
    toetsen = {optie.id: b.kennis.vooraan.get((feit.id, optie.id)) for optie in feit.opties}
    vooraan = {id_ for id_, toets in toetsen.items() if toets is not None and toets.weeg(vast) == JA}
    return tuple(
        Knop(f"antwoord:{feit.id}:{optie.id}", optie.label, optie.uitleg, True if optie.id in vooraan else None)
        for optie in feit.opties
    )


def vertel_keuze(b: Beurt) -> Keuze:
    return Keuze(
        b.zin("vertel"),
        "knoppen",
        tuple(Knop(f"situatie:{s.id}", s.knop) for s in b.kennis.situaties.values() if s.knop),
    )


def wijzigknoppen(b: Beurt, feiten: tuple[str, ...]) -> tuple[Knop, ...]:
    bij_feit, rol = b.stand.zaak.bij_feit, b.stand.zaak.waarde(ROL)
    return tuple(
        Knop(f"wijzig:{feit}", opsomming(gehoord(b.kennis, bij_feit[feit], rol)).replace("**", ""))
        for feit in feiten
        if feit in bij_feit
    )
