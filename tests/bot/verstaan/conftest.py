"""Eén geleerd model voor alle tests van het verstaan."""

from __future__ import annotations

import pytest

from bot.verstaan.model import Model, het_model


@pytest.fixture(scope="session")
def model() -> Model:
    """Het model dat ook mensen krijgen; `make test` leert het opnieuw als de zinnen veranderd zijn."""
    return het_model()
