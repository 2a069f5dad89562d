"""Spelling: één teken verschil herkennen, en een onbekend woord terugbrengen tot een woord dat we kennen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

KORTST = 7
"""Kortere woorden lijken te veel op elkaar om een tikfout in te herkennen."""
GEWOON = frozenset(
    """bedriegt bedriegen bepaald bepaalt bepalen bezoek bestuurd gestuurt verzocht verdacht verwacht verkocht beledigen gemaild gemeten gewoond
    verteld vertelt verloren geboren bewijst bewijzen gevraagd gelegen geleden gelezen gesteld geteld gemerkt gewerkt getekend gerekend
    schrijf schreef dochters moeders vaders broeders berichtje gehaald gehaalt gedraaid geraakt gemaakt gestopt geslapen gevallen gesloten
    gewassen gewezen verliest verbied verbiedt overleg opgehaald opgedaan personen perfect""".split()  # noqa: SIM905
)
"""Gewone woorden die één teken schelen van een woord dat iets betekent."""


def een_teken_anders(a: str, b: str) -> bool:
    """Verschillen ze hoogstens één teken: erbij, eraf, anders, of twee verwisseld?"""
    if a == b or abs(len(a) - len(b)) > 1:
        return a == b
    begin = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ra, rb = a[begin:], b[begin:]
    return ra[1:] == rb or ra == rb[1:] or ra[1:] == rb[1:] or (ra[:2] == rb[1::-1] and ra[2:] == rb[2:])


class Spelling:
    """Zoekt bij een onbekend woord het bekende woord dat één teken scheelt."""

    def __init__(self, woorden: Iterable[str]) -> None:
        self._bij_rest: dict[str, list[str]] = {}
        for woord in sorted({w for w in woorden if len(w) >= KORTST}):
            for rest in (woord, *_zonder_een(woord)):
                self._bij_rest.setdefault(rest, []).append(woord)

    def verbeter(self, woord: str) -> str | None:
        """Het bekende woord, of None als er geen of meer dan één even goed is."""
        if len(woord) < KORTST - 1 or woord in GEWOON or woord.isdigit():
            return None
        gevonden = {
            bekend
            for rest in (woord, *_zonder_een(woord))
            for bekend in self._bij_rest.get(rest, ())
            if bekend[0] == woord[0] and een_teken_anders(woord, bekend)
        }
        return min(gevonden, key=lambda b: (b[-1] != woord[-1], b)) if gevonden else None


def _zonder_een(woord: str) -> Iterator[str]:
    return (woord[:i] + woord[i + 1 :] for i in range(1, len(woord)))
