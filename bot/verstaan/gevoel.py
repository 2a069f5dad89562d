"""Het gevoel dat iemand noemt. De woorden staan bij de erkenningen in de kennis."""

from __future__ import annotations

from bot.verstaan.patroon import Automaat
from bot.verstaan.strekking import ontkend
from bot.verstaan.zin import lees_zin
from knowledge import Kennis


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
        zin = lees_zin(tekst)
        treffers = [t for t in self._automaat.vind(zin) if ontkend(zin, t.begin, t.eind, True) is None]
        eerste = min(treffers, key=lambda t: (t.begin, -t.gewicht), default=None)
        return None if eerste is None else self._namen[eerste.patroon]
