"""Wat later komt (woorden van een medewerker) naar de browser, als server-sent events. Niets ervan wordt bewaard."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator

from sse_starlette import EventSourceResponse
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.deur.fouten import fout
from bot.deur.gesprek import Gesprek
from bot.deur.sessie import Sessies
from bot.deur.settings import Instellingen
from bot.deur.web.web import KOP
from bot.opslag import Bericht

HARTSLAG = 15
"""Seconden. De widget denkt na drie gemiste slagen dat de lijn weg is."""
PER_GESPREK = 3
"""Een herlaadde pagina laat soms nog even een oude lijn open staan; meer dan dit is geen mens."""


def kanaal(gesprek: str) -> str:
    """Waarop naar dit gesprek gestuurd wordt: `{"van": "medewerker"|"bot", "naam"?, "blokken": [...]}` of `{"soort": ...}`."""
    return f"gesprek:{gesprek}"


class Stroom:
    """De route die openblijft."""

    def __init__(self, inst: Instellingen, gesprek: Gesprek) -> None:
        self._gesprek = gesprek
        self._sessies = Sessies(inst.geheim)
        self._open: Counter[str] = Counter()

    def routes(self) -> list[Route]:
        return [Route("/api/stroom", self.luister, methods=["GET"])]

    async def luister(self, request: Request) -> Response:
        id_ = self._sessies.lees(request.headers.get(KOP))
        if id_ is None or await self._gesprek.hervat(id_) is None:
            return fout("sessie")
        if self._open[id_] >= PER_GESPREK:
            return fout("te_snel")
        return EventSourceResponse(self._berichten(id_), ping=HARTSLAG, sep="\n", send_timeout=30)

    async def _berichten(self, id_: str) -> AsyncIterator[dict[str, str]]:
        self._open[id_] += 1
        try:
            async with self._gesprek.vluchtig.luister(kanaal(id_)) as berichten:
                # de eerste regel gaat meteen: zo weet de browser (en een tussenstation) dat de lijn staat
                yield _regel({"soort": "klaar"})
                async for bericht in berichten:
                    yield _regel(bericht)
        finally:
            self._open[id_] -= 1
            if not self._open[id_]:
                del self._open[id_]


def _regel(bericht: Bericht) -> dict[str, str]:
    return {"data": json.dumps(bericht, ensure_ascii=False, separators=(",", ":"))}
