"""Eén weg voor elk kanaal: via Rasa als die er is, anders vanuit de kern. Dezelfde rij, dezelfde zaak."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.deur.delen import EIGEN, Delen
from bot.deur.lagen import Meter
from bot.deur.rasalijn import Rasalijn, RasaWeg
from bot.deur.settings import Instellingen
from bot.kennis import lees_kennis, nu, vandaag
from bot.opslag import Gesprekken, Kluis, Rij, VersieBotsing, vluchtig
from bot.verstaan import verstaander
from bot.verstaan.kortstondig import vergeet
from bot.verstaan.nood import luister
from knowledge import Daad, Stand, beurt
from knowledge.woorden import Keuze, Knop

log = logging.getLogger(__name__)
MAX_TEKST = 12_000
OPDRACHT = re.compile(r"/[a-zA-Z_]+(?:[@{].*)?")
RUST = 2.0
"""Seconden tussen twee pogingen om Rasa te bereiken als hij weg is."""
IN_DE_RIJ = 100
"""Zoveel beurten wachten hoogstens op Rasa: ruim een seconde werk. Wie daarna komt, is bij de kern eerder aan de beurt."""
STIL_NA = 15 * 60.0
"""Na zoveel seconden zonder beurt staat er bij het openen niets meer van het gesprek op het scherm."""
Blokken = list[dict[str, Any]]
NaBeurt = Callable[[str, str | None, dict[str, Any] | None, dict[str, Any] | None], Awaitable[None]]


class GesprekWeg(Exception):
    """Er is geen gesprek (meer): gewist, verlopen, of nooit begonnen."""


class Gesprek:
    """Neemt een beurt en geeft blokken. Een beurt met hetzelfde id wordt niet nog eens gedaan."""

    def __init__(self, inst: Instellingen) -> None:
        self._inst = inst
        self.gesprekken = Gesprekken(inst.gesprekken, inst.uren, Kluis(inst.sleutels) if inst.sleutels else None)
        self.meter = Meter()
        self.rasa_er = False
        self._weer_kijken = 0.0
        self.vluchtig = vluchtig(inst.redis)
        self.delen: Delen | None = None
        """Delen met een medewerker; de balie zet dit als zij aan staat."""
        self.na_beurt: NaBeurt | None = None
        """Telt mee (zonder te weten wie): de stand ervoor en erna."""
        self._in_de_rij = 0
        self._rasa = Rasalijn(inst.rasa_poort, inst.rasa_geheim, inst.wacht_op_rasa)

    async def beurt(
        self,
        sessie: str,
        beurt_id: str,
        tekst: str | None = None,
        code: str | None = None,
        live: bool = True,
        bestaat: bool = False,
    ) -> Blokken:
        """Eén beurt. `code` is een knop (werpt ValueError als hij niet van ons is); anders telt `tekst`.

        `live`: dit kanaal kan ook tussentijds iets laten zien (`gesprek:{sessie}` in het vluchtige geheugen).
        `bestaat`: werpt `GesprekWeg` als er geen gesprek is. Binnen het slot, dus ook een beurt die op het wissen wachtte,
        brengt het gesprek niet terug.
        """
        try:
            return await self._om_de_beurt(sessie, beurt_id, tekst, code, live, bestaat)
        finally:
            vergeet()  # ook de deur luistert (naar nood, naar 'deel'); wat iemand typte, blijft daar niet van liggen

    async def _om_de_beurt(
        self, sessie: str, beurt_id: str, tekst: str | None, code: str | None, live: bool, bestaat: bool
    ) -> Blokken:
        eigen = self.delen is not None and code in EIGEN
        daad = Daad.uit_code(code) if code is not None and not eigen else None
        async with self.vluchtig.slot(f"gesprek:{sessie}"):
            rij = await asyncio.to_thread(self.gesprekken.lees, sessie)
            if bestaat and await self._laatste(sessie, rij) is None:
                raise GesprekWeg
            if self.delen is None:
                return await self._beurt(sessie, rij, beurt_id, tekst, daad)
            blokken = await self.delen.onderschep(sessie, beurt_id, tekst, code, live)
            if blokken is not None:
                return blokken
            return await self.delen.na(sessie, await self._beurt(sessie, rij, beurt_id, tekst, daad))

    async def _beurt(
        self, sessie: str, rij: Rij | None, beurt_id: str, tekst: str | None, daad: Daad | None
    ) -> Blokken:
        if rij is not None and rij.beurt == beurt_id and rij.antwoord is not None:
            if _gestopt(rij):  # de deur viel weg tussen antwoorden en wissen
                await self._wis(sessie)
            return rij.antwoord
        if daad is None:
            daad = _zonder_rasa(tekst or "")
        uit = await self._via_rasa(sessie, beurt_id, tekst, daad) if daad is None or daad.soort != "vertel" else None
        langs_rasa = uit is not None
        if uit is None:
            uit = await asyncio.to_thread(self._via_kern, sessie, rij, beurt_id, tekst or "", daad)
        self.meter.beurten.labels("rasa" if langs_rasa else "kern").inc()
        nieuw, wissen = uit
        if self.na_beurt is not None:
            na = None if wissen else nieuw.stand
            await self.na_beurt(sessie, daad.soort if daad else None, rij.stand if rij else None, na)
        if wissen:
            await self._wis(sessie)
        return nieuw.antwoord or []

    async def stand(self, sessie: str) -> dict[str, Any] | None:
        """De bewaarde stand van dit gesprek, of None."""
        rij = await asyncio.to_thread(self.gesprekken.lees, sessie)
        return rij.stand if rij is not None else None

    async def _via_rasa(
        self, sessie: str, beurt_id: str, tekst: str | None, daad: Daad | None
    ) -> tuple[Rij, bool] | None:
        """De bewaarde rij, en of alles weg moet. None: de kern doet de beurt."""
        if not self.rasa_er:
            if time.monotonic() < self._weer_kijken:
                return None
            if not await self.kijk_naar_rasa():
                return None
        if self._in_de_rij >= IN_DE_RIJ:
            return None
        bericht = {
            "gesprek": sessie,
            "beurt": beurt_id,
            **({"code": daad.code} if daad else {"tekst": (tekst or "")[:MAX_TEKST]}),
        }
        self._in_de_rij += 1
        try:
            code, lijf = await self._rasa.vraag("POST", "/webhooks/deur/webhook", bericht)
            if code != 200:
                log.warning("rasa gaf %d", code)
                return None
            ruw = json.loads(lijf)
            rij = await asyncio.to_thread(self.gesprekken.lees, sessie)
            if rij is not None and rij.beurt == beurt_id and rij.antwoord is not None:
                # het bewaarde antwoord: bij een herhaling rekent Rasa haar opnieuw uit, maar bewaard is de eerste keer
                return rij, bool(ruw.get("wissen"))
            # eerst bewaard, dan gezegd: een antwoord dat Rasa niet kon bewaren, doen we over vanuit de kern
            log.error("rasa bewaarde de beurt niet")
            return None
        except (RasaWeg, ValueError) as fout:
            log.warning("rasa is weg (%s); verder vanuit de kern", fout if isinstance(fout, RasaWeg) else "ValueError")
            self.rasa_er, self._weer_kijken = False, time.monotonic() + RUST
        finally:
            self._in_de_rij -= 1
        # misschien was de beurt al gedaan toen de verbinding brak
        rij = await asyncio.to_thread(self.gesprekken.lees, sessie)
        if rij is None or rij.beurt != beurt_id or rij.antwoord is None:
            return None
        return rij, _gestopt(rij)

    async def kijk_naar_rasa(self) -> bool:
        """Is Rasa geladen en aanspreekbaar?"""
        try:
            self.rasa_er = (await self._rasa.vraag("GET", "/webhooks/deur/", wacht=0.4))[0] == 200
        except RasaWeg:
            self.rasa_er = False
        self._weer_kijken = time.monotonic() + RUST
        return self.rasa_er

    def _via_kern(
        self, sessie: str, gelezen: Rij | None, beurt_id: str, tekst: str, daad: Daad | None
    ) -> tuple[Rij, bool]:
        store, kennis = lees_kennis()
        rij = gelezen or Rij(sessie, {})
        for _ in range(3):
            if rij.beurt == beurt_id and rij.antwoord is not None:
                # Rasa was traag en bewaarde de beurt toch, net voor ons
                return rij, _gestopt(rij)
            stand = Stand.uit_json(kennis, rij.stand) if rij.stand else Stand(kennis=kennis.hash)
            doen = daad
            if doen is None:
                begrepen = verstaander(kennis).begrijp(tekst, stand.verwacht, vandaag())
                doen = begrepen.daad(
                    tuple((t.soort, t.id) for t in store.zoek_stammen(begrepen.zoek, 3)) if begrepen.zoek else ()
                )
            uitkomst = beurt(kennis, stand, doen, vandaag(), nu())
            blokken = uitkomst.bericht.naar_json()
            try:
                nieuw = self.gesprekken.schrijf(Rij(sessie, uitkomst.stand.naar_json(), beurt_id, blokken, rij.versie))
            except VersieBotsing:
                rij = self.gesprekken.lees(sessie) or Rij(sessie, {})
                continue
            return nieuw, uitkomst.wissen
        raise VersieBotsing(sessie)

    async def hervat(self, sessie: str, dek_af: bool = False) -> Blokken | None:
        """Het laatste antwoord van dit gesprek, of None als er niets (meer) is.

        `dek_af`: na een tijd stil eerst een neutrale vraag. Wie de browser op een gedeeld toestel weer opent, ziet zo niet wat
        een ander daar vertelde. De widget vraagt dat zelf; de pagina zonder script laat het de deur doen.
        """
        rij = await asyncio.to_thread(self.gesprekken.lees, sessie)
        blokken = await self._laatste(sessie, rij)
        if not dek_af or blokken is None or rij is None or time.time() - rij.bijgewerkt < STIL_NA:
            return blokken
        return rustscherm()

    async def _laatste(self, sessie: str, rij: Rij | None) -> Blokken | None:
        blokken = rij.antwoord if rij is not None else None
        return blokken if self.delen is None else await self.delen.hervat(sessie, blokken)

    async def wis(self, sessie: str) -> None:
        """Iemand gaat snel weg: alles weg, ook wat er gedeeld was.

        Wacht op een beurt die nog loopt: anders schrijft die het gesprek weer terug.
        """
        async with self.vluchtig.slot(f"gesprek:{sessie}"):
            await self._wis(sessie)
        if self.na_beurt is not None:
            await self.na_beurt(sessie, "snel", None, None)

    async def _wis(self, sessie: str) -> None:
        await asyncio.to_thread(self.gesprekken.wis, sessie)
        if self.delen is not None:
            await self.delen.weg(sessie)

    async def sluit(self) -> None:
        self._rasa.sluit()
        await self.vluchtig.sluit()


def rustscherm() -> Blokken:
    """Zegt niets over wat er verteld is."""
    zin = lees_kennis()[1].zin
    knoppen = (Knop("verder", zin("rust_verder")), Knop("opnieuw", zin("rust_opnieuw")))
    return [Keuze(zin("rust_vraag"), "knoppen", knoppen).naar_json()]


def _gestopt(rij: Rij) -> bool:
    """Na een beurt die alles wist, is dit het enige wat de rij nog zegt."""
    return bool(rij.stand.get("fase") == "gestopt")


def _zonder_rasa(tekst: str) -> Daad | None:
    """Invoer die geen verstaan nodig heeft: leeg, te lang, alleen tekens, of een getypte opdracht. Anders None."""
    kaal = "".join(teken for teken in tekst if teken.isprintable()).strip()
    if not kaal or not any(teken.isalnum() for teken in kaal):
        return Daad("vertel", reden="leeg" if not kaal else "niet_begrepen")
    if OPDRACHT.fullmatch(kaal):  # niemand bestuurt het gesprek met een streep: '/restart' wist geen zaak
        return Daad("vertel", reden="niet_begrepen")
    if len(kaal) > MAX_TEKST:
        # nood gaat voor, ook in een bericht dat te lang is om te lezen: het begin of het einde zegt het vaak
        return Daad("vertel", reden="te_lang", nood=luister(kaal) or luister(kaal[-MAX_TEKST:]))
    return None
