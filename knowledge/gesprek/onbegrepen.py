"""Als we het niet begrijpen, of iemand het zelf niet weet: elke keer iets anders, en altijd een weg verder."""

from __future__ import annotations

from dataclasses import replace

from knowledge.gesprek import naslag
from knowledge.gesprek.eerste_stap import STAP, getoond, stap_lijst, volgende_stap
from knowledge.gesprek.ertussen import ertussen, zelfde_vraag
from knowledge.gesprek.pad import afgevinkt
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import VRIJ, Beurt, Blokken, kies_vraag, vraagblok
from knowledge.recht import ROL, beoordeel, rol_van
from knowledge.woorden import Keuze, Knop, Tekst, gehoord, opsomming

MAX_KNOPPEN_LEZINGEN = 3
MISSER = "misser_"
"""Zo staat in `Stand.gehad` hoe vaak we iets niet begrepen: elke keer klinkt het anders, ook later in het gesprek."""
RONDE = 60
"""Daarna begint het tellen opnieuw; deelbaar door hoeveel zinnen er zijn."""
TERUGGEZEGD = 3
"""Zoveel van wat we al weten, zeggen we dan terug."""
NAAR_MENSEN = 2
"""Zo vaak achter elkaar niet verder komen: dan staan de mensen eronder."""
WEET_NIET_RONDE = 3
"""Zo vaak 'weet ik niet' na het advies: dan de mensen, en daarna weer van voren af aan."""
VAAG = "unknown_other"
"""Zo noemt het verstaan een bericht waaruit geen situatie op te maken is."""


def zoek(b: Beurt) -> tuple[Stand, Blokken]:
    """Wat er in de kennisbank gevonden is; anders is het niet begrepen."""
    blokken = naslag.antwoorden(b.kennis, (treffer for treffer in b.daad.treffers if _past(b, *treffer)))
    return ertussen(b, blokken) if blokken else onbegrepen(b)


def _past(b: Beurt, soort: str, naam: str) -> bool:
    """Wie al iets vertelde, krijgt geen weg voor een ander: een slachtoffer leest niet 'word je verdacht'."""
    route, zaak = b.kennis.routes.get(naam), b.stand.zaak
    if soort != "route" or route is None or not zaak.antwoorden:
        return True
    return rol_van(b.kennis.vul_aan(zaak)) in route.rollen


def onbegrepen(b: Beurt) -> tuple[Stand, Blokken]:
    """Eerst de drie waarschijnlijkste lezingen, dan één open vraag, dan een mens: nooit twee keer dezelfde zin."""
    if b.daad.reden in b.kennis.zinnen:
        return zelfde_vraag(b, b.wissel(str(b.daad.reden), b.stand.beurten))
    if not b.daad.in_bereik:
        return _buiten_bereik(b)
    mis = b.stand.mis + 1
    lezingen = tuple(
        b.kennis.situaties[s] for s in b.daad.situaties if s in b.kennis.situaties and b.kennis.situaties[s].knop
    )[:MAX_KNOPPEN_LEZINGEN]
    if mis == 1 and lezingen and b.stand.vraag is None:
        knoppen = tuple(Knop(f"situatie:{s.id}", s.knop) for s in lezingen)
        return b.stand.met(mis=mis), (Keuze(b.zin("bedoel_je"), "knoppen", knoppen),)
    b, keer = _tel(b)
    if mis >= NAAR_MENSEN:
        return _niet_verder(b, b.wissel("niet_verder", keer))
    # wie vaag begint ('er is iets ergs'), hoort geen 'dat begrijp ik niet'
    vaag = b.stand.vraag is None and b.daad.situaties[:1] == (VAAG,)
    return _korter(b, keer) or _niet_verder(b, b.zin("vertel_meer") if vaag else b.wissel("niet_begrepen", keer))


def _tel(b: Beurt) -> tuple[Beurt, int]:
    """De hoeveelste misser dit is; er staat er altijd maar één in de stand, ook in een lang gesprek."""
    keer = next((int(id_.removeprefix(MISSER)) for id_ in b.stand.gehad if id_.startswith(MISSER)), 0)
    rest = (id_ for id_ in b.stand.gehad if not id_.startswith(MISSER))
    return replace(b, stand=b.stand.met(gehad=(*rest, f"{MISSER}{(keer + 1) % RONDE}"))), keer


