"""Wat er onder ons ook stukgaat: een eerlijk antwoord met de nummers, geen spoor naar buiten, en daarna gaat het weer verder."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from bot.opslag import Gesprekken, Kluis, Rij
from tests.bot.deur.conftest import WORTEL, Huis, bouw_huis, sluit, start, vrije_poort

NUMMERS = ("112", "0800 0113", "020 261 52 75")
Bouw = Callable[..., Huis]


@pytest.fixture
def bouw(tmp_path: Path) -> Iterator[Bouw]:
    """Een deur zonder Rasa waarvan het log te lezen is. `klaar=False`: wacht niet tot alles goed is."""
    huizen: list[Huis] = []

    def maak(klaar: bool = True, **extra: str) -> Huis:
        extra = {"PROEF_LOG": str(tmp_path / "log.txt"), **extra}
        if klaar:
            huis = bouw_huis(tmp_path, met_rasa=False, **extra)
        else:
            poort = vrije_poort()
            omgeving = {**os.environ, "EHBO_ADRES": f"127.0.0.1:{poort}", "EHBO_RASA_POORT": str(vrije_poort())}
            omgeving |= {
                naam: "proef-" + "ab3d9f7c" * 5 for naam in ("EHBO_GEHEIM", "EHBO_SLEUTELS", "EHBO_RASA_GEHEIM")
            }
            omgeving |= {"EHBO_GESPREKKEN": f"sqlite:///{tmp_path / 'gesprekken.db'}", **extra}
            omgeving |= {"EHBO_HULPLIJN_OPSLAG": f"sqlite:///{tmp_path / 'hulplijn.db'}"}
            huis = Huis(f"http://127.0.0.1:{poort}", omgeving, start("deur", omgeving), None)
            _wacht_op_leven(huis)
        huizen.append(huis)
        return huis

    yield maak
    for huis in huizen:
        sluit(huis)


def _wacht_op_leven(huis: Huis) -> None:
    for _ in range(300):
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{huis.adres}/gezond", trust_env=False, timeout=1).status_code == 200:
                return
        time.sleep(0.1)
    raise AssertionError("de deur leeft niet")


def http(huis: Huis) -> httpx.Client:
    return httpx.Client(base_url=huis.adres, trust_env=False, timeout=90)


def beurt(klant: httpx.Client, sessie: str, id_: str, code: str = "situatie:deepfake_sexual") -> httpx.Response:
    return klant.post("/api/beurt", json={"beurt": id_, "code": code}, headers={"X-Sessie": sessie})


def eerlijk(antwoord: httpx.Response) -> None:
    """Een fout van ons: een zin, de nummers, en niets van binnen."""
    assert antwoord.status_code == 503, antwoord.status_code
    for nummer in NUMMERS:
        assert nummer in antwoord.text
    schoon(antwoord)


def schoon(antwoord: httpx.Response) -> None:
    assert not any(woord in antwoord.text for woord in ("Traceback", "sqlite", "sqlalchemy", ".py", "Error"))


def pagina_staat(klant: httpx.Client) -> None:
    thuis = klant.get("/")
    assert thuis.status_code == 200 and "tel:112" in thuis.text and "tel:08000113" in thuis.text


def log(tmp_path: Path) -> str:
    tekst = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "Traceback" not in tekst
    return tekst


def test_een_kapot_bestand_bij_de_start_gaat_opzij(tmp_path: Path, bouw: Bouw) -> None:
    (tmp_path / "gesprekken.db").write_bytes(b"dit is geen database" * 500)
    klant = http(bouw())
    assert klant.post("/api/gesprek").status_code == 200
    assert list(tmp_path.glob("gesprekken.db.stuk-*")) and "gesprekken.db was kapot" in log(tmp_path)


def test_een_bestand_dat_onder_ons_kapotgaat(tmp_path: Path, bouw: Bouw) -> None:
    klant = http(bouw())
    sessie = klant.post("/api/gesprek").json()["sessie"]
    for deel in ("", "-wal", "-shm"):
        pad = tmp_path / f"gesprekken.db{deel}"
        if pad.exists():
            pad.write_bytes(b"\x07kapot" * 3000)
    eerlijk(beurt(klant, sessie, "b1"))
    pagina_staat(klant)
    assert beurt(klant, sessie, "b1").status_code == 401  # het gesprek is weg, en dat zeggen we
    assert klant.post("/api/gesprek").status_code == 200
    assert "gesprekken.db was kapot" in log(tmp_path)


def test_een_opzij_gezet_bestand_blijft_niet_langer_dan_een_gesprek(tmp_path: Path) -> None:
    (tmp_path / "g.db").write_bytes(b"kapot" * 1000)
    gesprekken = Gesprekken(f"sqlite:///{tmp_path / 'g.db'}", kluis=Kluis("k" * 30))
    opzij = next(tmp_path.glob("g.db.stuk-*"))
    gesprekken.ruim_op()
    assert opzij.exists()
    os.utime(opzij, (time.time() - 25 * 3600,) * 2)
    gesprekken.ruim_op()
    assert not opzij.exists()


def test_een_bestand_op_slot_kost_geen_beurt(tmp_path: Path, bouw: Bouw) -> None:
    klant = http(bouw())
    sessie = klant.post("/api/gesprek").json()["sessie"]
    with contextlib.closing(sqlite3.connect(tmp_path / "gesprekken.db")) as ander:
        ander.execute("begin exclusive")
        eerlijk(beurt(klant, sessie, "b1"))
        pagina_staat(klant)
        ander.rollback()
    assert "Hoe oud" in beurt(klant, sessie, "b1").text
    log(tmp_path)


def test_een_volle_schijf_kost_geen_beurt(tmp_path: Path, bouw: Bouw) -> None:
    huis = bouw()
    klant = http(huis)
    sessie = klant.post("/api/gesprek").json()["sessie"]
    oud = resource.prlimit(huis.deur.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(huis.deur.pid, resource.RLIMIT_FSIZE, (1, oud[1]))
    eerlijk(beurt(klant, sessie, "b1"))
    eerlijk(klant.post("/api/gesprek"))
    pagina_staat(klant)
    resource.prlimit(huis.deur.pid, resource.RLIMIT_FSIZE, oud)
    assert "Hoe oud" in beurt(klant, sessie, "b1").text


def test_een_map_die_er_niet_is_houdt_de_deur_niet_tegen(tmp_path: Path, bouw: Bouw) -> None:
    huis = bouw(klaar=False, EHBO_GESPREKKEN=f"sqlite:///{tmp_path / 'weg' / 'g.db'}")
    klant = http(huis)
    assert huis.status()["klaar"] is False
    eerlijk(klant.post("/api/gesprek"))
    pagina_staat(klant)
    (tmp_path / "weg").mkdir()
    for _ in range(3):
        antwoord = klant.post("/api/gesprek")
    assert antwoord.status_code == 200 and huis.status()["klaar"] is True


def _half(pad: Path) -> None:
    pad.write_bytes((WORTEL / "models" / "kennis.db").read_bytes()[:100_000])


@pytest.mark.parametrize(
    "maak", [lambda p: None, lambda p: p.write_bytes(b"iets anders" * 99), _half], ids=["weg", "verkeerd", "half"]
)
def test_zonder_goede_kennis_blijven_de_nummers(tmp_path: Path, bouw: Bouw, maak: Callable[[Path], None]) -> None:
    kennis = tmp_path / "kennis.db"
    maak(kennis)
    huis = bouw(klaar=False, EHBO_KENNIS=str(kennis))
    klant = http(huis)
    assert huis.status()["klaar"] is False
    eerlijk(klant.post("/api/gesprek"))
    kaal = klant.get("/zonder-script")
    assert kaal.status_code == 503 and all(f"tel:{nr}" in kaal.text for nr in ("112", "08000113", "0202615275"))
    pagina_staat(klant)
    shutil.copy(WORTEL / "models" / "kennis.db", kennis)
    assert klant.post("/api/gesprek").status_code == 200
    log(tmp_path)


def test_kennis_die_onder_ons_half_wordt_kost_niets(tmp_path: Path, bouw: Bouw) -> None:
    kennis = tmp_path / "kennis.db"
    shutil.copy(WORTEL / "models" / "kennis.db", kennis)
    klant = http(bouw(EHBO_KENNIS=str(kennis)))
    sessie = klant.post("/api/gesprek").json()["sessie"]
    _half(kennis)
    assert "Hoe oud" in beurt(klant, sessie, "b1").text
    vraag = {"beurt": "b2", "tekst": "wat is het verschil tussen smaad en laster?"}
    antwoord = klant.post("/api/beurt", json=vraag, headers={"X-Sessie": sessie})
    assert antwoord.status_code == 200
    schoon(antwoord)
    log(tmp_path)


def test_met_een_half_verstaan_werken_knoppen_en_noodwoorden(tmp_path: Path, bouw: Bouw) -> None:
    model = tmp_path / "verstaan.npz"
    model.write_bytes(b"PK\x03\x04half")
    huis = bouw(klaar=False, EHBO_MODEL=str(model))
    klant = http(huis)
    assert huis.status()["klaar"] is False  # beheer ziet het; de persoon merkt het zo min mogelijk
    sessie = klant.post("/api/gesprek").json()["sessie"]
    assert "Hoe oud" in beurt(klant, sessie, "b1").text
    lijf = {"beurt": "b2", "tekst": "ik wil dood"}
    assert "0800 0113" in klant.post("/api/beurt", json=lijf, headers={"X-Sessie": sessie}).text
    assert "make train" in str(huis.status()["verstaan"])


@pytest.mark.parametrize("inhoud", [None, b"half", b"\x1f\x8b\x08\x00" + b"x" * 500], ids=["weg", "geen", "half"])
def test_een_half_model_van_rasa_zegt_wat_je_doet(tmp_path: Path, inhoud: bytes | None) -> None:
    model = tmp_path / "assistent.tar.gz"
    if inhoud is not None:
        model.write_bytes(inhoud)
    uit = subprocess.run(
        [sys.executable, "-m", "bot", "rasa"],
        cwd=WORTEL,
        env={**os.environ, "EHBO_ASSISTENT": str(model), "EHBO_RASA_POORT": str(vrije_poort())},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert uit.returncode == 1 and "make train" in uit.stderr and "Traceback" not in uit.stderr


def test_een_klok_die_springt(tmp_path: Path) -> None:
    gesprekken = Gesprekken(f"sqlite:///{tmp_path / 'g.db'}", uren=24, kluis=Kluis("k" * 30))
    nu = 1_800_000_000.0
    gesprekken.schrijf(Rij("w" * 20, {"zaak": []}), nu=nu + 90 * 86400)  # geschreven toen de klok ver vooruit stond
    assert gesprekken.lees("w" * 20, nu=nu) is not None  # teruggezet: het gesprek is er nog
    assert gesprekken.ruim_op(nu=nu) == 0
    assert gesprekken.ruim_op(nu=nu + 23 * 3600) == 0
    assert gesprekken.ruim_op(nu=nu + 25 * 3600) == 1  # en het blijft niet maanden liggen
    rij = gesprekken.schrijf(Rij("v" * 20, {"zaak": []}), nu=nu)
    assert gesprekken.lees("v" * 20, nu=nu + 48 * 3600) is None  # vooruit: verlopen, nooit te lang
    assert (
        gesprekken.schrijf(Rij("v" * 20, {}, versie=rij.versie), nu=nu - 3600).versie == 2
    )  # versies kennen geen klok
