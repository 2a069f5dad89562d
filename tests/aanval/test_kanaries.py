"""Kanaries: zinnen die alleen door het geheugen mogen. Daarna zoeken we ze in elk bestand, elke rij, elk log en elk antwoord."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import redis as redispakket

from bot.opslag import Gesprekken, Kluis
from tests.aanval.lijnen import Lijn, aangemeld
from tests.aanval.omheen import Dienst
from tests.bot.deur.conftest import Huis, bouw_huis, sluit, wacht
from tests.bot.hulplijn.aan_de_balie import maak_accounts
from tests.bot.hulplijn.conftest import Scherm
from tests.bot.telegram.conftest import bot_api  # noqa: F401
from tests.bot.telegram.tegenpartij import Persoon, Tegenpartij, omgeving

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


def test_wat_iemand_typt_komt_nergens_anders(
    tmp_path: Path,
    redis: Dienst,
    bot_api: Callable[[], Tegenpartij],  # noqa: F811
) -> None:
    log, opslag = tmp_path / "logs" / "log.txt", tmp_path / "data"
    log.parent.mkdir()
    opslag.mkdir()
    tegen = bot_api()
    huis = bouw_huis(
        opslag,
        met_rasa=True,
        PROEF_LOG=str(log),
        EHBO_REDIS=redis.adres,
        **omgeving(tegen.adres, "kanarie-" * 6),
        **LUID,
    )
    tegen.deur = huis.adres
    try:
        maak_accounts(huis.omgeving["EHBO_HULPLIJN_OPSLAG"], sanne="medewerker")
        s = Speurder(huis)
        _web_en_fouten(s, opslag)
        _zonder_script(s)
        _rasa(s, huis)
        _balie(s, huis)
        wacht(huis.adres, lambda stand: stand["telegram"] == "webhook", 60)
        _telegram(s, tegen)
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


def _balie(s: Speurder, huis: Huis) -> None:
    """Delen, meepraten, woorden over en weer: zij komen bij de ander aan, en nergens anders."""
    sanne = aangemeld(huis)
    for code in ("opnieuw", "situatie:deepfake_sexual", "antwoord:leeftijd:volwassen"):
        s.zeg({"code": code})
    code = re.search(r"\*\*([A-Z0-9]{4} [A-Z0-9]{4})\*\*", s.zeg({"code": "deel"}))
    assert code
    zaak = f"/hulplijn/zaak/{str(_post(sanne, '/hulplijn/code', code=code[1]).url).rsplit('/', 1)[-1]}"
    bij_persoon = Lijn(s.http, "/api/stroom", {"X-Sessie": s.sessie})
    bij_sanne = Lijn(sanne.client, f"{zaak}/stroom")  # type: ignore[arg-type]
    _post(sanne, f"{zaak}/doe", daad="vraag")
    s.zeg({"code": "overname_ja"})
    s.zeg({"tekst": zin(40)})
    bij_sanne.hoort(f"{MERK}40")
    _post(sanne, f"{zaak}/zeg", woorden=zin(41))
    bij_persoon.hoort(f"{MERK}41")
    _post(sanne, "/hulplijn/code", code=MERK)
    sanne.client.get("/hulplijn/zoeken", params={"q": MERK})
    s.zeg({"code": "overname_klaar"})


def _post(sanne: Scherm, pad: str, **velden: str) -> httpx.Response:
    return sanne.client.post(pad, data={"csrf": sanne.csrf, **velden}, headers={"X-Stuk": "1"})


def _telegram(s: Speurder, tegen: Tegenpartij) -> None:
    """Woorden, bijschriften, knoppen en bewerkte berichten, ook als Telegram zelf stuk is of het geheim niet klopt."""
    sam = Persoon(tegen, 9001)
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    for tekst in (zin(70), f"ik wil dood {MERK}71", f"/{MERK}72", f"/daad{{{MERK}73", zin(74) * 100):
        sam.zeg(tekst)
    sam.stuur_code(MERK[:60])
    sam.odd(photo=[{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}], caption=zin(75))
    sam.odd(contact={"phone_number": "1", "first_name": MERK})
    bericht = {"message_id": 3, "date": 1, "chat": sam.kamer, "from": {**sam.van, "first_name": MERK}, "text": zin(76)}
    tegen.stuur_update({"edited_message": bericht})
    tegen.stuur_update({"message": {**bericht, "chat": {"id": -5, "type": "group", "title": MERK}}})
    for code in (429, 500, 400):
        tegen.storing("sendMessage", code, description=f"{MERK} weg", parameters={"retry_after": 1})
        sam.zeg(zin(77))
    kop = {"X-Telegram-Bot-Api-Secret-Token": "verkeerd"}
    s.doe("POST", "/telegram", json={"update_id": 1, "message": bericht}, headers=kop)
    s.doe("POST", "/telegram", content=f'{{"update_id": {MERK}'.encode(), headers=kop)
    assert sum(methode == "sendMessage" for methode, _ in tegen.aanroepen) > 10
    s.terug += [f"telegram {methode} {gegevens}" for methode, gegevens in tegen.aanroepen]


def _zoek(opslag: Path, huis: Huis, redis: Dienst, log: Path, terug: list[str]) -> list[str]:
    """Elke plek waar de kanarie nog leeft."""
    lekken = [f"bestand {b.name}" for b in opslag.rglob("*") if b.is_file() and MERK.encode() in b.read_bytes()]
    gesprekken = Gesprekken(huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(huis.omgeving["EHBO_SLEUTELS"]))
    ids = gesprekken.ids()
    assert any(id_.startswith("t") for id_ in ids) and any(id_.startswith("w") for id_ in ids)
    lekken += [f"rij {id_}" for id_ in ids if MERK in str(gesprekken.lees(id_))]
    winkel = redispakket.from_url(redis.adres)
    sleutels = list(winkel.scan_iter("*"))
    assert sleutels
    lekken += [f"redis {s.decode()}" for s in sleutels if MERK.encode() in s + (winkel.dump(s) or b"")]
    tekst = log.read_text(encoding="utf-8", errors="replace")
    lekken += [f"log {regel[:200]}" for regel in tekst.splitlines() if MERK in regel or "Traceback" in regel]
    return lekken + [f"antwoord {t[max(0, t.index(MERK) - 80) :][:160]}" for t in terug if MERK in t.partition(" ")[2]]
