"""Leert de lineaire hoofden uit de leerstof. Hier, en alleen hier, is scikit-learn nodig."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from joblib import Parallel, cpu_count, delayed
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import MultinomialNB

from bot.leren.leerstof import Zin, lees, lees_nood, woordgroepen
from bot.verstaan.kenmerken import FAMILIES, Kenmerken, Kenmerker
from bot.verstaan.model import BUITEN, VORM, Model, vector
from bot.verstaan.nood import luister
from bot.verstaan.taal import taal

MINSTENS = 2
"""Een kenmerk dat in één zin staat, zegt niets over de volgende."""
OOK_GOED = 0.35
"""Hoe zwaar een tweede label weegt naast het eerste."""
TOEGEEFLIJK = 10.0
"""De C van de regressie: hoger is minder gladgestreken."""
KLAAR_BIJ = 1e-3
"""Zo klein mag de helling van de fout zijn als het leren stopt, opgeteld over alle zinnen. scikit-learn rekent met het gemiddelde."""
HOOFDEN: dict[str, Callable[[Zin], Sequence[str]]] = {
    "situaties": lambda z: z.situaties if z.in_bereik else (),
    "vraag": lambda z: z.vraag if z.in_bereik else (),
    "rol": lambda z: (z.rol,) if z.rol and z.in_bereik else (),
    "bereik": lambda z: () if z.nood else (_bereik(z),),
    "nood": lambda z: (
        (z.nood,) if z.nood else () if luister(z.tekst) else ("geen",)
    ),  # wat de regels horen, is geen 'geen'
}
IN_BALANS = frozenset({"vraag", "nood"})
"""Hoofden waar zeldzame labels zwaarder wegen: vragen om geld of kosten zijn zeldzaam maar duidelijk."""
OPVALLEND = frozenset({"vraag", "bereik"})
"""Hoofden waar een zeldzaam kenmerk zwaarder weegt: 'huurcontract' zegt meer dan 'ik heb'. Situaties worden er niet beter van."""
TWEEDE_MENING = {"situaties": (0.3, 1.6), "vraag": (0.3, 1.6), "rol": (0.3, 1.6), "bereik": (0.2, 1.0)}
"""Hoe zwaar naïef Bayes meetelt, en waardoor het geheel dan gedeeld wordt: twee meningen die het eens zijn, klinken te zeker.

