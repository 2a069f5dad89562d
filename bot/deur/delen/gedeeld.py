"""Wat er van een gedeelde zaak in het vluchtige geheugen staat: bij wie, en hoe ver. Nooit een feit, nooit een woord."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from bot.opslag import Vluchtig

Fase = Literal["code", "open", "gevraagd", "bezig"]
BEWAREN = 4 * 3600.0
TELEGRAM = "t"
"""Zo begint de naam van een gesprek op Telegram."""
OMROEP = "telegram"
"""Kanaal in het vluchtige geheugen waarop het Telegramkanaal hoort wat een gesprek tussendoor te zien krijgt."""


@dataclass(frozen=True)
class Gedeeld:
    """`fase`: code gegeven · open bij een medewerker · om meepraten gevraagd · samen in gesprek."""

    sessie: str
    fase: Fase
    code: str = ""
    nummer: str = ""
    """Het nummer waaronder de balie deze zaak kent; het gesprek zelf blijft voor haar onbekend."""
    medewerker: str = ""
    toon: str = ""
    live: bool = True
    """Kan dit kanaal tussentijds iets laten zien? Pagina's zonder script kunnen dat niet."""
    gezien: bool = False
    """Weet de persoon al dat de zaak geopend is?"""

    def met(self, **velden: Any) -> Gedeeld:
        return replace(self, **velden)


class Gedeelden:
    """Leest en schrijft de fase van gedeelde zaken, en stuurt berichten naar beide kanten."""

    def __init__(self, vluchtig: Vluchtig) -> None:
        self.vluchtig = vluchtig

    async def van(self, sessie: str) -> Gedeeld | None:
        ruw = await self.vluchtig.haal(f"deel:{sessie}")
        return Gedeeld(**json.loads(ruw)) if ruw else None

    async def bij(self, nummer: str) -> Gedeeld | None:
        """De zaak onder dit nummer, zolang ze gedeeld is."""
        sessie = await self.vluchtig.haal(f"balie-zaak:{nummer}")
        zaak = await self.van(sessie) if sessie else None
        return zaak if zaak is not None and zaak.nummer == nummer else None

    async def bewaar(self, zaak: Gedeeld) -> Gedeeld:
        await self.vluchtig.zet(f"deel:{zaak.sessie}", json.dumps(asdict(zaak)), BEWAREN)
        if zaak.nummer:
            await self.vluchtig.zet(f"balie-zaak:{zaak.nummer}", zaak.sessie, BEWAREN)
        return zaak

    async def vergeet(self, zaak: Gedeeld) -> None:
        await self.vluchtig.neem(f"deel:{zaak.sessie}")
        if zaak.nummer:
            await self.vluchtig.neem(f"balie-zaak:{zaak.nummer}")

    async def gezien(self, sessie: str) -> None:
        """De persoon weet dat de zaak open is. Is het delen intussen gestopt, dan blijft het gestopt."""
        async with self.slot(sessie):
            zaak = await self.van(sessie)
            if zaak is not None:
                await self.bewaar(zaak.met(gezien=True))

    @asynccontextmanager
    async def slot(self, sessie: str) -> AsyncIterator[None]:
        """Persoon en medewerker veranderen de fase nooit tegelijk."""
        async with self.vluchtig.slot(f"deel:{sessie}"):
            yield

    async def naar_persoon(self, zaak: Gedeeld, bericht: dict[str, Any]) -> bool:
        """Is er iemand die het nu ziet?"""
        if zaak.sessie.startswith(TELEGRAM):
            # alle deuren horen de omroep; het merk zorgt dat er één doorstuurt
            bericht = {**bericht, "gesprek": zaak.sessie, "merk": secrets.token_hex(8)}
            return await self.vluchtig.stuur(OMROEP, bericht) > 0
        return await self.vluchtig.stuur(f"gesprek:{zaak.sessie}", bericht) > 0

    async def naar_balie(self, zaak: Gedeeld, bericht: dict[str, Any]) -> bool:
        return bool(zaak.nummer) and await self.vluchtig.stuur(f"hulplijn:{zaak.nummer}", bericht) > 0


def nieuw_nummer() -> str:
    return secrets.token_hex(12)
