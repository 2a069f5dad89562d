"""Kapotte invoer over elk kanaal: web, zonder script, Telegram, balie en de lijn naar Rasa. Nooit een 5xx, nooit een spoor.

`python -m tests.aanval.rommel 100000 [ZAAD]` doet het lang, met een tiende deel naar een echte Rasa.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from starlette.testclient import TestClient

from bot.deur.sessie import Sessies
from bot.deur.settings import Instellingen
from bot.deur.web.zonder_script import csrf
from tests.aanval.los import NAAM, losse_deur
from tests.aanval.stille_api import stille_api
from tests.aanval.uitslag import Uitslag
from tests.bot.deur.conftest import bouw_huis, sluit
from tests.bot.hulplijn.conftest import Scherm
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

    def veld(self) -> str:
        """Tekst die in een formulier kan staan."""
        return self.tekst().encode("utf-8", "replace").decode()

    def update(self) -> dict[str, Any]:
        """Een update van Telegram: de vorm klopt, de inhoud is wat het is."""
        kans = self.kans
        van = {"id": kans.randrange(1, 10**10), "is_bot": False, "first_name": self.veld() or "x"}
        soort = kans.choice(("private", "private", "private", "group", "channel", self.veld()))
        chat = {"id": kans.choice((van["id"], kans.randrange(-(10**12), 10**12))), "type": soort}
        bericht: dict[str, Any] = {
            "message_id": kans.randrange(1, 10**9),
            "date": kans.randrange(0, 2**33),
            "chat": chat,
        }
        bericht["from"] = van
        bericht[kans.choice(("text", "text", "caption", "sticker", "photo", "new_chat_title"))] = self.waarde_of_tekst()
        wat = kans.choice(("message", "message", "edited_message", "callback_query"))
        inhoud: Any = bericht
        if wat == "callback_query":
            inhoud = {"id": "1", "from": van, "chat_instance": "1", "data": self.veld()[:64], "message": bericht}
        return {"update_id": kans.randrange(1, 2**31), wat: inhoud}

    def waarde_of_tekst(self) -> Any:
        return self.veld() if self.kans.random() < 0.8 else self.waarde()

    def kop(self) -> str:
        return "".join(c for c in self.tekst()[:150] if 32 <= ord(c) < 127)


@dataclass
class Doel:
    """De deur met wat er nodig is om dieper te komen dan de eerste controle: een gesprek, en een medewerker aan de balie."""

    deur: TestClient
    inst: Instellingen
    sessie: str
    csrf: str


def gooi(keer: int, zaad: int = 5) -> tuple[Counter[str], list[str]]:
    """Gooit `keer` keer rommel naar de deur. Geeft tellingen per kanaal en uitkomst, en wat er mis was."""
    telling: Counter[str] = Counter()
    mis: list[str] = []
    maker = Rommelaar(zaad)
    telegram = {
        "telegram_token": TOKEN,
        "telegram_geheim": "proef" * 8,
        "telegram_adres": "https://bot.voorbeeld.test",
    }
    with stille_api() as api, losse_deur(**telegram, telegram_api=api) as (deur, inst):
        scherm = Scherm(deur)
        for nr in range(keer):
            if nr % 500 == 0:
                deur.cookies.clear()
                scherm.meld_aan(NAAM)
                scherm.doe("/hulplijn/raadplegen")
                doel = Doel(deur, inst, deur.post("/api/gesprek").json()["sessie"], scherm.csrf)
            kanaal = (WEB, WEB, KAAL, TELEGRAM, BALIE)[nr % 5]
            antwoord = _KANALEN[kanaal](doel, maker)
            telling[f"{kanaal} {antwoord.status_code // 100}xx"] += 1
            if antwoord.status_code >= 500 or any(spoor in antwoord.text for spoor in SPOREN):
                mis.append(f"{kanaal} {antwoord.request.method} {antwoord.request.url.path}: {antwoord.status_code}")
    return telling, mis


def _web(doel: Doel, m: Rommelaar) -> httpx.Response:
    kans = m.kans
    pad = kans.choice(("/api/beurt", "/api/beurt", "/api/gesprek", "/api/wis", "/api/brief", "/api/stroom"))
    if pad in ("/api/gesprek", "/api/stroom"):
        return doel.deur.get(pad, headers={"X-Sessie": m.kop()})
    koppen = {"X-Sessie": doel.sessie if pad != "/api/wis" and kans.random() < 0.7 else m.kop()}
    return doel.deur.post(pad, content=m.lijf(("beurt", "tekst", "code", "brief", "vorm")), headers=koppen)


def _kaal(doel: Doel, m: Rommelaar) -> httpx.Response:
    kans = m.kans
    pad = kans.choice(("/zonder-script", "/zonder-script", "/zonder-script/brief"))
    doel.deur.cookies.set("gesprek", kans.choice((doel.sessie, "x.y")), path="/zonder-script")
    if kans.random() < 0.2:
        kop = {"Content-Type": kans.choice(("multipart/form-data", "multipart/form-data; boundary=x", m.kop()))}
        return doel.deur.post(pad, content=kans.randbytes(80), headers=kop)
    namen = ("csrf", "beurt", "tekst", "code", "keuze", "dag", "feit", "brief", "vorm")
    velden = {n: m.veld() for n in namen if kans.random() < 0.6}
    if kans.random() < 0.7:
        id_ = Sessies(doel.inst.geheim).lees(doel.sessie) or ""
        velden["csrf"] = csrf(doel.inst.geheim, id_)
    return doel.deur.post(pad, data=velden)


def _telegram(doel: Doel, m: Rommelaar) -> httpx.Response:
    """Soms wartaal, meestal een update zoals Telegram hem stuurt met vreemde inhoud."""
    lijf = m.lijf(("update_id", "message", "callback_query", "my_chat_member", "edited_message"))
    if m.kans.random() < 0.6:
        lijf = json.dumps(m.update()).encode("utf-8", "replace")
    return doel.deur.post(
        "/telegram", content=lijf, headers={"X-Telegram-Bot-Api-Secret-Token": doel.inst.telegram_geheim}
    )


def _balie(doel: Doel, m: Rommelaar) -> httpx.Response:
    """Meestal als iemand die is aangemeld, met het goede csrf-veld."""
    kans = m.kans
    paden = ("aanmelden", "code", "raadplegen", "raadplegen", "zaak/x/doe", "zaak/x/zeg", "zaak/x/stroom", "zoeken")
    pad = kans.choice((*paden, "jurist", "jurist/akkoord", "jurist/verschil", "cijfers", "samenvatting", "kwitantie"))
    namen = (
        "vooraf",
        "naam",
        "code",
        "zaak",
        "zin",
        "antwoord",
        "zet",
        "weg",
        "zoek",
        "woorden",
        "daad",
        "bron",
        "vorm",
    )
    velden = {n: m.veld() for n in namen if kans.random() < 0.5}
    if kans.random() < 0.8:
        velden["csrf"] = doel.csrf
    methode = kans.choice(("GET", "POST", "POST"))
    return doel.deur.request(methode, f"/hulplijn/{pad}", **{"params" if methode == "GET" else "data": velden})  # type: ignore[arg-type]


_KANALEN = {WEB: _web, KAAL: _kaal, TELEGRAM: _telegram, BALIE: _balie}


def gooi_naar_rasa(adres: str, geheim: str, keer: int, zaad: int = 6) -> list[str]:
    """Rommel op de lijn tussen deur en Rasa, met het goede geheim. Alleen nette weigeringen en antwoorden."""
    maker, mis = Rommelaar(zaad), []
    with httpx.Client(base_url=adres, trust_env=False, timeout=30) as http:
        for nr in range(keer):
            lijf = maker.lijf(("gesprek", "beurt", "tekst", "code"))
            if nr % 4 == 0:  # een echte beurt met vreemde woorden: zo komt het ook in het gesprek zelf
                echt = {"gesprek": f"rommel-{nr % 40:04}", "beurt": f"b{nr}", "tekst": maker.veld()}
                lijf = json.dumps(echt).encode()
            antwoord = http.post(
                "/webhooks/deur/webhook",
                content=lijf,
                headers={"X-Deur-Geheim": geheim, "Content-Type": "application/json"},
            )
            if antwoord.status_code >= 500 or any(spoor in antwoord.text for spoor in SPOREN):
                mis.append(f"rasa: {antwoord.status_code}")
    return mis


def main(keer: int, zaad: int) -> int:
    naar_rasa = keer // 10
    geteld, fouten = gooi(keer - naar_rasa, zaad)
    with tempfile.TemporaryDirectory() as map_:
        huis = bouw_huis(Path(map_), met_rasa=True)
        try:
            adres = f"http://127.0.0.1:{huis.omgeving['EHBO_RASA_POORT']}"
            fouten += gooi_naar_rasa(adres, huis.omgeving["EHBO_RASA_GEHEIM"], naar_rasa, zaad)
        finally:
            sluit(huis)
    for naam, hoeveel in sorted(geteld.items()):
        print(f"  {naam}: {hoeveel}")
    print(*Counter(fouten).most_common(20), sep="\n")
    per_kanaal = {k: sum(n for naam, n in geteld.items() if naam.rpartition(" ")[0] == k) for k in _KANALEN}
    return Uitslag("rommel", zaad, {**per_kanaal, "Rasa": naar_rasa}, len(fouten)).bewaar()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 5))
