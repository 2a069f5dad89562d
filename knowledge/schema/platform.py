"""De weg per platform: waar je klikt, wat hun eigen regel zegt, en wat er kan als ze weigeren."""

from __future__ import annotations

from pydantic import Field

from knowledge.schema.antwoord import Verwijzing
from knowledge.schema.vorm import Naam, Voorwaarde, Vorm


class Bewering(Vorm):
    """Eén zin over een platform, met waar hij op steunt. Las niemand die bron, dan staat dat erbij."""

    tekst: str
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Platform(Vorm):
    """Een site, app, zoekmachine of host. Wat hier niet staat, las niemand: verzin geen menu."""

    id: Naam
    naam: str
    route: Naam = Field(
        description="De route waaronder dit hoort: `melding_platform`, `zoekmachine`, `host_verwijderen`."
    )
    als: Voorwaarde | None = Field(None, description="Wanneer dit platform speelt. Leeg: altijd bij die route.")
    stap: Bewering | None = Field(None, description="De ene zin in het advies: waar je klikt en wat je kiest.")
    link: str | None = Field(None, description="De pagina waar dat gebeurt.")
    regel: Bewering = Field(description="Wat hun eigen regel zegt.")
    nodig: Bewering = Field(description="Wat ze van je vragen.")
    naam_bekend: Bewering = Field(description="Hoort de plaatser wie het meldde?")
    zonder_account: Bewering | None = Field(None, description="Hoe het gaat als je daar geen account hebt.")
    code: Bewering | None = Field(None, description="Doen ze mee met StopNCII of Take It Down?")
    eigen_beeld: Bewering | None = Field(
        None, description="Melden op auteursrecht als je het zelf maakte, met wat er dan met je naam gebeurt."
    )
    amerika: Bewering | None = Field(
        None, description="De Amerikaanse 48-uurregel, als een bron zegt dat ze eronder vallen."
    )
    geweigerd: Bewering = Field(description="Wat je kunt doen als ze nee zeggen.")
    verder: tuple[Verwijzing, ...] = Field((), max_length=4, description="Knoppen eronder.")


BEWERINGEN = ("regel", "nodig", "naam_bekend", "zonder_account", "code", "eigen_beeld", "amerika", "geweigerd")
"""De velden die onder elkaar komen, in deze volgorde. De kop ervan staat in `gesprek.yaml`: `platform_<veld>`."""
