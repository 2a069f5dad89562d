from __future__ import annotations

from datetime import date

import pytest

from knowledge.recht.termijnen import laatste_dag
from knowledge.schema import Duur


@pytest.mark.parametrize(
    ("begin", "duur", "einde"),
    [
        (date(2026, 11, 21), Duur(maanden=3), date(2027, 2, 21)),
        (date(2026, 11, 30), Duur(maanden=3), date(2027, 2, 28)),
        (date(2023, 11, 30), Duur(maanden=3), date(2024, 2, 29)),
        (date(2024, 2, 29), Duur(jaren=1), date(2025, 2, 28)),
        (date(2026, 12, 31), Duur(maanden=2), date(2027, 2, 28)),
        (date(2026, 1, 1), Duur(weken=6), date(2026, 2, 12)),
        (date(2026, 1, 31), Duur(dagen=1), date(2026, 2, 1)),
    ],
)
def test_laatste_dag(begin: date, duur: Duur, einde: date) -> None:
    assert laatste_dag(begin, duur) == einde
