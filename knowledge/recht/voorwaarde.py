"""Voorwaarden wegen in drie waarden: waar, niet waar, of nog open.

Wat vaststaat is één getal: per atoom (een feit met waarden) een bit voor 'waar' en een bit voor 'niet waar'. Staat geen van
beide, dan is het open. Zo kost een vergelijking één bewerking, en zegt `vast & masker` precies waar een uitkomst van afhangt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from knowledge.recht.zaak import Waarde, Zaak
from knowledge.schema import Voorwaarde

JA, OPEN, NEE = 1, 0, -1
Vast = int
Feiten = int
"""Een verzameling feiten als bits; `Atomen.namen` maakt er namen van."""
_T = TypeVar("_T")
_Blad = tuple[int, int]
"""De bit waarmee een vergelijking waar is, en de bit waarmee ze niet waar is."""


class Atomen:
    """Alle vergelijkingen 'dit feit heeft één van deze waarden', elk één keer."""

    def __init__(self, feiten: Iterable[str] = ()) -> None:
        self._index: dict[tuple[str, frozenset[str]], int] = {}
        self._bij_feit: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._feitbit: dict[str, Feiten] = {}
        self._bits: dict[tuple[str, Waarde], Vast] = {}
        self.bits(feiten)

    def kopie(self) -> Atomen:
        """Dezelfde nummering, om verder te nummeren zonder deze te veranderen."""
        nieuw = Atomen()
        nieuw._index, nieuw._feitbit, nieuw._bits = dict(self._index), dict(self._feitbit), dict(self._bits)
        nieuw._bij_feit = {feit: list(rij) for feit, rij in self._bij_feit.items()}
        return nieuw

    def blad(self, feit: str, waarden: Iterable[str]) -> _Blad:
        sleutel = (feit, frozenset(waarden))
        if sleutel not in self._index:
            self._index[sleutel] = len(self._index)
            self._bij_feit.setdefault(feit, []).append((self._index[sleutel], sleutel[1]))
            self._bits.clear()
        bit = 1 << 2 * self._index[sleutel]
        return bit, bit << 1

    def bits(self, feiten: Iterable[str]) -> Feiten:
        """Deze feiten als bits."""
        uit = 0
        for feit in feiten:
            uit |= self._feitbit.setdefault(feit, 1 << len(self._feitbit))
        return uit

    def namen(self, bits: Feiten) -> Iterator[str]:
        return (feit for feit, bit in self._feitbit.items() if bits & bit)

    def vast(self, zaak: Zaak) -> Vast:
        """Wat vaststaat; onbekend of 'weet ik niet' blijft open."""
        vast = 0
        for antwoord in zaak.antwoorden:
            if antwoord.feit in self._bij_feit and not antwoord.onbekend:
                sleutel = (antwoord.feit, antwoord.waarde)
                bits = self._bits.get(sleutel)
                if bits is None:
                    bits = self._bits[sleutel] = self._bits_van(antwoord.feit, antwoord.keuzes)
                vast |= bits
        return vast

    def _bits_van(self, feit: str, keuzes: tuple[str, ...]) -> Vast:
        bits = 0
        for nummer, waarden in self._bij_feit[feit]:
            bits |= 1 << 2 * nummer + waarden.isdisjoint(keuzes)
        return bits

    def bekend(self, zaak: Zaak) -> Feiten:
        """De beantwoorde feiten, ook met 'weet ik niet'."""
        bits = 0
        for antwoord in zaak.antwoorden:
            bits |= self._feitbit.get(antwoord.feit, 0)
        return bits


class Geheugen(dict[int, _T]):
    """Uitkomsten per stand. Begint opnieuw als het vol is: een programma dat maanden draait groeit niet."""

    GRENS = 2048

    def bewaar(self, sleutel: int, waarde: _T) -> _T:
        if len(self) >= self.GRENS:
            self.clear()
        self[sleutel] = waarde
        return waarde


class Toets:
    """Een voorwaarde, klaar om te wegen."""

    __slots__ = ("_blad", "_delen", "_feitbits", "feiten", "masker", "weeg")

    def __init__(self, voorwaarde: Voorwaarde, atomen: Atomen) -> None:
        self._delen: tuple[Toets, ...] = ()
        self._blad: _Blad | None = None
        self.weeg: Callable[[Vast], int]
        if voorwaarde.feit is not None:
            self._blad = atomen.blad(voorwaarde.feit, voorwaarde.waarden)
            self.masker: Vast = self._blad[0] | self._blad[1]
            self.weeg = _blad(*self._blad)
            self.feiten = frozenset({voorwaarde.feit})
        else:
            bron = (voorwaarde.niet,) if voorwaarde.niet is not None else voorwaarde.alle or voorwaarde.een_van
            self._delen = tuple(Toets(deel, atomen) for deel in bron if deel is not None)
            self.masker = samen(self._delen)
            self.weeg = _samengesteld(voorwaarde, self._delen)
            self.feiten = frozenset().union(*(deel.feiten for deel in self._delen))
        self._feitbits = atomen.bits(self.feiten)

    def open_feiten(self, vast: Vast) -> Feiten:
        """De feiten waarvan het antwoord deze nog open voorwaarde kan beslissen."""
        if self.weeg(vast) != OPEN:
            return 0
        if self._blad is not None or not vast & self.masker:
            return self._feitbits
        bits = 0
        for deel in self._delen:
            bits |= deel.open_feiten(vast)
        return bits

    def geraakt(self, vast: Vast) -> bool:
        """Wijst iets wat verteld is al deze kant op?"""
        if not vast & self.masker:
            return False
        if self._blad is not None:
            return bool(vast & self._blad[0])
        return any(deel.geraakt(vast) for deel in self._delen)


class MetMasker(Protocol):
    """Iets wat van een deel van de stand afhangt."""

    masker: Vast


def samen(toetsen: Iterable[MetMasker]) -> Vast:
    """Het masker van alles waar deze toetsen van afhangen."""
    masker = 0
    for toets in toetsen:
        masker |= toets.masker
    return masker


def samen_open(toetsen: Iterable[Toets], vast: Vast) -> Feiten:
    """De feiten waarvan het antwoord een van deze nog open voorwaarden kan beslissen."""
    feiten = 0
    for toets in toetsen:
        feiten |= toets.open_feiten(vast)
    return feiten


def _samengesteld(voorwaarde: Voorwaarde, delen: tuple[Toets, ...]) -> Callable[[Vast], int]:
    if voorwaarde.niet is not None:
        return _niet(delen[0].weeg)
    bladen = [deel._blad for deel in delen if deel._blad is not None]
    ja, nee = sum(blad[0] for blad in set(bladen)), sum(blad[1] for blad in set(bladen))
    rest = tuple(deel.weeg for deel in delen if deel._blad is None)
    return _alle(ja, nee, rest) if voorwaarde.alle else _een_van(ja, nee, rest)


def _blad(ja: int, nee: int) -> Callable[[Vast], int]:
    def weeg(vast: Vast) -> int:
        return JA if vast & ja else NEE if vast & nee else OPEN

    return weeg


def _niet(deel: Callable[[Vast], int]) -> Callable[[Vast], int]:
    def weeg(vast: Vast) -> int:
        return -deel(vast)

    return weeg


def _alle(ja: int, nee: int, delen: tuple[Callable[[Vast], int], ...]) -> Callable[[Vast], int]:
    def weeg(vast: Vast) -> int:
        if vast & nee:
            return NEE
        uitkomst = JA if vast & ja == ja else OPEN
        for deel in delen:
            waarde = deel(vast)
            if waarde == NEE:
                return NEE
            if waarde == OPEN:
                uitkomst = OPEN
        return uitkomst

    return weeg


def _een_van(ja: int, nee: int, delen: tuple[Callable[[Vast], int], ...]) -> Callable[[Vast], int]:
    def weeg(vast: Vast) -> int:
        if vast & ja:
            return JA
        uitkomst = NEE if vast & nee == nee else OPEN
        for deel in delen:
            waarde = deel(vast)
            if waarde == JA:
                return JA
            if waarde == OPEN:
                uitkomst = OPEN
        return uitkomst

    return weeg
