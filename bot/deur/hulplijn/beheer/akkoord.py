"""Een akkoord van de jurist: een patch om te committen. Op de server zelf verandert niets."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.kennis import WORTEL

BRONNEN = Path("knowledge/inhoud/bronnen")
TEGEN = ("primair", "secundair")
_VELD = re.compile(r"^  nagekeken_(?:op|tegen):")


class AkkoordFout(ValueError):
    """Dit akkoord kan niet; de melding zegt waarom."""


@dataclass(frozen=True)
class Akkoord:
    """Wie welke bronnen wanneer las, en waartegen."""

    naam: str
    dag: date
    bronnen: tuple[str, ...]
    tegen: str


def maak_patch(akkoord: Akkoord, wortel: Path = WORTEL) -> str:
    """De patch, klaar voor `git am`. Werpt `AkkoordFout` als een bron niet in de bestanden staat."""
    if akkoord.tegen not in TEGEN:
        raise AkkoordFout("kies waartegen je las: de wettekst zelf, of een andere tekst erover")
    if not akkoord.bronnen:
        raise AkkoordFout("kies minstens één bron")
    rest, stukken = set(akkoord.bronnen), []
    for pad in sorted((wortel / BRONNEN).glob("*.yaml")):
        oud = pad.read_text(encoding="utf-8")
        nieuw, gedaan = _zet(oud, rest, akkoord)
        rest -= gedaan
        if nieuw != oud:
            naam = (BRONNEN / pad.name).as_posix()
            stukken.append(f"diff --git a/{naam} b/{naam}\n" + "".join(_verschil(oud, nieuw, naam)))
    if rest:
        raise AkkoordFout(f"niet gevonden in {BRONNEN}: {', '.join(sorted(rest))}")
    if not stukken:
        raise AkkoordFout("deze bronnen staan al zo in de bestanden")
    return _kop(akkoord) + "".join(stukken) + "-- \nbalie\n"


def _zet(tekst: str, gezocht: Iterable[str], akkoord: Akkoord) -> tuple[str, set[str]]:
    uit: list[str] = []
    gedaan: set[str] = set()
    doelen = set(gezocht)
    nu: str | None = None
    regels = tekst.splitlines(keepends=True)
    for nr, regel in enumerate(regels):
        if treffer := re.match(r"^- id: ([a-z0-9_]+)\s*$", regel):
            nu = treffer[1] if treffer[1] in doelen else None
        if nu is None or not _VELD.match(regel):
            uit.append(regel)
        volgende = regels[nr + 1] if nr + 1 < len(regels) else "- "
        if nu is not None and not volgende.startswith("  "):
            uit.append(f"  nagekeken_op: {akkoord.dag.isoformat()}\n  nagekeken_tegen: {akkoord.tegen}\n")
            gedaan.add(nu)
            nu = None
    return "".join(uit), gedaan


def _verschil(oud: str, nieuw: str, naam: str) -> Iterable[str]:
    return difflib.unified_diff(
        oud.splitlines(keepends=True), nieuw.splitlines(keepends=True), f"a/{naam}", f"b/{naam}"
    )


def _kop(akkoord: Akkoord) -> str:
    """De kop van een bericht, zodat naam en dag in de geschiedenis komen."""
    moment = datetime.combine(akkoord.dag, time(12), ZoneInfo("Europe/Amsterdam"))
    naam = re.sub(r"[^\w .@+-]", "", akkoord.naam) or "jurist"
    adres = naam if "@" in naam else f"{re.sub(r'[^a-z0-9]', '', naam.lower()) or 'jurist'}@balie.invalid"
    return (
        f"From {'0' * 40} Mon Sep 17 00:00:00 2001\nFrom: {naam} <{adres}>\nDate: {format_datetime(moment)}\n"
        f"Subject: [PATCH] Nagekeken: {len(akkoord.bronnen)} bronnen ({akkoord.tegen})\n\n"
        f"{naam} las op {akkoord.dag.isoformat()}: {', '.join(akkoord.bronnen)}.\n---\n"
    )
