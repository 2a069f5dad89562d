"""Rasa achter de deur: alleen loopback, geen API, geen telemetrie, een geheim, en niets wat op schijf blijft."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.bot.deur.conftest import WORTEL, Huis, huis  # noqa: F401


def test_rasa_luistert_alleen_op_loopback_zonder_api(huis: Huis) -> None:  # noqa: F811
    poort = int(huis.omgeving["EHBO_RASA_POORT"])
    buiten = next(
        (
            a[4][0]
            for a in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
            if not str(a[4][0]).startswith("127.")
        ),
        None,
    )
    if buiten:
        with pytest.raises(OSError):
            socket.create_connection((str(buiten), poort), timeout=1)
    http = httpx.Client(base_url=f"http://127.0.0.1:{poort}", trust_env=False)
    for pad in ("/model/parse", "/conversations/x/tracker", "/domain", "/model/train"):
        assert http.request("POST" if "model" in pad else "GET", pad, json={}).status_code == 404, pad
    assert http.put("/model", json={"model_server": {"url": "http://127.0.0.1"}}).status_code in (404, 405)
    assert http.post("/webhooks/rest/webhook", json={"sender": "x", "message": "hoi"}).status_code == 404


@pytest.mark.parametrize("geheim", [None, "", "fout", "x" * 48])
def test_zonder_het_geheim_gebeurt_er_niets(huis: Huis, geheim: str | None) -> None:  # noqa: F811
    koppen = {} if geheim is None else {"X-Deur-Geheim": geheim}
    antwoord = httpx.post(
        f"http://127.0.0.1:{huis.omgeving['EHBO_RASA_POORT']}/webhooks/deur/webhook",
        json={"gesprek": "w" * 20, "beurt": "a", "tekst": "hoi"},
        headers=koppen,
        trust_env=False,
    )
    assert antwoord.status_code == 401


@pytest.mark.parametrize(
    "lijf",
    [
        {},
        {"gesprek": "w" * 20},
        {"gesprek": 3, "beurt": "a", "tekst": "x"},
        {"gesprek": "w" * 20, "beurt": "a", "code": "rm"},
        {"gesprek": "w" * 20, "beurt": "a", "tekst": " / "},
    ],
)
def test_een_verkeerde_vorm_wordt_geweigerd(huis: Huis, lijf: dict[str, object]) -> None:  # noqa: F811
    antwoord = httpx.post(
        f"http://127.0.0.1:{huis.omgeving['EHBO_RASA_POORT']}/webhooks/deur/webhook",
        json=lijf,
        headers={"X-Deur-Geheim": huis.omgeving["EHBO_RASA_GEHEIM"]},
        trust_env=False,
    )
    assert antwoord.status_code == 400


def test_telemetrie_is_uit_voor_rasa_geladen_wordt() -> None:
    code = "import os; os.environ.pop('RASA_TELEMETRY_ENABLED', None); import bot.rasa.serve; from rasa import telemetry; print(telemetry.is_telemetry_enabled())"
    uit = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True
    )
    assert uit.stdout.strip().endswith("False")


def test_de_bewaring_houdt_geen_woorden_en_laadt_altijd_even_veel(tmp_path: Path) -> None:
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered

    from bot.rasa.bewaring import Standbewaring

    bewaring = Standbewaring(Domain.load(str(WORTEL / "domain.yml")), f"sqlite:///{tmp_path / 'g.db'}")

    async def praat() -> None:
        for nr in range(80):
            tracker = await bewaring.get_or_create_tracker("w" * 20)
            assert len(tracker.events) <= 3
            tracker.update(UserUttered("mijn geheime verhaal", {"name": "vertellen"}, metadata={"beurt": str(nr)}))
            tracker.update(SlotSet("zaak", {"zaak": [], "beurten": nr}))
            tracker.update(BotUttered("", {"custom": {"blokken": [{"blok": "tekst", "tekst": "ons antwoord"}]}}))
            tracker.update(ActionExecuted("action_listen"))
            await bewaring.save(tracker)
        rij = bewaring.gesprekken.lees("w" * 20)
        assert (
            rij is not None
            and rij.beurt == "79"
            and rij.stand["beurten"] == 79
            and rij.antwoord == [{"blok": "tekst", "tekst": "ons antwoord"}]
        )

    asyncio.run(praat())
    rij = bewaring.gesprekken.lees("w" * 20)
    assert "geheime" not in str(rij)
    for bestand in tmp_path.iterdir():
        assert b"geheime" not in bestand.read_bytes()


def test_twee_schrijvers_verliezen_niets(tmp_path: Path) -> None:
    from bot.opslag import Gesprekken, Rij, VersieBotsing

    g = Gesprekken(f"sqlite:///{tmp_path / 'g.db'}", uren=1)
    een = g.schrijf(Rij("a" * 20, {"n": 1}))
    g.schrijf(Rij("a" * 20, {"n": 2}, versie=een.versie))
    for oud in (een, Rij("a" * 20, {"n": 3})):
        with pytest.raises(VersieBotsing):
            g.schrijf(oud)
    rij = g.lees("a" * 20)
    assert rij is not None and rij.stand == {"n": 2}


def test_verlopen_gesprekken_zijn_weg(tmp_path: Path) -> None:
    from bot.opslag import Gesprekken, Rij

    g = Gesprekken(f"sqlite:///{tmp_path / 'g.db'}", uren=24)
    g.schrijf(Rij("oud" * 8, {}), nu=1_000_000.0)
    assert g.lees("oud" * 8, nu=1_000_000.0 + 24 * 3600 - 1) is not None
    assert g.lees("oud" * 8, nu=1_000_000.0 + 24 * 3600 + 1) is None
    assert g.ruim_op(nu=1_000_000.0 + 24 * 3600 + 1) == 1 and g.ids() == []


def test_geen_woorden_in_de_acties() -> None:
    import ast

    for pad in (WORTEL / "actions").glob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "attr", "") == "utter_message":
                assert not any(k.arg == "text" and isinstance(k.value, ast.Constant) for k in knoop.keywords)


@pytest.mark.lang
def test_de_gewone_weg_van_rasa_werkt(tmp_path: Path) -> None:
    """`rasa data validate` en `rasa test` met `rasa run actions` ernaast: zoals een Rasa-gebruiker het verwacht."""
    omgeving = {**os.environ, "PYTHONWARNINGS": "ignore", "EHBO_RASA_GEHEIM": "x" * 32}
    rasa = str(Path(sys.executable).parent / "rasa")
    uit = subprocess.run(
        [rasa, "data", "validate", "--fail-on-warnings"], cwd=WORTEL, env=omgeving, capture_output=True, text=True
    )
    assert uit.returncode == 0, uit.stderr[-2000:]
    uit = subprocess.run(
        [
            rasa,
            "test",
            "core",
            "--stories",
            "tests/test_stories.yml",
            "--model",
            "models/assistent.tar.gz",
            "--fail-on-prediction-errors",
            "--out",
            str(tmp_path),
        ],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
    )
    assert uit.returncode == 0, uit.stderr[-2000:]


@pytest.mark.lang
def test_rasa_run_met_rasa_run_actions(tmp_path: Path) -> None:
    from tests.bot.deur.conftest import vrije_poort

    rasa, acties, poort = str(Path(sys.executable).parent / "rasa"), vrije_poort(), vrije_poort()
    eindpunten = tmp_path / "endpoints.yml"
    eindpunten.write_text(
        (WORTEL / "endpoints.yml")
        .read_text()
        .replace("5055", str(acties))
        .replace("sqlite:///var/gesprekken.db", f"sqlite:///{tmp_path / 'g.db'}")
    )
    geheim = "g" * 32
    omgeving = {**os.environ, "PYTHONWARNINGS": "ignore", "EHBO_RASA_GEHEIM": geheim}
    processen = [
        subprocess.Popen(
            [rasa, "run", "actions", "--port", str(acties)],
            cwd=WORTEL,
            env=omgeving,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ),
        subprocess.Popen(
            [
                rasa,
                "run",
                "-i",
                "127.0.0.1",
                "-p",
                str(poort),
                "--endpoints",
                str(eindpunten),
                "--model",
                "models/assistent.tar.gz",
            ],
            cwd=WORTEL,
            env=omgeving,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ),
    ]
    try:
        http = httpx.Client(base_url=f"http://127.0.0.1:{poort}", trust_env=False, timeout=10)
        import time

        for _ in range(360):  # op een drukke machine laadt Rasa minuten
            try:
                antwoord = http.post(
                    "/webhooks/deur/webhook",
                    json={"gesprek": "w" * 20, "beurt": "1", "tekst": "er staat een naaktfoto van mij online"},
                    headers={"X-Deur-Geheim": geheim},
                )
                if antwoord.status_code == 200:
                    break
            except httpx.HTTPError:
                pass
            time.sleep(0.5)
        assert '"feit": "leeftijd"' in json.dumps(antwoord.json(), ensure_ascii=False)
    finally:
        for proces in processen:
            proces.kill()
            proces.wait()
