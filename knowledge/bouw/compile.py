"""De inhoud samenpakken tot één bestand: `kennis.db`. Zelfde inhoud, zelfde bytes."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge import schema
from knowledge.bouw.check import controleer
from knowledge.bouw.load import INHOUD, lees
from knowledge.errors import InhoudFout
from knowledge.schema import FORMAAT, MAPPEN
from knowledge.stam import stammen

if TYPE_CHECKING:
    from sqlite_utils import Database


def bouw(doel: Path, map_: Path = INHOUD) -> schema.Inhoud:
    """Leest, controleert en schrijft `doel` in één keer. Werpt `InhoudFout`; het oude bestand blijft dan staan."""
    gelezen = lees(map_)
    meldingen = controleer(gelezen)
    if meldingen:
        raise InhoudFout(meldingen)
    schrijf(gelezen.inhoud, doel)
    return gelezen.inhoud


def schrijf(inhoud: schema.Inhoud, doel: Path) -> None:
    """Schrijft naast het doel en wisselt dan om, zodat een lezer nooit een half bestand ziet."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=doel.parent, prefix=doel.name, suffix=".nieuw")
    os.close(greep)
    try:
        Path(tijdelijk).unlink()
        from sqlite_utils import Database  # alleen wie bouwt, laadt dit

        _vul(Database(tijdelijk), inhoud)
        os.replace(tijdelijk, doel)
    finally:
        Path(tijdelijk).unlink(missing_ok=True)


def inhoud_hash(inhoud: schema.Inhoud) -> str:
    """Een vingerafdruk van de hele inhoud; verandert er iets, dan verandert die mee."""
    alles = inhoud.model_dump(mode="json")
    return hashlib.sha256(json.dumps(alles, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _vul(db: Database, inhoud: schema.Inhoud) -> None:
    db.table("meta").insert_all(
        [
            {"sleutel": "formaat", "waarde": str(FORMAAT)},
            {"sleutel": "versie", "waarde": inhoud.versie},
            {"sleutel": "hash", "waarde": inhoud_hash(inhoud)},
        ],
        pk="sleutel",
    )
    for soort in MAPPEN:
        rijen = [
            {"nr": nr, "id": o.id, "json": o.model_dump_json(exclude_defaults=True)}
            for nr, o in enumerate(getattr(inhoud, soort))
        ]
        db.table(soort).create({"nr": int, "id": str, "json": str}, pk="nr")
        db.table(soort).insert_all(rijen)
    db.table("los").insert_all(
        [
            {"naam": naam, "json": getattr(inhoud, naam).model_dump_json(exclude_defaults=True)}
            for naam in ("gesprek", "veiligheid")
        ],
        pk="naam",
    )
    db.table("zoek").insert_all(
        _zoekrijen(inhoud),
        pk="nr",
        columns={
            "nr": int,
            "soort": str,
            "id": str,
            "titel": str,
            "tekst": str,
            "titelstam": str,
            "vraagstam": str,
            "stam": str,
        },
    )
    db.table("zoek").enable_fts(["titelstam", "vraagstam", "stam"], tokenize="unicode61")
    db.conn.commit()
    db.execute("vacuum")
    db.conn.close()


def _zoekrijen(inhoud: schema.Inhoud) -> Iterator[dict[str, object]]:
    bronnen = {bron.id: bron for bron in inhoud.bronnen}
    rijen: list[tuple[str, str, str, str, str]] = []
    for begrip in inhoud.begrippen:
        rijen.append(("begrip", begrip.id, begrip.naam, begrip.uitleg, " ".join(begrip.ook)))
    for grond in inhoud.gronden:
        artikelen = " ".join(versie.artikel for versie in grond.versies)
        rijen.append(
            (
                "grond",
                grond.id,
                grond.naam,
                grond.uitleg,
                f"{artikelen} {' '.join(grond.verhouding)}",
            )
        )
    for route in inhoud.routes:
        rijen.append(
            (
                "route",
                route.id,
                route.naam,
                route.kort,
                f"{route.levert_op} {route.kan_niet} {route.kosten} {' '.join(s.tekst for s in route.stappen)}",
            )
        )
    for instantie in inhoud.instanties:
        rijen.append(("instantie", instantie.id, instantie.naam, instantie.doet, instantie.kosten))
    for platform in inhoud.platforms:
        eerst = platform.stap or platform.regel
        rijen.append(
            ("platform", platform.id, platform.naam, eerst.tekst, f"{platform.regel.tekst} {platform.nodig.tekst}")
        )
    for termijn in inhoud.termijnen:
        rijen.append(
            (
                "termijn",
                termijn.id,
                termijn.naam,
                termijn.tekst.replace("{laatste_dag}", "de laatste dag").replace("{feiten}", "dit"),
                termijn.na_afloop,
            )
        )
    for grond in inhoud.gronden:
        for verwijzing in grond.uitspraken:
            rijen.append(
                (
                    "bron",
                    verwijzing.bron,
                    bronnen[verwijzing.bron].titel,
                    verwijzing.leert,
                    f"uitspraak rechter {grond.gewone_naam}",
                )
            )
    gevraagd = _gevraagd(inhoud)
    for nr, (soort, id_, titel, tekst, extra) in enumerate(rijen):
        yield {
            "nr": nr,
            "soort": soort,
            "id": id_,
            "titel": titel,
            "tekst": tekst,
            "titelstam": " ".join(stammen(f"{titel} {extra if soort == 'begrip' else ''}", stopwoorden=True)),
            "vraagstam": " ".join(stammen(gevraagd.get((soort, id_), ""), stopwoorden=True)),
            "stam": " ".join(stammen(f"{tekst} {extra}", stopwoorden=True)),
        }


def _gevraagd(inhoud: schema.Inhoud) -> dict[tuple[str, str], str]:
    """Per onderdeel de woorden waarmee mensen ernaar vragen."""
    uit: dict[tuple[str, str], str] = {("grond", grond.id): grond.gewone_naam for grond in inhoud.gronden}
    for zoekwoorden in inhoud.zoekwoorden:
        for plek in zoekwoorden.bij.items():
            uit[plek] = f"{uit.get(plek, '')} {' '.join(zoekwoorden.woorden)}"
    return uit
