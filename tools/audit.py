"""`make audit`: kent iemand een gat in onze pinnen? Wat niet nagekeken kon worden, telt als niet nagekeken."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

WORTEL = Path(__file__).parent.parent
PIP_AUDIT = WORTEL / ".venv-toezicht" / "bin" / "pip-audit"
GOED, GEVONDEN, NIET_NAGEKEKEN = 0, 1, 2


def oordeel(rapport: dict[str, Any], risicos: list[dict[str, Any]], vandaag: date) -> tuple[int, list[str]]:
    """De uitkomst en de zinnen erbij. Eén overgeslagen pakket is genoeg voor NIET_NAGEKEKEN."""
    pakketten = rapport.get("dependencies") or []
    overgeslagen = [p["name"] for p in pakketten if "skip_reason" in p]
    aanvaard = {nummer for r in risicos for nummer in r["kwetsbaarheden"]}
    zinnen = [
        f"{p['name']} {p['version']}: {gat['id']}, hersteld in {', '.join(gat['fix_versions']) or 'geen versie'}"
        for p in pakketten
        for gat in p.get("vulns", ())
        if not aanvaard & {gat["id"], *gat.get("aliases", ())}
    ]
    zinnen += [
        f"risico {r['id']} was aanvaard tot {r['tot']}; kijk er opnieuw naar" for r in risicos if r["tot"] < vandaag
    ]
    uitkomst = GEVONDEN if zinnen else GOED
    if overgeslagen or not pakketten:
        zinnen.append(
            f"NIET NAGEKEKEN: {len(overgeslagen)} van {len(pakketten)} pakketten konden niet worden opgezocht"
            f" ({', '.join(overgeslagen[:5]) or 'er kwam geen lijst'}{', …' if len(overgeslagen) > 5 else ''})."
            " Draai dit waar de lijst met kwetsbaarheden te bereiken is."
        )
        uitkomst = NIET_NAGEKEKEN
    return uitkomst, zinnen


def main() -> int:
    klaar = subprocess.run(
        [
            PIP_AUDIT,
            "-r",
            "requirements.txt",
            "--require-hashes",
            "--disable-pip",
            "-f",
            "json",
            "--progress-spinner",
            "off",
        ],
        cwd=WORTEL,
        capture_output=True,
        text=True,
    )
    try:
        rapport = json.loads(klaar.stdout)
    except ValueError:
        rapport = {}
        print(klaar.stderr.strip().splitlines()[-1] if klaar.stderr.strip() else "pip-audit zei niets")
    uitkomst, zinnen = oordeel(rapport, yaml.safe_load((WORTEL / "tools" / "risicos.yaml").read_text()), date.today())
    print("\n".join(zinnen) or f"{len(rapport['dependencies'])} pakketten nagekeken, niets gevonden")
    return uitkomst


if __name__ == "__main__":
    sys.exit(main())
