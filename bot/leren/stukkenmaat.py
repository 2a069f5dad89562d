"""Hoe goed het knippen is: per woord en per stuk, per label, per onderwerp en per valkuil."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.leren.stukkenstof import Bericht
from bot.verstaan.stukken import Snijder


@dataclass(frozen=True)
class Gelezen:
    """Een bericht met per woord wat het is en wat er gehoord werd."""

    bericht: Bericht
    labels: tuple[str, ...]
    onderwerpen: tuple[str, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(f"{label}/{wie}" for label, wie in zip(self.labels, self.onderwerpen, strict=True))


@dataclass(frozen=True)
class Maat:
    """Goed gehoord, gehoord, en wat er was."""

    goed: int
    gehoord: int
    was: int

    @property
    def precisie(self) -> float:
        return self.goed / self.gehoord if self.gehoord else 0.0

    @property
    def vangst(self) -> float:
        return self.goed / self.was if self.was else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.goed / (self.gehoord + self.was) if self.gehoord + self.was else 0.0


def lees(snijder: Snijder, berichten: Iterable[Bericht]) -> list[Gelezen]:
    """Elk bericht geknipt."""
    uit = []
    for bericht in berichten:
        stukken = snijder.knip(bericht.tekst)
        uit.append(
            Gelezen(
                bericht,
                tuple(stuk.label for stuk in stukken for _ in range(stuk.begin, stuk.eind)),
                tuple(stuk.onderwerp for stuk in stukken for _ in range(stuk.begin, stuk.eind)),
            )
        )
    return uit


def per_woord(gelezen: Sequence[Gelezen], soort: str) -> dict[str, Maat]:
    """Per label (`labels`) of onderwerp (`onderwerpen`): hoeveel woorden er goed zijn."""
    tel: dict[str, list[int]] = {}
    for g in gelezen:
        for was, gehoord in zip(getattr(g.bericht, soort), getattr(g, soort), strict=True):
            tel.setdefault(gehoord, [0, 0, 0])[1] += 1
            tel.setdefault(was, [0, 0, 0])[2] += 1
            tel[was][0] += was == gehoord
    return {naam: Maat(*aantallen) for naam, aantallen in sorted(tel.items())}


def per_stuk(gelezen: Sequence[Gelezen], soort: str) -> dict[str, Maat]:
    """Hetzelfde per stuk: goed als begin, eind en naam precies kloppen."""
    tel: dict[str, list[int]] = {}
    for g in gelezen:
        was, gehoord = _stukken(getattr(g.bericht, soort)), _stukken(getattr(g, soort))
        for plek, lijst in ((1, gehoord), (2, was)):
            for naam, _, _ in lijst:
                tel.setdefault(naam, [0, 0, 0])[plek] += 1
        for naam, _, _ in was & gehoord:
            tel[naam][0] += 1
    return {naam: Maat(*aantallen) for naam, aantallen in sorted(tel.items())}


def _stukken(tags: Sequence[str]) -> set[tuple[str, int, int]]:
    eerste = [nr for nr in range(len(tags)) if nr == 0 or tags[nr] != tags[nr - 1]]
    return {(tags[van], van, tot) for van, tot in zip(eerste, [*eerste[1:], len(tags)], strict=True)}


def deel_goed(gelezen: Sequence[Gelezen], kies: Callable[[Gelezen | Bericht], Sequence[str]]) -> float:
    """Het deel van de woorden dat goed is."""
    paren = [paar for g in gelezen for paar in zip(kies(g.bericht), kies(g), strict=True)]
    return sum(een == twee for een, twee in paren) / len(paren)


def heel_goed(gelezen: Sequence[Gelezen], kies: Callable[[Gelezen | Bericht], Sequence[str]]) -> float:
    """Het deel van de berichten waarin elk woord goed is."""
    return sum(tuple(kies(g.bericht)) == tuple(kies(g)) for g in gelezen) / len(gelezen)
