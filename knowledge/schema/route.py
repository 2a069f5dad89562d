"""Routes en termijnen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.schema.feit import Rol
from knowledge.schema.vorm import Naam, Voorwaarde, Vorm


class Stap(Vorm):
    """Eén ding dat iemand kan doen."""

    tekst: str
    als: Voorwaarde | None = Field(None, description="Alleen tonen als dit waar is.")
    niet_als: Voorwaarde | None = Field(
        None, description="Niet tonen als dit waar is (bijvoorbeeld: niet meerderjarig)."
    )
    link: str | None = Field(None, description="Adres van de pagina waar deze stap gebeurt.")
    bronnen: tuple[Naam, ...] = Field((), description="Bronnen van deze stap, naast die van de route.")


class Botsing(Vorm):
    """Wat deze route kan schaden."""

    route: Naam
    waarom: str


class Route(Vorm):
    """Iets wat iemand kan doen."""

    id: Naam
    naam: str
    fase: Literal["nu", "deze_week", "voor_datum", "later"]
    rang: int = Field(50, description="Volgorde binnen de fase; laag staat boven.")
    rollen: tuple[Literal["slachtoffer"] | Rol, ...] = Field(
        ("slachtoffer", "ouder", "naaste", "leraar", "professional", "werkgever"), description="Voor wie."
    )
    gronden: tuple[Naam, ...] = Field(
        (), description="Tonen zodra één van deze gronden 'ja' of 'mogelijk' is. Leeg: hangt alleen van `als` af."
    )
    als: Voorwaarde | None = Field(None, description="Moet waar zijn.")
    niet_als: Voorwaarde | None = Field(None, description="Mag niet waar zijn.")
    kort: str = Field(description="Eén zin: wat is het en wat levert het op.")
    stappen: tuple[Stap, ...] = Field(min_length=1)
    meenemen: tuple[str, ...] = ()
    instanties: tuple[Naam, ...] = Field(min_length=1)
    kosten: str
    advocaat: Literal["nee", "mag", "verstandig", "verplicht"]
    duur: str = Field(description="Hoe lang het duurt, alleen wat een bron zegt; anders 'verschilt'.")
    levert_op: str
    kan_niet: str
    termijnen: tuple[Naam, ...] = ()
    pas_na: tuple[Naam, ...] = Field((), description="Routes die eerst moeten.")
    botst_met: tuple[Botsing, ...] = ()
    brieven: tuple[Naam, ...] = ()
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Duur(Vorm):
    """Lengte van een termijn."""

    dagen: int = 0
    weken: int = 0
    maanden: int = 0
    jaren: int = 0


class Termijn(Vorm):
    """Een termijn die uit een gedateerd feit wordt berekend. De laatste dag telt mee."""

    id: Naam
    naam: str
    vanaf: Naam = Field(description="Het feit (soort datum) waarop de termijn begint.")
    duur: Duur
    soort: Literal["uiterlijk", "reactie", "verjaring"] = Field(
        description="uiterlijk: zelf vóór die dag doen; reactie: dan moet de ander hebben geantwoord; verjaring: daarna vervalt het recht."
    )
    als: Voorwaarde | None = Field(None, description="Alleen dan geldt de termijn.")
    niet_als: Voorwaarde | None = Field(None, description="Is dit zeker waar, dan geldt de termijn niet (meer).")
    gronden: tuple[Naam, ...] = Field(
        (), description="Hoort bij deze gronden: tonen als één ervan 'ja' of 'mogelijk' is."
    )
    tekst: str = Field(description="De zin bij de datum, met {laatste_dag}.")
    na_afloop: str = Field(description="Wat er nog kan als de termijn voorbij is.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)
