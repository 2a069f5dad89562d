"""Elk voorbeeld bij een zorgwoord wordt gehoord, en elk tegenvoorbeeld niet."""

from __future__ import annotations

import pytest

from bot.verstaan.zorgtaal import Zorgtaal
from tests.gedeeld import gelezen

WOORDEN = gelezen().inhoud.zorgwoorden
TAAL = Zorgtaal(WOORDEN)


@pytest.mark.parametrize(("id_", "zin"), [(w.id, zin) for w in WOORDEN for zin in w.voorbeelden])
def test_voorbeeld_wordt_gehoord(id_: str, zin: str) -> None:
    assert id_ in TAAL.hoor(zin)


@pytest.mark.parametrize(("id_", "zin"), [(w.id, zin) for w in WOORDEN for zin in w.tegenvoorbeelden])
def test_tegenvoorbeeld_wordt_niet_gehoord(id_: str, zin: str) -> None:
    assert id_ not in TAAL.hoor(zin)
