"""Zorg is een toestand: een zeker signaal gaat erin, wat iemand dan zegt gaat erop door, en de persoon gaat eruit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.gesprek.adviestekst import noodblok
from knowledge.gesprek.antwoorden import antwoordblokken
from knowledge.gesprek.ertussen import ertussen
from knowledge.gesprek.stand import Stand, Zorg
from knowledge.gesprek.taalkaart import EN, NL, in_andere_taal
from knowledge.gesprek.vervolg import Beurt, Blokken, verder, vertel_keuze
from knowledge.gesprek.zorgscherm import (
    GEZEGD,
    VERDER,
    aanbod,
    bereik,
    eerste_scherm,
    in_taal,
    keuze,
    kies_zin,
    taal_van,
)
from knowledge.recht import JA, ROL
from knowledge.schema import VERTELT, VRAAGT, WEET_NIET, Protocol, Vervolg
from knowledge.woorden import Keuze, Knop, Tekst

EINDE_ZIN = re.compile(r"(?<=[.!?])\s")
WISSEN_GEVRAAGD = "zorg_wissen"
GAAT_VERDER = frozenset({"verder", "veilig", "advies"})
OPNIEUW = frozenset({"start", "engels", "opnieuw"})
TUSSENDOOR = frozenset({"overzicht", "mens", "over", "bronnen", "route", "begrip", "grond", "bron"})
"""Wat iemand zelf opvraagt, krijgt hij; daarna geldt hetzelfde protocol."""
VOOR_EEN_ANDER = frozenset({"ouder", "naaste", "leraar", "professional", "werkgever"})
Doe = Callable[[Beurt], tuple[Stand, Blokken]]


@dataclass(frozen=True)
class Antwoord:
    """`wissen`: de aanroeper gooit alles weg; de nummers blijven dan op het scherm. `zeker`: wat hier klinkt als nood, is het niet."""

    stand: Stand
    blokken: Blokken
    wissen: bool = False
    zeker: bool = False


def zorgbeurt(b: Beurt, vertel: Doe, gewoon: Doe) -> Antwoord | None:
    """De beurt als zorg voorgaat. None: het gewone gesprek, met in de stand wat daarbij hoort."""
    b = _wie_loopt_gevaar(b)
    if b.daad.taal not in (NL, EN):
        return _andere_taal(b)
    gehoord = _gehoord(b)
    nu = b.kennis.zorg[b.stand.zorg.protocol] if b.stand.zorg else None
    vervolg = _vervolg(b, nu, gehoord) if nu else None
    nieuw = _ingang(b, nu, gehoord)
    if nieuw is None and vervolg is not None and vervolg.naar is not None:
        nieuw = b.kennis.zorg[vervolg.naar]
    if nieuw is not None and not (nu and vervolg and nieuw.houding == "gaat_mee"):
        return _gaat_in(b, nieuw, vertel, gewoon, vervolg)
    if nu is None:
        return None
    if nu.houding == "gaat_mee":
        return _gaat_mee(b, nu, vervolg, gewoon) if vervolg else None
    if b.daad.soort in OPNIEUW:
        return None
    if b.daad.soort in TUSSENDOOR and vervolg is None:
        return _tussendoor(b, nu, gewoon)
    return _blijft(b, nu, vervolg, gehoord, vertel, gewoon)


def _wie_loopt_gevaar(b: Beurt) -> Beurt:
    """'Hij staat voor de deur' noemt alleen een ander, en gaat toch over de schrijver; behalve bij wie er voor een ander is."""
    rol = dict(b.daad.feiten).get(ROL) or b.stand.zaak.waarde(ROL)
    if b.daad.nood != "gevaar_ander" or rol in VOOR_EEN_ANDER:
        return b
    return replace(b, daad=replace(b.daad, nood="gevaar"))


def _andere_taal(b: Beurt) -> Antwoord | None:
    """In een taal waarin we geen zinnen hebben: de nummers in die taal, en de kaart."""
    zorg = b.stand.zorg
    soort = b.daad.nood or (_zwaar(b.kennis.zorg[zorg.protocol]) if zorg and zorg.blijft else None)
    if soort is None:
        return None
    p = next(p for p in b.kennis.zorg.values() if soort in p.nood)
    stand, erna = in_andere_taal(b, b.stand.met(zorg=Zorg(p.id))) or (b.stand.met(zorg=Zorg(p.id)), (keuze(b, p),))
    return Antwoord(stand, (noodblok(b.kennis, soort, b.daad.taal), *erna))


def _zwaar(p: Protocol) -> str:
    return p.nood[0] if p.nood else "gevaar"


# -- horen wat iemand hier zegt ---------------------------------------------------------------------------------------


def _gehoord(b: Beurt) -> tuple[str, ...]:
    """Wat er in nood gezegd is: getypt, met een knop, of als ja of nee op de vraag van het eerste scherm."""
    if b.daad.soort == "zorg":
        return (b.daad.naam or "",)
    zorg = b.stand.zorg
    if zorg is not None and zorg.beurten == 0 and not b.daad.zorg and b.daad.soort in ("ja", "nee"):
        p = b.kennis.zorg[zorg.protocol]
        return tuple(naam for naam in (p.ja if b.daad.soort == "ja" else p.nee,) if naam)
    if zorg is None or not zorg.blijft or b.daad.zorg or b.daad.nood:
        return b.daad.zorg
    return tuple(naam for naam, zo in ((VRAAGT, b.daad.antwoorden), (VERTELT, b.daad.feiten)) if zo)


def _ingang(b: Beurt, nu: Protocol | None, gehoord: tuple[str, ...]) -> Protocol | None:
    """Het dringendste protocol dat dit signaal zeker binnengaat; wat het protocol van nu al omvat, telt niet."""
    signaal = b.daad.naam if b.daad.soort == "nood" else b.daad.nood
    vast = b.kennis.atomen.vast(b.kennis.vul_aan(b.stand.zaak))
    rollen = {b.stand.zaak.waarde(ROL), *(waarde for feit, waarde in b.daad.feiten if feit == ROL)}
    past = [
        p
        for p in b.kennis.zorg.values()
        if rollen.isdisjoint(p.niet_bij_rol)
        and (signaal in p.nood or not set(gehoord).isdisjoint((*p.ingang, *_zwak(b, p, vast))))
        and not (nu and (p.id in nu.omvat or (p.id == nu.id and nu.houding == "blijft")))
    ]
    if nu is not None and nu.houding == "blijft":
        past = [p for p in past if p.houding == "blijft"]
    return min(past, key=lambda p: p.rang, default=None)


def _zwak(b: Beurt, p: Protocol, vast: int) -> tuple[str, ...]:
    """'zal ik maar betalen?' gaat over afpersing als we weten dat iemand dreigt."""
    toets = b.kennis.zorgtoetsen.get(p.id)
    return p.zwak if toets is not None and toets.weeg(vast) == JA else ()


def _vervolg(b: Beurt, nu: Protocol, gehoord: tuple[str, ...]) -> Vervolg | None:
    rijen = (*nu.vervolg, *(v for deel in nu.ook for v in b.kennis.zorg[deel].vervolg))
    return next((v for v in rijen if not set(gehoord).isdisjoint(v.bij)), None)


# -- erin, erdoor, eruit ----------------------------------------------------------------------------------------------


def _gaat_in(b: Beurt, p: Protocol, vertel: Doe, gewoon: Doe, vervolg: Vervolg | None) -> Antwoord:
    stand = b.stand.met(zorg=Zorg(p.id, blijft=p.houding == "blijft", taal=taal_van(b) or NL))
    for feit, waarde in () if _over_een_onbekende(b) else p.staat_vast.items():
        stand = stand.met(zaak=stand.zaak.met(feit, waarde, "zin"))
    vooraf: Blokken = ()
    if vervolg is not None and vervolg.naar == p.id and vervolg.teksten:
        stand, zin = kies_zin(b, stand, f"{p.id}_naar_{vervolg.bij[0]}", vervolg.teksten)
        vooraf = (Tekst(zin, "steun", taal_van(b)),)
    if p.houding == "gaat_mee":
        if p.feiten == "niet":
            b = replace(b, daad=replace(b.daad, feiten=(), situaties=()))
        stand, zin = kies_zin(b, stand, p.id, (" ".join(p.tekst), *p.meer))
        stand = stand.met(gehad=tuple(dict.fromkeys((*stand.gehad, *p.zegt_al))))
        for feit in p.niet_vragen:
            stand = stand.met(zaak=stand.zaak.met(feit, WEET_NIET, "zin"))
        return _en_verder(b, stand, p, (*vooraf, Tekst(zin, "steun"), *bereik(b, p.instanties)), gewoon)
    if p.feiten == "stil":
        stand = _stil(b, stand, vertel)
    if f"{GEZEGD}{p.id}" in stand.gehad:  # voor de tweede keer: niet hetzelfde scherm
        stand, zin = kies_zin(b, stand, f"{p.id}_terugval", p.terugval)
        return Antwoord(stand, (*vooraf, Tekst(zin, "steun"), *bereik(b, p.instanties), keuze(b, p)))
    stand = stand.met(gehad=(*stand.gehad, f"{GEZEGD}{p.id}"))
    return Antwoord(stand, (*vooraf, eerste_scherm(b, p), keuze(b, p, vraag=True)))


def _over_een_onbekende(b: Beurt) -> bool:
    """Gevaar van een ander, terwijl we niet weten voor wie iemand hier is: dat zegt niets over de schrijver."""
    return str(b.daad.nood).endswith("_ander") and not b.stand.zaak.kent(ROL)


def _blijft(
    b: Beurt, p: Protocol, vervolg: Vervolg | None, gehoord: tuple[str, ...], vertel: Doe, gewoon: Doe
) -> Antwoord:
    """Zolang de persoon niet zelf verder wil, gaat het hierover."""
    zorg = b.stand.zorg
    assert zorg is not None
    soort = b.daad.soort
    if soort in GAAT_VERDER or VERDER in gehoord:
        return _eruit(b, p, None if VERDER in gehoord else vervolg, gewoon)
    if vervolg is not None and vervolg.eruit and b.daad.nood is None:
        return _eruit(b, p, vervolg, gewoon)
    if soort in ("wis", "stop", "wis_zeker"):
        return _wissen(b, p)
    if soort == "nog_eens":
        return Antwoord(b.stand, (*bereik(b, p.instanties), keuze(b, p)))
    stand = b.stand
    if b.daad.feiten and (vervolg is None or VERTELT in gehoord):
        stand = _stil(b, stand, vertel)
    rustig = vervolg.rustig if vervolg else soort in ("dank", "ja", "weet_niet")
    stand = stand.met(zorg=replace(zorg, beurten=zorg.beurten + 1, rustig=zorg.rustig + 1 if rustig else 0))
    if vervolg is not None:
        stand, zin = kies_zin(b, stand, f"{p.id}_{vervolg.bij[0]}", in_taal(b, vervolg.teksten, vervolg.teksten_en), p)
        blokken: Blokken = (*_in_een_zin(b), Tekst(zin, "steun", taal_van(b)), *bereik(b, vervolg.instanties))
    else:
        stand, zin = kies_zin(b, stand, f"{p.id}_terugval", in_taal(b, p.terugval, p.terugval_en))
        nummers = bereik(b, p.instanties) if zorg.beurten % 2 else ()
        blokken = (Tekst(zin, "steun", taal_van(b)), *nummers)
    stand, aangeboden = aanbod(b, stand)
    return Antwoord(stand, (*blokken, *aangeboden, keuze(b, p, vervolg)))


def _in_een_zin(b: Beurt) -> Blokken:
    """Wat iemand tussendoor vraagt, beantwoorden we in één zin."""
    antwoord = next((blok for blok in antwoordblokken(b) if isinstance(blok, Tekst)), None)
    return (Tekst(EINDE_ZIN.split(antwoord.tekst, 1)[0]),) if antwoord and b.daad.antwoorden else ()


def _tussendoor(b: Beurt, p: Protocol, gewoon: Doe) -> Antwoord:
    """Iets wat iemand opvraagt, zonder de vraag over de zaak die daar anders op volgt."""
    los = replace(b, stand=b.stand.met(fase="advies", vraag=None))
    blokken = tuple(blok for blok in gewoon(los)[1] if not isinstance(blok, Keuze))
    return Antwoord(b.stand, (*blokken, keuze(b, p)))


def _eruit(b: Beurt, p: Protocol, vervolg: Vervolg | None, gewoon: Doe) -> Antwoord:
    """Wat iemand er in hetzelfde bericht bij vertelt of vraagt, telt meteen mee."""
    stand, zin = b.stand.met(zorg=None), b.zin("zorg_eruit")
    if vervolg is not None and (vervolg.rustig or vervolg.eruit) and vervolg.teksten:
        stand, zin = kies_zin(b, stand, f"{p.id}_{vervolg.bij[0]}", vervolg.teksten)
    if b.daad.feiten or b.daad.vraagt:
        stand, erna = gewoon(replace(b, stand=stand))
    elif stand.vraag is None and all(a.feit in p.staat_vast for a in stand.zaak.antwoorden):
        stand, erna = stand.met(fase="vragen"), (vertel_keuze(b),)
    else:
        stand, erna = verder(replace(b, stand=stand), stand)
    return Antwoord(stand, (Tekst(zin, "steun"), *(blok for blok in erna if not _steunt(blok))))


def _wissen(b: Beurt, p: Protocol) -> Antwoord:
    """Wie in nood alles weg wil, houdt de nummers op het scherm, en beslist het daarna zelf."""
    if WISSEN_GEVRAAGD in b.stand.gehad:
        blokken: Blokken = (
            eerste_scherm(b, p),
            Tekst(b.zin("gewist")),
            Keuze("", "knoppen", (Knop("opnieuw", b.zin("opnieuw")),)),
        )
        return Antwoord(Stand(fase="gestopt", kennis=b.kennis.hash), blokken, wissen=True)
    stand = b.stand.met(gehad=(*b.stand.gehad, WISSEN_GEVRAAGD))
    opnieuw = keuze(b, p)
    knoppen = (*opnieuw.opties[:2], Knop("wis", b.zin("wis_knop")))
    return Antwoord(
        stand,
        (Tekst(b.zin("zorg_wissen"), "steun"), *bereik(b, p.instanties), replace(opnieuw, opties=knoppen)),
    )


def _gaat_mee(b: Beurt, p: Protocol, vervolg: Vervolg, gewoon: Doe) -> Antwoord:
    """Eén antwoord op wat iemand hierover zegt; daarna gaat het gewone gesprek door."""
    if p.feiten == "niet":
        b = replace(b, daad=replace(b.daad, feiten=(), situaties=()))
    stand, zin = kies_zin(b, b.stand, f"{p.id}_{vervolg.bij[0]}", vervolg.teksten)
    return _en_verder(b, stand, p, (Tekst(zin, "steun"), *bereik(b, vervolg.instanties)), gewoon)


def _en_verder(b: Beurt, stand: Stand, p: Protocol, antwoord: Blokken, gewoon: Doe) -> Antwoord:
    """Na het antwoord: wat er verteld is telt mee, dan dezelfde vraag. Nog niets gevraagd: geen menu, wel een weg."""
    b = replace(b, stand=stand, daad=replace(b.daad, antwoorden=(), vraagt_onbekends=False, treffers=()))
    if b.daad.feiten:
        stand, erna = gewoon(b)
        return Antwoord(stand, (*antwoord, *(blok for blok in erna if not _steunt(blok))), zeker=p.geen_vermoeden)
    if stand.vraag is None and not stand.zaak.antwoorden:
        return Antwoord(stand, (*antwoord, keuze(b, p, vraag=True)), zeker=p.geen_vermoeden)
    stand, blokken = ertussen(b, antwoord)
    return Antwoord(stand, blokken, zeker=p.geen_vermoeden)


def _stil(b: Beurt, stand: Stand, vertel: Doe) -> Stand:
    """Wat verteld is, onthouden we zonder het terug te zeggen."""
    if not b.daad.feiten:
        return stand
    na = vertel(replace(b, stand=stand))[0]
    return stand.met(zaak=na.zaak)


def _steunt(blok: object) -> bool:
    return isinstance(blok, Tekst) and blok.toon == "steun"
