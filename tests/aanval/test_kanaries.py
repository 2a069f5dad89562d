"""Kanaries: zinnen die alleen door het geheugen mogen. Daarna zoeken we ze in elk bestand, elke rij, elk log en elk antwoord."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import threading
from pathlib import Path

import httpx
import redis as redispakket

from bot.bewaring import Gesprekken
from bot.deur.hulplijn.accounts import Accounts
from bot.deur.hulplijn.opslag import open_opslag
from bot.sleutels import Kluis
from tests.aanval.omheen import Dienst
from tests.bot.deur.conftest import Huis, bouw_huis, sluit
from tests.bot.hulplijn.conftest import WACHTWOORD, veld

MERK = "xantippekanarie"
LUID = {
    "LOG_LEVEL": "DEBUG",
    "LOG_LEVEL_LIBRARIES": "DEBUG",
    "LOG_LEVEL_MATPLOTLIB": "DEBUG",
    "EHBO_LOG": "json",
}
"""Wat iemand kan zetten om meer in de logs te krijgen."""


def zin(nr: int) -> str:
    return f"mijn buurvrouw {MERK}{nr} zag het filmpje"


class Speurder:
    """Praat met de deur en onthoudt alles wat terugkomt."""

    def __init__(self, huis: Huis) -> None:
        self.http = httpx.Client(base_url=huis.adres, trust_env=False, timeout=60, follow_redirects=True)
        self.terug: list[str] = []
        self.sessie = json.loads(self.doe("POST", "/api/gesprek"))["sessie"]
        self._nr = 0

    def doe(self, methode: str, pad: str, **meer: object) -> str:
        antwoord = self.http.request(methode, pad, **meer)  # type: ignore[arg-type]
        self.terug.append(f"{pad} {antwoord.status_code} {antwoord.headers} {antwoord.text}")
        return antwoord.text

    def zeg(self, lijf: dict[str, object] | bytes, sessie: str | None = None) -> str:
        self._nr += 1
        ruw = lijf if isinstance(lijf, bytes) else json.dumps({"beurt": f"k{self._nr}", **lijf}).encode()
        return self.doe("POST", "/api/beurt", content=ruw, headers={"X-Sessie": sessie or self.sessie})


def test_wat_iemand_typt_komt_nergens_anders(tmp_path: Path, redis: Dienst) -> None:
    log, opslag = tmp_path / "logs" / "log.txt", tmp_path / "data"
    log.parent.mkdir()
    opslag.mkdir()
    huis = bouw_huis(opslag, met_rasa=True, PROEF_LOG=str(log), EHBO_REDIS=redis.adres, **LUID)
    try:
        Accounts(open_opslag(huis.omgeving["EHBO_HULPLIJN_OPSLAG"])).maak("sanne", "medewerker", WACHTWOORD, "Sanne")
        s = Speurder(huis)
        _web_en_fouten(s, opslag)
        _zonder_script(s)
        _rasa(s, huis)
        gehoord = _balie(s)
        assert any(MERK in regel for regel in gehoord)  # het meepraten werkte echt: de woorden kwamen bij de ander aan
        draad = threading.Timer(0.05, huis.dood_rasa)
        draad.start()
        for nr in range(5):
            s.zeg({"tekst": zin(60 + nr)})
        draad.join()
        for pad in ("/status", "/cijfers", "/", "/gezond"):
            s.doe("GET", pad)
        lekken = _zoek(opslag, huis, redis, log, s.terug)
    finally:
        sluit(huis)
    assert not lekken, lekken


def _web_en_fouten(s: Speurder, opslag: Path) -> None:
    for tekst in (
        zin(1),
        f"ik wil dood {MERK}2",
        f"wat is smaad {MERK}3",
        f"/{MERK}4",
        f"/daad{{{MERK}5",
        zin(6) * 300,
    ):
        s.zeg({"tekst": tekst})
    s.zeg({"code": f"antwoord:{MERK}:x"})
    s.zeg({"code": f"{MERK}"})
    s.zeg(f'{{"tekst": "{zin(7)}'.encode())
    s.zeg({"tekst": zin(8) * 5000})
    s.zeg({"tekst": zin(9)}, sessie=f"{MERK}.9")
    s.doe("POST", f"/api/{MERK}")
    s.doe("GET", f"/{MERK}?q={MERK}")
    with contextlib.closing(sqlite3.connect(opslag / "gesprekken.db")) as ander:
        ander.execute("begin exclusive")
        s.zeg({"tekst": zin(10)})
        ander.rollback()


def _zonder_script(s: Speurder) -> None:
    csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', s.doe("GET", "/zonder-script"))
    assert csrf
    for nr, tekst in enumerate((zin(20), f"ja {MERK}21", "x" * 5000 + MERK)):
        s.doe("POST", "/zonder-script", data={"csrf": csrf[1], "beurt": f"z{nr}", "tekst": tekst})


def _rasa(s: Speurder, huis: Huis) -> None:
    adres = f"http://127.0.0.1:{huis.omgeving['EHBO_RASA_POORT']}/webhooks/deur/webhook"
    kop = {"X-Deur-Geheim": huis.omgeving["EHBO_RASA_GEHEIM"]}
    for lijf in (
        {"gesprek": "w" * 20, "beurt": "r1", "tekst": zin(30)},
        {"gesprek": "w" * 20, "beurt": 5, "tekst": zin(31)},
        {"gesprek": "w" * 20, "beurt": "r2", "code": MERK},
    ):
        s.terug.append(httpx.post(adres, json=lijf, headers=kop, trust_env=False, timeout=60).text)


def _balie(s: Speurder) -> list[str]:
    """Delen, meepraten, woorden over en weer. Geeft wat op de twee open lijnen voorbij kwam."""
    medewerker = httpx.Client(base_url=str(s.http.base_url), trust_env=False, timeout=60, follow_redirects=True)
    vooraf = veld(medewerker.get("/hulplijn/aanmelden").text, "vooraf")
    csrf = veld(
        medewerker.post("/hulplijn/aanmelden", data={"vooraf": vooraf, "naam": "sanne", "wachtwoord": WACHTWOORD}).text,
        "csrf",
    )
    s.zeg({"code": "opnieuw"})
    s.zeg({"code": "situatie:deepfake_sexual"})
    s.zeg({"code": "antwoord:leeftijd:volwassen"})
    code = re.search(r"\*\*([A-Z0-9]{3} [A-Z0-9]{3})\*\*", s.zeg({"code": "deel"}))
    assert code
    zaak = medewerker.post("/hulplijn/code", data={"csrf": csrf, "code": code[1]})
    nummer = str(zaak.url).rsplit("/", 1)[-1]
    gehoord: list[str] = []
    klaar = threading.Event()
    luisteraars = [
        threading.Thread(
            target=_luister, args=(s.http, "/api/stroom", {"X-Sessie": s.sessie}, gehoord, klaar), daemon=True
        ),
        threading.Thread(
            target=_luister, args=(medewerker, f"/hulplijn/zaak/{nummer}/stroom", {}, gehoord, klaar), daemon=True
        ),
    ]
    for draad in luisteraars:
        draad.start()
    klaar.wait(2)
    medewerker.post(f"/hulplijn/zaak/{nummer}/doe", data={"csrf": csrf, "daad": "vraag"}, headers={"X-Stuk": "1"})
    s.zeg({"code": "overname_ja"})
    s.zeg({"tekst": zin(40)})
    medewerker.post(f"/hulplijn/zaak/{nummer}/zeg", data={"csrf": csrf, "woorden": zin(41)})
    medewerker.post("/hulplijn/code", data={"csrf": csrf, "code": MERK})
    medewerker.get("/hulplijn/zoeken", params={"q": MERK})
    klaar.wait(3)
    s.zeg({"code": "overname_klaar"})
    return gehoord


def _luister(http: httpx.Client, pad: str, koppen: dict[str, str], naar: list[str], klaar: threading.Event) -> None:
    with contextlib.suppress(httpx.HTTPError), http.stream("GET", pad, headers=koppen, timeout=8) as stroom:
        for regel in stroom.iter_lines():
            naar.append(regel)


def _zoek(opslag: Path, huis: Huis, redis: Dienst, log: Path, terug: list[str]) -> list[str]:
    """Elke plek waar de kanarie nog leeft."""
    lekken = [f"bestand {b.name}" for b in opslag.rglob("*") if b.is_file() and MERK.encode() in b.read_bytes()]
    gesprekken = Gesprekken(huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(huis.omgeving["EHBO_SLEUTELS"]))
    ids = gesprekken.ids()
    assert ids
    lekken += [f"rij {id_}" for id_ in ids if MERK in str(gesprekken.lees(id_))]
    winkel = redispakket.from_url(redis.adres)
    sleutels = list(winkel.scan_iter("*"))
    assert sleutels
    lekken += [f"redis {s.decode()}" for s in sleutels if MERK.encode() in s + (winkel.dump(s) or b"")]
    tekst = log.read_text(encoding="utf-8", errors="replace")
    lekken += [f"log {regel[:200]}" for regel in tekst.splitlines() if MERK in regel or "Traceback" in regel]
    return lekken + [f"antwoord {t[max(0, t.index(MERK) - 80) :][:160]}" for t in terug if MERK in t.partition(" ")[2]]
