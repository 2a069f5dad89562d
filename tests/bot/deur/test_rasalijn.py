"""De open lijn naar Rasa: één verbinding voor veel beurten, en een eerlijke fout als Rasa dichtgaat, traag is of onzin zegt."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.deur import gesprek as gesprek_module
from bot.deur.gesprek import Gesprek, GesprekWeg
from bot.deur.rasalijn import Rasalijn, RasaWeg
from bot.deur.settings import Instellingen
from bot.opslag import Gesprekken, Kluis
from tests.bot.deur.conftest import vrije_poort

SLEUTEL = "s" * 48
Antwoord = Callable[[int, bytes], Awaitable[bytes | None]]


def http(lijf: bytes = b"{}", kop: str = "") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(lijf)}\r\n{kop}\r\n".encode() + lijf


async def met_server(antwoord: Antwoord, doe: Callable[[int], Awaitable[Any]]) -> tuple[Any, int]:
    """Een server op een eigen poort; geeft wat `doe` gaf en hoeveel verbindingen er kwamen. None sluit de verbinding."""
    verbindingen, verzoeken = 0, 0

    async def klant(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        nonlocal verbindingen, verzoeken
        verbindingen += 1
        try:
            while kop := await lezer.readuntil(b"\r\n\r\n"):
                lang = int(kop.lower().partition(b"content-length: ")[2].partition(b"\r")[0])
                lijf = await lezer.readexactly(lang)
                verzoeken += 1
                uit = await antwoord(verzoeken, lijf)
                if uit is None:
                    break
                schrijver.write(uit)
        except asyncio.IncompleteReadError:
            pass
        schrijver.close()

    server = await asyncio.start_server(klant, "127.0.0.1", 0)
    async with server:
        return await doe(server.sockets[0].getsockname()[1]), verbindingen


def test_veel_beurten_over_een_verbinding() -> None:
    async def echo(_: int, lijf: bytes) -> bytes:
        return http(lijf)

    async def praat(poort: int) -> list[Any]:
        lijn = Rasalijn(poort, SLEUTEL, 2)
        uit = [json.loads((await lijn.vraag("POST", "/x", {"nr": nr, "é": "ü"}))[1]) for nr in range(20)]
        lijn.sluit()
        return uit

    uit, verbindingen = asyncio.run(met_server(echo, praat))
    assert uit == [{"nr": nr, "é": "ü"} for nr in range(20)] and verbindingen == 1


def test_tegelijk_krijgt_ieder_zijn_eigen_antwoord() -> None:
    async def echo(_: int, lijf: bytes) -> bytes:
        await asyncio.sleep(0.02 if b"1" in lijf else 0.001)
        return http(lijf)

    async def praat(poort: int) -> list[Any]:
        lijn = Rasalijn(poort, SLEUTEL, 2)
        return list(await asyncio.gather(*(lijn.vraag("POST", "/x", nr) for nr in range(12))))

    uit, _ = asyncio.run(met_server(echo, praat))
    assert [json.loads(lijf) for _, lijf in uit] == list(range(12))


@pytest.mark.parametrize("kop", ["", "Connection: close\r\n"])
def test_een_lijn_die_intussen_dicht_is_kost_geen_beurt(kop: str) -> None:
    async def soms_dicht(nr: int, _: bytes) -> bytes | None:
        return None if nr == 2 and not kop else http(kop=kop)

    async def praat(poort: int) -> int:
        lijn = Rasalijn(poort, SLEUTEL, 2)
        return sum([(await lijn.vraag("POST", "/x", {}))[0] == 200 for _ in range(3)])

    goed, verbindingen = asyncio.run(met_server(soms_dicht, praat))
    assert goed == 3 and verbindingen == (3 if kop else 2)


def test_te_laat_is_weg_en_het_late_antwoord_komt_nooit_bij_een_ander() -> None:
    async def eerst_traag(nr: int, lijf: bytes) -> bytes:
        await asyncio.sleep(0.3 if nr == 1 else 0)
        return http(lijf)

    async def praat(poort: int) -> bytes:
        lijn = Rasalijn(poort, SLEUTEL, 0.1)
        with pytest.raises(RasaWeg):
            await lijn.vraag("POST", "/x", "van de een")
        await asyncio.sleep(0.4)
        return (await lijn.vraag("POST", "/x", "van de ander"))[1]

    uit, _ = asyncio.run(met_server(eerst_traag, praat))
    assert json.loads(uit) == "van de ander"


@pytest.mark.parametrize(
    "onzin", [None, b"hallo\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", b"x" * 100_000]
)
def test_onzin_is_weg(onzin: bytes | None) -> None:
    async def zeg(_: int, __: bytes) -> bytes | None:
        return onzin

    async def praat(poort: int) -> None:
        with pytest.raises(RasaWeg):
            await Rasalijn(poort, SLEUTEL, 0.3).vraag("GET", "/x")

    asyncio.run(met_server(zeg, praat))


def test_niemand_thuis_is_weg() -> None:
    with pytest.raises(RasaWeg):
        asyncio.run(Rasalijn(vrije_poort(), SLEUTEL, 1).vraag("GET", "/x"))


def test_een_beurt_langs_rasa_leest_de_deur_twee_keer(tmp_path: Path) -> None:
    """Eén keer ervoor, en één keer erna: bewaard voor het gezegd wordt."""
    from tests.bot.test_telwerk import _geteld

    url = f"sqlite:///{tmp_path / 'g.db'}"
    van_rasa = Gesprekken(url, kluis=Kluis(SLEUTEL))

    async def rasa(_: int, lijf: bytes) -> bytes:
        if lijf:
            b = json.loads(lijf)
            oud = van_rasa.lees(b["gesprek"])
            assert oud is not None
            van_rasa.schrijf(replace(oud, beurt=b["beurt"], antwoord=[{"beurt": b["beurt"]}]))
        return http()

    async def niets(*_: Any) -> None: ...

    async def praat(poort: int) -> dict[str, int]:
        inst = Instellingen(gesprekken=url, sleutels=SLEUTEL, rasa_poort=vrije_poort(), rasa_geheim=SLEUTEL)
        await Gesprek(inst).beurt("w" * 20, "begin", code="start")
        gesprek = Gesprek(replace(inst, rasa_poort=poort))
        gesprek.na_beurt = niets
        teller = _geteld(gesprek.gesprekken.db)
        for nr in range(10):
            assert await gesprek.beurt("w" * 20, str(nr), tekst="er is iets", bestaat=True) == [{"beurt": str(nr)}]
        await gesprek.sluit()
        return dict(teller)

    teller, verbindingen = asyncio.run(met_server(rasa, praat))
    assert teller == {"select": 20} and verbindingen == 1


def test_een_beurt_die_op_het_wissen_wachtte_brengt_het_gesprek_niet_terug(tmp_path: Path) -> None:
    async def praat() -> None:
        inst = Instellingen(gesprekken=f"sqlite:///{tmp_path / 'g.db'}", sleutels=SLEUTEL, rasa_poort=vrije_poort())
        gesprek = Gesprek(inst)
        await gesprek.beurt("w" * 20, "begin", code="start")
        async with gesprek.vluchtig.slot(f"gesprek:{'w' * 20}"):
            wissen = asyncio.create_task(gesprek.wis("w" * 20))
            await asyncio.sleep(0)
            beurten = [
                asyncio.create_task(gesprek.beurt("w" * 20, str(n), tekst="hoi", bestaat=True)) for n in range(3)
            ]
            await asyncio.sleep(0.05)
        await wissen
        for beurt in beurten:
            with pytest.raises(GesprekWeg):
                await beurt
        assert gesprek.gesprekken.aantal() == 0
        await gesprek.sluit()

    asyncio.run(praat())


def test_is_de_rij_voor_rasa_vol_dan_wacht_niemand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Op een drukke avond antwoordt de kern meteen, in plaats van dat iedereen wacht tot Rasa te laat is."""
    monkeypatch.setattr(gesprek_module, "IN_DE_RIJ", 2)

    async def traag(_: int, __: bytes) -> bytes:
        await asyncio.sleep(3)
        return http()

    async def praat(poort: int) -> list[bool]:
        inst = Instellingen(gesprekken=f"sqlite:///{tmp_path / 'g.db'}", sleutels=SLEUTEL, rasa_poort=poort)
        gesprek = Gesprek(inst)
        gesprek.rasa_er = True
        taken = [asyncio.create_task(gesprek.beurt(f"{nr}" * 20, "begin", code="start")) for nr in range(5)]
        await asyncio.sleep(1.5)
        klaar = [taak.done() for taak in taken]
        await asyncio.gather(*taken)
        assert not gesprek._in_de_rij
        await gesprek.sluit()
        return klaar

    klaar, verbindingen = asyncio.run(met_server(traag, praat))
    # wie van de vijf in de rij stond, hangt af van wie het eerst aan de beurt was
    assert sorted(klaar) == [False, False, True, True, True] and verbindingen == 2
