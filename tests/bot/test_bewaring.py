"""Wat bewaard wordt: versleuteld, te wisselen van sleutel, en nooit iets wat niet van ons is."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from bot.bewaring import Gesprekken, Rij
from bot.sleutels import InstellingFout, Kluis, Onleesbaar, geheim

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
