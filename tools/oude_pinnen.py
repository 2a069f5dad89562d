"""`python tools/oude_pinnen.py 2024-11-24`: welke pinnen in requirements.txt bestonden op die dag al. Schrijft tools/oude_pinnen.txt.

uv lost de lijst op alsof het die dag is; wat dan dezelfde versie krijgt, is minstens zo oud.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

WORTEL = Path(__file__).parent.parent
EISEN, UIT = WORTEL / "requirements.txt", WORTEL / "tools" / "oude_pinnen.txt"
ONBEKEND = re.compile(r"you require ([a-z0-9_.-]+)<=", re.IGNORECASE)


def pinnen(tekst: str) -> dict[str, str]:
    """Naam en versie van elke pin."""
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", tekst, re.MULTILINE))


def afdruk(tekst: str) -> str:
    """Verandert als er een pin bij komt, weggaat of een andere versie krijgt."""
    return sha256("\n".join(f"{n}=={v}" for n, v in sorted(pinnen(tekst).items())).encode()).hexdigest()[:16]


def oud(uv: str, dag: str, vast: dict[str, str]) -> dict[str, str]:
    """De pinnen die op `dag` al uit waren."""
    over = dict(vast)
    with tempfile.TemporaryDirectory() as map_:
        vraag, antwoord = Path(map_) / "vraag.in", Path(map_) / "antwoord.txt"
        while over:
            vraag.write_text("\n".join(f"{naam}<={versie}" for naam, versie in over.items()))
            opties = ("--no-deps", "--quiet", "--no-annotate", "--no-header", "--no-emit-index-url")
            klaar = subprocess.run(
                [
                    uv,
                    "pip",
                    "compile",
                    *opties,
                    "--python-version",
                    "3.11",
                    "--exclude-newer",
                    dag,
                    "-o",
                    antwoord,
                    vraag,
                ],
                capture_output=True,
                text=True,
            )
            if klaar.returncode == 0:
                toen = pinnen(antwoord.read_text())
                return {naam: versie for naam, versie in vast.items() if toen.get(naam) == versie}
            weg = set(ONBEKEND.findall(re.sub(r"\s+", " ", klaar.stderr))) & set(over)
            if not weg:
                raise SystemExit(f"uv kon de lijst niet oplossen:\n{klaar.stderr}")
            for naam in weg:  # bestond die dag nog in geen enkele versie: jong
                del over[naam]
    return {}


def main(dag: str) -> int:
    tekst = EISEN.read_text()
    uv = next((str(p) for p in (WORTEL / ".uv" / "bin" / "uv",) if p.exists()), "uv")
    gevonden = oud(uv, dag, pinnen(tekst))
    kop = f"# gemaakt met: python tools/oude_pinnen.py {dag}\n# dag: {dag}\n# pinnen: {afdruk(tekst)}\n"
    UIT.write_text(kop + "".join(f"{naam}=={versie}\n" for naam, versie in sorted(gevonden.items())))
    print(f"{len(gevonden)} van {len(pinnen(tekst))} pinnen waren er op {dag} al")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
