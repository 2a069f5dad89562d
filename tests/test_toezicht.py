"""Toezicht op wat van anderen is: licenties, oude pinnen met hun risico's, en een controle die niet stil mislukt."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import CI, overgeslagen

WORTEL = Path(__file__).parents[1]


def laad(naam: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(naam, WORTEL / "tools" / f"{naam}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


audit, licenties, oude_pinnen = laad("audit"), laad("licenties"), laad("oude_pinnen")
EISEN = (WORTEL / "requirements.txt").read_text()
PINNEN: dict[str, str] = oude_pinnen.pinnen(EISEN)
RISICOS: list[dict[str, Any]] = yaml.safe_load((WORTEL / "tools" / "risicos.yaml").read_text())
OUD = (WORTEL / "tools" / "oude_pinnen.txt").read_text()


def test_elke_pin_heeft_een_hash_en_komt_van_geen_vast_adres() -> None:
    for bestand in ("requirements.txt", "tools/toezicht.txt", "tools/aanval.txt"):
        tekst = (WORTEL / bestand).read_text()
        blokken = re.split(r"\n(?=[A-Za-z0-9])", tekst)
        zonder = [b.split()[0] for b in blokken if "==" in b and "--hash=sha256:" not in b]
        assert not zonder and len(PINNEN) > 100 and not re.search(r"^--(extra-)?index-url|://", tekst, re.MULTILINE), (
            bestand
        )


def test_de_lijst_met_oude_pinnen_hoort_bij_deze_pinnen() -> None:
    assert oude_pinnen.afdruk(EISEN) in OUD, "de pinnen zijn veranderd: draai `make oud`"
    assert oude_pinnen.pinnen(OUD).items() <= PINNEN.items()


def test_elke_oude_pin_heeft_precies_een_aanvaard_risico() -> None:
    genoemd = [naam for r in RISICOS for naam in r["pakketten"]]
    dubbel = {naam for naam in genoemd if genoemd.count(naam) > 1}
    oud = set(oude_pinnen.pinnen(OUD))
    assert not dubbel
    assert oud - set(genoemd) == set(), "deze pinnen zijn ouder dan twee jaar en staan niet in tools/risicos.yaml"
    assert set(genoemd) - oud == set(), "deze zijn niet (meer) ouder dan twee jaar; haal ze uit tools/risicos.yaml"


@pytest.mark.parametrize("risico", RISICOS, ids=lambda r: r["id"])
def test_een_risico_zegt_wat_het_betekent_en_wie_het_tot_wanneer_aanvaardt(risico: dict[str, Any]) -> None:
    assert set(risico) == {"id", "pakketten", "wat", "gevolg", "schild", "kwetsbaarheden", "tot", "door"}
    assert all(len(risico[veld]) > 30 for veld in ("wat", "gevolg", "schild"))
    assert isinstance(risico["tot"], date) and risico["door"]


def test_wat_einde_leven_is_staat_erbij() -> None:
    assert "rasa" in {r["id"] for r in RISICOS}


def test_de_licentielijst_klopt_met_wat_er_geinstalleerd_is() -> None:
    assert licenties.UIT.read_text(encoding="utf-8") == licenties.tabel(EISEN), "draai `make licenties`"


def test_elke_licentie_mag() -> None:
    rijen = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]*) \|$", licenties.UIT.read_text(), re.MULTILINE)[1:]
    assert len(rijen) >= len(PINNEN)
    for naam, licentie in rijen:
        assert licentie.strip(), f"{naam} geeft geen licentie op"
        if re.search(r"\bA?GPL|General Public", licentie):
            assert re.search(r"LGPL|Lesser|MPL", licentie), f"{naam}: {licentie}"


def pakket(naam: str = "a", **meer: Any) -> dict[str, Any]:
    return {"name": naam, "version": "1", "vulns": [], **meer}


GAT = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["2"]}
MORGEN, VANDAAG = date(2026, 11, 26), date(2026, 11, 25)


@pytest.mark.parametrize(
    ("rapport", "kwetsbaarheden", "uitkomst", "zin"),
    [
        ({"dependencies": [pakket()]}, [], audit.GOED, None),
        ({"dependencies": [pakket(vulns=[GAT])]}, [], audit.GEVONDEN, "PYSEC-1"),
        ({"dependencies": [pakket(vulns=[GAT])]}, ["CVE-1"], audit.GOED, None),
        ({"dependencies": [pakket(), {"name": "b", "skip_reason": "x"}]}, [], audit.NIET_NAGEKEKEN, "1 van 2"),
        ({"dependencies": []}, [], audit.NIET_NAGEKEKEN, "geen lijst"),
        ({}, [], audit.NIET_NAGEKEKEN, "geen lijst"),
    ],
)
def test_overgeslagen_is_niet_nagekeken(
    rapport: dict[str, Any], kwetsbaarheden: list[str], uitkomst: int, zin: str | None
) -> None:
    risico = {"id": "r", "tot": MORGEN, "kwetsbaarheden": kwetsbaarheden}
    gekregen, zinnen = audit.oordeel(rapport, [risico], VANDAAG)
    assert gekregen == uitkomst and (zin is None or any(zin in z for z in zinnen))


def test_een_verlopen_risico_valt_op() -> None:
    risico = {"id": "r", "tot": VANDAAG - timedelta(days=1), "kwetsbaarheden": []}
    assert audit.oordeel({"dependencies": [pakket()]}, [risico], VANDAAG)[0] == audit.GEVONDEN


def gereedschap(naam: str) -> Path:
    """Uit zijn eigen omgeving. Is die er niet: overslaan, en in CI een fout."""
    pad = WORTEL / ".venv-toezicht" / "bin" / naam
    if not pad.exists():
        overgeslagen.append(naam)
        (pytest.fail if CI else pytest.skip)(f"{naam} is er niet; draai `make .venv-toezicht/klaar`")
    return pad


def test_de_onderdelenlijst_noemt_elke_pin(tmp_path: Path) -> None:
    uit = tmp_path / "sbom.json"
    opties = ["environment", sys.executable, "--of", "JSON", "--output-reproducible", "-o", str(uit)]
    subprocess.run([gereedschap("cyclonedx-py"), *opties], check=True, capture_output=True)
    namen = {re.sub(r"[-_.]+", "-", c["name"]).lower() for c in json.loads(uit.read_text())["components"]}
    voor_hier = [
        Requirement(re.sub(r"\s*\\$", "", regel)) for regel in re.findall(r"^[A-Za-z0-9].*==.*$", EISEN, re.MULTILINE)
    ]
    pinnen = {canonicalize_name(r.name) for r in voor_hier if r.marker is None or r.marker.evaluate()}
    assert len(pinnen) > 100 and pinnen <= namen


def test_zonder_de_lijst_met_gaten_is_er_niets_nagekeken() -> None:
    """De echte opdracht, op een machine die niets kan ophalen: geen groen."""
    gereedschap("pip-audit")
    nergens = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    klaar = subprocess.run(
        [sys.executable, "tools/audit.py"],
        cwd=WORTEL,
        env={**os.environ, **nergens},
        capture_output=True,
        text=True,
    )
    assert klaar.returncode == audit.NIET_NAGEKEKEN and "NIET NAGEKEKEN" in klaar.stdout, klaar.stdout


def test_de_lichte_omgeving_heeft_dezelfde_versies() -> None:
    """Een jurist met alleen de kern ziet dezelfde uitkomst als de bot."""

    def versies(naam: str) -> dict[str, str]:
        tekst = (WORTEL / naam).read_text("utf-8")
        return dict(re.findall(r"^([\w.-]+)==([^\s;]+)(?: \\|$)", tekst, re.MULTILINE))

    kern, alles = versies("tools/kern.txt"), versies("requirements.txt")
    nodig = {"pydantic", "pydantic-core", "pyyaml", "sqlite-utils", "snowballstemmer", "rich", "tzdata"}
    assert {naam: kern[naam] for naam in nodig} == {naam: alles[naam] for naam in nodig}
