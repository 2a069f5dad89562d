from __future__ import annotations

import pytest

from knowledge import Kennis
from knowledge.check import controleer
from knowledge.compile import inhoud_hash
from knowledge.load import Gelezen, lees


@pytest.fixture(scope="session")
def gelezen() -> Gelezen:
    return lees()


@pytest.fixture(scope="session")
def kennis(gelezen: Gelezen) -> Kennis:
    assert controleer(gelezen) == []
    return Kennis(gelezen.inhoud, inhoud_hash(gelezen.inhoud))
