"""`make bench`: de kern alleen, en een beurt door de deur met en zonder Rasa, in één run. Alleen loopback."""

from __future__ import annotations

import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import yaml
from rich.console import Console
from rich.table import Table

from bench import brieven
from bot.kennis import WORTEL, lees_kennis, vandaag
from knowledge import Zaak, beoordeel, volgende_vraag
from knowledge.compile import bouw
from knowledge.zaken import Vertaling, ingevuld

EVALUATIE = WORTEL / "tests" / "evaluatie"
BEURTEN, HERHAAL = (2, 10, 35), 20


def main() -> int:
    tabel = Table(title="Snelheid op deze machine (milliseconden)")
    for kop in ("wat", "mediaan", "p95", "aantal"):
        tabel.add_column(kop, justify="left" if kop == "wat" else "right")
    for naam, tijden in (*_kern(), *brieven.meet(), *_deur()):
        p95 = sorted(tijden)[int(len(tijden) * 0.95)]
        tabel.add_row(naam, f"{statistics.median(tijden):.2f}", f"{p95:.2f}", str(len(tijden)))
    Console().print(tabel)
    return 0


def _kern() -> list[tuple[str, list[float]]]:
    store, kennis = lees_kennis()
    dag, vertaling = vandaag(), Vertaling.lees(EVALUATIE / "vertaling.yaml")
    zaken: list[Zaak] = []
    for record in yaml.safe_load((EVALUATIE / "uitspraken-dev.yaml").read_text(encoding="utf-8"))["cases"]:
        antwoorden, zaak = ingevuld(kennis, vertaling.feiten(record["facts"]), dag), Zaak()
        while (feit := volgende_vraag(kennis, zaak, dag)) is not None:
            zaken.append(zaak)
            zaak = zaak.met(feit.id, antwoorden.get(feit.id, "weet_niet"))
    oordeel = [_tijd(lambda z=z: volgende_vraag(kennis, z, dag, beoordeel(kennis, z, dag))) for z in zaken]  # type: ignore[misc]
    zoek = [
        _tijd(lambda w=w: store.zoek(w))
        for w in ("smaad waar", "wat kost een kort geding", "seksfakes", "hoe lang heb ik") * 25
    ]  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as map_:
        build = [_tijd(lambda: bouw(Path(map_) / "kennis.db")) for _ in range(3)]
    return [("oordeel en volgende vraag", oordeel), ("zoeken", zoek), ("de hele kennis bouwen", build)]


def _deur() -> list[tuple[str, list[float]]]:
    uit: list[tuple[str, list[float]]] = []
    for met_rasa in (True, False):
        with tempfile.TemporaryDirectory() as map_:
            uit += _beurten(Path(map_), met_rasa)
    return uit


def _beurten(map_: Path, met_rasa: bool) -> list[tuple[str, list[float]]]:
    adres = "127.0.0.1:8699"
    omgeving = {
        **os.environ,
        "PYTHONWARNINGS": "ignore",
        "EHBO_ADRES": adres,
        "EHBO_RASA_POORT": "5699",
        "EHBO_GEHEIM": secrets.token_hex(24),
        "EHBO_RASA_GEHEIM": secrets.token_hex(24),
        "EHBO_GESPREKKEN": f"sqlite:///{map_ / 'g.db'}",
        "EHBO_NIEUW_PER_MINUUT": "100000",
    }
    processen = [
        subprocess.Popen([sys.executable, "-m", "bot", naam], cwd=WORTEL, env=omgeving, stderr=subprocess.DEVNULL)
        for naam in ("deur", *(("rasa",) if met_rasa else ()))
    ]
    try:
        http = httpx.Client(base_url=f"http://{adres}", trust_env=False, timeout=30)
        _wacht(http, met_rasa)
        tijden: dict[int, list[float]] = {nr: [] for nr in BEURTEN}
        for _ in range(HERHAAL):
            sessie = http.post("/api/gesprek").json()["sessie"]
            http.post(
                "/api/beurt", json={"beurt": "1", "code": "situatie:deepfake_sexual"}, headers={"X-Sessie": sessie}
            )
            for nr in range(2, max(BEURTEN) + 1):
                lijf = {"beurt": str(nr), "tekst": "waarom vraag je dat"}
                duur = _tijd(lambda: http.post("/api/beurt", json=lijf, headers={"X-Sessie": sessie}))  # noqa: B023
                if nr in tijden:
                    tijden[nr].append(duur)
        weg = "met Rasa" if met_rasa else "vanuit de kern"
        return [(f"beurt {nr}, {weg}", rij) for nr, rij in tijden.items() if rij]
    finally:
        for proces in processen:
            proces.kill()
            proces.wait()


def _wacht(http: httpx.Client, met_rasa: bool) -> None:
    for _ in range(300):
        try:
            if http.get("/status").json()["rasa"] is met_rasa:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise SystemExit("de deur of Rasa kwam niet op gang")


def _tijd(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    sys.exit(main())
