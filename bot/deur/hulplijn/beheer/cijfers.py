"""Wat de hulplijn leert: aantallen als eenvoudige staven. Kleine aantallen blijven verborgen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.deur.hulplijn.beheer.telling import KLEIN, MINUTEN, Telling
from bot.deur.hulplijn.omgeving import Omgeving
from bot.deur.hulplijn.opslag import Aangemeld
from bot.kennis import vandaag
from knowledge import Kennis

DAGEN = (7, 30, 90)
HOOGSTENS = 12
HOOG = 48
GESPREK = {"begonnen": "begonnen", "advies": "tot aan het advies"}
WEG = {"snel": "snel weg", "wis": "wis alles", "stop": "stop"}
DELEN = {"code": "code gevraagd", "geopend": "geopend door een medewerker", "meegepraat": "samen gepraat"}


@dataclass(frozen=True)
class Staaf:
    """Eén staaf; `aantal` None: te klein om te tonen."""

    naam: str
    aantal: int | None

    @property
    def tekst(self) -> str:
        return f"minder dan {KLEIN}" if self.aantal is None else str(self.aantal)


@dataclass(frozen=True)
class Grafiek:
    kop: str
    uitleg: str
    staven: tuple[Staaf, ...]

    @property
    def svg(self) -> str:
        return teken(self.staven)


class Cijfers:
    """De pagina met cijfers."""

    def __init__(self, omgeving: Omgeving, telling: Telling) -> None:
        self._o, self._telling = omgeving, telling

    def routes(self) -> list[Route]:
        return [Route("/cijfers", self._o.bewaakt(self.toon), methods=["GET"])]

    async def toon(self, request: Request, wie: Aangemeld, _: FormData) -> Response:
        gevraagd = request.query_params.get("dagen", "")
        dagen = int(gevraagd) if gevraagd.isdigit() and int(gevraagd) in DAGEN else 30
        geteld = self._telling.lees(vandaag() - timedelta(days=dagen - 1))
        grafieken = maak_grafieken(self._o.kennis(), geteld)
        return self._o.pagina(
            "cijfers.html", wie, deel="cijfers", grafieken=grafieken, dagen=dagen, keuzes=DAGEN, klein=KLEIN
        )


def maak_grafieken(kennis: Kennis, geteld: dict[str, Counter[str]]) -> list[Grafiek]:
    """Alle grafieken. Wie stopt bij een vraag: vaker gevraagd dan verlaten."""
    leeg: Counter[str] = Counter()
    gestopt = geteld.get("gevraagd", leeg) - geteld.get("beantwoord", leeg)
    minuten = geteld.get("minuten", leeg)
    return [
        Grafiek(
            "Gesprekken",
            "Hoeveel er begonnen, en hoeveel tot een advies kwamen.",
            _vast(geteld.get("gesprek", leeg), GESPREK),
        ),
        Grafiek(
            "Waarover",
            "Situaties in de adviezen. Eén gesprek kan er meer hebben.",
            _meest(geteld.get("situatie", leeg), {s.id: s.naam for s in kennis.situaties.values()}),
        ),
        Grafiek(
            "Wat er geadviseerd werd",
            "Routes in de adviezen.",
            _meest(geteld.get("route", leeg), {r.id: r.naam for r in kennis.routes.values()}),
        ),
        Grafiek(
            "Waar mensen stoppen",
            "Vragen die gesteld zijn en waarna niets meer kwam.",
            _meest(gestopt, {f.id: f.vraag for f in kennis.feiten.values()}),
        ),
        Grafiek("Weggaan", "Hoe mensen het gesprek wisten.", _vast(geteld.get("weg", leeg), WEG)),
        Grafiek(
            "Tijd tot het advies",
            "In minuten.",
            _vast(minuten, {naam: naam for naam in (*(n for _, n in MINUTEN), "meer dan 60")}),
        ),
        Grafiek("Delen", "Met een medewerker.", _vast(geteld.get("delen", leeg), DELEN)),
    ]


def _meest(aantallen: Counter[str], namen: dict[str, str]) -> tuple[Staaf, ...]:
    bekend = [(namen[id_], n) for id_, n in aantallen.most_common() if id_ in namen and n > 0]
    return tuple(Staaf(naam, n if n >= KLEIN else None) for naam, n in bekend[:HOOGSTENS])


def _vast(aantallen: Counter[str], namen: dict[str, str]) -> tuple[Staaf, ...]:
    return tuple(
        Staaf(naam, aantallen[id_] if aantallen[id_] >= KLEIN else None)
        for id_, naam in namen.items()
        if aantallen[id_]
    )


def teken(staven: Iterable[Staaf]) -> str:
    """Liggende staven als SVG. De tabel eronder zegt hetzelfde in tekst."""
    rijen = list(staven)
    hoogste = max((s.aantal or 0 for s in rijen), default=0) or 1
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 {HOOG * len(rijen) + 4}" aria-hidden="true" font-size="18">'
    ]
    for nr, staaf in enumerate(rijen):
        y, lengte = HOOG * nr, round(390 * (staaf.aantal or 0) / hoogste)
        naam = staaf.naam if len(staaf.naam) < 56 else f"{staaf.naam[:54]}…"
        delen.append(f'<text x="0" y="{y + 18}">{escape(naam)}</text>')
        delen.append(f'<rect class="staaf" x="0" y="{y + 25}" width="{max(lengte, 2)}" height="13" rx="2"/>')
        delen.append(f'<text class="zacht" x="{max(lengte, 2) + 6}" y="{y + 37}">{escape(staaf.tekst)}</text>')
    return "".join([*delen, "</svg>"])
