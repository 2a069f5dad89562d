"""Kapotte invoer over elk kanaal: web, zonder script, Telegram, balie en de lijn naar Rasa. Nooit een 5xx, nooit een spoor.

`python -m tests.aanval.rommel 100000` doet het lang.
"""

from __future__ import annotations

import json
import random
import secrets
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen
from tests.bot.telegram.tegenpartij import TOKEN

STUKJES = (
    *("", " ", "\x00", "\ud83d", "�", "é" * 50, "x" * 5000, "/", "/daad{", '/daad{"code":"wis"}', "../../etc/passwd"),
    *("'; drop table gesprekken; --", "<script>", "{{7*7}}", "${EHBO_GEHEIM}", "%00", "%s%n", "antwoord:leeftijd:999"),
    *("antwoord:beeld:" + "a," * 200, "situatie:__class__", "nood:x", "brief:../x", "deel", "overname_ja", "-1", "NaN"),
)
SPOREN = ("Traceback", 'File "/', "sqlalchemy", "starlette.", "KeyError", "TypeError", "ValueError")
WEB, KAAL, TELEGRAM, BALIE = "web", "zonder script", "telegram", "balie"


class Rommelaar:
    """Maakt invoer die op iets echts lijkt maar het niet is."""

    def __init__(self, zaad: int) -> None:
        self.kans = random.Random(zaad)

    def tekst(self) -> str:
        kans = self.kans
        if kans.random() < 0.5:
            return kans.choice(STUKJES)
        return "".join(
            chr(kans.choice((kans.randrange(32, 127), kans.randrange(1, 0xD7FF)))) for _ in range(kans.randrange(60))
        )

    def waarde(self, diepte: int = 0) -> Any:
        kans = self.kans
        soort = kans.randrange(8 if diepte < 3 else 6)
        if soort == 6:
            return [self.waarde(diepte + 1) for _ in range(kans.randrange(4))]
        if soort == 7:
            return {self.tekst()[:20]: self.waarde(diepte + 1) for _ in range(kans.randrange(4))}
        return (self.tekst(), self.tekst(), kans.randrange(-(10**20), 10**20), None, True, kans.random() * 1e300)[soort]

    def lijf(self, velden: tuple[str, ...]) -> bytes:
        """Meestal JSON met de goede namen en de verkeerde inhoud; soms geen JSON."""
        kans = self.kans
        if kans.random() < 0.15:
            return kans.randbytes(kans.randrange(200))
        ruw: Any = {veld: self.waarde() for veld in velden if kans.random() < 0.75}
        if kans.random() < 0.1:
            ruw = self.waarde()
        heel = json.dumps(ruw).encode("utf-8", "replace")
        return heel[: kans.randrange(len(heel) + 1)] if kans.random() < 0.15 else heel

    def kop(self) -> str:
        return "".join(c for c in self.tekst()[:150] if 32 <= ord(c) < 127)


def gooi(keer: int, zaad: int = 5) -> tuple[Counter[str], list[str]]:
    """Gooit `keer` keer rommel naar de deur. Geeft tellingen per kanaal en uitkomst, en wat er mis was."""
    telling: Counter[str] = Counter()
    mis: list[str] = []
    maker = Rommelaar(zaad)
    with tempfile.TemporaryDirectory() as map_:
        inst = Instellingen(
            rasa_poort=1,
            geheim=secrets.token_hex(24),
            rasa_geheim=secrets.token_hex(24),
            sleutels=secrets.token_hex(24),
            gesprekken=f"sqlite:///{Path(map_) / 'g.db'}",
            nieuw_per_minuut=10**9,
            per_minuut=10**9,
            per_adres_per_minuut=10**9,
            telegram_token=TOKEN,
            telegram_geheim="proef" * 8,
            telegram_adres="https://bot.voorbeeld.test",
            telegram_api="http://127.0.0.1:9",
        )
        balie = Balie(aan=True, opslag=f"sqlite:///{Path(map_) / 'h.db'}")
        with TestClient(maak_app(inst, balie=balie), follow_redirects=False) as deur:
            sessie = deur.post("/api/gesprek").json()["sessie"]
            for nr in range(keer):
                kanaal = (WEB, WEB, KAAL, TELEGRAM, BALIE)[nr % 5]
                if nr % 500 == 0:
                    sessie = deur.post("/api/gesprek").json()["sessie"]
                antwoord = _een(deur, maker, kanaal, sessie, inst)
                telling[f"{kanaal} {antwoord.status_code // 100}xx"] += 1
                if antwoord.status_code >= 500 or any(spoor in antwoord.text for spoor in SPOREN):
                    mis.append(
                        f"{kanaal} {antwoord.request.method} {antwoord.request.url.path}: {antwoord.status_code}"
                    )
    return telling, mis


