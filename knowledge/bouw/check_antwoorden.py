"""De antwoorden controleren: de eerste zin antwoordt, kort genoeg, genoeg manieren om het te vragen, en elke knop bestaat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from knowledge import schema
from knowledge.bouw.doorloop import Pad
from knowledge.bouw.load import Gelezen, Plaats
from knowledge.bouw.taal import pakt_beeld, woorden, zinnen
from knowledge.errors import Melding, lijkt_op
from knowledge.recht import NEE, Atomen, Toets, Zaak
from knowledge.stam import plat

MEESTE_WOORDEN = 60
MINSTE_MANIEREN = 12
LEEFTIJD, VOLWASSEN = "leeftijd", "volwassen"
HANGT_AF = re.compile(r"\b(?:hangt (?:er|daar)? ?van af|hangt ervan af|dat verschilt|ligt eraan)\b", re.I)
GEVALLEN = re.compile(r"\b(?:als|wie|bij|onder|ben je|was je|staat|is het|heb je|zonder|voor)\b", re.I)
"""Waarmee een zin begint die zegt in welk geval iets geldt."""
TE_LAAT = re.compile(r"\b(?:je bent te laat|het is te laat|is verjaard|kan (?:nu )?niet meer)\b", re.I)
DOEL = {
    "route": "routes",
    "brief": "brieven",
    "begrip": "begrippen",
    "grond": "gronden",
    "instantie": "instanties",
    "platform": "platforms",
}


def controleer_antwoorden(gelezen: Gelezen) -> Iterator[Melding]:
    """Alles wat aan de antwoorden niet klopt."""
    yield from _namen(gelezen)
    gehad: dict[str, str] = {}
    bekend = {vraag.id for thema in gelezen.inhoud.antwoorden for vraag in thema.vragen}
    for thema in gelezen.inhoud.antwoorden:
        plaats = gelezen.plaatsen["antwoorden", thema.id]
        yield from _te_lang(plaats, ("kort",), thema.kort)
        yield from _nummers(gelezen, plaats, ("kort",), thema.kort)
        yield from _bewaart_beeld(gelezen, plaats, ("kort",), thema.kort, None)
        for nummer, vraag in enumerate(thema.vragen):
            pad: Pad = ("vragen", nummer)
            yield from _antwoorden(gelezen, plaats, pad, vraag)
            yield from _manieren(plaats, pad, vraag, gehad)
            yield from _knoppen(gelezen, plaats, pad, vraag, bekend)


def _namen(gelezen: Gelezen) -> Iterator[Melding]:
    aantal = Counter(vraag.id for thema in gelezen.inhoud.antwoorden for vraag in thema.vragen)
    for thema in gelezen.inhoud.antwoorden:
        for nummer, vraag in enumerate(thema.vragen):
            if aantal[vraag.id] > 1:
                yield gelezen.plaatsen["antwoorden", thema.id].melding(
                    ("vragen", nummer, "id"), f"twee antwoorden heten `{vraag.id}`", "geef elk antwoord een eigen id"
                )


def _antwoorden(gelezen: Gelezen, plaats: Plaats, pad: Pad, vraag: schema.Vraagantwoord) -> Iterator[Melding]:
    rij: list[tuple[Pad, str, schema.Voorwaarde | None]] = [((*pad, "antwoord"), vraag.antwoord, None)]
    rij += [((*pad, "varianten", nr, "antwoord"), v.antwoord, v.als) for nr, v in enumerate(vraag.varianten)]
    for plek, tekst, als in rij:
        yield from _te_lang(plaats, plek, tekst)
        yield from _nummers(gelezen, plaats, plek, tekst)
        yield from _bewaart_beeld(gelezen, plaats, plek, tekst, als)
        eerste = (zinnen(tekst) or [""])[0]
        if eerste.endswith("?"):
            yield plaats.melding(plek, "de eerste zin is een vraag", "begin met het antwoord, en vraag daarna")
        if HANGT_AF.search(eerste) and not _twee_gevallen(tekst):
            yield plaats.melding(
                plek, "'dat hangt ervan af' zonder de gevallen", "noem erachter de twee gevallen, elk met wat dan geldt"
            )
        te_laat = TE_LAAT.search(tekst)
        if als is None and te_laat:
            yield plaats.melding(
                plek,
                f"'{te_laat[0]}' zonder te weten wanneer het was",
                "zeg hoe lang iets kan; of het te laat is, zegt alleen een datum",
            )


def _twee_gevallen(tekst: str) -> bool:
    return len(GEVALLEN.findall(tekst)) >= 2


def _nummers(gelezen: Gelezen, plaats: Plaats, pad: Pad, tekst: str) -> Iterator[Melding]:
    """`{politie_0900}` noemt een instantie die er is."""
    bekend = {instantie.id for instantie in gelezen.inhoud.instanties}
    for naam in re.findall(r"\{([^}]*)\}", tekst):
        if naam not in bekend:
            yield plaats.melding(pad, f"`{{{naam}}}` staat niet in instanties/", lijkt_op(naam, bekend))


def _te_lang(plaats: Plaats, pad: Pad, tekst: str) -> Iterator[Melding]:
    aantal = len(woorden(tekst.replace("**", "")))
    if aantal > MEESTE_WOORDEN:
        yield plaats.melding(pad, f"{aantal} woorden", f"maak er hoogstens {MEESTE_WOORDEN} van")


def _bewaart_beeld(
    gelezen: Gelezen, plaats: Plaats, pad: Pad, tekst: str, als: schema.Voorwaarde | None
) -> Iterator[Melding]:
    """Een antwoord dat zegt het beeld te bewaren of te sturen, geldt alleen als vaststaat dat iemand volwassen was."""
    leeftijd = next((feit for feit in gelezen.inhoud.feiten if feit.id == LEEFTIJD), None)
    if leeftijd is None or not pakt_beeld(tekst):
        return
    onzeker = [optie.id for optie in leeftijd.opties if optie.id != VOLWASSEN]
    if als is None or not all(_sluit_uit(als, optie) for optie in onzeker):
        yield plaats.melding(
            pad,
            "dit antwoord laat iemand een beeld bewaren of delen dat van een kind kan zijn",
            "zet het in een variant met `als: {leeftijd: volwassen}`",
        )


def _sluit_uit(als: schema.Voorwaarde, leeftijd: str) -> bool:
    atomen: Any = Atomen()
    toets = Toets(als, atomen)
    return toets.weeg(atomen.vast(Zaak().met(LEEFTIJD, leeftijd))) == NEE


def _manieren(plaats: Plaats, pad: Pad, vraag: schema.Vraagantwoord, gehad: dict[str, str]) -> Iterator[Melding]:
    if len(vraag.anders) < MINSTE_MANIEREN:
        yield plaats.melding(
            (*pad, "anders"),
            f"{len(vraag.anders)} manieren om dit te vragen",
            f"schrijf er minstens {MINSTE_MANIEREN}, echt verschillend",
        )
    for nummer, manier in enumerate((vraag.vraag, *vraag.anders)):
        vorm = " ".join(re.findall(r"[^\W_]+", plat(manier)))
        if vorm in gehad and (nummer or gehad[vorm] != vraag.id):
            yield plaats.melding(
                (*pad, "anders", nummer - 1) if nummer else (*pad, "vraag"),
                f"'{manier}' staat ook bij `{gehad[vorm]}`",
                "haal er één weg",
            )
        gehad[vorm] = vraag.id


def _knoppen(
    gelezen: Gelezen, plaats: Plaats, pad: Pad, vraag: schema.Vraagantwoord, antwoorden: set[str]
) -> Iterator[Melding]:
    for nummer, knop in enumerate(vraag.verder):
        soort, _, naam = knop.partition(":")
        bekend = antwoorden if soort == "antwoord" else {o.id for o in getattr(gelezen.inhoud, DOEL[soort])}
        if naam not in bekend:
            yield plaats.melding((*pad, "verder", nummer), f"`{knop}` bestaat niet", lijkt_op(naam, bekend))
        elif naam == vraag.id:
            yield plaats.melding((*pad, "verder", nummer), f"`{knop}` is dit antwoord zelf", "haal de knop weg")
