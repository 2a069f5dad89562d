"""Gewist is weg, ook op PostgreSQL: gezocht in al zijn bestanden, met de sleutel die overblijft."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.deur.telegram.bewaring import Chat, Chats
from bot.opslag import Gesprekken, Kluis, Onleesbaar, Rij, VersieBotsing
from bot.opslag.bewaring import BOS, GESPREKKEN
from tests.aanval.omheen import Dienst
from tests.conftest import eigen_postgres

KLUIS = Kluis("k" * 32)
STAND = {"zaak": [["beeld", "nep", "zin"]]}


@pytest.fixture(scope="module")
def server() -> Iterator[Dienst]:
    yield from eigen_postgres()


def sleutel_van(g: Gesprekken, id_: str) -> bytes:
    with g.db.connect() as verbinding:
        return bytes(verbinding.execute(sa.select(BOS.c.sleutel).where(BOS.c.id == id_)).scalar_one())


def bewaard_van(g: Gesprekken, id_: str) -> bytes:
    with g.db.connect() as verbinding:
        return bytes(verbinding.execute(sa.select(GESPREKKEN.c.inhoud).where(GESPREKKEN.c.id == id_)).scalar_one())


def op_schijf(server: Dienst, g: Gesprekken, wat: bytes) -> list[str]:
    with g.db.connect() as verbinding:
        verbinding.exec_driver_sql("checkpoint")
        verbinding.rollback()
    return [str(p) for p in (server.map_ / "data").rglob("*") if p.is_file() and wat in p.read_bytes()]


def test_na_wissen_opent_niets_op_schijf_het_gesprek_nog(server: Dienst) -> None:
    g = Gesprekken(server.adres, kluis=KLUIS)
    rij = g.schrijf(Rij("wis-mij" * 4, STAND))
    versies = [bewaard_van(g, rij.id)]
    for _ in range(3):
        rij = g.schrijf(rij)
        versies.append(bewaard_van(g, rij.id))
    blijft = g.schrijf(Rij("blijft" * 4, STAND))
    sleutel, ander = sleutel_van(g, rij.id), sleutel_van(g, blijft.id)
    assert g.veeg()  # schrijft de bos weg; anders staat hij tot het stoppen van de server alleen in zijn geheugen
    assert op_schijf(server, g, sleutel), "zoeken vindt de sleutel zolang hij er hoort te zijn"
    g.wis(rij.id)
    # PostgreSQL laat liggen wat er stond: daarom mag het met de sleutel die wij nog hebben niet te openen zijn
    assert any(op_schijf(server, g, versie) for versie in versies)
    for versie in versies:
        with pytest.raises(Onleesbaar):
            g.bos.open(rij.id, KLUIS.open(versie))
        assert b"nep" not in str(KLUIS.open(versie)).encode()
    assert not op_schijf(server, g, sleutel)
    over = g.lees(blijft.id)
    assert op_schijf(server, g, ander) and over is not None and over.stand == STAND
    g.wis(blijft.id)


def test_na_verlopen_ook(server: Dienst) -> None:
    g = Gesprekken(server.adres, uren=2, kluis=KLUIS)
    rij = g.schrijf(Rij("verloop" * 4, STAND), nu=time.time() - 3 * 3600)
    sleutel = sleutel_van(g, rij.id)
    with g.db.begin() as verbinding:
        verbinding.execute(sa.update(BOS).values(gemaakt=time.time() - 3 * 3600))
    assert g.ruim_op() == 1 and not op_schijf(server, g, sleutel)


def test_een_chat_van_telegram_ook_en_blijft_bij_opruimen(server: Dienst) -> None:
    g = Gesprekken(server.adres, kluis=KLUIS)
    chats = Chats(g, KLUIS)
    chats.schrijf("t" * 20, Chat(4711))
    chats.schrijf("t" * 20, Chat(4711, (1,)))
    with g.db.begin() as verbinding:
        verbinding.execute(sa.update(BOS).values(gemaakt=0.0))
    g.ruim_op()
    chats.ruim_op()
    assert chats.lees("t" * 20) == Chat(4711, (1,))
    sleutel = sleutel_van(g, "chat:" + "t" * 20)
    chats.wis("t" * 20)
    assert chats.lees("t" * 20) is None and not op_schijf(server, g, sleutel)


def test_de_sleutels_staan_nooit_in_het_logbestand_of_een_kopie(server: Dienst) -> None:
    g = Gesprekken(server.adres, kluis=KLUIS)
    rij = g.schrijf(Rij("logboek" * 4, STAND))
    assert g.veeg()
    plekken = op_schijf(server, g, sleutel_van(g, rij.id))
    assert plekken and not any("pg_wal" in plek for plek in plekken)
    with g.db.connect() as verbinding:
        soort = verbinding.exec_driver_sql("select relpersistence from pg_class where relname = 'sleutelbos'").scalar()
    assert soort == "u"
    g.wis(rij.id)


def test_een_beurt_die_op_het_wissen_wachtte_brengt_niets_terug(server: Dienst) -> None:
    g = Gesprekken(server.adres, kluis=KLUIS)
    rij = g.schrijf(Rij("terug" * 4, STAND))
    g.wis(rij.id)
    with pytest.raises(VersieBotsing):
        g.schrijf(rij)
    assert g.lees(rij.id) is None


def test_twee_die_tegelijk_beginnen_delen_een_sleutel(server: Dienst) -> None:
    g = Gesprekken(server.adres, kluis=KLUIS)
    uit: list[str] = []

    def begin() -> None:
        try:
            g.schrijf(Rij("samen" * 4, STAND))
            uit.append("ja")
        except VersieBotsing:
            uit.append("nee")

    draden = [threading.Thread(target=begin) for _ in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    rij = g.lees("samen" * 4)
    assert sorted(uit) == ["ja"] + ["nee"] * 7 and rij is not None and rij.stand == STAND
    g.wis("samen" * 4)


def test_op_sqlite_staat_na_wissen_geen_byte_meer(tmp_path: Path) -> None:
    g = Gesprekken(f"sqlite:///{tmp_path / 'g.db'}", kluis=KLUIS)
    rij = g.schrijf(Rij("wis-mij" * 4, STAND))
    versies = [bewaard_van(g, rij.id)]
    for _ in range(3):
        rij = g.schrijf(rij)
        versies.append(bewaard_van(g, rij.id))
    assert any(versies[-1] in p.read_bytes() for p in tmp_path.iterdir())
    g.wis(rij.id)
    assert not any(wat in p.read_bytes() for p in tmp_path.iterdir() for wat in (*versies, rij.id.encode()))
