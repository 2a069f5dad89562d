"""Routes en termijnen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.schema.brief import Zin
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


class Opvolging(Vorm):
    """Wat volgt als iemand deze stap deed en het stil blijft, of het antwoord nee was."""

    na_dagen: int = Field(0, ge=0, description="Zo lang na het afvinken. Van wat al kan, geldt de langste.")
    als: Voorwaarde | None = Field(None, description="Alleen als dit waar is ('platform_gemeld: afgewezen').")
    brief: Naam = Field(description="De brief die dan aan de beurt is.")
    zin: str = Field(description="Waarom nu. Een wachttijd die van ons komt en niet uit de wet, zegt dat.")
    bronnen: tuple[Naam, ...] = ()


class Routewijze(Vorm):
    """Dezelfde route in andere woorden, voor een geval waarin de gewone kop niet past."""

    als: Voorwaarde = Field(description="Wanneer deze woorden passen. De eerste die waar is, geldt.")
    niet_als: Voorwaarde | None = Field(None, description="Dan passen ze niet.")
    naam: str
    kort: str


class Route(Vorm):
    """Iets wat iemand kan doen."""

    id: Naam
    naam: str
    fase: Literal["nu", "deze_week", "voor_datum", "later"]
    rang: int = Field(50, description="Volgorde binnen de fase; laag staat boven.")
    rollen: tuple[Literal["slachtoffer"] | Rol, ...] = Field(
        ("slachtoffer", "ouder", "naaste", "leraar", "professional", "werkgever", "journalist"), description="Voor wie."
    )
    gronden: tuple[Naam, ...] = Field(
        (), description="Tonen zodra één van deze gronden 'ja' of 'mogelijk' is. Leeg: hangt alleen van `als` af."
    )
    als: Voorwaarde | None = Field(None, description="Moet waar zijn.")
    niet_als: Voorwaarde | None = Field(None, description="Mag niet waar zijn.")
    kort: str = Field(description="Eén zin: wat is het en wat levert het op.")
    anders: tuple[Routewijze, ...] = Field(
        (), description="Andere woorden voor dezelfde route ('betaal niet' past niet als niemand om geld vraagt)."
    )
    doe: Literal["bel", "open", "maak", "lees"] | None = Field(
        None,
        description="Welke ene knop de stap doet op het kaartje. Leeg: een brief maken als die er is, anders bellen, anders de pagina openen.",
    )
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
    opvolging: tuple[Opvolging, ...] = ()
    afgevinkt_is: dict[Naam, str] = Field(
        default_factory=dict, description="Wat vaststaat als deze stap is afgevinkt en er een opvolging is."
    )
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Duur(Vorm):
    """Lengte van een termijn."""

    dagen: int = 0
    weken: int = 0
    maanden: int = 0
    jaren: int = 0


class Strafmaat(Vorm):
    """Bij welke hoogste gevangenisstraf een verjaring hoort (artikel 70 lid 1 Sr)."""

    overtreding: bool = Field(False, description="Alleen overtredingen; anders alleen misdrijven.")
    vanaf_maanden: int = 0
    onder_maanden: int | None = Field(None, description="Tot deze straf, die zelf niet meetelt.")


class Termijn(Vorm):
    """Een termijn die uit een gedateerd feit wordt berekend. De laatste dag telt mee."""

    id: Naam
    naam: str
    vanaf: Naam = Field(description="Het feit (soort datum) waarop de termijn begint.")
    duur: Duur = Duur()
    soort: Literal["uiterlijk", "reactie", "verjaring"] = Field(
        description="uiterlijk: zelf vóór die dag doen; reactie: dan moet de ander hebben geantwoord; verjaring: daarna vervalt het recht."
    )
    als: Voorwaarde | None = Field(None, description="Alleen dan geldt de termijn.")
    niet_als: Voorwaarde | None = Field(None, description="Is dit zeker waar, dan geldt de termijn niet (meer).")
    gronden: tuple[Naam, ...] = Field(
        (), description="Hoort bij deze gronden: tonen als één ervan 'ja' of 'mogelijk' is."
    )
    bij_straf: Strafmaat | None = Field(
        None,
        description="Bij een verjaring: de strafbare feiten met deze straf horen erbij, zonder dat iemand ze opsomt.",
    )
    verjaart_niet: bool = Field(False, description="Wat hierbij hoort, verjaart niet. Dan is er geen duur.")
    zeker_als: Voorwaarde | None = Field(
        None,
        description="Alleen als dit zeker waar is, mag er staan dat de termijn voorbij is. Anders komt `onzeker`.",
    )
    tekst: str = Field(description="De zin bij de datum, met {laatste_dag}; bij een verjaring ook {feiten}.")
    nooit_zeker: bool = Field(
        False, description="Of hij voorbij is, hangt altijd van iets af dat wij niet vragen. Dan komt altijd `onzeker`."
    )
    erbij: tuple[Zin, ...] = Field(
        (), description="Zinnen die er onder een voorwaarde achter komen, hoe het ook staat."
    )
    onzeker: str = Field(
        "",
        description="Als we niet weten of de termijn voorbij is: waar dat van afhangt. {hangt_af} vult zich bij verjaring.",
    )
    na_afloop: str = Field(description="Wat er nog kan als de termijn voorbij is. Nooit alleen 'te laat'.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)
