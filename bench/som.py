"""De som over capaciteit: van wat een beurt kost naar hoeveel machines een miljoen gesprekken per dag vragen."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from bot.kennis import WORTEL

DOCUMENT = WORTEL / "docs" / "capaciteit.md"
BEGIN, EINDE = "<!-- bench.capaciteit: begin -->", "<!-- bench.capaciteit: einde -->"
BEURTEN = 20
"""Van één gesprek."""
GRENS = 0.6
"""Zoveel van een kern rekenen we vol: daarboven lopen wachttijden op."""
TLS = 1.0
"""Aanname, in ms per beurt: nginx met TLS. Niet gemeten."""
PER_DAG, PIEK, UITZENDING = 1_000_000, 4, 10
NAMEN = {
    "deur": ("rekentijd van de deur per beurt langs Rasa", "ms"),
    "rasa": ("rekentijd van Rasa per beurt", "ms"),
    "kern": ("rekentijd van de deur per beurt uit de kern", "ms"),
    "rij": ("een bewaard gesprek na twintig beurten", "kB"),
    "redis": ("opdrachten aan Redis per beurt", "stuks"),
    "mb_deur": ("geheugen van de deur", "MB"),
    "mb_rasa": ("geheugen van Rasa", "MB"),
}


@dataclass(frozen=True)
class Meting:
    """Alles per beurt, behalve `rij` (kB) en het geheugen (MB)."""

    deur: float
    rasa: float
    kern: float
    rij: float
    redis: float
    mb_deur: float
    mb_rasa: float


def blok(m: Meting, waarbij: str) -> str:
    """De metingen en alles wat eruit volgt. Zelfde metingen, zelfde tekst."""
    rijen = ["| gemeten | uitkomst |", "|---|--:|"]
    rijen += [f"| {naam} | {_getal(getattr(m, veld))} {eenheid} |" for veld, (naam, eenheid) in NAMEN.items()]
    langs, uit_kern = m.deur + m.rasa + TLS, m.kern + TLS
    rasa_s = 1000 / m.rasa * GRENS
    gemiddeld = PER_DAG * BEURTEN / 86_400
    piek, zend = gemiddeld * PIEK, gemiddeld * UITZENDING
    paren = math.ceil(piek / rasa_s)
    som = [
        (
            "beurten per seconde van één Rasa (één kern, tot 60% vol)",
            f"1000 / {_getal(m.rasa)} × {_kort(GRENS)}",
            _heel(rasa_s),
        ),
        (
            "beurten per seconde uit de kern van één deur",
            f"1000 / {_getal(m.kern)} × {_kort(GRENS)}",
            _heel(1000 / m.kern * GRENS),
        ),
        (
            "mensen tegelijk op een kleine server (een bericht per 20 seconden)",
            f"{_heel(rasa_s)} × 20",
            _heel(rasa_s * 20),
        ),
        ("beurten per dag", f"{_heel(PER_DAG)} × {BEURTEN}", _heel(PER_DAG * BEURTEN)),
        ("gemiddeld per seconde", f"{_heel(PER_DAG * BEURTEN)} / 86.400", _heel(gemiddeld)),
        (f"avondpiek ({PIEK} keer gemiddeld)", f"{_heel(gemiddeld)} × {PIEK}", _heel(piek)),
        (f"na een uitzending ({UITZENDING} keer gemiddeld)", f"{_heel(gemiddeld)} × {UITZENDING}", _heel(zend)),
        (
            "kernen op de avondpiek, alles langs Rasa",
            f"{_heel(piek)} × {_getal(langs)} ms / {_kort(GRENS)}",
            _heel(piek * langs / 1000 / GRENS),
        ),
        ("paren van deur en Rasa daarvoor", f"{_heel(piek)} / {_heel(rasa_s)}", _heel(paren)),
        (
            "kernen na een uitzending, alles uit de kern",
            f"{_heel(zend)} × {_getal(uit_kern)} ms / {_kort(GRENS)}",
            _heel(zend * uit_kern / 1000 / GRENS),
        ),
        (
            "geheugen van die paren",
            f"{_heel(paren)} × {_heel(m.mb_deur + m.mb_rasa)} MB",
            f"{_heel(paren * (m.mb_deur + m.mb_rasa) / 1000)} GB",
        ),
        ("bewaard tegelijk (24 uur)", f"{_heel(PER_DAG)} × {_getal(m.rij)} kB", f"{_heel(PER_DAG * m.rij / 1e6)} GB"),
        (
            "opdrachten aan Redis op de avondpiek",
            f"{_heel(piek)} × {_getal(m.redis)}",
            f"{_heel(piek * m.redis)} per seconde",
        ),
    ]
    rijen += [
        "",
        f"{waarbij} Aanname, niet gemeten: {_kort(TLS)} ms per beurt voor nginx met TLS.",
        "",
        "| wat volgt daaruit | som | uitkomst |",
        "|---|---|--:|",
    ]
    return "\n".join([*rijen, *(f"| {wat} | {hoe} | {uit} |" for wat, hoe, uit in som)])


def lees(tekst: str) -> tuple[Meting, str]:
    """De metingen terug uit het blok, en de zin eronder."""
    waarden = {}
    for veld, (naam, _) in NAMEN.items():
        treffer = re.search(rf"^\| {re.escape(naam)} \| ([\d.,]+) ", tekst, re.MULTILINE)
        assert treffer, naam
        waarden[veld] = float(treffer[1].replace(".", "").replace(",", "."))
    waarbij = re.search(r"^(.+?) Aanname, niet gemeten", tekst, re.MULTILINE)
    assert waarbij
    return Meting(**waarden), waarbij[1]


def zet_in(m: Meting, waarbij: str) -> None:
    heel = DOCUMENT.read_text(encoding="utf-8")
    voor, _, rest = heel.partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    DOCUMENT.write_text(f"{voor}{BEGIN}\n{blok(m, waarbij)}\n{EINDE}{na}", encoding="utf-8")


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".replace(".", ",")


def _kort(waarde: float) -> str:
    return f"{waarde:g}".replace(".", ",")


def _heel(waarde: float) -> str:
    return f"{round(waarde):,}".replace(",", ".")
