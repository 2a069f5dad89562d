"""Een reservekopie van het weinige dat blijft: kennis, modellen, en van de balie accounts, logboek en tellingen.

Gesprekken gaan nooit mee: een kopie zou langer leven dan wat we beloven. Sessies van medewerkers ook niet.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.deur.hulplijn.opslag import ACCOUNTS, LOGBOEK, POGINGEN, SESSIES, TELLINGEN, open_opslag

BLIJFT = (ACCOUNTS, LOGBOEK, TELLINGEN)
BALIE, LIJST = "hulplijn.db", "manifest.json"


class KopieFout(Exception):
    """De kopie kan niet gemaakt of teruggezet worden; de melding zegt waarom. Er is dan niets veranderd."""


@dataclass(frozen=True)
class Plek:
    """Waar op deze machine staat wat in de kopie hoort: naam in de kopie → pad, en het adres van de balie-opslag."""

    bestanden: dict[str, Path]
    balie: str


def maak(plek: Plek, map_: Path) -> dict[str, Any]:
    """Maakt de kopie in een nieuwe of lege map en geeft haar lijst. Werpt `KopieFout`."""
    if map_.exists() and any(map_.iterdir()):
        raise KopieFout(f"{map_} is niet leeg; kies een nieuwe map, dan overschrijft een kopie nooit een andere")
    for naam, pad in plek.bestanden.items():
        if not pad.is_file():
            raise KopieFout(
                f"{pad} is er niet, en hoort als {naam} in de kopie; draai eerst `make run` of `make train`"
            )
    map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    for naam, pad in plek.bestanden.items():
        shutil.copyfile(pad, map_ / naam)
    rijen = _kopieer(open_opslag(plek.balie), _los_bestand(map_ / BALIE))
    lijst = {
        "gemaakt": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "rijen": rijen,
        "sha256": {naam: _hash(map_ / naam) for naam in (*plek.bestanden, BALIE)},
    }
    (map_ / LIJST).write_text(json.dumps(lijst, indent=2) + "\n", encoding="utf-8")
    for bestand in map_.iterdir():
        bestand.chmod(0o600)
    return lijst


def zet_terug(plek: Plek, map_: Path, bestanden: bool = True, balie: bool = True) -> dict[str, Any]:
    """Kijkt eerst of de kopie heel is, en zet haar dan terug. Werpt `KopieFout`."""
    lijst = keur(map_, (*plek.bestanden, BALIE))
    if bestanden:
        klaar = []
        for naam, pad in plek.bestanden.items():
            pad.parent.mkdir(parents=True, exist_ok=True)
            klad = pad.with_name(f".{pad.name}.terug")
            shutil.copyfile(map_ / naam, klad)
            klaar.append((klad, pad))
        for klad, pad in klaar:  # pas als alles er staat: kennis en model horen bij elkaar
            os.replace(klad, pad)
    if balie:
        _kopieer(_los_bestand(map_ / BALIE), open_opslag(plek.balie), wis=(*BLIJFT, SESSIES, POGINGEN))
    return lijst


def keur(map_: Path, namen: tuple[str, ...]) -> dict[str, Any]:
    """De lijst van een hele kopie. Werpt `KopieFout` als er iets ontbreekt of veranderd is."""
    try:
        lijst: dict[str, Any] = json.loads((map_ / LIJST).read_text(encoding="utf-8"))
        hashes = lijst["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise KopieFout(f"{map_ / LIJST} is er niet of is geen lijst van een kopie") from fout
    for naam in namen:
        if not (map_ / naam).is_file():
            raise KopieFout(f"{naam} ontbreekt in {map_}")
        if _hash(map_ / naam) != hashes.get(naam):
            raise KopieFout(f"{naam} in {map_} is niet meer wat het was toen de kopie gemaakt werd")
    return lijst


def _kopieer(van: Engine, naar: Engine, wis: tuple[sa.Table, ...] = ()) -> dict[str, int]:
    """Alle rijen in één transactie aan elke kant; geeft het aantal per tabel."""
    aantal = {}
    with van.begin() as lezer, naar.begin() as schrijver:
        for tabel in wis:
            schrijver.execute(sa.delete(tabel))
        for tabel in BLIJFT:
            rijen = [dict(rij) for rij in lezer.execute(sa.select(tabel)).mappings()]
            if rijen:
                schrijver.execute(sa.insert(tabel), rijen)
            aantal[tabel.name] = len(rijen)
        if naar.dialect.name == "postgresql":
            _volgende_nummer(schrijver)
    naar.dispose()
    van.dispose()
    return aantal


def _volgende_nummer(schrijver: Connection) -> None:
    """PostgreSQL telt zelf verder; na rijen met een eigen nummer moet het weten waar."""
    schrijver.exec_driver_sql(
        "select setval(pg_get_serial_sequence('balie_logboek', 'nr'), (select coalesce(max(nr), 0) + 1 from balie_logboek), false)"
    )


def _los_bestand(pad: Path) -> Engine:
    """Zonder logbestand ernaast: één bestand is de hele kopie."""
    db = sa.create_engine(f"sqlite:///{pad}", poolclass=sa.pool.NullPool)
    if not pad.exists():
        for tabel in BLIJFT:
            tabel.create(db)
    return db


def _hash(pad: Path) -> str:
    return sha256(pad.read_bytes()).hexdigest()
