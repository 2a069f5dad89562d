"""Alle voorbeelden uitvoeren, en van elk dat niet uitkomt zeggen waar het staat, wat er anders is en waarom het er stond."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.bewijs.proeven import grondfout, proeffout
from knowledge.bouw import Gelezen
from knowledge.errors import Melding
from knowledge.recht import Kennis


def aantal_voorbeelden(gelezen: Gelezen) -> int:
    inhoud = gelezen.inhoud
    return sum(len(g.voorbeelden) for g in inhoud.gronden) + sum(len(p.voorbeelden) for p in inhoud.voorbeelden)


def niet_uitgekomen(gelezen: Gelezen, kennis: Kennis) -> Iterator[Melding]:
    """Elk voorbeeld dat anders uitvalt dan de jurist schreef, met zijn plaats in de inhoud."""
    for grond in gelezen.inhoud.gronden:
        for nr, voorbeeld in enumerate(grond.voorbeelden):
            fout = grondfout(kennis, grond, voorbeeld)
            if fout:
                yield _melding(gelezen, ("gronden", grond.id), nr, voorbeeld.naam, voorbeeld.waarom, fout)
    for proef in gelezen.inhoud.voorbeelden:
        for nr, geval in enumerate(proef.voorbeelden):
            fout = proeffout(kennis, proef, geval)
            if fout:
                yield _melding(gelezen, ("voorbeelden", proef.id), nr, geval.naam, geval.waarom, fout)


def _melding(gelezen: Gelezen, van: tuple[str, str], nr: int, naam: str, waarom: str, fout: str) -> Melding:
    wat = f"het voorbeeld '{naam}' komt niet uit: {fout}"
    doe = f"het hoort zo te zijn, want: {waarom} Klopt dat nog? Dan is de voorwaarde fout; anders het voorbeeld"
    return gelezen.plaatsen[van].melding(("voorbeelden", nr), wat, doe)
