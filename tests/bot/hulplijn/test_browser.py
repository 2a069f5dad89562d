"""De balie in een echte browser: twee schermen tegelijk, alleen het toetsenbord, iedereen kan erbij, en snel."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.bot.deur.conftest import Huis, bouw_huis, sluit
from tests.bot.hulplijn.aan_de_balie import (
    WACHTWOORD,
    Open,
    maak_accounts,
    medewerker,
    meld_aan,
    open_code,
    praat_mee,
)

REGELS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    h = bouw_huis(tmp_path_factory.mktemp("balie"), met_rasa=False)
    maak_accounts(h.omgeving["EHBO_HULPLIJN_OPSLAG"], sanne="medewerker", bea="beheerder")
    yield h
    sluit(h)


def zeg(page: Page, tekst: str) -> None:
    page.get_by_label("Typ hier wat er is").fill(tekst)
    page.get_by_role("button", name="Stuur", exact=True).click()


def persoon_met_code(pagina: Open, huis: Huis) -> tuple[Page, str]:
    """Een persoon die iets vertelde en om een mens vroeg; geeft de code die in beeld staat."""
    page = pagina(huis.adres)
    page.route(
        "https://www.buienradar.nl/**", lambda r: r.fulfill(body="<title>Weer</title>", content_type="text/html")
    )
    page.get_by_role("button", name="Ik ben veilig, ga verder").click()
    page.get_by_role("button", name="Er is een nep-naaktbeeld van mij").click()
    expect(page.get_by_role("button", name="18 of ouder")).to_be_visible()
    zeg(page, "ik wil een mens spreken")
    page.get_by_role("button", name="Deel met een medewerker").click()
    beurt = page.locator(".beurt.bot").last
    expect(beurt).to_contain_text("Je code is")
    return page, str(re.search(r"[A-Z0-9]{4} [A-Z0-9]{4}", beurt.inner_text())[0])  # type: ignore[index]


def test_delen_overnemen_en_teruggeven(huis: Huis, pagina: Open) -> None:
    balie = medewerker(pagina, huis)
    persoon, code = persoon_met_code(pagina, huis)
    open_code(balie, code)
    expect(balie.get_by_role("heading", name="Gedeelde zaak")).to_be_attached()
    expect(balie.locator(".feiten")).to_contain_text("het beeld is nep")
    expect(persoon.locator(".beurt.bot").last).to_contain_text("Sanne")
    expect(balie.locator("#gedeeld[data-luistert]")).to_be_attached()

    balie.get_by_role("button", name="Vraag of je mag meepraten").click()
    expect(persoon.locator(".beurt.bot").last).to_contain_text("Dat is een mens en geen computer")
    persoon.get_by_role("button", name="Ja, dat is goed").click()
    expect(balie.locator(".zaakstand")).to_contain_text("praten nu samen")

    zeg(persoon, "hoi, ben je een mens? <b>echt</b>")
    expect(balie.get_by_role("log")).to_contain_text("ben je een mens? <b>echt</b>")
    balie.get_by_label("Jouw bericht aan de persoon").fill("ja, ik ben Sanne <i>van de hulplijn</i>")
    balie.keyboard.press("Enter")
    expect(persoon.locator(".beurt.mens").last).to_contain_text("ja, ik ben Sanne <i>van de hulplijn</i>")
    expect(persoon.locator(".beurt.mens").last).to_contain_text("medewerker")

    balie.get_by_role("button", name="Geef terug aan de bot").click()
    expect(persoon.locator(".beurt.bot").last).to_contain_text("Ik ben het computerprogramma weer")
    persoon.get_by_role("button", name="Ga verder").click()
    expect(persoon.get_by_role("button", name="18 of ouder")).to_be_visible()
    zeg(persoon, "23")
    expect(persoon.locator(".beurt.bot").last).not_to_contain_text("Sanne")
    expect(balie.get_by_role("log")).not_to_contain_text("23")

    persoon.get_by_role("button", name="Trek delen in").click()
    expect(persoon.locator(".beurt.bot").last).to_contain_text("gestopt")
    expect(balie.locator(".zaakstand")).to_contain_text("trok het delen in")
    expect(balie.locator(".feiten")).to_have_count(0)
    assert persoon.fouten == [] and balie.fouten == [] and balie.buiten == []  # type: ignore[attr-defined]


def test_herladen_met_eigen_aanvullingen_vraagt_het_eerst_na(huis: Huis, pagina: Open) -> None:
    balie = medewerker(pagina, huis)
    _, code = persoon_met_code(pagina, huis)
    open_code(balie, code)
    gevraagd: list[str] = []
    balie.on("dialog", lambda d: (gevraagd.append(d.type), d.accept()))
    balie.reload()
    assert gevraagd == []  # nog niets toegevoegd
    balie.locator("#zin").fill("ex, telegram")
    balie.keyboard.press("Enter")
    expect(balie.locator(".feiten")).to_contain_text("Telegram")
    balie.reload()
    assert gevraagd == ["beforeunload"]


def test_de_persoon_gaat_snel_weg(huis: Huis, pagina: Open) -> None:
    balie = medewerker(pagina, huis)
    persoon, code = persoon_met_code(pagina, huis)
    open_code(balie, code)
    praat_mee(balie, persoon.get_by_role("button", name="Ja, dat is goed").click)
    persoon.get_by_role("button", name="Snel weg").click()
    expect(balie.locator(".zaakstand")).to_contain_text("weggegaan")
    expect(balie.get_by_label("Jouw bericht aan de persoon")).to_be_hidden()


def test_de_sessie_verloopt_midden_in_het_gesprek(huis: Huis, pagina: Open) -> None:
    balie = medewerker(pagina, huis)
    persoon, code = persoon_met_code(pagina, huis)
    open_code(balie, code)
    praat_mee(balie, persoon.get_by_role("button", name="Ja, dat is goed").click)
    balie.context.clear_cookies()
    balie.get_by_label("Jouw bericht aan de persoon").fill("ik ben er nog")
    balie.keyboard.press("Enter")
    expect(balie.get_by_role("log")).to_contain_text("Je tekst staat er nog")
    tweede = balie.context.new_page()
    tweede.goto(f"{huis.adres}/hulplijn/aanmelden")
    meld_aan(tweede)
    tweede.wait_for_url("**/raadplegen")
    balie.reload()
    balie.get_by_label("Jouw bericht aan de persoon").fill("ik ben er nog")
    balie.keyboard.press("Enter")
    expect(persoon.locator(".beurt.mens").last).to_contain_text("ik ben er nog")


def test_feiten_overleven_opnieuw_aanmelden(huis: Huis, pagina: Open) -> None:
    page = medewerker(pagina, huis)
    regel(page, "ex, deepfake, telegram, 3 weken")
    page.context.clear_cookies()
    page.get_by_role("button", name="Ja", exact=True).first.click()
    expect(page.get_by_role("alert")).to_contain_text("sessie is verlopen")
    meld_aan(page)
    expect(page.locator(".feiten")).to_contain_text("je ex")


def regel(page: Page, tekst: str) -> None:
    """Typt een regel en wacht tot het werkblad ververst is."""
    met_verversing(page, lambda: (page.get_by_label("Typ wat je hoort").fill(tekst), page.keyboard.press("Enter")))


def met_verversing(page: Page, doe: Callable[[], Any]) -> float:
    return wacht_op_duur(page, "html", doe)


def wacht_op_duur(page: Page, waar: str, doe: Callable[[], Any]) -> float:
    """De tijd die het script zelf opschreef. De pagina kijkt zelf of die er al staat: een `expect` die herhaalt, leest
    elke keer de hele pagina voor zijn melding, en dat werk van tientallen milliseconden komt in de meting terecht."""
    page.evaluate("waar => delete document.querySelector(waar).dataset.duur", waar)
    doe()
    tijd = page.wait_for_function("waar => document.querySelector(waar).dataset.duur", arg=waar).json_value()
    return float(tijd)


def tab_naar(page: Page, id_: str) -> None:
    """Met Tab alleen, zoals iemand zonder muis."""
    for _ in range(80):
        if page.evaluate("document.activeElement.id") == id_:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{id_} is met Tab niet te bereiken")


def test_het_zaadgeval_met_alleen_het_toetsenbord(huis: Huis, pagina: Open) -> None:
    page = pagina(huis.adres, breedte=1300)
    begin = time.monotonic()
    page.goto(f"{huis.adres}/hulplijn")
    expect(page.get_by_label("Naam")).to_be_focused()  # wie typt, wacht tot de streep in het vak staat
    page.keyboard.type("sanne")
    page.keyboard.press("Tab")
    page.keyboard.type(WACHTWOORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/raadplegen")
    expect(page.locator("#zin")).to_be_focused()
    page.keyboard.type("ex, deepfake, telegram, 3 weken")
    met_verversing(page, lambda: page.keyboard.press("Enter"))
    for antwoord in (
        "veilig_thuis-ja",
        "leeftijd-volwassen",
        "beeld_seksueel-ja",
        "beeld_lijkt_echt-ja",
    ):
        tab_naar(page, f"k-{antwoord}")
        met_verversing(page, lambda: page.keyboard.press("Enter"))
    expect(page.locator("#g-wraakporno_254ba .status").first).to_have_text("past")
    tab_naar(page, "k-samenvatting")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Samenvatting", exact=True)).to_be_visible()
    duur = time.monotonic() - begin
    print(f"toetsenbord, zaadgeval: {duur:.1f} s")
    assert duur < 60


def test_iedereen_kan_erbij(huis: Huis, pagina: Open) -> None:
    los = pagina(huis.adres)
    los.goto(f"{huis.adres}/hulplijn/aanmelden")
    page = medewerker(pagina, huis, "bea")
    controleer(los, "aanmelden")
    controleer(page, "leeg")
    regel(page, "ex, deepfake, telegram, 3 weken, ik wil niet meer leven")
    for id_ in ("k-beeld_seksueel-ja", "k-alles"):
        met_verversing(page, page.locator(f"#{id_}").click)
    page.get_by_label("Zoek in de kennisbank").fill("smaad")
    expect(page.locator("#treffers li").first).to_be_visible()
    controleer(page, "vol")
    page.get_by_role("button", name="Samenvatting").click()
    controleer(page, "samenvatting")
    code = page.locator("#kwitantie").inner_text()
    page.get_by_role("link", name="Kwitantie").click()
    page.get_by_label("Kwitantiecode").fill(code)
    page.get_by_role("button", name="Lees").click()
    controleer(page, "kwitantie")
    for naam in ("zoeken", "code", "cijfers", "jurist", "beheer", "jurist/boom/deepfake_sexual", "bestaat-niet"):
        page.goto(f"{huis.adres}/hulplijn/{naam}")
        controleer(page, naam)
    _, code = persoon_met_code(pagina, huis)
    open_code(page, code)
    controleer(page, "gedeeld")


def controleer(page: Page, waar: str) -> None:
    for schema in ("light", "dark"):
        page.emulate_media(color_scheme=schema)  # type: ignore[arg-type]
        fouten = Axe().run(page, options=REGELS).response["violations"]
        assert not fouten, (waar, schema, [(f["id"], [n["html"][:160] for n in f["nodes"]][:3]) for f in fouten])
    page.emulate_media(color_scheme="light")


def test_smal_scherm_schuift_niet_opzij(huis: Huis, pagina: Open) -> None:
    page = pagina(huis.adres, breedte=360)
    page.goto(f"{huis.adres}/hulplijn")
    meld_aan(page)
    page.wait_for_url("**/raadplegen")
    regel(page, "ex, deepfake, telegram, 3 weken")
    met_verversing(page, page.locator("#k-alles").click)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_zonder_script_werkt_alles_behalve_meepraten(huis: Huis, pagina: Open) -> None:
    page = pagina(huis.adres, java_script_enabled=False)
    page.goto(f"{huis.adres}/hulplijn")
    meld_aan(page)
    page.get_by_label("Typ wat je hoort").fill("ex, deepfake, telegram, 3 weken")
    page.get_by_role("button", name="Vul in").click()
    page.locator("#k-beeld_seksueel-ja").click()
    expect(page.locator("#g-wraakporno_254ba")).to_be_visible()
    page.get_by_label("Zoek in de kennisbank").fill("smaad")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.locator("#treffers li").first).to_be_visible()


def test_snel_genoeg_om_bij_te_praten(huis: Huis, pagina: Open) -> None:
    page = medewerker(pagina, huis)
    regel(page, "ex, deepfake, telegram, 3 weken")

    def klik_een_antwoord() -> float:
        optie = page.locator(".straks .optie, .eerst .optie")
        if not optie.count():
            met_verversing(page, page.locator("#k-leeg").click)
        return met_verversing(page, optie.first.click)

    zoekvorm = "form[data-zoek]"
    veld = page.get_by_label("Zoek in de kennisbank")

    def zoek(woord: str) -> list[float]:
        tijden = [wacht_op_duur(page, zoekvorm, lambda t=teken: veld.press(t)) for teken in woord]  # type: ignore[misc]
        veld.press("Escape")
        return tijden

    for _ in range(3):  # de eerste keren vullen wat daarna onthouden wordt
        klik_een_antwoord()
    zoek("mail")
    rondes = [klik_een_antwoord() for _ in range(40)]
    zoeken = [tijd for woord in ("verwijderverzoek", "portretrecht", "aangifte", "kort geding") for tijd in zoek(woord)]
    # op een machine die ook ander werk doet, duurt alles zoveel langer als er werk staat te wachten
    drukte = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    for naam, tijden in (("beoordeling", rondes), ("zoeken", zoeken)):
        p95 = sorted(tijden)[int(len(tijden) * 0.95)]
        print(
            f"{naam}: mediaan {sorted(tijden)[len(tijden) // 2]:.0f} ms, p95 {p95:.0f} ms (n={len(tijden)}, drukte {drukte:.1f})"
        )
        assert p95 < 100 * drukte, (naam, p95, drukte)
