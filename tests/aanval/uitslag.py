"""Wat de lange aanval vond, in getallen. Elk deel bewaart zijn uitslag; `python -m tests.aanval.uitslag` zet de tabel in docs/beheer.md.

Een deel mag in stukken, elk met een eigen zaad: de aantallen worden opgeteld.
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from bot.deur.delen.deelcode import treffers_in_tien_jaar
from tests.bot.deur.conftest import WORTEL

MAP = WORTEL / "results" / "aanval"
DOCUMENT = WORTEL / "docs" / "beheer.md"
BEGIN, EINDE = "<!-- uitslag van make attack: begin -->", "<!-- uitslag van make attack: einde -->"
DELEN = {
    "sessies": "sessies raden, vervalsen, hergebruiken",
    "contract": "HTTP volgens `docs/openapi.yaml`, goed en fout (schemathesis)",
    "rommel": "kapotte invoer over web, zonder script, Telegram, balie en de lijn naar Rasa",
    "vallen-sqlite": "`kill -9`, SQLite, een deur en een Rasa",
    "vallen-postgres": "`kill -9`, PostgreSQL en Redis, twee deuren en twee Rasa's",
    "schrijven": "twee processen, twaalf schrijvers, een SQLite-bestand",
    "drukte": "drukte (locust), tien berichten per seconde",
    "vol": "verzadiging (locust), alles wat erin gaat",
}


@dataclass
class Uitslag:
    """Eén stuk van één deel. `aantallen` tellen op over stukken; `metingen` staan naast elkaar; `mis` hoort nul te zijn."""

    deel: str
    zaad: int
    aantallen: dict[str, int]
    mis: int
    metingen: dict[str, str] = field(default_factory=dict)
    belasting: list[float] = field(default_factory=list)
    wanneer: str = ""

    def bewaar(self) -> int:
        """Schrijft het stuk weg en drukt het af; geeft 1 als er iets mis was."""
        self.wanneer = datetime.now().strftime("%Y-%m-%d %H:%M")
        self.belasting = [*self.belasting, round(os.getloadavg()[0], 1)]
        MAP.mkdir(parents=True, exist_ok=True)
        (MAP / f"{self.deel}-{self.zaad}.json").write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1))
        print(f"{DELEN[self.deel]}: {_tel(self.aantallen)}; {_metingen([self])}{self.mis} mis", flush=True)
        return 1 if self.mis else 0


def lees() -> list[Uitslag]:
    return [Uitslag(**json.loads(pad.read_text())) for pad in sorted(MAP.glob("*.json"))]


def tabel(uitslagen: list[Uitslag]) -> str:
    rijen = ["| wat | hoeveel | gemeten | mis | belasting | wanneer |", "|---|---|---|--:|--:|---|"]
    for deel, naam in DELEN.items():
        stukken = [u for u in uitslagen if u.deel == deel]
        if not stukken:
            rijen.append(f"| {naam} | niet gedaan | | | | |")
            continue
        som: dict[str, int] = {}
        for u in stukken:
            for wat, aantal in u.aantallen.items():
                som[wat] = som.get(wat, 0) + aantal
        belasting = [b for u in stukken for b in u.belasting]
        cellen = (
            naam,
            _tel(som),
            _metingen(stukken).removesuffix("; "),
            str(sum(u.mis for u in stukken)),
            f"{min(belasting):.1f} tot {max(belasting):.1f}",
            max(u.wanneer for u in stukken),
        )
        rijen.append("| " + " | ".join(cellen) + " |")
    treffers = f"{treffers_in_tien_jaar():.2f}".replace(".", ",")
    rijen.append(
        f"| een deelcode raden zo vaak als mag | tien jaar, dag en nacht | {treffers} treffers verwacht | 0 | | berekend |"
    )
    kernen = os.cpu_count()
    return "\n".join(
        (
            *rijen,
            "",
            f"Machine: {kernen} kernen; belasting is de load average van een minuut, ons eigen werk meegeteld.",
        )
    )


def zet_in(document: Path, tekst: str, merken: tuple[str, str] = (BEGIN, EINDE)) -> None:
    """Vervangt alleen wat tussen de merken staat."""
    begin, einde = merken
    heel = document.read_text(encoding="utf-8")
    patroon = re.compile(re.escape(begin) + r".*?" + re.escape(einde), re.DOTALL)
    assert patroon.search(heel), f"{document} heeft geen blok voor de uitslag"
    document.write_text(patroon.sub(lambda _: f"{begin}\n{tekst}\n{einde}", heel), encoding="utf-8")


def _tel(aantallen: dict[str, int]) -> str:
    return ", ".join(f"{f'{aantal:,}'.replace(',', '.')} {wat}" for wat, aantal in aantallen.items())


def _metingen(stukken: list[Uitslag]) -> str:
    namen = list(dict.fromkeys(naam for u in stukken for naam in u.metingen))
    uit = [f"{naam} {' / '.join(u.metingen[naam] for u in stukken if naam in u.metingen)}" for naam in namen]
    return "".join(f"{regel}; " for regel in uit)


if __name__ == "__main__":
    zet_in(DOCUMENT, tabel(lees()))
    print(tabel(lees()))
    sys.exit(any(u.mis for u in lees()))
