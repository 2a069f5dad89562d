"""YAML lezen met bij elk stukje het regelnummer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import InhoudFout, Melding

_LADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Blad:
    """De inhoud van één bestand, met de regel van elk pad."""

    def __init__(self, naam: str, knoop: yaml.Node | None, waarde: Any) -> None:
        self.naam = naam
        self._knoop = knoop
        self.waarde = waarde

    def regel(self, pad: tuple[Any, ...]) -> int:
        """Regelnummer van het diepste stuk van `pad` dat in het bestand staat."""
        knoop = self._knoop
        regel = 1 if knoop is None else knoop.start_mark.line + 1
        for stap in pad:
            volgende: yaml.Node | None = None
            if isinstance(knoop, yaml.MappingNode):
                for sleutel, waarde in knoop.value:
                    if sleutel.value == str(stap):
                        regel, volgende = sleutel.start_mark.line + 1, waarde
            elif isinstance(knoop, yaml.SequenceNode) and isinstance(stap, int) and stap < len(knoop.value):
                volgende = knoop.value[stap]
                regel = volgende.start_mark.line + 1
            if volgende is None:
                continue
            knoop = volgende
        return regel


def lees_blad(pad: Path, naam: str) -> Blad:
    """Leest één YAML-bestand. Onleesbare YAML en dubbele sleutels worden een `InhoudFout`."""
    try:
        lader = _LADER(pad.read_text(encoding="utf-8"))
        try:
            knoop = lader.get_single_node()
            if knoop is not None:
                _geen_dubbele_sleutels(knoop, naam)
            waarde = lader.construct_document(knoop) if knoop is not None else None
        finally:
            lader.dispose()
    except UnicodeDecodeError as fout:
        raise InhoudFout([Melding(naam, 1, "het bestand is geen UTF-8", "bewaar het als UTF-8")]) from fout
    except yaml.MarkedYAMLError as fout:
        regel = fout.problem_mark.line + 1 if fout.problem_mark else 1
        raise InhoudFout(
            [
                Melding(
                    naam,
                    regel,
                    f"dit is geen geldige YAML ({fout.problem})",
                    "kijk naar inspringen en aanhalingstekens",
                )
            ]
        ) from fout
    return Blad(naam, knoop, waarde)


def _geen_dubbele_sleutels(knoop: yaml.Node, naam: str) -> None:
    if isinstance(knoop, yaml.SequenceNode):
        for kind in knoop.value:
            _geen_dubbele_sleutels(kind, naam)
    if not isinstance(knoop, yaml.MappingNode):
        return
    gezien: set[str] = set()
    for sleutel, waarde in knoop.value:
        if sleutel.value in gezien:
            raise InhoudFout(
                [
                    Melding(
                        naam, sleutel.start_mark.line + 1, f"`{sleutel.value}` staat hier twee keer", "houd er één over"
                    )
                ]
            )
        gezien.add(sleutel.value)
        _geen_dubbele_sleutels(waarde, naam)
