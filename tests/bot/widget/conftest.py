from __future__ import annotations

import asyncio
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.deur.app import maak_app
from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen
from tests.bot.deur.conftest import Huis, bouw_huis, huis, sluit, vrije_poort  # noqa: F401

SCHERMEN = Path(__file__).parent / "schermen"
VELD = "Typ hier wat er is"
ZIN = "er staat een seksfake van mij online en ik denk dat mijn ex het was"
ANTWOORDEN = {
    "veilig voor die ander": "Ja",
    "Hoe oud was je": "18 of ouder",
    "gemaakt werd": "Nee",
    "echt bent": "Ja",
    "al met anderen gedeeld": "Ja",
    "Wie is die ander": "Ex",
    "wie het deed": "Ik heb een vermoeden",
    "Staat het er nu nog": "Ja",
    "naakt of iets": "Ja",
}
VINKEN = {"Waar staat het": "Een pornosite", "al iets gedaan": "Nog niets", "liefst": "Dat het weg gaat"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from tests.conftest import mist

    pad = shutil.which("chromium") or mist("chromium", "chromium")
    SCHERMEN.mkdir(exist_ok=True)
    with sync_playwright() as p:
        b = p.chromium.launch(
            executable_path=pad,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield b
        b.close()


@pytest.fixture(scope="session")
def kaal_huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """Alleen de deur, één keer gestart: elk gesprek staat toch op zichzelf."""
    h = bouw_huis(tmp_path_factory.mktemp("kaal"), met_rasa=False)
    yield h
    sluit(h)


@pytest.fixture
def pagina(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Een verse pagina; `buiten` verzamelt elk verzoek naar een andere host, `fouten` elke klacht van de browser."""
    contexten = []

    def open_(adres: str, breedte: int = 1000, hoogte: int = 900, **opties: Any) -> Page:
        context = browser.new_context(viewport={"width": breedte, "height": hoogte}, locale="nl-NL", **opties)
        context.route(
            "https://www.buienradar.nl/**",
            lambda r: r.fulfill(body="<title>Weer</title>weer", content_type="text/html"),
        )
        contexten.append(context)
        page = context.new_page()
        page.buiten, page.verzoeken, page.fouten = [], [], []  # type: ignore[attr-defined]
        page.on("request", lambda r: page.verzoeken.append(r.url))  # type: ignore[attr-defined]
        page.on("request", lambda r: page.buiten.append(r.url) if not r.url.startswith((adres, "data:")) else None)  # type: ignore[attr-defined]
        page.on("console", lambda m: page.fouten.append(m.text) if m.type == "error" else None)  # type: ignore[attr-defined]
        page.on("pageerror", lambda e: page.fouten.append(str(e)))  # type: ignore[attr-defined]
        page.goto(adres)
        return page

    yield open_
    for context in contexten:
        context.close()


# -- lopen door het gesprek --------------------------------------------------------------------------------------------


def typ(page: Page, tekst: str) -> None:
    page.get_by_label(VELD).fill(tekst)
    page.get_by_role("button", name="Stuur").click()


def muis(page: Page, beurt: Locator, naam: str, vink: bool) -> None:
    if vink:
        beurt.get_by_label(naam, exact=True).check()
        naam = "Verder"
    beurt.get_by_role("button", name=naam, exact=True).click()


Kies = Callable[[Page, Locator, str, bool], None]
Zeg = Callable[[Page, str], None]


def loop(page: Page, na_vraag: Callable[[int], None] = lambda _: None, kies: Kies = muis, zeg: Zeg = typ) -> int:
    """Beantwoordt vragen tot het advies er is; geeft het aantal vragen."""
    expect(page.locator(".beurt.bot")).to_have_count(1)
    zeg(page, ZIN)
    for vragen in range(15):
        expect(page.locator(".beurt.bot")).to_have_count(vragen + 2, timeout=15_000)
        expect(page.locator(".bezig")).to_be_empty(timeout=15_000)
        if page.locator(".advies").count():
            return vragen
        laatste = page.locator(".beurt.bot").last
        tekst = laatste.inner_text()
        na_vraag(vragen + 1)
        vink = next((label for stuk, label in VINKEN.items() if stuk in tekst), None)
        if vink and laatste.locator("fieldset").count():
            kies(page, laatste, vink, True)
        elif laatste.locator("input[type=date]").count():
            zeg(page, "gisteren")
        else:
            kies(page, laatste, next((k for stuk, k in ANTWOORDEN.items() if stuk in tekst), "Weet ik niet"), False)
    raise AssertionError("geen advies na 15 vragen")


def bladen(page: Page) -> int:
    """Zoveel A4 komt er uit de printer."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4")))


