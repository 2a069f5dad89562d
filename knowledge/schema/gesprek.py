"""Situaties, waarschuwingen en de zinnen van het gesprek."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from knowledge.schema.feit import Rol
from knowledge.schema.vorm import Naam, Voorwaarde, Vorm

SLACHTOFFER = "slachtoffer"


class Waarschuwing(Vorm):
    """Iets wat iemand moet weten vóór de rest."""

    id: Naam
    als: Voorwaarde | None = Field(None, description="Moet waar zijn. Leeg: altijd, tenzij `niet_als`.")
    niet_als: Voorwaarde | None = Field(
        None, description="Is dit zeker waar, dan vervalt de waarschuwing ('niet_als: leeftijd: volwassen')."
    )
    meteen_als: Voorwaarde | None = Field(
        None, description="Is dit waar en geldt de waarschuwing, dan zeggen we haar al tijdens de vragen, één keer."
    )
    tekst: str
    rang: int = 50
    instanties: tuple[Naam, ...] = ()
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Tegenspraak(Vorm):
    """Antwoorden die niet samen kunnen kloppen. We vragen het vriendelijk na en trekken geen conclusie."""

    id: Naam
    als: Voorwaarde
    vraag: str = Field(description="De vriendelijke vraag. Geen verwijt.")
    feiten: tuple[Naam, ...] = Field(min_length=2, description="De feiten waarvan er één anders kan zijn.")
    bij_ja: Naam | None = Field(None, description="Wie 'ja' zegt, wil dit veranderen. Leeg: dan klopt het allebei.")
    bij_nee: Naam | None = Field(
        None, description="Wie 'nee' zegt, wil dit veranderen. Leeg: wat het eerst verteld is."
    )


class Erkenning(Vorm):
    """Eén menselijke zin na wat iemand vertelt: hij noemt wat er verteld is, of het gevoel dat iemand noemt."""

    id: Naam
    als: Voorwaarde | None = Field(
        None, description="Wat er verteld moet zijn. Minstens één feit hieruit moet net verteld zijn."
    )
    woorden: tuple[str, ...] = Field(
        (), description="Of: de woorden waarmee iemand dit gevoel noemt. Zelfde taal als bij een feit."
    )
    zo_gezegd: tuple[str, ...] = Field(
        (),
        description="Hele zinnen waarin mensen dit gevoel laten merken, ook zonder het te noemen. Daar leert het verstaan van.",
    )
    rollen: tuple[Literal["slachtoffer"] | Rol, ...] = Field(
        ("slachtoffer",),
        description="Voor wie deze zinnen passen. Een zin voor een slachtoffer past niet bij een maker.",
    )
    zinnen: tuple[str, ...] = Field(min_length=1, description="Elke zin komt in een gesprek hoogstens één keer.")

    @model_validator(mode="after")
    def hoort_iets(self) -> Erkenning:
        if (self.als is None) == (not (self.woorden or self.zo_gezegd)):
            raise ValueError(
                "geef `als` (wat er verteld is), of `woorden` en `zo_gezegd` (welk gevoel), en niet allebei"
            )
        return self


class Situatie(Vorm):
    """Een soort zaak: wanneer die speelt, en wat we dan vragen, in welke volgorde."""

    id: Naam
    naam: str
    knop: str = Field(
        "",
        description="Zoals iemand het zelf zou kiezen. Leeg: geen knop, deze situatie volgt uit de antwoorden.",
        max_length=60,
    )
    als: Voorwaarde = Field(description="Wanneer deze situatie speelt.")
    niet_als: Voorwaarde | None = Field(
        None, description="Is dit zeker waar, dan vragen we hier niet naar: een andere situatie is wat er speelt."
    )
    meteen: tuple[str, ...] = Field((), description="Wat je meteen zegt, vóór de vragen (bij sextortion: betaal niet).")
    vragen: tuple[Naam, ...] = Field(description="Feiten in de volgorde waarin ze gevraagd worden.")
    gronden: tuple[Naam, ...] = Field(description="De gronden die in deze situatie onderzocht worden.")
    knopfeiten: dict[Naam, str | list[str]] = Field(
        default_factory=dict, description="Wat vaststaat als iemand deze situatie met de knop kiest."
    )
    bronnen: tuple[Naam, ...] = ()


class Noodtekst(Vorm):
    """Een tekst bij nood; staat los van al het andere."""

    id: Naam
    titel: str
    tekst: tuple[str, ...]
    titel_en: str = ""
    tekst_en: tuple[str, ...] = ()
    instanties: tuple[Naam, ...] = Field(min_length=1)


class Gesprekszinnen(Vorm):
    """Zinnen van het vraaggesprek zelf. `{…}` wordt ingevuld."""

    zinnen: dict[Naam, str]
    aanspreek: dict[Naam, dict[Naam, str]] = Field(
        description="Per rol: hoe we in `gehoord` noemen om wie het gaat ('{je} was toen 16' wordt 'je kind was toen 16')."
    )

    @model_validator(mode="after")
    def elke_rol_evenveel(self) -> Gesprekszinnen:
        if SLACHTOFFER not in self.aanspreek:
            raise ValueError(f"bij aanspreek ontbreekt de rol {SLACHTOFFER}")
        for rol, woorden in self.aanspreek.items():
            if woorden.keys() != self.aanspreek[SLACHTOFFER].keys():
                raise ValueError(f"bij aanspreek heeft {rol} andere woorden dan {SLACHTOFFER}")
        return self


class Veiligheid(Vorm):
    """Noodteksten en de eerste vragen, die vóór elke andere vraag gaan."""

    noodteksten: tuple[Noodtekst, ...]
    eerst: tuple[Naam, ...] = Field(description="Feiten die vóór alles gevraagd worden als ze iets kunnen veranderen.")
    dun: tuple[Naam, ...] = Field(
        (), description="Vragen bij een verhaal waaruit nog geen situatie blijkt, na 'wat is er gebeurd'."
    )
