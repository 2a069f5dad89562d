"""De brieven controleren: elke plek die wordt ingevuld bestaat, en elke ontvanger en zin hoort bij een feit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from knowledge import schema
from knowledge.bouw.load import Gelezen, Plaats
from knowledge.brieven import PLEK, VAST
from knowledge.errors import Melding, lijkt_op

HAKEN = re.compile(r"\{[^{}]*\}?")
Pad = tuple[Any, ...]


def controleer_brieven(gelezen: Gelezen) -> Iterator[Melding]:
    """Alle fouten in brieven en briefzinnen."""
    feiten = {feit.id: feit for feit in gelezen.inhoud.feiten}
    zinnen = {zin.id: zin for zin in gelezen.inhoud.briefzinnen}
    for brief in gelezen.inhoud.brieven:
        plaats = gelezen.plaatsen["brieven", brief.id]
        for pad, tekst in _teksten(brief):
            yield from _plekken(gelezen.inhoud, feiten, brief, plaats, pad, tekst)
        for nummer, deel in enumerate(brief.delen):
            for feit in deel.feiten:
                if feit in feiten and (feit not in zinnen or (brief.taal == "en" and not zinnen[feit].en)):
                    yield plaats.melding(
                        ("delen", nummer, "feiten"),
                        f"`{feit}` heeft geen zin in briefzinnen/ voor een brief in het {brief.taal}",
                        "schrijf hem daar",
                    )
        opties = brief.ontvangers.opties if brief.ontvangers else {}
        for pad, zin in _zinnen(brief):
            for naam in zin.bij:
                if naam not in opties:
                    yield plaats.melding(
                        (*pad, "bij"), f"`{naam}` is geen ontvanger van deze brief", lijkt_op(naam, opties)
                    )
        yield from _ontvangers(gelezen.inhoud, feiten, brief, plaats)
        if brief.vertaling_van and brief.vertaling_van not in {b.id for b in gelezen.inhoud.brieven}:
            yield plaats.melding(
                ("vertaling_van",),
                f"de brief `{brief.vertaling_van}` bestaat niet",
                lijkt_op(brief.vertaling_van, [b.id for b in gelezen.inhoud.brieven]),
            )
    for briefzin in gelezen.inhoud.briefzinnen:
        yield from _briefzin(feiten, briefzin, gelezen.plaatsen["briefzinnen", briefzin.id])


def _zinnen(brief: schema.Brief) -> Iterator[tuple[Pad, schema.Zin]]:
    for nr, zin in enumerate(brief.voor_jou):
        yield ("voor_jou", nr), zin
    for d, deel in enumerate(brief.delen):
        for veld, zinnen in (("alineas", deel.alineas), ("lijst", deel.lijst)):
            for nr, zin in enumerate(zinnen):
                yield ("delen", d, veld, nr), zin


def _teksten(brief: schema.Brief) -> Iterator[tuple[Pad, str]]:
    """Elke tekst van een brief waarin iets ingevuld kan worden."""
    yield ("titel",), brief.titel
    for d, deel in enumerate(brief.delen):
        yield ("delen", d, "kop"), deel.kop or ""
    for pad, zin in _zinnen(brief):
        yield pad, zin.tekst


def _plekken(
    inhoud: schema.Inhoud, feiten: dict[str, schema.Feit], brief: schema.Brief, plaats: Plaats, pad: Pad, tekst: str
) -> Iterator[Melding]:
    for haken in HAKEN.findall(tekst):
        plek = PLEK.fullmatch(haken)
        soort, naam = (plek[1], plek[2]) if plek else ("", None)
        if soort in VAST and naam is None:
            continue
        if soort == "feit" and naam:
            if naam not in feiten:
                yield plaats.melding(pad, f"het feit `{naam}` bestaat niet", lijkt_op(naam, feiten))
            elif brief.taal == "en" and feiten[naam].soort != "datum":
                yield plaats.melding(
                    pad,
                    f"`{haken}` komt in het Nederlands in een Engelse brief",
                    "gebruik `feiten:` of een zin met `als`",
                )
        elif soort == "termijn" and naam:
            termijnen = [t.id for t in inhoud.termijnen]
            if naam not in termijnen:
                yield plaats.melding(pad, f"de termijn `{naam}` bestaat niet", lijkt_op(naam, termijnen))
        else:
            yield plaats.melding(
                pad,
                f"`{haken}` is geen plek die ingevuld wordt",
                lijkt_op(haken.strip("{}"), ["feit:…", "termijn:…", *VAST]),
            )


def _ontvangers(
    inhoud: schema.Inhoud, feiten: dict[str, schema.Feit], brief: schema.Brief, plaats: Plaats
) -> Iterator[Melding]:
    ontvangers = brief.ontvangers
    if ontvangers is None or ontvangers.feit not in feiten:
        if ontvangers is not None:
            yield plaats.melding(
                ("ontvangers", "feit"), f"het feit `{ontvangers.feit}` bestaat niet", lijkt_op(ontvangers.feit, feiten)
            )
        return
    opties = [optie.id for optie in feiten[ontvangers.feit].opties]
    instanties = [i.id for i in inhoud.instanties]
    for optie in ontvangers.namen:
        if optie not in ontvangers.opties:
            yield plaats.melding(
                ("ontvangers", "namen", optie),
                f"`{optie}` is geen ontvanger van deze brief",
                lijkt_op(optie, ontvangers.opties),
            )
    for optie, instantie in ontvangers.opties.items():
        pad = ("ontvangers", "opties", optie)
        if optie not in opties:
            yield plaats.melding(pad, f"`{optie}` is geen antwoord op `{ontvangers.feit}`", lijkt_op(optie, opties))
        if instantie is not None and instantie not in instanties:
            yield plaats.melding(pad, f"`{instantie}` staat niet in instanties/", lijkt_op(instantie, instanties))
        code = f"brief:{brief.id}__{optie}"
        if len(code.encode()) > 64:
            yield plaats.melding(pad, f"de knop `{code}` is langer dan 64 bytes", "kies een kortere id")


def _briefzin(feiten: dict[str, schema.Feit], zin: schema.Briefzin, plaats: Plaats) -> Iterator[Melding]:
    feit = feiten.get(zin.id)
    if feit is None:
        yield plaats.melding(("id",), f"het feit `{zin.id}` bestaat niet", lijkt_op(zin.id, feiten))
        return
    opties = ["datum"] if feit.soort == "datum" else [optie.id for optie in feit.opties]
    for taal in ("nl", "en"):
        for optie, tekst in getattr(zin, taal).items():
            if optie not in opties:
                yield plaats.melding(
                    (taal, optie), f"`{optie}` is geen antwoord op `{zin.id}`", lijkt_op(optie, opties)
                )
            for haken in HAKEN.findall(tekst):
                if haken not in ("{mij}", "{datum}"):
                    yield plaats.melding(
                        (taal, optie), f"`{haken}` is geen plek die ingevuld wordt", "gebruik {mij} of {datum}"
                    )
