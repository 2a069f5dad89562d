"""`make mutatie`: elke mutant van de inhoud, en wie hem merkt. Met een getal N alleen elke N-de mutant."""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict

from rich.console import Console
from rich.table import Table

from knowledge.load import lees
from tests.inhoud.mutatie.jury import Jury
from tests.inhoud.mutatie.operatoren import Mutant, mutanten


def main(elke: int = 1) -> int:
    begin, gelezen = time.perf_counter(), lees()
    jury = Jury(gelezen)
    per_operator: dict[str, Counter[str]] = defaultdict(Counter)
    over: list[Mutant] = []
    for nummer, mutant in enumerate(mutanten(gelezen.inhoud)):
        if nummer % elke:
            continue
        door = jury.merkt(mutant)
        per_operator[mutant.operator][door or ""] += 1
        if door is None:
            over.append(mutant)
    _toon(per_operator, over, time.perf_counter() - begin)
    return 0


def _toon(per_operator: dict[str, Counter[str]], over: list[Mutant], seconden: float) -> None:
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
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
