"""Geen taak op de achtergrond gaat stil dood."""

from __future__ import annotations

import asyncio

import pytest

from bot.deur import waker as module
from bot.deur.waker import Waker


def test_een_taak_die_omvalt_komt_terug_en_zegt_geen_woord(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "PAUZE_MIN", 0.01)
    keren: list[int] = []

    async def leef() -> None:
        keren.append(1)
        if len(keren) < 4:
            raise ConnectionError("redis://geheim is weg")

    asyncio.run(asyncio.wait_for(Waker().blijf("omroep", leef), 5))
    assert len(keren) == 4 and "omroep" in caplog.text and "geheim" not in caplog.text


def test_hoe_lang_geleden_iets_lukte_is_te_zien() -> None:
    async def lus() -> None:
        waker, goed = Waker(), False

        async def doe() -> None:
            if not goed:
                raise OSError

        taak = asyncio.create_task(waker.herhaal("opruimen", doe, 0.01))
        waker._begin -= 500
        await asyncio.sleep(0.05)
        assert waker.stand()["opruimen"] >= 500
        goed = True
        await asyncio.sleep(0.05)
        assert waker.stand()["opruimen"] < 5
        taak.cancel()

    asyncio.run(lus())