# -- een deur die kapot kan, in dit proces -----------------------------------------------------------------------------


@dataclass
class Storing:
    """Wat er onderweg misgaat met verzoeken aan `pad`: een vaste foutcode, of wachten."""

    pad: str = "/api/"
    code: int | None = None
    wacht: float = 0.0


@dataclass
class EigenDeur:
    """De deur in een draad van deze test: te storen, te stoppen en weer te starten, en van buiten aan te spreken."""

    inst: Instellingen
    storing: Storing = field(default_factory=Storing)
    gesprek: Gesprek | None = None
    _server: uvicorn.Server | None = None
    _draad: threading.Thread | None = None
    _lus: asyncio.AbstractEventLoop | None = None

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.inst.poort}"

    def start(self) -> None:
        klaar = threading.Event()

        async def draai() -> None:
            self._lus = asyncio.get_running_loop()
            self.gesprek = Gesprek(self.inst)
            config = uvicorn.Config(
                self._app(maak_app(self.inst, self.gesprek)),
                port=self.inst.poort,
                log_level="critical",
                ws="none",
                timeout_graceful_shutdown=1,
            )
            self._server = uvicorn.Server(config)
            klaar.set()
            await self._server.serve()

        self._draad = threading.Thread(target=lambda: asyncio.run(draai()), daemon=True)
        self._draad.start()
        klaar.wait(10)
        einde = time.monotonic() + 20
        while not (self._server and self._server.started):
            assert time.monotonic() < einde, "de deur startte niet"
            time.sleep(0.05)

    def stop(self) -> None:
        if self._server and self._draad:
            self._server.should_exit = True
            self._draad.join(10)
            self._server = None

    def stuur(self, sessie_id: str, bericht: dict[str, Any]) -> int:
        """Wat een medewerker of de bot later zegt."""
        assert self.gesprek and self._lus
        toekomst = asyncio.run_coroutine_threadsafe(
            self.gesprek.vluchtig.stuur(f"gesprek:{sessie_id}", bericht), self._lus
        )
        return toekomst.result(5)

    def _app(self, app: Any) -> Any:
        async def met_storing(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and scope["path"].startswith(self.storing.pad):
                if self.storing.wacht:
                    await asyncio.sleep(self.storing.wacht)
                if self.storing.code:
                    await send(
                        {
                            "type": "http.response.start",
                            "status": self.storing.code,
                            "headers": [(b"content-type", b"text/html")],
                        }
                    )
                    await send({"type": "http.response.body", "body": b"<h1>Bad Gateway</h1>"})
                    return
            await app(scope, receive, send)

        return met_storing


@pytest.fixture
def eigen_deur(tmp_path: Path) -> Iterator[Callable[..., EigenDeur]]:
    deuren: list[EigenDeur] = []

    def maak(**velden: Any) -> EigenDeur:
        basis: dict[str, Any] = {
            "poort": vrije_poort(),
            "rasa_poort": vrije_poort(),
            "geheim": "g" * 32,
            "rasa_geheim": "r" * 32,
            "gesprekken": f"sqlite:///{tmp_path / 'g.db'}",
            "nieuw_per_minuut": 10_000,
        }
        deur = EigenDeur(Instellingen(**{**basis, **velden}))
        deur.start()
        deuren.append(deur)
        return deur

    yield maak
    for deur in deuren:
        deur.stop()
