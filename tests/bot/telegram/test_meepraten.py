"""Een medewerker praat mee op Telegram: delen, openen, toestemming, samen praten, teruggeven en intrekken."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.deur.hulplijn.accounts import Accounts
from bot.deur.hulplijn.opslag import open_opslag
from tests.bot.deur.conftest import sluit
from tests.bot.hulplijn.conftest import WACHTWOORD
from tests.bot.hulplijn.test_browser import medewerker, open_code
from tests.bot.telegram.conftest import Lijn, verbind, wacht_op
from tests.bot.telegram.tegenpartij import Persoon, Tegenpartij
from tests.bot.widget.conftest import browser, pagina  # noqa: F401


@pytest.fixture(scope="module")
def met_balie(bot_api: Callable[[], Tegenpartij], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lijn]:
    lijn = verbind(tmp_path_factory.mktemp("balie"), bot_api(), "polling", EHBO_HULPLIJN="aan")
    Accounts(open_opslag(lijn.huis.omgeving["EHBO_HULPLIJN_OPSLAG"])).maak("sanne", "medewerker", WACHTWOORD, "Sanne")
    wacht_op(lijn, "polling")
    yield lijn
    sluit(lijn.huis)


def hoort(sam: Persoon, woorden: str, seconden: float = 20.0) -> None:
    """Wacht tot iets wat de bot uit zichzelf stuurt in de chat staat."""
    einde = time.monotonic() + seconden
    while woorden not in sam.tekst():
        assert time.monotonic() < einde, f"{woorden!r} kwam niet"
        time.sleep(0.05)


def test_delen_meepraten_en_teruggeven_op_telegram(met_balie: Lijn, pagina: Callable[..., Page]) -> None:  # noqa: F811
    balie = medewerker(pagina, met_balie.huis)
    sam = met_balie.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    sam.druk("Er is een nep-naaktbeeld")
    sam.zeg("/hulp")
    antwoord = " ".join(b["text"] for b in sam.druk("Deel met een medewerker"))
    code = re.search(r"[A-Z0-9]{3} [A-Z0-9]{3}", antwoord)
    assert code is not None, antwoord
    open_code(balie, code[0])
    expect(balie.locator(".feiten")).to_contain_text("het beeld is nep")
    hoort(sam, "Sanne")
    expect(balie.locator("#gedeeld[data-luistert]")).to_be_attached()

    balie.get_by_role("button", name="Vraag of je mag meepraten").click()
    hoort(sam, "Dat is een mens en geen computer")
    sam.druk("Ja, dat is goed")
    expect(balie.locator(".zaakstand")).to_contain_text("praten nu samen")

    voor = len(met_balie.tegen.gestuurd(sam.chat))
    sam.zeg("ben je een mens? <b>echt</b>")
    expect(balie.get_by_role("log")).to_contain_text("ben je een mens? <b>echt</b>")
    assert len(met_balie.tegen.gestuurd(sam.chat)) == voor, "de bot is stil zolang een mens meepraat"
    balie.get_by_label("Jouw bericht aan de persoon").fill("ja, ik ben Sanne <i>van de hulplijn</i>")
    balie.keyboard.press("Enter")
    hoort(sam, "ja, ik ben Sanne &lt;i&gt;van de hulplijn&lt;/i&gt;")

    balie.get_by_role("button", name="Geef terug aan de bot").click()
    hoort(sam, "Ik ben het computerprogramma weer")
    antwoord = " ".join(b["text"] for b in sam.druk("Ga verder"))
    assert "?" in antwoord
    sam.stuur_code("deel_intrekken")
    expect(balie.locator(".zaakstand")).to_contain_text("trok het delen in")


def test_wissen_tijdens_het_meepraten_haalt_alles_weg(met_balie: Lijn, pagina: Callable[..., Page]) -> None:  # noqa: F811
    balie = medewerker(pagina, met_balie.huis)
    sam = met_balie.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    sam.druk("Er is een nep-naaktbeeld")
    sam.zeg("/hulp")
    antwoord = " ".join(b["text"] for b in sam.druk("Deel met een medewerker"))
    open_code(balie, re.search(r"[A-Z0-9]{3} [A-Z0-9]{3}", antwoord)[0])  # type: ignore[index]
    balie.get_by_role("button", name="Vraag of je mag meepraten").click()
    hoort(sam, "Dat is een mens en geen computer")
    sam.druk("Ja, dat is goed")
    expect(balie.locator(".zaakstand")).to_contain_text("praten nu samen")
    sam.zeg("/wis")
    assert "Bij ons is alles weg" in sam.tekst()
    expect(balie.locator(".zaakstand")).to_contain_text("weg")
