"""Deelcodes: kort genoeg om te zeggen, één keer te gebruiken, en niet te raden.

De som. Een code heeft acht tekens uit een alfabet van 26: 26**8 = 208 827 064 576 mogelijkheden. Een medewerker mag per uur tien keer
misraden. Ook als vijftig medewerkers tien jaar lang dag en nacht raden terwijl er steeds vierduizend codes gelden, is er minder dan één
treffer te verwachten. `treffers_in_tien_jaar` rekent het uit, en een test houdt het onder de één.

Er is geen grens voor iedereen samen: die kan één bezoeker volmaken, en dan kan niemand nog delen. Alleen codes die nu gelden tellen,
per aansluiting; wie er een intrekt, krijgt zijn plaats terug.
"""

from __future__ import annotations

import json
import logging
import secrets
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from bot.opslag import Vluchtig

log = logging.getLogger(__name__)

ALFABET = "3479ABCDEFGHJKMNPQRSTVWXYZ"
"""Zonder 0 en O, 1, I en L, 2, 5, 6, 8 en U: die lijken op iets anders."""
LENGTE = 8
GELDIG = 3600.0
SPOOR = 24 * 3600.0
"""Zo lang weten we nog dat een code bestond, om te kunnen zeggen waarom hij niet werkt."""
MIS_PER_MEDEWERKER, PER_GESPREK, PER_NETWERK = 10, 12, 20
"""Missers per uur, codes per uur in één gesprek (wie hem kwijt is vraagt een nieuwe), en codes die nu gelden van één aansluiting."""
MEDEWERKERS, TEGELIJK = 50, 4000
"""Waarmee de som rekent: zoveel mensen raden, en zoveel codes gelden er steeds."""
VEEL_MIS = 20
"""Vanaf zoveel missers per uur van iedereen samen staat het in het log. Het houdt niemand tegen."""
Reden = Literal["vorm", "onbekend", "gebruikt", "ingetrokken", "verlopen", "te_vaak"]
SPOREN: dict[str, Reden] = {"gebruikt": "gebruikt", "ingetrokken": "ingetrokken", "verlopen": "verlopen"}


def treffers_in_tien_jaar() -> float:
    """Te verwachten treffers van wie met geldige accounts tien jaar lang raadt zo vaak als mag."""
    mogelijk: int = len(ALFABET) ** LENGTE
    return MEDEWERKERS * MIS_PER_MEDEWERKER * 24 * 365.25 * 10 * TEGELIJK / mogelijk


class Vol(Enum):
    """Waarvan er nu te veel zijn; de waarde is de zin voor de persoon."""

    GESPREK = "deel_te_vaak"
    NETWERK = "deel_te_druk"


@dataclass(frozen=True)
class Gevonden:
    """Een gesprek bij een code, of de reden waarom niet."""

    sessie: str | None
    reden: Reden | None = None


class Deelcodes:
    """Maakt en verzilvert codes. Alles in het vluchtige geheugen."""

    def __init__(self, vluchtig: Vluchtig) -> None:
        self._v = vluchtig

    async def maak(self, sessie: str, netwerk: str = "") -> str | Vol:
        """Een nieuwe code voor dit gesprek, of waarvan er nu te veel zijn. `netwerk` leeg: alleen het gesprek telt."""
        if await self._v.tel(f"deel-per-gesprek:{sessie}", GELDIG) > PER_GESPREK:
            return Vol.GESPREK
        if not netwerk:
            return await self._nieuw(sessie)
        plek = f"deel-van:{netwerk}"
        async with self._v.slot(plek):
            geldig = [c for c in json.loads(await self._v.haal(plek) or "[]") if await self._v.haal(f"deelcode:{c}")]
            if len(geldig) >= PER_NETWERK:
                return Vol.NETWERK
            code = await self._nieuw(sessie)
            await self._v.zet(plek, json.dumps([*geldig, code]), GELDIG)
        return code

    async def _nieuw(self, sessie: str) -> str:
        while True:
            code = "".join(secrets.choice(ALFABET) for _ in range(LENGTE))
            if await self._v.haal(f"deelspoor:{code}") is None and await self._v.zet(
                f"deelcode:{code}", sessie, GELDIG, alleen_nieuw=True
            ):
                await self._v.zet(f"deelspoor:{code}", "verlopen", SPOOR)
                return code

    async def trek_in(self, code: str) -> None:
        await self._v.neem(f"deelcode:{code}")
        await self._v.zet(f"deelspoor:{code}", "ingetrokken", SPOOR)

    async def verzilver(self, ruw: str, medewerker: str) -> Gevonden:
        """Neemt de code: van twee medewerkers krijgt er één het gesprek. Elke misser telt."""
        code = "".join(teken for teken in ruw.upper() if teken.isalnum())
        if len(code) != LENGTE or not set(code) <= set(ALFABET):
            return Gevonden(None, "vorm")
        # één tegelijk, zodat tellen en proberen niet langs elkaar kunnen lopen
        async with self._v.slot("deelcode"):
            van_mij = f"deelmis:{medewerker}"
            if int(await self._v.haal(van_mij) or 0) >= MIS_PER_MEDEWERKER:
                return Gevonden(None, "te_vaak")
            sessie = await self._v.neem(f"deelcode:{code}")
            if sessie is not None:
                await self._v.zet(f"deelspoor:{code}", "gebruikt", SPOOR)
                return Gevonden(sessie)
            await self._v.tel(van_mij, GELDIG)
            if await self._v.tel("deelmis", GELDIG) == VEEL_MIS:
                log.warning(
                    "er zijn dit uur %d verkeerde deelcodes geprobeerd; kijk in het logboek van de balie", VEEL_MIS
                )
            spoor = await self._v.haal(f"deelspoor:{code}")
        return Gevonden(None, SPOREN.get(spoor or "", "onbekend"))
