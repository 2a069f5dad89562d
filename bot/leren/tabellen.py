"""Cijfers over wat er verstaan is: per label, per soort zin, verwarring, ijking, en wat een misser kost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BAKKEN = 10
KOSTEN: Mapping[str, int] = {"crisis": 20, "minor_image": 10, "intimate_image_threat": 8, "stalking_online": 5}
"""Wat het kost als dit niet genoemd wordt. Een gemist signaal van nood, een kind of een dreiging weegt het zwaarst."""
KOST_ANDERS, KOST_WEGGESTUURD, KOST_VALS_ALARM, KOST_BUITEN_GEMIST = 1, 10, 2, 1


@dataclass(frozen=True)
class Uiting:
    """Wat er goed is en wat er gezegd is, in de vorm van de scorer."""

    goed: Mapping[str, frozenset[str]]
    gezegd: Mapping[str, Any]
    soort: str
    zekerheid: float = 0.0

    @property
    def situaties(self) -> tuple[str, ...]:
        return tuple(self.gezegd["situaties"])


def per_label(uitingen: Iterable[Uiting]) -> dict[str, tuple[int, int, int]]:
    """Per situatie: hoe vaak, hoe vaak als beste, hoe vaak bij de eerste drie."""
    uit: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for u in uitingen:
        for label in u.goed["eerste"]:
            uit[label][0] += 1
            uit[label][1] += bool(u.situaties) and u.situaties[0] in u.goed["situaties"]
            uit[label][2] += bool(set(u.situaties) & u.goed["situaties"])
    return {label: (n, een, drie) for label, (n, een, drie) in sorted(uit.items())}


def per_soort(uitingen: Iterable[Uiting]) -> dict[str, tuple[int, int, int]]:
    """Per soort zin (jong, Vlaams, formeel, ...) hetzelfde."""
    uit: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for u in uitingen:
        uit[u.soort][0] += 1
        uit[u.soort][1] += bool(u.situaties) and u.situaties[0] in u.goed["situaties"]
        uit[u.soort][2] += bool(set(u.situaties) & u.goed["situaties"])
    return {soort: (n, een, drie) for soort, (n, een, drie) in sorted(uit.items())}


def verwarring(uitingen: Iterable[Uiting]) -> Counter[tuple[str, str]]:
    """Hoe vaak welke situatie voor welke werd gehouden. Een tweede goede lezing telt als goed."""
    uit: Counter[tuple[str, str]] = Counter()
    for u in uitingen:
        gezegd = u.situaties[0] if u.situaties else "unknown_other"
        goed = next(iter(u.goed["eerste"]))
        uit[goed, goed if gezegd in u.goed["situaties"] else gezegd] += 1
    return uit


def ijking(paren: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Per bak van zekerheid: de gemiddelde zekerheid, het deel dat goed was, en hoeveel het er zijn."""
    bakken: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for zekerheid, goed in paren:
        bakken[min(int(zekerheid * BAKKEN), BAKKEN - 1)].append((zekerheid, goed))
    return [
        (sum(z for z, _ in bak) / len(bak), sum(g for _, g in bak) / len(bak), len(bak))
        for _, bak in sorted(bakken.items())
    ]


def ijkfout(paren: Sequence[tuple[float, bool]]) -> float:
    """Hoe ver zekerheid en waarheid gemiddeld uit elkaar liggen."""
    return sum(n * abs(zeker - goed) for zeker, goed, n in ijking(paren)) / max(len(paren), 1)


def schade(uitingen: Iterable[Uiting]) -> tuple[int, int]:
    """De gewogen kosten van alle missers, en wat het kost om niets te horen."""
    kosten = niets = 0
    for u in uitingen:
        nood, binnen = "ja" in u.goed["crisis"], "ja" in u.goed["bereik"]
        if nood:
            niets += KOSTEN["crisis"]
            kosten += 0 if u.gezegd["crisis"] else KOSTEN["crisis"]
        elif u.gezegd["crisis"]:
            kosten += KOST_VALS_ALARM
        if not binnen:
            niets += KOST_BUITEN_GEMIST
            kosten += KOST_BUITEN_GEMIST if u.gezegd["in_bereik"] else 0
            continue
        kosten += 0 if u.gezegd["in_bereik"] else KOST_WEGGESTUURD
        for label in u.goed["eerste"] - {"unknown_other"}:
            prijs = KOSTEN.get(label, KOST_ANDERS)
            niets += prijs
            kosten += 0 if set(u.situaties) & u.goed["situaties"] else prijs
    return kosten, niets
