"""Een brief als bestand, uit de stand van een gesprek, voor elk kanaal. Gemaakt in het geheugen, gestuurd, en weg."""

from __future__ import annotations

from typing import Literal

from bot.document import SOORTEN, maak_docx, maak_ics, maak_pdf, maak_txt
from bot.kennis import lees_kennis, vandaag
from bot.opslag import Gesprekken
from knowledge import Stand, adviseer
from knowledge.brieven import brief_voor
from knowledge.gesprek import AGENDA, GEWAARSCHUWD, heeft_data

Reden = Literal["sessie", "vorm", "brief_weg", "agenda"]
_MAAK = {"docx": maak_docx, "pdf": maak_pdf, "txt": maak_txt}


class BriefFout(ValueError):
    """Dit bestand kan niet gemaakt worden; `reden` is een sleutel van `FOUTEN`."""

    def __init__(self, reden: Reden) -> None:
        self.reden = reden
        super().__init__(reden)


def maak(gesprekken: Gesprekken, gesprek: str, brief: str, vorm: str) -> tuple[str, bytes]:
    """Bestandsnaam en inhoud, voor elk kanaal. `brief` is de naam uit het documentblok. Werpt `BriefFout`."""
    rij = gesprekken.lees(gesprek)
    if rij is None:
        raise BriefFout("sessie")
    _, kennis = lees_kennis()
    stand = Stand.uit_json(kennis, rij.stand)
    advies = adviseer(kennis, stand.zaak, vandaag())
    if (vorm == "ics") is not (brief == AGENDA) or vorm not in SOORTEN:
        raise BriefFout("vorm")
    if brief == AGENDA:
        if not heeft_data(advies):
            raise BriefFout("brief_weg")
        if GEWAARSCHUWD not in stand.gehad:
            raise BriefFout("agenda")
        return "agenda.ics", maak_ics(advies.termijnen, vandaag())
    gevonden = brief_voor(kennis, advies, brief)
    if gevonden is None:
        raise BriefFout("brief_weg")
    # de naam verraadt niets aan wie meekijkt in de map met downloads
    return f"document.{vorm}", _MAAK[vorm](gevonden[1])
