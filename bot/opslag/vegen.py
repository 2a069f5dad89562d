"""Gewist is ook weg uit het logbestand van SQLite, en uit de sleutelbos van een server, zonder dat anderen daarop wachten."""

from __future__ import annotations

import logging
import threading
import time

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.opslag.databank import WACHT

log = logging.getLogger(__name__)
HOUD_OP = 50
"""Milliseconden dat één poging op een lezer wacht. Zolang schrijft er niemand, dus veel korter dan `WACHT`."""
RUST = (0.02, 0.25)
"""Seconden tussen twee pogingen, van kort (een ander veegt ook) naar langer dan SQLite een wachtende schrijver laat slapen."""


class Veger:
    """Leegt het logbestand. Wie er tegelijk om vraagt, deelt één keer vegen."""

    def __init__(self, db: Engine) -> None:
        self._db = db
        self._beurt = threading.Lock()
        self._begonnen = self._schoon = 0

    def veeg(self) -> bool:
        """Staat wat tot nu toe gewist is nergens meer? False als een lezer het te lang vasthoudt; dan veegt de volgende het mee."""
        # pas een keer die ná nu begint, neemt mee wat wij net wisten
        nodig, einde, rust = self._begonnen + 1, time.monotonic() + WACHT, RUST[0]
        with self._beurt:
            while self._schoon < nodig:
                self._begonnen += 1
                if self._leeg():
                    self._schoon = self._begonnen
                elif time.monotonic() > einde:
                    log.warning("wat gewist is, is nog niet overal weg: iemand leest al te lang")
                    return False
                else:
                    time.sleep(rust)
                    rust = min(2 * rust, RUST[1])
        return True

    def _leeg(self) -> bool:
        return self._leeg_sqlite() if self._db.dialect.name == "sqlite" else self._leeg_bos()

    def _leeg_bos(self) -> bool:
        """Schrijft de sleutelbos opnieuw, zonder wat eruit weg is. Wie al las voor dit begon, kan het oude nog vasthouden."""
        with self._db.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            if not sa.inspect(verbinding).has_table("sleutelbos"):
                return True
            begin = verbinding.execute(sa.text("select clock_timestamp()")).scalar()
            verbinding.exec_driver_sql(f"set lock_timeout = {WACHT * 1000}")
            try:
                verbinding.exec_driver_sql("vacuum (full) sleutelbos")
            except sa.exc.DBAPIError:
                return False
            finally:
                verbinding.exec_driver_sql("reset lock_timeout")
            ouder = sa.text(
                "select count(*) from pg_stat_activity where pid <> pg_backend_pid()"
                " and datname = current_database() and xact_start < :begin"
            )
            return verbinding.execute(ouder, {"begin": begin}).scalar() == 0

    def _leeg_sqlite(self) -> bool:
        with self._db.connect() as verbinding:
            _wacht_hoogstens(verbinding, HOUD_OP)
            try:
                # op slot geeft hier geen fout maar een 1: een ander veegt, of leest nog van voor het wissen
                return bool(verbinding.exec_driver_sql("pragma wal_checkpoint(TRUNCATE)").scalar() == 0)
            finally:
                _wacht_hoogstens(verbinding, WACHT * 1000)


def _wacht_hoogstens(verbinding: Connection, milliseconden: int) -> None:
    verbinding.exec_driver_sql(f"pragma busy_timeout={milliseconden}")
