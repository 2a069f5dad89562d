"""Voorwaarden wegen in drie waarden: waar, niet waar, of nog open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from knowledge.schema import Voorwaarde
from knowledge.zaak import Zaak

JA, OPEN, NEE = 1, 0, -1
Stand = Sequence[int]
"""Per atoom (feit met waarden) of het waar is, in een gegeven zaak."""


class Atomen:
    """Alle vergelijkingen 'dit feit heeft één van deze waarden', elk één keer."""

    def __init__(self) -> None:
        self._index: dict[tuple[str, frozenset[str]], int] = {}
        self._bij_feit: dict[str, list[tuple[int, frozenset[str]]]] = {}

    def nummer(self, feit: str, waarden: Iterable[str]) -> int:
        sleutel = (feit, frozenset(waarden))
        if sleutel not in self._index:
            self._index[sleutel] = len(self._index)
            self._bij_feit.setdefault(feit, []).append((self._index[sleutel], sleutel[1]))
        return self._index[sleutel]

    def stand(self, zaak: Zaak) -> list[int]:
        """De waarde van elk atoom: onbekend of 'weet ik niet' blijft OPEN."""
        stand = [OPEN] * len(self._index)
        for antwoord in zaak.antwoorden:
            if antwoord.onbekend:
                continue
            keuzes = antwoord.keuzes
            for nummer, waarden in self._bij_feit.get(antwoord.feit, ()):
                stand[nummer] = JA if not waarden.isdisjoint(keuzes) else NEE
        return stand


class Toets:
    """Een voorwaarde, klaar om te wegen."""

    __slots__ = ("_atoom", "_delen", "_feit", "feiten", "weeg")

    def __init__(self, voorwaarde: Voorwaarde, atomen: Atomen) -> None:
        self._delen: tuple[Toets, ...] = ()
        self._atoom = -1
        self._feit = ""
        self.weeg: Callable[[Stand], int]
        if voorwaarde.feit is not None:
            self._feit = voorwaarde.feit
            self._atoom = atomen.nummer(voorwaarde.feit, voorwaarde.waarden)
            self.weeg = _atoom(self._atoom)
            self.feiten = frozenset({voorwaarde.feit})
            return
        bron = (voorwaarde.niet,) if voorwaarde.niet is not None else voorwaarde.alle or voorwaarde.een_van
        self._delen = tuple(Toets(deel, atomen) for deel in bron if deel is not None)
        delen = tuple(deel.weeg for deel in self._delen)
        self.weeg = (
            _niet(delen[0]) if voorwaarde.niet is not None else _alle(delen) if voorwaarde.alle else _een_van(delen)
        )
        self.feiten = frozenset().union(*(deel.feiten for deel in self._delen))

    def open_feiten(self, stand: Stand) -> set[str]:
        """De feiten waarvan het antwoord deze nog open voorwaarde kan beslissen."""
        if self.weeg(stand) != OPEN:
            return set()
        if self._atoom >= 0:
            return {self._feit}
        return set().union(*(deel.open_feiten(stand) for deel in self._delen))

    def geraakt(self, stand: Stand) -> bool:
        """Wijst iets wat verteld is al deze kant op?"""
        if self._atoom >= 0:
            return stand[self._atoom] == JA
        return any(deel.geraakt(stand) for deel in self._delen)


def _atoom(nummer: int) -> Callable[[Stand], int]:
    def weeg(stand: Stand) -> int:
        return stand[nummer]

    return weeg


def _niet(deel: Callable[[Stand], int]) -> Callable[[Stand], int]:
    def weeg(stand: Stand) -> int:
        return -deel(stand)

    return weeg


def _alle(delen: tuple[Callable[[Stand], int], ...]) -> Callable[[Stand], int]:
    def weeg(stand: Stand) -> int:
        uitkomst = JA
        for deel in delen:
            waarde = deel(stand)
            if waarde == NEE:
                return NEE
            if waarde == OPEN:
                uitkomst = OPEN
        return uitkomst

    return weeg


def _een_van(delen: tuple[Callable[[Stand], int], ...]) -> Callable[[Stand], int]:
    def weeg(stand: Stand) -> int:
        uitkomst = NEE
        for deel in delen:
            waarde = deel(stand)
            if waarde == JA:
                return JA
            if waarde == OPEN:
                uitkomst = OPEN
        return uitkomst

    return weeg
