"""`python -m bot begrijp`: wat er gehoord wordt in een bestand met uitingen of verhalen, een regel JSON per stuk."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

from bot.kennis import lees_kennis, vandaag
from bot.verstaan import verstaander
from knowledge.zaken import Vertaling


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot begrijp", description="Laat zien wat er gehoord wordt.")
    p.add_argument("bestand", nargs="?", type=Path, help="YAML met uitingen (id, text)")
    p.add_argument(
        "--relaas",
        type=Path,
        help="YAML met zaken (ecli, relaas): toon de gehoorde feiten in de woorden van dat bestand",
    )
    p.add_argument(
        "--vertaling",
        type=Path,
        default=Path("tests/evaluatie/vertaling.yaml"),
        help="tabel tussen die woorden en onze feiten",
    )
    args = p.parse_args(argv)
    _, kennis = lees_kennis()
    verstaan, dag = verstaander(kennis), vandaag()
    if args.relaas:
        tabel = Vertaling.lees(args.vertaling)
        for record in yaml.safe_load(args.relaas.read_text(encoding="utf-8"))["cases"]:
            begrepen = verstaan.begrijp(record["relaas"], None, dag)
            zeker = {g.feit: g.waarde for g in begrepen.feiten if g.zeker}
            print(json.dumps({"ecli": record["ecli"], "feiten": terugvertaald(tabel, zeker)}, ensure_ascii=False))
        return 0
    if args.bestand is None:
        p.error("geef een bestand, of --relaas")
    for uiting in yaml.safe_load(args.bestand.read_text(encoding="utf-8")):
        b = verstaan.begrijp(uiting["text"], None, dag)
        regel = {
            "id": uiting["id"],
            "situaties": list(b.situaties),
            "vraag": b.vraag,
            "rol": b.rol,
            "crisis": b.nood is not None,
            "in_bereik": b.in_bereik,
        }
        print(json.dumps({**regel, "feiten": {g.feit: g.waarde for g in b.feiten if g.zeker}}, ensure_ascii=False))
    return 0


def terugvertaald(tabel: Vertaling, feiten: dict[str, Any]) -> dict[str, Any]:
    """Dezelfde tabel, omgekeerd: onze feiten in de woorden van het bestand."""
    uit: dict[str, Any] = {}
    for sleutel, regel in tabel.tabel.items():
        if sleutel == "samen" or not isinstance(regel, dict) or "datum" in regel:
            continue
        gehad: set[str] = set()  # van waarden die bij ons hetzelfde betekenen, geldt de eerste in de tabel
        for waarde, gevolg in regel.items():
            eigen = {feit: w for feit, w in (gevolg or {}).items() if feit != "gebeurd"} or (gevolg or {})
            if repr(eigen) in gehad:
                continue
            gehad.add(repr(eigen))
            if eigen and all(_bevat(feiten.get(feit), w) for feit, w in eigen.items()):
                schoon = {"true": True, "false": False}.get(waarde, waarde)
                if any(isinstance(w, list) for w in eigen.values()):
                    uit.setdefault(sleutel, []).append(schoon)
                else:
                    uit.setdefault(sleutel, schoon)
    return uit


def _bevat(gehoord: Any, gezocht: Any) -> bool:
    if gehoord is None:
        return False
    delen = set(gehoord) if isinstance(gehoord, tuple) else {gehoord}
    return delen.issuperset(gezocht if isinstance(gezocht, list) else [gezocht])
