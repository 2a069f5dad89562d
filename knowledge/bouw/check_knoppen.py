"""Elke knop die uit deze inhoud kan komen, past op elk kanaal: Telegram neemt er geen aan van meer dan 64 bytes."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import schema
from knowledge.bouw.load import Gelezen
from knowledge.errors import Melding
from knowledge.gesprek import CODE_BYTES
from knowledge.recht import SCHEIDING

KNOP_VAN = {
    "feiten": "wijzig",
    "gronden": "grond",
    "routes": "route",
    "begrippen": "begrip",
    "bronnen": "bron",
    "situaties": "situatie",
}
"""Map naar de soort knop die een onderdeel ervan noemt."""
LANGSTE_VORM = 5
"""`:docx` achter de naam van een brief, op een kanaal dat bestanden stuurt."""


def controleer_knoppen(gelezen: Gelezen) -> Iterator[Melding]:
    """Een melding bij elke naam of optie waarvan de knop te lang wordt."""
    inhoud = gelezen.inhoud
    for map_, soort in KNOP_VAN.items():
        for onderdeel in getattr(inhoud, map_):
            if _te_lang(code := f"{soort}:{onderdeel.id}"):
                yield gelezen.plaatsen[map_, onderdeel.id].melding(("id",), *_zeg(code))
    for feit in inhoud.feiten:
        for nummer, code in _opties(feit):
            if _te_lang(code):
                yield gelezen.plaatsen["feiten", feit.id].melding(("opties", nummer), *_zeg(code))
    opties = {feit.id: feit.opties for feit in inhoud.feiten}
    for brief in inhoud.brieven:
        kiest = brief.ontvangers
        achter = [f"{SCHEIDING}{o.id}" for o in opties.get(kiest.feit, ())] if kiest else [""]
        for code in (f"bestand:{brief.id}{deel}" for deel in achter):
            if _te_lang(code, LANGSTE_VORM):
                yield gelezen.plaatsen["brieven", brief.id].melding(("id",), *_zeg(code))
                break


def _opties(feit: schema.Feit) -> Iterator[tuple[int, str]]:
    """Per optie de langste knop: zijn antwoord, of bij een meerkeuze het vinkje met de stand van alle vinkjes erin."""
    for nummer, optie in enumerate(feit.opties):
        yield nummer, f"antwoord:{feit.id}:{optie.id}"
        if feit.soort == "meerkeuze":
            yield nummer, f"mk:{feit.id}:0000:{2 ** len(feit.opties) - 1:x}:{nummer}"


def _te_lang(code: str, erbij: int = 0) -> bool:
    return len(code.encode()) + erbij > CODE_BYTES


def _zeg(code: str) -> tuple[str, str]:
    return f"de knop `{code}` is langer dan {CODE_BYTES} bytes", "kies een kortere id; Telegram weigert deze knop"
