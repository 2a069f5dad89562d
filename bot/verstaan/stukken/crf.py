"""Een geleerde reeks (CRF): van kenmerken op een rij naar namen op een rij, met hun kans."""

from __future__ import annotations

from threading import Lock

import pycrfsuite

Rijen = list[list[str]]


class Crf:
    """Leest met de bytes van een CRF. Mag door meer draden tegelijk gebruikt worden."""

    def __init__(self, inhoud: bytes) -> None:
        self.inhoud = inhoud  # moet blijven bestaan: de lezer kijkt in deze bytes
        self._lezer = pycrfsuite.Tagger()
        self._lezer.open_inmemory(inhoud)
        self._slot = Lock()  # de lezer onthoudt het bericht waar hij mee bezig is

    def lees(self, rijen: Rijen) -> list[tuple[str, float]]:
        """De beste naam op elke plek, met zijn kans."""
        with self._slot:
            return [(naam, self._lezer.marginal(naam, nr)) for nr, naam in enumerate(self._lezer.tag(rijen))]

    def kansen(self, rijen: Rijen, naam: str) -> list[float]:
        """De kans op deze naam op elke plek."""
        with self._slot:
            self._lezer.set(rijen)
            return [self._lezer.marginal(naam, nr) for nr in range(len(rijen))]
