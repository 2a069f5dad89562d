"""Wat er geleerd is op betekenis (models/zinnen.npz): een hoofd voor de antwoorden, voor nood, voor het gevoel dat iemand noemt,
voor wat iemand in nood zegt, en voor wie iemand zegt dat hij hier is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.kennis import WORTEL
from bot.verstaan.hoofd import Hoofd, naar_midden
from bot.verstaan.zinsbeeld import Rij, beeld_van, zinsbeeld

PAD = WORTEL / "models" / "zinnen.npz"
VORM = 2
ANTWOORD, NOOD, GEVOEL, ZORGTAAL, WIE = "antwoord", "nood", "gevoel", "zorgtaal", "wie"
GEEN = "geen"
DICHTST, DAARNA = 0.6, 0.4
"""Hoe zwaar de manier telt die er het dichtst bij ligt, en hoe zwaar de vier dichtste samen."""
BUREN = 4
_DELEN = ("midden", "gewicht", "basis")


def teken(zin: str) -> str:
    """Waaraan een zin te herkennen is zonder hem te bewaren."""
    return blake2b(zin.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, eq=False)
class Betekenis:
    """`tekens` en `rijen`: elke gelezen zin. `manieren`: welke rij een manier van vragen is, en `van`: van welk antwoord."""

    model: str
    tekens: tuple[str, ...]
    rijen: NDArray[np.float16]
    manieren: NDArray[np.int32]
    van: NDArray[np.int32]
    hoofden: Mapping[str, Hoofd]

    def antwoorden(self, zin: str) -> tuple[Rij, Rij]:
        """(hoe dichtbij de manieren liggen, de logkans) per antwoord."""
        rij, hoofd = beeld_van(zin), self.hoofden[ANTWOORD]
        lijkt = self._vergelijkbaar @ naar_midden(rij, hoofd.midden)
        dichtbij = np.full(len(hoofd.namen), -1.0, dtype=np.float32)
        for nr, plaatsen in enumerate(self._per_antwoord):
            beste = np.sort(lijkt[plaatsen])[::-1]
            dichtbij[nr] = DICHTST * beste[0] + DAARNA * beste[:BUREN].mean()
        return dichtbij, hoofd.logkansen(rij)

    def kansen(self, hoofd: str, zin: str) -> Mapping[str, float]:
        """Per label van dit hoofd een kans; leeg als er niets voor geleerd is."""
        return self.hoofden[hoofd].kansen(beeld_van(zin)) if hoofd in self.hoofden else {}

    @cached_property
    def _vergelijkbaar(self) -> Rij:
        return naar_midden(self.rijen[self.manieren].astype(np.float32), self.hoofden[ANTWOORD].midden)

    @cached_property
    def _per_antwoord(self) -> Sequence[NDArray[np.intp]]:
        return [np.flatnonzero(self.van == nr) for nr in range(len(self.hoofden[ANTWOORD].namen))]

    def bewaar(self, pad: Path = PAD) -> None:
        """Schrijft het bestand; wie het oude leest, ziet nooit een half bestand. De zinnen zelf staan er niet in."""
        pad.parent.mkdir(parents=True, exist_ok=True)
        half = pad.with_name("half." + pad.name)
        namen = {naam: hoofd.namen for naam, hoofd in self.hoofden.items()}
        meta = {"vorm": VORM, "model": self.model, "tekens": self.tekens, "hoofden": namen}
        delen = {f"{naam}_{deel}": getattr(hoofd, deel) for naam, hoofd in self.hoofden.items() for deel in _DELEN}
        np.savez_compressed(
            half,
            meta=np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8),
            rijen=self.rijen,
            manieren=self.manieren,
            van=self.van,
            **delen,
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
                hoofden = {
                    naam: Hoofd(tuple(namen), *(bestand[f"{naam}_{deel}"] for deel in _DELEN))
                    for naam, namen in meta["hoofden"].items()
                }
                rijen, manieren, van = (bestand[naam] for naam in ("rijen", "manieren", "van"))
        except Exception:  # een kapot zip-bestand geeft van alles
            return None
        return cls(meta["model"], tuple(meta["tekens"]), rijen, manieren, van, hoofden)


def de_betekenis() -> Betekenis | None:
    """Wat dit proces geleerd heeft, als het bij het zinsmodel past dat hier draait."""
    pad = Path(os.environ.get("EHBO_ZINNEN") or PAD)
    gelezen = _gelezen(pad, pad.stat().st_mtime_ns) if pad.is_file() else None
    model = zinsbeeld() if gelezen is not None else None
    return gelezen if gelezen is not None and model is not None and model.naam == gelezen.model else None


@lru_cache(maxsize=2)
def _gelezen(pad: Path, _: int) -> Betekenis | None:
    return Betekenis.uit(pad)
