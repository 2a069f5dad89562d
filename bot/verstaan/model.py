"""Het geleerde verstaan: situatie, vraag, rol en bereik van een zin. Alleen numpy; scikit-learn is hier niet nodig."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.kennis import WORTEL
from bot.verstaan.kenmerken import FAMILIES, Kenmerken, Kenmerker
from bot.verstaan.taal import Taal, taal

PAD = WORTEL / "models" / "verstaan.npz"
BUITEN = "buiten"
"""Zo beginnen de labels van wat hier niet hoort."""
VORM = 2
"""Verandert als de kenmerken of het bestand veranderen: een ouder model past dan niet meer."""
OPNIEUW = "Maak het opnieuw met 'make train'."


class ModelFout(Exception):
    """Het model is er niet of past niet. De tekst zegt wat je doet."""


@dataclass(frozen=True)
class Kansen:
    """Per label een kans, per hoofd samen één."""

    situaties: Mapping[str, float]
    vraag: Mapping[str, float]
    rol: Mapping[str, float]
    buiten: float
    nood: Mapping[str, float]


class Model:
    """Lineaire hoofden op de kenmerken van een zin."""

    def __init__(self, meta: dict[str, Any], plaats: Mapping[str, int], gewicht: Any, basis: Any, t: Taal) -> None:
        self.meta = meta
        self._plaats = plaats
        self._gewicht, self._basis = gewicht, basis
        self._kenmerker = Kenmerker(meta["groepen"], t)

    @classmethod
    def lees(cls, pad: Path = PAD, t: Taal | None = None) -> Model:
        """Leest een model. Werpt `ModelFout` als het er niet is, of met iets anders gemaakt is dan hier draait."""
        t = t or taal()
        if not pad.is_file():
            raise ModelFout(f"{pad.name} is er niet. {OPNIEUW}")
        try:
            with np.load(pad, allow_pickle=False) as bestand:
                meta = json.loads(bytes(bestand["meta"]).decode())
                woorden = bytes(bestand["woorden"]).decode().split("\n")
                gewicht, basis = bestand["gewicht"], bestand["basis"].astype(np.float32)
        except Exception as fout:  # een kapot zip-bestand geeft van alles
            raise ModelFout(f"{pad.name} is onleesbaar. {OPNIEUW}") from fout
        if meta.get("vorm") != VORM:
            raise ModelFout(f"{pad.name} is van een andere versie van het verstaan. {OPNIEUW}")
        if meta["taal"] != t.naam:
            raise ModelFout(f"{pad.name} is gemaakt met taalmodel {meta['taal']}, maar hier draait {t.naam}. {OPNIEUW}")
        return cls(meta, {woord: nr for nr, woord in enumerate(woorden)}, gewicht, basis, t)

    def bewaar(self, pad: Path) -> None:
        """Schrijft het model; wie het oude leest, ziet nooit een half bestand."""
        pad.parent.mkdir(parents=True, exist_ok=True)
        half = pad.with_name("half." + pad.name)
        woorden = "\n".join(sorted(self._plaats, key=self._plaats.__getitem__)).encode()
        np.savez_compressed(
            half,
            meta=np.frombuffer(json.dumps(self.meta, ensure_ascii=False).encode(), dtype=np.uint8),
            woorden=np.frombuffer(woorden, dtype=np.uint8),
            gewicht=self._gewicht,
            basis=self._basis,
        )
        os.replace(half, pad)

    def kansen(self, tekst: str) -> Kansen:
        """Wat er waarschijnlijk in deze zin zit."""
        plaatsen, waarden = vector(self._kenmerker.kenmerken(tekst), self._plaats)
        ruw = self._basis + np.asarray(waarden, dtype=np.float32) @ self._gewicht[plaatsen].astype(np.float32)
        uit: dict[str, dict[str, float]] = {}
        begin = 0
        for hoofd, labels in self.meta["labels"].items():
            deel = ruw[begin : begin + len(labels)]
            begin += len(labels)
            macht = np.exp(deel - deel.max())
            uit[hoofd] = dict(zip(labels, (macht / macht.sum()).tolist(), strict=True))
        buiten = sum(kans for label, kans in uit["bereik"].items() if label.startswith(BUITEN))
        return Kansen(uit["situaties"], uit["vraag"], uit["rol"], buiten, uit["nood"])


def vector(kenmerken: Kenmerken, plaats: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """De bekende kenmerken en hun waarde. Elke familie weegt even zwaar, hoe lang de zin ook is."""
    plaatsen: list[int] = []
    waarden: list[float] = []
    for familie, weegt in FAMILIES.items():
        delen = kenmerken[familie]
        if not delen:
            continue
        waarde = weegt / len(delen) ** 0.5
        for deel in delen:
            nr = plaats.get(f"{familie} {deel}")
            if nr is not None:
                plaatsen.append(nr)
                waarden.append(waarde)
    return plaatsen, waarden


def het_model() -> Model:
    """Het model van dit proces; een nieuw bestand wordt vanzelf gelezen. Werpt `ModelFout`."""
    pad = Path(os.environ.get("EHBO_MODEL") or PAD)
    return _gelezen(pad, pad.stat().st_mtime_ns if pad.is_file() else 0)


@lru_cache(maxsize=2)
def _gelezen(pad: Path, _: int) -> Model:
    return Model.lees(pad)
