"""Rekenwerk dat duurt (wachtwoorden nakijken, brieven maken), apart van de draden waarin een gesprek gelezen en bewaard wordt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Uit = TypeVar("Uit")


class TeDruk(Exception):
    """De rij is vol; straks weer."""


class Werkplaats:
    """Zoveel `werkers` tegelijk, en hoogstens `rij` die wachten. Een drukke buurman houdt zo nooit een gesprek op."""

    def __init__(self, naam: str, werkers: int, rij: int) -> None:
        self._draden = ThreadPoolExecutor(werkers, naam)
        self._plaatsen = werkers + rij
        self._bezig = 0

    async def doe(self, werk: Callable[..., Uit], *met: object) -> Uit:
        """Werpt `TeDruk` in plaats van eindeloos te wachten."""
        if self._bezig >= self._plaatsen:
            raise TeDruk
        self._bezig += 1
        taak = asyncio.get_running_loop().run_in_executor(self._draden, lambda: werk(*met))
        # wie ophoudt met wachten, maakt nog geen plaats vrij: het werk loopt door
        taak.add_done_callback(self._klaar)
        return await asyncio.shield(taak)

    def _klaar(self, taak: asyncio.Future[Uit]) -> None:
        self._bezig -= 1
        if not taak.cancelled():
            taak.exception()

    def sluit(self) -> None:
        self._draden.shutdown(wait=False, cancel_futures=True)
