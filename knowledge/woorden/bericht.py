"""Wat de assistent zegt, los van het kanaal: blokken, nooit één opgemaakte tekst. De enige opmaak is **vet**."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal

from knowledge.woorden.bericht_tekst import tekst_van

Toon = Literal["gewoon", "steun", "fout"]
Taal = str
"""De code van de taal, alleen als een blok niet in het Nederlands is: voor wie voorleest."""
Teken = Literal["ja", "nee", "open", "info"]


@dataclass(frozen=True)
class Knop:
    """Een knop: `code` is een daad (zie `knowledge.daad`), `label` wat erop staat."""

    code: str
    label: str
    uitleg: str | None = None
    vooraan: bool | None = None
    """Hoort in een lange lijst bij de waarschijnlijke antwoorden."""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class Nummer:
    """Een telefoonnummer met wie er opneemt."""

    naam: str
    nummer: str
    kosten: str | None = None
    uren: str | None = None


@dataclass(frozen=True)
class Detail:
    """Een regel onder een punt, met zijn stand."""

    tekst: str
    stand: Teken = "info"


@dataclass(frozen=True)
class Punt:
    """Eén punt van een lijst. `id` is de naam in de kennis."""

    titel: str
    tekst: str = ""
    id: str | None = None
    details: tuple[Detail, ...] = ()
    bronnen: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    telefoon: tuple[Nummer, ...] = ()
    knoppen: tuple[Knop, ...] = ()
    gedaan: bool | None = None
    """Heeft iemand deze stap afgevinkt?"""


@dataclass(frozen=True)
class BronRegel:
    """Een bron zoals de lezer hem ziet, met wat er nagekeken is."""

    id: str
    titel: str
    vindplaats: str
    url: str
    nagekeken: str


@dataclass(frozen=True)
class Blok:
    soort: ClassVar[str]

    def naar_json(self) -> dict[str, Any]:
        return {"blok": self.soort, **_zonder_leeg(asdict(self))}


@dataclass(frozen=True)
class Tekst(Blok):
    soort: ClassVar[str] = "tekst"
    tekst: str
    toon: Toon = "gewoon"
    taal: Taal | None = None
    rtl: bool | None = None


@dataclass(frozen=True)
class Keuze(Blok):
    """Een vraag met knoppen. `vorm` zegt hoe het antwoord eruitziet; vrije tekst mag altijd."""

    soort: ClassVar[str] = "keuze"
    tekst: str
    vorm: Literal["keuze", "meerkeuze", "datum", "leeftijd", "knoppen"]
    opties: tuple[Knop, ...]
    extra: tuple[Knop, ...] = ()
    feit: str | None = None
    taal: Taal | None = None
    rtl: bool | None = None
    nog: str | None = None
    """Hoeveel vragen er ongeveer nog komen, als dat te zeggen is."""


@dataclass(frozen=True)
class Lijst(Blok):
    soort: ClassVar[str] = "lijst"
    kop: str
    onderwerp: Literal[
        "gronden",
        "mogelijk",
        "nu",
        "deze_week",
        "voor_datum",
        "later",
        "termijnen",
        "hulp",
        "overzicht",
        "gehoord",
        "zoek",
        "waarschuwing",
        "weetjes",
        "stappen",
        "stap",
        "brieven",
        "volgende",
    ]
    items: tuple[Punt, ...]
    geordend: bool = False
    taal: Taal | None = None
    rtl: bool | None = None


@dataclass(frozen=True)
class Bronnen(Blok):
    soort: ClassVar[str] = "bronnen"
    kop: str
    regels: tuple[BronRegel, ...]


@dataclass(frozen=True)
class Document(Blok):
    """Een brief om te lezen en te kopiëren; `brief` en een van de `vormen` maken het bestand."""

    soort: ClassVar[str] = "document"
    brief: str
    naam: str
    tekst: str
    code: str
    vormen: tuple[str, ...] = ()
    """Als welk bestand het gemaakt kan worden: docx, pdf, txt of ics."""


@dataclass(frozen=True)
class Nood(Blok):
    """Staat boven al het andere."""

    soort: ClassVar[str] = "nood"
    id: str
    titel: str
    tekst: tuple[str, ...]
    telefoon: tuple[Nummer, ...] = ()
    links: tuple[Link, ...] = ()
    taal: Taal | None = None
    rtl: bool | None = None


@dataclass(frozen=True)
class Bericht:
    """Eén beurt van de assistent."""

    blokken: tuple[Blok, ...]

    def naar_json(self) -> list[dict[str, Any]]:
        return [blok.naar_json() for blok in self.blokken]

    def __add__(self, ander: Bericht) -> Bericht:
        return Bericht(self.blokken + ander.blokken)


def _zonder_leeg(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {sleutel: _zonder_leeg(deel) for sleutel, deel in waarde.items() if deel not in (None, (), [], "")}
    if isinstance(waarde, (list, tuple)):
        return [_zonder_leeg(deel) for deel in waarde]
    return waarde


def als_tekst(bericht: Bericht) -> str:
    """Het bericht als platte tekst, voor de terminal en voor kanalen zonder opmaak."""
    return tekst_van(bericht.naar_json())
