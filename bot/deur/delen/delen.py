"""Delen en meepraten, van de kant van de persoon. Eén laag om het gesprek heen, dus gelijk op elk kanaal."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.deur.delen.deelcode import Deelcodes, Vol
from bot.deur.delen.gedeeld import Gedeeld, Gedeelden
from bot.deur.delen.uren import Openingstijden
from bot.kennis import lees_kennis, vandaag
from bot.verstaan import bedoeling, nood
from knowledge import Stand, beoordeel
from knowledge.gesprek import hulplijst, noodblok
from knowledge.woorden import Blok, Keuze, Knop, Tekst

Blokken = list[dict[str, Any]]
EIGEN = frozenset({"deel", "deel_intrekken", "overname_ja", "overname_nee", "overname_klaar"})
"""Knoppen die de deur zelf afhandelt; de kern ziet ze nooit."""
HERHAAL = 600.0
MAX_WOORDEN = 2000
LeesStand = Callable[[str], Awaitable[dict[str, Any] | None]]
Aanwezig = Literal["er", "afgemeld", "uit"]
"""Of een medewerker nu is aangemeld, en of het account nog aan staat."""


class Delen:
    """Vangt de eigen knoppen op, en tijdens meepraten ook de woorden. Woorden gaan alleen door het geheugen."""

    def __init__(
        self,
        gedeelden: Gedeelden,
        lees_stand: LeesStand,
        organisatie: str,
        uren: Openingstijden,
        aanwezig: Callable[[], bool],
        telling: Callable[[str, str], None] = lambda *_: None,
        logboek: Callable[[str, str, str], None] = lambda *_: None,
        netwerk: Callable[[], str] = lambda: "",
        er: Callable[[str], Aanwezig] = lambda _: "er",
    ) -> None:
        self._g = gedeelden
        self._codes = Deelcodes(gedeelden.vluchtig)
        self._lees_stand = lees_stand
        self._wie = organisatie
        self._uren = uren
        self._aanwezig = aanwezig
        self._tel = telling
        self._log = logboek
        self._netwerk = netwerk
        self._er = er

    async def onderschep(
        self, sessie: str, beurt: str, tekst: str | None, code: str | None, live: bool
    ) -> Blokken | None:
        """Het antwoord als deze beurt van ons is, anders None en doet de kern haar. Twee keer dezelfde beurt geeft hetzelfde."""
        zaak = await self._g.van(sessie)
        if code not in EIGEN and (zaak is None or zaak.fase != "bezig"):
            return None
        eerder = await self._g.vluchtig.haal(_laatste(sessie))
        if eerder and (ruw := json.loads(eerder))["beurt"] == beurt:
            return list(ruw["blokken"])
        async with self._g.slot(sessie):
            zaak = await self._g.van(sessie)
            uit = await self._doe(sessie, zaak, tekst, code, live)
        if uit is None:
            return None
        blokken = [blok.naar_json() for blok in uit]
        await self._g.vluchtig.zet(_laatste(sessie), json.dumps({"beurt": beurt, "blokken": blokken}), HERHAAL)
        return blokken

    async def _doe(
        self, sessie: str, zaak: Gedeeld | None, tekst: str | None, code: str | None, live: bool
    ) -> list[Blok] | None:
        if code == "deel" or (code is None and tekst is not None and bedoeling.handeling(tekst) == "deel"):
            return await self._deel(sessie, zaak, live)
        if code == "deel_intrekken":
            return await self._trek_in(zaak)
        if zaak is not None and zaak.fase == "gevraagd" and code in ("overname_ja", "overname_nee"):
            return await self._antwoord(zaak, code == "overname_ja")
        if zaak is not None and zaak.fase == "bezig":
            return await self._bezig(zaak, tekst, code)
        if code in EIGEN:
            return [Tekst(_zin("overname_voorbij")), _verder()]
        return None

    # -- delen --------------------------------------------------------------------------------------------------------

    async def _deel(self, sessie: str, zaak: Gedeeld | None, live: bool) -> list[Blok]:
        stand = await self._lees_stand(sessie)
        if not stand or not stand.get("zaak"):
            return [Tekst(_zin("deel_leeg")), _verder()]
        er = self._aanwezig()
        if not er and not self._uren.open(datetime.now(ZoneInfo("Europe/Amsterdam"))):
            uren = _zin("deel_dicht_uren", uren=self._uren.tekst) if self._uren.tekst else ""
            return [Tekst(_zin("deel_dicht", wie=self._wie, uren=uren)), self._open_deuren(stand), _verder()]
        if zaak is not None and zaak.fase == "code":
            await self._codes.trek_in(zaak.code)
        elif zaak is not None:
            return [Tekst(_zin("deel_geopend", naam=zaak.toon, wie=self._wie)), _intrekken()]
        code = await self._codes.maak(sessie, self._netwerk())
        if isinstance(code, Vol):
            return [Tekst(_zin(code.value)), self._open_deuren(stand), _verder()]
        await self._g.bewaar(Gedeeld(sessie, "code", code=code, live=live))
        self._tel("delen", "code")
        tekst = Tekst(_zin("deel_code", code=f"{code[:4]} {code[4:]}", wie=self._wie))
        return [tekst, *([] if er else [Tekst(_zin("deel_niemand_nu"))]), _intrekken()]

    def _open_deuren(self, stand: dict[str, Any]) -> Blok:
        _, kennis = lees_kennis()
        zaak = Stand.uit_json(kennis, stand).zaak
        return hulplijst(kennis, beoordeel(kennis, zaak, vandaag()))

    async def _trek_in(self, zaak: Gedeeld | None) -> list[Blok]:
        if zaak is None:
            return [Tekst(_zin("deel_niets_gedeeld")), _verder()]
        await self._einde(zaak, _zin("balie_ingetrokken"))
        return [Tekst(_zin("deel_ingetrokken")), _verder()]

    async def _einde(self, zaak: Gedeeld, reden: str) -> None:
        if zaak.fase == "code":
            await self._codes.trek_in(zaak.code)
        await self._g.vergeet(zaak)
        await self._g.naar_balie(zaak, {"van": "systeem", "stand": "weg", "tekst": reden})

    async def weg(self, sessie: str) -> None:
        """De persoon ging weg of wiste alles: niets blijft gedeeld."""
        async with self._g.slot(sessie):
            zaak = await self._g.van(sessie)
            if zaak is not None:
                await self._einde(zaak, _zin("balie_gewist"))
        await self._g.vluchtig.neem(_laatste(sessie))

    # -- meepraten ----------------------------------------------------------------------------------------------------

    async def _antwoord(self, zaak: Gedeeld, ja: bool) -> list[Blok]:
        if not ja:
            await self._g.bewaar(zaak.met(fase="open"))
            await self._g.naar_balie(
                zaak,
                {"van": "systeem", "stand": "open", "tekst": _zin("balie_liever_niet")},
            )
            return [Tekst(_zin("overname_geweigerd")), _verder()]
        zaak = await self._g.bewaar(zaak.met(fase="bezig"))
        self._tel("delen", "meegepraat")
        self._log(zaak.medewerker, "overname_begonnen", zaak.nummer[:6])
        await self._g.naar_persoon(zaak, {"soort": "overname", "naam": zaak.toon})
        await self._g.naar_balie(
            zaak,
            {
                "van": "systeem",
                "stand": "bezig",
                "tekst": _zin("balie_samen"),
            },
        )
        return begonnen(zaak)

    async def _bezig(self, zaak: Gedeeld, tekst: str | None, code: str | None) -> list[Blok] | None:
        gezegd = bedoeling.handeling(tekst) if tekst is not None else None
        er = self._er(zaak.medewerker)
        if er == "uit":  # het account is uitgezet: vanaf nu leest daar niemand meer mee
            await self._einde(zaak, _zin("balie_uitgezet"))
            await self._g.naar_persoon(zaak, {"soort": "teruggave"})
            nood_ = nood.luister(tekst or "")
            return [
                *([noodblok(lees_kennis()[1], nood_)] if nood_ else []),
                Tekst(_zin("overname_weg", naam=zaak.toon)),
                _verder(),
            ]
        if code in ("stop", "wis", "opnieuw", "start") or gezegd == "wis":
            await self._einde(zaak, _zin("balie_gewist"))
            return None
        if code == "overname_klaar" or gezegd == "stop" or (tekst or "").strip() == _zin("overname_klaar_knop"):
            await self._g.bewaar(zaak.met(fase="open"))
            await self._g.naar_persoon(zaak, {"soort": "teruggave"})
            await self._g.naar_balie(zaak, {"van": "systeem", "stand": "open", "tekst": _zin("balie_terug")})
            return [Tekst(_zin("overname_klaar", naam=zaak.toon)), _verder()]
        if tekst is None:
            return [Tekst(_zin("overname_stil", naam=zaak.toon)), klaarknop()]
        if len(tekst) > MAX_WOORDEN:
            return [Tekst(_zin("overname_te_lang")), klaarknop()]
        if not tekst.strip():
            return [klaarknop()]
        # wie is afgemeld, krijgt geen woorden meer, ook niet op een scherm dat nog open staat
        aan = er == "er" and await self._g.naar_balie(zaak, {"van": "persoon", "woorden": tekst})
        await self._g.bewaar(zaak)
        # ook nu luistert het programma naar nood: de nummers komen erbij, het gesprek gaat door
        signaal = nood.luister(tekst)
        uit: list[Blok] = [noodblok(lees_kennis()[1], signaal)] if signaal else []
        if signaal:
            await self._g.naar_balie(zaak, {"van": "systeem", "tekst": _zin("balie_noodnummers")})
        if not aan:
            uit.append(Tekst(_zin("overname_alleen", naam=zaak.toon)))
        return [*uit, klaarknop()]

    # -- wat erbij komt in gewone antwoorden ----------------------------------------------------------------------------

    async def na(self, sessie: str, blokken: Blokken) -> Blokken:
        """Voegt de deelknop toe waar een mens in beeld komt, en zegt het als de zaak geopend is."""
        await self._g.vluchtig.neem(_laatste(sessie))
        zaak = await self._g.van(sessie)
        uit = self._met_delen(zaak, blokken)
        if zaak is not None and zaak.live and zaak.nummer and not zaak.gezien:
            await self._g.gezien(sessie)
        return uit

    def _met_delen(self, zaak: Gedeeld | None, blokken: Blokken) -> Blokken:
        if zaak is None:
            return _met_deelknop(blokken)
        uit = _met_extra(blokken, Knop("deel_intrekken", _zin("deel_intrekken_knop")))
        if zaak.fase in ("open", "gevraagd") and not (zaak.gezien and zaak.live):
            uit = [Tekst(_zin("deel_geopend", naam=zaak.toon, wie=self._wie)).naar_json(), *uit]
        if zaak.fase == "gevraagd":
            uit = [*uit, *(blok.naar_json() for blok in overnamevraag(zaak, self._wie))]
        return uit

    async def medewerker(self, sessie: str) -> str | None:
        """Met wie iemand nu praat, als dat geen programma is."""
        zaak = await self._g.van(sessie)
        return zaak.toon if zaak is not None and zaak.fase == "bezig" else None

    async def hervat(self, sessie: str, blokken: Blokken | None) -> Blokken | None:
        """Wat iemand ziet die de pagina opnieuw opent."""
        zaak = await self._g.van(sessie)
        if zaak is not None and zaak.fase == "bezig":
            return [blok.naar_json() for blok in begonnen(zaak)]
        eigen = await self._g.vluchtig.haal(_laatste(sessie))
        if eigen and blokken is not None:
            return list(json.loads(eigen)["blokken"])
        return None if blokken is None else self._met_delen(zaak, blokken)


def _laatste(sessie: str) -> str:
    """Waar ons laatste eigen antwoord staat: zinnen van ons, nooit woorden van de persoon."""
    return f"deelbeurt:{sessie}"


def _zin(sleutel: str, **waarden: str) -> str:
    return lees_kennis()[1].zin(sleutel, **waarden)


def _verder() -> Keuze:
    return Keuze("", "knoppen", (Knop("verder", _zin("verder")),))


def _intrekken() -> Keuze:
    return Keuze(
        "", "knoppen", (Knop("verder", _zin("verder")),), (Knop("deel_intrekken", _zin("deel_intrekken_knop")),)
    )


def klaarknop() -> Keuze:
    return Keuze("", "knoppen", (Knop("overname_klaar", _zin("overname_klaar_knop")),))


def begonnen(zaak: Gedeeld) -> list[Blok]:
    return [Tekst(_zin("overname_begonnen", naam=zaak.toon)), klaarknop()]


def overnamevraag(zaak: Gedeeld, wie: str) -> list[Blok]:
    """De vraag om toestemming."""
    ja, nee = Knop("overname_ja", _zin("overname_ja_knop")), Knop("overname_nee", _zin("overname_nee_knop"))
    return [Keuze(_zin("overname_vraag", naam=zaak.toon, wie=wie), "knoppen", (ja, nee))]


def _met_deelknop(blokken: Blokken) -> Blokken:
    knop = Knop("deel", _zin("deel_knop"))
    for nr, blok in reversed(list(enumerate(blokken))):
        codes = [k["code"] for k in blok.get("opties", ())] if blok["blok"] == "keuze" else []
        if "mens" in codes:
            plek = codes.index("mens") + 1
            opties = [*blok["opties"][:plek], {"code": knop.code, "label": knop.label}, *blok["opties"][plek:]]
            return [*blokken[:nr], {**blok, "opties": opties}, *blokken[nr + 1 :]]
    if any(blok["blok"] == "lijst" and blok.get("onderwerp") == "hulp" for blok in blokken):
        return _met_extra(blokken, knop)
    return blokken


def _met_extra(blokken: Blokken, knop: Knop) -> Blokken:
    """De knop bij de laatste keuze, of in een eigen keuze als er geen is."""
    los = {"code": knop.code, "label": knop.label}
    for nr, blok in reversed(list(enumerate(blokken))):
        if blok["blok"] == "keuze":
            if any(k["code"] == knop.code for k in (*blok.get("opties", ()), *blok.get("extra", ()))):
                return blokken
            return [*blokken[:nr], {**blok, "extra": [*blok.get("extra", ()), los]}, *blokken[nr + 1 :]]
    return [*blokken, Keuze("", "knoppen", (knop,)).naar_json()]
