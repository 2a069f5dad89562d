"""`python -m bot begrijp`: wat er gehoord wordt in een bestand met uitingen of verhalen, een regel JSON per stuk."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.kennis import lees_kennis, vandaag
from bot.verstaan import Begrepen, ModelFout, het_model, verstaander
from bot.verstaan.normaal import normaal
from knowledge import Kennis
from knowledge.bewijs import Vertaling
from knowledge.errors import AntwoordFout
from knowledge.recht import Zaak


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
    try:
        het_model()
    except ModelFout as fout:
        print(fout, file=sys.stderr)
        return 1
    _, kennis = lees_kennis()
    verstaan, dag = verstaander(kennis), vandaag()
    if args.relaas:
        tabel = Vertaling.lees(args.vertaling)
        for record in yaml.safe_load(args.relaas.read_text(encoding="utf-8"))["cases"]:
            begrepen = verstaan.begrijp(record["relaas"], None, dag)
            feiten = terugvertaald(tabel, met_gevolgen(kennis, begrepen, dag), normaal(record["relaas"]))
            print(json.dumps({"ecli": record["ecli"], "feiten": feiten}, ensure_ascii=False))
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


def met_gevolgen(kennis: Kennis, begrepen: Begrepen, dag: date) -> dict[str, Any]:
    """Wat zeker gehoord is, met wat daar volgens de kennis ook uit volgt (`zegt_ook`)."""
    zaak = Zaak()
    for gehoord in begrepen.feiten:
        if gehoord.zeker:
            ruw = list(gehoord.waarde) if isinstance(gehoord.waarde, tuple) else gehoord.waarde
            with contextlib.suppress(AntwoordFout):
                zaak = zaak.met(gehoord.feit, kennis.lees_antwoord(gehoord.feit, ruw, dag), "zin")
    return {antwoord.feit: antwoord.waarde for antwoord in kennis.vul_aan(zaak).antwoorden}


def terugvertaald(tabel: Vertaling, feiten: dict[str, Any], tekst: str = "") -> dict[str, Any]:
    """Dezelfde tabel, omgekeerd: onze feiten in de woorden van het bestand.

    Kent het bestand meer woorden voor wat bij ons één antwoord is (sms, telefoon), dan kiest `terug` uit de tabel er
    een die in de tekst staat; anders geldt de eerste.
    """
    uit: dict[str, Any] = {}
    for sleutel, ruwe_regel in tabel.tabel.items():
        if sleutel in ("samen", "terug") or not isinstance(ruwe_regel, dict):
            continue
        if "datum" in ruwe_regel:
            jaar = str(feiten.get(ruwe_regel["datum"], ""))[:4]
            if jaar and jaar in tekst:
                uit[sleutel] = int(jaar)
            continue
        genoemd = tabel.tabel.get("terug", {}).get(sleutel, {})
        regel = dict(sorted(ruwe_regel.items(), key=lambda paar: not _staat_in(tekst, genoemd.get(paar[0], ()))))
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


def _staat_in(tekst: str, woorden: Iterable[str]) -> bool:
    return any(f" {woord}" in f" {tekst}" for woord in woorden)


def _bevat(gehoord: Any, gezocht: Any) -> bool:
    if gehoord is None:
        return False
    delen = set(gehoord) if isinstance(gehoord, tuple) else {gehoord}
    return delen.issuperset(gezocht if isinstance(gezocht, list) else [gezocht])
