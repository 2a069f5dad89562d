"""Deur en Rasa schrijven tegelijk in één bestand, kort. Lang: `make attack`."""

from __future__ import annotations

from tests.aanval.schrijven import hamer


def test_twaalf_schrijvers_in_twee_processen_houden_elkaar_niet_op() -> None:
    uitslag = hamer(8, 1)
    assert uitslag.aantallen["keer gewist"] > 20 and not uitslag.mis, uitslag
