"""De opdrachten van de kennis: `python -m knowledge --help`."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from knowledge.bouw import INHOUD
from knowledge.errors import AntwoordFout, InhoudFout, KennisFout
from knowledge.opdrachten import (
    antwoorden,
    beoordeel_,
    boom,
    brieven,
    build,
    check,
    fouten,
    vandaag,
    verschil,
    vierogen,
    voorbeelden,
    vraag,
    wandel_,
    zoek,
)


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(prog="python -m knowledge", description="De kennis: controleren, bouwen, bevragen.")
    delen = p.add_subparsers(dest="opdracht", required=True)

    def deel(naam: str, hulp: str, doe: object) -> argparse.ArgumentParser:
        d = delen.add_parser(naam, help=hulp, description=hulp)
        d.set_defaults(doe=doe)
        d.add_argument(
            "--vandaag", type=date.fromisoformat, default=vandaag(), help="reken alsof het deze dag is (JJJJ-MM-DD)"
        )
        d.add_argument(
            "--db", type=Path, default=Path("models/kennis.db"), help="het kennisbestand (standaard models/kennis.db)"
        )
        d.add_argument("--inhoud", type=Path, default=INHOUD, help="de map met YAML (standaard knowledge/inhoud)")
        return d

    d = deel("check", "Controleert de inhoud en telt wat nagekeken is.", check)
    d.add_argument(
        "--nog-niet-nagekeken",
        action="store_true",
        help="toon de werklijst: elke bron die nog niemand nakeek, wat het meeste kwaad kan eerst",
    )
    d.add_argument("--json", action="store_true", help="als JSON")
    d.add_argument("--let-op", action="store_true", help="toon ook wat geen fout is: ongebruikt, ongetoetst, lang")
    d = deel("wandel", "Loopt wegen door elke situatie, toetst de vaste regels en telt wat bereikt wordt.", wandel_)
    d.add_argument("--hoogstens", type=int, help="van elke situatie hoogstens zoveel paarwegen (standaard alle)")
    d = deel(
        "voorbeelden", "Voert alle voorbeelden uit en zegt welke niet uitkomen, en waarom ze er staan.", voorbeelden
    )
    d.add_argument(
        "--wederpartij",
        action="store_true",
        help="zet bij elk voorbeeld elk verweer van de ander één keer aan, en tel welke gewogen grond omslaat",
    )
    deel("build", "Controleert de inhoud en maakt kennis.db.", build)
    d = deel("vraag", "Het vraaggesprek in de terminal.", vraag)
    d.add_argument("--uitleg", action="store_true", help="toon bij elke vraag waarom hij komt en wat er nu past")
    d = deel("beoordeel", "Feiten in, advies uit (JSON).", beoordeel_)
    d.add_argument(
        "feiten",
        nargs="?",
        type=argparse.FileType("r"),
        default=sys.stdin,
        help="JSON-bestand {feit: waarde}; zonder bestand: standaardinvoer",
    )
    d.add_argument("--zaken", type=Path, help="beoordeel een bestand met zaken, een regel JSON per zaak")
    d.add_argument(
        "--alles", action="store_true", help="geef alle feiten tegelijk in plaats van een vraaggesprek dat leeg begint"
    )
    d.add_argument(
        "--vertaling",
        type=Path,
        default=Path("tests/evaluatie/vertaling.yaml"),
        help="tabel van de woorden van het bestand naar feiten",
    )
    d = deel("boom", "De beslisboom van een situatie.", boom)
    d.add_argument("situatie", nargs="?", help="zonder: alle situaties, elk in een eigen bestand")
    d.add_argument("--map", type=Path, default=Path("models/bomen"), help="waar alle bomen komen")
    d.add_argument("--vorm", choices=("tekst", "mermaid", "svg"), default="tekst", help="hoe de boom eruitziet")
    d.add_argument("--diepte", type=int, default=3, help="hoeveel vragen diep (elke vraag vertakt)")
    d = deel("zoek", "Zoekt in gronden, routes, instanties, termijnen en begrippen.", zoek)
    d.add_argument("woorden", nargs="+")
    d.add_argument("--aantal", type=int, default=5, help="hoeveel treffers")
    d.add_argument("--json", action="store_true", help="als JSON")
    deel("antwoorden", "Alle antwoorden op één bladzij met hun bron, als HTML om te printen.", antwoorden)
    deel(
        "vierogen",
        "Wat vier ogen moeten beoordelen, als boekje om te printen (HTML): vraag, ons antwoord, artikel, uitspraak.",
        vierogen,
    )
    deel("brieven", "De lijst van brieven, als Markdown (zo staat hij in docs/brieven.md).", brieven)
    d = deel("verschil", "Van welke voorbeelden verandert het advies tussen twee versies?", verschil)
    d.add_argument("oud", type=Path)
    d.add_argument("nieuw", type=Path)
    d.add_argument("--json", action="store_true", help="als JSON")
    return p


def main(argv: list[str] | None = None) -> int:
    args = parser().parse_args(argv)
    try:
        return int(args.doe(args))
    except InhoudFout as fout:
        for melding in fout.meldingen:
            fouten.print(str(melding), markup=False, soft_wrap=True)
        fouten.print(f"{len(fout.meldingen)} fout(en) in de inhoud; kennis.db is niet veranderd.", style="bold red")
    except AntwoordFout as fout:
        fouten.print(f"het antwoord past niet bij `{fout.feit}`", markup=False)
    except KennisFout as fout:
        fouten.print(str(fout), markup=False)
    return 1


if __name__ == "__main__":
    sys.exit(main())
