"""Codes: te zeggen, eenmalig, en niet te raden."""

from __future__ import annotations

import asyncio

import pytest

from bot.deur.delen import Deelcodes, deelcode
from bot.deur.delen.deelcode import (
    ALFABET,
    LENGTE,
    MIS_PER_MEDEWERKER,
    PER_GESPREK,
    PER_NETWERK,
    Vol,
    treffers_in_tien_jaar,
)
from bot.opslag.vluchtig import InGeheugen


def test_de_som_van_raden() -> None:
    assert treffers_in_tien_jaar() < 1
    assert len(set(ALFABET)) == len(ALFABET) == 26 and not set(ALFABET) & set("0O1IL2568U")


def test_een_code_werkt_een_keer_en_zegt_daarna_waarom_niet() -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        code = await codes.maak("w1")
        assert isinstance(code, str) and len(code) == LENGTE
        slordig = f" {code[:3].lower()}-{code[3:]} "
        samen = await asyncio.gather(codes.verzilver(slordig, "a"), codes.verzilver(code, "b"))
        assert sorted((g.sessie or "", g.reden or "") for g in samen) == [("", "gebruikt"), ("w1", "")]
        tweede = await codes.maak("w1")
        assert isinstance(tweede, str)
        await codes.trek_in(tweede)
        assert (await codes.verzilver(tweede, "a")).reden == "ingetrokken"
        assert (await codes.verzilver("AAAAAAAA", "a")).reden == "onbekend"
        assert (await codes.verzilver("0OIL", "a")).reden == "vorm"

    asyncio.run(loop())


def test_een_code_verloopt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deelcode, "GELDIG", 0.05)

    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        code = await codes.maak("w1")
        await asyncio.sleep(0.1)
        assert (await codes.verzilver(str(code), "a")).reden == "verlopen"

    asyncio.run(loop())


def test_wie_raadt_wordt_gestopt_en_een_collega_met_een_goede_code_niet(caplog: pytest.LogCaptureFixture) -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        goed = await codes.maak("w1")
        for nr in range(3):
            mis = [await codes.verzilver("AAAAAAAA", f"rader{nr}") for _ in range(MIS_PER_MEDEWERKER + 1)]
            assert [g.reden for g in mis] == ["onbekend"] * MIS_PER_MEDEWERKER + ["te_vaak"]
        assert (await codes.verzilver(str(goed), "collega")).sessie == "w1"

    asyncio.run(loop())
    assert "verkeerde deelcodes" in caplog.text


def test_niet_eindeloos_codes_vragen_in_een_gesprek() -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        uit = [await codes.maak("w1") for _ in range(PER_GESPREK + 1)]
        assert [isinstance(code, str) for code in uit] == [True] * PER_GESPREK + [False] and uit[-1] is Vol.GESPREK

    asyncio.run(loop())


def test_een_bezoeker_neemt_een_ander_het_delen_niet_af() -> None:
    async def loop() -> None:
        codes = Deelcodes(InGeheugen())
        uit = [await codes.maak(f"x{nr}", "aanvaller") for nr in range(5 * PER_NETWERK)]
        assert sum(isinstance(code, str) for code in uit) == PER_NETWERK and uit[-1] is Vol.NETWERK
        assert isinstance(await codes.maak("slachtoffer", "thuis"), str)
        # een ingetrokken of gebruikte code telt niet meer: er komt weer plaats
        await codes.trek_in(str(uit[0]))
        await codes.verzilver(str(uit[1]), "sanne")
        weer = [await codes.maak(f"y{nr}", "aanvaller") for nr in range(3)]
        assert [isinstance(code, str) for code in weer] == [True, True, False]

    asyncio.run(loop())
