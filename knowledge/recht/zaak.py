"""De zaak: wat we tot nu toe weten. Onveranderlijk; `met` geeft een nieuwe."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args

from knowledge.schema import WEET_NIET

Herkomst = Literal["knop", "zin", "hulplijn"]
Waarde = str | tuple[str, ...]


@dataclass(frozen=True)
class Antwoord:
    """Eén feit met zijn waarde: een optie, meer opties, een datum of `weet_niet`."""

    feit: str
    waarde: Waarde
    herkomst: Herkomst = "knop"

    @property
    def onbekend(self) -> bool:
        return self.waarde == WEET_NIET

    @property
    def keuzes(self) -> tuple[str, ...]:
        return self.waarde if isinstance(self.waarde, tuple) else (self.waarde,)


@dataclass(frozen=True)
class Zaak:
    """De antwoorden in de volgorde waarin ze verteld zijn."""

    antwoorden: tuple[Antwoord, ...] = ()

    @cached_property
    def bij_feit(self) -> dict[str, Antwoord]:
        return {antwoord.feit: antwoord for antwoord in self.antwoorden}

    def kent(self, feit: str) -> bool:
        """Is dit feit beantwoord, ook met 'weet ik niet'?"""
        return feit in self.bij_feit

    def waarde(self, feit: str) -> Waarde | None:
        """De waarde, of None als het feit niet bekend is (ook bij 'weet ik niet')."""
        antwoord = self.bij_feit.get(feit)
        return None if antwoord is None or antwoord.onbekend else antwoord.waarde

    def met(self, feit: str, waarde: Waarde, herkomst: Herkomst = "knop") -> Zaak:
        """Een nieuwe zaak met dit antwoord; een ouder antwoord houdt zijn plaats in de volgorde."""
        nieuw = Antwoord(feit, waarde, herkomst)
        if not self.kent(feit):
            return Zaak((*self.antwoorden, nieuw))
        return Zaak(tuple(nieuw if antwoord.feit == feit else antwoord for antwoord in self.antwoorden))

    def zonder(self, *feiten: str) -> Zaak:
        return Zaak(tuple(antwoord for antwoord in self.antwoorden if antwoord.feit not in feiten))

    def naar_json(self) -> list[list[Any]]:
        return [
            [a.feit, list(a.waarde) if isinstance(a.waarde, tuple) else a.waarde, a.herkomst] for a in self.antwoorden
        ]

    @classmethod
    def uit_json(cls, ruw: Any) -> Zaak:
        """Leest wat `naar_json` schreef. Werpt ValueError bij iets anders."""
        if not isinstance(ruw, list):
            raise ValueError("een zaak is een lijst van antwoorden")
        zaak = cls()
        for rij in ruw:
            if not (
                isinstance(rij, list) and len(rij) == 3 and isinstance(rij[0], str) and rij[2] in get_args(Herkomst)
            ):
                raise ValueError("een antwoord is [feit, waarde, herkomst]")
            waarde = tuple(rij[1]) if isinstance(rij[1], list) else rij[1]
            if not all(isinstance(deel, str) for deel in (waarde if isinstance(waarde, tuple) else (waarde,))):
                raise ValueError("een waarde bestaat uit namen")
            zaak = zaak.met(rij[0], waarde, rij[2])
        return zaak
