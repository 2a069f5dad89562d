"""Meer machines: Rasa's eigen weg met endpoints.productie.yml, en een voor een herstarten achter de nginx van `deploy/`."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.opslag import Gesprekken, Kluis, Rij
from tests.aanval.omheen import Dienst, start_nginx
from tests.aanval.praten import Praters, verschillen
from tests.aanval.vallen import tweeling
from tests.bot.deur.conftest import WORTEL, sluit, start, wacht


def test_endpoints_productie_geeft_postgres_en_redis(
    postgres: Dienst, redis: Dienst, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.rasa.bewaring import Standbewaring  # isort: skip  # eerst: dit maakt Rasa passend

    from rasa.core.lock_store import LockStore, RedisLockStore
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints
    from rasa.shared.core.domain import Domain

    host, _, poort = redis.adres.removeprefix("redis://").removesuffix("/0").partition(":")
    for naam, waarde in (
        ("EHBO_SLEUTELS", "sleutel-" + "q7d2" * 8),
        ("EHBO_GESPREKKEN", postgres.adres),
        ("EHBO_REDIS_HOST", host),
        ("EHBO_REDIS_POORT", poort),
        ("EHBO_REDIS_WACHTWOORD", ""),
    ):
        monkeypatch.setenv(naam, waarde)
    eindpunten = AvailableEndpoints.read_endpoints(str(WORTEL / "endpoints.productie.yml"))
    assert eindpunten.event_broker is None
    bewaring = TrackerStore.create(eindpunten.tracker_store, Domain.empty())
    winkel = getattr(bewaring, "_tracker_store", bewaring)
    assert isinstance(winkel, Standbewaring) and winkel.gesprekken.db.dialect.name == "postgresql"
    winkel.gesprekken.schrijf(Rij("p" * 20, {"zaak": []}))
    assert asyncio.run(winkel.retrieve("p" * 20)) is not None
    winkel.gesprekken.wis("p" * 20)
    sloten = LockStore.create(eindpunten.lock_store)
    assert isinstance(sloten, RedisLockStore)

    async def om_de_beurt() -> None:
        async with sloten.lock("p" * 20):
            assert sloten.is_someone_waiting("p" * 20)

    asyncio.run(om_de_beurt())


def test_een_voor_een_herstarten_achter_nginx_kost_geen_beurt(
    tmp_path: Path, postgres: Dienst, redis: Dienst, vereist: Callable[[str], str]
) -> None:
    huizen = tweeling(tmp_path, postgres.adres, redis.adres)
    nginx = start_nginx(vereist("nginx"), (huizen[0].adres, huizen[1].adres))
    try:
        with Praters([nginx.adres], 3, 8) as mensen:
            for huis in huizen:
                for wie in ("rasa", "deur"):
                    proces = getattr(huis, wie)
                    proces.send_signal(signal.SIGTERM)
                    proces.wait(60)
                    setattr(huis, wie, start(wie, huis.omgeving))
                wacht(huis.adres, lambda s: bool(s["klaar"]) and bool(s["rasa"]), 400)
        gesprekken = Gesprekken(postgres.adres, kluis=Kluis(huizen[0].omgeving["EHBO_SLEUTELS"]))
        mis = mensen.fouten + verschillen(mensen.klaar, gesprekken, huizen[0].omgeving["EHBO_GEHEIM"])
        assert mensen.klaar and not mis, mis
    finally:
        nginx.stop()
        for huis in huizen:
            sluit(huis)
