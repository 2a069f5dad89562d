"""Voorbeelden bij routes, termijnen, waarschuwingen en situaties. Die van een grond staan bij de grond zelf."""

from __future__ import annotations

import re
from datetime import date

from pydantic import Field, model_validator

from knowledge.schema.verhaal import Verhaal
from knowledge.schema.vorm import Naam, Vorm

_DAG = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
SOORTEN = {
    "route": "routes",
    "termijn": "termijnen",
    "waarschuwing": "waarschuwingen",
    "situatie": "situaties",
    "instantie": "instanties",
    "vraagfeit": "feiten",
    "tegenspraak": "tegenspraken",
}
_TERMIJN = re.compile(rf"onbekend|onzeker|nooit|(voorbij )?{_DAG}|{_DAG} of ({_DAG}|nooit)")
FASEN = ("nu", "deze_week", "voor_datum", "later")
NIET, ONZEKER, NOOIT, METEEN = "niet", "onzeker", "nooit", "meteen"


class Geval(Verhaal):
    """Eén voorbeeld: een test en een uitleg tegelijk."""

    vandaag: date = Field(date(2026, 11, 24), description="De dag waarop iemand dit vertelt.")
    verwacht: str = Field(
        description="Bij een route de fase waarin hij staat, bij een termijn de laatste dag (JJJJ-MM-DD), `voorbij JJJJ-MM-DD`, `onzeker`, "
        "`nooit` (verjaart niet), of `onbekend` als de begindag dat is; `JJJJ-MM-DD of …` als het misschien langer kan. Bij al het andere `ja`; bij een waarschuwing `meteen` als zij tijdens het gesprek al komt. Overal: `niet` als hij er niet hoort te staan."
    )
    zegt: tuple[str, ...] = Field(
        (),
        description="Bij een route: woorden die in de getoonde stappen moeten staan. Bij een verjaring: voor welke feiten zij geldt. "
        "Bij een vraagfeit: woorden in de vraag zoals zij dan klinkt.",
    )
    zegt_niet: tuple[str, ...] = Field((), description="Woorden die er juist niet mogen staan.")
    vooraan: tuple[Naam, ...] | None = Field(
        None, description="Bij een vraagfeit: deze antwoorden staan dan vooraan, en geen andere."
    )
    termijnen: tuple[Naam, ...] = Field((), description="Bij een route: deze termijnen horen erbij.")
    na: tuple[Naam, ...] = Field((), description="Bij een route: deze routes komen eerst.")
    vraagt: tuple[Naam, ...] = Field(
        (), description="Bij een situatie: wie dit vertelt en daarna niets weet, krijgt deze vragen, in deze volgorde."
    )
    vraagt_niet: tuple[Naam, ...] = Field((), description="Bij een situatie: deze vragen horen hier niet.")
    onderzoekt: tuple[Naam, ...] = Field(
        (), description="Bij een situatie: deze gronden moeten bij dit verhaal in beeld kunnen komen."
    )
    waarom: str = Field(description="Waarom, met het artikel als er een is.")


class Proef(Vorm):
    """De voorbeelden bij één onderdeel."""

    route: Naam | None = None
    termijn: Naam | None = None
    waarschuwing: Naam | None = None
    situatie: Naam | None = None
    instantie: Naam | None = Field(None, description="Staat zij onder 'Praten met iemand'?")
    vraagfeit: Naam | None = Field(None, description="Mag deze vraag nu gesteld worden (`alleen_vragen_als`)?")
    tegenspraak: Naam | None = Field(None, description="Vragen we na wat hier niet samen kan?")
    deel: Naam | None = Field(
        None, description="Staan er elders al voorbeelden bij dit onderdeel? Noem dit dan het deel …"
    )
    voorbeelden: tuple[Geval, ...] = Field(min_length=1)

    @property
    def soort(self) -> str:
        """Het veld dat het onderdeel noemt."""
        return next(soort for soort in SOORTEN if getattr(self, soort) is not None)

    @property
    def naam(self) -> str:
        return str(getattr(self, self.soort))

    @property
    def id(self) -> str:
        return "_".join(deel for deel in (self.soort, self.naam, self.deel) if deel)

    @model_validator(mode="after")
    def een_onderdeel(self) -> Proef:
        if sum(getattr(self, soort) is not None for soort in SOORTEN) != 1:
            raise ValueError(
                "noem één onderdeel: `route`, `termijn`, `waarschuwing`, `situatie`, `instantie`, `vraagfeit` "
                "of `tegenspraak`"
            )
        for geval in self.voorbeelden:
            if not _past(self.soort, geval.verwacht):
                raise ValueError(f"`verwacht: {geval.verwacht}` past niet bij een {self.soort}; zie knowledge/schema/")
        return self


def _past(soort: str, verwacht: str) -> bool:
    if verwacht == NIET:
        return True
    if soort == "route":
        return verwacht in FASEN
    if soort == "waarschuwing" and verwacht == METEEN:
        return True
    if soort != "termijn":
        return verwacht == "ja"
    return bool(_TERMIJN.fullmatch(verwacht))
