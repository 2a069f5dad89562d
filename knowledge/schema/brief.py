"""Brieven."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.schema.vorm import Naam, Voorwaarde, Vorm


class Briefdeel(Vorm):
    """Een stuk van een brief. `{feit:…}` wordt het antwoord, `[naam]` blijft staan voor thuis."""

    kop: str | None = None
    tekst: str | None = None
    lijst: tuple[str, ...] = ()
    gronden: bool = Field(False, description="Hier komen de passende gronden met hun bestanddelen.")
    als: Voorwaarde | None = None


class Brief(Vorm):
    """Een brief of formulier dat uit de zaak wordt ingevuld."""

    id: Naam
    naam: str
    voor: str = Field(description="Wie de brief krijgt.")
    taal: Literal["nl", "en"] = "nl"
    als: Voorwaarde | None = None
    niet_als: Voorwaarde | None = None
    wanneer: Literal["nu", "later"] = "nu"
    waarom: str = Field(description="Waarom deze brief nu, of juist later.")
    delen: tuple[Briefdeel, ...] = Field(min_length=1)
    bronnen: tuple[Naam, ...] = Field(min_length=1)
