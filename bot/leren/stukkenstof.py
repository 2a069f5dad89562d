"""De leerstof van het knippen: berichten in data/stukken, met om elk stuk haken, het label en over wie het gaat."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

from bot.kennis import WORTEL
from bot.leren.leerstof import lees as lees_nlu
from bot.verstaan.stukken.stuk import LABELS, ONDERWERPEN, Label, Onderwerp
from bot.verstaan.zin import lees_zin

MAP = WORTEL / "data" / "stukken"
KLASSEN = MAP / "woordklassen.yaml"
APART = 5
"""Van elk onderwerp leert niets van elk vijfde bericht: daarmee meten we."""
_STUK = re.compile(r"\[([a-z]+)(?:/([a-z]+))? ([^\]]+)\]")
ZONDER_ONDERWERP = "onbekend"


VRAAGT = frozenset({"privacy", "robot", "waarom", "vraag_recht", "wat_nu"})
"""Wie zo'n gesprekshandeling doet, vraagt in een kort bericht alleen."""
KORT = 9
_VRAAG = re.compile(r"(?:en |maar |dus )?(?:hoe|wat|wie|waar|waarom|wanneer|welke?|hoeveel|kan|kun|mag|moet|is|zijn|heb|krijg|word|ben|heeft|helpt)\b")  # fmt: skip
_BIJZIN = re.compile(r"\b(?:die|dat|omdat|nadat|terwijl|want|als|toen|sinds|nu|maar|ik ben|stel)\b|[,.]")


class StofFout(Exception):
    """Een bericht in data/stukken is niet te lezen; de tekst zegt waar en wat."""


@dataclass(frozen=True)
class Bericht:
    """Een bericht, met per woord het label en het onderwerp."""

    tekst: str
    labels: tuple[Label, ...]
    onderwerpen: tuple[Onderwerp, ...]
    bron: str

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(f"{label}/{wie}" for label, wie in zip(self.labels, self.onderwerpen, strict=True))


def lees_regel(regel: str, bron: str) -> Bericht:
    """`[gebeurd/ander mijn ex heeft m gedeeld] [gevraagd/ik wat nu]` als bericht."""
    stukken = _STUK.findall(regel)
    if " ".join(f"[{label}{'/' + wie if wie else ''} {tekst}]" for label, wie, tekst in stukken) != regel.strip():
        raise StofFout(f"{bron}: buiten de haken staat nog iets, of een haak is niet gesloten: {regel}")
    labels: list[Label] = []
    onderwerpen: list[Onderwerp] = []
    for label, wie, tekst in stukken:
        wie = wie or ZONDER_ONDERWERP
        if label not in LABELS or wie not in ONDERWERPEN:
            raise StofFout(f"{bron}: '{label}/{wie}' bestaat niet; kies uit {', '.join(LABELS)} en {', '.join(ONDERWERPEN)}")  # fmt: skip
        aantal = len(lees_zin(tekst).woorden)
        if not aantal:
            raise StofFout(f"{bron}: een stuk zonder woorden: {regel}")
        labels += [cast(Label, label)] * aantal
        onderwerpen += [cast(Onderwerp, wie)] * aantal
    heel = " ".join(tekst for _, _, tekst in stukken)
    if len(lees_zin(heel).woorden) != len(labels):
        raise StofFout(f"{bron}: over de haken heen worden woorden anders gelezen: {regel}")
    return Bericht(heel, tuple(labels), tuple(onderwerpen), bron)


def lees_bestand(pad: Path) -> dict[str, tuple[Bericht, ...]]:
    """De berichten in een bestand, per kop."""
    inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
    return {
        kop: tuple(lees_regel(r.removeprefix("- "), f"{pad.name}, {kop} {nr}") for nr, r in enumerate(regels.splitlines(), 1))
        for kop, regels in inhoud.items()
    }  # fmt: skip


def lees_alles(map_: Path = MAP) -> tuple[tuple[Bericht, ...], tuple[Bericht, ...]]:
    """Wat geleerd wordt, en wat apart blijft: elk vijfde bericht van elk bestand."""
    leren: list[Bericht] = []
    apart: list[Bericht] = []
    for pad in sorted(map_.glob("*.yml")):
        for nr, bericht in enumerate(lees_bestand(pad)["berichten"]):
            (apart if nr % APART == APART - 1 else leren).append(bericht)
    return tuple(leren), tuple(apart)


def lees_vragen(niet: Iterable[Bericht]) -> tuple[str, ...]:
    """Korte zinnen uit data/nlu die in hun geheel vragen, behalve die waarmee we meten. Zo wordt een vraag minder snel een feit."""
    meten = {bericht.tekst.lower() for bericht in niet}
    uit: list[str] = []
    for zin in lees_nlu():
        tekst = zin.tekst.lower()
        recht = zin.in_bereik and zin.vraag[:1] not in ((), ("none",), ("emotional",))
        alleen_vraag = recht and _VRAAG.match(tekst) is not None and _BIJZIN.search(tekst) is None
        if (zin.handeling in VRAAGT or alleen_vraag) and tekst not in meten and len(tekst.split()) <= KORT:
            uit.append(zin.tekst)
    return tuple(uit)


def lees_klassen(pad: Path = KLASSEN) -> dict[str, list[str]]:
    """De woordklassen: per klasse de woorden."""
    inhoud: dict[str, str] = yaml.safe_load(pad.read_text(encoding="utf-8"))
    return {klasse: _woorden(regel.split(",")) for klasse, regel in inhoud.items()}


def _woorden(delen: Iterable[str]) -> list[str]:
    return [deel.strip() for deel in delen if deel.strip()]
