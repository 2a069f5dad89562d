"""Hoe de inhoud is ingedeeld: welke map of welk bestand welke vorm heeft. Los van het lezen en bouwen, want wie alleen
`kennis.db` leest, hoort niet alles te laden wat het bouwt."""

from __future__ import annotations

from knowledge.schema.antwoord import Antwoordthema
from knowledge.schema.brief import Brief, Briefzin
from knowledge.schema.feit import Feit, Woordgroep
from knowledge.schema.gesprek import Erkenning, Gesprekszinnen, Situatie, Tegenspraak, Veiligheid, Waarschuwing
from knowledge.schema.grond import Grond
from knowledge.schema.naslag import Begrip, Bron, Instantie, Zoekwoorden
from knowledge.schema.pagina import Pagina
from knowledge.schema.platform import Platform
from knowledge.schema.proef import Proef
from knowledge.schema.regel import Regel
from knowledge.schema.route import Route, Termijn
from knowledge.schema.talen import Spreektaal
from knowledge.schema.vorm import Vorm
from knowledge.schema.zorg import Protocol, Zorgwoord

FORMAAT = 9
"""Verhoog dit als de vorm van `kennis.db` verandert; de lezer weigert een ander formaat."""
MAPPEN: dict[str, type[Vorm]] = {
    "feiten": Feit,
    "gronden": Grond,
    "routes": Route,
    "termijnen": Termijn,
    "instanties": Instantie,
    "platforms": Platform,
    "bronnen": Bron,
    "begrippen": Begrip,
    "situaties": Situatie,
    "waarschuwingen": Waarschuwing,
    "tegenspraken": Tegenspraak,
    "erkenningen": Erkenning,
    "brieven": Brief,
    "briefzinnen": Briefzin,
    "voorbeelden": Proef,
    "regels": Regel,
    "woordgroepen": Woordgroep,
    "zoekwoorden": Zoekwoorden,
    "talen": Spreektaal,
    "zorgwoorden": Zorgwoord,
    "zorg": Protocol,
    "antwoorden": Antwoordthema,
    "paginas": Pagina,
}
BESTANDEN: dict[str, type[Vorm]] = {"veiligheid": Veiligheid, "gesprek": Gesprekszinnen}
