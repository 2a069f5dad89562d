"""Wie mag binnen: accounts, sessies, wachten na fouten, en instellingen die weigeren."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.deur.delen import Openingstijden
from bot.deur.hulplijn.omgeving import veilig_pad
from bot.deur.hulplijn.opslag import Aanmeldingen, AccountFout, Accounts, Logboek, Pogingen, open_opslag
from bot.deur.hulplijn.opslag.accounts import te_raden
from bot.deur.hulplijn.opslag.sessies import LANGSTE_PAUZE, VRIJ
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen, InstellingFout
from tests.bot.hulplijn.conftest import WACHTWOORD, Scherm, veld

GOED = "k3jf8sdf9234jkl2hx7d6s5a4q1z"


@pytest.mark.parametrize(
    ("host", "schakelaar", "aan"),
    [
        ("127.0.0.1", "", True),
        ("localhost", "", True),
        ("0.0.0.0", "", False),
        ("192.0.2.7", "", False),
        ("0.0.0.0", "aan", True),
        ("127.0.0.1", "uit", False),
    ],
)
def test_op_een_openbaar_adres_uit_tenzij_bewust_aan(host: str, schakelaar: str, aan: bool) -> None:
    inst = Instellingen(host=host, geheim=GOED)
    assert Balie.uit_omgeving(inst, {"EHBO_HULPLIJN": schakelaar}).aan is aan


@pytest.mark.parametrize("geheim", ["", "kort", "a" * 40, "verander-dit-geheim-alsjeblieft-nu", f"{GOED} abc"])
def test_weigert_een_geheim_dat_te_raden_is(geheim: str) -> None:
    with pytest.raises(InstellingFout, match="EHBO_GEHEIM"):
        Balie.uit_omgeving(Instellingen(geheim=geheim), {"EHBO_HULPLIJN": "aan"})


@pytest.mark.parametrize("uren", ["altijd", "ma-vr", "vr-ma 9-17", "ma 17-9", "ma 9-25"])
def test_onzin_in_de_uren_is_een_nette_fout(uren: str) -> None:
    with pytest.raises(InstellingFout, match="EHBO_HULPLIJN_UREN"):
        Balie.uit_omgeving(Instellingen(geheim=GOED), {"EHBO_HULPLIJN_UREN": uren})


def test_openingstijden() -> None:
    uren = Openingstijden.lees("ma-vr 9-17, za 10:30-14")
    assert uren.open(datetime(2026, 11, 24, 9, 0)) and not uren.open(datetime(2026, 11, 24, 17, 0))
    assert uren.open(datetime(2026, 11, 28, 10, 30)) and not uren.open(datetime(2026, 11, 29, 12, 0))
    assert not Openingstijden().open(datetime(2026, 11, 24, 12, 0))


def test_een_account_heeft_regels(tmp_path: Path) -> None:
    accounts = Accounts(open_opslag(f"sqlite:///{tmp_path / 'h.db'}"))
    for naam, rol, wachtwoord in (
        ("a b", "medewerker", WACHTWOORD),
        ("sanne", "baas", WACHTWOORD),
        ("sanne", "jurist", "kort"),
    ):
        with pytest.raises(AccountFout):
            accounts.maak(naam, rol, wachtwoord)
    accounts.maak("Sanne", "medewerker", WACHTWOORD)
    assert accounts.klopt("sanne", WACHTWOORD) and not accounts.klopt("sanne", "fout") and not accounts.klopt("x", "y")
    assert WACHTWOORD.encode() not in (tmp_path / "h.db").read_bytes()
    accounts.maak("oidc", "jurist", None)
    assert not accounts.klopt("oidc", "") and not accounts.klopt("oidc", "niemand heeft dit wachtwoord")


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "aaaaaaaaaaaa",
        "123456789012",
        "Welkom2026!!",
        "sannesanne2026",
        "wachtwoord1234",
        "qwertyuiop12",
        "abababababab",
    ],
)
def test_een_wachtwoord_dat_te_raden_is_wordt_geweigerd(wachtwoord: str) -> None:
    assert te_raden(wachtwoord, "sanne@hulplijn.nl")


@pytest.mark.parametrize(
    "wachtwoord", [WACHTWOORD, "kast-fiets-regen-9", "3f9a1c-77be02-c1d9e4", "Mijn poes drinkt thee"]
)
def test_een_goed_wachtwoord_mag(wachtwoord: str) -> None:
    assert not te_raden(wachtwoord, "sanne@hulplijn.nl")


def test_wie_eindeloos_geweigerd_wordt_duwt_de_rest_niet_uit_beeld(tmp_path: Path) -> None:
    boek = Logboek(open_opslag(f"sqlite:///{tmp_path / 'h.db'}"))
    boek.schrijf("sanne", "code_geopend", "abc123")
    for nr in range(300):
        boek.schrijf("joost", "geweigerd", f"/hulplijn/beheer/{nr}")
    boek.schrijf("op de server", "account_uit", "joost")
    regels = boek.laatste()
    assert [r.wie for r in regels] == ["op de server", "joost", "sanne"] and regels[1].keer == 300


def test_een_sessie_verloopt_en_uitzetten_geldt_meteen(tmp_path: Path) -> None:
    db = open_opslag(f"sqlite:///{tmp_path / 'h.db'}")
    accounts = Accounts(db)
    account = accounts.maak("sanne", "medewerker", WACHTWOORD)
    sessies = Aanmeldingen(db, accounts, GOED, stil=30, langst=600)
    teken = sessies.begin(account, nu=0)
    assert sessies.lees(teken, nu=1799) and not sessies.lees(teken, nu=1799 + 1801)
    teken = sessies.begin(account, nu=0)
    for minuut in range(0, 600, 20):
        assert sessies.lees(teken, nu=minuut * 60.0)
    assert not sessies.lees(teken, nu=601 * 60.0)
    teken = sessies.begin(account, nu=0)
    assert accounts.zet_uit("sanne") and not sessies.lees(teken, nu=1)
    assert not sessies.lees("onzin", nu=1) and teken.encode() not in (tmp_path / "h.db").read_bytes()


def test_na_fouten_steeds_langer_wachten(tmp_path: Path) -> None:
    pogingen = Pogingen(open_opslag(f"sqlite:///{tmp_path / 'h.db'}"), GOED)
    for _ in range(VRIJ - 1):
        pogingen.mis("paar:sanne", nu=0)
    assert pogingen.wacht("paar:sanne", nu=0) <= 0
    wachten = []
    for _ in range(12):
        pogingen.mis("paar:sanne", nu=0)
        wachten.append(pogingen.wacht("paar:sanne", nu=0))
    assert wachten[1] == 2 * wachten[0] and wachten[-1] == LANGSTE_PAUZE and wachten == sorted(wachten)
    assert pogingen.wacht("paar:ander", nu=0) <= 0
    pogingen.goed("paar:sanne")
    assert pogingen.wacht("paar:sanne", nu=0) <= 0


def test_aanmelden_en_afmelden(deur: Callable[[], TestClient]) -> None:
    scherm = Scherm(deur())
    assert "Aanmelden" in scherm.client.get("/hulplijn").text
    assert scherm.meld_aan("sanne", "verkeerd-wachtwoord") == 401
    assert scherm.meld_aan("sanne") == 200
    koek = next(c for c in scherm.client.cookies.jar if c.name == "balie")
    assert koek.path == "/hulplijn" and koek.has_nonstandard_attr("HttpOnly")
    assert scherm.client.get("/hulplijn/raadplegen").status_code == 200
    scherm.client.post("/hulplijn/afmelden", data={"csrf": scherm.csrf})
    assert "Aanmelden" in scherm.client.get("/hulplijn/raadplegen").text


def test_te_veel_pogingen_sluit_even(deur: Callable[[], TestClient]) -> None:
    scherm = Scherm(deur())
    codes = [scherm.meld_aan("sanne", "fout-fout-fout") for _ in range(VRIJ + 1)]
    assert codes == [401] * VRIJ + [429] and scherm.meld_aan("sanne") == 429


def test_een_stortvloed_rekent_apart_en_raadt_niet_vaker(
    deur: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Veertig tegelijk: hooguit vijf worden nagekeken, en nooit in een draad waar een gesprek op wacht."""
    draden: list[str] = []

    def klopt(*_: object) -> None:
        draden.append(threading.current_thread().name)
        time.sleep(0.05)

    monkeypatch.setattr(Accounts, "klopt", klopt)
    schermen = [Scherm(deur()) for _ in range(40)]
    with ThreadPoolExecutor(40) as tegelijk:
        codes = list(tegelijk.map(lambda s: s.meld_aan("sanne", "raad-raad-raad"), schermen))
    assert codes.count(401) == len(draden) <= VRIJ and set(codes) <= {401, 429}
    assert draden and all(naam.startswith("aanmelden") for naam in draden)


