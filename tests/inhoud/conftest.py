from __future__ import annotations

import pytest

from knowledge import Kennis
from knowledge.bouw import controleer, inhoud_hash
from knowledge.bouw.load import Gelezen
from tests import gedeeld


@pytest.fixture(scope="session")
def gelezen() -> Gelezen:
    return gedeeld.gelezen()


@pytest.fixture(scope="session")
def kennis(gelezen: Gelezen) -> Kennis:
    assert controleer(gelezen) == []
    return Kennis(gelezen.inhoud, inhoud_hash(gelezen.inhoud))
