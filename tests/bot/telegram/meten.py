"""Hoeveel berichten per seconde door het Telegramkanaal gaan: update in, beurt langs Rasa, antwoord naar de Bot API.

`python -m tests.bot.telegram.meten [SECONDEN] [CHATS]` zet het getal in docs/telegram.md. De Bot API is hier een die meteen ja zegt,
in een eigen proces: gemeten wordt ons deel, niet Telegram.
"""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

import httpx

from bench.praten import EERSTE, ERTUSSEN
from tests.aanval.stille_api import stille_api
from tests.aanval.uitslag import zet_in
from tests.bot.deur.conftest import WORTEL, bouw_huis, sluit, wacht
from tests.bot.telegram.tegenpartij import omgeving

DOCUMENT = WORTEL / "docs" / "telegram.md"
MERKEN = ("<!-- berichten per seconde: begin -->", "<!-- berichten per seconde: einde -->")
GEHEIM = "meten-" * 6
KOP = {"X-Telegram-Bot-Api-Secret-Token": GEHEIM}


@contextmanager
def api_in_eigen_proces() -> Iterator[str]:
    hier, daar = multiprocessing.Pipe()
    proces = multiprocessing.Process(target=_api, args=(daar,), daemon=True)
    proces.start()
    try:
        yield str(hier.recv())
    finally:
        proces.terminate()
        proces.join()


def _api(pijp: Connection) -> None:
    with stille_api() as adres:
        pijp.send(adres)
        time.sleep(3600)


async def stuur(adres: str, chats: int, seconden: float) -> list[float]:
    """Elke chat stuurt het volgende bericht zodra het vorige beantwoord is; geeft de duur van elke beurt."""
    nummers, tijden = itertools.count(1), []
    einde = time.monotonic() + seconden

    async def praat(http: httpx.AsyncClient, chat: int) -> None:
        woorden = itertools.cycle(("/start", EERSTE, *ERTUSSEN))
        while time.monotonic() < einde:
            van = {"id": chat, "is_bot": False, "first_name": "Sam"}
            bericht = {"message_id": 1, "date": int(time.time()), "chat": {"id": chat, "type": "private"}, "from": van}
            update = {"update_id": next(nummers), "message": {**bericht, "text": next(woorden)}}
            begin = time.perf_counter()
            antwoord = await http.post(f"{adres}/telegram", json=update, headers=KOP)
            antwoord.raise_for_status()
            tijden.append(time.perf_counter() - begin)

    async with httpx.AsyncClient(trust_env=False, timeout=60) as http:
        await asyncio.gather(*(praat(http, 8000 + nr) for nr in range(chats)))
    return tijden


def meet(seconden: float, chats: int) -> list[float]:
    with tempfile.TemporaryDirectory() as map_, api_in_eigen_proces() as api:
        huis = bouw_huis(
            Path(map_),
            met_rasa=True,
            EHBO_PER_MINUUT="1000000",
            EHBO_TEGELIJK_PER_ADRES="1000",
            **omgeving(api, GEHEIM),
        )
        try:
            wacht(huis.adres, lambda s: s["telegram"] == "webhook" and bool(s["rasa"]), 120)
            asyncio.run(stuur(huis.adres, chats, 3))  # warm
            return asyncio.run(stuur(huis.adres, chats, seconden))
        finally:
            sluit(huis)


def main(seconden: float, chats: int) -> int:
    belasting = os.getloadavg()[0]
    tijden = sorted(meet(seconden, chats))
    p50, p95 = statistics.median(tijden) * 1000, tijden[int(len(tijden) * 0.95)] * 1000
    zin = (
        f"**{len(tijden) / seconden:.0f} berichten per seconde** beantwoord, {chats} chats tegelijk, {len(tijden)} berichten in "
        f"{seconden:.0f} s; mediaan {p50:.0f} ms, 95% {p95:.0f} ms. {os.cpu_count()} kernen, belasting vooraf {belasting:.1f}, "
        f"{datetime.now():%Y-%m-%d}."
    )
    zet_in(DOCUMENT, zin, MERKEN)
    print(zin)
    return 0


if __name__ == "__main__":
    getallen = [int(a) for a in sys.argv[1:]]
    sys.exit(main(getallen[0] if getallen else 20, getallen[1] if len(getallen) > 1 else 8))
