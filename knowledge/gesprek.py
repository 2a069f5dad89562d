"""Eén beurt van het gesprek: een stand en een daad worden een nieuwe stand en een bericht. Elk kanaal gebruikt deze."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable

from knowledge import naslag
from knowledge.adviestekst import adviesblokken, noodblok, uitlegblokken
from knowledge.advies import adviseer
from knowledge.beoordeel import beoordeel
from knowledge.bericht import Bericht, Blok, Keuze, Knop, Lijst, Punt, Tekst
from knowledge.daad import Daad
from knowledge.errors import AntwoordFout
from knowledge.kennis import Kennis
from knowledge.schema import WEET_NIET, Feit
from knowledge.stand import Stand, passend_maken
from knowledge.verwoord import antwoordtekst, datum, gehoord, opsomming
from knowledge.voorwaarde import JA
from knowledge.vraag import ROL, herspeel, volgende_vraag
from knowledge.zaak import Herkomst, Zaak

Blokken = tuple[Blok, ...]
MAX_KNOPPEN_LEZINGEN = 3


@dataclass(frozen=True)
class Uitkomst:
    """`wissen`: de aanroeper gooit alles weg wat van dit gesprek bewaard is."""

    stand: Stand
    bericht: Bericht
    wissen: bool = False


@dataclass(frozen=True)
class _Beurt:
    kennis: Kennis
    stand: Stand
    daad: Daad
    vandaag: date

    def zin(self, sleutel: str, **waarden: str) -> str:
        return self.kennis.zin(sleutel, **waarden)

    def wissel(self, sleutel: str, teller: int) -> str:
        """Een zin die per keer wisselt: `sleutel`, `sleutel_2`, … zodat niemand drie keer hetzelfde leest."""
        keuzes = [s for s in (sleutel, *(f"{sleutel}_{n}" for n in range(2, 6))) if s in self.kennis.zinnen]
        return self.kennis.zinnen[keuzes[teller % len(keuzes)]]


def beurt(kennis: Kennis, stand: Stand, daad: Daad, vandaag: date) -> Uitkomst:
    """Eén beurt. Werpt nooit op invoer: wat niet past, krijgt een vriendelijke zin en dezelfde vraag."""
    if stand.kennis != kennis.hash:
        stand = passend_maken(kennis, stand)
    b = _Beurt(kennis, stand.met(beurten=stand.beurten + 1), daad, vandaag)
    if daad.soort in ("wis", "stop"):
        blokken: Blokken = (Tekst(b.zin("gewist" if daad.soort == "wis" else "stop")), _keuze(b, (Knop("opnieuw", b.zin("opnieuw")),)))
        return Uitkomst(Stand(fase="gestopt", kennis=kennis.hash), Bericht(blokken), wissen=True)
    nieuw, blokken = _DADEN.get(daad.soort, _onbegrepen)(b)
    if daad.nood is not None and daad.soort != "nood":
        blokken = (noodblok(kennis, daad.nood), *blokken)
    return Uitkomst(nieuw, Bericht(blokken))


# -- begin en einde ---------------------------------------------------------------------------------------------------


def _start(b: _Beurt) -> tuple[Stand, Blokken]:
    knoppen = (Knop("veilig", b.zin("ik_ben_veilig")), Knop("nood:suicide", b.zin("ik_denk_aan_zelfmoord")))
    welkom = Tekst(b.zin("engels_welkom" if b.daad.taal == "en" else "welkom"))
    return Stand(fase="welkom", kennis=b.kennis.hash), (welkom, Keuze(b.zin("welkom_nood"), "knoppen", knoppen))


def _veilig(b: _Beurt) -> tuple[Stand, Blokken]:
    if b.stand.zaak.antwoorden:
        return _verder(b, b.stand)
    return b.stand.met(fase="vragen"), (_vertel_keuze(b),)


def _vertel_keuze(b: _Beurt) -> Keuze:
    return Keuze(b.zin("vertel"), "knoppen", tuple(Knop(f"situatie:{s.id}", s.knop) for s in b.kennis.situaties.values() if s.knop))


def _situatie(b: _Beurt) -> tuple[Stand, Blokken]:
    situatie = b.kennis.situaties.get(b.daad.naam or "")
    if situatie is None:
        return _onbegrepen(b)
    zaak = b.stand.zaak
    for feit, ruw in situatie.knopfeiten.items():
        nieuw = b.kennis.lees_antwoord(feit, ruw, b.vandaag)
        oud = zaak.waarde(feit)
        if isinstance(nieuw, tuple) and isinstance(oud, tuple):
            nieuw = b.kennis.lees_antwoord(feit, [*oud, *nieuw], b.vandaag)
        zaak = zaak.met(feit, nieuw, "zin")
    nieuw_stand, blokken = _verder(b, b.stand.met(zaak=zaak, fase="vragen", mis=0))
    return nieuw_stand, (*_steun(b), *blokken)


# -- vertellen en bevestigen ------------------------------------------------------------------------------------------


def _vertel(b: _Beurt) -> tuple[Stand, Blokken]:
    """Vrije tekst, begrepen als feiten. Het antwoord op de staande vraag telt meteen; de rest wordt eerst teruggezegd."""
    if b.daad.taal == "en" and "engels" not in b.stand.gehad:
        stand = b.stand.met(gehad=(*b.stand.gehad, "engels"))
        return stand, (Tekst(b.zin("engels_welkom")), *_verder(_Beurt(b.kennis, stand, b.daad, b.vandaag), stand)[1])
    zaak, antwoord_gegeven, nieuw = b.stand.zaak, False, []
    for feit, ruw in b.daad.feiten:
        try:
            waarde = b.kennis.lees_antwoord(feit, ruw, b.vandaag)
        except AntwoordFout as fout:
            if feit == b.stand.vraag:
                return _zelfde_vraag(b, b.zin(fout.reden))
            continue
        oud = zaak.bij_feit.get(feit)
        if oud is not None and oud.waarde == waarde:
            continue
        if isinstance(waarde, tuple) and oud is not None and isinstance(oud.waarde, tuple) and feit != b.stand.vraag:
            waarde = b.kennis.lees_antwoord(feit, [*oud.waarde, *waarde], b.vandaag)
        zaak = zaak.met(feit, waarde, "zin")
        if feit == b.stand.vraag:
            antwoord_gegeven = True
        else:
            nieuw.append(feit)
    if not antwoord_gegeven and not nieuw:
        return _onbegrepen(b) if b.daad.treffers == () else _zoek(b)
    stand = b.stand.met(
        zaak=zaak, fase="vragen", mis=0, vraag=None if antwoord_gegeven else b.stand.vraag, te_bevestigen=tuple(dict.fromkeys((*b.stand.te_bevestigen, *nieuw)))
    )
    steun = _steun(b) if nieuw and not b.stand.zaak.antwoorden else ()
    echo: Blokken = ()
    if antwoord_gegeven and b.kennis.feiten[b.stand.vraag or ""].soort == "datum":
        echo = _datum_echo(b, zaak, b.stand.vraag or "")
    stand, blokken = _verder(b, stand.met(vraag=None))
    return stand, (*steun, *echo, *blokken)


def _steun(b: _Beurt) -> Blokken:
    return (Tekst(b.wissel("steun", b.stand.beurten), "steun"),)


def _klopt(b: _Beurt) -> tuple[Stand, Blokken]:
    return _verder(b, b.stand.met(te_bevestigen=(), mis=0))


def _klopt_niet(b: _Beurt) -> tuple[Stand, Blokken]:
    if not b.stand.te_bevestigen:
        return _overzicht(b)
    return b.stand, (Keuze(b.zin("wat_klopt_niet"), "knoppen", _wijzigknoppen(b, b.stand.te_bevestigen), (Knop("klopt", b.zin("klopt")),)),)


def _wijzigknoppen(b: _Beurt, feiten: tuple[str, ...]) -> tuple[Knop, ...]:
    bij_feit = b.stand.zaak.bij_feit
    return tuple(Knop(f"wijzig:{feit}", opsomming(gehoord(b.kennis, bij_feit[feit])).replace("**", "")) for feit in feiten if feit in bij_feit)


# -- antwoorden -------------------------------------------------------------------------------------------------------


def _antwoord(b: _Beurt) -> tuple[Stand, Blokken]:
    return _neem_antwoord(b, b.daad.naam or "", b.daad.waarde)


def _ja_of_nee(b: _Beurt) -> tuple[Stand, Blokken]:
    """'ja' en 'nee' horen bij wat we net vroegen."""
    if b.stand.vraag is None and b.stand.te_bevestigen:
        return _klopt(b) if b.daad.soort == "ja" else _klopt_niet(b)
    if b.stand.vraag is None:
        return _veilig(b) if b.stand.fase == "welkom" else _onbegrepen(b)
    return _neem_antwoord(b, b.stand.vraag, b.daad.soort)


def _weet_niet(b: _Beurt) -> tuple[Stand, Blokken]:
    if b.stand.vraag is None:
        return _onbegrepen(b)
    return _neem_antwoord(b, b.stand.vraag, WEET_NIET)


def _neem_antwoord(b: _Beurt, feit: str, ruw: object, herkomst: Herkomst = "knop") -> tuple[Stand, Blokken]:
    try:
        waarde = b.kennis.lees_antwoord(feit, ruw, b.vandaag)
    except AntwoordFout as fout:
        return _zelfde_vraag(b, b.zin(fout.reden))
    zaak, oud = b.stand.zaak, b.stand.zaak.bij_feit.get(feit)
    gewijzigd = oud is not None and oud.waarde != waarde
    zaak = zaak.met(feit, waarde, herkomst if oud is None else oud.herkomst)
    if gewijzigd:
        zaak = herspeel(b.kennis, zaak, b.vandaag)
        if not zaak.kent(feit):
            zaak = zaak.met(feit, waarde, herkomst)
    stand = b.stand.met(zaak=zaak, vraag=None, fase="vragen", mis=0)
    echo = _datum_echo(b, zaak, feit) if b.kennis.feiten[feit].soort == "datum" and waarde != WEET_NIET else ()
    if not echo and gewijzigd:
        echo = (Tekst(b.zin("gewijzigd")),)
    stand, blokken = _verder(b, stand)
    return stand, (*echo, *blokken)


def _datum_echo(b: _Beurt, zaak: Zaak, feit: str) -> Blokken:
    waarde = zaak.waarde(feit)
    if not isinstance(waarde, str):
        return ()
    dag = date.fromisoformat(waarde)
    return (Tekst(b.zin("datum_genoteerd", datum=datum(dag), dag=datum(dag).split()[0])),)


def _wijzig(b: _Beurt) -> tuple[Stand, Blokken]:
    feit = b.kennis.feiten.get(b.daad.naam or "")
    if feit is None or not b.stand.zaak.kent(feit.id):
        return _onbegrepen(b)
    return b.stand.met(vraag=feit.id, fase="vragen"), (Tekst(b.zin("wijzig")), _vraagblok(b, feit))


def _terug(b: _Beurt) -> tuple[Stand, Blokken]:
    knoppen = [a.feit for a in b.stand.zaak.antwoorden if a.herkomst == "knop"] or [a.feit for a in b.stand.zaak.antwoorden]
    if not knoppen:
        return _zelfde_vraag(b, b.zin("terug_kan_niet"))
    feit = b.kennis.feiten[knoppen[-1]]
    return b.stand.met(zaak=b.stand.zaak.zonder(feit.id), vraag=feit.id, fase="vragen", te_bevestigen=tuple(f for f in b.stand.te_bevestigen if f != feit.id)), (_vraagblok(b, feit),)


# -- ertussendoor: uitleg, overzicht, hulp ----------------------------------------------------------------------------


def _waarom(b: _Beurt) -> tuple[Stand, Blokken]:
    feit = b.kennis.feiten.get(b.stand.vraag or "")
    return _zelfde_vraag(b, feit.waarom if feit else b.zin("over"))


def _overzicht(b: _Beurt) -> tuple[Stand, Blokken]:
    punten = tuple(
        Punt(b.kennis.feiten[a.feit].vraag, antwoordtekst(b.kennis, a), id=a.feit, knoppen=(Knop(f"wijzig:{a.feit}", b.zin("verander_knop")),))
        for a in b.stand.zaak.antwoorden
    )
    if not punten:
        return _zelfde_vraag(b, b.zin("niets_verteld"))
    return _ertussen(b, (Lijst(b.zin("overzicht_kop"), "overzicht", punten),))


def _mens(b: _Beurt) -> tuple[Stand, Blokken]:
    return _ertussen(b, (Tekst(b.zin("mens")), naslag.hulplijst(b.kennis, beoordeel(b.kennis, b.stand.zaak, b.vandaag))))


def _nood(b: _Beurt) -> tuple[Stand, Blokken]:
    if b.daad.naam not in b.kennis.noodteksten:
        return _onbegrepen(b)
    return b.stand, (noodblok(b.kennis, b.daad.naam), _keuze(b, (Knop("verder", b.zin("verder")), Knop("mens", b.zin("mens_kop")))))


def _naslag(b: _Beurt) -> tuple[Stand, Blokken]:
    blokken = naslag.toon(b.kennis, b.stand.zaak, b.vandaag, b.daad.soort, b.daad.naam or "")
    return _ertussen(b, blokken) if blokken else _onbegrepen(b)


def _zoek(b: _Beurt) -> tuple[Stand, Blokken]:
    blokken = naslag.antwoorden(b.kennis, b.daad.treffers)
    return _ertussen(b, blokken) if blokken else _onbegrepen(b)


def _waarom_dit(b: _Beurt) -> tuple[Stand, Blokken]:
    return _ertussen(b, uitlegblokken(b.kennis, adviseer(b.kennis, b.stand.zaak, b.vandaag)))


def _bronnen(b: _Beurt) -> tuple[Stand, Blokken]:
    return _ertussen(b, (naslag.bronnenblok(b.kennis, adviseer(b.kennis, b.stand.zaak, b.vandaag).bronnen),))


def _zeg(sleutel: str) -> Callable[[_Beurt], tuple[Stand, Blokken]]:
    def doe(b: _Beurt) -> tuple[Stand, Blokken]:
        return _zelfde_vraag(b, b.wissel(sleutel, b.stand.beurten))

    return doe


def _onbegrepen(b: _Beurt) -> tuple[Stand, Blokken]:
    """Eerst de drie waarschijnlijkste lezingen, dan één open vraag, dan een mens: nooit twee keer dezelfde zin."""
    if b.daad.reden in b.kennis.zinnen:
        return _zelfde_vraag(b, b.zin(str(b.daad.reden)))
    if not b.daad.in_bereik:
        return _zelfde_vraag(b, b.zin("buiten_bereik"))
    stand = b.stand.met(mis=b.stand.mis + 1)
    lezingen = tuple(b.kennis.situaties[s] for s in b.daad.situaties if s in b.kennis.situaties and b.kennis.situaties[s].knop)[:MAX_KNOPPEN_LEZINGEN]
    if stand.mis == 1 and lezingen and b.stand.vraag is None:
        knoppen = tuple(Knop(f"situatie:{s.id}", s.knop) for s in lezingen)
        return stand, (Keuze(b.zin("bedoel_je"), "knoppen", knoppen),)
    if stand.mis >= 3:
        hulp = naslag.hulplijst(b.kennis, beoordeel(b.kennis, stand.zaak, b.vandaag))
        volgende, blokken = _verder(b, stand)
        return volgende.met(mis=stand.mis), (Tekst(b.wissel("niet_begrepen", stand.mis - 1)), hulp, *blokken)
    volgende, blokken = _verder(b, stand)
    return volgende.met(mis=stand.mis), (Tekst(b.wissel("niet_begrepen", stand.mis - 1)), *blokken)


# -- verder: bevestigen, nagaan, vragen of adviseren ------------------------------------------------------------------


def _verder(b: _Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Wat er nu hoort te komen bij deze stand."""
    if stand.vraag is not None and stand.vraag in b.kennis.feiten:
        return stand, (_vraagblok(b, b.kennis.feiten[stand.vraag]),)
    if stand.te_bevestigen:
        return stand, (_bevestigblok(b, stand),)
    if stand.fase == "welkom" and not stand.zaak.antwoorden:
        return stand.met(fase="vragen"), (_vertel_keuze(b),)
    tegenspraak = _tegenspraakblok(b, stand)
    if tegenspraak is not None:
        return stand, (tegenspraak,)
    oordeel = beoordeel(b.kennis, stand.zaak, b.vandaag)
    meteen = tuple(s for s in oordeel.situaties if s.meteen and s.id not in stand.gehad)
    stand = stand.met(gehad=(*stand.gehad, *(s.id for s in meteen)))
    eerst = tuple(Tekst(zin) for s in meteen for zin in s.meteen)
    feit = volgende_vraag(b.kennis, stand.zaak, b.vandaag, oordeel)
    if feit is not None:
        return stand.met(vraag=feit.id, fase="vragen"), (*eerst, _vraagblok(b, feit, stand))
    klaar = stand.met(vraag=None, fase="advies")
    return klaar, (*eerst, *adviesblokken(b.kennis, adviseer(b.kennis, stand.zaak, b.vandaag, oordeel)))