Gekozen op de kruisproef: situatie als beste goed .73 naar .78, en de kansen kloppen beter (log loss .74 naar .65).
"""
TEGELIJK = 2
"""Zoveel hoofden tegelijk, elk in een eigen proces; meer kost geheugen, en de twee grootste bepalen de tijd."""
VAN_NOOD = "nood_"
EVENWICHT = 0.6
"""0: elke zin telt even zwaar; 1: elk label telt even zwaar."""


def _bereik(zin: Zin) -> str:
    """Fijner dan hier of buiten: een vraag over huur lijkt niet op een grap, en een verhaal niet op 'help me'."""
    if not zin.in_bereik:
        return f"{BUITEN}_{zin.vraag[0] if zin.vraag else 'los'}"
    return "vaag" if not zin.situaties or zin.situaties[0] == "unknown_other" else "verhaal"


def leer(zinnen: Sequence[Zin] | None = None, nood: Sequence[Zin] | None = None) -> Model:
    """Een nieuw model uit deze zinnen (of alle leerstof)."""
    zinnen = [*(lees() if zinnen is None else zinnen), *(lees_nood() if nood is None else nood)]
    groepen, t = woordgroepen(), taal()
    kenmerker = Kenmerker(groepen, t)
    kenmerken = [kenmerker.kenmerken(zin.tekst) for zin in zinnen]
    plaats = _woordenschat(kenmerken)
    matrix = _matrix(kenmerken, plaats)
    # de woordgroepen van nood horen alleen bij nood: elders zijn 'deur' en 'nu' gewone woorden
    eigen = [not kenmerk.split(" ", 1)[1].startswith(VAN_NOOD) for kenmerk in sorted(plaats, key=plaats.__getitem__)]
    zonder_nood = matrix @ sparse.diags(np.asarray(eigen, dtype=np.float32))
    zeldzaam = _zeldzaam(matrix)
    taken, wegingen = [], []
    for hoofd, van in HOOFDEN.items():
        deel = matrix if hoofd == "nood" else zonder_nood
        wegingen.append(zeldzaam if hoofd in OPVALLEND else np.ones_like(zeldzaam))
        taken.append(((deel @ sparse.diags(wegingen[-1])).tocsr(), [van(zin) for zin in zinnen], hoofd in IN_BALANS))
    labels, gewichten, bases = {}, [], []
    geleerd = Parallel(n_jobs=min(TEGELIJK, cpu_count()))(delayed(_hoofd)(*taak) for taak in taken)
    for hoofd, (deel, doel, _), weging, (namen, gewicht, basis) in zip(HOOFDEN, taken, wegingen, geleerd, strict=True):
        labels[hoofd] = namen
        if hoofd in TWEEDE_MENING:
            telt, deler = TWEEDE_MENING[hoofd]
            gewicht, basis = (gewicht + telt * _bayes(deel, doel)) / deler, basis / deler
        gewichten.append(gewicht * weging[:, None])  # in het gewicht: wie het model gebruikt, merkt er niets van
        bases.append(basis)
    meta = {"vorm": VORM, "taal": t.naam, "groepen": groepen, "labels": labels, "zinnen": len(zinnen)}
    gewicht = np.concatenate(gewichten, axis=1).astype(np.float16)
    return Model(meta, plaats, gewicht, np.concatenate(bases).astype(np.float32), t)


def _woordenschat(kenmerken: Sequence[Kenmerken]) -> dict[str, int]:
    telling = Counter(f"{familie} {deel}" for k in kenmerken for familie in FAMILIES for deel in k[familie])
    return {kenmerk: nr for nr, kenmerk in enumerate(sorted(k for k, n in telling.items() if n >= MINSTENS))}


def _matrix(kenmerken: Sequence[Kenmerken], plaats: dict[str, int]) -> Any:
    wijzer, plaatsen, waarden = [0], [], []
    for k in kenmerken:
        p, w = vector(k, plaats)
        plaatsen += p
        waarden += w
        wijzer.append(len(plaatsen))
    vorm = (len(kenmerken), len(plaats))
    return sparse.csr_matrix((np.asarray(waarden, dtype=np.float32), plaatsen, wijzer), shape=vorm)


def _zeldzaam(matrix: Any) -> Any:
    """Per kenmerk hoe zeldzaam het is (idf), gemiddeld 1."""
    zinnen_met = np.asarray((matrix > 0).sum(axis=0)).ravel()
    idf = np.log(matrix.shape[0] / (1 + zinnen_met))
    return (idf / idf.mean()).astype(np.float32)


def _hoofd(matrix: Any, labels: list[Sequence[str]], in_balans: bool) -> tuple[list[str], Any, Any]:
    nrs, doel, weging = _rijen(labels)
    if in_balans:
        aantal = Counter(doel)
        weging = weging * np.asarray([(len(doel) / len(aantal) / aantal[label]) ** EVENWICHT for label in doel])
    # bij twee labels leert scikit-learn alleen het verschil, en dat is tweemaal het gewicht van elk
    twee = 2 if len(set(doel)) == 2 else 1
    leerling = LogisticRegression(C=TOEGEEFLIJK * twee, max_iter=80, tol=KLAAR_BIJ / float(np.sum(weging)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # niet helemaal uitgerekend is hier goed genoeg
        leerling.fit(matrix[list(nrs)], doel, sample_weight=weging)
    gewicht, basis = leerling.coef_ / twee, leerling.intercept_ / twee
    if len(leerling.classes_) == 2:  # scikit-learn geeft dan één rij, voor de helft van het verschil
        gewicht, basis = np.vstack([-gewicht, gewicht]), np.concatenate([-basis, basis])
    return [str(label) for label in leerling.classes_], gewicht.T, basis


def _bayes(matrix: Any, labels: list[Sequence[str]]) -> Any:
    """Wat naïef Bayes van elk kenmerk vindt, een kolom per label. Het let ook op woorden die maar een paar keer voorkomen."""
    nrs, doel, weging = _rijen(labels)
    bayes = MultinomialNB(alpha=0.01, fit_prior=False).fit(matrix[list(nrs)], doel, sample_weight=weging)
    return bayes.feature_log_prob_.T


def _rijen(labels: list[Sequence[str]]) -> tuple[tuple[int, ...], tuple[str, ...], Any]:
    """Elk label van elke zin: het nummer van de zin, het label, en hoe zwaar het weegt."""
    rijen = [
        (nr, label, 1.0 if plek == 0 else OOK_GOED) for nr, ls in enumerate(labels) for plek, label in enumerate(ls)
    ]
    nrs, doel, weegt = zip(*rijen, strict=True)
    return nrs, doel, np.asarray(weegt)
