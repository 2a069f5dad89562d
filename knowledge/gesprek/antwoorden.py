"""Antwoorden in het gesprek: de tekst die bij deze zaak past, haar bron, en waarmee iemand verder kan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from knowledge.gesprek import naslag
from knowledge.gesprek.vervolg import Beurt
from knowledge.recht import JA, ROL, Kennis, Zaak
from knowledge.schema import SLACHTOFFER, WEET_NIET
from knowledge.woorden import Blok, Keuze, Knop, Tekst

KNOP = "vraag"
"""De daad van een knop die een antwoord geeft: `vraag:aangifte_kosten`."""
_NUMMER = re.compile(r"\{([a-z0-9_]+)\}")
EINDE_ZIN = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
HELE_ZIN = 4
"""Zoveel woorden: korter is het 'Ja.' of 'Nee, meestal niet.', en zegt het los te weinig."""
KEUZES_BIJ_TWIJFEL = 2
KORT_BEGIN = 32
"""Zoveel woorden per antwoord als we er twee geven; de rest staat achter de knop."""
HULP_BIJ_TWIJFEL = "helpwanted"
VERVOLG = "hoe_verder"
"""Het thema met wat er na het advies gebeurt."""
OVER_VERVOLG = frozenset({"gedaan", "platform_gemeld", "nog_online"})
"""Wat zulk nieuws over de zaak mag zeggen."""


def antwoordblokken(b: Beurt) -> tuple[Blok, ...]:
    """Het antwoord op wat in dit bericht gevraagd is. Leeg als er niets gevraagd is.

    Eén gevonden antwoord geven we; bij twijfel tussen twee van allebei de zin die antwoordt; is er niets dat er goed
    genoeg op lijkt, dan zeggen we dat eerlijk, met wie het wel weet.
    """
    # bij twijfel stellen we niemand een vraag voor die alleen een dader heeft
    zeker = len(b.daad.antwoorden) == 1
    gevonden = tuple(id_ for id_ in b.daad.antwoorden if bestaat(b.kennis, id_) and _voor_wie(b, id_, zeker))
    if not gevonden and b.daad.antwoorden:
        return _onbekend(b)
    if len(gevonden) == 1:
        return _met_de_tweede(b, geef(b.kennis, b.stand.zaak, gevonden[0]))
    if gevonden:
        return _twijfel(b, gevonden[:KEUZES_BIJ_TWIJFEL])
    return _onbekend(b) if b.daad.vraagt_onbekends else ()


def _met_de_tweede(b: Beurt, blokken: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """Op een tweede vraag in hetzelfde bericht de zin die haar beantwoordt; de rest staat achter een knop."""
    ook = next((id_ for id_ in b.daad.ook_gevraagd if id_ in b.kennis.antwoorden and _voor_wie(b, id_)), None)
    if ook is None:
        return blokken
    antwoord = b.kennis.antwoorden[ook]
    zin = Tekst(b.zin("antwoord_ook", zin=_eerste_zin(tekst(b.kennis, b.stand.zaak, ook))))
    knoppen = tuple(knop for blok in blokken if isinstance(blok, Keuze) for knop in blok.opties)
    gezegd = tuple(blok for blok in blokken if not isinstance(blok, Keuze))
    alle = (*knoppen[:KEUZES_BIJ_TWIJFEL], Knop(f"{KNOP}:{ook}", antwoord.vraag))
    return (*gezegd, zin, naslag.bronnenblok(b.kennis, antwoord.bronnen), Keuze("", "knoppen", alle))


def _eerste_zin(tekst: str) -> str:
    """De zin die antwoordt; na een los 'Nee.' ook wat erop volgt."""
    delen = EINDE_ZIN.split(tekst)
    return " ".join(delen[: 2 if len(delen[0].split()) < HELE_ZIN else 1])


def met_nieuws(b: Beurt) -> Beurt:
    """Na het advies is 'ze hebben geweigerd' nieuws: het antwoord daarop gaat voor, en zegt alleen iets over het vervolg."""
    thema = b.kennis.antwoordthemas.get(VERVOLG)
    stand, nieuws = b.stand, b.daad.nieuws[:1]
    if stand.fase != "advies" or stand.vraag is not None or thema is None or b.daad.soort not in ("vertel", "zoek"):
        return b
    if not {vraag.id for vraag in thema.vragen}.issuperset(nieuws) or not nieuws:
        return b
    feiten = tuple((feit, ruw) for feit, ruw in b.daad.feiten if feit in OVER_VERVOLG)
    return replace(b, daad=replace(b.daad, antwoorden=nieuws, feiten=feiten, treffers=(), reden=None, gevoel=None))


def _voor_wie(b: Beurt, id_: str, zeker: bool = True) -> bool:
    """Een antwoord voor een ouder of een slachtoffer is geen antwoord voor wie het zelf deed. Weten we het niet: zie `zeker`."""
    rol, antwoord = b.stand.zaak.waarde(ROL), b.kennis.antwoorden.get(id_)
    if rol is None and not zeker:
        rol = SLACHTOFFER
    if antwoord is None or not antwoord.rollen or rol in (None, WEET_NIET, *antwoord.rollen):
        return True
    return b.kennis.vul_aan(b.stand.zaak).waarde(ROL) in antwoord.rollen


def bestaat(kennis: Kennis, id_: str) -> bool:
    soort, _, naam = id_.rpartition(":")
    if soort == "begrip":
        return naam in kennis.begrippen
    if soort == "grond":
        return naam in kennis.gronden
    return id_ in kennis.antwoorden


def geef(kennis: Kennis, zaak: Zaak, id_: str) -> tuple[Blok, ...]:
    """Eén antwoord met zijn bron en zijn knoppen."""
    soort, _, naam = id_.rpartition(":")
    if soort:
        return naslag.toon_kort(kennis, soort, naam)
    antwoord = kennis.antwoorden[id_]
    blokken: tuple[Blok, ...] = (Tekst(tekst(kennis, zaak, id_)), naslag.bronnenblok(kennis, antwoord.bronnen))
    knoppen = tuple(knop for code in antwoord.verder if (knop := knop_naar(kennis, code)))
    return (*blokken, Keuze("", "knoppen", knoppen)) if knoppen else blokken


def tekst(kennis: Kennis, zaak: Zaak, id_: str) -> str:
    """Het antwoord zoals het bij deze zaak hoort."""
    vast = kennis.atomen.vast(kennis.vul_aan(zaak))
    varianten = (v.antwoord for toets, v in kennis.antwoordvarianten.get(id_, ()) if toets.weeg(vast) == JA)
    return met_nummers(kennis, next(varianten, kennis.antwoorden[id_].antwoord))


def met_nummers(kennis: Kennis, zin: str) -> str:
    """`{politie_0900}` wordt het nummer: nummers staan alleen bij de instanties."""
    return _NUMMER.sub(lambda treffer: _nummer(kennis, treffer[1]), zin)


def _nummer(kennis: Kennis, naam: str) -> str:
    instantie = kennis.instanties[naam]
    return instantie.telefoon.nummer if instantie.telefoon else instantie.pagina


def _twijfel(b: Beurt, gevonden: tuple[str, ...]) -> tuple[Blok, ...]:
    """Twee vragen die het kunnen zijn: op allebei de zin die antwoordt, met de vraag erbij waar hij op slaat."""
    knoppen = tuple(knop for id_ in gevonden if (knop := knop_naar(b.kennis, _code(id_))))
    zinnen = tuple(zin for id_ in gevonden if (zin := _vraag_en_zin(b, id_)))
    if len(zinnen) < len(gevonden):
        return (Keuze(b.zin("antwoord_bedoel_je"), "knoppen", knoppen),)
    bronnen = (bron for id_ in gevonden for bron in b.kennis.antwoorden[id_].bronnen)
    return (
        Tekst("\n".join(zinnen)),
        naslag.bronnenblok(b.kennis, bronnen),
        Keuze(b.zin("antwoord_welke"), "knoppen", knoppen),
    )


def _vraag_en_zin(b: Beurt, id_: str) -> str | None:
    if id_ not in b.kennis.antwoorden:
        return None
    return f"**{b.kennis.antwoorden[id_].vraag}** {_begin(tekst(b.kennis, b.stand.zaak, id_))}"


def _begin(tekst: str) -> str:
    """De zin die antwoordt, met wat er nog bij past."""
    begin = _eerste_zin(tekst)
    for zin in EINDE_ZIN.split(tekst.removeprefix(begin).strip()):
        if len(f"{begin} {zin}".split()) > KORT_BEGIN:
            break
        begin = f"{begin} {zin}"
    return begin.strip()


def _onbekend(b: Beurt) -> tuple[Blok, ...]:
    """Liever eerlijk dan een antwoord dat er alleen op lijkt."""
    instantie = b.kennis.instanties.get(HULP_BIJ_TWIJFEL)
    if instantie is None:
        return (Tekst(b.wissel("antwoord_onbekend", b.stand.beurten)),)
    zin = b.wissel("antwoord_onbekend", b.stand.beurten)
    zin = zin.format(naam=instantie.naam, nummer=_nummer(b.kennis, HULP_BIJ_TWIJFEL))
    return (Tekst(zin), Keuze("", "knoppen", (Knop("mens", b.zin("mens_kop")),)))


def _code(id_: str) -> str:
    return id_ if ":" in id_ else f"antwoord:{id_}"


def knop_naar(kennis: Kennis, code: str) -> Knop | None:
    """Een knop bij een verwijzing uit de inhoud; None als die er niet (meer) is."""
    soort, _, naam = code.partition(":")
    if soort == "antwoord":
        return Knop(f"{KNOP}:{naam}", kennis.antwoorden[naam].vraag) if naam in kennis.antwoorden else None
    delen: dict[str, Iterable[str]] = {
        "route": kennis.routes,
        "brief": kennis.brieven,
        "begrip": kennis.begrippen,
        "grond": kennis.gronden,
        "instantie": kennis.instanties,
        "platform": kennis.platforms,
    }
    if naam not in delen.get(soort, ()):
        return None
    namen = {
        "route": lambda: kennis.routes[naam].naam,
        "brief": lambda: kennis.brieven[naam].naam,
        "begrip": lambda: kennis.begrippen[naam].naam,
        "grond": lambda: kennis.gronden[naam].naam,
        "instantie": lambda: kennis.instanties[naam].naam,
        "platform": lambda: kennis.zin("platform_knop", naam=kennis.platforms[naam].naam),
    }
    return Knop(code, namen[soort]())
