"""Fouten met een plaats, een reden en een uitweg."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Melding:
    """Eén fout in de inhoud, voor wie de inhoud schrijft."""

    bestand: str
    regel: int
    wat: str
    doe: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: {self.wat} → {self.doe}"


class InhoudFout(Exception):
    """De inhoud klopt niet; `meldingen` noemt elke plaats."""

    def __init__(self, meldingen: Iterable[Melding]) -> None:
        self.meldingen = tuple(sorted(set(meldingen)))
        super().__init__("\n".join(str(m) for m in self.meldingen))


class KennisFout(Exception):
    """`kennis.db` ontbreekt, is onleesbaar of past niet bij deze code."""


class AntwoordFout(ValueError):
    """Een antwoord past niet bij de vraag. `reden` is een sleutel van de gesprekszinnen."""

    def __init__(self, feit: str, reden: str) -> None:
        self.feit = feit
        self.reden = reden
        super().__init__(f"antwoord past niet bij {feit}: {reden}")


def lijkt_op(naam: str, bekend: Iterable[str]) -> str:
    """De uitweg bij een onbekende naam: de dichtstbijzijnde bekende, of de lijst als die kort is."""
    namen = sorted(bekend)
    dichtbij = get_close_matches(naam, namen, n=1, cutoff=0.6)
    if dichtbij:
        return f"bedoel je `{dichtbij[0]}`?"
    if 0 < len(namen) <= 12:
        return "kies uit " + ", ".join(f"`{n}`" for n in namen)
    return "gebruik een bestaande naam of voeg hem toe"
