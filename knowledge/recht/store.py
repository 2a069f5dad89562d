"""`kennis.db` lezen: alleen lezen, en opnieuw zodra er een nieuwe staat."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from knowledge import schema
from knowledge.errors import KennisFout
from knowledge.recht.kennis import Kennis
from knowledge.schema import BESTANDEN, FORMAAT, MAPPEN
from knowledge.stam import plat, stammen


@dataclass(frozen=True)
class Vondst:
    """Een zoekresultaat. `score`: lager is beter (bm25)."""

    soort: str
    id: str
    titel: str
    tekst: str
    score: float


def _stammen_van(woorden: str) -> frozenset[str]:
    return frozenset(stammen(woorden, stopwoorden=True))


_VRAAGT_NAAR = (
    (_stammen_van("lang termijn wanneer verjaart verjaren verjaring binnen laat maanden tijd"), ("termijn", "begrip")),
    (_stammen_van("kost kosten duur betalen gratis geld"), ("route", "begrip", "instantie")),
    (_stammen_van("strafbaar straf verboden verbod illegaal wet wettelijk misdrijf"), ("grond", "begrip")),
    (_stammen_van("betekent betekenis verschil begrip term"), ("begrip", "grond")),
    (_stammen_van("bellen nummer telefoonnummer doet organisatie"), ("instantie",)),
    (_stammen_van("doe krijg vraag klaag kom doen aanvragen beginnen"), ("route",)),
)
"""Wat de woorden van een vraag verraden over wat iemand zoekt."""
ERBIJ = 1.25
"""Zo veel telt dat mee."""
BIJNA_ZO_GOED = 0.4
"""Wat veel slechter past dan het beste, laten we weg: drie halve antwoorden zijn er geen."""


def rangschik(treffers: list[Vondst], gezocht: tuple[str, ...]) -> list[Vondst]:
    """Zet bovenaan wat past bij het soort vraag. Bij bm25 is lager beter."""
    soorten = {soort for woorden, soorten_ in _VRAAGT_NAAR if woorden & set(gezocht) for soort in soorten_}
    gewogen = [replace(t, score=t.score * (ERBIJ if t.soort in soorten else 1.0)) for t in treffers]
    gewogen.sort(key=lambda t: t.score)
    return [t for t in gewogen if t.score <= BIJNA_ZO_GOED * gewogen[0].score]


class Store:
    """Toegang tot één `kennis.db`. Veilig vanuit meer draden."""

    def __init__(self, pad: Path | str) -> None:
        self.pad = Path(pad)
        self._slot = Lock()
        self._kenmerk: tuple[int, int, int] | None = None
        self._kennis: Kennis | None = None
        self._db: sqlite3.Connection | None = None

    def kennis(self) -> Kennis:
        """De kennis zoals die nu op schijf staat. Werpt `KennisFout` als er nooit een goede was."""
        try:
            stat = self.pad.stat()
        except OSError as fout:
            if self._kennis is not None:
                return self._kennis
            raise KennisFout(f"{self.pad} ontbreekt; maak hem met `make kennis`") from fout
        kenmerk = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if kenmerk == self._kenmerk and self._kennis is not None:
            return self._kennis
        with self._slot:
            if kenmerk != self._kenmerk or self._kennis is None:
                self._herlaad(kenmerk)
            assert self._kennis is not None
            return self._kennis

    def zoek(self, woorden: str, aantal: int = 5) -> list[Vondst]:
        """Zoekt op Nederlandse woordstammen; niets gevonden is een lege lijst."""
        self.kennis()
        return self.zoek_stammen(stammen(woorden), aantal)

    def zoek_stammen(self, gezocht: tuple[str, ...], aantal: int = 5) -> list[Vondst]:
        """Als `zoek`, met stammen die al gemaakt zijn."""
        treffers = self._match(" OR ".join(f'"{stam}"' for stam in dict.fromkeys(gezocht[:24])), 3 * aantal)
        return rangschik(treffers, gezocht)[:aantal]

    def zoek_tijdens_typen(self, woorden: str, meer: tuple[str, ...] = (), aantal: int = 8) -> list[Vondst]:
        """Als `zoek`, waarbij het laatste woord nog niet af hoeft te zijn. `meer`: stammen die ook meetellen."""
        heel = re.findall(r"[^\W_]+", plat(woorden))[:24]
        if not heel:
            return []
        delen = [f'"{stam}"' for stam in dict.fromkeys((*stammen(" ".join(heel)), *meer))]
        if len(heel[-1]) > 1:
            delen.append(f'"{heel[-1]}"*')
        return self._match(" OR ".join(delen), aantal)

    def _match(self, vraag: str, aantal: int) -> list[Vondst]:
        self.kennis()
        if not vraag or self._db is None:
            return []
        with self._slot:
            try:
                rijen = self._db.execute(
                    "select z.soort, z.id, z.titel, z.tekst, bm25(zoek_fts, 6.0, 5.0, 1.0) as score from zoek_fts join zoek z on z.nr = zoek_fts.rowid "
                    "where zoek_fts match ? order by score, z.nr limit ?",
                    (vraag, aantal),
                ).fetchall()
            except sqlite3.Error:
                # het bestand is onder ons overschreven; de kennis zelf zit al in het geheugen, alleen zoeken gaat nu niet
                return []
        return [Vondst(*rij) for rij in rijen]

    def _herlaad(self, kenmerk: tuple[int, int, int]) -> None:
        try:
            db = sqlite3.connect(f"file:{self.pad}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            kennis = _lees(db)
        except (sqlite3.Error, ValueError, KennisFout) as fout:
            if self._kennis is not None:
                return
            raise KennisFout(
                f"{self.pad} is onleesbaar of past niet bij dit programma ({fout}); maak hem opnieuw met `make kennis`"
            ) from fout
        oud, self._db = self._db, db
        self._kennis, self._kenmerk = kennis, kenmerk
        if oud is not None:
            oud.close()


def _lees(db: sqlite3.Connection) -> Kennis:
    meta = dict(db.execute("select sleutel, waarde from meta").fetchall())
    if meta.get("formaat") != str(FORMAAT):
        raise KennisFout(f"formaat {meta.get('formaat')} in plaats van {FORMAAT}")
    delen: dict[str, Any] = {
        soort: tuple(vorm.model_validate_json(rij[0]) for rij in db.execute(f"select json from {soort} order by nr"))
        for soort, vorm in MAPPEN.items()
    }
    los = dict(db.execute("select naam, json from los").fetchall())
    delen |= {naam: vorm.model_validate_json(los[naam]) for naam, vorm in BESTANDEN.items()}
    return Kennis(schema.Inhoud.model_construct(versie=meta["versie"], **delen), meta["hash"])