def _een(deur: TestClient, m: Rommelaar, kanaal: str, sessie: str, inst: Instellingen) -> httpx.Response:
    kans = m.kans
    if kanaal == WEB:
        pad = kans.choice(("/api/beurt", "/api/beurt", "/api/gesprek", "/api/wis", "/api/brief", "/api/stroom"))
        koppen = {"X-Sessie": sessie if pad != "/api/wis" and kans.random() < 0.7 else m.kop()}
        if pad in ("/api/gesprek", "/api/stroom"):
            return deur.request("GET", pad, headers={"X-Sessie": m.kop()})
        return deur.post(pad, content=m.lijf(("beurt", "tekst", "code", "brief", "vorm")), headers=koppen)
    if kanaal == KAAL:
        velden = {
            n: m.tekst() for n in ("csrf", "beurt", "tekst", "code", "keuze", "dag", "feit") if kans.random() < 0.6
        }
        if kans.random() < 0.2:
            kop = {"Content-Type": kans.choice(("multipart/form-data", "multipart/form-data; boundary=x", m.kop()))}
            return deur.post("/zonder-script", content=kans.randbytes(80), headers=kop)
        schoon = {n: w.encode("utf-8", "replace").decode() for n, w in velden.items()}
        return deur.post("/zonder-script", data=schoon, cookies={"gesprek": kans.choice((sessie, "x.y"))})
    if kanaal == TELEGRAM:
        lijf = m.lijf(("update_id", "message", "callback_query", "my_chat_member", "edited_message"))
        return deur.post("/telegram", content=lijf, headers={"X-Telegram-Bot-Api-Secret-Token": inst.telegram_geheim})
    pad = kans.choice(("aanmelden", "code", "raadplegen", "zaak/x/doe", "zaak/x/zeg", "zoeken", "jurist", "cijfers"))
    formulier = {n: m.tekst().encode("utf-8", "replace").decode() for n in ("vooraf", "naam", "code", "csrf", "zaak")}
    return deur.request(kans.choice(("GET", "POST")), f"/hulplijn/{pad}", data=formulier)


def gooi_naar_rasa(adres: str, geheim: str, keer: int, zaad: int = 6) -> list[str]:
    """Rommel op de lijn tussen deur en Rasa, met het goede geheim. Alleen nette weigeringen en antwoorden."""
    maker, mis = Rommelaar(zaad), []
    with httpx.Client(base_url=adres, trust_env=False, timeout=30) as http:
        for _ in range(keer):
            antwoord = http.post(
                "/webhooks/deur/webhook",
                content=maker.lijf(("gesprek", "beurt", "tekst", "code")),
                headers={"X-Deur-Geheim": geheim, "Content-Type": "application/json"},
            )
            if antwoord.status_code >= 500 or any(spoor in antwoord.text for spoor in SPOREN):
                mis.append(f"rasa: {antwoord.status_code}")
    return mis


if __name__ == "__main__":
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    geteld, fouten = gooi(aantal)
    print(f"Rommel: {aantal} keer, {len(fouten)} keer een 5xx of een spoor naar buiten")
    for naam, hoeveel in sorted(geteld.items()):
        print(f"  {naam}: {hoeveel}")
    print(*Counter(fouten).most_common(20), sep="\n")
    sys.exit(1 if fouten else 0)
