"""Een artikelnummer in een vraag: '254ba' of 'artikel 12' vindt eerst dat artikel."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.verstaan.normaal import normaal
from knowledge import Kennis

_NUMMER = r"\d{1,3}[a-z]{0,3}"
_GENOEMD = re.compile(rf"\b(?:artikel(?:en)?|art)\s+({_NUMMER})(?:\s+({_NUMMER}))?\b")
_BLOOT = re.compile(r"\b(\d{3}[a-z]{1,2})\b")
"""Zonder 'artikel' ervoor alleen een nummer met letters: 254ba, 285b. '254' kan van alles zijn."""
_BOEK = re.compile(r"^artikel (\d+):(\d+[a-z]*)")
_IN_WET = re.compile(rf"\b({_NUMMER})\b")


class Artikelen:
    """De gronden, en anders de begrippen, per artikelnummer."""

    def __init__(self, kennis: Kennis) -> None:
        self._van: dict[str, list[str]] = defaultdict(list)
        for grond in kennis.gronden.values():
            for versie in sorted(grond.versies, key=lambda versie: versie.tot is not None):
                self._zet(versie.artikel, f"grond:{grond.id}")
        for begrip in kennis.begrippen.values():
            for bron in begrip.bronnen:
                self._zet(kennis.bronnen[bron].vindplaats, f"begrip:{begrip.id}")

    def _zet(self, artikel: str, id_: str) -> None:
        kaal = artikel.lower()
        boek = _BOEK.match(kaal)
        nummers = [f"{boek[1]} {boek[2]}"] if boek else _IN_WET.findall(kaal.split(" wet")[0])[:1]
        for nummer in nummers:
            if id_ not in self._van[nummer]:
                self._van[nummer].append(id_)

    def vind(self, tekst: str) -> tuple[str, ...]:
        """Wat bij het genoemde artikel hoort; leeg als er geen genoemd is of we het niet kennen."""
        zin = normaal(tekst)
        genoemd = _GENOEMD.search(zin)
        if genoemd:
            nummers = [f"{genoemd[1]} {genoemd[2]}"] if genoemd[2] else []
            nummers.append(genoemd[1])
        else:
            nummers = _BLOOT.findall(zin)
        for nummer in nummers:
            if nummer in self._van:
                return tuple(self._van[nummer][:2])
        return ()
