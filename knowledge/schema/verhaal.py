"""Wat elk voorbeeld is: een verzonnen verhaal in feiten."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from knowledge.schema.vorm import Naam, Vorm

Feiten = dict[Naam, str | list[str]]


class Verhaal(Vorm):
    """Een verzonnen verhaal, met de antwoorden waarbij de uitkomst hetzelfde blijft."""

    naam: str = Field(description="Het verhaal in één zin, verzonnen.")
    feiten: Feiten
    ook_met: dict[Naam, list[str]] = Field(
        default_factory=dict,
        description="Met elk van deze antwoorden in plaats van dat in `feiten` is de uitkomst dezelfde.",
    )

    @model_validator(mode="after")
    def vervangt_iets(self) -> Verhaal:
        vreemd = sorted(self.ook_met.keys() - self.feiten.keys())
        if vreemd:
            raise ValueError(f"`ook_met` vervangt {vreemd[0]}, maar dat staat niet in `feiten`")
        return self

    def gevallen(self) -> Iterator[Feiten]:
        """De feiten zelf, en nog eens met elk antwoord van `ook_met`."""
        yield self.feiten
        for feit, antwoorden in self.ook_met.items():
            for antwoord in antwoorden:
                yield {**self.feiten, feit: [antwoord] if isinstance(self.feiten[feit], list) else antwoord}
