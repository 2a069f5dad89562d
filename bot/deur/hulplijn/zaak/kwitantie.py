"""De kwitantie: een code waaruit hetzelfde advies opnieuw te maken is. Feiten, dag en kennis; geen woord en geen naam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer

from bot.deur.hulplijn.pakket import passend
from knowledge import Advies, Kennis, Zaak, adviseer

LANGST = 8_000
_DELEN = ("gronden", "routes", "termijnen", "waarschuwingen")
NAAM = {"gronden": "grond", "routes": "route", "termijnen": "termijn", "waarschuwingen": "waarschuwing"}


class KwitantieFout(ValueError):
    """Deze code is niet van ons of niet heel."""


@dataclass(frozen=True)
class Wijziging:
    """Wat er anders is dan toen. None: toen, of nu, niet in het advies."""

    soort: str
    naam: str
    toen: str | None
    nu: str | None


@dataclass(frozen=True)
class Gelezen:
    """Een kwitantie, naast de kennis van nu."""

    zaak: Zaak
    dag: date
    versie: str
    zelfde_kennis: bool
    vervallen: tuple[str, ...]
    """Feiten die de kennis van nu niet meer kent."""
    wijzigingen: tuple[Wijziging, ...]


class Kwitanties:
    """Maakt en leest kwitanties, getekend met het geheim van deze deur."""

    def __init__(self, geheim: str) -> None:
        self._tekenaar = URLSafeSerializer(list(reversed(geheim.split())), salt="balie-kwitantie")

    def maak(self, kennis: Kennis, zaak: Zaak, advies: Advies, dag: date) -> str:
        ids = advies.naar_ids()
        feiten = [[a.feit, list(a.waarde) if isinstance(a.waarde, tuple) else a.waarde] for a in zaak.antwoorden]
        return str(
            self._tekenaar.dumps(
                {"k": kennis.hash[:16], "v": kennis.versie, "d": dag.isoformat(), "z": feiten, "a": _kort(ids)}
            )
        )

    def lees(self, code: str, kennis: Kennis) -> Gelezen:
        """Werpt `KwitantieFout` bij een code die niet klopt."""
        code = "".join(code.split())
        if not code or len(code) > LANGST:
            raise KwitantieFout("Dit is geen kwitantiecode. Kopieer hem in zijn geheel.")
        try:
            ruw = self._tekenaar.loads(code)
            dag = date.fromisoformat(ruw["d"])
            toen = Zaak.uit_json([[feit, waarde, "hulplijn"] for feit, waarde in ruw["z"]])
        except (BadSignature, ValueError, KeyError, TypeError) as fout:
            raise KwitantieFout(
                "Deze code is niet heel, of komt van een andere balie. Kopieer hem opnieuw, in zijn geheel."
            ) from fout
        zaak = passend(kennis, toen, dag)
        nu = _kort(adviseer(kennis, zaak, dag).naar_ids())
        return Gelezen(
            zaak,
            dag,
            str(ruw["v"]),
            ruw["k"] == kennis.hash[:16],
            tuple(a.feit for a in toen.antwoorden if not zaak.kent(a.feit)),
            tuple(_vergelijk(kennis, ruw["a"], nu)),
        )


def _kort(ids: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Elk deel als naam → stand, zodat toen en nu naast elkaar passen."""
    uit: dict[str, dict[str, str]] = {}
    for deel in _DELEN:
        ruw = ids[deel]
        paren = ruw.items() if isinstance(ruw, dict) else ((naam, "") for naam in ruw)
        uit[deel] = {str(naam): str(stand or "") for naam, stand in paren}
    return uit


def _vergelijk(kennis: Kennis, toen: dict[str, dict[str, str]], nu: dict[str, dict[str, str]]) -> list[Wijziging]:
    uit = []
    for deel in _DELEN:
        oud, nieuw = toen.get(deel, {}), nu[deel]
        for naam in sorted(oud.keys() | nieuw.keys()):
            if oud.get(naam) != nieuw.get(naam):
                ding = getattr(kennis, deel).get(naam)
                label = getattr(ding, "naam", None) or getattr(ding, "tekst", None) or naam
                uit.append(Wijziging(NAAM[deel], label, _stand(oud.get(naam)), _stand(nieuw.get(naam))))
    return uit


def _stand(waarde: str | None) -> str | None:
    return {"": "in het advies", "ja": "past"}.get(waarde, waarde) if waarde is not None else None
