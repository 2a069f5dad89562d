"""Vrije tekst in het gesprek: wat er verteld is telt mee, met een menselijke zin, en daarna wat er hoort te komen."""

from __future__ import annotations

from dataclasses import replace

from knowledge.errors import AntwoordFout
from knowledge.gesprek.eerste_stap import stap_erbij
from knowledge.gesprek.erkenning import erken, gehoordblok
from knowledge.gesprek.ertussen import zelfde_vraag
from knowledge.gesprek.losse_dag import met_dag, tweede_dag
from knowledge.gesprek.nieuwste import HEEL_JONG, laat_vallen, leeftijd_wringt, vraag_de_leeftijd
from knowledge.gesprek.onbegrepen import zoek
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.taalkaart import in_andere_taal
from knowledge.gesprek.vervolg import Beurt, Blokken, kies_vraag, verder, vraagblok
from knowledge.recht import LEEFTIJD, ROL, Waarde, Zaak, adviseer, beoordeel
from knowledge.schema import SLACHTOFFER
from knowledge.woorden import Keuze, Knop, Tekst, opsomming, tijd_gezegd

ROL_GEVRAAGD = "rol_nagevraagd"
"""Zo staat in `Stand.gehad` dat we al vroegen wie iemand hier is."""
MAKER = "maker"
VERMOED = "wie_"
"""Zo staat in `Stand.gehad` welke rol we voorlegden."""
ONDER_DRUK = (
    ("in_gevaar", "ja"),
    ("veilig_thuis", "twijfel"),
    ("dreigt_delen", "ja"),
    ("dreigt_geweld", "ja"),
    ("geld_geeist", "ja"),
)
NIEUW_GENOEMD = 3
"""Zo veel nieuwe wegen noemen we bij naam; de rest staat in het overzicht."""


def vertel(b: Beurt) -> tuple[Stand, Blokken]:
    """Vrije tekst, begrepen als feiten. Alles wat gehoord is telt meteen; wat niet klopt, haalt iemand met één tik weg."""
    b = met_dag(b)
    if (dubbel := tweede_dag(b)) is not None:
        return b.stand.met(mis=0), dubbel
    try:
        zaak, nieuw = _neem_over(b)
    except AntwoordFout as fout:
        return zelfde_vraag(b, b.zin(fout.reden))
    zaak, vervallen = laat_vallen(b, zaak, nieuw)
    in_taal = in_andere_taal(b, b.stand.met(zaak=zaak, fase="vragen"))
    if in_taal is not None:
        return in_taal
    vraag = b.stand.vraag
    beantwoord = vraag is not None and vraag in nieuw
    erbij = tuple(feit for feit in nieuw if feit != vraag)
    loopt = bool(b.stand.zaak.antwoorden) or vraag is not None
    iets_verteld = b.daad.wie is not None or (b.daad.vertelt and b.daad.in_bereik and not b.daad.treffers and loopt)
    if not nieuw and b.daad.gevoel is None and not iets_verteld:
        return zoek(b)
    blijft = vraag if b.daad.dag is not None and not beantwoord else None  # een dag is geen ander onderwerp
    stand = b.stand.met(zaak=zaak, fase="vragen" if b.stand.fase != "advies" else "advies", mis=0, vraag=blijft)
    if _rol_wringt(b, zaak):
        return _vraag_de_rol(b, stand)
    if leeftijd_wringt(b):
        return vraag_de_leeftijd(b, stand)
    stand, erkend = erken(b, stand, erbij)
    if b.daad.wie is not None and not nieuw and zaak.waarde(ROL) == b.daad.wie:
        erkend = (Tekst(b.zin("wie_klopt", wie=_gehoord_van(b, b.daad.wie))),)
    if not erkend and not nieuw and not b.daad.vraagt:
        erkend = (Tekst(b.wissel("verteld_erbij", b.stand.beurten)),)
    echo = datum_echo(b, zaak, vraag) if vraag is not None and beantwoord else ()
    gehoord = gehoordblok(b, stand, erbij)
    stand, stap = stap_erbij(b, stand)
    stand, blokken = _na_het_advies(b, stand) or verder(b, stand)
    # staat het advies er zelf, dan begint dat met de stap
    return stand, (*erkend, *gehoord, *vervallen, *echo, *(stap if stand.fase != "advies" else ()), *blokken)


def met_vermoede_rol(b: Beurt) -> Beurt:
    """'Ja' op de rol die we voorlegden is die rol; 'nee' laat staan wat er stond."""
    vermoed = next((id_.removeprefix(VERMOED) for id_ in reversed(b.stand.gehad) if id_.startswith(VERMOED)), None)
    if b.stand.vraag != ROL or vermoed is None or b.daad.soort not in ("ja", "nee"):
        return b
    if b.daad.soort == "ja":
        return replace(b, daad=replace(b.daad, soort="antwoord", naam=ROL, waarde=vermoed))
    return replace(
        b, stand=b.stand.met(vraag=None), daad=replace(b.daad, soort="vertel" if b.daad.feiten else "verder")
    )


def _gehoord_van(b: Beurt, rol: str) -> str:
    optie = b.kennis.optie(ROL, rol)
    return optie.gehoord if optie is not None and optie.gehoord else ""


