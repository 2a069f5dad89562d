"""Voor de jurist: wat nog niet is nagekeken, de bomen, en wat er tussen twee versies van de kennis verandert."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.deur.hulplijn.beheer.akkoord import Akkoord, AkkoordFout, maak_patch
from bot.deur.hulplijn.omgeving import Omgeving
from bot.deur.hulplijn.opslag import Aangemeld, Rol
from bot.kennis import WORTEL, vandaag
from knowledge import Kennis, KennisFout, Store, schema
from knowledge.bewijs import als_svg, als_tekst, boom, verschillen

DIEPTE = 3
HOOGSTENS = 300
ROLLEN: tuple[Rol, ...] = ("jurist", "beheerder")


@dataclass(frozen=True)
class Werk:
    """Een bron op de werklijst, met hoe vaak de inhoud erop steunt."""

    bron: schema.Bron
    gebruikt: int


class Jurist:
    """Werklijst, bomen, verschillen en akkoord."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving

    def routes(self) -> list[Route]:
        b = self._o.bewaakt
        return [
            Route("/jurist", b(self.werklijst, *ROLLEN), methods=["GET"]),
            Route("/jurist/akkoord", b(self.akkoord, *ROLLEN), methods=["POST"]),
            Route("/jurist/boom/{situatie}", b(self.boom, *ROLLEN), methods=["GET"]),
            Route("/jurist/verschil", b(self.verschil, *ROLLEN), methods=["POST"]),
        ]

    async def werklijst(self, _: Request, wie: Aangemeld, __: FormData) -> Response:
        return self._pagina(wie)

    def _pagina(self, wie: Aangemeld, status: int = 200, **meer: object) -> Response:
        kennis = self._o.kennis()
        lijst = werk(kennis)
        return self._o.pagina(
            "jurist.html",
            wie,
            status,
            deel="jurist",
            kennis=kennis,
            werk=lijst,
            geteld=Counter(b.nagekeken_tegen for b in kennis.bronnen.values()),
            situaties=list(kennis.situaties.values()),
            versies=andere_versies(),
            **meer,
        )

    async def akkoord(self, _: Request, wie: Aangemeld, formulier: FormData) -> Response:
        bronnen = tuple(dict.fromkeys(str(b) for b in formulier.getlist("bron")))
        gegeven = Akkoord(wie.account.toon, vandaag(), bronnen, str(formulier.get("tegen", "")))
        try:
            patch = await asyncio.to_thread(maak_patch, gegeven)
        except AkkoordFout as fout:
            return self._pagina(wie, 422, fout=str(fout))
        self._o.logboek.schrijf(wie.account.naam, "akkoord", f"{len(bronnen)} bronnen, {gegeven.tegen}")
        naam = f"nagekeken-{gegeven.dag.isoformat()}.patch"
        return Response(
            patch, media_type="text/x-patch", headers={"Content-Disposition": f'attachment; filename="{naam}"'}
        )

    async def boom(self, request: Request, wie: Aangemeld, _: FormData) -> Response:
        kennis = self._o.kennis()
        situatie = kennis.situaties.get(request.path_params["situatie"])
        if situatie is None:
            return self._o.melding(wie, "Die boom is er niet", "Kies een situatie op de pagina Jurist.", 404)
        svg, tekst = await asyncio.to_thread(_teken, kennis, situatie.id)
        return self._o.pagina("boom.html", wie, deel="jurist", situatie=situatie, svg=svg, tekst=tekst, diepte=DIEPTE)

    async def verschil(self, _: Request, wie: Aangemeld, formulier: FormData) -> Response:
        gekozen = str(formulier.get("versie", ""))
        pad = next((p for p in andere_versies() if p.name == gekozen), None)
        if pad is None:
            return self._pagina(wie, 422, fout="Kies een versie uit de lijst.")
        try:
            oud = await asyncio.to_thread(lambda: Store(pad).kennis())
        except KennisFout:
            return self._pagina(wie, 422, fout=f"{pad.name} is niet te lezen met dit programma.")
        nieuw = self._o.kennis()
        lijst = await asyncio.to_thread(lambda: list(verschillen(oud, nieuw)))
        return self._pagina(wie, verschil=lijst[:HOOGSTENS], totaal=len(lijst), oud=oud)


def werk(kennis: Kennis) -> list[Werk]:
    """Eerst wat niemand las, dan wat alleen uit een andere tekst bekend is; het meest gebruikt bovenaan."""
    gebruikt: Counter[str] = Counter()
    for deel in (
        kennis.gronden,
        kennis.routes,
        kennis.termijnen,
        kennis.instanties,
        kennis.waarschuwingen,
        kennis.begrippen,
    ):
        for ding in deel.values():
            gebruikt.update(ding.bronnen)
    for grond in kennis.gronden.values():
        gebruikt.update(v.bron for v in grond.versies)
        gebruikt.update(u.bron for u in grond.uitspraken)
    open_ = [Werk(b, gebruikt[b.id]) for b in kennis.bronnen.values() if b.nagekeken_tegen != "primair"]
    return sorted(open_, key=lambda w: (w.bron.nagekeken_tegen != "nog_niet", -w.gebruikt, w.bron.id))


def andere_versies() -> list[Path]:
    """Bewaarde kennis naast de huidige: `models/kennis-*.db`."""
    return sorted((WORTEL / "models").glob("kennis-*.db"))


@lru_cache(maxsize=64)
def _teken(kennis: Kennis, situatie: str) -> tuple[str, str]:
    knoop = boom(kennis, kennis.situaties[situatie], vandaag(), DIEPTE)
    return als_svg(knoop), als_tekst(knoop)
