"""Eén rij per gesprek: de stand, het laatste antwoord van ons, en een versienummer. Nooit woorden van de persoon.

Alles behalve de id, de versie en de tijd staat versleuteld in één kolom.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.opslag.databank import open_databank, ruim_opzij
from bot.opslag.sleutelbos import Sleutelbos, maak_bos
from bot.opslag.sleutels import Kluis, Onleesbaar
from bot.opslag.vegen import Veger

log = logging.getLogger(__name__)
METADATA = sa.MetaData()
KLOK_MARGE = 300.0
"""Seconden die klokken van machines mogen verschillen."""
GESPREKKEN = sa.Table(
    "gesprekken",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("inhoud", sa.LargeBinary, nullable=False),
    sa.Column("versie", sa.Integer, nullable=False),
    sa.Column("bijgewerkt", sa.Float, nullable=False, index=True),
)
BOS = maak_bos(METADATA)


class VersieBotsing(Exception):
    """Iemand anders schreef dit gesprek tussendoor; lees opnieuw."""


@dataclass(frozen=True)
class Rij:
    """`stand`: `knowledge.Stand` als JSON; `beurt`: id van de laatst beantwoorde beurt; `antwoord`: de blokken daarvan."""

    id: str
    stand: dict[str, Any]
    beurt: str | None = None
    antwoord: list[dict[str, Any]] | None = None
    versie: int = 0
    bijgewerkt: float = 0.0


class Gesprekken:
    """Bewaart gesprekken in SQLite of PostgreSQL, hooguit `uren` lang."""

    def __init__(self, url: str, uren: float = 24.0, kluis: Kluis | None = None) -> None:
        self.uren = uren
        self._kluis = kluis or Kluis.uit_omgeving()
        self._url = url
        self.db = open_databank(url, METADATA, _vervang_oude_vorm, per_opdracht=True)
        self.bos = Sleutelbos(self.db, BOS)
        self._veger = Veger(self.db)

    def lees(self, id_: str, nu: float | None = None) -> Rij | None:
        """De rij, of None als die er niet is, verlopen is of met geen sleutel te lezen."""
        with self.db.connect() as verbinding:
            rij = verbinding.execute(sa.select(GESPREKKEN).where(GESPREKKEN.c.id == id_)).mappings().first()
        if rij is None or rij["bijgewerkt"] < self._grens(nu):
            return None
        try:
            inhoud = self.bos.open(id_, self._kluis.open(rij["inhoud"]))
        except Onleesbaar:
            log.error("een rij is met geen van onze sleutels te lezen en wordt gewist")
            self.wis(id_)
            return None
        if inhoud["id"] != id_:  # een rij die naar een andere plek is gezet
            return None
        return Rij(id_, inhoud["stand"], inhoud["beurt"], inhoud["antwoord"], rij["versie"], rij["bijgewerkt"])

    def schrijf(self, rij: Rij, nu: float | None = None) -> Rij:
        """Schrijft `rij` als haar versie nog de laatste is, en geeft haar terug met de nieuwe versie. Werpt `VersieBotsing`."""
        nieuw = replace(rij, versie=rij.versie + 1, bijgewerkt=time.time() if nu is None else nu)
        inhoud = {"id": nieuw.id, "stand": nieuw.stand, "beurt": nieuw.beurt, "antwoord": nieuw.antwoord}
        try:
            dicht = self._kluis.sluit(self.bos.sluit(rij.id, inhoud, rij.versie == 0))
        except Onleesbaar:  # gewist terwijl deze beurt liep
            raise VersieBotsing(rij.id) from None
        waarden = {"inhoud": dicht, "versie": nieuw.versie, "bijgewerkt": nieuw.bijgewerkt}
        with self.db.connect() as verbinding:
            if rij.versie == 0:
                try:
                    verbinding.execute(sa.insert(GESPREKKEN).values(id=rij.id, **waarden))
                    return nieuw
                except sa.exc.IntegrityError:
                    # een verlopen rij met dezelfde id is weg voor de lezer, en dus ook voor de schrijver
                    deze = GESPREKKEN.c.bijgewerkt < self._grens(nu)
            else:
                deze = GESPREKKEN.c.versie == rij.versie
            klaar = verbinding.execute(sa.update(GESPREKKEN).where(GESPREKKEN.c.id == rij.id, deze).values(**waarden))
            if klaar.rowcount != 1:
                raise VersieBotsing(rij.id)
        return nieuw

    def wis(self, id_: str) -> None:
        self.bos.vernietig(id_)
        with self.db.connect() as verbinding:
            verbinding.execute(sa.delete(GESPREKKEN).where(GESPREKKEN.c.id == id_))
        self.veeg()

    def veeg(self) -> bool:
        """Haalt ook uit het logbestand ernaast wat gewist is. Zie `Veger`."""
        return self._veger.veeg()

    def ruim_op(self, nu: float | None = None) -> int:
        """Verwijdert wat verlopen is; geeft het aantal."""
        ruim_opzij(self._url, self.uren)
        dag = time.time() if nu is None else nu
        with self.db.begin() as verbinding:
            # de klok is teruggezet: wat in de toekomst geschreven lijkt, telt vanaf nu en blijft niet te lang
            verbinding.execute(
                sa.update(GESPREKKEN).where(GESPREKKEN.c.bijgewerkt > dag + KLOK_MARGE).values(bijgewerkt=dag)
            )
            aantal = int(
                verbinding.execute(sa.delete(GESPREKKEN).where(GESPREKKEN.c.bijgewerkt < self._grens(nu))).rowcount
            )
        self.bos.ruim_op(GESPREKKEN)
        # ook zonder aantal: een wissen dat halverwege viel, is hiermee af
        self.veeg()
        return aantal

    def hersluit(self) -> int:
        """Zet elke rij onder de nieuwste sleutel (na een wissel); geeft het aantal. Onleesbare rijen gaan weg."""
        return hersluit(self.db, GESPREKKEN, self._kluis)

    def aantal(self) -> int:
        with self.db.connect() as verbinding:
            return int(verbinding.execute(sa.select(sa.func.count()).select_from(GESPREKKEN)).scalar() or 0)

    def ids(self) -> list[str]:
        with self.db.connect() as verbinding:
            return [rij[0] for rij in verbinding.execute(sa.select(GESPREKKEN.c.id))]

    def _grens(self, nu: float | None) -> float:
        return (time.time() if nu is None else nu) - self.uren * 3600


def hersluit(db: Engine, tabel: sa.Table, kluis: Kluis) -> int:
    """Zet elke rij van `tabel` onder de nieuwste sleutel en geeft het aantal. Wat met geen sleutel te lezen is, gaat weg."""
    with db.connect() as verbinding:
        ids = [rij[0] for rij in verbinding.execute(sa.select(tabel.c.id))]
    aantal = 0
    for id_ in ids:
        with db.begin() as verbinding:
            bytes_ = verbinding.execute(sa.select(tabel.c.inhoud).where(tabel.c.id == id_)).scalar()
            if bytes_ is None:
                continue
            # niet als iemand de rij intussen schreef: dan staat zij al onder de nieuwste
            deze = (tabel.c.id == id_, tabel.c.inhoud == bytes_)
            try:
                nieuw = kluis.hersluit(bytes_)
            except Onleesbaar:
                verbinding.execute(sa.delete(tabel).where(*deze))
                continue
            aantal += verbinding.execute(sa.update(tabel).where(*deze).values(inhoud=nieuw)).rowcount
    return aantal


def _vervang_oude_vorm(db: Engine) -> None:
    """Een tabel van een vorige versie gaat weg: zij bevat hooguit gesprekken van één dag."""
    kijker = sa.inspect(db)
    if kijker.has_table(GESPREKKEN.name):
        kolommen = {kolom["name"] for kolom in kijker.get_columns(GESPREKKEN.name)}
        if kolommen != set(GESPREKKEN.columns.keys()):
            log.warning("de bewaring heeft een oude vorm en begint opnieuw")
            METADATA.drop_all(db)
