"""Zacht vragen of iemand in nood is, één keer per gesprek en per soort, en daarna verder waar we waren."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.gesprek.adviestekst import noodblok
from knowledge.gesprek.daad import Daad
from knowledge.gesprek.ertussen import ertussen, nood_zacht, zelfde_vraag
from knowledge.gesprek.stand import NOODVRAAG, Stand
from knowledge.gesprek.vervolg import Beurt, Blokken, verder
from knowledge.recht import ROL
from knowledge.woorden import Keuze, Knop, Tekst, aanspreek, bij_rol

VRAAG = "vraag_"
ANDER = "_ander"
SOORTEN = ("suicide", "gevaar", f"suicide{ANDER}", f"gevaar{ANDER}")
"""`…_ander`: een ouder of helper maakt zich zorgen om degene over wie hij vertelt."""
VOOR_EEN_ANDER = ("ouder", "naaste")
Doe = Callable[[Beurt], tuple[Stand, Blokken]]


def is_navraag(daad: Daad) -> bool:
    return daad.nood is not None and daad.nood.startswith(VRAAG)


def zonder_vraag(daad: Daad) -> Daad:
    """Niet eerst vragen: meteen als nood."""
    return replace(daad, nood="gevaar" if str(daad.nood).startswith(f"{VRAAG}gevaar") else "suicide")


def open_vraag(stand: Stand) -> str | None:
    """De soort waar nu een vraag over openstaat."""
    return next((soort for soort in SOORTEN if _open(soort) in stand.gehad), None)


def vraag_na(b: Beurt, doe: Doe) -> tuple[Stand, Blokken]:
    """Wat iemand vertelde, telt mee; daarna alleen deze ene vraag. Wie het al gevraagd is, vragen we het niet weer."""
    stand, blokken = doe(b) if b.daad.soort != "vertel" or b.daad.feiten else (b.stand, ())
    soort, wie = _om_wie(b, stand)
    if f"{NOODVRAAG}_{soort}" in b.stand.gehad:
        return (stand, blokken) if blokken else zelfde_vraag(b, b.zin(f"noodvraag_weer_{soort}", wie=wie))
    knoppen = (Knop(f"nood:{soort}", b.zin("noodvraag_ja")), Knop("nood_nee", b.zin("noodvraag_nee")))
    extra = (Knop("nood_stil", b.zin("noodvraag_stil")),)
    zonder_vraag = tuple(blok for blok in blokken if not isinstance(blok, Keuze))
    return stand.met(gehad=(*stand.gehad, f"{NOODVRAAG}_{soort}", _open(soort))), (
        *(zonder_vraag or (Tekst(b.zin("noodvraag_eerst"), "steun"),)),
        Keuze(b.zin(f"noodvraag_{soort}", wie=wie), "knoppen", (*knoppen, *extra)),
    )


def antwoord(b: Beurt, soort: str, vertel: Doe) -> tuple[Stand, Blokken] | None:
    """Het antwoord op de openstaande vraag, ook getypt. None: iemand zei iets anders; dan gaat het gesprek verder.

    Wat iemand er in dezelfde zin bij vertelde ('nee, maar hij dreigt ermee'), telt mee.
    """
    b = replace(b, stand=dicht(b.stand))
    if b.daad.soort in ("ja", "nee") and b.daad.feiten:
        b = replace(b, stand=vertel(b)[0])
    stand = b.stand
    if b.daad.soort == "ja" or (b.daad.soort == "nood" and b.daad.naam == soort):
        return stand, (noodblok(b.kennis, soort), *nood_zacht(b))
    if b.daad.soort in ("nee", "nood_nee", "weet_niet", "nood_stil"):
        toon = "nee" if b.daad.soort in ("nee", "nood_nee") else "stil"
        zin = b.zin(f"noodvraag_na_{toon}_{soort}", wie=aanspreek(b.kennis, stand.zaak.waarde(ROL))["je"])
        return ertussen(b, (Tekst(zin, "steun"),))
    return None


def dicht(stand: Stand) -> Stand:
    return stand.met(gehad=tuple(id_ for id_ in stand.gehad if id_ not in map(_open, SOORTEN)))


def laat_antwoord(b: Beurt) -> tuple[Stand, Blokken]:
    """Een oude knop van deze vraag: dan gewoon verder."""
    return verder(b, b.stand)


def _om_wie(b: Beurt, stand: Stand) -> tuple[str, str]:
    """Welke vraag het wordt, en hoe we noemen om wie het gaat. Wie voor zichzelf praat, vragen we het zelf."""
    soort, rol = str(b.daad.nood).removeprefix(VRAAG), stand.zaak.waarde(ROL)
    if soort.endswith(ANDER) and bij_rol(rol, {naam: naam for naam in VOOR_EEN_ANDER}) is None:
        soort = soort.removesuffix(ANDER)
    return soort, aanspreek(b.kennis, rol)["je"]


def _open(soort: str) -> str:
    return f"{NOODVRAAG}_open_{soort}"
