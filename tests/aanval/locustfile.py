"""Drukte, met een hulpmiddel dat niet van ons is. Elke gebruiker voert een gesprek en let op dat het zijn eigen blijft.

Gestart door `tools/aanval.sh`. Een 429 is een nette weigering en geen fout; al het andere dat geen 200 is wel.
"""

from __future__ import annotations

import os
import random
import uuid
from typing import Any

from locust import HttpUser, constant_pacing, events, task

ZINNEN = ("er staat een nepfoto van mij online", "hij dreigt mijn filmpje te delen", "dat weet ik niet", "nee", "ja")
gesprekken = {"gemengd": 0, "kwijt": 0, "geweigerd": 0}


def geweigerd(uit: Any) -> None:
    gesprekken["geweigerd"] += 1
    uit.success()


class Mens(HttpUser):  # type: ignore[misc]
    """Praat, hervat, en begint soms opnieuw."""

    wait_time = constant_pacing(float(os.environ.get("PAUZE", "1")))

    def on_start(self) -> None:
        self.sessie = ""
        self.laatste: list[object] = []
        self.begin()

    def begin(self) -> None:
        with self.client.post("/api/gesprek", catch_response=True) as uit:
            if uit.status_code == 200:
                self.sessie, self.laatste = uit.json()["sessie"], uit.json()["blokken"]
            elif uit.status_code == 429:
                geweigerd(uit)

    @task(12)
    def beurt(self) -> None:
        if not self.sessie:
            return self.begin()
        knoppen = [
            knop["code"]
            for blok in self.laatste
            if isinstance(blok, dict) and blok["blok"] == "keuze"
            for knop in blok.get("opties", ())
            if knop["code"] not in ("wis", "stop", "deel")
        ]
        lijf = {"beurt": uuid.uuid4().hex}
        if knoppen and random.random() < 0.8:
            lijf["code"] = random.choice(knoppen)
        else:
            lijf["tekst"] = random.choice(ZINNEN)
        with self.client.post("/api/beurt", json=lijf, headers=self.kop, catch_response=True) as uit:
            if uit.status_code == 200:
                self.laatste = uit.json()["blokken"]
                if uit.json()["beurt"] != lijf["beurt"]:
                    gesprekken["gemengd"] += 1
                    uit.failure("antwoord op een andere beurt")
            elif uit.status_code == 429:
                geweigerd(uit)
        return None

    @task(2)
    def hervat(self) -> None:
        if not self.sessie:
            return
        with self.client.get("/api/gesprek", headers=self.kop, catch_response=True) as uit:
            if uit.status_code == 429:
                geweigerd(uit)
            elif uit.status_code != 200:
                gesprekken["kwijt"] += 1
            elif uit.json()["blokken"] != self.laatste:
                gesprekken["gemengd"] += 1
                uit.failure("een ander gesprek dan het mijne")

    @task(1)
    def opnieuw(self) -> None:
        if self.sessie:
            with self.client.delete("/api/gesprek", headers=self.kop, catch_response=True) as uit:
                if uit.status_code == 429:
                    geweigerd(uit)
        self.sessie = ""
        self.begin()

    @property
    def kop(self) -> dict[str, str]:
        return {"X-Sessie": self.sessie}


@events.quitting.add_listener  # type: ignore[misc]
def einde(environment: object, **_: object) -> None:
    print(" ".join(f"{naam}={aantal}" for naam, aantal in gesprekken.items()), flush=True)
