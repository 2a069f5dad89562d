"""Delen en meepraten, beide kanten in één lus: wie ziet wat, en wat er misgaat als iemand wegloopt."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.requests import Request

from bot.deur.app import maak_app
from bot.deur.delen import Gedeelden, Openingstijden
from bot.deur.gesprek import Gesprek
from bot.deur.hulplijn.omgeving import Omgeving
from bot.deur.hulplijn.opslag import Accounts, Logboek, open_opslag
from bot.deur.hulplijn.opslag.logboek import WAT
from bot.deur.hulplijn.samen import Overname
from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen
from tests.bot.hulplijn.conftest import WACHTWOORD, veld

SESSIE = "w" + "0f" * 16
GEHEIM_WOORD = "zonnebloemkwartet"
"""Een woord dat alleen in wat getypt wordt voorkomt: het mag nergens achterblijven."""


class Huis:
    """Eén deur, één persoon, en zoveel medewerkers als nodig."""

    def __init__(self, inst: Instellingen, balie: Balie) -> None:
        self.gesprek = Gesprek(inst)
        self.app = maak_app(inst, self.gesprek, balie)
        self._teller = 0
        self.persoon: list[dict[str, Any]] = []
        self.balie: list[dict[str, Any]] = []
        self._stapel = AsyncExitStack()
        self._taken: list[asyncio.Task[None]] = []

    async def medewerker(self, naam: str = "sanne") -> httpx.AsyncClient:
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url="http://deur", follow_redirects=True
        )
        await self._stapel.enter_async_context(client)
        vooraf = veld((await client.get("/hulplijn/aanmelden")).text, "vooraf")
        html = (
            await client.post("/hulplijn/aanmelden", data={"vooraf": vooraf, "naam": naam, "wachtwoord": WACHTWOORD})
        ).text
        client.headers["X-Proef-Csrf"] = veld(html, "csrf")
        return client

    async def zeg(self, tekst: str | None = None, code: str | None = None, **meer: Any) -> list[dict[str, Any]]:
        self._teller += 1
        return await self.gesprek.beurt(SESSIE, f"b{self._teller}", tekst, code, **meer)

    async def vertel(self) -> list[dict[str, Any]]:
        await self.zeg(code="start")
        await self.zeg(code="situatie:deepfake_sexual")
        return await self.zeg(code="antwoord:leeftijd:volwassen")

    async def luister(self, kanaal: str, naar: list[dict[str, Any]]) -> None:
        klaar = asyncio.Event()

        async def lus() -> None:
            async with self.gesprek.vluchtig.luister(kanaal) as berichten:
                klaar.set()
                async for bericht in berichten:
                    naar.append(bericht)

        self._taken.append(asyncio.create_task(lus()))
        await klaar.wait()

    async def open(self, client: httpx.AsyncClient, code: str) -> httpx.Response:
        return await post(client, "/hulplijn/code", code=code)

    async def samen(self) -> tuple[httpx.AsyncClient, str]:
        """Tot en met het moment waarop de persoon ja zegt."""
        await self.vertel()
        sanne = await self.medewerker()
        await self.luister(f"gesprek:{SESSIE}", self.persoon)
        nummer = nummer_van(await self.open(sanne, code_in(await self.zeg(code="deel"))))
        await self.luister(f"hulplijn:{nummer}", self.balie)
        await post(sanne, f"/hulplijn/zaak/{nummer}/doe", daad="vraag")
        await self.zeg(code="overname_ja")
        return sanne, nummer

    async def sluit(self) -> None:
        for taak in self._taken:
            taak.cancel()
        await asyncio.gather(*self._taken, return_exceptions=True)
        await self._stapel.aclose()
        await self.gesprek.sluit()


async def post(client: httpx.AsyncClient, pad: str, **velden: str) -> httpx.Response:
    return await client.post(pad, data={"csrf": client.headers["X-Proef-Csrf"], **velden}, headers={"X-Stuk": "1"})


def code_in(blokken: list[dict[str, Any]]) -> str:
    treffer = re.search(r"\*\*([A-Z0-9]{4} [A-Z0-9]{4})\*\*", tekst(blokken))
    assert treffer, blokken
    return treffer[1]


def nummer_van(antwoord: httpx.Response) -> str:
    return str(antwoord.url).rsplit("/", 1)[-1]


def tekst(blokken: list[dict[str, Any]]) -> str:
    return " ".join(str(b.get("tekst", "")) for b in blokken)


def knoppen(blokken: list[dict[str, Any]]) -> list[str]:
    return [k["code"] for b in blokken for k in (*b.get("opties", ()), *b.get("extra", ()))]


@pytest.fixture
def speel(inst: Instellingen, balie: Balie) -> Callable[..., None]:
    def doe(verhaal: Callable[[Huis], Awaitable[None]], **anders: Any) -> None:
        async def lus() -> None:
            huis = Huis(inst, replace(balie, **anders))
            try:
                await asyncio.wait_for(verhaal(huis), 60)
            finally:
                await huis.sluit()

        asyncio.run(lus())

    return doe


def test_delen_openen_intrekken(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        assert "deel" in knoppen(await h.zeg(code="mens"))
        assert "deel" in knoppen(await h.zeg(code="advies"))
        await h.luister(f"gesprek:{SESSIE}", h.persoon)
        sanne = await h.medewerker()
        uit = await h.zeg(code="deel")
        code = code_in(uit)
        assert "deel_intrekken" in knoppen(uit)
        open_ = await h.open(sanne, code.lower().replace(" ", "-"))
        assert (
            open_.status_code == 200 and "het beeld is <strong>nep</strong>" in open_.text and SESSIE not in open_.text
        )
        nummer = nummer_van(open_)
        await h.luister(f"hulplijn:{nummer}", h.balie)
        await asyncio.sleep(0)
        assert "Sanne" in h.persoon[0]["blokken"][0]["tekst"] and h.persoon[0]["van"] == "bot"
        assert "deel_intrekken" in knoppen(await h.zeg(code="verder"))
        uit = await h.zeg(code="deel_intrekken")
        assert "gestopt" in tekst(uit)
        await asyncio.sleep(0)
        assert h.balie[-1]["stand"] == "weg"
        assert (await sanne.get(f"/hulplijn/zaak/{nummer}")).status_code == 410

    speel(verhaal)


def test_wie_niet_kijkt_leest_het_bij_de_volgende_beurt(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        sanne = await h.medewerker()
        nummer = nummer_van(await h.open(sanne, code_in(await h.zeg(code="deel"))))
        assert "geopend" in tekst(await h.gesprek.hervat(SESSIE) or []) or "geopend" in tekst(
            await h.zeg(code="verder")
        )
        assert "geopend" not in tekst(await h.zeg(code="verder"))
        uit = (await post(sanne, f"/hulplijn/zaak/{nummer}/doe", daad="vraag")).json()
        assert "volgende bericht" in uit["tekst"]
        assert {"overname_ja", "overname_nee"} <= set(knoppen(await h.zeg(code="verder")))
        assert "liever niet" not in tekst(await h.zeg(code="overname_nee"))
        assert "Jullie praten nu niet samen" in (await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden="hoi")).text

    speel(verhaal)


def test_samen_praten_en_teruggeven_zonder_spoor(speel: Callable[..., None], tmp_path: Path, caplog: Any) -> None:
    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        await asyncio.sleep(0)
        assert h.balie[-1]["stand"] == "bezig"
        uit = await h.zeg(f"mijn {GEHEIM_WOORD} is weg, er staat een seksfake online")
        assert knoppen(uit) == ["overname_klaar"] and not tekst(uit).strip()
        await asyncio.sleep(0)
        assert GEHEIM_WOORD in h.balie[-1]["woorden"]
        assert (await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden=f"ik hoor {GEHEIM_WOORD}")).json() == {
            "aan": True
        }
        await asyncio.sleep(0)
        assert h.persoon[-1]["van"] == "medewerker" and h.persoon[-1]["naam"] == "Sanne"
        # een knop van de bot doet nu niets; de bot zwijgt
        assert "stil" in tekst(await h.zeg(code="antwoord:leeftijd:onder_12"))
        uit = (await post(sanne, f"/hulplijn/zaak/{nummer}/doe", daad="terug")).json()
        assert uit["stand"] == "open"
        await asyncio.sleep(0)
        assert "klaar" in h.persoon[-1]["blokken"][0]["tekst"]
        assert "seksfake" not in str(h.balie[:1]) and len(await h.zeg(code="verder")) >= 1
        # zodra teruggegeven gaat vrije tekst weer naar de bot en niet naar de balie
        gehad = len(h.balie)
        await h.zeg("ja")
        await asyncio.sleep(0)
        assert len(h.balie) == gehad
        waarden = h.gesprek.vluchtig._waarden
        assert GEHEIM_WOORD not in str(waarden)

    speel(verhaal)
    for pad in tmp_path.rglob("*"):
        if pad.is_file():
            assert GEHEIM_WOORD.encode() not in pad.read_bytes(), pad
    assert GEHEIM_WOORD not in caplog.text


@pytest.mark.parametrize("hoe", ["knop", "stop"])
def test_de_persoon_geeft_terug(speel: Callable[..., None], hoe: str) -> None:
    async def verhaal(h: Huis) -> None:
        await h.samen()
        uit = await (h.zeg(code="overname_klaar") if hoe == "knop" else h.zeg("stop"))
        assert "klaar" in tekst(uit) and "verder" in knoppen(uit)
        await asyncio.sleep(0)
        assert h.balie[-1]["stand"] == "open"
        assert await h.gesprek.stand(SESSIE) is not None

    speel(verhaal)


def test_nood_tijdens_meepraten(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.samen()
        uit = await h.zeg("ik wil niet meer leven")
        assert uit[0]["blok"] == "nood" and uit[0]["id"] == "suicide"
        await asyncio.sleep(0)
        assert any("niet meer leven" in b.get("woorden", "") for b in h.balie)
        assert "noodnummers" in h.balie[-1]["tekst"]

    speel(verhaal)


@pytest.mark.parametrize("hoe", ["uitgang", "wis"])
def test_de_persoon_loopt_weg(speel: Callable[..., None], hoe: str) -> None:
    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        await (h.gesprek.wis(SESSIE) if hoe == "uitgang" else h.zeg(code="wis"))
        await asyncio.sleep(0)
        assert h.balie[-1]["stand"] == "weg" and "weggegaan" in h.balie[-1]["tekst"]
        assert (await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden="hallo?")).json()["aan"] is False
        assert await h.gesprek.hervat(SESSIE) is None

    speel(verhaal)


def test_de_medewerker_is_weg(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        sanne = await h.medewerker()
        nummer = nummer_van(await h.open(sanne, code_in(await h.zeg(code="deel"))))
        await post(sanne, f"/hulplijn/zaak/{nummer}/doe", daad="vraag")
        await h.zeg(code="overname_ja")
        uit = await h.zeg("ben je er?")  # niemand luistert aan de balie
        assert "kwam niet aan" in tekst(uit) and "overname_klaar" in knoppen(uit)
        # en andersom: de persoon kijkt niet
        assert "kwam niet aan" in (await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden="hoi")).json()["tekst"]

    speel(verhaal)


def test_verlopen_sessie_midden_in_het_gesprek(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        sanne.cookies.delete("balie")
        assert (await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden="hoi")).status_code == 401
        assert (await sanne.get(f"/hulplijn/zaak/{nummer}/stroom-er", headers={"X-Stuk": "1"})).status_code == 401
        terug = await h.medewerker()
        assert (await terug.get(f"/hulplijn/zaak/{nummer}")).status_code == 200
        assert (await post(terug, f"/hulplijn/zaak/{nummer}/zeg", woorden="hier ben ik weer")).json()["aan"] is True

    speel(verhaal)


def test_twee_medewerkers_en_een_zaak(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        sanne, bea = await h.medewerker(), await h.medewerker("bea")
        code = code_in(await h.zeg(code="deel"))
        een, twee = await asyncio.gather(h.open(sanne, code), h.open(bea, code))
        assert sorted((een.status_code, twee.status_code)) == [200, 422]
        verliezer = een if een.status_code == 422 else twee
        assert "al gebruikt" in verliezer.text
        nummer = nummer_van(een if een.status_code == 200 else twee)
        ander = bea if een.status_code == 200 else sanne
        antwoord = await ander.get(f"/hulplijn/zaak/{nummer}")
        assert antwoord.status_code == 403 and "collega" in antwoord.text
        assert (await post(ander, f"/hulplijn/zaak/{nummer}/doe", daad="vraag")).json()["stand"] == "weg"
        assert (await ander.get(f"/hulplijn/zaak/{nummer}/stroom")).status_code == 410

    speel(verhaal)


def test_codes_die_niet_werken_zeggen_waarom(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        sanne = await h.medewerker()
        code = code_in(await h.zeg(code="deel"))
        await h.zeg(code="deel_intrekken")
        assert "ingetrokken" in (await h.open(sanne, code)).text
        oud = code_in(await h.zeg(code="deel"))
        nieuw = code_in(await h.zeg(code="deel"))
        assert "ingetrokken" in (await h.open(sanne, oud)).text
        for fout, waarom in (("ABC", "acht tekens"), ("<b>x", "acht tekens"), ("AAAAAAAA", "bestaat niet")):
            assert waarom in (await h.open(sanne, fout)).text
        assert (await h.open(sanne, nieuw)).status_code == 200
        assert "Sanne" in tekst(await h.zeg(code="deel"))

    speel(verhaal)


def test_dezelfde_beurt_twee_keer_geeft_dezelfde_code(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        await h.medewerker()
        een = await h.gesprek.beurt(SESSIE, "vast", code="deel")
        assert await h.gesprek.beurt(SESSIE, "vast", code="deel") == een
        assert await h.gesprek.hervat(SESSIE) == een

    speel(verhaal)


def test_niemand_aan_de_balie_zegt_wie_er_wel_is(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        uit = await h.zeg(code="deel")
        assert "Hulplijn Test" in tekst(uit) and "**" not in tekst(uit)
        hulp = next(b for b in uit if b["blok"] == "lijst")
        assert any(p.get("telefoon") for p in hulp["items"]) and "verder" in knoppen(uit)

    speel(verhaal)


def test_binnen_de_uren_maar_niemand_aangemeld(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        uit = await h.zeg(code="deel")
        assert code_in(uit) and "Bel eerst" in tekst(uit)

    speel(verhaal, uren=Openingstijden(tuple((dag, 0, 1440) for dag in range(7)), "altijd"))


def test_zonder_script_wel_delen_niet_meepraten(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.vertel()
        sanne = await h.medewerker()
        antwoord = await h.open(sanne, code_in(await h.zeg(code="deel", live=False)))
        assert "zonder script" in antwoord.text
        uit = (await post(sanne, f"/hulplijn/zaak/{nummer_van(antwoord)}/doe", daad="vraag")).json()
        assert uit["stand"] == "open" and "zonder script" in uit["tekst"]

    speel(verhaal)


def test_losse_knoppen_zonder_zaak_lopen_niet_dood(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        await h.zeg(code="start")
        for code in ("deel", "deel_intrekken", "overname_ja", "overname_nee", "overname_klaar"):
            uit = await h.zeg(code=code)
            assert tekst(uit) and knoppen(uit), code

    speel(verhaal)


def test_opmaak_van_een_medewerker_blijft_tekst(speel: Callable[..., None]) -> None:
    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden="<img src=x onerror=alert(1)>")
        await asyncio.sleep(0)
        assert h.persoon[-1]["blokken"] == [
            {"blok": "tekst", "tekst": "<img src=x onerror=alert(1)>", "toon": "gewoon"}
        ]
        assert (await post(sanne, f"/hulplijn/zaak/{nummer}/zeg", woorden="x" * 2001)).json()["aan"] is False

    speel(verhaal)


def test_het_logboek_zegt_wie_wat_opende_en_niet_wat_erin_stond(speel: Callable[..., None], balie: Balie) -> None:
    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        await h.zeg(f"mijn {GEHEIM_WOORD}")
        await post(sanne, f"/hulplijn/zaak/{nummer}/doe", daad="terug")
        regels = Logboek(open_opslag(balie.opslag)).laatste()
        assert [r.wat for r in reversed(regels)] == [
            WAT[w] for w in ("aangemeld", "code_geopend", "overname_gevraagd", "overname_begonnen", "overname_klaar")
        ]
        assert {r.wie for r in regels} == {"sanne"} and SESSIE not in str(regels) and GEHEIM_WOORD not in str(regels)
        bea = await h.medewerker("bea")
        assert "opende een gedeelde zaak" in (await bea.get("/hulplijn/beheer")).text

    speel(verhaal)


async def _stroom(h: Huis, inst: Instellingen, balie: Balie, sanne: httpx.AsyncClient, nummer: str) -> Any:
    """De stroom van Sanne, zoals de deur haar stuurt."""
    omgeving = Omgeving(inst, balie, h.gesprek, h.gesprek.vluchtig)
    koek = f"balie={sanne.cookies['balie']}".encode()
    zaak = await Gedeelden(h.gesprek.vluchtig).bij(nummer)
    assert zaak is not None
    return Overname(omgeving)._berichten(Request({"type": "http", "headers": [(b"cookie", koek)]}), zaak)


@pytest.mark.parametrize("hoe", ["afgemeld", "uit"])
def test_wie_is_afgemeld_leest_geen_woord_meer(
    inst: Instellingen, balie: Balie, speel: Callable[..., None], hoe: str
) -> None:
    """Ook als de persoon elke tel iets typt, en ook met een scherm dat nog open staat."""

    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        stroom = await _stroom(h, inst, balie, sanne, nummer)
        assert "bezig" in str(await anext(stroom))
        volgende = asyncio.create_task(anext(stroom, None))
        await asyncio.sleep(0.05)
        await h.zeg("dit mag sanne nog lezen")
        assert "nog lezen" in str(await volgende)
        volgende = asyncio.create_task(anext(stroom, None))
        await asyncio.sleep(0.05)
        if hoe == "uit":
            Accounts(open_opslag(balie.opslag)).zet_uit("sanne")
        else:
            await post(sanne, "/hulplijn/afmelden")
        uit = tekst(await h.zeg(f"en dit {GEHEIM_WOORD} niet"))
        assert "niemand gelezen" in uit if hoe == "uit" else "niet aan" in uit
        await h.zeg("en nog iets")
        volgende.cancel()
        rest = [str(b) for b in (await asyncio.gather(volgende, return_exceptions=True))]
        assert not any(GEHEIM_WOORD in b for b in rest) and GEHEIM_WOORD not in str(h.balie)
        if hoe == "uit":
            assert await h.gesprek.delen.medewerker(SESSIE) is None  # type: ignore[union-attr]
        await stroom.aclose()

    speel(verhaal)


def test_een_bericht_dat_al_wacht_gaat_niet_naar_wie_net_is_afgemeld(
    inst: Instellingen, balie: Balie, speel: Callable[..., None]
) -> None:
    async def verhaal(h: Huis) -> None:
        sanne, nummer = await h.samen()
        stroom = await _stroom(h, inst, balie, sanne, nummer)
        await anext(stroom)
        await h.zeg(f"net voor het afmelden: {GEHEIM_WOORD}")
        Accounts(open_opslag(balie.opslag)).zet_uit("sanne")
        assert await anext(stroom, None) is None

    speel(verhaal)


def test_intrekken_wint_van_een_bericht_dat_onderweg_is(inst: Instellingen, balie: Balie) -> None:
    """Zoals op Redis: tussen lezen en schrijven kan er van alles gebeuren. Het delen komt nooit terug."""

    async def lus() -> None:
        huis = Huis(inst, balie)
        kans = random.Random(4)

        def traag(gewoon: Callable[..., Any]) -> Callable[..., Any]:
            async def doe(*a: Any, **k: Any) -> Any:
                for _ in range(kans.randrange(4)):
                    await asyncio.sleep(0)
                return await gewoon(*a, **k)

            return doe

        for naam in ("haal", "zet", "neem"):
            setattr(huis.gesprek.vluchtig, naam, traag(getattr(huis.gesprek.vluchtig, naam)))
        try:
            for _ in range(12):
                sanne, nummer = await huis.samen()
                wegen = ("zeg", "doe", "zeg")
                await asyncio.gather(
                    *(post(sanne, f"/hulplijn/zaak/{nummer}/{w}", woorden="hoi", daad="terug") for w in wegen),
                    huis.zeg(code="deel_intrekken"),
                )
                assert await Gedeelden(huis.gesprek.vluchtig).van(SESSIE) is None
                assert await Gedeelden(huis.gesprek.vluchtig).bij(nummer) is None
        finally:
            await huis.sluit()

    asyncio.run(lus())
