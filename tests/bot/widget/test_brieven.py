"""Van het verhaal naar een bestand, in een echte browser: in de widget en zonder script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.bot.deur.conftest import Huis
from tests.bot.widget import test_zonder_script
from tests.bot.widget.conftest import loop


def test_een_melding_als_pdf_uit_de_widget(kaal_huis: Huis, pagina: Callable[..., Page], tmp_path: Path) -> None:
    page = pagina(kaal_huis.adres, breedte=390, hoogte=800)
    loop(page)
    brieven = page.locator("details.brieven").first
    brieven.locator("summary").first.click()
    brieven.get_by_role("button", name="Maak dit voor mij").nth(1).click()
    document = page.locator(".document").last
    expect(document).to_contain_text("[je e-mailadres]")
    with page.expect_download() as gehaald:
        document.get_by_role("button", name="PDF").click()
    assert gehaald.value.suggested_filename == "document.pdf"
    gehaald.value.save_as(tmp_path / "document.pdf")
    tekst = "".join(blad.extract_text() for blad in PdfReader(tmp_path / "document.pdf").pages)
    assert "Ik verklaar te goeder trouw" in " ".join(tekst.split())
    assert page.buiten == [] and page.fouten == []  # type: ignore[attr-defined]


def test_dezelfde_melding_zonder_script(kaal_huis: Huis, pagina: Callable[..., Page], tmp_path: Path) -> None:
    page = test_zonder_script.begin(pagina, kaal_huis, java_script_enabled=False)
    test_zonder_script.loop(page)
    brieven = page.locator("details.brieven").first
    brieven.locator("summary").first.click()
    maken = brieven.get_by_role("button", name="Maak dit voor mij")
    test_zonder_script.verstuur(page, maken.nth(1))
    expect(page.locator(".document")).to_contain_text("[je e-mailadres]")
    with page.expect_download() as gehaald:
        page.get_by_role("button", name="PDF").click()
    assert gehaald.value.suggested_filename == "document.pdf"
    gehaald.value.save_as(tmp_path / "document.pdf")
    assert PdfReader(tmp_path / "document.pdf").pages
