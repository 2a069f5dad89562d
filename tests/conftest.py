"""Wat alle tests delen: wat vereist is, en wat er overgeslagen mag worden."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from tests.aanval.omheen import Dienst

CI = os.environ.get("CI") == "true"
ALLES = CI or bool(os.environ.get("ALLES"))
"""Ook wat lang duurt; zie `make test ALLES=1`."""
overgeslagen: list[str] = []
WORTEL = Path(__file__).parents[1]
HANGT_AF_VAN = {
    "inhoud": ("knowledge", "tests/inhoud"),
    "brieven": ("knowledge", "bot/document", "bot/deur", "tests/bot/deur"),
    "leren": ("data", "bot/leren", "bot/verstaan", "knowledge", "requirements.txt", "tests/evaluatie"),
}
"""Waar een bewijs van afhangt. Is daar niets veranderd sinds het slaagde, dan bewijst nog eens draaien niets."""
geslaagd: dict[str, dict[str, str]] = {}


@pytest.fixture
def vereist() -> Callable[[str], str]:
    """`vereist("chromium")` geeft het pad. Ontbreekt het: overslaan met reden, en in CI een fout."""

    def zoek(programma: str) -> str:
        pad = shutil.which(programma)
        if pad:
            return pad
        mist(programma, programma)

    return zoek


def mist(programma: str, pakket: str) -> NoReturn:
    """Overslaan met reden, en in CI een fout."""
    overgeslagen.append(programma)
    (pytest.fail if CI else pytest.skip)(f"{programma} is er niet; installeer het (Debian: apt-get install {pakket})")


def eigen_postgres() -> Iterator[Dienst]:
    """Een eigen PostgreSQL, gestopt als de tests klaar zijn. Voor een fixture: `yield from eigen_postgres()`."""
    from tests.aanval.omheen import postgres_map, start_postgres  # pas nu: de tests van de kern hebben dit niet

    programmas = postgres_map()
    if programmas is None:
        mist("postgresql", "postgresql")
    dienst = start_postgres(programmas)
    yield dienst
    dienst.stop()


@pytest.fixture(scope="module")
def redis_adres() -> Iterator[str]:
    """Een eigen Redis voor deze tests, gestopt als ze klaar zijn."""
    from tests.aanval.omheen import start_redis

    dienst = start_redis(shutil.which("redis-server") or mist("redis-server", "redis-server"))
    yield dienst.adres
    dienst.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if overgeslagen:
        terminalreporter.write_line(f"Overgeslagen omdat het hier ontbreekt: {', '.join(sorted(set(overgeslagen)))}")


@cache
def afdruk(deel: str) -> str:
    som = sha256()
    for plek in HANGT_AF_VAN[deel]:
        pad = WORTEL / plek
        for bestand in sorted(pad.rglob("*")) if pad.is_dir() else [pad]:
            if bestand.suffix in (".py", ".yaml", ".yml", ".txt"):
                som.update(str(bestand).encode())
                som.update(bestand.read_bytes())
    return som.hexdigest()


def _bewijs(item: pytest.Item) -> str | None:
    merk = item.get_closest_marker("bewijs")
    return str(merk.args[0]) if merk else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Een bewijs dat al slaagde op deze bestanden, draait alleen als het gevraagd is, en altijd in CI en met ALLES=1."""
    cache = getattr(config, "cache", None)
    if ALLES or cache is None:
        return
    gevraagd = {Path(arg.split("::")[0]).resolve() for arg in config.args}
    over = []
    for item in items:
        deel = _bewijs(item)
        if deel and item.path not in gevraagd and cache.get(f"bewijs/{deel}", {}).get(item.nodeid) == afdruk(deel):
            over.append(item)
    if over:
        config.hook.pytest_deselected(items=over)
        items[:] = [item for item in items if item not in set(over)]


def pytest_collection_finish() -> None:
    """Wat nu geladen is, blijft tot het eind: zonder dit loopt Python het bij elke grote opruiming na (een kwart van de tijd)."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    uitkomst = yield
    verslag = uitkomst.get_result()  # type: ignore[attr-defined]  # pluggy geeft hier zijn eigen uitkomst
    deel = _bewijs(item)
    if deel and verslag.when == "call" and verslag.passed:
        geslaagd.setdefault(deel, {})[item.nodeid] = afdruk(deel)


def pytest_sessionfinish(session: pytest.Session) -> None:
    cache = getattr(session.config, "cache", None)
    for deel, namen in geslaagd.items() if cache else ():
        cache.set(f"bewijs/{deel}", {**cache.get(f"bewijs/{deel}", {}), **namen})