def test_een_vreemde_sluit_een_medewerker_niet_buiten(tmp_path: Path) -> None:
    pogingen = Pogingen(open_opslag(f"sqlite:///{tmp_path / 'h.db'}"), GOED)
    for _ in range(300):
        pogingen.mis("paar:sanne|vreemd", "adres:vreemd", "naam:sanne", nu=0)
    assert pogingen.wacht("paar:sanne|vreemd", "adres:vreemd", "naam:sanne", nu=0) >= 300
    assert pogingen.begin("paar:sanne|kantoor", "adres:kantoor", "naam:sanne", nu=5) == 0


def test_zonder_csrf_gebeurt_er_niets(deur: Callable[[], TestClient], sanne: Scherm) -> None:
    client = deur()
    client.get("/hulplijn/aanmelden")
    antwoord = client.post("/hulplijn/aanmelden", data={"vooraf": "x", "naam": "sanne", "wachtwoord": WACHTWOORD})
    assert antwoord.status_code == 409 and not client.cookies.get("balie")
    sanne.csrf = "verkeerd"
    assert "verlopen" in sanne.client.post("/hulplijn/code", data={"csrf": "x", "code": "ABCDEF"}).text
    # de feiten die al in het formulier zaten, blijven: de medewerker bevestigt alleen opnieuw
    html = sanne.client.post("/hulplijn/raadplegen", data={"csrf": "x", "zaak": sanne.zaak, "zin": "ex"}).text
    assert "Ga verder met deze zaak" in html


