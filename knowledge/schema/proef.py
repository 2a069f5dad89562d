"""Voorbeelden bij routes, termijnen, waarschuwingen en situaties. Die van een grond staan bij de grond zelf."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from knowledge.schema.vorm import Naam, Vorm

SOORTEN = {"route": "routes", "termijn": "termijnen", "waarschuwing": "waarschuwingen", "situatie": "situaties"}
FASEN = ("nu", "deze_week", "voor_datum", "later")
NIET = "niet"


class Geval(Vorm):
    """Eén voorbeeld: een test en een uitleg tegelijk."""

    naam: str = Field(description="Het verhaal in één zin, verzonnen.")
    feiten: dict[Naam, str | list[str]]
    vandaag: date = Field(date(2026, 11, 24), description="De dag waarop iemand dit vertelt.")
    verwacht: str = Field(
        description="Bij een route de fase waarin hij staat, bij een termijn de laatste dag (JJJJ-MM-DD) of `onbekend` "
        "als de begindag dat is, bij een waarschuwing of situatie `ja`. Overal: `niet` als hij er niet hoort te staan."
    )
    zegt: tuple[str, ...] = Field((), description="Bij een route: woorden die in de getoonde stappen moeten staan.")
    zegt_niet: tuple[str, ...] = Field((), description="Bij een route: woorden die er juist niet mogen staan.")
    waarom: str = Field(description="Waarom, met het artikel als er een is.")


class Proef(Vorm):
    """De voorbeelden bij één onderdeel."""

    route: Naam | None = None
    termijn: Naam | None = None
    waarschuwing: Naam | None = None
    situatie: Naam | None = None
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
        return f"{self.soort}_{self.naam}"

    @model_validator(mode="after")
    def een_onderdeel(self) -> Proef:
        if sum(getattr(self, soort) is not None for soort in SOORTEN) != 1:
            raise ValueError("noem één van `route`, `termijn`, `waarschuwing` of `situatie`")
        for geval in self.voorbeelden:
            if not _past(self.soort, geval.verwacht):
                raise ValueError(f"`verwacht: {geval.verwacht}` past niet bij een {self.soort}; zie knowledge/schema/")
        return self


def _past(soort: str, verwacht: str) -> bool:
    if verwacht == NIET:
        return True
    if soort == "route":
        return verwacht in FASEN
    if soort != "termijn":
        return verwacht == "ja"
    try:
        return verwacht == "onbekend" or bool(date.fromisoformat(verwacht))
    except ValueError:
        return False
