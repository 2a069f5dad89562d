"""De kern alleen: wat een beurt kost zonder server, zonder Rasa en zonder schijf."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from bot.kennis import WORTEL, lees_kennis, vandaag
from knowledge import Zaak, beoordeel, volgende_vraag
from knowledge.bewijs import Vertaling, ingevuld, wandel
from knowledge.bouw import bouw

EVALUATIE = WORTEL / "tests" / "evaluatie"
ZOEK = ("smaad waar", "wat kost een kort geding", "seksfakes", "hoe lang heb ik")
WEGEN = {True: 500, False: 3000}


def meet(kort: bool) -> dict[str, list[float]]:
    """Per onderdeel de tijden: oordeel en zoeken in milliseconden, bouwen in seconden, wandelen in wegen per seconde."""
    store, kennis = lees_kennis()
    dag, zaken = vandaag(), _zaken()
    for zaak in zaken[:50]:
        volgende_vraag(kennis, zaak, dag, beoordeel(kennis, zaak, dag))
    oordeel = [_ms(lambda z=z: volgende_vraag(kennis, z, dag, beoordeel(kennis, z, dag))) for z in zaken]  # type: ignore[misc]
    zoek = [_ms(lambda w=w: store.zoek(w)) for w in ZOEK * (25 if kort else 100)]  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as map_:
        bouwen = [_ms(lambda: bouw(Path(map_) / "kennis.db")) / 1000 for _ in range(2 if kort else 5)]
    wegen: list[float] = []
    vragen: list[float] = []
    for _ in range(1 if kort else 3):
        begin = time.perf_counter()
        gelopen = [len(weg.gevraagd) + 1 for weg in itertools.islice(wandel(kennis, dag), WEGEN[kort])]
        duur = time.perf_counter() - begin
        wegen.append(len(gelopen) / duur)
        vragen.append(sum(gelopen) / duur)
    return {"oordeel": oordeel, "zoeken": zoek, "bouwen": bouwen, "wegen": wegen, "vragen": vragen}


def _zaken() -> list[Zaak]:
    """Elke tussenstand van elke zaak in de evaluatie: zoals een gesprek er langs komt."""
    _, kennis = lees_kennis()
    dag, vertaling = vandaag(), Vertaling.lees(EVALUATIE / "vertaling.yaml")
    zaken: list[Zaak] = []
    for record in yaml.safe_load((EVALUATIE / "uitspraken-dev.yaml").read_text(encoding="utf-8"))["cases"]:
        antwoorden, zaak = ingevuld(kennis, vertaling.feiten(record["facts"]), dag), Zaak()
        while (feit := volgende_vraag(kennis, zaak, dag)) is not None:
            zaken.append(zaak)
            zaak = zaak.met(feit.id, antwoorden.get(feit.id, "weet_niet"))
    return zaken


def _ms(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000
