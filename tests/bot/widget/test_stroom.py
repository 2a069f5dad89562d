"""Wat later komt: de woorden van een medewerker verschijnen vanzelf, en het is duidelijk wie er praat."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
from playwright.sync_api import Page, expect

from bot.deur.sessie import Sessies
from tests.bot.widget.conftest import SCHERMEN, EigenDeur, typ


def klaar_om_te_luisteren(page: Page) -> str:
    with page.expect_request("**/api/stroom"):
        typ(page, "er staat een seksfake van mij online")
    expect(page.locator(".beurt.bot")).to_have_count(2)
    return str(page.evaluate("sessionStorage.getItem('hulp-sessie')"))


def stuur(deur: EigenDeur, teken: str, bericht: dict[str, object]) -> None:
    id_ = Sessies(deur.inst.geheim).lees(teken)
    assert id_
    einde = time.monotonic() + 15
    while not deur.stuur(id_, bericht):
        assert time.monotonic() < einde, "er luistert niemand"
        time.sleep(0.1)


def zegt(tekst: str) -> dict[str, object]:
    return {"van": "medewerker", "naam": "Sanne", "blokken": [{"blok": "tekst", "tekst": tekst}]}


def test_een_medewerker_praat_mee_en_geeft_terug(
    eigen_deur: Callable[..., EigenDeur], pagina: Callable[..., Page]
) -> None:
    deur = eigen_deur()
    page = pagina(deur.adres, breedte=360, hoogte=740, reduced_motion="reduce")
    teken = klaar_om_te_luisteren(page)
    klaar = {"code": "overname_klaar", "label": "Terug naar het programma"}
    begin = [
        {"blok": "tekst", "tekst": "Je praat nu met **Sanne**."},
        {"blok": "keuze", "tekst": "", "vorm": "knoppen", "opties": [klaar]},
    ]
    stuur(deur, teken, {"van": "bot", "blokken": begin})
    wie = page.locator(".wie-praat")
    expect(wie).to_contain_text("Het computerprogramma zwijgt")
    stuur(deur, teken, zegt("Hoi, ik ben Sanne. <b>Wat</b> fijn dat je er bent."))
    mens = page.locator(".beurt.mens")
    expect(mens).to_contain_text("Sanne, medewerker")
    expect(mens).to_contain_text("<b>Wat</b> fijn")
    expect(wie).to_contain_text("Sanne")
    # de uitweg blijft onder het laatste bericht staan
    knop = page.get_by_role("button", name="Terug naar het programma")
    stuur(deur, teken, zegt("Ik lees mee."))
    expect(mens).to_have_count(2)
    assert (knop.bounding_box() or {})["y"] > (mens.last.bounding_box() or {})["y"]
    page.screenshot(path=SCHERMEN / "medewerker.png")
    terug = [{"blok": "tekst", "tekst": "Het gesprek met Sanne is klaar. Ik ben het computerprogramma weer."}]
    stuur(deur, teken, {"van": "bot", "blokken": terug})
    expect(wie).to_be_empty()
    expect(knop).to_have_count(0)
    assert page.fouten == []  # type: ignore[attr-defined]


def test_na_een_breuk_verbindt_de_lijn_weer_en_zegt_dat_er_iets_gemist_kan_zijn(
    eigen_deur: Callable[..., EigenDeur], pagina: Callable[..., Page]
) -> None:
    deur = eigen_deur()
    page = pagina(deur.adres)
    teken = klaar_om_te_luisteren(page)
    stuur(deur, teken, zegt("Ben je er nog?"))
    expect(page.locator(".beurt.mens")).to_have_count(1)
    deur.stop()
    deur.start()
    expect(page.get_by_text("De verbinding was even weg")).to_be_visible(timeout=20_000)
    stuur(deur, teken, zegt("Daar ben ik weer."))
    expect(page.get_by_text("Daar ben ik weer.")).to_be_visible()


def test_de_lijn_is_alleen_voor_wie_het_gesprek_heeft(eigen_deur: Callable[..., EigenDeur]) -> None:
    deur = eigen_deur()
    with httpx.Client(base_url=deur.adres, trust_env=False, timeout=10) as http:
        assert http.get("/api/stroom").status_code == 401
        assert http.get("/api/stroom", headers={"X-Sessie": "verzonnen"}).status_code == 401
        teken = http.post("/api/gesprek").json()["sessie"]
        kop = {"X-Sessie": teken}
        with http.stream("GET", "/api/stroom", headers=kop) as lijn:
            assert lijn.headers["content-type"].startswith("text/event-stream")
            assert lijn.headers["cache-control"] == "no-store"
            stuur(deur, teken, zegt("hoi"))
            regels = (regel for regel in lijn.iter_lines() if regel.startswith("data:"))
            assert next(regels) == 'data: {"soort":"klaar"}'
            assert '"naam":"Sanne"' in next(regels)
        http.delete("/api/gesprek", headers=kop)
        assert http.get("/api/stroom", headers=kop).status_code == 401
