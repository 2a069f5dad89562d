"""De widget op de site van een ander, onder precies de regels die docs/insluiten.md noemt."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.deur.web.bundel import BRON
from tests.bot.deur.conftest import vrije_poort
from tests.bot.widget.conftest import SCHERMEN, EigenDeur, loop, typ

UITLEG = (Path(__file__).parents[3] / "docs" / "insluiten.md").read_text(encoding="utf-8")
VOORBEELD = "https://hulp.voorbeeld.nl"


class Site:
    """Een site van een ander: één pagina met een eigen Content-Security-Policy."""

    def __init__(self) -> None:
        self.poort = vrije_poort()
        self.adres = f"http://127.0.0.1:{self.poort}"
        self.lijf = self.csp = ""
        site = self

        class Antwoord(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                pagina = f"<!doctype html><html lang=nl><head><title>Site</title></head><body><h1>Site</h1>{site.lijf}</body></html>"
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if site.csp:
                    self.send_header("Content-Security-Policy", site.csp)
                self.end_headers()
                self.wfile.write(pagina.encode())

            def log_message(self, *_: object) -> None:
                """Stil."""

        self.server = ThreadingHTTPServer(("127.0.0.1", self.poort), Antwoord)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def site() -> Iterator[Site]:
    s = Site()
    yield s
    s.server.shutdown()
    s.server.server_close()


def uit_uitleg(patroon: str, adres: str) -> str:
    gevonden = re.search(patroon, UITLEG, re.MULTILINE)
    assert gevonden, patroon
    return gevonden[0].replace(VOORBEELD, adres)


@pytest.fixture
def deur(eigen_deur: Callable[..., EigenDeur], site: Site) -> EigenDeur:
    return eigen_deur(herkomsten=(site.adres,))


def test_het_hele_gesprek_onder_de_genoemde_regels(deur: EigenDeur, site: Site, pagina: Callable[..., Page]) -> None:
    regels = uit_uitleg(r"^script-src .*; connect-src .*$", deur.adres)
    site.csp = f"default-src 'none'; img-src 'self'; {regels}; require-trusted-types-for 'script'"
    site.lijf = f"<script src='{deur.adres}/widget/widget.js' defer></script><beeld-hulp></beeld-hulp>"
    page = pagina(site.adres)
    loop(page)
    vreemd = [url for url in page.verzoeken if not url.startswith((site.adres, deur.adres))]  # type: ignore[attr-defined]
    assert vreemd == [] and [f for f in page.fouten if "favicon" not in f and "404" not in f] == []  # type: ignore[attr-defined]
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url("https://www.buienradar.nl/**")


def test_met_alleen_de_scripttag_een_knop_rechtsonder(deur: EigenDeur, site: Site, pagina: Callable[..., Page]) -> None:
    site.lijf = f"<script src='{deur.adres}/widget/widget.js' defer data-knop='Vragen?'></script>"
    page = pagina(site.adres, breedte=1000, hoogte=700, reduced_motion="reduce")
    knop = page.get_by_role("button", name="Vragen?")
    expect(knop).to_be_visible()
    assert not [url for url in page.verzoeken if "/api/" in url], "zolang niemand de hulp opent, vraagt hij niets"  # type: ignore[attr-defined]
    knop.click()
    expect(page.get_by_role("button", name="Ik ben veilig, ga verder")).to_be_visible()
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.id") == "invoer"
    typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    page.screenshot(path=SCHERMEN / "zwevend.png")
    page.keyboard.press("Escape")
    expect(knop).to_be_focused()
    knop.click()
    expect(page.locator(".beurt.bot")).to_have_count(2)


def test_in_een_frame_gaat_snel_weg_met_de_hele_pagina(
    deur: EigenDeur, site: Site, pagina: Callable[..., Page]
) -> None:
    site.csp = f"default-src 'none'; frame-src {deur.adres}"
    site.lijf = uit_uitleg(r"<iframe[\s\S]*?</iframe>", deur.adres)
    page = pagina(site.adres)
    frame = page.frame_locator("iframe")
    frame.get_by_label("Typ hier wat er is").fill("er staat een seksfake van mij online")
    frame.get_by_role("button", name="Stuur").click()
    expect(frame.locator(".beurt.bot")).to_have_count(2)
    frame.get_by_role("button", name="Snel weg").click()
    page.wait_for_url("https://www.buienradar.nl/**")


def test_een_site_die_niet_genoemd_is_krijgt_niets(
    eigen_deur: Callable[..., EigenDeur], site: Site, pagina: Callable[..., Page]
) -> None:
    deur = eigen_deur()
    site.lijf = f"<script src='{deur.adres}/widget/widget.js' defer></script><beeld-hulp></beeld-hulp>"
    page = pagina(site.adres)
    expect(page.get_by_role("alert")).to_contain_text("niet bereiken")
    assert page.locator("a[href='tel:112']").first.is_visible()
    site.lijf = f"<iframe src='{deur.adres}/venster'></iframe>"
    page.goto(site.adres)
    assert page.frame_locator("iframe").locator("beeld-hulp").count() == 0


def test_de_uitleg_noemt_elke_variabele() -> None:
    in_stijl = set(re.findall(r"var\((--(?:beeld-hulp|basis)-[a-z0-9-]+)", (BRON / "stijl.css").read_text()))
    assert in_stijl == set(re.findall(r"--(?:beeld-hulp|basis)-[a-z0-9-]+", UITLEG))
