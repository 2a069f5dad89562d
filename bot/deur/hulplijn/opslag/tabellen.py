"""De tabellen van de balie: wie er werkt, wie er is aangemeld, wat er gebeurde, en tellingen. Geen feit en geen woord."""

from __future__ import annotations

import time

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.opslag import open_databank

METADATA = sa.MetaData()
ACCOUNTS = sa.Table(
    "balie_accounts",
    METADATA,
    sa.Column("naam", sa.String(80), primary_key=True),
    sa.Column("toon", sa.String(80), nullable=False),
    sa.Column("rol", sa.String(20), nullable=False),
    sa.Column("hash", sa.Text),
    sa.Column("aan", sa.Boolean, nullable=False),
)
OIDC = sa.Table(
    "balie_oidc",
    METADATA,
    sa.Column("naam", sa.String(80), primary_key=True),
    sa.Column("wie", sa.String(64), nullable=False),
)
"""Welke persoon bij de aanbieder achter een naam zit, als afdruk: een adres kan van eigenaar wisselen, dit niet."""
SESSIES = sa.Table(
    "balie_sessies",
    METADATA,
    sa.Column("sleutel", sa.String(64), primary_key=True),
    sa.Column("naam", sa.String(80), nullable=False, index=True),
    sa.Column("begonnen", sa.Float, nullable=False),
    sa.Column("gezien", sa.Float, nullable=False),
)
POGINGEN = sa.Table(
    "balie_pogingen",
    METADATA,
    sa.Column("sleutel", sa.String(64), primary_key=True),
    sa.Column("mis", sa.Integer, nullable=False),
    sa.Column("laatst", sa.Float, nullable=False),
)
LOGBOEK = sa.Table(
    "balie_logboek",
    METADATA,
    sa.Column("nr", sa.Integer, primary_key=True),
    sa.Column("tijd", sa.Float, nullable=False, index=True),
    sa.Column("wie", sa.String(80), nullable=False),
    sa.Column("wat", sa.String(40), nullable=False),
    sa.Column("waarbij", sa.String(80), nullable=False),
)
TELLINGEN = sa.Table(
    "balie_tellingen",
    METADATA,
    sa.Column("dag", sa.String(10), primary_key=True),
    sa.Column("soort", sa.String(20), primary_key=True),
    sa.Column("sleutel", sa.String(80), primary_key=True),
    sa.Column("aantal", sa.Integer, nullable=False),
)


def open_opslag(url: str) -> Engine:
    """Opent de opslag en maakt wat er nog niet is."""
    return open_databank(url, METADATA)


def ruim_op(db: Engine, langst: float, dagen: int, vergeten_na: float, alles: bool = False) -> int:
    """Verwijdert verlopen sessies, oude pogingen en oude logboekregels; met `alles` elke sessie en poging. Geeft het aantal."""
    nu = time.time()
    verlopen = (
        (SESSIES, SESSIES.c.begonnen < (nu + 1 if alles else nu - langst * 60)),
        (POGINGEN, POGINGEN.c.laatst < (nu + 1 if alles else nu - vergeten_na)),
        (LOGBOEK, LOGBOEK.c.tijd < nu - dagen * 86_400),
    )
    with db.begin() as verbinding:
        return sum(int(verbinding.execute(sa.delete(tabel).where(als)).rowcount) for tabel, als in verlopen)
