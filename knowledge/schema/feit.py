"""Feiten: vragen en antwoorden."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from knowledge.schema.vorm import WEET_NIET, Naam, Voorwaarde, Vorm

Rol = Literal[
    "ouder",
    "naaste",
    "ontvanger",
    "leraar",
    "professional",
    "journalist",
    "werkgever",
    "maker",
    "beschuldigd",
    "naaste_dader",
]
FoutKost = Literal["beschermt", "licht", "zwaar"]


class Optie(Vorm):
    """Eén antwoord op een vraag."""

    id: Naam = Field(description="Naam van het antwoord binnen dit feit.")
    label: str = Field(
        description="Tekst op de knop, in de woorden van de persoon. Hoogstens 40 tekens.", max_length=60
    )
    gehoord: str | None = Field(
        None, description="Zo zeggen we terug wat we hoorden: 'het beeld is **nep**'. Past achter 'Ik begrijp dat'."
    )
    uitleg: str | None = Field(None, description="Eén zin erbij als de knop niet genoeg zegt.")
    woorden: tuple[str, ...] = Field(
        (), description="Woorden of zinsdelen waaraan we dit antwoord in een verhaal herkennen."
    )
    zo_gezegd: tuple[str, ...] = Field(
        (),
        description="Alleen bij `rol`: hoe iemand met zoveel woorden zegt wie hij hier is. Hieruit leert het verstaan, en zo"
        " verandert iemand ook later nog om wie het gaat.",
    )
    fout_kost: FoutKost = Field(
        "licht",
        description="Wat het kost als we dit verkeerd horen. `beschermt`: maakt ons alleen voorzichtiger, dus ook bij een"
        " vermoeden. `licht`: nemen we over en is met één tik weg. `zwaar`: alleen als iemand het zelf en duidelijk"
        " vertelt, of als antwoord op de eigen vraag.",
    )
    achteraf: bool = Field(
        False, description="Dit antwoord geldt alleen als het al gebeurd is; zie `achteraf` bij het feit."
    )
    alleen: bool = Field(False, description="Bij meerkeuze: sluit de andere antwoorden uit ('nog niets').")
    alleen_tekst: bool = Field(
        False, description="Verandert geen grond, route of waarschuwing; telt alleen mee in samenvatting en brief."
    )
    zegt_ook: dict[Naam, str | list[str]] = Field(
        default_factory=dict,
        description="Wat hiermee ook vaststaat zolang er niets anders over verteld is. Een eigen antwoord gaat voor.",
    )
    laat_vallen: dict[Naam, str | list[str]] = Field(
        default_factory=dict,
        description="Wat hier niet bij kan, en dus vervalt als iemand dit later vertelt ('het is nep': dan is er niet stiekem gefilmd).",
    )
    vooraan_als: Voorwaarde | None = Field(
        None, description="Dan is dit antwoord waarschijnlijk: in een lange lijst staat het vooraan."
    )
    telt_als: Naam | None = Field(
        None,
        description="In elke voorwaarde geldt dit als dit andere antwoord; alleen hoe we iemand aanspreken, verschilt.",
    )
    van: int | None = Field(None, description="Bij soort leeftijd: vanaf deze leeftijd (jaren).")
    tot: int | None = Field(None, description="Bij soort leeftijd: tot en met deze leeftijd (jaren).")


class Woordgroep(Vorm):
    """Woorden die in `woorden:` van een feit onder één naam staan: `BEELD gedeeld`."""

    id: Naam = Field(description="De naam; in een patroon in hoofdletters.")
    woorden: tuple[str, ...] = Field(min_length=1, description="Losse woorden of vaste woordparen.")


class Vraagwijze(Vorm):
    """Dezelfde vraag in andere woorden, voor een geval waarin de gewone vraag niet past."""

    als: Voorwaarde = Field(description="Wanneer deze woorden passen. De eerste die waar is, geldt.")
    vraag: str
    vraag_voor: dict[Rol, str] = Field(default_factory=dict, description="Deze woorden voor iemand met een andere rol.")


class Afgeleid(Vorm):
    """Wat uit het verhaal volgt zolang er niets anders over verteld is: dan hoeft de vraag niet."""

    als: Voorwaarde
    niet_als: Voorwaarde | None = Field(None, description="Niet als dit zeker waar is (bij wie het zelf deed).")
    dan: Naam = Field(description="Het antwoord dat dan geldt. Een eigen antwoord gaat voor.")


class Feit(Vorm):
    """Een feit van een zaak: de vraag, waarom we die stellen en de antwoorden. Nooit vrije tekst."""

    id: Naam
    soort: Literal["keuze", "meerkeuze", "datum", "leeftijd"] = Field(description="Hoe het antwoord eruitziet.")
    vraag: str = Field(description="De vraag aan het slachtoffer, B1, één vraag tegelijk, zonder verwijt.")
    kort: str | None = Field(
        None,
        description="Dezelfde vraag in een paar woorden, voor wie iets anders zei. Past bij elke rol, dus zonder 'je'.",
    )
    vraag_voor: dict[Rol, str] = Field(
        default_factory=dict, description="Dezelfde vraag voor iemand met een andere rol."
    )
    anders: tuple[Vraagwijze, ...] = Field(
        (), description="Andere woorden voor dezelfde vraag ('op het beeld' past niet als er geen beeld van jou is)."
    )
    vooraf: str | None = Field(
        None,
        description="Waarom we dit vragen, vóór de vraag, als die anders als een verwijt kan klinken. Niet voor wie het zelf deed.",
    )
    afgeleid: tuple[Afgeleid, ...] = Field(
        (), description="Wanneer het verhaal deze vraag al beantwoordt. De eerste die geldt, telt."
    )
    voorlezen: str | None = Field(None, description="De vraag in de u-vorm, voor een medewerker aan de telefoon.")
    waarom: str = Field(description="Antwoord op 'waarom vraag je dat?'. Eén of twee zinnen.")
    opties: tuple[Optie, ...] = Field((), description="De antwoorden. Bij soort datum: leeg.")
    woorden: tuple[str, ...] = Field((), description="Woorden die zeggen dat het over dit feit gaat.")
    gehoord: str | None = Field(None, description="Bij een datum: zo zeggen we hem terug, met {datum}.")
    altijd_vragen: Voorwaarde | None = Field(
        None, description="Wordt onder deze voorwaarde ook gevraagd als het geen grond verandert (veiligheid)."
    )
    alleen_vragen_als: Voorwaarde | None = Field(
        None, description="Wordt alleen gevraagd als dit waar is; anders is de vraag misplaatst."
    )
    niet_vragen_als: Voorwaarde | None = Field(
        None, description="Wordt niet gevraagd als dit zeker waar is. Nog open? Dan mag de vraag wel."
    )
    achteraf: bool = Field(
        False,
        description="Geldt alleen als het al gebeurd is: in 'hij dreigt het te delen' horen we dit niet.",
    )
    herleidbaar: bool = Field(
        False,
        description="Kan helpen om iemand te herkennen (leeftijd, relatie, datum); blijft weg als daarom gevraagd is.",
    )
    beweert: Literal["wederpartij"] | None = Field(
        None,
        description="Wie dit zegt als het de persoon tegenzit. `wederpartij`: een verweer van de ander, dat alleen "
        "meeweegt. Een harde uitzondering mag er niet op rusten.",
    )
    alleen_gehoord: bool = Field(False, description="Wordt nooit gevraagd, alleen uit het verhaal gehaald.")

    @model_validator(mode="after")
    def opties_passen(self) -> Feit:
        if self.soort == "datum" and self.opties:
            raise ValueError("een datum heeft geen opties")
        if self.soort != "datum" and not self.opties:
            raise ValueError(f"een feit van soort {self.soort} heeft opties nodig")
        ids = [optie.id for optie in self.opties]
        dubbel = sorted({i for i in ids if ids.count(i) > 1})
        if dubbel:
            raise ValueError(f"twee opties heten {dubbel[0]}; geef elke optie een eigen id")
        vreemd = sorted({regel.dan for regel in self.afgeleid} - set(ids))
        if vreemd:
            raise ValueError(f"`afgeleid` zegt dan {vreemd[0]}, maar dat antwoord is er niet")
        if WEET_NIET in ids:
            raise ValueError(f"`{WEET_NIET}` hoort bij elke vraag en schrijf je niet als optie")
        return self
