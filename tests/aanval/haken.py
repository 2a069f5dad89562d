"""Haken voor schemathesis, in zijn eigen omgeving: een echte sessie en een echte medewerker, zodat het verder komt dan de eerste controle.

`EHBO_PROEF` is JSON met `balie` (cookies met hun csrf-veld, genoeg om er een paar te verliezen) en `telegram` (het geheim).
"""

from __future__ import annotations

import itertools
import json
import os
import random
from typing import Any

import requests
import schemathesis

PROEF = json.loads(os.environ["EHBO_PROEF"])
SPOREN = ("Traceback", 'File "/', "sqlalchemy", "starlette.", "KeyError", "TypeError", "ValueError")
WIST = ("DELETE /api/gesprek", "POST /api/wis", "POST /hulplijn/afmelden")
OPEN_LIJN = "/api/stroom"
kans = random.Random(PROEF["zaad"])
medewerkers = itertools.cycle(PROEF["balie"])


class Wie:
    """Het gesprek en de medewerker van nu; een nieuwe zodra de server de oude niet meer kent."""

    sessie = ""
    balie: dict[str, str] = next(medewerkers)

    @classmethod
    def nieuw_gesprek(cls, adres: str) -> None:
        uit = requests.post(f"{adres}/api/gesprek", timeout=30)
        cls.sessie = uit.json()["sessie"] if uit.ok else ""


@schemathesis.hook
def before_call(_: Any, case: Any, __: dict[str, Any]) -> None:
    """Meestal zijn de sleutels echt; soms blijven ze wat schemathesis verzon."""
    pad, naam = case.operation.path, f"{case.operation.method.upper()} {case.operation.path}"
    if not Wie.sessie:
        Wie.nieuw_gesprek(PROEF["adres"])
    if pad == OPEN_LIJN:  # met een echt gesprek blijft die open, en dan wacht schemathesis
        case.headers.pop("X-Sessie", None)
    elif kans.random() < 0.85 and naam not in WIST:
        case.headers.update({"X-Sessie": Wie.sessie, "X-Telegram-Bot-Api-Secret-Token": PROEF["telegram"]})
        case.cookies.update({"gesprek": Wie.sessie, "balie": Wie.balie["cookie"]})
        if isinstance(case.body, dict) and pad.startswith("/hulplijn/"):
            case.body["csrf"] = Wie.balie["csrf"]


@schemathesis.hook
def after_call(_: Any, case: Any, antwoord: Any) -> None:
    if antwoord.status_code == 401 and case.operation.path.startswith("/api/"):
        Wie.sessie = ""
    elif "/aanmelden" in str(antwoord.headers.get("location", "")):
        Wie.balie = next(medewerkers)


@schemathesis.check
def geen_spoor(_: Any, response: Any, __: Any) -> None:
    """Nooit een stuk van een fout naar buiten."""
    assert not any(spoor.encode() in response.content for spoor in SPOREN), (
        "een spoor van een fout staat in het antwoord"
    )
