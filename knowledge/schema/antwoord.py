"""Wat mensen vragen, beantwoord: een thema met zijn vragen, en bij elke vraag hoe mensen het zeggen."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.schema.feit import Rol
from knowledge.schema.vorm import Naam, Voorwaarde, Vorm

Verwijzing = Annotated[
    str,
    Field(
        pattern=r"^(?:route|brief|antwoord|begrip|grond|instantie|platform):[a-z][a-z0-9_]*$",
        description="Een knop: `route:aangifte`, `brief:aangifte_voorbereiding`, `antwoord:aangifte_duur`.",
    ),
]


class Antwoordvariant(Vorm):
    """Een ander antwoord voor wie dit van zijn zaak bekend is."""

    als: Voorwaarde
    antwoord: str


class Vraagantwoord(Vorm):
    """Eén vraag met haar antwoord."""

    id: Naam
    vraag: str = Field(description="De vraag in gewone woorden: voor de knop en de bladzij met alle antwoorden.")
    anders: tuple[str, ...] = Field((), description="Hoe mensen dit ook vragen, minstens twaalf echt verschillende.")
    antwoord: str = Field(description="Hoogstens zestig woorden, B1; de eerste zin antwoordt.")
    rollen: tuple[Literal["slachtoffer"] | Rol, ...] = Field(
        (), description="Voor wie dit een antwoord is; leeg: voor iedereen. Wie een ander is, krijgt het niet."
    )
    varianten: tuple[Antwoordvariant, ...] = Field((), description="De eerste waarvan de voorwaarde geldt, wint.")
    verder: tuple[Verwijzing, ...] = Field((), max_length=3, description="Knoppen eronder.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Antwoordthema(Vorm):
    """Vragen die bij elkaar horen. `kort` is waar voor al die vragen: het antwoord als we niet zeker weten welke."""

    id: Naam
    naam: str
    kort: str = Field(description="Hoogstens zestig woorden.")
    over_de_ander: bool = Field(
        False,
        description="Deze vragen gaan over wie het deed. Wie alleen over zichzelf vraagt ('krijg ik'), bedoelt iets anders.",
    )
    bronnen: tuple[Naam, ...] = Field(min_length=1)
    vragen: tuple[Vraagantwoord, ...] = Field(min_length=1)
