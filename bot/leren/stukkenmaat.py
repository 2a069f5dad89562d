"""Hoe goed het knippen is: per woord en per stuk, per label, per onderwerp en per valkuil."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.leren.stukkenstof import Bericht
from bot.verstaan.stukken import Snijder


@dataclass(frozen=True)
class Gelezen:
    """Een bericht met per woord wat het is en wat er gehoord werd."""

    bericht: Bericht
    labels: tuple[str, ...]
    onderwerpen: tuple[str, ...]
    label_zeker: tuple[float, ...]

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
    return [_lees(snijder, bericht) for bericht in berichten]


def _lees(snijder: Snijder, bericht: Bericht) -> Gelezen:
    per_woord = [stuk for stuk in snijder.knip(bericht.tekst) for _ in range(stuk.begin, stuk.eind)]
    return Gelezen(
        bericht,
        tuple(stuk.label for stuk in per_woord),
        tuple(stuk.onderwerp for stuk in per_woord),
        tuple(stuk.label_zeker for stuk in per_woord),
    )


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


def vanaf(gelezen: Sequence[Gelezen], label: str, zeker: float) -> Maat:
    """Per woord: hoe vaak dit label klopt als alleen telt wat zo zeker is."""
    goed = gehoord = was = 0
    for g in gelezen:
        for goede, gezegd, kans in zip(g.bericht.labels, g.labels, g.label_zeker, strict=True):
            telt = gezegd == label and kans >= zeker
            was += goede == label
            gehoord += telt
            goed += telt and goede == label
    return Maat(goed, gehoord, was)


def deel_goed(gelezen: Sequence[Gelezen], wat: str) -> float:
    """Het deel van de woorden dat goed is. `wat`: labels, onderwerpen of tags."""
    paren = [paar for g in gelezen for paar in zip(getattr(g.bericht, wat), getattr(g, wat), strict=True)]
    return sum(bool(een == twee) for een, twee in paren) / len(paren)


def heel_goed(gelezen: Sequence[Gelezen], wat: str) -> float:
    """Het deel van de berichten waarin elk woord goed is."""
    return sum(bool(getattr(g.bericht, wat) == getattr(g, wat)) for g in gelezen) / len(gelezen)
