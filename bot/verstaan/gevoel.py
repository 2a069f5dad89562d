"""Het gevoel dat iemand noemt. De woorden staan bij de erkenningen in de kennis."""

from __future__ import annotations

from bot.verstaan.betekenis import GEEN, GEVOEL, de_betekenis
from bot.verstaan.patroon import Automaat
from bot.verstaan.strekking import ontkend
from bot.verstaan.zin import lees_zin
from knowledge import Kennis

KORT, ZEKER = 16, 0.55
"""In zo'n kort bericht kan een gevoel te merken zijn, en zo zeker moet het dan zijn; in een lang verhaal telt wat genoemd wordt."""


class Gevoelvinder:
    """Vindt het gevoel in een bericht. Eén per versie van de kennis."""

    def __init__(self, kennis: Kennis) -> None:
        self._automaat = Automaat({naam: groep.woorden for naam, groep in kennis.woordgroepen.items()})
        self._namen: list[str] = []
        for erkenning in kennis.erkenningen.values():
            for woord in erkenning.woorden:
                if self._automaat.voeg_toe(woord) is not None:
                    self._namen.append(erkenning.id)

    def vind(self, tekst: str) -> str | None:
        """De id van de erkenning die bij het eerst genoemde gevoel hoort, of None."""
        gehoord = self._genoemd(tekst)
        return gehoord if gehoord is not None or len(tekst.split()) > KORT else _te_merken(tekst)

    def _genoemd(self, tekst: str) -> str | None:
        zin = lees_zin(tekst)
        treffers = [t for t in self._automaat.vind(zin) if ontkend(zin, t.begin, t.eind, True) is None]
        eerste = min(treffers, key=lambda t: (t.begin, -t.gewicht), default=None)
        return None if eerste is None else self._namen[eerste.patroon]


def _te_merken(tekst: str) -> str | None:
    """Het gevoel dat iemand laat merken zonder het te noemen: 'iedereen lacht me uit'."""
    betekenis = de_betekenis()
    kansen = betekenis.kansen(GEVOEL, tekst) if betekenis is not None else {}
    beste = max(kansen, key=kansen.__getitem__, default=GEEN)
    return beste if beste != GEEN and kansen[beste] >= ZEKER else None
