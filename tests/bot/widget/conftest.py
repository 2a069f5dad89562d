from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.bot.deur.conftest import huis, kaal_huis  # noqa: F401

SCHERMEN = Path(__file__).parent / "schermen"


@pytest.fixture(scope="module")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    import shutil

    from tests.conftest import CI, overgeslagen

    pad = shutil.which("chromium")
    if pad is None:
        overgeslagen.append("chromium")
        (pytest.fail if CI else pytest.skip)("chromium is er niet; installeer het (Debian: apt-get install chromium)")
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


@pytest.fixture
def pagina(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Een verse pagina; `buiten` verzamelt elk verzoek naar een andere host, `fouten` elke klacht van de browser."""
    contexten = []

    def open_(adres: str, breedte: int = 1000, hoogte: int = 900, **opties: object) -> Page:
        context = browser.new_context(viewport={"width": breedte, "height": hoogte}, locale="nl-NL", **opties)  # type: ignore[arg-type]
        contexten.append(context)
        page = context.new_page()
        page.buiten = []  # type: ignore[attr-defined]
        page.fouten = []  # type: ignore[attr-defined]
        page.on("request", lambda r: page.buiten.append(r.url) if not r.url.startswith((adres, "data:")) else None)  # type: ignore[attr-defined]
        page.on("console", lambda m: page.fouten.append(m.text) if m.type == "error" else None)  # type: ignore[attr-defined]
        page.goto(adres)
        return page

    yield open_
    for context in contexten:
        context.close()
