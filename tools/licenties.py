"""`python tools/licenties.py`: schrijft docs/licenties.md, de licentie van elke pin zoals het geïnstalleerde pakket haar opgeeft."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

WORTEL = Path(__file__).parent.parent
UIT = WORTEL / "docs" / "licenties.md"
MET_DE_HAND = {
    "axe-playwright-python": "MIT (met axe-core: MPL-2.0)",
    "async-timeout": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "pyreadline3": "BSD-3-Clause",
    "skops": "MIT",
}
"""Wat in hun LICENSE-bestand staat: pakketten die zelf niets opgeven, en die maar op één soort machine horen."""
KOP = """# Licenties van wat we gebruiken

Gemaakt met `make licenties` uit de gegevens die elk geïnstalleerd pakket over zichzelf geeft. Onze eigen licentie is EUPL-1.2.
Pakketten onder LGPL of MPL worden ongewijzigd gebruikt, als los pakket. Iets met alleen GPL of AGPL, of zonder licentie komt er niet in: een test bewaakt dat.

| pakket | versie | licentie |
|---|---|---|
"""


def licentie(naam: str) -> str:
    """Een korte naam, of leeg als het pakket niets opgeeft."""
    if naam.lower() in MET_DE_HAND:
        return MET_DE_HAND[naam.lower()]
    gegevens = metadata(naam)
    opgegeven = gegevens.get("License-Expression") or ""
    soorten = [s.split(" :: ")[-1] for s in gegevens.get_all("Classifier") or () if s.startswith("License :: ")]
    soorten = [s for s in soorten if s != "OSI Approved"]
    los = (gegevens.get("License") or "").strip().splitlines()
    return opgegeven or ", ".join(soorten) or (los[0][:60] if los else "")


def tabel(eisen: str) -> str:
    """Het hele document."""
    rijen = []
    for naam, versie in re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", eisen, re.MULTILINE):
        try:
            rijen.append(f"| {naam} | {versie} | {licentie(naam)} |\n")
        except PackageNotFoundError:
            raise SystemExit(
                f"{naam} staat in requirements.txt maar is niet geïnstalleerd; draai eerst `make .venv/klaar`"
            ) from None
    return KOP + "".join(rijen)


def main() -> int:
    UIT.write_text(tabel((WORTEL / "requirements.txt").read_text()), encoding="utf-8")
    print(f"{UIT.relative_to(WORTEL)} geschreven")
    return 0


if __name__ == "__main__":
    sys.exit(main())
