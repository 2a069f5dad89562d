"""Een geleerd hoofd op het zinsbeeld: per label een kans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.verstaan.zinsbeeld import Rij


@dataclass(frozen=True, eq=False)
class Hoofd:
    """`midden`: wat alle zinnen gemeen hebben; dat gaat er eerst af."""

    namen: tuple[str, ...]
    midden: Rij
    gewicht: Rij
    basis: Rij

    def logkansen(self, rij: Rij) -> Rij:
        ruw: Rij = self.gewicht @ naar_midden(rij, self.midden) + self.basis
        ruw = ruw - ruw.max()
        uit: Rij = ruw - np.log(np.exp(ruw).sum())
        return uit

    def kansen(self, rij: Rij) -> Mapping[str, float]:
        return dict(zip(self.namen, np.exp(self.logkansen(rij)).tolist(), strict=True))


def naar_midden(rijen: Rij, midden: Rij) -> Rij:
    """Zonder wat alle zinnen gemeen hebben, en weer van lengte één."""
    uit: Rij = rijen - midden
    uit /= np.linalg.norm(uit, axis=-1, keepdims=True) + 1e-9
    return uit
