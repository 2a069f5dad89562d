"""De jurist: werklijst, boom, verschil, en een akkoord als patch die git aanneemt."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.deur.hulplijn.beheer.akkoord import Akkoord, AkkoordFout, maak_patch
from bot.deur.hulplijn.beheer.jurist import werk
from bot.kennis import WORTEL, lees_kennis
from knowledge.bouw import lees
from tests.bot.hulplijn.conftest import Scherm

_, KENNIS = lees_kennis()


@pytest.fixture
def joost(deur: Callable[[], TestClient]) -> Scherm:
    scherm = Scherm(deur())
    scherm.meld_aan("joost")
    return scherm


def git(map_: Path, *args: str, invoer: str | None = None) -> str:
    omgeving = {"GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t.invalid", "PATH": "/usr/bin:/bin:/usr/local/bin"}
    klaar = subprocess.run(
        ["git", *args], cwd=map_, input=invoer, text=True, capture_output=True, check=True, env=omgeving
    )
    return klaar.stdout


def test_een_akkoord_is_een_patch_die_git_aanneemt(tmp_path: Path) -> None:
    shutil.copytree(WORTEL / "knowledge" / "inhoud", tmp_path / "knowledge" / "inhoud")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=t", "-c", "user.email=t@t.invalid", "commit", "-qm", "begin")
    bronnen = tuple(w.bron.id for w in werk(KENNIS)[:4])
    patch = maak_patch(Akkoord("Joost de Vries", date(2026, 11, 24), bronnen, "primair"), tmp_path)
    git(tmp_path, "am", invoer=patch)
    assert "Joost de Vries" in git(tmp_path, "log", "-1", "--format=%an %ad %B")
    inhoud = lees(tmp_path / "knowledge" / "inhoud").inhoud
    na = {b.id: b for b in inhoud.bronnen}
    for bron in bronnen:
        assert (na[bron].nagekeken_tegen, na[bron].nagekeken_op) == ("primair", date(2026, 11, 24))
    for oud in KENNIS.bronnen.values():
        if oud.id not in bronnen:
            assert na[oud.id] == oud


def test_een_akkoord_dat_niet_kan() -> None:
    dag = date(2026, 11, 24)
    for akkoord, waarom in (
        (Akkoord("J", dag, (), "primair"), "minstens één"),
        (Akkoord("J", dag, ("bestaat_niet",), "primair"), "niet gevonden"),
        (Akkoord("J", dag, (next(iter(KENNIS.bronnen)),), "gevoel"), "waartegen"),
    ):
        with pytest.raises(AkkoordFout, match=waarom):
            maak_patch(akkoord)


def test_de_werklijst_begint_met_wat_niemand_las() -> None:
    lijst = werk(KENNIS)
    assert lijst and all(w.bron.nagekeken_tegen != "primair" for w in lijst)
    standen = [w.bron.nagekeken_tegen for w in lijst]
    assert standen == sorted(standen)


def test_de_pagina_s(joost: Scherm) -> None:
    html = joost.client.get("/hulplijn/jurist").text
    lijst = werk(KENNIS)
    assert f"Werklijst ({len(lijst)})" in html
    boom = joost.client.get(f"/hulplijn/jurist/boom/{next(iter(KENNIS.situaties))}").text
    assert "<svg" in boom and "Als tekst" in boom
    assert joost.client.get("/hulplijn/jurist/boom/bestaat_niet").status_code == 404
    assert (
        joost.client.post(
            "/hulplijn/jurist/verschil", data={"csrf": joost.csrf, "versie": "../../etc/passwd"}
        ).status_code
        == 422
    )
    patch = joost.client.post(
        "/hulplijn/jurist/akkoord", data={"csrf": joost.csrf, "bron": lijst[0].bron.id, "tegen": "primair"}
    )
    assert patch.headers["content-disposition"].endswith('.patch"') and lijst[0].bron.id in patch.text


def test_alleen_de_eigen_rol(sanne: Scherm, joost: Scherm) -> None:
    assert sanne.client.get("/hulplijn/jurist").status_code == 403
    assert sanne.client.get("/hulplijn/beheer").status_code == joost.client.get("/hulplijn/beheer").status_code == 403
    assert sanne.client.get("/hulplijn/cijfers").status_code == 200


def test_verschil_met_een_eerdere_versie(joost: Scherm) -> None:
    pad = WORTEL / "models" / "kennis-proef.db"
    shutil.copy(WORTEL / "models" / "kennis.db", pad)
    try:
        html = joost.client.post("/hulplijn/jurist/verschil", data={"csrf": joost.csrf, "versie": pad.name}).text
        assert "0 verschillen" in html
    finally:
        pad.unlink()


def test_een_balk_als_de_inhoud_te_lang_niet_is_nagekeken(sanne: Scherm, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.deur.hulplijn import omgeving

    monkeypatch.setattr(omgeving, "dagen_oud", lambda: 90)
    assert "niet nagekeken" not in sanne.client.get("/hulplijn/cijfers").text
    monkeypatch.setattr(omgeving, "dagen_oud", lambda: 91)
    assert "91 dagen niet nagekeken" in sanne.client.get("/hulplijn/cijfers").text
    assert "91 dagen" not in TestClient(sanne.client.app).get("/hulplijn/aanmelden").text
