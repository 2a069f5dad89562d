"""Een steekproef uit de mutatie van de inhoud. Alles: `make mutatie`."""

from __future__ import annotations

from itertools import islice

import pytest

from knowledge.bouw.load import Gelezen
from tests.inhoud.mutatie.jury import Jury
from tests.inhoud.mutatie.operatoren import Mutant, mutanten

pytestmark = pytest.mark.bewijs("inhoud")

ELKE = 67
"""Een priemgetal, zodat de steekproef niet gelijk loopt met de volgorde van de operatoren. Een steekproef van dertig
zakte en slaagde op toeval; bij negentig zegt de score iets."""
MINSTENS = 0.85


@pytest.fixture(scope="module")
def jury(gelezen: Gelezen) -> Jury:
    return Jury(gelezen)


def test_de_jury_laat_de_echte_inhoud_door(gelezen: Gelezen, jury: Jury) -> None:
    """Wie alles afkeurt, merkt niets: hetzelfde onderdeel onveranderd valt niemand op."""
    assert jury.kapot() is None
    for soort in ("gronden", "routes", "termijnen", "situaties", "feiten"):
        for onderdeel in getattr(gelezen.inhoud, soort)[:4]:
            assert jury.merkt(Mutant("laat termijn gelijk", soort, onderdeel.id, "", onderdeel)) is None


def test_de_meeste_mutanten_vallen_op(gelezen: Gelezen, jury: Jury) -> None:
    proef = list(islice(mutanten(gelezen.inhoud), 0, None, ELKE))
    over = [str(mutant) for mutant in proef if jury.merkt(mutant) is None]
    assert 1 - len(over) / len(proef) >= MINSTENS, over
