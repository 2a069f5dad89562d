"""Twee processen met elk zes draden op één SQLite-bestand, met wissen erdoor en een processor die het druk heeft.

`python -m tests.aanval.schrijven SECONDEN [ZAAD]`. Zo houden deur en Rasa elkaar op, zonder de rest eromheen.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bot.opslag import Gesprekken, Kluis, Rij
from tests.aanval.uitslag import Uitslag
from tests.bot.deur.conftest import WORTEL

PROCESSEN, DRADEN = 2, 6
"""Zes draden heeft Python vanzelf op een machine met twee kernen."""
TE_LANG = 3.0
"""Seconden. De deur en Rasa geven het na vijf op, en dan hoort iemand dat het niet lukte."""
ANTWOORD = [{"blok": "tekst", "tekst": "x" * 3000}]


def schrijf(url: str, seconden: float, zaad: int) -> tuple[int, int, float, list[str]]:
    """Eén proces: hoe vaak geschreven en gewist, de langste keer schrijven, en wat er misging."""
    gesprekken, einde = Gesprekken(url, kluis=Kluis("k" * 32)), time.monotonic() + seconden
    duur: list[float] = []
    gewist: list[str] = []
    mis: list[str] = []

    def praat(nr: int) -> None:
        kans, rij, beurt = random.Random(zaad * 100 + nr), None, 0
        while time.monotonic() < einde:
            beurt += 1
            try:
                if rij is not None and kans.random() < 1 / 15:
                    gesprekken.wis(rij.id)
                    gewist.append(rij.id)
                    rij = None
                    continue
                oud = rij if rij is None else gesprekken.lees(rij.id)
                begin = time.monotonic()
                rij = gesprekken.schrijf(oud or Rij(f"{zaad}-{nr}-{beurt}-{'w' * 12}", {}, "b", ANTWOORD))
                duur.append(time.monotonic() - begin)
            except Exception as fout:
                mis.append(type(fout).__name__)
                rij = None

    def reken() -> None:
        while time.monotonic() < einde:
            sum(range(2000))

    draden = [threading.Thread(target=praat, args=(nr,)) for nr in range(DRADEN)] + [threading.Thread(target=reken)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    mis += ["gewist en er nog"] * sum(gesprekken.lees(id_) is not None for id_ in gewist)
    return len(duur), len(gewist), max(duur, default=0.0), mis


def hamer(seconden: float, zaad: int) -> Uitslag:
    """Mis is elke fout, elk gesprek dat na wissen terug is, en een keer schrijven die langer duurt dan `TE_LANG`."""
    with tempfile.TemporaryDirectory() as map_:
        url = f"sqlite:///{Path(map_) / 'gesprekken.db'}"
        opdracht = [sys.executable, "-m", "tests.aanval.schrijven", "proces", url, str(seconden)]
        processen = [
            subprocess.Popen([*opdracht, str(zaad * 10 + nr)], cwd=WORTEL, stdout=subprocess.PIPE, text=True)
            for nr in range(PROCESSEN)
        ]
        regels = [proces.communicate()[0].split("|") for proces in processen]
        assert not any(proces.returncode for proces in processen)
    langst, fouten = max(float(r[2]) for r in regels), [f for r in regels for f in r[3].split()]
    print(*fouten[:10], sep="\n  ", flush=True)
    return Uitslag(
        "schrijven",
        zaad,
        {"keer geschreven": sum(int(r[0]) for r in regels), "keer gewist": sum(int(r[1]) for r in regels)},
        len(fouten) + (langst > TE_LANG),
        {"langste keer schrijven": f"{langst * 1000:.0f} ms"},
    )


if __name__ == "__main__":
    if sys.argv[1] == "proces":
        geschreven, gewist_, langst_, mis_ = schrijf(sys.argv[2], float(sys.argv[3]), int(sys.argv[4]))
        print(geschreven, gewist_, langst_, " ".join(m.replace(" ", "-") for m in mis_), sep="|")
    else:
        sys.exit(hamer(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1).bewaar())
