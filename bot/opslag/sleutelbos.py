"""Een sleutel per gesprek, op een databaseserver. Wissen is hem vernietigen: wat er dan nog ligt, is niet meer te lezen.

PostgreSQL laat gewiste rijen staan in zijn bestanden, zijn logbestanden, kopieën en meelezers. Daarom ligt daar van elk gesprek
alleen iets wat ook met `EHBO_SLEUTELS` niet te openen is. De sleutel van het gesprek staat in een tabel die de server nooit in
zijn logbestanden schrijft en niet meekopieert (`UNLOGGED`), en na elk wissen schrijft hij die kleine tabel over. De prijs: valt de
server zelf om, dan zijn de lopende gesprekken weg. SQLite heeft dit niet nodig: dat overschrijft zelf wat het wist (`databank`).
"""

from __future__ import annotations

import base64
import json
import secrets
import time
import zlib
from typing import Any

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy.engine import Engine

from bot.opslag.sleutels import Onleesbaar

SPELING = 3600.0
"""Een sleutel ligt er net voor zijn rij: zo lang telt hij niet als achtergebleven."""


def maak_bos(metadata: sa.MetaData) -> sa.Table:
    """De tabel met sleutels, bij de tabellen die erop steunen."""
    tabel = sa.Table(
        "sleutelbos",
        metadata,
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("sleutel", sa.LargeBinary, nullable=False),
        sa.Column("gemaakt", sa.Float, nullable=False),
    )
    unlogged = sa.DDL("alter table sleutelbos set unlogged").execute_if(dialect="postgresql")  # type: ignore[no-untyped-call]  # SQLAlchemy
    sa.event.listen(tabel, "after_create", unlogged)
    return tabel


class Sleutelbos:
    """Sluit en opent wat bij één id hoort. `tabel` is van `maak_bos`; op SQLite doet dit niets."""

    def __init__(self, db: Engine, tabel: sa.Table) -> None:
        self._db, self._t = db, tabel
        self.aan = db.dialect.name != "sqlite"

    def sluit(self, id_: str, inhoud: Any, nieuw: bool) -> Any:
        """Wat er bewaard wordt. `nieuw`: het gesprek begint. Werpt `Onleesbaar` als de sleutel intussen vernietigd is."""
        if not self.aan:
            return inhoud
        sleutel = self._maak(id_) if nieuw else self._haal(id_)
        ruw = zlib.compress(json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode(), 1)
        return _slot(sleutel).encrypt(ruw).decode()

    def open(self, id_: str, bewaard: Any) -> Any:
        """Het omgekeerde. Werpt `Onleesbaar`."""
        if not isinstance(bewaard, str):  # SQLite, of bewaard door een vorige versie
            return bewaard
        try:
            return json.loads(zlib.decompress(_slot(self._haal(id_)).decrypt(bewaard.encode())))
        except (InvalidToken, zlib.error, ValueError) as fout:
            raise Onleesbaar from fout

    def vernietig(self, id_: str) -> None:
        if self.aan:
            with self._db.connect() as verbinding:
                verbinding.execute(sa.delete(self._t).where(self._t.c.id == id_))

    def ruim_op(self, rijen: sa.Table, voorvoegsel: str = "") -> None:
        """Sleutels waarvan de rij weg is."""
        if not self.aan:
            return
        over = sa.select(sa.literal(voorvoegsel) + rijen.c.id)
        hoort = self._t.c.id.like(f"{voorvoegsel}%") if voorvoegsel else ~self._t.c.id.contains(":")
        weg = (hoort, self._t.c.id.not_in(over), self._t.c.gemaakt < time.time() - SPELING)
        with self._db.connect() as verbinding:
            verbinding.execute(sa.delete(self._t).where(*weg))
            verbinding.commit()

    def _maak(self, id_: str) -> bytes:
        sleutel = secrets.token_bytes(32)
        try:
            with self._db.connect() as verbinding:
                verbinding.execute(sa.insert(self._t).values(id=id_, sleutel=sleutel, gemaakt=time.time()))
                verbinding.commit()
            return sleutel
        except sa.exc.IntegrityError:  # een ander proces was net voor
            return self._haal(id_)

    def _haal(self, id_: str) -> bytes:
        with self._db.connect() as verbinding:
            sleutel = verbinding.execute(sa.select(self._t.c.sleutel).where(self._t.c.id == id_)).scalar()
        if sleutel is None:
            raise Onleesbaar
        return bytes(sleutel)


def _slot(sleutel: bytes) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(sleutel))
