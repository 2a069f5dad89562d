"""Leert welke vraag welk antwoord zoekt, op betekenis. Zinnen die al een rij hebben, worden niet opnieuw gelezen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.verstaan.antwoordvinder.betekenis import Betekenis, naar_midden, teken
from bot.verstaan.zinsbeeld import Zinsbeeld

TOEGEEFLIJK = 30.0
"""De C van de regressie; gekozen op manieren die apart gehouden waren: eerste goed .44, tegen .32 op woorden alleen."""
TEGELIJK = 64


def leer_zinnen(paren: Sequence[tuple[str, str]], model: Zinsbeeld, oud: Betekenis | None = None) -> Betekenis:
    """Het hoofd en de rijen bij deze manieren van vragen: id van het antwoord en zin. `oud`: waar bekende zinnen uit komen."""
    namen = tuple(dict.fromkeys(id_ for id_, _ in paren))
    plaats = {id_: nr for nr, id_ in enumerate(namen)}
    tekens = tuple(teken(zin) for _, zin in paren)
    if oud is not None and (oud.model, oud.namen, oud.tekens) == (model.naam, namen, tekens):
        return oud  # er is niets bijgekomen
    bekend = dict(zip(oud.tekens, oud.rijen, strict=True)) if oud is not None and oud.model == model.naam else {}
    nieuw = {t: zin for t, (_, zin) in zip(tekens, paren, strict=True) if t not in bekend}
    for begin in range(0, len(nieuw), TEGELIJK):
        deel = list(nieuw.items())[begin : begin + TEGELIJK]
        rijen = model.van([zin for _, zin in deel]).astype(np.float16)
        bekend |= dict(zip((t for t, _ in deel), rijen, strict=True))
    alles = np.stack([bekend[t] for t in tekens])
    van = np.array([plaats[id_] for id_, _ in paren], dtype=np.int32)
    midden = alles.astype(np.float32).mean(axis=0)
    hoofd = LogisticRegression(C=TOEGEEFLIJK, max_iter=200).fit(naar_midden(alles.astype(np.float32), midden), van)
    return Betekenis(
        namen,
        tekens,
        van,
        alles,
        midden,
        hoofd.coef_.astype(np.float32),
        hoofd.intercept_.astype(np.float32),
        model.naam,
    )
