"""Geen enkel teken dat niet van ons is, of dat gewist is, opent een gesprek. Lang: `make attack`."""

from __future__ import annotations

from tests.aanval.raden import raad


def test_geen_verzonnen_vervalst_of_gewist_teken_opent_iets() -> None:
    geprobeerd, geopend = raad(1000)
    assert (geprobeerd, geopend) == (1000, 0)
