"""Een HTTP-lijn die open blijft en zelf bijna niets kost: de meter deelt twee kernen met wat hij meet."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

KOPPEN = "POST {pad} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {lang}\r\n{meer}\r\n"
RUST = 2.0
"""Seconden waarna een lijn opnieuw wordt geopend."""


class Lijn:
    """Eén verbinding naar één poort op deze machine."""

    def __init__(self, poort: int) -> None:
        self._poort = poort
        self._lees: asyncio.StreamReader | None = None
        self._schrijf: asyncio.StreamWriter | None = None
        self._gebruikt = 0.0

    async def post(self, pad: str, lijf: dict[str, Any], koppen: dict[str, str] | None = None) -> Any:
        """Het antwoord als JSON. Werpt `OSError` als er geen goed antwoord komt."""
        if time.monotonic() - self._gebruikt > RUST:  # een server sluit een lijn die rust
            self.sluit()
        if self._schrijf is None or self._lees is None:
            self._lees, self._schrijf = await asyncio.open_connection("127.0.0.1", self._poort, limit=2**22)
        bytes_ = json.dumps(lijf).encode()
        meer = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in (koppen or {}).items())
        kop = KOPPEN.format(pad=pad, host=f"127.0.0.1:{self._poort}", lang=len(bytes_), meer=meer)
        try:
            self._schrijf.write(kop.encode() + bytes_)
            antwoord = (await self._lees.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            lang = int(antwoord.partition("content-length:")[2].partition("\r\n")[0])
            inhoud = await self._lees.readexactly(lang)
        except (asyncio.IncompleteReadError, ValueError) as fout:
            self.sluit()
            raise OSError("geen heel antwoord") from fout
        if " 200 " not in antwoord.partition("\r\n")[0]:
            raise OSError(antwoord.partition("\r\n")[0])
        self._gebruikt = time.monotonic()
        return json.loads(inhoud)

    def sluit(self) -> None:
        if self._schrijf is not None:
            self._schrijf.close()
        self._lees = self._schrijf = None
