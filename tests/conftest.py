"""Wat alle tests delen: wat vereist is, en wat er overgeslagen mag worden."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

CI = os.environ.get("CI") == "true"
ALLES = CI or bool(os.environ.get("ALLES"))
"""Ook wat lang duurt; zie `make test ALLES=1`."""
overgeslagen: list[str] = []


@pytest.fixture
def vereist() -> Callable[[str], str]:
    """`vereist("chromium")` geeft het pad. Ontbreekt het: overslaan met reden, en in CI een fout."""

    def zoek(programma: str) -> str:
        pad = shutil.which(programma)
        if pad:
            return pad
        overgeslagen.append(programma)
        melding = f"{programma} is er niet; installeer het (Debian: apt-get install {programma})"
        if CI:
            pytest.fail(melding)
        pytest.skip(melding)

    return zoek


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if overgeslagen:
        terminalreporter.write_line(f"Overgeslagen omdat het hier ontbreekt: {', '.join(sorted(set(overgeslagen)))}")
