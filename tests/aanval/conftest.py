"""Echte PostgreSQL, Redis en nginx. Ontbreekt er een: overslaan met reden, en in CI een fout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.aanval.omheen import Dienst, start_redis
from tests.bot.deur.conftest import huis, kaal_huis  # noqa: F401
from tests.conftest import eigen_postgres


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """De hele map is lang: zij start en doodt processen, en legt last op."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("lang")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Dienst]:
    yield from eigen_postgres()


@pytest.fixture
def redis(vereist: Callable[[str], str]) -> Iterator[Dienst]:
    dienst = start_redis(vereist("redis-server"))
    yield dienst
    dienst.stop()
