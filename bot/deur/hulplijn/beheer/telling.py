"""Tellen zonder te weten wie: aantallen per dag, in het geheugen verzameld en af en toe weggeschreven."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date
from threading import Lock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.deur.hulplijn.opslag import TELLINGEN
from bot.kennis import lees_kennis, vandaag
from bot.opslag import Vluchtig
from knowledge import Stand, adviseer

KLEIN = 5
"""Onder dit aantal laten we geen getal zien: het zou over één iemand kunnen gaan."""
BEGIN_BEWAREN = 24 * 3600.0
MINUTEN = ((2, "tot 2"), (5, "2 tot 5"), (10, "5 tot 10"), (20, "10 tot 20"), (60, "20 tot 60"))


class Telling:
    """`na_beurt` hangt in het gesprek; `schrijf` hoort in een lus van de deur."""

    def __init__(self, db: Engine, vluchtig: Vluchtig) -> None:
        self._db, self._v = db, vluchtig
        self._slot = Lock()
        self._los: Counter[tuple[str, str, str]] = Counter()

    def tel(self, soort: str, sleutel: str, dag: date | None = None) -> None:
        with self._slot:
            self._los[((dag or vandaag()).isoformat(), soort, sleutel[:80])] += 1

    async def na_beurt(
        self, sessie: str, daad: str | None, oud: dict[str, Any] | None, nieuw: dict[str, Any] | None
    ) -> None:
        """Telt wat er gebeurde tussen twee standen. Van het gesprek zelf blijft niets over."""
        if daad == "snel":
            self.tel("weg", "snel")
            return
        if daad in ("start", "opnieuw") or oud is None:
            self.tel("gesprek", "begonnen")
            await self._v.zet(f"begin:{sessie}", str(time.time()), BEGIN_BEWAREN)
        if nieuw is None:
            self.tel("weg", daad if daad in ("wis", "stop") else "wis")
            return
        was, is_ = (oud or {}).get("vraag"), nieuw.get("vraag")
        if was != is_:
            if was:
                self.tel("beantwoord", str(was))
            if is_:
                self.tel("gevraagd", str(is_))
        if nieuw.get("fase") == "advies" and (oud or {}).get("fase") != "advies":
            await self._advies(sessie, nieuw)

    async def _advies(self, sessie: str, ruw: dict[str, Any]) -> None:
        _, kennis = lees_kennis()
        advies = adviseer(kennis, Stand.uit_json(kennis, ruw).zaak, vandaag())
        self.tel("gesprek", "advies")
        for situatie in advies.beoordeling.situaties:
            self.tel("situatie", situatie.id)
        for gekozen in advies.routes:
            self.tel("route", gekozen.route.id)
        begin = await self._v.neem(f"begin:{sessie}")
        if begin:
            minuten = (time.time() - float(begin)) / 60
            self.tel("minuten", next((naam for tot, naam in MINUTEN if minuten < tot), "meer dan 60"))

    def schrijf(self) -> None:
        """Schrijft wat er verzameld is."""
        with self._slot:
            weg, self._los = self._los, Counter()
        with self._db.begin() as v:
            for (dag, soort, sleutel), aantal in weg.items():
                waar = (TELLINGEN.c.dag == dag) & (TELLINGEN.c.soort == soort) & (TELLINGEN.c.sleutel == sleutel)
                raak = v.execute(sa.update(TELLINGEN).where(waar).values(aantal=TELLINGEN.c.aantal + aantal))
                if raak.rowcount == 0:
                    v.execute(sa.insert(TELLINGEN).values(dag=dag, soort=soort, sleutel=sleutel, aantal=aantal))

    def lees(self, vanaf: date) -> dict[str, Counter[str]]:
        """Per soort de aantallen sinds een dag."""
        self.schrijf()
        uit: dict[str, Counter[str]] = {}
        som = sa.func.sum(TELLINGEN.c.aantal)
        vraag = (
            sa.select(TELLINGEN.c.soort, TELLINGEN.c.sleutel, som)
            .where(TELLINGEN.c.dag >= vanaf.isoformat())
            .group_by(TELLINGEN.c.soort, TELLINGEN.c.sleutel)
        )
        with self._db.connect() as v:
            for soort, sleutel, aantal in v.execute(vraag):
                uit.setdefault(soort, Counter())[sleutel] = int(aantal)
        return uit
