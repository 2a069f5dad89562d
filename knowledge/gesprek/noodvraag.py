"""Een vermoeden van nood: één regel bij het gewone antwoord, of een zachte vraag; hoogstens één keer per gesprek."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.gesprek.daad import Daad
from knowledge.gesprek.ertussen import ertussen, zelfde_vraag
from knowledge.gesprek.stand import NOODVRAAG, Stand
from knowledge.gesprek.taalkaart import EN, gesproken
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


def open_vraag(stand: Stand) -> str | None:
    """De soort waar nu een vraag over openstaat."""
    return next((soort for soort in SOORTEN if _open(soort) in stand.gehad), None)


def vraag_na(b: Beurt, doe: Doe) -> tuple[Stand, Blokken]:
    """Een vermoeden is nog geen nood: één regel bij het gewone antwoord. Alleen wie niets anders zei, vragen we het.

    Elk hoogstens één keer per gesprek.
    """
    anders = b.daad.soort != "vertel" or _vertelt_iets_nieuws(b) or bool(b.daad.treffers or b.daad.antwoorden)
    if anders:
        return met_vermoeden(b, *doe(b))
    soort, wie = _om_wie(b, b.stand)
    if f"{NOODVRAAG}_{soort}" in b.stand.gehad:
        return zelfde_vraag(b, b.zin(f"noodvraag_weer_{soort}", wie=wie))
    stand = b.stand.met(gehad=(*b.stand.gehad, f"{NOODVRAAG}_{soort}"))
    knoppen = (Knop(f"nood:{soort}", b.zin("noodvraag_ja")), Knop("nood_nee", b.zin("noodvraag_nee")))
    extra = (Knop("nood_stil", b.zin("noodvraag_stil")),)
    return stand.met(gehad=(*stand.gehad, _open(soort))), (
        Tekst(_zin(b, "noodvraag_eerst"), "steun"),
        Keuze(_zin(b, f"noodvraag_{soort}", wie), "knoppen", (*knoppen, *extra)),
    )


def _zin(b: Beurt, sleutel: str, wie: str = "") -> str:
    """De zin, in het Engels als die er is voor wie Engels schrijft."""
    engels = f"engels_{sleutel}"
    if gesproken(b) == EN and engels in b.kennis.zinnen:
        return b.zin(engels)
    return b.zin(sleutel, wie=wie)


def met_vermoeden(b: Beurt, stand: Stand, blokken: Blokken) -> tuple[Stand, Blokken]:
    """Het gewone antwoord met één regel erbij, als die nog niet gezegd is."""
    soort, wie = _om_wie(b, stand)
    if not is_navraag(b.daad) or f"{NOODVRAAG}_{soort}" in stand.gehad:
        return stand, blokken
    regel = _zin(b, f"vermoeden_{soort}", wie)
    return stand.met(gehad=(*stand.gehad, f"{NOODVRAAG}_{soort}")), _met_regel(blokken, regel)


def _vertelt_iets_nieuws(b: Beurt) -> bool:
    """Om wie het gaat, of wat we al wisten, is niets nieuws: 'mijn dochter kan niet meer' gaat alleen over haar nood."""
    return any(feit != ROL and b.stand.zaak.waarde(feit) != waarde for feit, waarde in b.daad.feiten)


def _met_regel(blokken: Blokken, zin: str) -> Blokken:
    """De regel staat vóór de vraag: wat als laatste staat, wordt beantwoord."""
    plek = len(blokken) - 1 if blokken and isinstance(blokken[-1], Keuze) else len(blokken)
    return (*blokken[:plek], Tekst(zin), *blokken[plek:])


def met_ja(b: Beurt) -> Beurt:
    """'Ja' op de openstaande vraag, ook in andere woorden ('hij staat er nog'), is een zeker signaal; 'dat was toen' is nee."""
    soort = open_vraag(b.stand)
    if soort is None:
        return b
    zegt = _ja_of_nee(b, soort)
    if zegt == "nee" and b.daad.soort == "vertel" and b.daad.nood is None:
        return replace(b, daad=replace(b.daad, soort="nee"))
    if b.daad.soort != "ja" and zegt != "ja":
        return b
    return replace(b, stand=dicht(b.stand), daad=replace(b.daad, soort="nood", naam=soort, nood=None))


def _ja_of_nee(b: Beurt, soort: str) -> str | None:
    """Wat het protocol van deze nood zegt over wat iemand zegt: dan is er nood, of dan is het juist voorbij."""
    p = next(p for p in b.kennis.zorg.values() if soort in p.nood)
    gezegd = set(b.daad.zorg)
    if not gezegd.isdisjoint(p.zegt_ja):
        return "ja"
    rijen = (*p.vervolg, *(v for deel in p.ook for v in b.kennis.zorg[deel].vervolg))
    past = next((v for v in rijen if not gezegd.isdisjoint(v.bij)), None)
    return "nee" if past is not None and past.eruit else None


def antwoord(b: Beurt, soort: str, vertel: Doe) -> tuple[Stand, Blokken] | None:
    """'Nee' of 'wil ik niet zeggen' op de openstaande vraag. None: iemand zei iets anders; dan gaat het gesprek verder.

    Wat iemand er in dezelfde zin bij vertelde ('nee, maar hij dreigt ermee'), telt mee.
    """
    b = replace(b, stand=dicht(b.stand))
    if b.daad.soort == "nee" and b.daad.feiten:
        b = replace(b, stand=vertel(b)[0])
    if b.daad.soort in ("nee", "nood_nee", "weet_niet", "nood_stil"):
        toon = "nee" if b.daad.soort in ("nee", "nood_nee") else "stil"
        zin = b.zin(f"noodvraag_na_{toon}_{soort}", wie=aanspreek(b.kennis, b.stand.zaak.waarde(ROL))["je"])
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
