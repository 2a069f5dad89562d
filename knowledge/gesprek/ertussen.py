"""Iets ertussendoor: waarom, overzicht, een mens, een begrip. Daarna weer dezelfde vraag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.gesprek import naslag, platforms
from knowledge.gesprek.adviestekst import noodblok, uitlegblokken
from knowledge.gesprek.antwoorden import knop_naar
from knowledge.gesprek.briefblokken import AGENDA, GEWAARSCHUWD, agendablokken, agendavraag, briefblokken, heeft_data
from knowledge.gesprek.brieflijst import brieflijsten
from knowledge.gesprek.openingstijd import nummer, op_volgorde
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.taalkaart import gesproken
from knowledge.gesprek.vervolg import Beurt, Blokken, verder
from knowledge.recht import adviseer, beoordeel
from knowledge.woorden import Keuze, Knop, Lijst, Punt, Tekst, antwoordtekst

WAAROM = "waarom_"
"""Zo staat in `Stand.gehad` dat we al uitlegden waarom we dit vragen."""
AANBOD = "aanbod_"
"""Zo staat in `Stand.gehad` wat er onder een antwoord als eerste te kiezen was, met de beurt."""
KEUZES_GENOEMD = 4
"""Meer knoppen noemen we niet in een zin; ze staan eronder."""


def waarom(b: Beurt) -> tuple[Stand, Blokken]:
    feit = b.kennis.feiten.get(b.stand.vraag or "")
    if feit is None:
        return zelfde_vraag(b, b.zin("over"))
    gezegd = f"{WAAROM}{feit.id}"
    if gezegd in b.stand.gehad:
        # twee keer niet begrepen: dan ligt het aan de vraag
        over = b.stand.met(vraag=None, uitgesteld=(*b.stand.uitgesteld, feit.id, feit.id))
        return ertussen(replace(b, stand=over), (Tekst(b.zin("overgeslagen")),))
    return zelfde_vraag(replace(b, stand=b.stand.met(gehad=(*b.stand.gehad, gezegd))), feit.waarom)


def overzicht(b: Beurt) -> tuple[Stand, Blokken]:
    punten = tuple(
        Punt(
            b.kennis.feiten[a.feit].vraag,
            antwoordtekst(b.kennis, a),
            id=a.feit,
            knoppen=(Knop(f"wijzig:{a.feit}", b.zin("verander_knop")),),
        )
        for a in b.stand.zaak.antwoorden
    )
    if not punten:
        return zelfde_vraag(b, b.zin("niets_verteld"))
    return ertussen(b, (Lijst(b.zin("overzicht_kop"), "overzicht", punten),))


def mens(b: Beurt) -> tuple[Stand, Blokken]:
    lijst = naslag.hulplijst(b.kennis, beoordeel(b.kennis, b.stand.zaak, b.vandaag))
    return ertussen(b, (Tekst(b.zin("mens")), _wie_nu_opneemt(b, lijst)))


def _wie_nu_opneemt(b: Beurt, lijst: Lijst) -> Lijst:
    """Wie nu opneemt eerst, met tot hoe laat: om twee uur 's nachts helpt een dichte lijn niemand."""
    punten = {punt.id: punt for punt in lijst.items}
    rij = op_volgorde((b.kennis.instanties[id_] for id_ in punten if id_ is not None), b.nu)
    items = []
    for instantie in rij:
        telefoon = nummer(b.kennis, instantie, b.nu)
        items.append(replace(punten[instantie.id], telefoon=(telefoon,) if telefoon else ()))
    return replace(lijst, items=tuple(items))


def gewist(b: Beurt) -> Blokken:
    """Alles is weg; opnieuw beginnen mag altijd."""
    zin = b.zin("gewist" if b.daad.soort == "wis" else "stop")
    return Tekst(zin), keuze(b, (Knop("opnieuw", b.zin("opnieuw")),))


def nood(b: Beurt) -> tuple[Stand, Blokken]:
    if b.daad.naam not in b.kennis.noodteksten:
        return zelfde_vraag(b, b.zin("niet_begrepen"))
    return b.stand, (
        noodblok(b.kennis, b.daad.naam, gesproken(b)),
        keuze(b, (Knop("verder", b.zin("verder")), Knop("mens", b.zin("mens_kop")))),
    )


def toon_naslag(b: Beurt) -> tuple[Stand, Blokken]:
    blokken = naslag.toon(b.kennis, b.stand.zaak, b.vandaag, b.daad.soort, b.daad.naam or "")
    return ertussen(b, blokken) if blokken else zelfde_vraag(b, b.zin("niet_begrepen"))


def toon_platform(b: Beurt) -> tuple[Stand, Blokken]:
    """De weg bij één platform, met wat er daarna kan."""
    platform = b.kennis.platforms.get(b.daad.naam or "")
    if platform is None:
        return zelfde_vraag(b, b.zin("niet_begrepen"))
    verder_ = tuple(knop for code in platform.verder if (knop := knop_naar(b.kennis, code)))
    punt = replace(platforms.punt(b.kennis, platform), titel=b.zin("platform_eerst"), knoppen=verder_)
    lijst = Lijst(b.zin("platform_kop", naam=platform.naam), "stappen", (punt,))
    return ertussen(b, (lijst, naslag.bronnenblok(b.kennis, punt.bronnen)))