def _korter(b: Beurt, keer: int) -> tuple[Stand, Blokken] | None:
    """De eerste keer mis op een vraag: eerst wat we wel weten, dan een andere vraag, of dezelfde in minder woorden."""
    feit = b.kennis.feiten.get(b.stand.vraag or "")
    if feit is None or b.daad.soort not in VRIJ:
        return None
    rol = b.stand.zaak.waarde(ROL)
    bekend = [
        stuk for a in b.stand.zaak.antwoorden if not a.onbekend and a.feit != ROL for stuk in gehoord(b.kennis, a, rol)
    ]
    opzij = b.stand.met(mis=b.stand.mis + 1, vraag=None, uitgesteld=(*b.stand.uitgesteld, feit.id))
    ander, _ = kies_vraag(b, opzij, beoordeel(b.kennis, opzij.zaak, b.vandaag))
    verder_ = ander is not None and ander.id != feit.id
    stand = opzij.met(vraag=ander.id) if ander is not None and verder_ else b.stand.met(mis=b.stand.mis + 1)
    vraag = vraagblok(b, ander, stand) if ander is not None and verder_ else vraagblok(b, feit)
    zin = b.wissel("niet_begrepen", keer)
    if bekend:
        zin = b.wissel("mis_verder" if verder_ else "mis_gehoord", keer).format(lijst=opsomming(bekend[-TERUGGEZEGD:]))
    mens = Knop("mens", b.zin("mens_kop"))
    tekst = vraag.tekst if verder_ else feit.kort or vraag.tekst
    return stand, (Tekst(zin), replace(vraag, tekst=tekst, extra=(*vraag.extra, mens)))


def _buiten_bereik(b: Beurt) -> tuple[Stand, Blokken]:
    """De goede deur, en wat iemand al vertelde blijft staan: geen vraag erachteraan die daar niets mee te maken heeft."""
    stand = b.stand.met(mis=b.stand.mis + 1)
    zin = b.wissel("buiten_bereik", b.stand.mis)
    if b.stand.vraag is None:
        return zelfde_vraag(replace(b, stand=stand), zin)
    knoppen = (Knop("nog_eens", b.zin("verder_met_verhaal")), Knop("mens", b.zin("mens_kop")))
    return stand, (Keuze(zin, "knoppen", knoppen),)


def raad(b: Beurt) -> tuple[Stand, Blokken]:
    """Iemand weet het niet, en er staat geen vraag open. Na het advies: één ding om mee te beginnen, of een mens."""
    if b.stand.fase != "advies":
        return _niet_verder(b, b.wissel("weet_niet_begin", b.stand.mis))
    keer = b.stand.mis % WEET_NIET_RONDE
    if keer == WEET_NIET_RONDE - 1:
        return _niet_verder(b, b.zin("weet_niet_mensen"))
    return b.stand.met(mis=b.stand.mis + 1), _begin_hier(b, b.wissel("weet_niet_advies", keer))


def wat_nu(b: Beurt) -> tuple[Stand, Blokken]:
    """'Wat moet ik nu doen?': de eerste stap zelf, zodra we iets weten; daarna pas de vraag die het preciezer maakt."""
    if b.stand.fase == "advies" and b.stand.vraag is None:
        return b.stand, _begin_hier(b, b.zin("wat_nu_advies"))
    if not b.stand.zaak.antwoorden:
        return zelfde_vraag(b, b.wissel("wat_nu_straks", b.stand.beurten))
    # wie het weer vraagt, krijgt de volgende stap, en niet dezelfde kaart
    stap = volgende_stap(b, getoond(b.stand) | afgevinkt(b.stand))
    if stap is None:
        return zelfde_vraag(b, b.wissel("wat_nu_straks", b.stand.beurten))
    stand = b.stand.met(gehad=(*b.stand.gehad, f"{STAP}{stap.route.id}"))
    return ertussen(replace(b, stand=stand), (Tekst(b.zin("wat_nu_al")), stap_lijst(b, stap)))


def _begin_hier(b: Beurt, zin: str) -> Blokken:
    """De eerste stap zelf, en niet alleen een knop ernaartoe."""
    stap, knoppen = volgende_stap(b, afgevinkt(b.stand)), (Knop("mens", b.zin("mens_kop")),)
    if stap is None:
        return Tekst(zin), Keuze("", "knoppen", knoppen)
    hoe = Knop(f"route:{stap.route.id}", b.zin("eerste_stap_knop"))
    return Tekst(zin), stap_lijst(b, stap), Keuze("", "knoppen", (hoe, *knoppen))


def _niet_verder(b: Beurt, zin: str) -> tuple[Stand, Blokken]:
    """De zin en de vraag die openstond; vaker mis ook de mensen."""
    stand = b.stand.met(mis=b.stand.mis + 1)
    if stand.mis < NAAR_MENSEN:
        return ertussen(replace(b, stand=stand), (Tekst(zin),))
    mensen = naslag.hulplijst(b.kennis, beoordeel(b.kennis, stand.zaak, b.vandaag))
    return ertussen(replace(b, stand=stand), (Tekst(zin), mensen))
