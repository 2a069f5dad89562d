"""Leert op betekenis: welke vraag welk antwoord zoekt, of er nood in klinkt, welk gevoel iemand noemt, wat iemand in nood
zegt, en wie iemand hier is.

Zinnen die al een rij hebben, worden niet opnieuw gelezen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.leren.leerstof import lees, lees_nood, lees_wie_niet
from bot.verstaan.betekenis import ANTWOORD, GEEN, GEVOEL, NOOD, WIE, ZORGTAAL, Betekenis, teken
from bot.verstaan.hoofd import Hoofd, naar_midden
from bot.verstaan.zinsbeeld import Rij, Zinsbeeld

TOEGEEFLIJK = {ANTWOORD: 30.0, NOOD: 20.0, GEVOEL: 20.0, ZORGTAAL: 20.0, WIE: 20.0}
"""De C van de regressie; bij antwoorden gekozen op manieren die apart gehouden waren: eerste goed .44, tegen .32 op woorden."""
NIETS = {ZORGTAAL: 0.4, WIE: 0.4}
"""Hoe zwaar een gewone zin telt: er zijn er veel meer dan van wat iemand zelden zegt."""
ELKE = 6
"""Elke zoveelste gewone zin leert mee wat geen nood en geen gevoel is: genoeg, en in een minuut gelezen."""
TEGELIJK = 64
VOOR_ZICHZELF = (None, "victim", "unknown")
Paren = Sequence[tuple[str, str]]


def leer_zinnen(geschreven: Mapping[str, Paren], model: Zinsbeeld, oud: Betekenis | None = None) -> Betekenis:
    """`geschreven`: per hoofd een id en een zin die daarbij hoort, uit de kennis. `oud`: waar bekende zinnen uit komen."""
    gewoon = [zin for zin in lees()[::ELKE]]
    nood = [(zin.nood or GEEN, zin.tekst) for zin in lees_nood()]
    # wie in nood zegt wat er gebeurt, zegt daarmee nog niet dat het voorbij is
    nog = [(GEEN, tekst) for soort, tekst in nood if soort != GEEN]
    niets = {
        ANTWOORD: [],
        NOOD: [*nood, *((GEEN, zin.tekst) for zin in gewoon)],
        GEVOEL: [(GEEN, zin.tekst) for zin in gewoon],
        ZORGTAAL: [*nog, *((GEEN, zin.tekst) for zin in gewoon)],
        # een zin over een ander zegt soms ook wie iemand is; die leert hier niets
        WIE: [
            (GEEN, tekst) for tekst in (*(zin.tekst for zin in gewoon if zin.rol in VOOR_ZICHZELF), *lees_wie_niet())
        ],
    }
    banken = {
        naam: [*geschreven.get(naam, ()), *erbij]
        for naam, erbij in niets.items()
        if naam == NOOD or geschreven.get(naam)
    }
    zinnen = {teken(zin): zin for paren in banken.values() for _, zin in paren}
    rijen = _rijen(zinnen, model, oud)
    plaats = {t: nr for nr, t in enumerate(zinnen)}
    waar = {
        naam: np.array([plaats[teken(zin)] for _, zin in paren], dtype=np.int32)
        for naam, paren in banken.items()
        if paren
    }
    hoofden = {
        naam: _hoofd(
            [id_ for id_, _ in banken[naam]], rijen[nrs].astype(np.float32), TOEGEEFLIJK[naam], NIETS.get(naam, 1.0)
        )
        for naam, nrs in waar.items()
    }
    volgorde = {id_: nr for nr, id_ in enumerate(hoofden[ANTWOORD].namen)}
    van = np.array([volgorde[id_] for id_, _ in banken[ANTWOORD]], dtype=np.int32)
    return Betekenis(model.naam, tuple(zinnen), rijen, waar[ANTWOORD], van, hoofden)


def _rijen(zinnen: Mapping[str, str], model: Zinsbeeld, oud: Betekenis | None) -> NDArray[np.float16]:
    bekend = dict(zip(oud.tekens, oud.rijen, strict=True)) if oud is not None and oud.model == model.naam else {}
    nieuw = [(t, zin) for t, zin in zinnen.items() if t not in bekend]
    for begin in range(0, len(nieuw), TEGELIJK):
        deel = nieuw[begin : begin + TEGELIJK]
        rijen = model.van([zin for _, zin in deel]).astype(np.float16)
        bekend |= dict(zip((t for t, _ in deel), rijen, strict=True))
    return np.stack([bekend[t] for t in zinnen])


def _hoofd(labels: Sequence[str], rijen: Rij, toegeeflijk: float, niets: float) -> Hoofd:
    midden = rijen.mean(axis=0)
    weegt = [niets if label == GEEN else 1.0 for label in labels]
    leert = LogisticRegression(C=toegeeflijk, max_iter=300).fit(naar_midden(rijen, midden), labels, sample_weight=weegt)
    namen = tuple(str(naam) for naam in leert.classes_)
    return Hoofd(namen, midden, leert.coef_.astype(np.float32), leert.intercept_.astype(np.float32))
