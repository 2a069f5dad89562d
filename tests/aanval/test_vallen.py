"""kill -9 op willekeurige momenten: geen beurt kwijt, dubbel of bij een ander. Lang: `make attack`."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.opslag import Gesprekken, Kluis, Rij, VersieBotsing
from tests.aanval.omheen import Dienst
from tests.aanval.praten import Gesprekspartner, verschillen
from tests.aanval.vallen import RUST, tweeling, val
from tests.bot.deur.conftest import bouw_huis, sluit, wacht

KLUIS = Kluis("k" * 32)


def tegelijk(aantal: int, doe: Callable[[], None]) -> None:
    """Doet dit in zoveel draden tegelijk en wacht tot ze klaar zijn."""
    draden = [threading.Thread(target=doe) for _ in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()


def tegelijk_met(partners: list[Gesprekspartner], doe: Callable[[Gesprekspartner], object]) -> None:
    with ThreadPoolExecutor(len(partners)) as draden:
        list(draden.map(doe, partners))


def test_vallen_op_sqlite(tmp_path: Path) -> None:
    huis = bouw_huis(tmp_path, met_rasa=True, **RUST)
    try:
        uitslag = val([huis], 4, praters=3, beurten=8)
    finally:
        sluit(huis)
    assert uitslag.gesprekken and not uitslag.mis, uitslag


def test_vallen_op_postgres_en_redis_met_twee_deuren(tmp_path: Path, postgres: Dienst, redis: Dienst) -> None:
    huizen = tweeling(tmp_path, postgres.adres, redis.adres)
    try:
        uitslag = val(huizen, 4, praters=3, beurten=8)
    finally:
        for huis in huizen:
            sluit(huis)
    assert uitslag.gesprekken and not uitslag.mis, uitslag


def test_een_rasa_die_hangt_doet_later_niets_dubbel(tmp_path: Path) -> None:
    """Net als de deur niet langer wacht en de kern de beurt doet, wordt Rasa wakker en gaat ook verder."""
    huis = bouw_huis(tmp_path, met_rasa=True, **RUST)
    partners = [Gesprekspartner([huis.adres], 700 + nr) for nr in range(8)]
    try:
        assert huis.rasa is not None
        tegelijk_met(partners, lambda p: p.praat(3))
        for rust in (5.8, 6.1):
            huis.rasa.send_signal(signal.SIGSTOP)
            wekker = threading.Timer(rust, huis.rasa.send_signal, (signal.SIGCONT,))
            wekker.start()
            tegelijk_met(partners, lambda p: [p.stap() for _ in range(3)])
            wekker.join()
            wacht(huis.adres, lambda s: bool(s["rasa"]), 60)
            tegelijk_met(partners, lambda p: [p.stap() for _ in range(2)])
        gesprekken = Gesprekken(huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(huis.omgeving["EHBO_SLEUTELS"]))
        assert not verschillen(partners, gesprekken, huis.omgeving["EHBO_GEHEIM"])
    finally:
        for partner in partners:
            partner.sluit()
        sluit(huis)


def test_postgres_bewaart_als_sqlite(postgres: Dienst) -> None:
    """Versleuteld, met een versie die botst, weg na wissen en na de bewaartijd."""
    g = Gesprekken(postgres.adres, uren=1, kluis=KLUIS)
    rij = g.schrijf(Rij("w" * 20, {"zaak": [["beeld", "nep", "zin"]]}, "b1", []))
    gelezen = g.lees(rij.id)
    assert gelezen is not None and gelezen.stand == rij.stand and gelezen.versie == 1
    with pytest.raises(VersieBotsing):
        g.schrijf(Rij("w" * 20, {}, "b2", [], versie=0))
    g.schrijf(Rij("v" * 20, {}), nu=1.0)
    assert g.ruim_op() == 1
    assert g.hersluit() == 1
    g.wis(rij.id)
    assert g.lees(rij.id) is None and g.aantal() == 0


def test_van_wie_tegelijk_schrijft_wint_er_een(postgres: Dienst) -> None:
    g = Gesprekken(postgres.adres, kluis=KLUIS)
    rij = g.schrijf(Rij("x" * 20, {}))
    uit: list[bool] = []

    def schrijf() -> None:
        try:
            g.schrijf(Rij(rij.id, {"fase": "vragen"}, versie=rij.versie))
            uit.append(True)
        except VersieBotsing:
            uit.append(False)

    tegelijk(12, schrijf)
    assert sorted(uit) == [False] * 11 + [True]
    g.wis(rij.id)


def test_veel_processen_maken_tegelijk_dezelfde_tabellen(postgres: Dienst) -> None:
    with Gesprekken(postgres.adres, kluis=KLUIS).db.begin() as verbinding:
        verbinding.execute(sa.text("drop table gesprekken"))
    fouten: list[BaseException] = []

    def begin() -> None:
        try:
            Gesprekken(postgres.adres, kluis=KLUIS).aantal()
        except BaseException as fout:
            fouten.append(fout)

    tegelijk(8, begin)
    assert not fouten
