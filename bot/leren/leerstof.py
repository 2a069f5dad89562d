"""De leerstof: de zinnen in data/nlu met hun labels, en de woordgroepen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.kennis import WORTEL

MAP = WORTEL / "data" / "nlu"
NOOD = WORTEL / "data" / "nood"
WIE = WORTEL / "data" / "wie" / "geen.yaml"


@dataclass(frozen=True)
class Zin:
    """Eén voorbeeld. Het eerste label is het beste; de andere zijn ook goed. Leeg: daar leert deze zin niets over."""

    tekst: str
    handeling: str
    situaties: tuple[str, ...] = ()
    vraag: tuple[str, ...] = ()
    rol: str | None = None
    in_bereik: bool = True
    nood: str | None = None
    """Alleen bij de zinnen van nood: suicide, gevaar of geen. Die leren verder niets."""


def lees(map_: Path = MAP) -> tuple[Zin, ...]:
    """Alle zinnen, in de volgorde van de bestanden."""
    return lees_bestanden(map_.glob("*.yml"))


def lees_bestanden(paden: Iterable[Path]) -> tuple[Zin, ...]:
    """De zinnen in deze bestanden, in de volgorde van hun naam."""
    return tuple(
        _zin(tekst, blok) for blok in _blokken(paden) if "intent" in blok for tekst in _regels(str(blok["examples"]))
    )


def lees_nood(map_: Path = NOOD) -> tuple[Zin, ...]:
    """De zinnen van nood: per soort een lijst, of een lijst per soort taal."""
    uit = []
    for pad in sorted(map_.glob("*.yaml")):
        for soort, zinnen in yaml.safe_load(pad.read_text(encoding="utf-8")).items():
            lijst = [zin for deel in zinnen.values() for zin in deel] if isinstance(zinnen, dict) else zinnen
            uit += [Zin(str(zin), "nood", nood=str(soort)) for zin in lijst]
    return tuple(uit)


def lees_wie_niet(pad: Path = WIE) -> tuple[str, ...]:
    """Zinnen die iemand noemen zonder dat iemand zegt wie hij hier zelf is."""
    return tuple(str(zin) for zin in yaml.safe_load(pad.read_text(encoding="utf-8")))


def woordgroepen(map_: Path = MAP) -> dict[str, tuple[str, ...]]:
    """De opzoeklijsten (`lookup`) van Rasa, waar het verstaan woordgroepen van maakt."""
    blokken = _blokken(map_.glob("*.yml"))
    return {str(blok["lookup"]): _regels(str(blok["examples"])) for blok in blokken if "lookup" in blok}


def _blokken(paden: Iterable[Path]) -> list[dict[str, Any]]:
    uit: list[dict[str, Any]] = []
    for pad in sorted(paden):
        uit += yaml.load(pad.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))["nlu"]
    return uit


def _regels(blok: str) -> tuple[str, ...]:
    return tuple(regel[2:].strip() for regel in blok.splitlines() if regel.startswith("- "))


def _zin(tekst: str, blok: dict[str, Any]) -> Zin:
    labels = blok.get("metadata") or {}
    return Zin(
        tekst,
        str(blok["intent"]),
        tuple(labels.get("situaties", ())),
        tuple(labels.get("vraag", ())),
        labels.get("rol"),
        labels.get("bereik") != "buiten",
    )
