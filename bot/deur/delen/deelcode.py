"""Deelcodes: kort genoeg om te zeggen, één keer te gebruiken, en niet te raden.

De som. Een code heeft zes tekens uit een alfabet van 26: 26**6 = 308 915 776 mogelijkheden. Per uur geven we er hoogstens 80 uit.
Ze gelden een uur, en een telvenster kan net omgeslagen zijn, dus er gelden er hoogstens 160 tegelijk. Per uur mogen alle medewerkers samen
20 keer misraden (een medewerker alleen 10 keer). Zo is er in tien jaar minder dan één treffer te verwachten, ook als iemand met een geldig
account dag en nacht raadt. `treffers_in_tien_jaar` rekent het uit, en een test houdt het onder de één.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Literal

from bot.opslag import Vluchtig

ALFABET = "3479ABCDEFGHJKMNPQRSTVWXYZ"
"""Zonder 0 en O, 1, I en L, 2, 5, 6, 8 en U: die lijken op iets anders."""
LENGTE = 6
GELDIG = 3600.0
SPOOR = 24 * 3600.0
"""Zo lang weten we nog dat een code bestond, om te kunnen zeggen waarom hij niet werkt."""
PER_UUR, MIS_PER_UUR, MIS_PER_MEDEWERKER, PER_GESPREK = 80, 20, 10, 3
TEGELIJK = 2 * PER_UUR
"""Zoveel codes kunnen er tegelijk gelden: een telvenster kan net omgeslagen zijn."""
Reden = Literal["vorm", "onbekend", "gebruikt", "ingetrokken", "verlopen", "te_vaak"]
SPOREN: dict[str, Reden] = {"gebruikt": "gebruikt", "ingetrokken": "ingetrokken", "verlopen": "verlopen"}


def treffers_in_tien_jaar() -> float:
    """Te verwachten treffers van wie met geldige accounts tien jaar lang raadt zo vaak als mag."""
    mogelijk: int = len(ALFABET) ** LENGTE
    return MIS_PER_UUR * 24 * 365.25 * 10 * TEGELIJK / mogelijk


@dataclass(frozen=True)
class Gevonden:
    """Een gesprek bij een code, of de reden waarom niet."""

    sessie: str | None
    reden: Reden | None = None


class Deelcodes:
    """Maakt en verzilvert codes. Alles in het vluchtige geheugen."""

    def __init__(self, vluchtig: Vluchtig) -> None:
        self._v = vluchtig

    async def maak(self, sessie: str) -> str | None:
        """Een nieuwe code voor dit gesprek, of None als er te veel gevraagd zijn."""
        if await self._v.tel(f"deel-per-gesprek:{sessie}", GELDIG) > PER_GESPREK:
            return None
        if await self._v.tel("deel-per-uur", GELDIG) > PER_UUR:
            return None
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
            van_mij, samen = f"deelmis:{medewerker}", "deelmis"
            if (
                int(await self._v.haal(van_mij) or 0) >= MIS_PER_MEDEWERKER
                or int(await self._v.haal(samen) or 0) >= MIS_PER_UUR
            ):
                return Gevonden(None, "te_vaak")
            sessie = await self._v.neem(f"deelcode:{code}")
            if sessie is not None:
                await self._v.zet(f"deelspoor:{code}", "gebruikt", SPOOR)
                return Gevonden(sessie)
            await self._v.tel(van_mij, GELDIG)
            await self._v.tel(samen, GELDIG)
            spoor = await self._v.haal(f"deelspoor:{code}")
        return Gevonden(None, SPOREN.get(spoor or "", "onbekend"))
