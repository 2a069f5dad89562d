"""Zaken uit een bestand beoordelen: de woorden van dat bestand worden feiten, via één vertaaltabel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import AntwoordFout
from knowledge.recht import Kennis, Waarde, Zaak, adviseer, beoordeel, volgende_vraag
from knowledge.schema import WEET_NIET


@dataclass(frozen=True)
class Vertaling:
    """De tabel `sleutel → waarde → {feit: optie}`; zie de kop van het bestand zelf."""

    tabel: dict[str, Any]

    @classmethod
    def lees(cls, pad: Path) -> Vertaling:
        return cls(yaml.safe_load(pad.read_text(encoding="utf-8")))

    def feiten(self, bron: dict[str, Any]) -> dict[str, Any]:
        """De feiten die bij deze woorden horen. Lijsten worden samengevoegd, het eerste enkele antwoord telt."""
        uit: dict[str, Any] = {}
        for feiten in self._stukken(bron):
            for feit, waarde in feiten.items():
                if isinstance(waarde, list):
                    uit[feit] = list(dict.fromkeys([*(uit.get(feit) or []), *waarde]))
                else:
                    uit.setdefault(feit, waarde)
        return uit

    def _stukken(self, bron: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for stuk in self.tabel.get("samen", ()):
            if all(
                _tekst(bron.get(sleutel)) in [_tekst(w) for w in (waarde if isinstance(waarde, list) else [waarde])]
                for sleutel, waarde in stuk["als"].items()
            ):
                yield stuk["feiten"]
        for sleutel, waarde in bron.items():
            regel = self.tabel.get(sleutel)
            if regel is None:
                continue
            if isinstance(regel, list):
                yield next((r["feiten"] for r in regel if int(waarde) <= r.get("tot", 10**6)), {})
            elif "datum" in regel:
                yield {regel["datum"]: f"{waarde}-12-31"}
            else:
                for deel in waarde if isinstance(waarde, list) else [waarde]:
                    yield regel.get(_tekst(deel)) or {}


def _tekst(waarde: object) -> str:
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)


def ingevuld(kennis: Kennis, feiten: dict[str, Any], vandaag: date) -> dict[str, Waarde]:
    """Alleen de antwoorden die geldig zijn; een datum in de toekomst wordt vandaag."""
    uit: dict[str, Waarde] = {}
    for feit, ruw in feiten.items():
        soort = kennis.feiten[feit].soort if feit in kennis.feiten else ""
        if soort == "meerkeuze" and not isinstance(ruw, list):
            ruw = [ruw]
        if soort == "datum":
            ruw = min(str(ruw), vandaag.isoformat())
        try:
            uit[feit] = kennis.lees_antwoord(feit, ruw, vandaag)
        except AntwoordFout:
            continue
    return uit


def vraaggesprek(kennis: Kennis, antwoorden: dict[str, Waarde], vandaag: date) -> tuple[Zaak, int]:
    """Begint leeg, vraagt wat het zou vragen, en krijgt het antwoord of 'weet ik niet'. Geeft de zaak en het aantal vragen."""
    zaak, vragen = Zaak(), 0
    while (feit := volgende_vraag(kennis, zaak, vandaag)) is not None:
        zaak = zaak.met(feit.id, antwoorden.get(feit.id, WEET_NIET))
        vragen += 1
    return zaak, vragen


def beoordeel_zaken(
    kennis: Kennis, bestand: Path, vertaling: Vertaling, vandaag: date, alles: bool
) -> Iterator[dict[str, Any]]:
    """Per zaak de gronden en routes. Leest alleen `ecli` en `facts`."""
    for record in yaml.safe_load(bestand.read_text(encoding="utf-8"))["cases"]:
        antwoorden = ingevuld(kennis, vertaling.feiten(record["facts"]), vandaag)
        if alles:
            zaak, vragen = Zaak(), 0
            for feit, waarde in antwoorden.items():
                zaak = zaak.met(feit, waarde)
        else:
            zaak, vragen = vraaggesprek(kennis, antwoorden, vandaag)
        beoordeling = beoordeel(kennis, zaak, vandaag)
        routes = [gekozen.route.id for gekozen in adviseer(kennis, zaak, vandaag, beoordeling).routes]
        yield {"ecli": record["ecli"], "gronden": beoordeling.statussen, "routes": routes, "vragen": vragen}
