"""Tien berichten per seconde, kort, met een hulpmiddel dat niet van ons is. Lang: `make attack`."""

from __future__ import annotations

import pytest

from tests.aanval.drukte import LOCUST, RUSTIG, druk
from tests.bot.deur.conftest import Huis
from tests.conftest import CI, overgeslagen


def test_korte_drukte_verliest_niets(huis: Huis) -> None:
    if not LOCUST.exists():
        overgeslagen.append("locust")
        (pytest.fail if CI else pytest.skip)("locust is er niet; draai `make .venv-aanval/klaar`")
    uitslag = druk(huis, RUSTIG, 15, 1)
    assert uitslag.aantallen["berichten"] > 20 and not uitslag.mis, uitslag
