"""Open lijnen naar Rasa op deze machine. Een gewone HTTP-client kostte de deur meer rekentijd dan al haar eigen werk."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

RUST = 2.0
"""Seconden waarna een lijn die niets deed, dicht mag: Rasa sluit haar zelf na vijf."""
KOP = (
    "{methode} {pad} HTTP/1.1\r\nHost: 127.0.0.1:{poort}\r\nX-Deur-Geheim: {geheim}\r\n"
    "Content-Type: application/json\r\nContent-Length: {lang}\r\n\r\n"
)
Lijn = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class RasaWeg(Exception):
    """Rasa is er niet, is te laat, of zegt iets wat geen HTTP is."""


class Rasalijn:
    """Vraagt Rasa iets over een lijn die open blijft."""

    def __init__(self, poort: int, geheim: str, wacht: float) -> None:
        self._poort, self._geheim, self._wacht = poort, geheim, wacht
        self._vrij: list[tuple[Lijn, float]] = []

    async def vraag(self, methode: str, pad: str, lijf: Any = None, wacht: float | None = None) -> tuple[int, bytes]:
        """De HTTP-code en het lijf. Werpt `RasaWeg`."""
        bytes_ = b"" if lijf is None else json.dumps(lijf).encode()
        kop = KOP.format(methode=methode, pad=pad, poort=self._poort, geheim=self._geheim, lang=len(bytes_))
        try:
            return await asyncio.wait_for(self._vraag(kop.encode() + bytes_), wacht or self._wacht)
        except (OSError, EOFError, ValueError, asyncio.TimeoutError, asyncio.LimitOverrunError) as fout:
            raise RasaWeg(type(fout).__name__) from fout

    async def _vraag(self, verzoek: bytes) -> tuple[int, bytes]:
        while (lijn := self._pak()) is not None:
            try:
                return await self._over(lijn, verzoek)
            except (asyncio.IncompleteReadError, ConnectionError) as fout:
                # net gesloten terwijl zij rustte; nog eens mag, want een beurt heeft een id en telt één keer
                if getattr(fout, "partial", b""):
                    raise
        return await self._over(await asyncio.open_connection("127.0.0.1", self._poort), verzoek)

    def _pak(self) -> Lijn | None:
        while self._vrij:
            lijn, sinds = self._vrij.pop()
            if time.monotonic() - sinds < RUST and not lijn[1].is_closing():
                return lijn
            lijn[1].close()
        return None

    async def _over(self, lijn: Lijn, verzoek: bytes) -> tuple[int, bytes]:
        lezer, schrijver = lijn
        try:
            schrijver.write(verzoek)
            kop = (await lezer.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            lijf = await lezer.readexactly(int(kop.partition("\r\ncontent-length:")[2].partition("\r\n")[0]))
            code = int(kop.split(" ", 2)[1])
        except BaseException:  # ook als wij ophouden met wachten: op deze lijn komt nog het antwoord van toen
            schrijver.close()
            raise
        if "\r\nconnection: close" in kop:
            schrijver.close()
        else:
            self._vrij.append((lijn, time.monotonic()))
        return code, lijf

    def sluit(self) -> None:
        while self._vrij:
            self._vrij.pop()[0][1].close()
