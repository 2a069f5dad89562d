"""Wat iemand het laatst duidelijk zegt, geldt: wat daar niet bij kan, vervalt, en dat zeggen we."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken, vraagblok
from knowledge.recht import LEEFTIJD, ROL, Antwoord, Zaak
from knowledge.woorden import Tekst, gehoord, opsomming

VOLWASSEN = "volwassen"
HEEL_JONG = ("onder_12",)
JONG = ("van_12_tot_16", "van_16_tot_18", "onder_18")
GEVRAAGD = "leeftijd_nagevraagd"
"""Zo staat in `Stand.gehad` dat we na 'ik ben 29' al vroegen hoe oud iemand op het beeld was."""


def laat_vallen(b: Beurt, zaak: Zaak, nieuw: Sequence[str]) -> tuple[Zaak, Blokken]:
    """'Het is nep': dan vervalt dat er stiekem gefilmd is. Wat in hetzelfde bericht verteld wordt, blijft."""
    weg: list[Antwoord] = []
    for feit in nieuw:
        for keuze in zaak.bij_feit[feit].keuzes if feit in zaak.bij_feit else ():
            optie = b.kennis.optie(feit, keuze)
            for ander, waarden in optie.laat_vallen.items() if optie is not None else ():
                oud = zaak.bij_feit.get(ander)
                if oud is not None and ander not in nieuw and set(oud.keuzes) & set(_op_rij(waarden)):
                    zaak, weg = zaak.zonder(ander), [*weg, oud]
    if not weg:
        return zaak, ()
    delen = [stuk for oud in weg for stuk in gehoord(b.kennis, oud, zaak.waarde(ROL))]
    return zaak, (Tekst(b.zin("weggehaald", lijst=opsomming(delen))),)


def _op_rij(waarden: str | list[str]) -> list[str]:
    return [waarden] if isinstance(waarden, str) else waarden


def leeftijd_wringt(b: Beurt) -> bool:
    """Eerst een leeftijd onder de 18, nu 'ik ben 29': dat kan over toen en over nu gaan. Dan vragen we het, één keer."""
    gezegd, oud = dict(b.daad.feiten).get(LEEFTIJD), b.stand.zaak.waarde(LEEFTIJD)
    if LEEFTIJD not in b.kennis.feiten or b.stand.vraag == LEEFTIJD or GEVRAAGD in b.stand.gehad or oud not in JONG:
        return False
    return gezegd is not None and b.kennis.lees_antwoord(LEEFTIJD, gezegd, b.vandaag) == VOLWASSEN


def vraag_de_leeftijd(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Tot het antwoord gelden de regels voor minderjarigen."""
    stand = stand.met(vraag=LEEFTIJD, fase="vragen", gehad=(*stand.gehad, GEVRAAGD))
    return stand, (Tekst(b.zin("leeftijd_nagaan")), vraagblok(b, b.kennis.feiten[LEEFTIJD], stand))
