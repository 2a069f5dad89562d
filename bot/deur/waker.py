"""Taken op de achtergrond: geen ervan gaat stil dood. Mislukt er een, dan komt zij terug, met steeds langere pauzes."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

log = logging.getLogger(__name__)
PAUZE_MIN, PAUZE_MAX = 1.0, 60.0


class Waker:
    """`stand` zegt hoeveel seconden geleden elke taak voor het laatst lukte: dat is wat beheer moet zien."""

    def __init__(self) -> None:
        self._laatst: dict[str, float] = {}
        self._begin = time.monotonic()

    def gelukt(self, naam: str) -> None:
        self._laatst[naam] = time.monotonic()

    def stand(self) -> dict[str, int]:
        """Per taak: seconden sinds zij lukte, of sinds de start als zij nog nooit lukte."""
        return {naam: int(time.monotonic() - laatst) for naam, laatst in sorted(self._laatst.items())}

    async def herhaal(self, naam: str, doe: Callable[[], Awaitable[Any]], elke: float) -> None:
        """Doet dit steeds opnieuw. Een misser telt niet als gelukt, en breekt niets."""
        self._laatst.setdefault(naam, self._begin)
        while True:
            try:
                await doe()
                self.gelukt(naam)
            except Exception as fout:  # alleen de soort: in een melding kunnen woorden of adressen staan
                log.warning("%s lukte niet (%s)", naam, type(fout).__name__)
            await asyncio.sleep(elke)

    async def blijf(self, naam: str, leef: Callable[[], Awaitable[None]]) -> None:
        """Houdt iets in leven wat zelf nooit hoort te stoppen."""
        pauze = PAUZE_MIN
        while True:
            begin = time.monotonic()
            try:
                await leef()
                return
            except Exception as fout:
                if time.monotonic() - begin > PAUZE_MAX:
                    pauze = PAUZE_MIN
                log.warning("%s viel om (%s); opnieuw over %.0f s", naam, type(fout).__name__, pauze)
            await asyncio.sleep(pauze)
            pauze = min(2 * pauze, PAUZE_MAX)
