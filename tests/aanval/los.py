"""Een deur in dit proces, zonder grenzen per minuut: voor aanvallen die zo snel mogelijk veel proberen."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen
from tests.bot.hulplijn.aan_de_balie import maak_accounts

NAAM = "bea"
ONBEGRENSD = 10**9


@contextmanager
def losse_deur(**extra: Any) -> Iterator[tuple[TestClient, Instellingen]]:
    """De hele app met balie; Rasa is er niet. Er is één beheerder, `NAAM`."""
    with TemporaryDirectory() as map_:
        inst = Instellingen(
            rasa_poort=1,
            geheim=secrets.token_hex(24),
            rasa_geheim=secrets.token_hex(24),
            sleutels=secrets.token_hex(24),
            gesprekken=f"sqlite:///{Path(map_) / 'g.db'}",
            nieuw_per_minuut=ONBEGRENSD,
            per_minuut=ONBEGRENSD,
            per_adres_per_minuut=ONBEGRENSD,
            **extra,
        )
        balie = Balie(aan=True, opslag=f"sqlite:///{Path(map_) / 'h.db'}")
        maak_accounts(balie.opslag, **{NAAM: "beheerder"})
        with TestClient(maak_app(inst, balie=balie), follow_redirects=False) as deur:
            yield deur, inst
