"""De antwoorden op betekenis: een geleerd hoofd op het zinsbeeld, en de manieren van vragen die er het dichtst bij liggen."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.kennis import WORTEL
from bot.verstaan.zinsbeeld import Rij, beeld_van, zinsbeeld

PAD = WORTEL / "models" / "zinnen.npz"
VORM = 1
DICHTST, DAARNA = 0.6, 0.4
"""Hoe zwaar de manier telt die er het dichtst bij ligt, en hoe zwaar de vier dichtste samen."""
BUREN = 4


def teken(zin: str) -> str:
    """Waaraan een zin te herkennen is zonder hem te bewaren."""
    return blake2b(zin.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Betekenis:
    """Per antwoord hoe dicht een vraag bij zijn manieren ligt, en de geleerde logkans. `namen`: de volgorde daarvan."""

    namen: tuple[str, ...]
    tekens: tuple[str, ...]
    van: NDArray[np.int32]
    rijen: NDArray[np.float16]
    midden: Rij
    gewicht: Rij
    basis: Rij
    model: str

    def lees(self, zin: str) -> tuple[Rij, Rij]:
        """(hoe dichtbij, logkans) per antwoord."""
        rij = naar_midden(beeld_van(zin), self.midden)
        lijkt = self._vergelijkbaar @ rij
        dichtbij = np.full(len(self.namen), -1.0, dtype=np.float32)
        for nr, plaatsen in enumerate(self._per_antwoord):
            beste = np.sort(lijkt[plaatsen])[::-1]
            dichtbij[nr] = DICHTST * beste[0] + DAARNA * beste[:BUREN].mean()
        ruw = self.gewicht @ rij + self.basis
        logkans: Rij = ruw - ruw.max()
        logkans -= np.log(np.exp(logkans).sum())
        return dichtbij, logkans

    @property
    def _vergelijkbaar(self) -> Rij:
        return _vergelijkbaar(self)

    @property
    def _per_antwoord(self) -> Sequence[NDArray[np.intp]]:
        return _per_antwoord(self)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, ander: object) -> bool:
        return self is ander

    def bewaar(self, pad: Path = PAD) -> None:
        """Schrijft het bestand; wie het oude leest, ziet nooit een half bestand. De zinnen zelf staan er niet in."""
        pad.parent.mkdir(parents=True, exist_ok=True)
        half = pad.with_name("half." + pad.name)
        meta = {"vorm": VORM, "model": self.model, "namen": self.namen, "tekens": self.tekens}
        np.savez_compressed(
            half,
            meta=np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8),
            van=self.van,
            rijen=self.rijen,
            midden=self.midden,
            gewicht=self.gewicht,
            basis=self.basis,
        )
        os.replace(half, pad)

    @classmethod
    def uit(cls, pad: Path = PAD) -> Betekenis | None:
        """Wat geleerd is, of None als het er niet is of niet te lezen: dan gaat het op woorden."""
        try:
            with np.load(pad, allow_pickle=False) as bestand:
                meta: Mapping[str, Any] = json.loads(bytes(bestand["meta"]).decode())
                if meta["vorm"] != VORM:
                    return None
                delen = {naam: bestand[naam] for naam in ("van", "rijen", "midden", "gewicht", "basis")}
        except Exception:  # een kapot zip-bestand geeft van alles
            return None
        return cls(tuple(meta["namen"]), tuple(meta["tekens"]), model=meta["model"], **delen)


@lru_cache(maxsize=2)
def _vergelijkbaar(betekenis: Betekenis) -> Rij:
    return naar_midden(betekenis.rijen.astype(np.float32), betekenis.midden)


@lru_cache(maxsize=2)
def _per_antwoord(betekenis: Betekenis) -> Sequence[NDArray[np.intp]]:
    return [np.flatnonzero(betekenis.van == nr) for nr in range(len(betekenis.namen))]


def naar_midden(rijen: Rij, midden: Rij) -> Rij:
    """Zonder wat alle zinnen gemeen hebben, en weer van lengte één."""
    uit: Rij = rijen - midden
    uit /= np.linalg.norm(uit, axis=-1, keepdims=True) + 1e-9
    return uit


def de_betekenis() -> Betekenis | None:
    """Wat dit proces geleerd heeft, als het bij het zinsmodel past dat hier draait."""
    pad = Path(os.environ.get("EHBO_ZINNEN") or PAD)
    gelezen = _gelezen(pad, pad.stat().st_mtime_ns) if pad.is_file() else None
    model = zinsbeeld() if gelezen is not None else None
    return gelezen if gelezen is not None and model is not None and model.naam == gelezen.model else None


@lru_cache(maxsize=2)
def _gelezen(pad: Path, _: int) -> Betekenis | None:
    return Betekenis.uit(pad)