def test_feiten_overleven_een_verlopen_sessie(deur: Callable[[], TestClient], sanne: Scherm) -> None:
    sanne.doe(zin="ex, deepfake, telegram, 3 weken")
    sanne.client.cookies.delete("balie")
    html = sanne.client.post(
        "/hulplijn/raadplegen", data={"zaak": sanne.zaak, "csrf": sanne.csrf, "antwoord": "beeld_seksueel:ja"}
    ).text
    assert "sessie is verlopen" in html and veld(html, "zaak") == sanne.zaak
    html = sanne.client.post(
        "/hulplijn/aanmelden",
        data={"vooraf": veld(html, "vooraf"), "naam": "sanne", "wachtwoord": WACHTWOORD, "zaak": veld(html, "zaak")},
    ).text
    html = sanne.client.post("/hulplijn/raadplegen", data={"csrf": veld(html, "csrf"), "zaak": veld(html, "zaak")}).text
    assert "<strong>je ex</strong>" in html and "Telegram" in html


def test_geen_omweg_na_aanmelden() -> None:
    assert veilig_pad("/hulplijn/zaak/abc") == "/hulplijn/zaak/abc"
    for pad in ("https://kwaad.nl", "//kwaad.nl", "/hulplijn//kwaad.nl", "/hulplijn/\\kwaad", "/", "/hulplijn/\n"):
        assert veilig_pad(pad) == ""


def test_uit_is_er_niets(inst: Instellingen, balie: Balie) -> None:
    from bot.deur.app import maak_app
    from bot.deur.gesprek import Gesprek

    with TestClient(maak_app(inst, Gesprek(inst), replace(balie, aan=False))) as client:
        assert client.get("/hulplijn/aanmelden").status_code == 404
        begin = client.post("/api/gesprek").json()
        kop = {"X-Sessie": begin["sessie"]}
        assert client.post("/api/beurt", json={"beurt": "1", "code": "deel"}, headers=kop).status_code == 400
