"""Elke brief opent in LibreOffice, met dezelfde woorden als in het gesprek."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from bot.document import maak_docx
from bot.kennis import lees_kennis
from knowledge import Zaak, adviseer
from knowledge.brieven import Opgemaakt, kaal, vul
from knowledge.recht import zoek_brief
from tests.bot.deur.test_elke_brief import ZAKEN

VANDAAG = date(2026, 11, 24)


def maak(brief: str) -> Opgemaakt:
    _, kennis = lees_kennis()
    zaak = Zaak()
    for feit, waarde in ZAKEN[brief].items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, waarde.split(","), VANDAAG))
    advies = adviseer(kennis, zaak, VANDAAG)
    keuze = zoek_brief(kennis, advies.beoordeling, brief)
    assert keuze is not None
    return vul(kennis, keuze, advies)


def test_elke_docx_opent_in_libreoffice(vereist: Callable[[str], str], tmp_path: Path) -> None:
    soffice = vereist("soffice")
    documenten = {brief: maak(brief) for brief in ZAKEN}
    for brief, document in documenten.items():
        (tmp_path / f"{brief}.docx").write_bytes(maak_docx(document))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profiel",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path / "pdf"),
            *(str(tmp_path / f"{brief}.docx") for brief in ZAKEN),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for brief, document in documenten.items():
        bladen = [blad.extract_text() for blad in PdfReader(tmp_path / "pdf" / f"{brief}.pdf").pages]
        tekst = "".join("".join(bladen).split())
        for stuk in document.delen:
            for regel in (*stuk.alineas, *stuk.lijst):
                assert "".join(kaal(regel).split()) in tekst, (brief, regel)
        assert all(blad.strip() for blad in bladen), f"{brief} heeft een leeg blad"
