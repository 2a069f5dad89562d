"""Wat vanzelf bij een antwoord hoort, en wat het verhaal al beantwoordt. Wat iemand zelf zei, gaat altijd voor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge import schema
from knowledge.recht.toetsen import Voorwaardelijk
from knowledge.recht.voorwaarde import Atomen
from knowledge.recht.zaak import Antwoord, Zaak


class Gevolgen:
    """Alle `telt_als`, `zegt_ook` en `afgeleid` van de feiten samen."""

    __slots__ = ("_afgeleid", "_atomen", "_telt_als", "_zegt_ook")

    def __init__(self, feiten: Iterable[schema.Feit], atomen: Atomen) -> None:
        self._atomen = atomen
        opties = [(feit.id, optie) for feit in feiten for optie in feit.opties]
        self._telt_als = {(feit, optie.id): optie.telt_als for feit, optie in opties if optie.telt_als}
        self._zegt_ook = {(feit, optie.id): tuple(optie.zegt_ook.items()) for feit, optie in opties if optie.zegt_ook}
        self._afgeleid = tuple(
            (feit.id, regel.dan, Voorwaardelijk(regel.als, regel.niet_als, atomen))
            for feit in feiten
            for regel in feit.afgeleid
        )

    def vul_aan(self, zaak: Zaak) -> Zaak:
        erbij = self._met_gevolg(zaak)
        if any((antwoord.feit, antwoord.waarde) in self._telt_als for antwoord in zaak.antwoorden):
            erbij = Zaak(tuple(self._telt(antwoord) for antwoord in erbij.antwoorden))
        return self._met_afgeleid(erbij) if erbij.antwoorden else erbij

    def _telt(self, antwoord: Antwoord) -> Antwoord:
        als = self._telt_als.get((antwoord.feit, str(antwoord.waarde)))
        return antwoord if als is None else replace(antwoord, waarde=als)

    def _met_gevolg(self, zaak: Zaak) -> Zaak:
        bekend, erbij = {antwoord.feit for antwoord in zaak.antwoorden}, []
        for antwoord in zaak.antwoorden:
            for keuze in antwoord.keuzes:
                for feit, waarde in self._zegt_ook.get((antwoord.feit, keuze), ()):
                    if feit not in bekend:
                        bekend.add(feit)
                        erbij.append(Antwoord(feit, tuple(waarde) if isinstance(waarde, list) else waarde, "zin"))
        return Zaak((*zaak.antwoorden, *erbij)) if erbij else zaak

    def _met_afgeleid(self, zaak: Zaak) -> Zaak:
        """'Weet ik niet' is ook een antwoord, en blijft staan."""
        vast = self._atomen.vast(zaak)
        for feit, waarde, toets in self._afgeleid:
            if not zaak.kent(feit) and toets.geldt(vast):
                zaak = zaak.met(feit, waarde, "zin")
        return zaak
