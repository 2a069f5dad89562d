"""`python -m tests.bot.widget.meten`: grootte, verzoeken bij het laden, en van klik tot antwoord in een echte Chromium."""

from __future__ import annotations

import gzip
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from bot.deur.web.bundel import stel_samen
from tests.bot.deur.conftest import bouw_huis, sluit

RONDES = 12


def main() -> None:
    script = stel_samen("https://www.buienradar.nl/").encode()
    print(f"script: {len(gzip.compress(script, 9)) / 1000:.1f} kB gzip ({len(script) / 1000:.1f} kB)")
    huis = bouw_huis(Path(tempfile.mkdtemp()), met_rasa=False)
    try:
        with sync_playwright() as p:
            browser = p.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            tijden: list[float] = []
            for ronde in range(RONDES):
                page = browser.new_context(locale="nl-NL", reduced_motion="reduce").new_page()
                verzoeken: list[str] = []
                page.on("request", lambda r, lijst=verzoeken: lijst.append(r.url))
                page.goto(huis.adres)
                expect(page.locator(".beurt.bot")).to_have_count(1)
                if ronde == 0:
                    print(
                        f"verzoeken bij het laden: {len(verzoeken)}, naar anderen: {sum(huis.adres not in v for v in verzoeken)}"
                    )
                for knop in (
                    "Ik ben veilig, ga verder",
                    "Er is een nep-naaktbeeld van mij",
                    "18 of ouder",
                    *["Weet ik niet"] * 3,
                ):
                    aantal = page.locator(".beurt.bot").count()
                    el = page.locator(".beurt.bot").last.get_by_role("button", name=knop, exact=True)
                    expect(el).to_be_visible()
                    # in de pagina gemeten: van de klik tot de nieuwe beurt er staat
                    tijden.append(
                        el.evaluate(
                            """(el, aantal) => new Promise((klaar) => {
                              const log = el.closest('.log'), t = performance.now();
                              new MutationObserver((_, o) => {
                                if (log.querySelectorAll('.beurt.bot').length > aantal) { o.disconnect(); klaar(performance.now() - t); }
                              }).observe(log, {childList: true});
                              el.click();
                            })""",
                            aantal,
                        )
                    )
                page.context.close()
                time.sleep(0.1)
            browser.close()
        p95 = statistics.quantiles(tijden, n=20)[18]
        print(
            f"van klik tot antwoord: p50 {statistics.median(tijden):.0f} ms, p95 {p95:.0f} ms ({len(tijden)} klikken)"
        )
    finally:
        sluit(huis)


if __name__ == "__main__":
    main()
