"""Hoe lang een brief maken duurt: invullen, en als bestand. `python -m bench.brieven` meet alleen dit."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from bot.document import maak_docx, maak_pdf, maak_txt
from bot.kennis import lees_kennis, vandaag
from knowledge import Zaak, adviseer
from knowledge.brieven import vul
from knowledge.recht import per_ontvanger

HERHAAL = 5
FEITEN = {
    "leeftijd": "volwassen",
    "beeld": "nep",
    "beeld_seksueel": "ja",
    "beeld_lijkt_echt": "ja",
    "toestemming_maken": "nee",
    "gedeeld": "ja",
    "gedeeld_waar": ["instagram", "telegram", "website"],
    "publiek": "openbaar",
    "toestemming_delen": "nee",
    "platform_gemeld": "afgewezen",
    "dader_bekend": "ja",
    "relatie": "werk",
    "uitspraak": "ja",
    "uitspraak_waar": "onwaar",
    "scheldwoorden": "ja",
    "nepaccount": "ja",
    "journalistiek": "ja",
    "gedaan": ["avg_verzoek", "niet_opgenomen"],
    "wil": ["vervolging", "schadevergoeding"],
}
"""Een zaak waarin bijna elke brief past."""


def meet() -> list[tuple[str, list[float]]]:
    """Per stap de tijden in milliseconden, over elke brief die bij deze zaak past."""
    _, kennis = lees_kennis()
    zaak = Zaak()
    for feit, waarde in FEITEN.items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, waarde, vandaag()))
    advies = adviseer(kennis, zaak, vandaag())
    keuzes = [k for brief in kennis.brieven.values() for k in per_ontvanger(kennis, advies.beoordeling, brief)]
    documenten = [vul(kennis, keuze, advies) for keuze in keuzes]
    maak_pdf(documenten[0])  # letters laden telt niet mee
    uit = [("brief invullen", [_tijd(lambda k=k: vul(kennis, k, advies)) for k in keuzes * HERHAAL])]  # type: ignore[misc]
    for naam, maak in (("tekst", maak_txt), ("DOCX", maak_docx), ("PDF", maak_pdf)):
        uit.append((f"brief als {naam}", [_tijd(lambda d=d, m=maak: m(d)) for d in documenten * HERHAAL]))  # type: ignore[misc]
    return uit


def _tijd(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def main() -> int:
    tabel = Table("wat", "mediaan (ms)", "p95 (ms)", "aantal")
    for naam, tijden in meet():
        p95 = sorted(tijden)[int(len(tijden) * 0.95)]
        tabel.add_row(naam, f"{statistics.median(tijden):.2f}", f"{p95:.2f}", str(len(tijden)))
    Console().print(tabel)
    return 0


if __name__ == "__main__":
    sys.exit(main())
