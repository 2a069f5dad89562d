"""De verwarring en de ijking als plaatjes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.leren.tabellen import ijking


def teken(map_: Path, naam: str, verward: Counter[tuple[str, str]], paren: Sequence[tuple[float, bool]]) -> list[Path]:
    """Schrijft twee plaatjes (PNG) in deze map en geeft hun paden."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    map_.mkdir(parents=True, exist_ok=True)
    labels = sorted({label for paar in verward for label in paar})
    beeld = np.zeros((len(labels), len(labels)))
    for (goed, gezegd), n in verward.items():
        beeld[labels.index(goed), labels.index(gezegd)] = n
    delen = beeld / np.maximum(beeld.sum(axis=1, keepdims=True), 1)
    figuur, as_ = plt.subplots(figsize=(10, 9))
    as_.imshow(delen, cmap="Blues", vmin=0, vmax=1)
    as_.set_xticks(range(len(labels)), labels, rotation=90)
    as_.set_yticks(range(len(labels)), labels)
    as_.set(xlabel="gezegd", ylabel="goed", title=f"Verwarring ({naam})")
    for rij, kolom in zip(*np.nonzero(beeld), strict=True):
        kleur = "white" if delen[rij, kolom] > 0.5 else "black"
        as_.text(kolom, rij, int(beeld[rij, kolom]), ha="center", va="center", color=kleur, fontsize=8)
    een = map_ / f"verwarring_{naam}.png"
    figuur.savefig(een, dpi=110, bbox_inches="tight")
    figuur, as_ = plt.subplots(figsize=(5, 5))
    punten = ijking(paren)
    as_.plot([0, 1], [0, 1], linestyle=":", color="grey")
    as_.plot([p[0] for p in punten], [p[1] for p in punten], marker="o")
    for zeker, goed, n in punten:
        as_.annotate(str(n), (zeker, goed), textcoords="offset points", xytext=(4, -10), fontsize=8)
    as_.set(xlabel="zo zeker", ylabel="zo vaak goed", title=f"IJking ({naam})", xlim=(0, 1), ylim=(0, 1))
    twee = map_ / f"ijking_{naam}.png"
    figuur.savefig(twee, dpi=110, bbox_inches="tight")
    plt.close("all")
    return [een, twee]
