"""Geen enkel teken dat niet van ons is, of dat gewist is, opent een gesprek. Lang: `make attack`."""

from __future__ import annotations

import string

from bot.deur.sessie import Sessies
from tests.aanval.raden import raad


def test_geen_verzonnen_vervalst_of_gewist_teken_opent_iets() -> None:
    geprobeerd, geopend = raad(1000)
    assert (geprobeerd, geopend) == (1000, 0)


def test_een_teken_heeft_maar_een_schrijfwijze() -> None:
    """Het laatste teken van een handtekening heeft bits die er niet toe doen; een ander teken daar is vervalst."""
    sessies = Sessies("g" * 32)
    for _ in range(20):
        id_, teken = sessies.nieuw()
        ander = [teken[:-1] + c for c in string.ascii_letters + string.digits + "-_" if c != teken[-1]]
        assert sessies.lees(teken) == id_ and not any(sessies.lees(t) for t in ander)
