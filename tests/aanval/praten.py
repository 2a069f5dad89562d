"""Gesprekken door de echte deur, die na te rekenen zijn: elke beurt is een knop, en de kern alleen geeft dezelfde stand."""

from __future__ import annotations

import itertools
import random
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx

from bot.deur.delen import EIGEN
from bot.deur.sessie import Sessies
from bot.kennis import lees_kennis, vandaag
from bot.opslag import Gesprekken
from knowledge import Daad, Stand, beurt

NIET = EIGEN | {"wis", "stop", "opnieuw", "start", "engels"}
"""Knoppen die de zaak wissen of buiten de kern om gaan: die zijn hier niet na te rekenen."""
GEDULD = 60.0


@dataclass
class Gesprekspartner:
    """Eén persoon. Vraagt dezelfde beurt opnieuw tot er een antwoord is, zoals de widget."""

    deuren: list[str]
    zaad: int
    codes: list[str] = field(default_factory=list)
    herhaald: int = 0
    te_snel: int = 0
    sessie: str = ""
    blokken: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._kans = random.Random(self.zaad)
        # alles hier is van onszelf, ook het certificaat van nginx
        self.http = httpx.Client(trust_env=False, timeout=20, verify=False)

    def begin(self) -> None:
        uit = self._tot_antwoord("/api/gesprek", None)
        self.sessie, self.blokken, self.codes = uit["sessie"], uit["blokken"], ["start"]

    def stap(self) -> None:
        """Eén beurt: een van de knoppen die er nu staan."""
        code = self._kies()
        self.druk(code)
        self.codes.append(code)

    def druk(self, code: str) -> list[dict[str, Any]]:
        return self._beurt({"code": code})

    def zeg(self, tekst: str) -> list[dict[str, Any]]:
        return self._beurt({"tekst": tekst})

    def _beurt(self, wat: dict[str, str]) -> list[dict[str, Any]]:
        self.blokken = self._tot_antwoord("/api/beurt", {"beurt": uuid.uuid4().hex, **wat})["blokken"]
        return self.blokken

    def praat(self, beurten: int, rust: float = 0.0) -> None:
        self.begin()
        for _ in range(beurten):
            self.stap()
            if rust:
                time.sleep(self._kans.uniform(0, rust))

    def sluit(self) -> None:
        self.http.close()

    def _kies(self) -> str:
        knoppen: list[str] = []
        for blok in self.blokken:
            if blok["blok"] == "keuze":
                feit = blok.get("feit")
                knoppen += [k["code"] for k in (*blok.get("opties", ()), *blok.get("extra", ())) if k.get("code")]
                if feit and not knoppen:
                    knoppen.append("weet_niet")
        goed = [k for k in knoppen if k not in NIET and _geldig(k)]
        return (
            self._kans.choice(goed) if goed else self._kans.choice(["overzicht", "verder", "situatie:deepfake_sexual"])
        )

    def _tot_antwoord(self, pad: str, lijf: dict[str, Any] | None) -> dict[str, Any]:
        einde = time.monotonic() + GEDULD
        poging = 0
        while time.monotonic() < einde:
            deur = self.deuren[(self.zaad + poging) % len(self.deuren)]
            poging += 1
            try:
                antwoord = self.http.post(deur + pad, json=lijf, headers={"X-Sessie": self.sessie})
            except httpx.HTTPError:
                self.herhaald += 1
                time.sleep(0.2)
                continue
            if antwoord.status_code == 200:
                return dict(antwoord.json())
            if antwoord.status_code not in (429, 502, 503):
                raise AssertionError(f"{pad} gaf {antwoord.status_code}")
            self.herhaald += antwoord.status_code != 429
            self.te_snel += antwoord.status_code == 429
            time.sleep(0.3)
        raise AssertionError(f"geen antwoord op {pad} binnen {GEDULD:.0f} s")


def _geldig(code: str) -> bool:
    try:
        Daad.uit_code(code)
    except ValueError:
        return False
    return True


def vouw(codes: list[str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Alle beurten in de kern, zonder deur, Rasa of bewaring: de stand en het laatste antwoord."""
    _, kennis = lees_kennis()
    stand, blokken = Stand(kennis=kennis.hash), []
    for code in codes:
        uitkomst = beurt(kennis, stand, Daad.uit_code(code), vandaag())
        stand, blokken = uitkomst.stand, uitkomst.bericht.naar_json()
    return stand.naar_json(), blokken


def verschillen(partners: list[Gesprekspartner], gesprekken: Gesprekken, geheim: str) -> list[str]:
    """Per gesprek dat niet precies de optelling van zijn beurten is: een regel die zegt wat er mis is."""
    sessies, uit = Sessies(geheim), []
    for partner in partners:
        id_ = sessies.lees(partner.sessie)
        rij = gesprekken.lees(id_ or "")
        stand, blokken = vouw(partner.codes)
        if rij is None:
            uit.append(f"gesprek {partner.zaad}: kwijt na {len(partner.codes)} beurten")
        elif rij.stand != stand:
            over = rij.stand.get("beurten", 0) - stand["beurten"]
            uit.append(f"gesprek {partner.zaad}: {over:+d} beurten, of een andere zaak")
        elif rij.antwoord != blokken:
            uit.append(f"gesprek {partner.zaad}: een ander laatste antwoord")
    return uit


class Praters:
    """Mensen die tegelijk praten terwijl er iets stukgaat, tot `stop`."""

    def __init__(self, deuren: list[str], aantal: int, beurten: int, rust: float = 0.05, eerste: int = 0) -> None:
        self._deuren, self._beurten, self._rust = deuren, beurten, rust
        self.klaar: list[Gesprekspartner] = []
        self.fouten: list[str] = []
        self._stop = threading.Event()
        self._teller = itertools.count(eerste)
        self._draden = [threading.Thread(target=self._loop, daemon=True) for _ in range(aantal)]

    def __enter__(self) -> Praters:
        for draad in self._draden:
            draad.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for draad in self._draden:
            draad.join(GEDULD + 30)

    def _loop(self) -> None:
        while not self._stop.is_set():
            partner = Gesprekspartner(self._deuren, next(self._teller))
            try:
                partner.praat(self._beurten, self._rust)
                self.klaar.append(partner)
            except Exception as fout:
                self.fouten.append(f"gesprek {partner.zaad}: {type(fout).__name__} {fout}")
            finally:
                partner.sluit()
