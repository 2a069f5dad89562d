"""Lijnen op een schaal met machten van tien, als SVG: genoeg om twee bots naast elkaar te zien."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

KLEUREN = ("#d95f02", "#1b6ca8", "#666666", "#33a02c")
BREED, HOOG, RAND = 420, 300, 50
Punt = tuple[float, float, float, float]
"""x, en daarbij laag, midden en hoog."""


@dataclass(frozen=True)
class Grafiek:
    titel: str
    onder: str
    links: str
    lijnen: dict[str, Sequence[Punt]]
    x_log: bool = False


def teken(grafieken: Sequence[Grafiek]) -> str:
    """Alle grafieken naast elkaar."""
    breed, hoog = (BREED + 2 * RAND) * len(grafieken), HOOG + 2 * RAND
    delen = [
        f'<g transform="translate({nr * (BREED + 2 * RAND)} 0)">{_een(grafiek)}</g>'
        for nr, grafiek in enumerate(grafieken)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{breed}" height="{hoog}" font-family="sans-serif" font-size="11">'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(delen)}</svg>\n'
    )


def _een(grafiek: Grafiek) -> str:
    punten = [punt for lijn in grafiek.lijnen.values() for punt in lijn]
    uit = [_tekst(RAND, 20, grafiek.titel), _tekst(RAND, RAND - 8, grafiek.links)]
    uit.append(_tekst(RAND + BREED // 2, HOOG + RAND + 36, grafiek.onder))
    if not punten:
        return "".join(uit)
    x = _schaal([p[0] for p in punten], RAND, RAND + BREED, grafiek.x_log)
    y = _schaal([waarde for p in punten for waarde in p[1:]], RAND + HOOG, RAND, True)
    uit.append(f'<rect x="{RAND}" y="{RAND}" width="{BREED}" height="{HOOG}" fill="none" stroke="#cccccc"/>')
    for waarde in sorted({p[0] for p in punten}):
        uit.append(_tekst(x(waarde), RAND + HOOG + 16, f"{waarde:g}", "middle"))
    for waarde in (min(p[1] for p in punten), max(p[3] for p in punten)):
        uit.append(_tekst(RAND - 4, y(waarde) + 4, f"{waarde:.3g}", "end"))
    for nr, (naam, lijn) in enumerate(grafiek.lijnen.items()):
        kleur = KLEUREN[nr % len(KLEUREN)]
        vlak = [(x(p[0]), y(p[1])) for p in lijn] + [(x(p[0]), y(p[3])) for p in reversed(lijn)]
        uit.append(f'<polygon points="{_reeks(vlak)}" fill="{kleur}" fill-opacity="0.2"/>')
        midden = [(x(p[0]), y(p[2])) for p in lijn]
        uit.append(f'<polyline points="{_reeks(midden)}" fill="none" stroke="{kleur}" stroke-width="2"/>')
        uit += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{kleur}"/>' for a, b in midden]
        uit.append(_tekst(RAND + 8, RAND + 16 + 14 * nr, naam, kleur=kleur))
    return "".join(uit)


def _schaal(waarden: Sequence[float], van: float, tot: float, log: bool) -> Callable[[float], float]:
    om: Callable[[float], float] = (lambda w: math.log10(max(w, 1e-9))) if log else float
    laag, hoog = om(min(waarden)), om(max(waarden))
    return lambda w: van + (tot - van) * ((om(w) - laag) / (hoog - laag) if hoog > laag else 0.5)


def _reeks(punten: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{a:.1f},{b:.1f}" for a, b in punten)


def _tekst(x: float, y: float, tekst: str, anker: str = "start", kleur: str = "black") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anker}" fill="{kleur}">{escape(tekst)}</text>'
