"""Instanties, bronnen en begrippen."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from knowledge.schema.vorm import Naam, Voorwaarde, Vorm


class Telefoon(Vorm):
    """Een telefoonnummer. Nummers staan nergens anders dan bij een instantie."""

    nummer: str = Field(pattern=r"^[0-9+ ()-]+$")
    kosten: str | None = None
    uren: str | None = Field(None, description="Alleen als ze gelezen zijn; anders leeg en staat de pagina erbij.")


class Openingstijd(Vorm):
    """Wanneer iemand opneemt of terugschrijft. Alleen als het ergens gelezen is."""

    weg: Literal["bellen", "chatten"]
    dagen: tuple[int, ...] = Field((1, 2, 3, 4, 5, 6, 7), description="1 is maandag. Leeg laten: elke dag.")
    van: int = Field(0, ge=0, le=24, description="Heel uur waarop het opengaat.")
    tot: int = Field(24, ge=0, le=24, description="Heel uur waarop het sluit; 24 is middernacht.")
    zeker: bool = Field(False, description="Gelezen bij de organisatie of de overheid zelf, en niet oud.")

    @model_validator(mode="after")
    def gaat_open(self) -> Openingstijd:
        if self.tot <= self.van:
            raise ValueError("`tot` hoort na `van` te komen")
        return self


class Praten(Vorm):
    """Wanneer iemand hier terecht kan om te praten. Zonder `als`: altijd."""

    als: Voorwaarde | None = None
    niet_als: Voorwaarde | None = None
    rang: int = 50


class Instantie(Vorm):
    """Een organisatie, platform of dienst."""

    id: Naam
    naam: str
    soort: Literal[
        "nood",
        "hulp",
        "politie_justitie",
        "toezicht",
        "rechtshulp",
        "platform",
        "zoekmachine",
        "betaling",
        "hosting",
        "meldpunt",
        "overig",
    ]
    doet: str = Field(description="Wat deze organisatie in deze zaken voor je doet.")
    telefoon: Telefoon | None = None
    chat: str | None = Field(None, description="Adres van de chat.")
    pagina: str = Field(description="De pagina om te openen.")
    meldpagina: str | None = Field(None, description="De pagina van het meldformulier, als die er is.")
    kosten: str
    anoniem: Literal["ja", "nee", "deels", "onbekend"]
    talen: tuple[str, ...] = ("nl",)
    voor: tuple[str, ...] = Field((), description="Voor wie: 'onder_18', 'iedereen', …")
    open: tuple[Openingstijd, ...] = Field((), description="Leeg: dat weten we niet, en dan zeggen we het ook niet.")
    weten: tuple[str, ...] = Field((), description="Wat je vooraf moet weten: 'een gesprek staat in je bellijst'.")
    praten: Praten | None = Field(None, description="Staat deze instantie onder 'Praten met iemand'? Dan hier wanneer.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Bron(Vorm):
    """Waar een bewering op steunt."""

    id: Naam
    soort: Literal["wet", "verordening", "uitspraak", "richtlijn", "pagina"]
    titel: str
    vindplaats: str = Field(description="Artikel, ECLI of naam van de pagina.")
    url: str = Field(pattern=r"^https?://")
    geldig_van: date | None = None
    geldig_tot: date | None = None
    versie: date | None = Field(None, description="Datum van de gelezen versie.")
    nagekeken_op: date | None = None
    nagekeken_tegen: Literal["primair", "secundair", "nog_niet"]
    opmerking: str | None = None

    @model_validator(mode="after")
    def eerlijk(self) -> Bron:
        if self.nagekeken_tegen != "nog_niet" and self.nagekeken_op is None:
            raise ValueError("een nagekeken bron heeft `nagekeken_op` nodig; anders is het `nog_niet`")
        return self


class Zoekwoorden(Vorm):
    """Hoe mensen naar iets vragen: hun woorden, en wat we dan laten zien."""

    id: Naam
    bij: dict[Literal["begrip", "grond", "route", "instantie", "termijn"], Naam] = Field(
        min_length=1, max_length=1, description="Wat erbij hoort: `{grond: smaad_261}`."
    )
    woorden: tuple[str, ...] = Field(min_length=1, description="Woorden en halve vragen, zoals mensen ze typen.")


class Begrip(Vorm):
    """Een woord met uitleg."""

    id: Naam
    naam: str
    ook: tuple[str, ...] = Field((), description="Andere woorden ervoor, ook de verkeerde.")
    uitleg: str
    zie_ook: tuple[Naam, ...] = ()
    bronnen: tuple[Naam, ...] = Field(min_length=1)
