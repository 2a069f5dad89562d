"""Zorg is een toestand: een zeker signaal gaat erin, wat iemand dan zegt gaat erop door, en de persoon gaat eruit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.gesprek.adviestekst import noodblok
from knowledge.gesprek.antwoorden import antwoordblokken
from knowledge.gesprek.ertussen import ertussen
from knowledge.gesprek.openingstijd import chat, nummer, op_volgorde
from knowledge.gesprek.stand import Stand, Zorg
from knowledge.gesprek.taalkaart import EN, NL, gesproken, in_andere_taal
from knowledge.gesprek.vervolg import Beurt, Blokken, verder
from knowledge.recht import JA, ROL
from knowledge.schema import WEET_NIET, Instantie, Protocol, Vervolg
from knowledge.woorden import Keuze, Knop, Lijst, Nood, Punt, Tekst

EINDE_ZIN = re.compile(r"(?<=[.!?])\s")
GEZEGD = "zorg_"
"""Zo staat in `Stand.gehad` dat een zin uit een protocol al gezegd is."""
WISSEN_GEVRAAGD = "zorg_wissen"
VERDER, RUSTIG_GENOEG = "verder", 2
GAAT_VERDER = frozenset({"verder", "veilig", "advies"})
OPNIEUW = frozenset({"start", "engels", "opnieuw"})
TUSSENDOOR = frozenset({"overzicht", "mens", "over", "bronnen", "route", "begrip", "grond", "bron"})
"""Wat iemand zelf opvraagt, krijgt hij; daarna geldt hetzelfde protocol."""
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
    return _blijft(b, nu, vervolg, gehoord, vertel)


def _andere_taal(b: Beurt) -> Antwoord | None:
    """In een taal waarin we geen zinnen hebben: de nummers in die taal, en de kaart."""
    zorg = b.stand.zorg
    soort = b.daad.nood or (_zwaar(b.kennis.zorg[zorg.protocol]) if zorg and zorg.blijft else None)
    if soort is None:
        return None
    p = next(p for p in b.kennis.zorg.values() if soort in p.nood)
    stand, erna = in_andere_taal(b, b.stand.met(zorg=Zorg(p.id))) or (b.stand.met(zorg=Zorg(p.id)), (_keuze(b, p),))
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
    return b.daad.zorg


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
    stand = b.stand.met(zorg=Zorg(p.id, blijft=p.houding == "blijft", taal=_taal(b) or NL))
    for feit, waarde in () if _over_een_onbekende(b) else p.staat_vast.items():
        stand = stand.met(zaak=stand.zaak.met(feit, waarde, "zin"))
    vooraf: Blokken = ()
    if vervolg is not None and vervolg.naar == p.id and vervolg.teksten:
        stand, zin = _kies(b, stand, f"{p.id}_naar_{vervolg.bij[0]}", vervolg.teksten)
        vooraf = (Tekst(zin, "steun", _taal(b)),)
    if p.houding == "gaat_mee":
        if p.feiten == "niet":
            b = replace(b, daad=replace(b.daad, feiten=(), situaties=()))
        stand, zin = _kies(b, stand, p.id, (" ".join(p.tekst), *p.meer))
        stand = stand.met(gehad=tuple(dict.fromkeys((*stand.gehad, *p.zegt_al))))
        for feit in p.niet_vragen:
            stand = stand.met(zaak=stand.zaak.met(feit, WEET_NIET, "zin"))
        return _en_verder(b, stand, p, (*vooraf, Tekst(zin, "steun"), *_bereik(b, p.instanties)), gewoon)
    if p.feiten == "stil":
        stand = _stil(b, stand, vertel)
    if f"{GEZEGD}{p.id}" in stand.gehad:  # voor de tweede keer: niet hetzelfde scherm
        stand, zin = _kies(b, stand, f"{p.id}_terugval", p.terugval)
        return Antwoord(stand, (*vooraf, Tekst(zin, "steun"), *_bereik(b, p.instanties), _keuze(b, p)))
    stand = stand.met(gehad=(*stand.gehad, f"{GEZEGD}{p.id}"))
    return Antwoord(stand, (*vooraf, _eerste(b, p), _keuze(b, p, vraag=True)))


def _over_een_onbekende(b: Beurt) -> bool:
    """Gevaar van een ander, terwijl we niet weten voor wie iemand hier is: dat zegt niets over de schrijver."""
    return str(b.daad.nood).endswith("_ander") and not b.stand.zaak.kent(ROL)


def _blijft(b: Beurt, p: Protocol, vervolg: Vervolg | None, gehoord: tuple[str, ...], vertel: Doe) -> Antwoord:
    """Zolang de persoon niet zelf verder wil, gaat het hierover."""
    zorg = b.stand.zorg
    assert zorg is not None
    soort = b.daad.soort
    if soort in GAAT_VERDER or VERDER in gehoord:
        return _eruit(b, p, None if VERDER in gehoord else vervolg)
    if soort in ("wis", "stop", "wis_zeker"):
        return _wissen(b, p)
    if soort == "nog_eens":
        return Antwoord(b.stand, (*_bereik(b, p.instanties), _keuze(b, p)))
    stand = b.stand
    if vervolg is None and b.daad.feiten:
        stand = _stil(b, stand, vertel)
    rustig = vervolg.rustig if vervolg else bool(b.daad.feiten) or soort in ("dank", "ja", "weet_niet")
    stand = stand.met(zorg=replace(zorg, beurten=zorg.beurten + 1, rustig=zorg.rustig + 1 if rustig else 0))
    if vervolg is not None:
        stand, zin = _kies(b, stand, f"{p.id}_{vervolg.bij[0]}", _in_taal(b, vervolg.teksten, vervolg.teksten_en), p)
        blokken: Blokken = (Tekst(zin, "steun", _taal(b)), *_bereik(b, vervolg.instanties))
    else:
        stand, zin = _kies(b, stand, f"{p.id}_terugval", _in_taal(b, p.terugval, p.terugval_en))
        nummers = _bereik(b, p.instanties) if zorg.beurten % 2 else ()
        blokken = (*_in_een_zin(b), Tekst(zin, "steun", _taal(b)), *nummers)
    stand, aanbod = _aanbod(b, stand)
    return Antwoord(stand, (*blokken, *aanbod, _keuze(b, p, vervolg)))


def _in_een_zin(b: Beurt) -> Blokken:
    """Wat iemand tussendoor vraagt, beantwoorden we in één zin."""
    antwoord = next((blok for blok in antwoordblokken(b) if isinstance(blok, Tekst)), None)
    return (Tekst(EINDE_ZIN.split(antwoord.tekst, 1)[0]),) if antwoord and b.daad.antwoorden else ()


def _tussendoor(b: Beurt, p: Protocol, gewoon: Doe) -> Antwoord:
    """Iets wat iemand opvraagt, zonder de vraag over de zaak die daar anders op volgt."""
    los = replace(b, stand=b.stand.met(fase="advies", vraag=None))
    blokken = tuple(blok for blok in gewoon(los)[1] if not isinstance(blok, Keuze))
    return Antwoord(b.stand, (*blokken, _keuze(b, p)))


def _eruit(b: Beurt, p: Protocol, vervolg: Vervolg | None) -> Antwoord:
    stand, zin = b.stand.met(zorg=None), b.zin("zorg_eruit")
    if vervolg is not None and vervolg.rustig and vervolg.teksten:
        stand, zin = _kies(b, stand, f"{p.id}_{vervolg.bij[0]}", vervolg.teksten)
    stand, erna = verder(replace(b, stand=stand), stand)
    return Antwoord(stand, (Tekst(zin, "steun"), *erna))


def _wissen(b: Beurt, p: Protocol) -> Antwoord:
    """Wie in nood alles weg wil, houdt de nummers op het scherm, en beslist het daarna zelf."""
    if WISSEN_GEVRAAGD in b.stand.gehad:
        blokken: Blokken = (
            _eerste(b, p),
            Tekst(b.zin("gewist")),
            Keuze("", "knoppen", (Knop("opnieuw", b.zin("opnieuw")),)),
        )
        return Antwoord(Stand(fase="gestopt", kennis=b.kennis.hash), blokken, wissen=True)
    stand = b.stand.met(gehad=(*b.stand.gehad, WISSEN_GEVRAAGD))
    keuze = _keuze(b, p)
    knoppen = (*keuze.opties[:2], Knop("wis", b.zin("wis_knop")))
    return Antwoord(
        stand,
        (Tekst(b.zin("zorg_wissen"), "steun"), *_bereik(b, p.instanties), replace(keuze, opties=knoppen)),
    )


def _gaat_mee(b: Beurt, p: Protocol, vervolg: Vervolg, gewoon: Doe) -> Antwoord:
    """Eén antwoord op wat iemand hierover zegt; daarna gaat het gewone gesprek door."""
    if p.feiten == "niet":
        b = replace(b, daad=replace(b.daad, feiten=(), situaties=()))
    stand, zin = _kies(b, b.stand, f"{p.id}_{vervolg.bij[0]}", vervolg.teksten)
    return _en_verder(b, stand, p, (Tekst(zin, "steun"), *_bereik(b, vervolg.instanties)), gewoon)


def _en_verder(b: Beurt, stand: Stand, p: Protocol, antwoord: Blokken, gewoon: Doe) -> Antwoord:
    """Na het antwoord: wat er verteld is telt mee, dan dezelfde vraag. Nog niets gevraagd: geen menu, wel een weg."""
    b = replace(b, stand=stand, daad=replace(b.daad, antwoorden=(), vraagt_onbekends=False, treffers=()))
    if b.daad.feiten:
        stand, erna = gewoon(b)
        return Antwoord(stand, (*antwoord, *(blok for blok in erna if not _steunt(blok))), zeker=p.geen_vermoeden)
    if stand.vraag is None and not stand.zaak.antwoorden:
        return Antwoord(stand, (*antwoord, _keuze(b, p, vraag=True)), zeker=p.geen_vermoeden)
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


# -- woorden ----------------------------------------------------------------------------------------------------------


def _kies(
    b: Beurt, stand: Stand, sleutel: str, teksten: tuple[str, ...], p: Protocol | None = None
) -> tuple[Stand, str]:
    """De eerste zin die nog niet gezegd is. Is alles gezegd, dan wat het langst geleden is."""
    keuzes = [(f"{GEZEGD}{sleutel}_{nr}", tekst) for nr, tekst in enumerate(teksten)]
    if p is not None and all(id_ in stand.gehad for id_, _ in keuzes):
        rest = _in_taal(b, p.terugval, p.terugval_en)
        keuzes += [(f"{GEZEGD}{p.id}_terugval_{nr}", tekst) for nr, tekst in enumerate(rest)]
    volgorde = {id_: plek for plek, id_ in enumerate(stand.gehad)}
    id_, zin = min(keuzes, key=lambda keuze: volgorde.get(keuze[0], -1))
    gehad = (*(al for al in stand.gehad if al != id_), id_)
    return stand.met(gehad=gehad), _invullen(b, zin)


def _invullen(b: Beurt, zin: str) -> str:
    """`{veilig_thuis}` wordt het nummer: nummers staan alleen bij de instantie."""
    if "{" not in zin:
        return zin
    return zin.format_map({i.id: i.telefoon.nummer for i in b.kennis.instanties.values() if i.telefoon})


def _in_taal(b: Beurt, nl: tuple[str, ...], en: tuple[str, ...]) -> tuple[str, ...]:
    return en if en and _taal(b) else nl


def _taal(b: Beurt) -> str | None:
    zorg = b.stand.zorg
    return EN if gesproken(b) == EN or (zorg is not None and zorg.blijft and zorg.taal == EN) else None


def _eerste(b: Beurt, p: Protocol) -> Nood:
    rij = op_volgorde(_voor(b, p.instanties), b.nu)
    telefoon = tuple(n for n in (nummer(b.kennis, i, b.nu) for i in rij) if n)
    links = tuple(link for link in (chat(b.kennis, i, b.nu) for i in rij) if link)
    if _taal(b) and p.tekst_en:
        kaal = tuple(replace(n, kosten=None, uren=None) for n in telefoon)
        zinnen = tuple(_invullen(b, zin) for zin in p.tekst_en)
        return Nood(p.id, p.titel_en or p.titel, zinnen, kaal, links, "en")
    return Nood(p.id, p.titel, tuple(_invullen(b, zin) for zin in p.tekst), telefoon, links)


def _bereik(b: Beurt, instanties: tuple[str, ...]) -> Blokken:
    """Wie er te bereiken is, de eerste die nu open is vooraan."""
    punten = []
    for instantie in op_volgorde(_voor(b, instanties), b.nu):
        telefoon, praat = nummer(b.kennis, instantie, b.nu), chat(b.kennis, instantie, b.nu)
        punten.append(
            Punt(
                instantie.naam,
                id=instantie.id,
                telefoon=(telefoon,) if telefoon else (),
                links=(praat,) if praat else (),
            )
        )
    return (Lijst(b.zin("zorg_bereik"), "hulp", tuple(punten)),) if punten else ()


def _voor(b: Beurt, instanties: tuple[str, ...]) -> list[Instantie]:
    """Wie zeker volwassen is, krijgt geen lijn voor kinderen."""
    volwassen = b.stand.zaak.waarde("leeftijd") == "volwassen" and not b.stand.zaak.waarde("rol")
    rij = [b.kennis.instanties[i] for i in instanties]
    return [i for i in rij if not (volwassen and i.voor == ("onder_18",))]


def _keuze(b: Beurt, p: Protocol, vervolg: Vervolg | None = None, vraag: bool = False) -> Keuze:
    namen = (vervolg.knoppen if vervolg and vervolg.knoppen else None) or p.knoppen
    knoppen = tuple(Knop(f"zorg:{naam}", b.kennis.zorgwoorden[naam].knop) for naam in namen)
    taal = _taal(b)
    tekst = (p.vraag_en if taal and p.vraag_en else p.vraag) if vraag else ""
    return Keuze(
        _invullen(b, tekst), "knoppen", knoppen, (Knop(VERDER, b.zin("zorg_verder")),), taal=taal if tekst else None
    )


def _aanbod(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Na twee rustige berichten zeggen we één keer dat verdergaan kan."""
    aangeboden = f"{GEZEGD}aanbod"
    if stand.zorg is None or stand.zorg.rustig < RUSTIG_GENOEG or aangeboden in stand.gehad:
        return stand, ()
    return stand.met(gehad=(*stand.gehad, aangeboden)), (Tekst(b.zin("zorg_aanbod")),)
