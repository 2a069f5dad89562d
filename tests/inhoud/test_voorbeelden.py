"""De voorbeelden bij elke grond zijn tests. Rood hier is een vraag voor een jurist: klopt het voorbeeld, of de voorwaarde?"""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Kennis, Zaak, beoordeel
from knowledge.load import lees
from knowledge.schema import Grond, Voorbeeld

ALLE = [(grond, voorbeeld) for grond in lees().inhoud.gronden for voorbeeld in grond.voorbeelden]


def zaak_van(kennis: Kennis, feiten: dict[str, str | list[str]], dag: date) -> Zaak:
    zaak = Zaak()
    for feit, ruw in feiten.items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, dag))
    return zaak


@pytest.mark.parametrize(("grond", "voorbeeld"), ALLE, ids=[f"{g.id}: {v.naam}" for g, v in ALLE])
def test_voorbeeld(kennis: Kennis, grond: Grond, voorbeeld: Voorbeeld) -> None:
    for feiten in voorbeeld.gevallen():
        b = beoordeel(kennis, zaak_van(kennis, feiten, voorbeeld.vandaag), voorbeeld.vandaag)
        oordeel = b.gronden[grond.id]
        varianten = {v.variant.id: v.status for v in oordeel.varianten}
        elementen = {f"{v.variant.id}.{e.bestanddeel.id}": e.stand for v in oordeel.varianten for e in v.elementen}
        waar = f"{voorbeeld.waarom} — vraag de jurist van {grond.id}; {feiten} {varianten} {elementen}"
        # buiten een situatie geldt 'mogelijk' zoals de varianten het zeggen
        assert oordeel.status == voorbeeld.verwacht, waar
        for variant, verwacht in voorbeeld.varianten.items():
            assert varianten.get(variant) == verwacht, f"{variant}: {waar}"
        if voorbeeld.wet:
            assert oordeel.versie is not None and oordeel.versie.bron == voorbeeld.wet, waar


def test_elke_grond_heeft_een_ja_en_een_nee(kennis: Kennis) -> None:
    for grond in kennis.gronden.values():
        verwacht = {v.verwacht for v in grond.voorbeelden}
        assert {"ja", "nee"} <= verwacht, f"{grond.id} mist een voorbeeld met ja of nee"