def toon_brief(b: Beurt) -> tuple[Stand, Blokken]:
    """Een brief, of de data voor in de agenda: die pas na de waarschuwing over een bekeken telefoon."""
    if b.daad.reden is not None and _te_vroeg(b):
        return zelfde_vraag(b, b.zin(b.daad.reden))
    advies = adviseer(b.kennis, b.stand.zaak, b.vandaag)
    if b.daad.naam == AGENDA and heeft_data(advies):
        if GEWAARSCHUWD in b.stand.gehad:
            return ertussen(b, agendablokken(b.kennis))
        return b.stand.met(gehad=(*b.stand.gehad, GEWAARSCHUWD)), agendavraag(b.kennis)
    blokken = briefblokken(b.kennis, advies, b.daad.naam or "")
    if blokken:
        return ertussen(b, blokken)
    return zelfde_vraag(b, b.zin("brief_past_niet" if b.stand.zaak.antwoorden else "brief_na_vragen"))


def toon_brieven(b: Beurt) -> tuple[Stand, Blokken]:
    """Alleen de lijst: welke brief nu, welke later, en welke beter niet."""
    if b.daad.reden is not None and _te_vroeg(b):
        return zelfde_vraag(b, b.zin(b.daad.reden))
    lijsten = brieflijsten(b.kennis, adviseer(b.kennis, b.stand.zaak, b.vandaag))
    return ertussen(b, lijsten) if lijsten else zelfde_vraag(b, b.zin("brief_past_niet"))


def _te_vroeg(b: Beurt) -> bool:
    """Wie erom typt zolang er nog iets te vragen is: dan weten we nog niet welke brief past."""
    stand = b.stand
    bezig = stand.vraag is not None or not stand.zaak.antwoorden
    return stand.fase != "advies" and bezig


def waarom_dit(b: Beurt) -> tuple[Stand, Blokken]:
    return ertussen(b, uitlegblokken(b.kennis, adviseer(b.kennis, b.stand.zaak, b.vandaag)))


def bronnen(b: Beurt) -> tuple[Stand, Blokken]:
    return ertussen(b, (naslag.bronnenblok(b.kennis, adviseer(b.kennis, b.stand.zaak, b.vandaag).bronnen),))


def zeg(sleutel: str) -> Callable[[Beurt], tuple[Stand, Blokken]]:
    def doe(b: Beurt) -> tuple[Stand, Blokken]:
        return zelfde_vraag(b, b.wissel(sleutel, b.stand.beurten))

    return doe


def zelfde_vraag(b: Beurt, zin: str) -> tuple[Stand, Blokken]:
    return ertussen(b, (Tekst(zin),))


def past_niet(b: Beurt, feit_id: str, reden: str) -> str:
    """Wat we zeggen als een antwoord niet past. Na 'ja' op een vraag met andere knoppen: welke er zijn."""
    feit = b.kennis.feiten.get(feit_id)
    if reden != "geen_antwoord" or feit is None or not feit.opties:
        return b.zin(reden)
    return b.zin("kies_uit", keuzes=" · ".join(optie.label for optie in feit.opties[:KEUZES_GENOEMD]))


def ertussen(b: Beurt, blokken: Blokken) -> tuple[Stand, Blokken]:
    """Iets tussendoor, en dan terug naar waar we waren."""
    if b.stand.fase in ("advies", "gestopt") and b.stand.vraag is None:
        return b.stand, (
            *blokken,
            keuze(b, (Knop("advies", b.zin("advies_kop")), Knop("overzicht", b.zin("verander_knop")))),
        )
    stand, erna = verder(b, b.stand)
    return stand, (*blokken, *erna)


def aangeboden(stand: Stand) -> str | None:
    """De eerste knop onder het antwoord van de vorige beurt: daar zegt 'ja' op."""
    vooraf = f"{AANBOD}{stand.beurten - 1}_"
    return next((id_.removeprefix(vooraf) for id_ in stand.gehad if id_.startswith(vooraf)), None)


def _met_aanbod(stand: Stand, antwoord: Blokken) -> Stand:
    knop = next((blok.opties[0] for blok in antwoord if isinstance(blok, Keuze) and blok.opties), None)
    gehad = tuple(id_ for id_ in stand.gehad if not id_.startswith(AANBOD))
    return stand.met(gehad=(*gehad, f"{AANBOD}{stand.beurten}_{knop.code}") if knop else gehad)


def na_antwoord(b: Beurt, antwoord: Blokken) -> tuple[Stand, Blokken]:
    """Na een antwoord terug naar waar we waren. Wie nog niets verteld heeft, krijgt geen lijst met situaties."""
    stand = _met_aanbod(b.stand.met(mis=0), antwoord)
    if stand.vraag is None and not stand.zaak.antwoorden and stand.fase != "advies":
        knoppen = (Knop("verder", b.zin("antwoord_vertel_knop")), Knop("mens", b.zin("mens_kop")))
        return stand.met(fase="vragen"), (*antwoord, Keuze(b.zin("antwoord_nog_iets"), "knoppen", knoppen))
    return ertussen(replace(b, stand=stand), antwoord)


def keuze(b: Beurt, knoppen: tuple[Knop, ...]) -> Keuze:
    return Keuze("", "knoppen", knoppen)
