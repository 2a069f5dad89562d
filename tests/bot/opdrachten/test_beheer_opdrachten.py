"""De opdrachten van een beheerder: wissen, sleutels wisselen, een kopie maken en terugzetten. Met echte bestanden."""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from bot.__main__ import main
from bot.deur.app import maak_app
from bot.deur.hulplijn.opslag import LOGBOEK, SESSIES, TELLINGEN, Aanmeldingen, Accounts, Logboek, open_opslag
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen
from bot.deur.telegram.bewaring import Chat, Chats
from bot.opdrachten.reservekopie import KopieFout, Plek, keur, maak, zet_terug
from bot.opslag import Gesprekken, Kluis, Rij
from bot.opslag import sleutels as sleutelbos

OUD = "oude-" + secrets.token_hex(16)
WACHTWOORD = "een-lang-genoeg-wachtwoord"


@pytest.fixture
def plaats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Een eigen huis op schijf, zonder instellingen van deze machine."""
    for naam, waarde in {
        "EHBO_GEHEIM": secrets.token_hex(24),
        "EHBO_RASA_GEHEIM": secrets.token_hex(24),
        "EHBO_SLEUTELS": OUD,
        "EHBO_GESPREKKEN": f"sqlite:///{tmp_path / 'gesprekken.db'}",
        "EHBO_HULPLIJN_OPSLAG": f"sqlite:///{tmp_path / 'hulplijn.db'}",
    }.items():
        monkeypatch.setenv(naam, waarde)
    monkeypatch.setattr(sleutelbos, "VAR", tmp_path / "var")
    return tmp_path


def gesprekken(plaats: Path, sleutels: str = OUD) -> Gesprekken:
    return Gesprekken(f"sqlite:///{plaats / 'gesprekken.db'}", 24, Kluis(sleutels))


def vul(plaats: Path) -> None:
    """Een vers en een verlopen gesprek, een chat, en een balie met werk."""
    g = gesprekken(plaats)
    g.schrijf(Rij("vers" * 5, {"n": 1}))
    g.schrijf(Rij("oud." * 5, {"n": 2}), nu=time.time() - 30 * 3600)
    Chats(g, Kluis(OUD)).schrijf("tg" * 10, Chat(4242))
    db = open_opslag(f"sqlite:///{plaats / 'hulplijn.db'}")
    sanne = Accounts(db).maak("sanne", "beheerder", WACHTWOORD, "Sanne")
    sessies = Aanmeldingen(db, Accounts(db), "g" * 32, 30, 600)
    sessies.begin(sanne)
    with db.begin() as v:
        v.execute(sa.insert(SESSIES).values(sleutel="lang", naam="sanne", begonnen=0.0, gezien=0.0))
        v.execute(sa.insert(LOGBOEK).values(tijd=0.0, wie="x", wat="aangemeld", waarbij=""))
        v.execute(sa.insert(TELLINGEN).values(dag="2026-11-01", soort="beurt", sleutel="web", aantal=7))
    with db.begin() as v:
        v.execute(sa.insert(LOGBOEK).values(tijd=time.time(), wie="sanne", wat="aangemeld", waarbij=""))


def rijen(bestand: Path, tabel: str) -> int:
    with sqlite3.connect(bestand) as db:
        return int(db.execute(f"select count(*) from {tabel}").fetchone()[0])


def test_wis_neemt_alleen_wat_verlopen_is(plaats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vul(plaats)
    assert main(["wis"]) == 0
    uit = capsys.readouterr().out
    assert "1 gesprekken" in uit and "0 chats" in uit and "2 regels van de balie" in uit
    assert rijen(plaats / "gesprekken.db", "gesprekken") == 1 and rijen(plaats / "hulplijn.db", "balie_sessies") == 1
    assert rijen(plaats / "hulplijn.db", "balie_logboek") == 1


def test_wis_alles_laat_geen_gesprek_over_op_geen_kanaal(plaats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vul(plaats)
    with sqlite3.connect(plaats / "gesprekken.db") as db:
        resten = [r[0] for t in ("gesprekken", "telegram") for r in db.execute(f"select inhoud from {t}")]
    assert main(["wis", "--alles"]) == 0
    assert "/wis" in capsys.readouterr().out
    assert rijen(plaats / "gesprekken.db", "gesprekken") == rijen(plaats / "gesprekken.db", "telegram") == 0
    assert rijen(plaats / "hulplijn.db", "balie_sessies") == 0
    assert (
        rijen(plaats / "hulplijn.db", "balie_accounts") == 1 and rijen(plaats / "hulplijn.db", "balie_tellingen") == 1
    )
    for bestand in plaats.glob("gesprekken.db*"):  # ook niet in vrije bladen of in het logbestand ernaast
        assert not any(rest in bestand.read_bytes() for rest in resten), bestand.name


def test_een_sleutel_wisselen_met_de_opdracht(
    plaats: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vul(plaats)
    assert main(["sleutels", "--nieuw"]) == 0
    nieuw = capsys.readouterr().out.split('"')[1]
    assert nieuw.endswith(f" {OUD}")
    monkeypatch.setenv("EHBO_SLEUTELS", nieuw)
    assert main(["sleutels"]) == 0
    assert "2 rijen staan onder de nieuwste van 2 sleutels" in capsys.readouterr().out
    alleen = nieuw.split()[0]
    g = gesprekken(plaats, alleen)
    assert g.lees("vers" * 5) is not None
    chat = Chats(g, Kluis(alleen)).lees("tg" * 10)
    assert chat is not None and chat.chat_id == 4242
    assert gesprekken(plaats, OUD).lees("vers" * 5) is None


def test_zonder_sleutel_in_de_omgeving_wisselt_hij_in_var(plaats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EHBO_SLEUTELS")
    eerste = Instellingen.uit_omgeving().sleutels
    gesprekken(plaats, eerste).schrijf(Rij("vers" * 5, {"n": 1}))
    assert main(["sleutels", "--nieuw"]) == 0
    pad = plaats / "var" / "ehbo_sleutels"
    assert pad.read_text().endswith(f" {eerste}") and pad.stat().st_mode & 0o777 == 0o600
    assert main(["sleutels", "--oud-weg"]) == 0
    assert eerste not in pad.read_text()
    assert gesprekken(plaats, pad.read_text()).lees("vers" * 5) is not None


@pytest.mark.parametrize("met_balie", [False, True])
def test_de_bewaartijd_wordt_gehandhaafd_bij_de_start_en_terwijl_de_deur_draait(plaats: Path, met_balie: bool) -> None:
    import os

    os.environ["EHBO_BEWAREN_UREN"] = "0.0006"  # twee seconden
    try:
        inst = Instellingen.uit_omgeving()
    finally:
        del os.environ["EHBO_BEWAREN_UREN"]
    vul(plaats)
    with TestClient(maak_app(inst, balie=Balie.uit_omgeving(inst) if met_balie else None)):
        wacht_tot(lambda: rijen(plaats / "gesprekken.db", "gesprekken") <= 1)  # bij de start
        gesprekken(plaats).schrijf(Rij("later" * 4, {"n": 3}))
        wacht_tot(lambda: rijen(plaats / "gesprekken.db", "gesprekken") == 0)  # en daarna vanzelf
        wacht_tot(lambda: rijen(plaats / "gesprekken.db", "telegram") == 0)  # ook met Telegram uit
        if met_balie:
            wacht_tot(lambda: rijen(plaats / "hulplijn.db", "balie_sessies") == 1)


def wacht_tot(waar: object, seconden: float = 15) -> None:
    einde = time.monotonic() + seconden
    while not waar():  # type: ignore[operator]
        assert time.monotonic() < einde, "er bleef iets staan"
        time.sleep(0.1)


def plek(plaats: Path) -> Plek:
    models = plaats / "models"
    return Plek({n: models / n for n in ("kennis.db", "verstaan.npz")}, f"sqlite:///{plaats / 'hulplijn.db'}")


def huis(plaats: Path) -> Plek:
    vul(plaats)
    (plaats / "models").mkdir()
    for naam in ("kennis.db", "verstaan.npz"):
        (plaats / "models" / naam).write_bytes(f"eerste {naam}".encode())
    return plek(plaats)


def test_kopie_en_terug(plaats: Path) -> None:
    hier, kopie = huis(plaats), plaats / "kopie"
    lijst = maak(hier, kopie)
    assert set(lijst["sha256"]) == {"kennis.db", "verstaan.npz", "hulplijn.db"}
    assert {p.name for p in kopie.iterdir()} == {*lijst["sha256"], "manifest.json"}
    for bestand in kopie.iterdir():
        assert bestand.stat().st_mode & 0o077 == 0 and b"gesprekken" not in bestand.read_bytes()
    for pad in (*hier.bestanden.values(), plaats / "hulplijn.db"):  # de machine is weg
        pad.unlink()
    for rest in plaats.glob("hulplijn.db-*"):
        rest.unlink()
    zet_terug(hier, kopie)
    assert (plaats / "models" / "kennis.db").read_bytes() == b"eerste kennis.db"
    db = open_opslag(hier.balie)
    assert [a.naam for a in Accounts(db).alle()] == ["sanne"] and rijen(plaats / "hulplijn.db", "balie_sessies") == 0
    assert len(Logboek(db).laatste()) == 2 and rijen(plaats / "hulplijn.db", "balie_tellingen") == 1
    Logboek(db).schrijf("sanne", "aangemeld")


def test_terug_naar_een_vorige_versie_raakt_de_balie_niet(plaats: Path) -> None:
    hier, kopie = huis(plaats), plaats / "kopie"
    maak(hier, kopie)
    for pad in hier.bestanden.values():
        pad.write_bytes(b"nieuwe versie die niet bevalt")
    Accounts(open_opslag(hier.balie)).maak("joost", "jurist", WACHTWOORD, "Joost")
    zet_terug(hier, kopie, balie=False)
    assert all(pad.read_bytes().startswith(b"eerste") for pad in hier.bestanden.values())
    assert {a.naam for a in Accounts(open_opslag(hier.balie)).alle()} == {"sanne", "joost"}


@pytest.mark.parametrize("kwaad", ["veranderd", "weg", "lijst"])
def test_een_kapotte_kopie_verandert_niets(plaats: Path, kwaad: str) -> None:
    hier, kopie = huis(plaats), plaats / "kopie"
    maak(hier, kopie)
    doel = kopie / ("manifest.json" if kwaad == "lijst" else "verstaan.npz")
    doel.unlink() if kwaad == "weg" else doel.write_bytes(b"half")
    for pad in hier.bestanden.values():
        pad.write_bytes(b"van nu")
    with pytest.raises(KopieFout, match=r"verstaan|manifest"):
        zet_terug(hier, kopie)
    assert all(pad.read_bytes() == b"van nu" for pad in hier.bestanden.values())
    assert rijen(plaats / "hulplijn.db", "balie_sessies") == 2


def test_een_kopie_overschrijft_geen_andere(plaats: Path) -> None:
    hier = huis(plaats)
    maak(hier, plaats / "kopie")
    with pytest.raises(KopieFout, match="niet leeg"):
        maak(hier, plaats / "kopie")


def test_de_opdrachten_bewaar_en_herstel_op_de_echte_bestanden(
    plaats: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot.kennis import WORTEL

    vul(plaats)
    for naam, bestand in (("EHBO_KENNIS", "kennis.db"), ("EHBO_MODEL", "verstaan.npz")):
        doel = plaats / bestand
        doel.write_bytes((WORTEL / "models" / bestand).read_bytes())
        monkeypatch.setenv(naam, str(doel))
    assert main(["bewaar", str(plaats / "kopie")]) == 0
    assert "Gesprekken zitten er niet in" in capsys.readouterr().out
    was = (plaats / "kennis.db").read_bytes()
    (plaats / "kennis.db").write_bytes(b"stuk")
    assert main(["herstel", str(plaats / "kopie"), "--alleen", "balie"]) == 0
    assert (plaats / "kennis.db").read_bytes() == b"stuk"
    lijst = json.loads((plaats / "kopie" / "manifest.json").read_text())
    assert keur(plaats / "kopie", tuple(lijst["sha256"]))["rijen"]["balie_accounts"] == 1
    zet_terug(Plek({"kennis.db": plaats / "kennis.db"}, ""), plaats / "kopie", balie=False)
    assert (plaats / "kennis.db").read_bytes() == was
