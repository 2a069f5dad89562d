"""Het gedeelde geheugen: in één proces en in een echte Redis, met dezelfde uitkomst."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.opslag import InRedis, Vluchtig, vluchtig
from bot.opslag.vluchtig import InGeheugen, SlotBezet

Proef = Callable[[Callable[[Vluchtig, Vluchtig], Awaitable[None]]], None]


@pytest.fixture(params=["geheugen", "redis"])
def proef(request: pytest.FixtureRequest) -> Proef:
    """Voert een proef uit met twee deuren op hetzelfde gedeelde geheugen."""
    adres = request.getfixturevalue("redis_adres") if request.param == "redis" else ""

    def doe(wat: Callable[[Vluchtig, Vluchtig], Awaitable[None]]) -> None:
        async def loop() -> None:
            een = vluchtig(adres)
            twee = vluchtig(adres) if adres else een
            assert isinstance(een, InRedis if adres else InGeheugen)
            await wat(een, twee)
            await een.sluit()
            if twee is not een:
                await twee.sluit()

        asyncio.run(loop())

    return doe


def test_een_waarde_verloopt_en_wordt_een_keer_genomen(proef: Proef) -> None:
    async def wat(een: Vluchtig, twee: Vluchtig) -> None:
        assert await een.zet("code:a", "zaak", 0.2)
        assert not await twee.zet("code:a", "ander", 0.2, alleen_nieuw=True)
        assert await twee.haal("code:a") == "zaak"
        genomen = await asyncio.gather(*(deur.neem("code:a") for deur in (een, twee, een, twee)))
        assert sorted(map(str, genomen)) == ["None", "None", "None", "zaak"]
        await een.zet("code:b", "x", 0.05)
        await asyncio.sleep(0.1)
        assert await twee.haal("code:b") is None

    proef(wat)


def test_tellen_gaat_over_alle_deuren(proef: Proef) -> None:
    async def wat(een: Vluchtig, twee: Vluchtig) -> None:
        assert [await deur.tel("grens", 0.3) for deur in (een, twee, een)] == [1, 2, 3]
        await asyncio.sleep(0.4)
        assert await twee.tel("grens", 0.3) == 1

    proef(wat)


def test_een_slot_laat_er_een_tegelijk_door(proef: Proef) -> None:
    async def wat(een: Vluchtig, twee: Vluchtig) -> None:
        binnen, meest = 0, 0

        async def ga(deur: Vluchtig) -> None:
            nonlocal binnen, meest
            async with deur.slot("gesprek"):
                binnen += 1
                meest = max(meest, binnen)
                await asyncio.sleep(0.01)
                binnen -= 1

        await asyncio.gather(*(ga(deur) for deur in (een, twee) * 5))
        assert meest == 1
        async with een.slot("lang"):
            with pytest.raises(SlotBezet):
                async with twee.slot("lang", 0.05):
                    pass
        async with twee.slot("lang"):
            pass

    proef(wat)


def test_woorden_komen_aan_bij_wie_luistert_en_blijven_nergens(proef: Proef) -> None:
    async def wat(een: Vluchtig, twee: Vluchtig) -> None:
        assert await een.stuur("gesprek:1", {"n": 0}) == 0
        async with twee.luister("gesprek:1") as berichten:
            await asyncio.sleep(0.05)
            assert await een.stuur("gesprek:1", {"n": 1}) == 1
            assert await een.stuur("gesprek:2", {"n": 9}) == 0
            assert await asyncio.wait_for(berichten.__anext__(), 3) == {"n": 1}
        await asyncio.sleep(0.05)
        assert await een.stuur("gesprek:1", {"n": 2}) == 0

    proef(wat)
