"""Eén beurt van het gesprek: een stand en een daad worden een nieuwe stand en een bericht. Elk kanaal gebruikt deze."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from knowledge.errors import AntwoordFout
from knowledge.gesprek.adviesbeurt import stap_gedaan, toon_advies, toon_alles
from knowledge.gesprek.antwoorden import antwoordblokken, geef, met_nieuws
from knowledge.gesprek.correctie import verbeter
from knowledge.gesprek.daad import Daad, Soort
from knowledge.gesprek.eerste_stap import met_vroege_stap
from knowledge.gesprek.erkenning import erken
from knowledge.gesprek.ertussen import (
    aangeboden,
    bronnen,
    gewist,
    mens,
    na_antwoord,
    nood,
    overzicht,
    past_niet,
    toon_brief,
    toon_brieven,
    toon_naslag,
    toon_platform,
    waarom,
    waarom_dit,
    zeg,
    zelfde_vraag,
)
from knowledge.gesprek.noodvraag import (
    antwoord,
    dicht,
    is_navraag,
    laat_antwoord,
    met_ja,
    met_vermoeden,
    open_vraag,
    vraag_na,
)
from knowledge.gesprek.onbegrepen import onbegrepen, raad, wat_nu, zoek
from knowledge.gesprek.stand import Stand, passend_maken
from knowledge.gesprek.taalkaart import begin_in_andere_taal, kies
from knowledge.gesprek.tegenspraak import met_antwoord_op_tegenspraak
from knowledge.gesprek.vertellen import datum_echo, met_vermoede_rol, vertel
from knowledge.gesprek.vervolg import VOLGORDE, Beurt, Blokken, verder, vertel_keuze, volgorde_wringt, vraagblok
from knowledge.gesprek.wissen import met_antwoord_op_wissen, wis_zeker
from knowledge.gesprek.zorg import zorgbeurt
from knowledge.recht import JA, Herkomst, Kennis, herspeel
from knowledge.schema import WEET_NIET
from knowledge.woorden import Bericht, Keuze, Knop, Tekst

PRIVE = "prive_gegevens"
"""De zin voor wie een nummer, een link of een wachtwoord typt; hoogstens één keer in een gesprek."""


@dataclass(frozen=True)
class Uitkomst:
    """`wissen`: de aanroeper gooit alles weg wat van dit gesprek bewaard is."""

    stand: Stand
    bericht: Bericht
    wissen: bool = False


def beurt(kennis: Kennis, stand: Stand, daad: Daad, vandaag: date, nu: datetime | None = None) -> Uitkomst:
    """Eén beurt. Werpt nooit op invoer: wat niet past, krijgt een vriendelijke zin en dezelfde vraag.

    `nu`: hoe laat het is in Nederland; zonder klok zeggen we niet wie er nu open is.
    """
    if stand.kennis != kennis.hash:
        stand = passend_maken(kennis, stand)
    b = met_ja(Beurt(kennis, stand.met(beurten=stand.beurten + 1), daad, vandaag, nu))
    b = met_nieuws(met_antwoord_op_tegenspraak(met_vermoede_rol(met_antwoord_op_wissen(b))))
    zorg = zorgbeurt(b, vertel, _gewoon)
    if zorg is not None:
        stand, blokken = zorg.stand, zorg.blokken
        if stand.zorg is not None and not stand.zorg.blijft and not zorg.zeker:
            stand, blokken = met_vermoeden(b, stand, blokken)
        return Uitkomst(stand, Bericht(blokken), zorg.wissen)
    if b.daad.soort in ("wis", "stop"):
        return Uitkomst(Stand(fase="gestopt", kennis=kennis.hash), Bericht(gewist(b)), wissen=True)
    if (gevraagd := open_vraag(b.stand)) is not None:
        beantwoord = antwoord(b, gevraagd, vertel)
        if beantwoord is not None:
            return Uitkomst(beantwoord[0], Bericht(beantwoord[1]))
        b = replace(b, stand=dicht(b.stand))
    nieuw, blokken = vraag_na(b, _gewoon) if is_navraag(b.daad) else _gewoon(b)
    return Uitkomst(nieuw, Bericht(blokken))


def _gewoon(b: Beurt) -> tuple[Stand, Blokken]:
    """Het gewone gesprek: wat er gevraagd is eerst, dan wat er verteld is."""
    verbeterd = verbeter(b) if b.daad.nood is None else None
    nieuw, blokken = verbeterd or _DADEN.get(b.daad.soort, onbegrepen)(b)
    beantwoord = antwoordblokken(replace(b, stand=nieuw))
    if beantwoord:
        nieuw, blokken = _eerst_het_antwoord(b, nieuw, blokken, beantwoord)
    elif b.daad.nood is None:
        nieuw, blokken = met_vroege_stap(b, nieuw, blokken)
    if b.daad.prive and PRIVE not in nieuw.gehad:
        return nieuw.met(gehad=(*nieuw.gehad, PRIVE)), (Tekst(b.zin(PRIVE)), *blokken)
    return nieuw, blokken


# -- begin en einde ---------------------------------------------------------------------------------------------------


def _start(b: Beurt) -> tuple[Stand, Blokken]:
    knoppen = (Knop("veilig", b.zin("ik_ben_veilig")), Knop("nood:suicide", b.zin("ik_denk_aan_zelfmoord")))
    leeg = Stand(fase="welkom", kennis=b.kennis.hash)
    extra = begin_in_andere_taal(b)
    return leeg, (Tekst(b.zin("welkom")), Keuze(b.zin("welkom_nood"), "knoppen", knoppen, extra))


def _veilig(b: Beurt) -> tuple[Stand, Blokken]:
    if b.stand.zaak.antwoorden:
        return verder(b, b.stand)
    return b.stand.met(fase="vragen"), (vertel_keuze(b),)


def _situatie(b: Beurt) -> tuple[Stand, Blokken]:
    situatie = b.kennis.situaties.get(b.daad.naam or "")
    if situatie is None:
        return onbegrepen(b)
    zaak = b.stand.zaak
    for feit, ruw in situatie.knopfeiten.items():
        nieuw = b.kennis.lees_antwoord(feit, ruw, b.vandaag)
        oud = zaak.waarde(feit)
        if isinstance(nieuw, tuple) and isinstance(oud, tuple):
            nieuw = b.kennis.lees_antwoord(feit, [*oud, *nieuw], b.vandaag)
        zaak = zaak.met(feit, nieuw, "zin")
    nieuw_stand, erkend = erken(b, b.stand.met(zaak=zaak, fase="vragen", mis=0), tuple(situatie.knopfeiten))
    nieuw_stand, blokken = verder(b, nieuw_stand)
    return nieuw_stand, (*erkend, *blokken)


# -- antwoorden en verbeteren ------------------------------------------------------------------------------------------


def _weg(b: Beurt) -> tuple[Stand, Blokken]:
    """Iemand haalt iets weg wat wij verkeerd hoorden."""
    feit = b.daad.naam or ""
    if not b.stand.zaak.kent(feit):
        return verder(b, b.stand)
    stand, blokken = verder(b, b.stand.met(zaak=b.stand.zaak.zonder(feit), mis=0))
    return stand, (Tekst(b.zin("chip_weggehaald")), *blokken)


def _antwoord(b: Beurt) -> tuple[Stand, Blokken]:
    return _neem_antwoord(b, b.daad.naam or "", b.daad.waarde)


def _ja_of_nee(b: Beurt) -> tuple[Stand, Blokken]:
    """'ja' en 'nee' horen bij wat we net vroegen; wat iemand er in dezelfde zin bij vertelt, telt mee."""
    if b.stand.vraag is None:
        if b.daad.feiten:
            return vertel(b)
        if b.stand.fase == "welkom":
            return _veilig(b)
        return onbegrepen(b) if b.daad.soort == "nee" else _ja_graag(b)
    if b.daad.feiten:
        return vertel(replace(b, daad=replace(b.daad, feiten=((b.stand.vraag, b.daad.soort), *b.daad.feiten))))
    return _neem_antwoord(b, b.stand.vraag, b.daad.soort)


def _ja_graag(b: Beurt) -> tuple[Stand, Blokken]:
    """'Ja' zonder vraag: wat net aangeboden werd. Na het advies komt dat niet nog een keer in zijn geheel."""
    code = aangeboden(b.stand)
    if code is not None:
        daad = Daad.uit_code(code)
        return _DADEN.get(daad.soort, onbegrepen)(replace(b, daad=daad))
    return zelfde_vraag(b, b.zin("ja_wat")) if b.stand.fase == "advies" else verder(b, b.stand)


def _eerst_het_antwoord(b: Beurt, nieuw: Stand, blokken: Blokken, antwoord: Blokken) -> tuple[Stand, Blokken]:
    """Wie vraagt en vertelt, krijgt eerst antwoord. Wie alleen vraagt, daarna de vraag die openstond, één keer."""
    if b.daad.feiten or b.daad.wie or b.daad.soort not in ("vertel", "wat_nu", "zoek"):
        return nieuw, (*antwoord, *blokken)
    return na_antwoord(b, antwoord)


def _vraag(b: Beurt) -> tuple[Stand, Blokken]:
    """Een vraag die als knop gekozen is."""
    id_ = b.daad.naam or ""
    if id_ not in b.kennis.antwoorden:
        return zelfde_vraag(b, b.zin("niet_begrepen"))
    return na_antwoord(b, geef(b.kennis, b.stand.zaak, id_))


def _weet_niet(b: Beurt) -> tuple[Stand, Blokken]:
    return raad(b) if b.stand.vraag is None else _neem_antwoord(b, b.stand.vraag, WEET_NIET)


def _neem_antwoord(b: Beurt, feit: str, ruw: object, herkomst: Herkomst = "knop") -> tuple[Stand, Blokken]:
    try:
        waarde = b.kennis.lees_antwoord(feit, ruw, b.vandaag)
    except AntwoordFout as fout:
        return zelfde_vraag(b, past_niet(b, feit, fout.reden))
    zaak, oud = b.stand.zaak, b.stand.zaak.bij_feit.get(feit)
    gewijzigd = oud is not None and oud.waarde != waarde
    zaak = zaak.met(feit, waarde, herkomst if oud is None else oud.herkomst)
    if gewijzigd:
        zaak = herspeel(b.kennis, zaak, b.vandaag)
        if not zaak.kent(feit):
            zaak = zaak.met(feit, waarde, herkomst)
    stand = b.stand.met(zaak=zaak, vraag=None, fase="vragen", mis=0)
    echo = datum_echo(b, zaak, feit) if b.kennis.feiten[feit].soort == "datum" and waarde != WEET_NIET else ()
    if not echo and gewijzigd:
        echo = (Tekst(b.zin("gewijzigd")),)
    stand, blokken = verder(b, stand)
    return stand, (*echo, *blokken)


def _wijzig(b: Beurt) -> tuple[Stand, Blokken]:
    feit = b.kennis.feiten.get(b.daad.naam or "")
    if feit is None or not b.stand.zaak.kent(feit.id):
        return onbegrepen(b)
    return b.stand.met(vraag=feit.id, fase="vragen"), (Tekst(b.zin("wijzig")), vraagblok(b, feit))


def _terug(b: Beurt) -> tuple[Stand, Blokken]:
    knoppen = [a.feit for a in b.stand.zaak.antwoorden if a.herkomst == "knop"] or [
        a.feit for a in b.stand.zaak.antwoorden
    ]
    if not knoppen:
        return zelfde_vraag(b, b.zin("terug_kan_niet"))
    feit = b.kennis.feiten[knoppen[-1]]
    return b.stand.met(
        zaak=b.stand.zaak.zonder(feit.id),
        vraag=feit.id,
        fase="vragen",
        uitgesteld=(),
    ), (vraagblok(b, feit),)


def _houd_zo(b: Beurt) -> tuple[Stand, Blokken]:
    standen = b.kennis.atomen.vast(b.stand.zaak)
    nu = tuple(f"tegen_{t.id}" for t, toets in b.kennis.tegenspraaktoetsen if toets.weeg(standen) == JA)
    volgorde = (VOLGORDE,) if volgorde_wringt(b.stand.zaak) else ()
    return verder(b, b.stand.met(gehad=tuple(dict.fromkeys((*b.stand.gehad, *nu, *volgorde)))))


_DADEN: dict[Soort, Callable[[Beurt], tuple[Stand, Blokken]]] = {
    "start": _start,
    "engels": kies,
    "taal": kies,
    "talen": kies,
    "opnieuw": _start,
    "veilig": _veilig,
    "verder": lambda b: verder(b, b.stand),
    "nog_eens": lambda b: verder(b, b.stand),
    "situatie": _situatie,
    "vertel": vertel,
    "klopt": lambda b: verder(b, b.stand),
    "klopt_niet": overzicht,
    "weg": _weg,
    "antwoord": _antwoord,
    "ja": _ja_of_nee,
    "nee": _ja_of_nee,
    "weet_niet": _weet_niet,
    "wat_nu": wat_nu,
    "wijzig": _wijzig,
    "terug": _terug,
    "waarom": waarom,
    "overzicht": overzicht,
    "wis_zeker": wis_zeker,
    "mens": mens,
    "nood": nood,
    "nood_nee": laat_antwoord,
    "nood_stil": laat_antwoord,
    "zorg": laat_antwoord,  # een oude knop, buiten het protocol
    "zoek": zoek,
    "vraag": _vraag,
    "route": toon_naslag,
    "begrip": toon_naslag,
    "grond": toon_naslag,
    "instantie": toon_naslag,
    "platform": toon_platform,
    "bron": toon_naslag,
    "brief": toon_brief,
    "brieven": toon_brieven,
    "waarom_dit": waarom_dit,
    "bronnen": bronnen,
    "advies": toon_advies,
    "alles": toon_alles,
    "gedaan": stap_gedaan,
    "houd_zo": _houd_zo,
    "over": zeg("over"),
    "dank": zeg("dank"),
    "groet": zeg("groet"),
    "scheldwoord": zeg("scheldwoord"),
    "beeld_gestuurd": zeg("geen_beeld"),
}
