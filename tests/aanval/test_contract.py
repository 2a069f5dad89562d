"""Elk antwoord van de deur staat in docs/openapi.yaml, ook op verzonnen en foute verzoeken. Lang: `make attack`."""

from __future__ import annotations

import pytest

from tests.aanval.contract import SCHEMATHESIS, speel
from tests.conftest import CI, overgeslagen


def test_schemathesis_vindt_niets_wat_niet_beschreven_is() -> None:
    if not SCHEMATHESIS.exists():
        overgeslagen.append("schemathesis")
        (pytest.fail if CI else pytest.skip)("schemathesis is er niet; draai `make .venv-aanval/klaar`")
    verslag = speel(voorbeelden=3, zaad=1)
    assert verslag.routes >= 43 and verslag.verzoeken > 500 and not verslag.fouten, verslag.tekst[-8000:]
