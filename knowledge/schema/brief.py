"""Brieven: sjablonen die uit de zaak worden ingevuld. Wat we niet weten, blijft een zichtbare lege plek."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from knowledge.schema.vorm import Naam, Voorwaarde, Vorm

Grondsoort = Literal["strafbaar_feit", "civiele_grond", "privacyrecht", "auteursrecht", "platformrecht", "procesrecht"]


class Zin(Vorm):
    """Een alinea of een punt, als het moet onder een voorwaarde. Een gewone tekst in YAML mag ook.

    `{feit:…}` wordt het antwoord, `{termijn:…}` de laatste dag, `{mij}` wie het betreft, `{ontvanger}` en `{pagina}` de
    ontvanger, `{vandaag}` de datum. `[haken]` blijven staan voor thuis; schrijf erin wat er moet komen.
    """

    tekst: str
    als: Voorwaarde | None = Field(None, description="Alleen dan staat deze zin er.")
    niet_als: Voorwaarde | None = Field(None, description="Is dit zeker waar, dan vervalt de zin.")
    bij: tuple[Naam, ...] = Field((), description="Alleen voor deze ontvangers (zie `ontvangers`).")

    @model_validator(mode="before")
    @classmethod
    def uit_tekst(cls, ruw: Any) -> Any:
        return {"tekst": ruw} if isinstance(ruw, str) else ruw


class Briefdeel(Vorm):
    """Een stuk van een brief: alinea's, een lijst, en wat uit de zaak of het advies komt."""

    kop: str | None = None
    alineas: tuple[Zin, ...] = ()
    feiten: tuple[Naam, ...] = Field((), description="Wat over deze feiten verteld is, in zinnen uit `briefzinnen/`.")
    verhaal: bool = Field(False, description="Die zinnen als één alinea, zoals iemand het zelf zou schrijven.")
    hoogstens: int | None = Field(
        None, ge=1, description="Hoogstens zoveel zinnen over feiten, en zoveel gronden: de eerste, dus de sterkste."
    )
    lijst: tuple[Zin, ...] = ()
    genummerd: bool = False
    grondsoorten: tuple[Grondsoort, ...] = Field((), description="Hier komen de passende gronden van deze soorten.")
    gronden: tuple[Naam, ...] = Field((), description="En deze gronden, als ze passen.")
    bestanddelen: bool = Field(False, description="Bij elke grond ook de bestanddelen, met wat ervan bekend is.")
    klacht: Literal["nodig", "niet_nodig"] | None = Field(
        None, description="Alleen tonen als voor een passend feit een klacht nodig is, of juist niet."
    )
    advies: Literal["antwoorden", "gronden", "routes", "termijnen", "hulp"] | None = Field(
        None, description="Hier komt dit deel van het advies."
    )
    kolommen: tuple[str, ...] = Field((), description="Een lege tabel om in te vullen, met deze koppen.")
    rijen: int = Field(0, ge=0, le=40, description="Hoeveel lege rijen die tabel heeft.")
    dekt: Naam | None = Field(None, description="De wettelijke eis waaraan dit deel voldoet, zoals `dsa_16_2_a`.")
    nieuw_blad: bool = Field(False, description="Begint op een nieuwe bladzijde.")
    als: Voorwaarde | None = None
    niet_als: Voorwaarde | None = None


class NietNu(Vorm):
    """Wanneer een brief nu onverstandig is, en waarom."""

    als: Voorwaarde
    waarom: str = Field(description="Een of twee zinnen aan de persoon: waarom beter niet, en wat wel.")


class Ontvangers(Vorm):
    """Een brief die per antwoord op één feit een eigen ontvanger heeft: elk platform krijgt zijn eigen melding."""

    feit: Naam
    opties: dict[str, Naam | None] = Field(description="Per antwoord de instantie, of niets als die niet vaststaat.")
    namen: dict[str, str] = Field(
        default_factory=dict, description="De naam van een ontvanger die geen instantie in de kennis is."
    )


class Brief(Vorm):
    """Een brief of formulier dat uit de zaak wordt ingevuld."""

    id: Naam
    naam: str = Field(description="Zoals het in de lijst staat: 'Melding bij het platform'.", max_length=70)
    titel: str = Field(description="De titel boven het document.")
    voor: str = Field(description="Wie het document krijgt.")
    lezer: Literal["instantie", "jij"] = Field(
        "instantie",
        description="instantie: in de vorm die daar past, met een los blad uitleg; jij: voor de persoon zelf.",
    )
    taal: Literal["nl", "en"] = "nl"
    altijd: bool = Field(False, description="Wordt altijd aangeboden, ook zonder route die hem noemt.")
    als: Voorwaarde | None = None
    niet_als: Voorwaarde | None = None
    wanneer: Literal["nu", "later"] = "nu"
    waarom: str = Field("", description="Waarom deze brief nu, of juist later. Eén of twee zinnen aan de persoon.")
    vertaling_van: Naam | None = Field(None, description="De brief waarvan dit de vertaling is; die bepaalt wanneer.")
    niet_nu: tuple[NietNu, ...] = Field((), description="Wanneer deze brief onverstandig is.")
    rang: int = Field(50, description="Volgorde in de lijst; laag staat boven.")
    ontvangers: Ontvangers | None = None
    voor_jou: tuple[Zin, ...] = Field(description="Wat de persoon moet weten vóór het versturen.", min_length=1)
    delen: tuple[Briefdeel, ...] = Field(min_length=1)
    liggend: bool = Field(False, description="Liggend papier, voor een brede tabel.")
    agenda: bool = Field(False, description="De termijnen hieruit kunnen in een agenda.")
    nagekeken: Literal["jurist", "nog_niet"] = Field(
        "nog_niet", description="Heeft een jurist deze tekst gelezen? De bronnen hebben hun eigen stand."
    )
    nagekeken_op: date | None = None
    bronnen: tuple[Naam, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def eerlijk(self) -> Brief:
        if "__" in self.id:
            raise ValueError("twee lage streepjes horen bij de ontvanger van een brief; kies een andere id")
        if bool(self.waarom) is bool(self.vertaling_van):
            raise ValueError("geef `waarom`, of noem in `vertaling_van` de brief die dit vertaalt")
        if self.taal == "en" and any(deel.grondsoorten or deel.gronden or deel.advies for deel in self.delen):
            raise ValueError("gronden en advies zijn Nederlands; schrijf ze in een Engelse brief als zinnen met `als`")
        if (self.nagekeken == "jurist") is (self.nagekeken_op is None):
            raise ValueError("`nagekeken: jurist` en `nagekeken_op` horen bij elkaar")
        return self


class Briefzin(Vorm):
    """Hoe een antwoord in een brief staat, in hele zinnen. `{mij}` is wie het betreft, `{datum}` de dag."""

    id: Naam = Field(description="Het feit.")
    nl: dict[str, str] = Field(description="Per antwoord een zin; bij een datum alleen `datum`.")
    en: dict[str, str] = Field(default_factory=dict)
    leeg_en: str | None = Field(None, description="Engelse hint voor een lege plek.")
