"""Open lijnen: wat een persoon of medewerker tussendoor te zien krijgt, meegelezen in een eigen draad."""

from __future__ import annotations

import contextlib
import threading
import time

import httpx

from tests.bot.deur.conftest import Huis
from tests.bot.hulplijn.conftest import Scherm


class Lijn:
    """Luistert tot het eind. `regels` is alles wat langskwam."""

    def __init__(
        self, http: httpx.Client, pad: str, koppen: dict[str, str] | None = None, seconden: float = 60
    ) -> None:
        self.regels: list[str] = []
        self._open = threading.Event()
        self._draad = threading.Thread(target=self._lees, args=(http, pad, koppen or {}, seconden), daemon=True)
        self._draad.start()
        assert self._open.wait(20), f"{pad} ging niet open"

    def _lees(self, http: httpx.Client, pad: str, koppen: dict[str, str], seconden: float) -> None:
        with contextlib.suppress(httpx.HTTPError), http.stream("GET", pad, headers=koppen, timeout=seconden) as stroom:
            for regel in stroom.iter_lines():
                self.regels.append(regel)
                self._open.set()  # de eerste regel komt pas als de luisteraar staat

    def hoort(self, woorden: str, seconden: float = 20) -> None:
        """Wacht tot dit langskomt."""
        einde = time.monotonic() + seconden
        while not any(woorden in regel for regel in self.regels):
            assert time.monotonic() < einde, f"{woorden!r} kwam niet; wel: {self.regels}"
            time.sleep(0.02)


def aangemeld(huis: Huis, naam: str = "sanne") -> Scherm:
    """Een medewerker op deze deur, over echt HTTP."""
    http = httpx.Client(base_url=huis.adres, trust_env=False, timeout=60, follow_redirects=True)
    scherm = Scherm(http)  # type: ignore[arg-type]
    assert scherm.meld_aan(naam) == 200
    return scherm
