"""Zorg: wat we zeggen zolang iemand in nood is, en hoe we horen wat iemand daarop zegt."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from pydantic import Field, field_validator, model_validator

from knowledge.schema.vorm import Naam, Voorwaarde, Vorm

Signaal = Literal["suicide", "gevaar", "suicide_ander", "gevaar_ander"]
VERTELT, VRAAGT = "vertelt", "vraagt"
"""Te gebruiken in `bij` naast de zorgwoorden: er is iets over de zaak verteld, of iets gevraagd waar een antwoord op is."""
MINSTE_TERUGVAL = 5
"""Zo veel verschillende zinnen voor wat we niet thuis kunnen brengen: niemand in nood leest twee keer hetzelfde."""


class Zorgwoord(Vorm):
    """Iets wat iemand in nood zegt ('113 is bezet'), en hoe je dat hoort."""

    id: Naam
    patronen: tuple[str, ...] = Field(
        min_length=1,
        description="Reguliere expressies op de tekst in kleine letters, zonder accenten en apostrofs. Beginnen bij een woord.",
    )
    niet: tuple[str, ...] = Field((), description="Staat dit er ook, dan is het iets anders.")
    rauw: bool = Field(False, description="Zoek in de tekst zoals getypt: nodig voor een ander schrift.")
    voorbeelden: tuple[str, ...] = Field(min_length=2, description="Zo zeggen mensen het. Elk voorbeeld is een proef.")
    tegenvoorbeelden: tuple[str, ...] = Field((), description="Dit lijkt erop en is iets anders. Ook een proef.")
    zo_gezegd: tuple[str, ...] = Field(
        (), description="Nog meer manieren. Hieruit leert het verstaan wat iemand bedoelt die het weer anders zegt."
    )
    knop: str = Field("", max_length=40, description="De tekst op de knop die hetzelfde zegt.")

    @field_validator("patronen", "niet")
    @classmethod
    def leesbaar(cls, patronen: tuple[str, ...]) -> tuple[str, ...]:
        for patroon in patronen:
            try:
                re.compile(patroon)
            except re.error as fout:
                raise ValueError(f"`{patroon}` is geen goede reguliere expressie ({fout})") from None
        return patronen


class Vervolg(Vorm):
    """Wat we zeggen als iemand in dit protocol dit zegt. De eerste die past, geldt."""

    bij: tuple[Naam, ...] = Field(min_length=1, description="Namen uit `zorgwoorden/`; één ervan is genoeg.")
    teksten: tuple[str, ...] = Field((), description="Elke keer de volgende; pas als alles gezegd is, iets anders.")
    teksten_en: tuple[str, ...] = ()
    instanties: tuple[Naam, ...] = Field((), description="Nummers die erbij staan.")
    knoppen: tuple[Naam, ...] = Field(
        (), description="Namen uit `zorgwoorden/` met een knop. Leeg: die van het protocol."
    )
    naar: Naam | None = Field(None, description="Het protocol dat hierna geldt.")
    rustig: bool = Field(False, description="Klinkt het rustiger? Na twee keer bieden we aan om verder te gaan.")
    eruit: bool = Field(
        False, description="Hiermee zegt iemand zelf dat dit voorbij is: na de zin gaat het gesprek verder."
    )

    @model_validator(mode="after")
    def zegt_iets(self) -> Vervolg:
        if self.eruit and self.naar is not None:
            raise ValueError("`eruit` en `naar` gaan niet samen")
        if not self.teksten and self.naar is None:
            raise ValueError("dit vervolg zegt niets: geef `teksten` of `naar`")
        return self


class Gelezen(Vorm):
    """Wie de tekst als vakmens las. Een rol, geen naam."""

    rol: str
    op: date


class Protocol(Vorm):
    """Een situatie waarin zorg voorgaat."""

    id: Naam
    naam: str = Field(description="Zoals een medewerker het leest.")
    rang: int = Field(description="Het dringendste eerst: 1 gaat voor 2.")
    houding: Literal["blijft", "gaat_mee", "deel"] = Field(
        description="`blijft`: het gesprek gaat hierover tot de persoon zelf verder wil. `gaat_mee`: één antwoord, dan "
        "gaat het gewone gesprek door. `deel`: alleen vervolg dat andere protocollen delen."
    )
    nood: tuple[Signaal, ...] = Field((), description="Het zekere signaal dat hier binnenkomt.")
    ingang: tuple[Naam, ...] = Field((), description="Namen uit `zorgwoorden/` die hier zeker binnenkomen.")
    zwak: tuple[Naam, ...] = Field((), description="Ook een ingang, maar alleen als `zwak_als` uit de zaak blijkt.")
    zwak_als: Voorwaarde | None = None
    niet_bij_rol: tuple[Naam, ...] = Field((), description="Wie deze rol heeft, komt hier niet binnen.")
    omvat: tuple[Naam, ...] = Field((), description="Protocollen waarvan het signaal hier niets verandert.")
    titel: str = ""
    tekst: tuple[str, ...] = Field((), description="Het eerste scherm: kort, één ding om te doen.")
    meer: tuple[str, ...] = Field((), description="Bij `gaat_mee`: andere eerste zinnen voor de keren daarna.")
    vraag: str = Field("", description="De ene vraag onder het eerste scherm.")
    ja: Naam | None = Field(None, description="Wat 'ja' op die vraag zegt: een naam uit `zorgwoorden/`.")
    nee: Naam | None = Field(None, description="Wat 'nee' op die vraag zegt.")
    zegt_ja: tuple[Naam, ...] = Field((), description="Wie dit zegt op de vraag of dit speelt, zegt daarmee ja.")
    titel_en: str = ""
    tekst_en: tuple[str, ...] = ()
    vraag_en: str = ""
    instanties: tuple[Naam, ...] = ()
    knoppen: tuple[Naam, ...] = Field((), max_length=4)
    vervolg: tuple[Vervolg, ...] = ()
    ook: tuple[Naam, ...] = Field((), description="Protocollen met houding `deel` waarvan het vervolg ook geldt.")
    terugval: tuple[str, ...] = Field((), description="Voor wat we niet thuis kunnen brengen: telkens een andere zin.")
    terugval_en: tuple[str, ...] = ()
    geen_vermoeden: bool = Field(False, description="Wat hier klinkt als nood (rouw, woede), is het niet.")
    niet_vragen: tuple[Naam, ...] = Field((), description="Feiten die we hierna niet meer vragen.")
    staat_vast: dict[Naam, str] = Field(
        default_factory=dict,
        description="Wat we hierna aanhouden, ook in het advies. Alleen wat ons voorzichtiger maakt (`fout_kost: beschermt`).",
    )
    zegt_al: tuple[Naam, ...] = Field((), description="Situaties waarvan `meteen` hier al in zit.")
    feiten: Literal["stil", "niet"] = Field(
        "stil", description="Wat in hetzelfde bericht verteld is: stil onthouden, of niet (een plan is geen feit)."
    )
    gelezen_door: Gelezen | None = None
    bronnen: tuple[Naam, ...] = ()

    @model_validator(mode="after")
    def compleet(self) -> Protocol:
        if self.houding == "deel":
            return self
        if not self.bronnen:
            raise ValueError("bij een protocol hoort minstens één bron")
        if not self.tekst or not (self.nood or self.ingang):
            raise ValueError("een protocol heeft een eerste scherm (`tekst`) en een ingang (`nood` of `ingang`)")
        if self.houding == "blijft" and len(set(self.terugval)) < MINSTE_TERUGVAL:
            raise ValueError(f"geef minstens {MINSTE_TERUGVAL} verschillende zinnen bij `terugval`")
        return self
