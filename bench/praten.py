"""Wat er gemeten wordt aan een draaiende bot: hoe lang een beurt duurt, en hoeveel er per seconde kunnen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

from bench.doelen import Doel
from bench.lijn import Lijn

BEURTEN = (2, 10, 40, 80)
KLANTEN = (1, 8, 64)
GEMETEN = "dat weet ik niet"
"""Op elke gemeten beurt hetzelfde: een antwoord op de vraag die er staat. Zo zijn de beurten met elkaar te vergelijken."""
ERTUSSEN = (
    "ja",
    "waarom vraag je dat",
    "nee",
    "iemand die ik ken heeft het gedaan",
    "wat is smaad",
    "wat moet ik nu doen",
)
EERSTE = "er staat een naaktfoto van mij op instagram"
KORT = 12
"""Beurten van een gesprek als het om aantallen gaat."""


async def praat(doel: Doel, lijn: Lijn, tot: int) -> dict[int, list[float]]:
    """Eén gesprek tot en met beurt `tot`; per gemeten beurt de tijden in milliseconden (ook van de beurt ernaast)."""
    uit: dict[int, list[float]] = {nr: [] for nr in BEURTEN}
    gesprek = await doel.begin(lijn)
    await doel.zeg(gesprek, EERSTE)
    for nr in range(3, tot + 2):
        meet = next((b for b in BEURTEN if nr in (b, b + 1)), None)
        tekst = GEMETEN if meet else ERTUSSEN[nr % len(ERTUSSEN)]
        begin = time.perf_counter()
        if not await doel.zeg(gesprek, tekst):
            raise OSError(f"{doel.naam}: leeg antwoord op beurt {nr}")
        if meet:
            uit[meet].append((time.perf_counter() - begin) * 1000)
    return uit


async def om_en_om(doelen: list[Doel], lang: int, kort: int) -> dict[str, dict[int, list[float]]]:
    """Gesprekken, om en om tussen de doelen: `lang` tot beurt 80 en `kort` tot beurt 10."""
    uit: dict[str, dict[int, list[float]]] = {d.naam: {nr: [] for nr in BEURTEN} for d in doelen}
    lijnen = {d.naam: Lijn(d.poort) for d in doelen}
    for doel in doelen:  # opwarmen telt niet
        await praat(doel, lijnen[doel.naam], KORT)
    for tot in _verdeel(lang, kort):
        for doel in doelen:
            for nr, tijden in (await praat(doel, lijnen[doel.naam], tot)).items():
                uit[doel.naam][nr] += tijden
    for lijn in lijnen.values():
        lijn.sluit()
    return uit


async def per_seconde(doel: Doel, klanten: int, seconden: float) -> float:
    """Beurten per seconde met zoveel mensen tegelijk, elk met gesprekken van twaalf beurten."""
    klaar_om = time.perf_counter() + seconden + 1
    tellen_vanaf = klaar_om - seconden
    geteld = 0

    async def klant() -> None:
        nonlocal geteld
        lijn = Lijn(doel.poort)
        while time.perf_counter() < klaar_om:
            gesprek = await doel.begin(lijn)
            for nr in range(KORT):
                await doel.zeg(gesprek, ERTUSSEN[nr % len(ERTUSSEN)] if nr else EERSTE)
                nu = time.perf_counter()
                geteld += tellen_vanaf <= nu <= klaar_om
                if nu > klaar_om:
                    break
        lijn.sluit()

    await asyncio.gather(*(klant() for _ in range(klanten)))
    return geteld / seconden


def _verdeel(lang: int, kort: int) -> Iterable[int]:
    """De lange gesprekken tussen de korte door."""
    for nr in range(max(lang, kort)):
        if nr < lang:
            yield max(BEURTEN)
        if nr < kort:
            yield 10
