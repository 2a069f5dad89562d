"""De vorm van de inhoud. De beschrijving bij elk veld is het handboek van de jurist."""

from __future__ import annotations

from knowledge.schema.antwoord import Antwoordthema, Antwoordvariant, Vraagantwoord
from knowledge.schema.brief import Brief, Briefdeel, Briefzin, NietNu, Ontvangers, Zin
from knowledge.schema.feit import Feit, FoutKost, Optie, Vraagwijze, Woordgroep
from knowledge.schema.gesprek import (
    SLACHTOFFER,
    Erkenning,
    Gesprekszinnen,
    Noodtekst,
    Situatie,
    Tegenspraak,
    Veiligheid,
    Waarschuwing,
)
from knowledge.schema.grond import (
    Bestanddeel,
    Grond,
    Omstandigheid,
    OpenNorm,
    Straf,
    Uitspraakverwijzing,
    Uitzondering,
    Variant,
    Verjaring,
    Versie,
    Voorbeeld,
)
from knowledge.schema.indeling import BESTANDEN, FORMAAT, MAPPEN
from knowledge.schema.naslag import Begrip, Bron, Instantie, Openingstijd, Praten, Telefoon, Zoekwoorden
from knowledge.schema.pagina import PAGINAVELDEN, Pagina, Paginadeel
from knowledge.schema.platform import BEWERINGEN, Bewering, Platform
from knowledge.schema.proef import METEEN, NIET, NOOIT, ONZEKER, Geval, Proef
from knowledge.schema.regel import Regel
from knowledge.schema.route import Botsing, Duur, Opvolging, Route, Stap, Strafmaat, Termijn
from knowledge.schema.talen import Herken, Kaart, Noodwoorden, Spreektaal
from knowledge.schema.vorm import WEET_NIET, Naam, Voorwaarde, Vorm
from knowledge.schema.zorg import VERTELT, VRAAGT, Gelezen, Protocol, Signaal, Vervolg, Zorgwoord


class Inhoud(Vorm):
    """Alle inhoud samen, gecontroleerd."""

    versie: str
    feiten: tuple[Feit, ...]
    gronden: tuple[Grond, ...]
    routes: tuple[Route, ...]
    termijnen: tuple[Termijn, ...]
    instanties: tuple[Instantie, ...]
    platforms: tuple[Platform, ...]
    bronnen: tuple[Bron, ...]
    begrippen: tuple[Begrip, ...]
    situaties: tuple[Situatie, ...]
    waarschuwingen: tuple[Waarschuwing, ...]
    tegenspraken: tuple[Tegenspraak, ...]
    erkenningen: tuple[Erkenning, ...]
    brieven: tuple[Brief, ...]
    briefzinnen: tuple[Briefzin, ...]
    voorbeelden: tuple[Proef, ...]
    regels: tuple[Regel, ...]
    woordgroepen: tuple[Woordgroep, ...]
    zoekwoorden: tuple[Zoekwoorden, ...]
    zorgwoorden: tuple[Zorgwoord, ...]
    zorg: tuple[Protocol, ...]
    talen: tuple[Spreektaal, ...]
    antwoorden: tuple[Antwoordthema, ...]
    paginas: tuple[Pagina, ...]
    veiligheid: Veiligheid
    gesprek: Gesprekszinnen


__all__ = [
    "BESTANDEN",
    "BEWERINGEN",
    "FORMAAT",
    "MAPPEN",
    "METEEN",
    "NIET",
    "NOOIT",
    "ONZEKER",
    "PAGINAVELDEN",
    "SLACHTOFFER",
    "VERTELT",
    "VRAAGT",
    "WEET_NIET",
    "Antwoordthema",
    "Antwoordvariant",
    "Begrip",
    "Bestanddeel",
    "Bewering",
    "Botsing",
    "Brief",
    "Briefdeel",
    "Briefzin",
    "Bron",
    "Duur",
    "Erkenning",
    "Feit",
    "FoutKost",
    "Gelezen",
    "Gesprekszinnen",
    "Geval",
    "Grond",
    "Herken",
    "Inhoud",
    "Instantie",
    "Kaart",
    "Naam",
    "NietNu",
    "Noodtekst",
    "Noodwoorden",
    "Omstandigheid",
    "Ontvangers",
    "OpenNorm",
    "Openingstijd",
    "Optie",
    "Opvolging",
    "Pagina",
    "Paginadeel",
    "Platform",
    "Praten",
    "Proef",
    "Protocol",
    "Regel",
    "Route",
    "Signaal",
    "Situatie",
    "Spreektaal",
    "Stap",
    "Straf",
    "Strafmaat",
    "Tegenspraak",
    "Telefoon",
    "Termijn",
    "Uitspraakverwijzing",
    "Uitzondering",
    "Variant",
    "Veiligheid",
    "Verjaring",
    "Versie",
    "Vervolg",
    "Voorbeeld",
    "Voorwaarde",
    "Vorm",
    "Vraagantwoord",
    "Vraagwijze",
    "Waarschuwing",
    "Woordgroep",
    "Zin",
    "Zoekwoorden",
    "Zorgwoord",
]
