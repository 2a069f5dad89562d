"""De balie als één deel van de deur, onder `/hulplijn`."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.deur.delen import Delen, Gedeelden
from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.beheer import Beheer, Cijfers, Jurist, Telling
from bot.deur.hulplijn.omgeving import COOKIE, PAD, Omgeving
from bot.deur.hulplijn.opslag import BEWAREN_DAGEN, VERGETEN_NA, ruim_op
from bot.deur.hulplijn.samen import Openen, Overname
from bot.deur.hulplijn.settings import MIDDELEN, Balie
from bot.deur.hulplijn.toegang import Aanmelden, Oidc
from bot.deur.hulplijn.zaak import Afronden, Raadplegen, Zoeken
from bot.deur.lagen import onleesbaar
from bot.deur.netwerk import HIER
from bot.deur.settings import Instellingen


class Hulplijn:
    """Bouwt de balie en zet het delen in het gesprek aan."""

    def __init__(self, inst: Instellingen, balie: Balie, gesprek: Gesprek) -> None:
        self._o = Omgeving(inst, balie, gesprek, gesprek.vluchtig)
        self.telling = Telling(self._o.db, gesprek.vluchtig)
        gesprek.na_beurt = self.telling.na_beurt
        gesprek.delen = Delen(
            Gedeelden(gesprek.vluchtig),
            gesprek.stand,
            balie.organisatie,
            balie.uren,
            self._o.sessies.aanwezig,
            self.telling.tel,
            self._o.logboek.schrijf,
            HIER.get,
            self._o.sessies.er,
        )

    def ruim_op(self) -> int:
        """Verlopen aanmeldingen, oude pogingen en oude logboekregels gaan weg; geeft het aantal."""
        return ruim_op(self._o.db, self._o.balie.langst, BEWAREN_DAGEN, VERGETEN_NA)

    def mount(self) -> Mount:
        raadplegen = Raadplegen(self._o)
        aanmelden = Aanmelden(self._o)
        delen = (
            aanmelden,
            Oidc(self._o, aanmelden),
            raadplegen,
            Zoeken(self._o),
            Openen(self._o, raadplegen, self.telling),
            Overname(self._o),
            Afronden(self._o),
            Jurist(self._o),
            Cijfers(self._o, self.telling),
            Beheer(self._o),
        )
        app = Starlette(
            routes=[
                Route("/", self._begin),
                *(route for deel in delen for route in deel.routes()),
                Mount("/middelen", StaticFiles(directory=MIDDELEN)),
            ],
            exception_handlers={400: onleesbaar, 404: self._niet_hier},
        )
        return Mount(PAD, app)

    async def _begin(self, _: Request) -> Response:
        return RedirectResponse(f"{PAD}/raadplegen", status_code=303)

    async def _niet_hier(self, request: Request, _: Exception) -> Response:
        wie = self._o.sessies.lees(request.cookies.get(COOKIE))
        return self._o.melding(wie, "Deze pagina is er niet", "Kies een onderdeel in de balk bovenaan.", 404)
