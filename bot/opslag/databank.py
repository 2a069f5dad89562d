"""Een database openen: SQLite of PostgreSQL. Ook als meer processen tegelijk beginnen, of als het bestand stuk of op slot is."""

from __future__ import annotations

import contextlib
import fcntl
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool

log = logging.getLogger(__name__)
WACHT = 5
"""Seconden dat we op een slot of een verbinding wachten: daarna is een eerlijk antwoord met de nummers beter."""
POGINGEN = 5
OPZIJ = ".stuk-"


def open_databank(
    url: str, tabellen: sa.MetaData, vooraf: Callable[[Engine], None] = lambda _: None, per_opdracht: bool = False
) -> Engine:
    """De database met haar tabellen. Is zij er nu niet, dan start de deur toch: elk verzoek probeert het opnieuw.

    `per_opdracht`: elke opdracht is meteen af. Dan houdt niemand een slot vast terwijl Python iets anders aan het doen is.
    """
    # leeg is de gewone stand van de database zelf
    los = {"isolation_level": "AUTOCOMMIT"} if per_opdracht else {}
    db = _sqlite(url, tabellen, los) if url.startswith("sqlite") else _server(url, los)
    _maak_later(db, tabellen)
    maak_tabellen(db, tabellen, vooraf)
    return db


def maak_tabellen(db: Engine, tabellen: sa.MetaData, vooraf: Callable[[Engine], None] = lambda _: None) -> None:
    """Maakt wat er nog niet is. Lukt het nu niet, dan later, bij het eerste verzoek dat de tabel mist."""
    try:
        vooraf(db)
        _maak(db, tabellen)
    except (sa.exc.DBAPIError, sqlite3.Error) as fout:
        log.error("de bewaring is nu niet te gebruiken (%s); we blijven het proberen", type(fout).__name__)


def bestand_van(url: str) -> Path | None:
    """Het bestand bij een adres van SQLite, anders None."""
    naam = sa.engine.make_url(url).database if url.startswith("sqlite") else None
    return Path(naam) if naam and naam != ":memory:" else None


def ruim_opzij(url: str, uren: float) -> None:
    """Een kapot bestand blijft niet langer liggen dan een gesprek zelf."""
    bestand = bestand_van(url)
    for oud in bestand.parent.glob(f"{bestand.name}*{OPZIJ}*") if bestand is not None else ():
        with contextlib.suppress(OSError):
            if oud.stat().st_mtime <= time.time() - uren * 3600:
                oud.unlink()


def _server(url: str, opties: dict[str, Any]) -> Engine:
    return sa.create_engine(
        _met_stuurprogramma(url),
        pool_pre_ping=True,
        pool_size=20,
        max_overflow=20,
        connect_args={"connect_timeout": WACHT},
        **opties,
    )


def _met_stuurprogramma(url: str) -> sa.engine.URL:
    """Zegt zelf welk stuurprogramma: wat SQLAlchemy zonder keuze neemt, verschilt per versie (sinds 2.1 een dat hier niet is)."""
    adres = sa.engine.make_url(url.replace("postgres://", "postgresql://", 1))
    return adres.set(drivername="postgresql+psycopg2") if adres.drivername == "postgresql" else adres


def _sqlite(url: str, tabellen: sa.MetaData, opties: dict[str, Any]) -> Engine:
    # Verbindingen blijven open: openen, de pragma's en bij het sluiten het logbestand wegwerken kost tien keer zoveel als
    # de ene rij lezen. De pool geeft een verbinding aan één draad tegelijk, dus SQLite's eigen controle daarop mag uit.
    db = sa.create_engine(
        url,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=56,
        connect_args={"timeout": WACHT, "check_same_thread": False},
        **opties,
    )
    bestand = bestand_van(url)
    if bestand is not None:
        _vervang_als_stuk(bestand)

    @sa.event.listens_for(db, "connect")
    def _pragmas(verbinding: Any, record: Any) -> None:
        # WAL: lezen wacht niet op schrijven. NORMAL: na een stroomstoring hooguit de laatste beurt kwijt, na kill -9 niets.
        # secure_delete: wat gewist is, staat ook niet meer in de vrije bladen van het bestand (en `veeg` leegt het logbestand).
        # Bewust niet: synchronous=OFF (kan het bestand bederven), mmap_size en een grotere cache_size (één rij per beurt
        # past in wat er al is), een exclusief slot (de deur en Rasa lezen hetzelfde bestand).
        try:
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
                verbinding.execute(f"pragma {pragma}")
        except sqlite3.DatabaseError as fout:
            herstel(fout)
            raise
        record.info["bestand"] = _kenmerk(db)

    @sa.event.listens_for(db, "checkout")
    def _zelfde_bestand(_: Any, record: Any, __: Any) -> None:
        # na terugzetten van een kopie is er een ander bestand met dezelfde naam: dan opnieuw openen
        if record.info["bestand"] != _kenmerk(db):
            raise sa.exc.DisconnectionError("de bewaring is een ander bestand geworden")

    @sa.event.listens_for(db, "handle_error")
    def _fout(context: Any) -> None:
        herstel(context.original_exception)

    def herstel(fout: BaseException) -> None:
        # precies deze klasse betekent 'geen database' of 'kapot'; op slot en schijf vol zijn een OperationalError
        if bestand is not None and type(fout) is sqlite3.DatabaseError and _vervang_als_stuk(bestand):
            with contextlib.suppress(sa.exc.DBAPIError):
                _maak(db, tabellen)

    return db


def _kenmerk(db: Engine) -> tuple[int, int] | None:
    try:
        staat = os.stat(db.url.database or "")
    except OSError:
        return None
    return staat.st_dev, staat.st_ino


def _maak(db: Engine, tabellen: sa.MetaData) -> None:
    """Deuren en Rasa starten tegelijk: wie net te laat is, ziet een fout en daarna de tabel van de ander."""
    for poging in range(1, POGINGEN + 1):
        try:
            tabellen.create_all(db)
            return
        except sa.exc.DBAPIError:
            if poging == POGINGEN:
                raise
            time.sleep(0.1 * poging)


def _maak_later(db: Engine, tabellen: sa.MetaData) -> None:
    @sa.event.listens_for(db, "handle_error")
    def _fout(context: Any) -> None:
        melding = str(context.original_exception)
        if context.statement and ("no such table" in melding or "does not exist" in melding):
            with contextlib.suppress(sa.exc.DBAPIError):
                tabellen.create_all(db)


def _vervang_als_stuk(bestand: Path) -> bool:
    """Zet een kapot bestand opzij, zodat er een nieuw begint. Eén proces tegelijk."""
    with _alleen(bestand):
        if not _is_stuk(bestand):
            return False
        merk = f"{OPZIJ}{int(time.time())}"
        for deel in ("-wal", "-shm", ""):
            pad = bestand.with_name(bestand.name + deel)
            if pad.exists():
                os.replace(pad, pad.with_name(pad.name + merk))
        log.error("%s was kapot; het staat opzij als %s%s en er begint een nieuw", bestand.name, bestand.name, merk)
        return True


def _is_stuk(bestand: Path) -> bool:
    if not bestand.exists():
        return False
    try:
        with contextlib.closing(sqlite3.connect(bestand, timeout=WACHT)) as verbinding:
            return bool(verbinding.execute("pragma quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True


@contextlib.contextmanager
def _alleen(bestand: Path) -> Iterator[None]:
    try:
        slot = bestand.with_name(f".{bestand.name}.slot").open("w")
    except OSError:  # een map waar we niet mogen of kunnen schrijven: dan is er ook niets opzij te zetten
        yield
        return
    with slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
