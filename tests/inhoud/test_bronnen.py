"""Waar het recht op steunt: de wet zelf, gelezen, en niet een samenvatting."""

from __future__ import annotations

from knowledge.bouw import tel_per_soort
from knowledge.bouw.load import Gelezen

MINSTENS = 0.95
"""Zo veel van wat op een wet of verordening steunt, steunt op een tekst die iemand gelezen heeft."""


def test_wat_de_wet_zegt_is_in_de_wet_gelezen(gelezen: Gelezen) -> None:
    per_soort = tel_per_soort(gelezen.inhoud)
    primair, alle = (sum(per_soort[soort][nr] for soort in ("wet", "verordening")) for nr in (0, 1))
    assert alle > 500 and primair / alle >= MINSTENS, f"{primair} van {alle}"


def test_een_tekst_die_niet_van_de_wetgever_zelf_komt_zegt_waar_zij_gelezen_is(gelezen: Gelezen) -> None:
    """Een Europese tekst lazen we in een kopie; welke, staat erbij, zodat iemand het kan nagaan."""
    zonder = [
        bron.id
        for bron in gelezen.inhoud.bronnen
        if bron.soort == "verordening" and bron.nagekeken_tegen == "primair" and "/" not in (bron.opmerking or "")
    ]
    assert zonder == []