def _advies(b: _Beurt) -> tuple[Stand, Blokken]:
    stand = b.stand.met(vraag=None, te_bevestigen=(), fase="advies")
    return stand, adviesblokken(b.kennis, adviseer(b.kennis, stand.zaak, b.vandaag))


def _bevestigblok(b: _Beurt, stand: Stand) -> Keuze:
    zelf = [feit for feit in stand.te_bevestigen if feit in stand.zaak.bij_feit and not _volgt_vanzelf(b.kennis, stand.zaak, feit)]
    delen = [stuk for feit in zelf for stuk in gehoord(b.kennis, stand.zaak.bij_feit[feit])]
    tekst = f"{b.zin('begrepen', lijst=opsomming(delen))} {b.zin('klopt_dat')}"
    return Keuze(tekst, "knoppen", (Knop("klopt", b.zin("klopt")), Knop("klopt_niet", b.zin("klopt_niet"))))


def _volgt_vanzelf(kennis: Kennis, zaak: Zaak, feit: str) -> bool:
    """Staat dit al vast door iets anders wat verteld is? Dan zeggen we het niet twee keer terug."""
    return kennis.vul_aan(zaak.zonder(feit)).waarde(feit) == zaak.waarde(feit)


def _tegenspraakblok(b: _Beurt, stand: Stand) -> Keuze | None:
    standen = b.kennis.atomen.stand(stand.zaak)
    for tegenspraak, toets in b.kennis.tegenspraaktoetsen:
        if toets.weeg(standen) == JA and f"tegen_{tegenspraak.id}" not in stand.gehad:
            knoppen = _wijzigknoppen(_Beurt(b.kennis, stand, b.daad, b.vandaag), tegenspraak.feiten)
            return Keuze(tegenspraak.vraag, "knoppen", knoppen, (Knop("houd_zo", b.zin("klopt")),))
    return None


