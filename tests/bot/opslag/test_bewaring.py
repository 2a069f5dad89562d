"""Wat bewaard wordt: versleuteld, te wisselen van sleutel, en nooit iets wat niet van ons is."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.opslag import Gesprekken, InstellingFout, Kluis, Onleesbaar, Rij, VersieBotsing, geheim

OUD, NIEUW = "oude-sleutel-" + "o" * 20, "nieuwe-sleutel-" + "n" * 20
STAND = {"zaak": [["beeld", "nep", "zin"]]}


def adres(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'g.db'}"


def test_op_schijf_staat_geen_leesbaar_antwoord(tmp_path: Path) -> None:
    g = Gesprekken(adres(tmp_path), kluis=Kluis(OUD))
    g.schrijf(Rij("a" * 20, STAND, "beurt-kanarie", [{"blok": "tekst", "tekst": "Het beeld is nep"}]))
    for bestand in tmp_path.iterdir():
        ruw = bestand.read_bytes()
        assert not any(woord in ruw for woord in (b"nep", b"beeld", b"kanarie", b"zaak"))
    rij = g.lees("a" * 20)
    assert rij is not None and rij.stand == STAND and rij.beurt == "beurt-kanarie"


def test_een_sleutel_wisselen_verliest_niets(tmp_path: Path) -> None:
    Gesprekken(adres(tmp_path), kluis=Kluis(OUD)).schrijf(Rij("a" * 20, STAND))
    tussen = Gesprekken(adres(tmp_path), kluis=Kluis(f"{NIEUW} {OUD}"))
    assert tussen.lees("a" * 20) is not None
    assert tussen.hersluit() == 1
    na = Gesprekken(adres(tmp_path), kluis=Kluis(NIEUW)).lees("a" * 20)
    assert na is not None and na.stand == STAND


def test_zonder_de_sleutel_is_een_gesprek_leeg_en_begint_het_opnieuw(tmp_path: Path) -> None:
    Gesprekken(adres(tmp_path), kluis=Kluis(OUD)).schrijf(Rij("a" * 20, STAND))
    ander = Gesprekken(adres(tmp_path), kluis=Kluis(NIEUW))
    assert ander.lees("a" * 20) is None
    assert ander.schrijf(Rij("a" * 20, {})).versie == 1


def test_een_verplaatste_of_geknoeide_rij_wordt_niet_gelezen(tmp_path: Path) -> None:
    g = Gesprekken(adres(tmp_path), kluis=Kluis(OUD))
    g.schrijf(Rij("a" * 20, STAND))
    g.schrijf(Rij("b" * 20, {}))
    with sqlite3.connect(tmp_path / "g.db") as db:
        db.execute(
            "update gesprekken set inhoud = (select inhoud from gesprekken where id like 'a%') where id like 'b%'"
        )
    assert g.lees("b" * 20) is None
    with sqlite3.connect(tmp_path / "g.db") as db:
        db.execute("update gesprekken set inhoud = x'00' where id like 'a%'")
    assert g.lees("a" * 20) is None


def test_een_bewaring_van_een_vorige_versie_begint_opnieuw(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "g.db") as db:
        db.execute("create table gesprekken (id text primary key, stand text)")
        db.execute("insert into gesprekken values ('x', 'leesbaar')")
    g = Gesprekken(adres(tmp_path), kluis=Kluis(OUD))
    assert g.ids() == [] and g.schrijf(Rij("a" * 20, {})).versie == 1


def test_een_kort_geheim_wordt_geweigerd() -> None:
    for slecht in ("", "kort", f"{OUD} kort"):
        with pytest.raises(InstellingFout, match="EHBO_SLEUTELS"):
            geheim({"EHBO_SLEUTELS": slecht}, "EHBO_SLEUTELS")


def test_geknoei_valt_op() -> None:
    dicht = Kluis(OUD).sluit({"a": 1})
    assert Kluis(OUD).open(dicht) == {"a": 1}
    for slecht in (b"", dicht[:-1], b"x" + dicht[1:]):
        with pytest.raises(Onleesbaar):
            Kluis(OUD).open(slecht)


def test_een_teruggezet_bestand_wordt_gelezen_en_wissen_laat_ook_in_het_logbestand_niets(tmp_path: Path) -> None:
    g = Gesprekken(f"sqlite:///{tmp_path / 'g.db'}", kluis=Kluis("s" * 48))
    een = g.schrijf(Rij("een" * 7, {"a": 1}))
    g.schrijf(replace(een, stand={"a": 2}))
    g.wis("een" * 7)
    log = tmp_path / "g.db-wal"
    assert not log.exists() or log.stat().st_size == 0

    ander = Gesprekken(f"sqlite:///{tmp_path / 'ander.db'}", kluis=Kluis("s" * 48))
    ander.schrijf(Rij("ander" * 4, {"b": 1}))
    ander.db.dispose()
    shutil.move(tmp_path / "ander.db", tmp_path / "g.db")
    rij = g.lees("ander" * 4)
    assert rij is not None and rij.stand == {"b": 1}


@contextlib.contextmanager
def lezer(tmp_path: Path) -> Iterator[None]:
    """Iemand anders die midden in het lezen blijft hangen."""
    with contextlib.closing(sqlite3.connect(tmp_path / "g.db")) as ander:
        ander.execute("begin")
        ander.execute("select count(*) from gesprekken").fetchall()
        yield


def test_wissen_houdt_geen_schrijver_op_ook_als_een_lezer_blijft_hangen(tmp_path: Path) -> None:
    g = Gesprekken(adres(tmp_path), kluis=Kluis(OUD))
    rijen = [g.schrijf(Rij(naam * 20, {})) for naam in "abc"]
    with lezer(tmp_path):
        rijen = [g.schrijf(rij) for rij in rijen]  # nieuw voor de lezer: zijn blad mag nog niet weg
        wissers = [threading.Thread(target=g.wis, args=(rij.id,)) for rij in rijen[1:]]
        for wisser in wissers:
            wisser.start()
        langst = 0.0
        for _ in range(10):
            begin = time.monotonic()
            rijen[0] = g.schrijf(rijen[0])
            langst = max(langst, time.monotonic() - begin)
            time.sleep(0.05)
    for wisser in wissers:
        wisser.join()
    assert langst < 1, langst
    assert g.ids() == [rijen[0].id]
    # de lezer is weg, en daarmee ook de laatste resten
    assert g.veeg() and (tmp_path / "g.db-wal").stat().st_size == 0


def test_een_wissen_dat_halverwege_viel_wordt_bij_het_opruimen_afgemaakt(tmp_path: Path) -> None:
    g = Gesprekken(adres(tmp_path), kluis=Kluis(OUD))
    g.schrijf(Rij("a" * 20, STAND))
    with g.db.connect() as verbinding:
        verbinding.exec_driver_sql("delete from gesprekken")
    assert (tmp_path / "g.db-wal").stat().st_size > 0
    assert g.ruim_op() == 0
    assert (tmp_path / "g.db-wal").stat().st_size == 0


@pytest.mark.parametrize("wat", ["nieuw", "verder", "wissen"])
def test_niemand_houdt_een_slot_vast_terwijl_python_iets_anders_doet(tmp_path: Path, wat: str) -> None:
    """Met veel draden duurt dat andere lang, en dan wacht iedereen. Na elke opdracht kan een ander er meteen in."""
    g = Gesprekken(adres(tmp_path), kluis=Kluis(OUD))
    oud = g.schrijf(Rij("a" * 20, STAND))
    gelukt: list[str] = []

    def ander(*_: object) -> None:
        with contextlib.closing(sqlite3.connect(tmp_path / "g.db", timeout=0.1)) as verbinding:
            verbinding.execute("update gesprekken set bijgewerkt = bijgewerkt")
            verbinding.commit()
            gelukt.append(wat)

    sa.event.listen(g.db, "after_cursor_execute", ander)
    {
        "nieuw": lambda: g.schrijf(Rij("b" * 20, STAND)),
        "verder": lambda: g.schrijf(oud),
        "wissen": lambda: g.wis(oud.id),
    }[wat]()
    assert gelukt


def test_een_verlopen_rij_maakt_plaats_en_een_geldige_niet(tmp_path: Path) -> None:
    g = Gesprekken(adres(tmp_path), uren=1, kluis=Kluis(OUD))
    g.schrijf(Rij("a" * 20, STAND), nu=time.time() - 2 * 3600)
    assert g.schrijf(Rij("a" * 20, {"fase": "nieuw"})).versie == 1
    with pytest.raises(VersieBotsing):
        g.schrijf(Rij("a" * 20, {}))
    rij = g.lees("a" * 20)
    assert rij is not None and rij.stand == {"fase": "nieuw"}
