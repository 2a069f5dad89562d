"""Routes, situaties en waarschuwingen, klaar om te wegen: wat kan er nog in beeld komen, en wat geldt nu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge import schema
from knowledge.recht.toetsen import Voorwaardelijk
from knowledge.recht.voorwaarde import JA, Atomen, Feiten, Geheugen, Toets, Vast, samen


class Routetoets:
    """Een route met zijn stappen."""

    __slots__ = ("_masker", "_open", "_wijzen", "grondbits", "route", "stappen", "toets")

    def __init__(self, route: schema.Route, atomen: Atomen, grondbits: int) -> None:
        self.route = route
        self.toets = Voorwaardelijk(route.als, route.niet_als, atomen)
        self.grondbits = grondbits
        self.stappen = tuple((stap, Voorwaardelijk(stap.als, stap.niet_als, atomen)) for stap in route.stappen)
        self._wijzen = tuple(
            (
                Voorwaardelijk(wijze.als, wijze.niet_als, atomen),
                route.model_copy(update={"naam": wijze.naam, "kort": wijze.kort}),
            )
            for wijze in route.anders
        )
        self._masker = self.toets.masker | samen(stap for _, stap in self.stappen)
        self._open: Geheugen[Feiten] = Geheugen()

    def verwoord(self, vast: Vast) -> schema.Route:
        """De route in de woorden die hier passen."""
        return next((route for toets, route in self._wijzen if toets.geldt(vast)), self.route)

    def open_feiten(self, vast: Vast) -> Feiten:
        """De feiten die het tonen van de route, of van een stap erin, nog kunnen veranderen."""
        vast &= self._masker
        bits = self._open.get(vast)
        if bits is None:
            bits = self.toets.open_feiten(vast)
            if self.toets.geldt(vast):
                for _, stap in self.stappen:
                    bits |= stap.open_feiten(vast)
            self._open.bewaar(vast, bits)
        return bits


@dataclass(frozen=True)
class Bereik:
    """De situaties die spelen, de gronden die ze onderzoeken, en de feiten die nog een situatie kunnen toevoegen."""

    situaties: tuple[schema.Situatie, ...]
    gronden: frozenset[str]
    open_feiten: Feiten


class Situatietoetsen:
    """Alle situaties samen."""

    __slots__ = ("_beelden", "_masker", "_wijkt", "toetsen")

    def __init__(self, situaties: Iterable[schema.Situatie], atomen: Atomen) -> None:
        self.toetsen = tuple((situatie, Toets(situatie.als, atomen)) for situatie in situaties)
        self._wijkt = {s.id: Toets(s.niet_als, atomen) for s, _ in self.toetsen if s.niet_als}
        self._masker = samen(toets for _, toets in self.toetsen) | samen(self._wijkt.values())
        self._beelden: Geheugen[Bereik] = Geheugen()

    def bereik(self, vast: Vast) -> Bereik:
        vast &= self._masker
        beeld = self._beelden.get(vast)
        if beeld is None:
            weg = {id_ for id_, toets in self._wijkt.items() if toets.weeg(vast) == JA}
            spelen = tuple(s for s, toets in self.toetsen if toets.weeg(vast) == JA and s.id not in weg)
            open_feiten = 0
            for situatie, toets in self.toetsen:
                if toets.geraakt(vast) and situatie.id not in weg:
                    open_feiten |= toets.open_feiten(vast)
            gronden = frozenset(grond for situatie in spelen for grond in situatie.gronden)
            beeld = self._beelden.bewaar(vast, Bereik(spelen, gronden, open_feiten))
        return beeld


class Waarschuwingtoetsen:
    """Alle waarschuwingen samen, op rang."""

    __slots__ = ("_masker", "_meteen", "_open", "toetsen")

    def __init__(self, waarschuwingen: Iterable[schema.Waarschuwing], atomen: Atomen) -> None:
        op_rang = sorted(waarschuwingen, key=lambda w: (w.rang, w.id))
        self.toetsen = tuple((w, Voorwaardelijk(w.als, w.niet_als, atomen)) for w in op_rang)
        self._meteen = {w.id: Toets(w.meteen_als, atomen) for w in op_rang if w.meteen_als}
        self._masker = samen(toets for _, toets in self.toetsen)
        self._open: Geheugen[Feiten] = Geheugen()

    def geldend(self, vast: Vast) -> tuple[schema.Waarschuwing, ...]:
        return tuple(w for w, toets in self.toetsen if toets.geldt(vast))

    def meteen(self, vast: Vast) -> tuple[schema.Waarschuwing, ...]:
        """Wat al tijdens de vragen gezegd moet worden."""
        return tuple(w for w in self.geldend(vast) if w.id in self._meteen and self._meteen[w.id].weeg(vast) == JA)

    def open_feiten(self, vast: Vast) -> Feiten:
        """De feiten die nog een waarschuwing kunnen veranderen."""
        vast &= self._masker
        bits = self._open.get(vast)
        if bits is None:
            bits = 0
            for _, toets in self.toetsen:
                bits |= toets.open_feiten(vast)
            self._open.bewaar(vast, bits)
        return bits