def _houd_zo(b: _Beurt) -> tuple[Stand, Blokken]:
    standen = b.kennis.atomen.stand(b.stand.zaak)
    nu = tuple(f"tegen_{t.id}" for t, toets in b.kennis.tegenspraaktoetsen if toets.weeg(standen) == JA)
    return _verder(b, b.stand.met(gehad=tuple(dict.fromkeys((*b.stand.gehad, *nu)))))


def _vraagblok(b: _Beurt, feit: Feit, stand: Stand | None = None) -> Keuze:
    zaak = (stand or b.stand).zaak
    rol = zaak.waarde(ROL)
    tekst = feit.vraag_voor.get(rol, feit.vraag) if isinstance(rol, str) else feit.vraag  # type: ignore[call-overload]
    if feit.soort == "datum":
        tekst = f"{tekst} {b.zin('datum_uitleg')}"
    opties = tuple(Knop(f"antwoord:{feit.id}:{optie.id}", optie.label, optie.uitleg) for optie in feit.opties)
    extra = [Knop("weet_niet", b.zin("weet_niet")), Knop("waarom", b.zin("waarom_vraag"))]
    if zaak.antwoorden:
        extra.append(Knop("terug", b.zin("terug")))
    return Keuze(tekst, feit.soort, opties, tuple(extra), feit.id)


