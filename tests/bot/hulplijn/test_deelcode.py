"""Codes: te zeggen, eenmalig, en niet te raden."""

from __future__ import annotations

import asyncio

import pytest

from bot.deur.delen import Deelcodes, deelcode
from bot.deur.delen.deelcode import (
    ALFABET,
    LENGTE,
    MIS_PER_MEDEWERKER,
    MIS_PER_UUR,
    PER_GESPREK,
    PER_UUR,
    TEGELIJK,
    treffers_in_tien_jaar,
)
from bot.opslag.vluchtig import InGeheugen


def test_de_som_van_raden() -> None:
    assert treffers_in_tien_jaar() < 1 and TEGELIJK == 2 * PER_UUR
    assert len(set(ALFABET)) == len(ALFABET) == 26 and not set(ALFABET) & set("0O1IL2568U")


def test_een_code_werkt_een_keer_en_zegt_daarna_waarom_niet() -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        code = await codes.maak("w1")
        assert code is not None and len(code) == LENGTE
        slordig = f" {code[:3].lower()}-{code[3:]} "
        samen = await asyncio.gather(codes.verzilver(slordig, "a"), codes.verzilver(code, "b"))
        assert sorted((g.sessie or "", g.reden or "") for g in samen) == [("", "gebruikt"), ("w1", "")]
        tweede = await codes.maak("w1")
        assert tweede is not None
        await codes.trek_in(tweede)
        assert (await codes.verzilver(tweede, "a")).reden == "ingetrokken"
        assert (await codes.verzilver("AAAAAA", "a")).reden == "onbekend"
        assert (await codes.verzilver("0OIL", "a")).reden == "vorm"

    asyncio.run(loop())


def test_een_code_verloopt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deelcode, "GELDIG", 0.05)

    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        code = await codes.maak("w1")
        await asyncio.sleep(0.1)
        assert (await codes.verzilver(code or "", "a")).reden == "verlopen"

    asyncio.run(loop())


def test_raden_stopt_ook_met_meer_medewerkers_tegelijk() -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        goed = await codes.maak("w1")
        mis = [await codes.verzilver("AAAAAA", "rader") for _ in range(MIS_PER_MEDEWERKER + 1)]
        assert [g.reden for g in mis] == ["onbekend"] * MIS_PER_MEDEWERKER + ["te_vaak"]
        uit = await asyncio.gather(*(codes.verzilver("CCCCCC", f"m{nr}") for nr in range(60)))
        geraden = sum(g.reden == "onbekend" for g in uit)
        assert geraden == MIS_PER_UUR - MIS_PER_MEDEWERKER
        assert (await codes.verzilver(goed or "", "nieuw")).reden == "te_vaak"

    asyncio.run(loop())


def test_niet_eindeloos_codes_vragen() -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        assert [bool(await codes.maak("w1")) for _ in range(PER_GESPREK + 1)] == [True] * PER_GESPREK + [False]
        for nr in range(PER_UUR):
            await codes.maak(f"x{nr}")
        assert await codes.maak("laat") is None

    asyncio.run(loop())
