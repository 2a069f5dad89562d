"""Wat het Telegramkanaal per chat onthoudt: versleuteld, onder een pseudoniem, en net zo kort als het gesprek zelf."""

from __future__ import annotations

import hmac
import time
from dataclasses import dataclass, replace
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.deur.delen import TELEGRAM
from bot.opslag import METADATA, Gesprekken, Kluis, Onleesbaar, hersluit, maak_tabellen

CHATS = sa.Table(
    "telegram",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("inhoud", sa.LargeBinary, nullable=False),
    sa.Column("bijgewerkt", sa.Float, nullable=False, index=True),
)
VOOR = "chat:"
"""Zo begint de naam van een chat aan de sleutelbos; een gesprek heeft geen dubbele punt."""
ONTHOUD_UPDATES, ONTHOUD_BERICHTEN = 50, 400


@dataclass(frozen=True)
class Chat:
    """`gezien`: updates die al gedaan zijn; `berichten`: onze eigen berichten, om te kunnen wissen; `vraag`: het bericht met de open knoppen."""

    chat_id: int
    gezien: tuple[int, ...] = ()
    berichten: tuple[int, ...] = ()
    vraag: int | None = None

    def met_update(self, update: int) -> Chat:
        return replace(self, gezien=(*self.gezien, update)[-ONTHOUD_UPDATES:])

    def met_bericht(self, bericht: int, vraag: bool) -> Chat:
        return replace(
            self,
            berichten=(*self.berichten, bericht)[-ONTHOUD_BERICHTEN:],
            vraag=bericht if vraag else self.vraag,
        )


def pseudoniem(geheim: str, chat_id: int) -> str:
    """De naam van dit gesprek in onze bewaring. Zonder het geheim niet naar een persoon te herleiden."""
    return TELEGRAM + hmac.new(geheim.encode(), f"telegram:{chat_id}".encode(), sha256).hexdigest()[:40]


class Chats:
    """Bewaart `Chat` naast de gesprekken, in dezelfde database."""

    def __init__(self, gesprekken: Gesprekken, kluis: Kluis) -> None:
        self._db = gesprekken.db
        self._veeg = gesprekken.veeg
        self._uren = gesprekken.uren
        self._kluis = kluis
        self._bos = gesprekken.bos
        maak_tabellen(self._db, METADATA)

    def lees(self, id_: str) -> Chat | None:
        with self._db.connect() as verbinding:
            rij = verbinding.execute(sa.select(CHATS).where(CHATS.c.id == id_)).mappings().first()
        if rij is None or rij["bijgewerkt"] < self._grens():
            return None
        try:
            ruw = self._bos.open(VOOR + id_, self._kluis.open(rij["inhoud"]))
        except Onleesbaar:
            self.wis(id_)
            return None
        if ruw["id"] != id_:
            return None
        return Chat(ruw["chat"], tuple(ruw["gezien"]), tuple(ruw["berichten"]), ruw["vraag"])

    def schrijf(self, id_: str, chat: Chat) -> None:
        open_ = {
            "id": id_,
            "chat": chat.chat_id,
            "gezien": list(chat.gezien),
            "berichten": list(chat.berichten),
            "vraag": chat.vraag,
        }
        inhoud = self._kluis.sluit(self._bos.sluit(VOOR + id_, open_, nieuw=True))
        with self._db.begin() as verbinding:
            waarden = {"inhoud": inhoud, "bijgewerkt": time.time()}
            if verbinding.execute(sa.update(CHATS).where(CHATS.c.id == id_).values(**waarden)).rowcount == 0:
                verbinding.execute(sa.insert(CHATS).values(id=id_, **waarden))

    def wis(self, id_: str) -> None:
        self._bos.vernietig(VOOR + id_)
        with self._db.connect() as verbinding:
            verbinding.execute(sa.delete(CHATS).where(CHATS.c.id == id_))
        self._veeg()

    def ruim_op(self) -> int:
        aantal = ruim_op(self._db, self._uren)
        self._bos.ruim_op(CHATS, VOOR)
        return aantal

    def hersluit(self) -> int:
        """Zet elke rij onder de nieuwste sleutel; geeft het aantal."""
        return hersluit(self._db, CHATS, self._kluis)

    def _grens(self) -> float:
        return time.time() - self._uren * 3600


def ruim_op(db: Engine, uren: float) -> int:
    """Verwijdert verlopen chats, ook als Telegram intussen uit staat; geeft het aantal."""
    METADATA.create_all(db)
    with db.begin() as verbinding:
        return int(verbinding.execute(sa.delete(CHATS).where(CHATS.c.bijgewerkt < time.time() - uren * 3600)).rowcount)
