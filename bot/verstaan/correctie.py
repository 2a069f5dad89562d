"""Verbeteren in eigen woorden: wat iemand ontkent en wat het dan wel is. De kern vergelijkt dat met de zaak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.verstaan import keuzes
from bot.verstaan.datum import lees_moment
from bot.verstaan.feiten import JA_NEE, Feitenvinder
from bot.verstaan.kalender import BestaatNiet
from knowledge import Kennis
from knowledge.gesprek import Correctie
from knowledge.recht import Waarde

LANGST = 400
_BEGIN = r"(?:(?:nee+|neen|sorry|oh?|ow|oeps|wacht|fout|foutje|verkeerd|pardon|even|trouwens|hoi)[ ,.!:]+)"
_STUK = r"[^.,;!?\n]"
_VORMEN = tuple(
    re.compile(patroon)
    for patroon in (
        rf"\b(?:niet|geen) (?P<weg>{_STUK}{{1,60}}?),? maar (?:juist |wel |gewoon )?(?P<juist>[^.;!?\n]{{1,120}})",
        rf"^{_BEGIN}*(?:(?:het|dat) (?:van |over |met |op )?(?:(?:de|het|die|dat|mijn) )?)?(?P<weg>{_STUK}{{0,60}}?) ?\b(?:klopt|is|was) (?:dus |echt |helemaal |ook |er )?(?:niet(?: waar| goed| juist)?|fout|verkeerd)\b[.,;!? ]+(?P<juist>.{{1,200}})$",
        rf"^{_BEGIN}+(?P<juist>{_STUK}{{1,80}}?),? (?:en |dus )?niet (?P<weg>{_STUK}{{1,40}})$",
        rf"^(?P<juist>{_STUK}{{0,60}}?\d{_STUK}{{0,20}}?),? (?:en |dus )?niet (?P<weg>{_STUK}{{0,30}}\d{_STUK}{{0,20}})$",
        rf"^{_BEGIN}+(?:{_STUK}{{0,40}} )?(?:niet|geen) (?P<weg>{_STUK}{{1,60}})(?:[.,;!?\n]+ *(?P<juist>.{{1,200}}))?$",
        rf"^niet (?P<weg>{_STUK}{{1,60}})[.,;!?\n]+ *(?P<juist>.{{1,200}})$",
        r"(?P<weg>)\b(?:ik bedoel(?:de)?|bedoel(?:de)? ik|(?:het|dat) was eigenlijk|eigenlijk was het|ik vergis(?:te)? me|typfout(?:je)?|foutje)[ ,:]+(?P<juist>.{1,200})$",
    )
)
_ONTKENT = re.compile(r"\b(?:niet|geen)\b")
_NIEUWE_ZIN = re.compile(r"(?<=\w) (?:ze|zij|hij|ik|we|wij|alleen|gewoon|enkel|maar) (?=\w)")
_LOOS = re.compile(
    r"^(?:(?:op|via|bij|in|met|door|van|over|het|de|een|die|dat|mijn|was|is|ik ben|ik was|hij is|ze is|zij is|te) )+"
)
_LEEFTIJD = re.compile(
    r"^(?:(?:ik|hij|ze|zij|we|wij|die|is|ben|was|zijn|nu|pas|toen|net|maar|wel|gewoon) )*(\d{1,2})(?: jaar)?(?: oud)?$"
)


def hoor_correctie(tekst: str, kennis: Kennis, vinder: Feitenvinder, vandaag: date) -> Correctie | None:
    """Wat er ontkend wordt en wat er voor in de plaats komt; None als dit geen verbetering is."""
    laag = " ".join(tekst.lower().split())
    if len(laag) > LANGST:
        return None
    weg: list[tuple[str, Waarde]] = []
    juist: list[tuple[str, Waarde]] = []
    zeker: list[tuple[str, Waarde]] = []
    data: list[str] = []
    oude_data: list[str] = []
    for niet, wel in _stukken(laag):
        weg += _kandidaten(niet, kennis, vinder, vandaag) if niet else _al_het_andere(wel, kennis)
        oude_data += _datum(niet, vandaag)
        juist += _kandidaten(wel, kennis, vinder, vandaag)
        data += _datum(wel, vandaag)
        zeker += [
            (g.feit, g.waarde)
            for g in vinder.vind(wel, vandaag)
            if g.zeker and kennis.feiten[g.feit].soort not in ("datum", "leeftijd")
        ]
    gevonden = Correctie(
        *(tuple(dict.fromkeys(rij)) for rij in (weg, juist, zeker)), tuple(data[:1]), tuple(oude_data[:1])
    )
    return gevonden if gevonden.iets else None


def _stukken(laag: str) -> Iterator[tuple[str, str]]:
    """Per vorm één keer wat ontkend wordt en wat het wel is; de eerste vorm die past, geldt voor dat deel."""
    gehad: list[str] = []
    for vorm in _VORMEN:
        for treffer in vorm.finditer(laag):
            niet, wel = treffer["weg"] or "", treffer["juist"] or ""
            if niet and any(niet in eerder for eerder in gehad):
                continue
            gehad.append(niet)
            niet, erna = _alleen_dit(niet.strip())
            yield niet, _ONTKENT.split(f"{erna} {wel}".strip())[0].strip()


def _alleen_dit(stuk: str) -> tuple[str, str]:
    """'nee geen geweld ze dreigt alleen met de video': wat ontkend wordt, houdt op waar een nieuwe zin begint."""
    grens = _NIEUWE_ZIN.search(stuk)
    return (stuk[: grens.start()].strip(), stuk[grens.start() :].strip()) if grens else (stuk, "")


def _kandidaten(stuk: str, kennis: Kennis, vinder: Feitenvinder, vandaag: date) -> list[tuple[str, Waarde]]:
    """Wat dit stuk kan betekenen. Noemt het een knop ('telegram'), dan alleen die; anders ruim: de kern vergelijkt met de zaak."""
    if not stuk:
        return []
    genoemd = list(_op_label(stuk, kennis))
    if genoemd:
        return genoemd
    uit: list[tuple[str, Waarde]] = []
    for zin in (stuk, f"{stuk} heeft", f"ik word {stuk}"):
        uit += [(g.feit, g.waarde) for g in vinder.vind(zin, vandaag)]
    for feit in kennis.feiten.values():
        if feit.opties and feit.soort != "leeftijd" and (gekozen := keuzes.kies(feit, _LOOS.sub("", stuk))):
            uit.append((feit.id, gekozen if feit.soort == "meerkeuze" else gekozen[0]))
    return uit


def _op_label(stuk: str, kennis: Kennis) -> Iterator[tuple[str, Waarde]]:
    kaal = _LOOS.sub("", stuk)
    jaren = _LEEFTIJD.match(stuk) or _LEEFTIJD.match(kaal)
    for feit in kennis.feiten.values():
        if feit.soort == "leeftijd":
            if jaren:
                yield feit.id, jaren[1]
        elif feit.opties and (label := keuzes.op_label(feit, kaal)) is not None and label not in JA_NEE:
            yield feit.id, (label,) if feit.soort == "meerkeuze" else label


def _al_het_andere(stuk: str, kennis: Kennis) -> list[tuple[str, Waarde]]:
    """'Ik bedoelde whatsapp': dan niet wat er eerst stond."""
    uit: list[tuple[str, Waarde]] = []
    for naam, waarde in _op_label(stuk, kennis):
        feit, juist = kennis.feiten[naam], waarde if isinstance(waarde, tuple) else (waarde,)
        rest = tuple(optie.id for optie in feit.opties if optie.id not in juist)
        if feit.soort == "meerkeuze":
            uit.append((naam, rest))
        elif feit.soort != "leeftijd":
            uit += [(naam, optie) for optie in rest]
    return uit


def _datum(stuk: str, vandaag: date) -> list[str]:
    try:
        moment = lees_moment(stuk, vandaag) if stuk else None
    except BestaatNiet:
        return []
    return [moment.vak.waarde] if moment and moment.vak.vroegst <= vandaag else []
