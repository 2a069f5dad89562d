"""Het logboek: wie wat opende en wanneer. Nooit wat erin stond."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.deur.hulplijn.opslag.tabellen import LOGBOEK

BEWAREN_DAGEN = 180
LEES = 20_000
VOUW = frozenset({"geweigerd", "code_mis", "aanmelden_mis"})
"""Wat iemand eindeloos kan herhalen: één regel per persoon, zodat het de rest niet uit beeld duwt."""
WAT = {
    "aangemeld": "meldde zich aan",
    "aanmelden_mis": "kon zich niet aanmelden",
    "afgemeld": "meldde zich af",
    "code_geopend": "opende een gedeelde zaak",
    "code_mis": "gaf een code die niet werkt",
    "overname_gevraagd": "vroeg om mee te praten",
    "overname_begonnen": "praatte mee",
    "overname_klaar": "gaf het gesprek terug",
    "samenvatting": "maakte een samenvatting",
    "kwitantie": "opende een kwitantiecode",
    "akkoord": "keek een bron na",
    "geweigerd": "mocht iets niet openen",
    "account_gezet": "maakte of vernieuwde een account",
    "account_uit": "zette een account uit",
}
"""Elk soort regel, met hoe de beheerder haar leest."""


@dataclass(frozen=True)
class Regel:
    tijd: str
    wie: str
    wat: str
    waarbij: str
    keer: int = 1
    """Zo vaak gebeurde het; het tijdstip is de laatste keer."""


class Logboek:
    """Schrijft en leest; oude regels verdwijnen vanzelf."""

    def __init__(self, db: Engine) -> None:
        self._db = db

    def schrijf(self, wie: str, wat: str, waarbij: str = "", nu: float | None = None) -> None:
        if wat not in WAT:
            raise ValueError(f"{wat} is geen soort logboekregel")
        nu = time.time() if nu is None else nu
        with self._db.begin() as v:
            v.execute(sa.delete(LOGBOEK).where(LOGBOEK.c.tijd < nu - BEWAREN_DAGEN * 86_400))
            v.execute(sa.insert(LOGBOEK).values(tijd=nu, wie=wie[:80], wat=wat, waarbij=waarbij[:80]))

    def laatste(self, aantal: int = 200) -> list[Regel]:
        with self._db.connect() as v:
            rijen = v.execute(sa.select(LOGBOEK).order_by(LOGBOEK.c.nr.desc()).limit(LEES)).mappings().all()
        zone = ZoneInfo("Europe/Amsterdam")
        keer = Counter((r["wie"], r["wat"]) for r in rijen if r["wat"] in VOUW)
        gehad: set[tuple[str, str]] = set()
        uit: list[Regel] = []
        for r in rijen:
            wie_wat = (r["wie"], r["wat"])
            if wie_wat in gehad:
                continue
            if r["wat"] in VOUW:
                gehad.add(wie_wat)
            tijd = datetime.fromtimestamp(r["tijd"], zone).strftime("%d-%m-%Y %H:%M")
            uit.append(Regel(tijd, r["wie"], WAT[r["wat"]], r["waarbij"], keer.get(wie_wat, 1)))
        return uit[:aantal]
