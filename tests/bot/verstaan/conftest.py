"""Eén geleerd model voor alle tests van het verstaan."""

from __future__ import annotations

import pytest

from bot.leren.train import leer
from bot.verstaan.model import Model


@pytest.fixture(scope="session")
def model() -> Model:
    """Vers geleerd uit data/nlu, zodat een test nooit over een oud bestand gaat."""
    return leer()
