"""De verwarring en de ijking als plaatjes (SVG, voor de browser), zonder een tekenpakket van vijftig megabyte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from bot.leren.tabellen import ijking

HOKJE, RAND, VELD = 26, 190, 420
"""In punten: een hokje van de verwarring, de rand voor de namen, en de zijde van de ijking."""


def teken(map_: Path, naam: str, verward: Counter[tuple[str, str]], paren: Sequence[tuple[float, bool]]) -> list[Path]:
    """Schrijft twee plaatjes in deze map en geeft hun paden."""
    map_.mkdir(parents=True, exist_ok=True)
    bladen = {"verwarring": _verwarring(naam, verward), "ijking": _ijking(naam, paren)}
    paden = []
    for soort, blad in bladen.items():
        pad = map_ / f"{soort}_{naam}.svg"
        pad.write_text(blad, encoding="utf-8")
        paden.append(pad)
    return paden


def _verwarring(naam: str, verward: Counter[tuple[str, str]]) -> str:
    """Een rij per goed label, een kolom per gezegd label; hoe donkerder, hoe groter het deel van de rij."""
    labels = sorted({label for paar in verward for label in paar})
    per_rij = Counter[str]()
    for (goed, _), aantal in verward.items():
        per_rij[goed] += aantal
    stukken = []
    for nr, label in enumerate(labels):
        midden = RAND + nr * HOKJE + HOKJE // 2
        stukken.append(_tekst(RAND - 6, midden + 4, label, "end"))
        stukken.append(f'<g transform="translate({midden + 4} {RAND - 6}) rotate(-90)">{_tekst(0, 0, label)}</g>')
    for (goed, gezegd), aantal in sorted(verward.items()):
        deel = aantal / per_rij[goed]
        x, y = (RAND + labels.index(label) * HOKJE for label in (gezegd, goed))
        stukken.append(
            f'<rect x="{x}" y="{y}" width="{HOKJE}" height="{HOKJE}" fill="#08519c" fill-opacity="{deel:.2f}"/>'
        )
        kleur = "white" if deel > 0.5 else "black"
        stukken.append(_tekst(x + HOKJE // 2, y + HOKJE // 2 + 4, str(aantal), "middle", kleur))
    zijde = RAND + len(labels) * HOKJE + 10
    return _blad(zijde, zijde, f"Verwarring ({naam}): rij is goed, kolom is gezegd", stukken)


def _ijking(naam: str, paren: Sequence[tuple[float, bool]]) -> str:
    """Hoe zeker (naar rechts) naast hoe vaak goed (omhoog). Op de stippellijn klopt het; het getal is hoeveel zinnen."""
    punten = [(40 + zeker * VELD, 30 + (1 - goed) * VELD, n) for zeker, goed, n in ijking(paren)]
    lijn = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in punten)
    stukken = [
        f'<rect x="40" y="30" width="{VELD}" height="{VELD}" fill="none" stroke="grey"/>',
        f'<line x1="40" y1="{30 + VELD}" x2="{40 + VELD}" y2="30" stroke="grey" stroke-dasharray="4"/>',
        f'<polyline points="{lijn}" fill="none" stroke="#08519c" stroke-width="2"/>',
        *(_tekst(x + 5, y + 12, str(n)) for x, y, n in punten),
        _tekst(40 + VELD // 2, VELD + 50, "zo zeker", "middle"),
        _tekst(4, 24, "zo vaak goed"),
    ]
    return _blad(VELD + 60, VELD + 60, f"IJking ({naam})", stukken)


def _tekst(x: float, y: float, tekst: str, anker: str = "start", kleur: str = "black") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anker}" fill="{kleur}">{escape(tekst)}</text>'


def _blad(breed: float, hoog: float, titel: str, stukken: Iterable[str]) -> str:
    vorm = f'width="{breed}" height="{hoog}" font-family="sans-serif" font-size="11"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {vorm}><title>{escape(titel)}</title>'
        f'<rect width="100%" height="100%" fill="white"/>{_tekst(4, 12, titel)}{"".join(stukken)}</svg>\n'
    )