def _keuze(b: _Beurt, knoppen: tuple[Knop, ...]) -> Keuze:
    return Keuze("", "knoppen", knoppen)


def _zelfde_vraag(b: _Beurt, zin: str) -> tuple[Stand, Blokken]:
    return _ertussen(b, (Tekst(zin),))


def _ertussen(b: _Beurt, blokken: Blokken) -> tuple[Stand, Blokken]:
    """Iets tussendoor, en dan terug naar waar we waren."""
    if b.stand.fase in ("advies", "gestopt") and b.stand.vraag is None and not b.stand.te_bevestigen:
        return b.stand, (*blokken, _keuze(b, (Knop("advies", b.zin("advies_kop")), Knop("overzicht", b.zin("verander_knop")))))
    stand, verder = _verder(b, b.stand)
    return stand, (*blokken, *verder)


_DADEN: dict[str, Callable[[_Beurt], tuple[Stand, Blokken]]] = {
    "start": _start, "opnieuw": _start, "veilig": _veilig, "verder": lambda b: _verder(b, b.stand), "situatie": _situatie, "vertel": _vertel,
    "klopt": _klopt, "klopt_niet": _klopt_niet, "antwoord": _antwoord, "ja": _ja_of_nee, "nee": _ja_of_nee, "weet_niet": _weet_niet,
    "wijzig": _wijzig, "terug": _terug, "waarom": _waarom, "overzicht": _overzicht, "mens": _mens, "nood": _nood, "zoek": _zoek,
    "route": _naslag, "begrip": _naslag, "grond": _naslag, "bron": _naslag, "waarom_dit": _waarom_dit, "bronnen": _bronnen, "advies": _advies,
    "houd_zo": _houd_zo, "over": _zeg("over"), "dank": _zeg("dank"), "groet": _zeg("groet"), "scheldwoord": _zeg("scheldwoord"),
    "beeld_gestuurd": _zeg("geen_beeld"),
}  # fmt: skip
