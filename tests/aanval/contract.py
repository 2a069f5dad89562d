"""Het HTTP van de deur tegen docs/openapi.yaml, met schemathesis: goede en foute verzoeken, en elk antwoord moet beschreven zijn.

`python -m tests.aanval.contract VOORBEELDEN [ZAAD]` (per route; schemathesis uit .venv-aanval).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.deur.hulplijn.opslag import Aanmeldingen, Accounts, open_opslag
from tests.aanval.stille_api import stille_api
from tests.aanval.uitslag import Uitslag
from tests.bot.deur.conftest import WORTEL, Huis, bouw_huis, sluit
from tests.bot.hulplijn.aan_de_balie import maak_accounts
from tests.bot.telegram.tegenpartij import omgeving

SCHEMATHESIS = WORTEL / ".venv-aanval" / "bin" / "schemathesis"
BESCHRIJVING = WORTEL / "docs" / "openapi.yaml"
GEHEIM = "proef" * 8
MEDEWERKERS = 60
LETOP = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,geen_spoor"


@dataclass(frozen=True)
class Verslag:
    """Wat schemathesis zei."""

    verzoeken: int
    routes: int
    fouten: int
    tekst: str


def speel(voorbeelden: int, zaad: int) -> Verslag:
    """Alle routes, elk met `voorbeelden` verzonnen verzoeken erbij."""
    with tempfile.TemporaryDirectory() as naam, stille_api() as api:
        map_ = Path(naam)
        huis = bouw_huis(
            map_,
            met_rasa=False,
            EHBO_PER_MINUUT="10000000",
            EHBO_TEGELIJK_PER_ADRES="10000",
            **omgeving(api, GEHEIM),
        )
        try:
            return _draai(huis, map_, voorbeelden, zaad)
        finally:
            sluit(huis)


def _draai(huis: Huis, map_: Path, voorbeelden: int, zaad: int) -> Verslag:
    proef = {"adres": huis.adres, "zaad": zaad, "telegram": GEHEIM, "balie": _medewerkers(huis)}
    opties = f"--checks {LETOP} --phases examples,coverage,fuzzing -n {voorbeelden} --seed {zaad} --mode all"
    klaar = subprocess.run(
        [
            SCHEMATHESIS,
            "run",
            BESCHRIJVING,
            "--url",
            huis.adres,
            *opties.split(),
            "--continue-on-failure",
            "--no-color",
            "--warnings=off",
            "--request-timeout=30",
            "--suppress-health-check=all",
            "--max-redirects=0",
            "--exclude-path-regex=^/hulplijn/oidc",  # bestaat hier niet; tests/bot/hulplijn/test_oidc.py doet dat
        ],
        cwd=map_,
        env={
            **os.environ,
            "EHBO_PROEF": json.dumps(proef),
            "SCHEMATHESIS_HOOKS": "tests.aanval.haken",
            "PYTHONPATH": str(WORTEL),
        },
        capture_output=True,
        text=True,
    )
    tekst = klaar.stdout + klaar.stderr
    slot = tekst.rpartition("Seed:")[2]
    fouten = _getal(r"(\d+) failure", slot) + _getal(r"(\d+) error", slot) or klaar.returncode
    return Verslag(_getal(r"([\d,]+) generated", tekst), _getal(r"Tested: +(\d+)", tekst), fouten, tekst)


def _getal(patroon: str, tekst: str) -> int:
    treffer = re.search(patroon, tekst)
    return int(treffer[1].replace(",", "")) if treffer else 0


def _medewerkers(huis: Huis) -> list[dict[str, str]]:
    """Aangemeld zonder aanmeldscherm: dat laat na vijf missers niemand meer toe, en dat hoort zo."""
    db = open_opslag(huis.omgeving["EHBO_HULPLIJN_OPSLAG"])
    maak_accounts(huis.omgeving["EHBO_HULPLIJN_OPSLAG"], bea="beheerder")
    accounts = Accounts(db)
    account = accounts.lees("bea")
    assert account is not None
    sessies = Aanmeldingen(db, accounts, huis.omgeving["EHBO_GEHEIM"], 600, 600)
    tekens = [sessies.begin(account) for _ in range(MEDEWERKERS)]
    return [{"cookie": teken, "csrf": sessies.csrf(teken)} for teken in tekens]


def main(voorbeelden: int, zaad: int) -> int:
    verslag = speel(voorbeelden, zaad)
    print(verslag.tekst[-6000:])
    return Uitslag(
        "contract", zaad, {"verzoeken": verslag.verzoeken, "routes": verslag.routes}, verslag.fouten
    ).bewaar()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, int(sys.argv[2]) if len(sys.argv) > 2 else 4))
