"""Wat een test aan de balie doet: accounts maken, en in een browser aanmelden, een code openen en vragen om mee te praten."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from bot.deur.hulplijn.opslag import Accounts, open_opslag
from tests.bot.deur.conftest import Huis

WACHTWOORD = "een-lang-genoeg-wachtwoord"
Open = Callable[..., Page]


def maak_accounts(opslag: str, **rollen: str) -> None:
    """`maak_accounts(adres, sanne="medewerker")`; zij heten Sanne en hebben allemaal hetzelfde wachtwoord."""
    accounts = Accounts(open_opslag(opslag))
    for naam, rol in rollen.items():
        accounts.maak(naam, rol, WACHTWOORD, naam.capitalize())  # type: ignore[arg-type]


def meld_aan(page: Page, naam: str = "sanne") -> None:
    page.get_by_label("Naam").fill(naam)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Aanmelden").click()


def medewerker(pagina: Open, huis: Huis, naam: str = "sanne", pad: str = "/hulplijn/raadplegen") -> Page:
    page = pagina(huis.adres, breedte=1300)
    page.goto(f"{huis.adres}/hulplijn/aanmelden?verder={pad}")
    meld_aan(page, naam)
    page.wait_for_url(f"**{pad}")
    return page


def open_code(page: Page, code: str) -> None:
    page.get_by_role("link", name="Code openen").click()
    page.get_by_label("Code van de persoon").fill(code)
    page.get_by_role("button", name="Open").click()


def praat_mee(balie: Page, zeg_ja: Callable[[], object]) -> None:
    """Vraagt het, laat de persoon ja zeggen, en wacht tot ze samen praten."""
    balie.get_by_role("button", name="Vraag of je mag meepraten").click()
    zeg_ja()
    expect(balie.locator(".zaakstand")).to_contain_text("praten nu samen")
