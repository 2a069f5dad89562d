"""Het advies op Telegram: eerst één bericht met de stap van nu, dan één met wat erna komt. Alles op een rij is een knop."""

from __future__ import annotations

from typing import Any

Blok = dict[str, Any]
STAP = "stap"
TIJDEN = ("nu", "deze_week", "voor_datum", "later")
VOLUIT = ("waarschuwing", "termijnen")
"""Wat iemand niet mag missen, staat er helemaal."""


def als_pad(blokken: list[Blok]) -> list[Blok]:
    """De blokken zoals ze hier gestuurd worden. Zonder stap vooraan verandert er niets."""
    plek = next((nr for nr, b in enumerate(blokken) if b.get("onderwerp") == STAP), None)
    if plek is None:
        return blokken
    rest = blokken[plek + 1 :]
    regels = [regel for b in rest if b["blok"] == "lijst" for regel in _regels(b)]
    keuzes = [b for b in rest if b["blok"] == "keuze"]
    return [*blokken[: plek + 1], {"blok": "tekst", "tekst": "\n".join(regels)}, *keuzes]


def _regels(b: Blok) -> list[str]:
    punten = b.get("items", ())
    if b["onderwerp"] in VOLUIT:
        return [f"**{b['kop']}**", *(": ".join(filter(None, (p["titel"], p.get("tekst")))) for p in punten)]
    if b["onderwerp"] in TIJDEN:
        return [f"**{b['kop']}**", *(f"{'✓' if p.get('gedaan') else '•'} {p['titel']}" for p in punten)]
    return []
