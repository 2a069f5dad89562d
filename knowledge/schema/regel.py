"""Vaste regels: wat in elk advies moet staan, of er nooit in mag staan."""

from __future__ import annotations

from pydantic import Field, model_validator

from knowledge.schema.vorm import Naam, Voorwaarde, Vorm


class Regel(Vorm):
    """Een regel die voor elke weg door elk gesprek geldt. De wandeling bewaakt hem; hij verandert het advies niet."""

    id: Naam
    als: Voorwaarde | None = Field(None, description="Geldt als dit waar is. Leeg: altijd, tenzij `niet_als`.")
    niet_als: Voorwaarde | None = Field(None, description="Geldt niet als dit zeker waar is.")
    grondsoorten: tuple[str, ...] = Field((), description="Geldt als een grond van zo'n soort past.")
    gronden: tuple[Naam, ...] = Field((), description="Geldt als één van deze gronden past.")
    eerste_route: Naam | None = Field(None, description="Deze route staat dan bovenaan.")
    een_van_routes: tuple[Naam, ...] = Field((), description="Minstens één van deze routes staat er.")
    nooit_routes: tuple[Naam, ...] = Field((), description="Geen van deze routes staat er.")
    waarschuwing: Naam | None = Field(None, description="Deze waarschuwing staat er.")
    nooit_beeld_bewaren: bool = Field(
        False, description="Geen stap zegt dat iemand het beeld bewaart, kopieert of doorstuurt."
    )
    waarom: str = Field(description="Waarom deze regel er is.")

    @model_validator(mode="after")
    def eist_iets(self) -> Regel:
        if not (
            self.eerste_route
            or self.een_van_routes
            or self.nooit_routes
            or self.waarschuwing
            or self.nooit_beeld_bewaren
        ):
            raise ValueError("deze regel eist niets; noem een route, een waarschuwing of `nooit_beeld_bewaren`")
        return self
