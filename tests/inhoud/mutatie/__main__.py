"""`make mutatie`: elke mutant van de inhoud, en wie hem merkt. Met een getal N alleen elke N-de mutant,
met een soort (`situaties`) alleen die van die map."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, defaultdict
from itertools import chain
from multiprocessing import get_context

from rich.console import Console
from rich.table import Table

from knowledge.bouw import lees
from tests.inhoud.mutatie.jury import Jury
from tests.inhoud.mutatie.operatoren import mutanten

DELEN = 40
"""In zoveel porties: klein genoeg om de werkers tegelijk klaar te laten zijn."""
Uitslag = tuple[str, str | None, str]
"""De operator, wie het merkte, en welke mutant het was."""
JURY: Jury
"""Van dit proces: gemaakt vóór de splitsing, zodat elke werker hem al heeft."""


def main(elke: int = 1, soort: str = "") -> int:
    global JURY
    begin, gelezen = time.perf_counter(), lees()
    JURY = Jury(gelezen)
    kapot = JURY.kapot()
    if kapot:
        print(f"Een voorbeeld klopt nu al niet, en dan lijkt elke mutant op te vallen: {kapot}", file=sys.stderr)
        return 1
    van_soort = [nr for nr, mutant in enumerate(mutanten(gelezen.inhoud)) if soort in ("", mutant.soort)]
    delen = [van_soort[::elke][nr::DELEN] for nr in range(DELEN)]
    per_operator: dict[str, Counter[str]] = defaultdict(Counter)
    over: list[str] = []
    with get_context("fork").Pool(os.cpu_count()) as werkers:
        for operator, door, naam in chain.from_iterable(werkers.imap_unordered(_weeg, delen)):
            per_operator[operator][door or ""] += 1
            if door is None:
                over.append(naam)
    _toon(per_operator, sorted(over), time.perf_counter() - begin)
    return 0


def _weeg(nummers: list[int]) -> list[Uitslag]:
    """Deze mutanten langs de jury. Elke werker maakt ze zelf: een mutant doorgeven kost meer dan hem maken."""
    gekozen = set(nummers)
    alle = (mutant for nr, mutant in enumerate(mutanten(JURY.gelezen.inhoud)) if nr in gekozen)
    return [(mutant.operator, JURY.merkt(mutant), str(mutant)) for mutant in alle]


def _toon(per_operator: dict[str, Counter[str]], over: list[str], seconden: float) -> None:
    console, totaal = Console(width=140), sum((rij for rij in per_operator.values()), Counter())
    for mutant in over:
        console.print(f"overleeft · {mutant}", markup=False, highlight=False)
    wie = [naam for naam, _ in totaal.most_common() if naam]
    tabel = Table(title="Mutatie van de inhoud: wie merkte het")
    for kop in ("operator", "mutanten", "gemerkt", "score", *wie):
        tabel.add_column(kop, justify="left" if kop == "operator" else "right")
    for operator, rij in [*sorted(per_operator.items()), ("samen", totaal)]:
        aantal, gemerkt = sum(rij.values()), sum(n for naam, n in rij.items() if naam)
        tabel.add_row(operator, str(aantal), str(gemerkt), f"{gemerkt / aantal:.2f}", *(str(rij[naam]) for naam in wie))
    console.print(tabel)
    console.print(f"{seconden:.0f} seconden")


if __name__ == "__main__":
    sys.exit(main(int((sys.argv[1:] or ["1"])[0]), (sys.argv[2:] or [""])[0]))
