"""Een medewerker praat mee op Telegram: delen, openen, toestemming, samen praten, teruggeven en intrekken."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import sluit
from tests.bot.hulplijn.aan_de_balie import maak_accounts, medewerker, open_code, praat_mee
from tests.bot.telegram.conftest import Lijn, verbind, wacht_op
from tests.bot.telegram.tegenpartij import Persoon, Tegenpartij
from tests.bot.widget.conftest import browser, pagina  # noqa: F401


@pytest.fixture(scope="module")
def met_balie(bot_api: Callable[[], Tegenpartij], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lijn]:
    lijn = verbind(tmp_path_factory.mktemp("balie"), bot_api(), "polling", EHBO_HULPLIJN="aan")
    maak_accounts(lijn.huis.omgeving["EHBO_HULPLIJN_OPSLAG"], sanne="medewerker")
    wacht_op(lijn, "polling")
    yield lijn
    sluit(lijn.huis)


def hoort(sam: Persoon, woorden: str, seconden: float = 20.0) -> None:
    """Wacht tot iets wat de bot uit zichzelf stuurt in de chat staat."""
    einde = time.monotonic() + seconden
    while woorden not in sam.tekst():
        assert time.monotonic() < einde, f"{woorden!r} kwam niet"
        time.sleep(0.05)


def deel(met_balie: Lijn, pagina: Callable[..., Page]) -> tuple[Page, Persoon]:  # noqa: F811
    """Iemand op Telegram deelt de zaak, en Sanne opent haar."""
    balie, sam = medewerker(pagina, met_balie.huis), met_balie.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    sam.druk("Er is een nep-naaktbeeld")
    sam.zeg("/hulp")
    antwoord = " ".join(b["text"] for b in sam.druk("Deel met een medewerker"))
    code = re.search(r"[A-Z0-9]{4} [A-Z0-9]{4}", antwoord)
    assert code is not None, antwoord
    open_code(balie, code[0])
    return balie, sam


def zeg_ja(sam: Persoon) -> None:
    hoort(sam, "Dat is een mens en geen computer")
    sam.druk("Ja, dat is goed")


def test_delen_meepraten_en_teruggeven_op_telegram(met_balie: Lijn, pagina: Callable[..., Page]) -> None:  # noqa: F811
    balie, sam = deel(met_balie, pagina)
    expect(balie.locator(".feiten")).to_contain_text("het beeld is nep")
    hoort(sam, "Sanne")
    expect(balie.locator("#gedeeld[data-luistert]")).to_be_attached()

    praat_mee(balie, lambda: zeg_ja(sam))

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
    balie, sam = deel(met_balie, pagina)
    praat_mee(balie, lambda: zeg_ja(sam))
    sam.zeg("/wis")
    assert "Bij ons is alles weg" in sam.tekst()
    expect(balie.locator(".zaakstand")).to_contain_text("weg")