def _na_het_advies(b: Beurt, stand: Stand) -> tuple[Stand, Blokken] | None:
    """Na het advies komt niet weer alles: alleen wat er door dit bericht anders wordt. None: er is nog iets te vragen."""
    if b.stand.fase != "advies" or b.stand.vraag is not None:
        return None
    if kies_vraag(b, stand, beoordeel(b.kennis, stand.zaak, b.vandaag))[0] is not None and stand.zaak != b.stand.zaak:
        return None
    eerst, nu = (adviseer(b.kennis, zaak, b.vandaag) for zaak in (b.stand.zaak, stand.zaak))
    had = {gekozen.route.id for gekozen in eerst.routes}
    nieuw = [gekozen.route.naam for gekozen in nu.routes if gekozen.route.id not in had][:NIEUW_GENOEMD]
    zin: Blokken = (Tekst(b.zin("nieuw_advies", lijst=opsomming(nieuw))),) if nieuw else ()
    if not nieuw and stand.zaak != b.stand.zaak:
        zin = (Tekst(b.zin("niets_nieuws")),)
    knoppen = (
        Knop("advies", b.zin("advies_kop")),
        Knop("overzicht", b.zin("verander_knop")),
        Knop("mens", b.zin("mens_kop")),
    )
    return stand.met(fase="advies"), (*zin, Keuze("", "knoppen", knoppen))


def _rol_wringt(b: Beurt, zaak: Zaak) -> bool:
    """Zegt iemand nu iets anders over wie hij is? Dat verandert niet stil: dan vragen we het, één keer.

    Niet bij wie onder druk staat: midden in een dreiging of afpersing is 'voor wie ben je hier?' de verkeerde vraag.
    """
    gezegd, oud = dict(b.daad.feiten).get(ROL) or b.daad.wie, zaak.waarde(ROL)
    if b.daad.nood is not None or any(zaak.waarde(feit) == waarde for feit, waarde in ONDER_DRUK):
        return False
    if gezegd == MAKER and oud == SLACHTOFFER and ROL not in dict(b.daad.feiten):
        return False  # wie vertelde wat hem is aangedaan, leggen we op een vermoeden nooit voor dat hij het deed
    # wat zwaar weegt, nemen we niet aan van wie het in andere woorden zegt, ook niet als we nog niets wisten
    anders = oud is not None or gezegd == b.daad.wie
    return gezegd is not None and anders and gezegd != oud and ROL_GEVRAAGD not in b.stand.gehad


def _vraag_de_rol(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    stand = stand.met(vraag=ROL, gehad=(*stand.gehad, ROL_GEVRAAGD))
    optie = b.kennis.optie(ROL, b.daad.wie) if b.daad.wie else None
    if optie is not None and f"wie_nagaan_{optie.id}" in b.kennis.zinnen:
        # een vermoeden leggen we voor: ja of nee is genoeg
        knoppen = (Knop(f"antwoord:{ROL}:{optie.id}", b.zin("wie_ja")), Knop("nee", b.zin("wie_nee")))
        vraag = Keuze(b.zin(f"wie_nagaan_{optie.id}"), "knoppen", knoppen, feit=ROL)
        return stand.met(gehad=(*stand.gehad, f"{VERMOED}{optie.id}")), (vraag,)
    return stand, (Tekst(b.zin("rol_nagaan")), vraagblok(b, b.kennis.feiten[ROL], stand))


def _neem_over(b: Beurt) -> tuple[Zaak, tuple[str, ...]]:
    """De zaak met wat gehoord is, en welke feiten nieuw of anders zijn. Werpt `AntwoordFout` bij een onbruikbaar antwoord."""
    zaak, nieuw = b.stand.zaak, []
    for feit, ruw in b.daad.feiten:
        try:
            waarde = b.kennis.lees_antwoord(feit, ruw, b.vandaag)
        except AntwoordFout:
            if feit == b.stand.vraag:
                raise
            continue
        oud = zaak.bij_feit.get(feit)
        if feit == ROL and oud is not None and feit != b.stand.vraag:
            if b.daad.wie != waarde or oud.waarde == waarde:
                continue  # wie iemand is, verandert niet doordat hij een ander noemt
            if SLACHTOFFER in (waarde, oud.waarde):
                zaak = zaak.zonder(LEEFTIJD)  # zo oud was wie het eerst leek te zijn
        if isinstance(waarde, tuple) and oud is not None and isinstance(oud.waarde, tuple) and feit != b.stand.vraag:
            waarde = b.kennis.lees_antwoord(feit, [*oud.waarde, *waarde], b.vandaag)
        if (
            oud is not None
            and feit != b.stand.vraag
            and (oud.waarde == waarde or _te_zwaar(b, feit, waarde, oud.onbekend))
        ):
            continue
        zaak = zaak.met(feit, waarde, "zin")
        nieuw.append(feit)
    return zaak, tuple(nieuw)


def _te_zwaar(b: Beurt, feit: str, waarde: Waarde, onbekend: bool) -> bool:
    """Wat zwaar telt (volwassen, toestemming), vervangt niet stil wat er al stond; dat kan met een verbetering of de knop."""
    if feit == LEEFTIJD and b.stand.zaak.waarde(feit) in HEEL_JONG:
        return False  # wie hier zelf schrijft dat hij 29 is, noemde eerder de leeftijd van een klein kind
    optie = b.kennis.optie(feit, waarde) if isinstance(waarde, str) else None
    return not onbekend and optie is not None and optie.fout_kost == "zwaar"


def datum_echo(b: Beurt, zaak: Zaak, feit: str) -> Blokken:
    waarde = zaak.waarde(feit)
    if b.kennis.feiten[feit].soort != "datum" or not isinstance(waarde, str):
        return ()
    return (Tekst(b.zin("datum_genoteerd", datum=tijd_gezegd(waarde, b.vandaag))),)
