"""De voorbeelden zijn tests. Rood hier is een vraag voor een jurist: klopt het voorbeeld, of de voorwaarde?"""

from __future__ import annotations

import pytest

from knowledge import Kennis
from knowledge.bewijs.proeven import grondfout, proeffout
from knowledge.schema import Geval, Grond, Proef, Voorbeeld
from tests.gedeeld import gelezen

INHOUD = gelezen().inhoud
BIJ_GROND = [(grond, voorbeeld) for grond in INHOUD.gronden for voorbeeld in grond.voorbeelden]
BIJ_DE_REST = [(proef, geval) for proef in INHOUD.voorbeelden for geval in proef.voorbeelden]


@pytest.mark.parametrize(("grond", "voorbeeld"), BIJ_GROND, ids=[f"{g.id}: {v.naam}" for g, v in BIJ_GROND])
def test_voorbeeld_bij_een_grond(kennis: Kennis, grond: Grond, voorbeeld: Voorbeeld) -> None:
    fout = grondfout(kennis, grond, voorbeeld)
    assert fout is None, f"{fout}; {voorbeeld.waarom}; vraag de jurist van {grond.id}"


@pytest.mark.parametrize(("proef", "geval"), BIJ_DE_REST, ids=[f"{p.id}: {g.naam}" for p, g in BIJ_DE_REST])
def test_voorbeeld_bij_de_rest(kennis: Kennis, proef: Proef, geval: Geval) -> None:
    fout = proeffout(kennis, proef, geval)
    assert fout is None, f"{fout}; {geval.waarom}; vraag de jurist van {proef.id}"


def test_elke_grond_heeft_een_ja_en_een_nee(kennis: Kennis) -> None:
    for grond in kennis.gronden.values():
        verwacht = {v.verwacht for v in grond.voorbeelden}
        assert {"ja", "nee"} <= verwacht, f"{grond.id} mist een voorbeeld met ja of nee"
