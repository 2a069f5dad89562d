"""Nood in één bericht: eerst de regels, dan wat geleerd is. Zonder model alleen de regels."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from bot.verstaan import nood
from bot.verstaan.lezing import KORT
from bot.verstaan.model import Kansen
from bot.verstaan.nood import Nood

SOORTEN: tuple[Nood, ...] = get_args(Nood)
ZEKER = 0.95
"""Vanaf deze kans gaan de nummers voor alles, ook als geen regel het hoort."""
NAVRAAG_GEVRAAGD = 0.92
"""Zoveel is er nodig als er een vraag openstaat: dan gaat een bericht meestal daarover."""
EINDE = re.compile(r"[.!?\n]+")
ZIN_LANG, MEEST = 4, 12
"""Kortere zinnen zeggen te weinig; meer zinnen lezen we niet los, dat kost tijd."""
BETEKENIS_NIET, BETEKENIS_EENS, BETEKENIS_ZEKER, BETEKENIS_VRAAGT = 0.05, 0.7, 0.85, 0.97
"""Wat het tweede oordeel moet vinden om het eerste te laten vallen, te laten gelden, of zelf iets te laten merken."""
NAVRAAG = 0.5
"""Vanaf deze kans vragen we het. Gekozen op de kruisproef: gewone zinnen geven dan in minder dan 2 % een vraag."""


@dataclass(frozen=True)
class Noodlezing:
    """`signaal`: dit is nood. `navraag`: eerst zacht vragen; ook zonder signaal, als het model het vermoedt."""

    signaal: Nood | None = None
    navraag: Nood | None = None
    geleerd: bool = False
    """Hoorde alleen het model dit? Dan mag een gewoon antwoord ervoor gaan."""

    @property
    def iets(self) -> bool:
        """Is er nood, of misschien?"""
        return self.signaal is not None or self.navraag is not None

    def als_vermoeden(self) -> Noodlezing:
        """Wat alleen geleerd is, midden in een gewoon bericht: reden voor één regel, niet voor de nummers voor alles."""
        return Noodlezing(None, self.signaal or self.navraag) if self.geleerd else self


def hoort_nood(tekst: str) -> bool:
    """Klinkt hierin nood, ook als wij eigenlijk niet meer of nog niet zouden lezen? Alleen de regels: dit gaat voor alles."""
    return nood.luister(tekst) is not None or nood.is_radeloos(tekst)


def lees_nood(tekst: str, kansen: Mapping[str, float] | None = None, gevraagd: bool = False) -> Noodlezing:
    """Zeker gaat voor misschien: de regels, dan het model; een zeker gevaar wacht niet op een zachte vraag.

    `gevraagd`: er staat een vraag open, en dan kan een kort bericht daarover gaan.
    """
    signaal = nood.luister(tekst)
    vraagt = signaal is not None and nood.is_wanhoop(tekst)
    if signaal is not None and not vraagt:
        return Noodlezing(signaal)
    if gevraagd and not nood.noemt_iemand(tekst):
        kansen = None  # 'gewoon dat het ophoudt', op een vraag van ons: wie niemand noemt, heeft het over de zaak
    zeker = next((soort for soort in SOORTEN if kansen is not None and kansen[soort] >= ZEKER), None)
    if vraagt:
        return Noodlezing("gevaar") if zeker == "gevaar" != signaal else Noodlezing(signaal, signaal)
    if zeker is not None:
        return Noodlezing(zeker, geleerd=True)
    # een kort antwoord op een vraag over iets anders zegt te weinig
    if kansen is not None and not (gevraagd and len(tekst.split()) <= KORT):
        sterkst = max(SOORTEN, key=kansen.__getitem__)
        if kansen[sterkst] >= (NAVRAAG_GEVRAAGD if gevraagd else NAVRAAG):
            return Noodlezing(None, sterkst, geleerd=True)
    if nood.stond_voor_de_deur(tekst):
        return Noodlezing(None, "gevaar")
    return Noodlezing(None, "suicide" if nood.is_radeloos(tekst, gevraagd) else None)


def tweede_mening(lezing: Noodlezing, kansen: Mapping[str, float], vraagt: bool) -> Noodlezing:
    """Wat de regels niet hoorden, bekijken twee hoorders: de woorden, en wat de zin betekent. `kansen`: van de betekenis.

    Alleen samen gaan ze voor alles. Hoort er maar één het, dan komt er hoogstens één regel bij; is de tweede zeker van niet, dan niets.
    `vraagt`: iemand vraagt iets over zijn zaak ('als ik nog een foto stuur, is het dan klaar?'), en dan gaat dat antwoord voor.
    """
    if not kansen or (lezing.iets and not lezing.geleerd):
        return lezing
    if not lezing.iets:
        sterkst = max(SOORTEN, key=kansen.__getitem__)
        hoort = kansen[sterkst] >= (BETEKENIS_VRAAGT if vraagt else BETEKENIS_ZEKER)
        return Noodlezing(None, sterkst, geleerd=True) if hoort else lezing
    if sum(kansen[soort] for soort in SOORTEN) < BETEKENIS_NIET:
        return Noodlezing()
    eens = lezing.signaal is not None and kansen[lezing.signaal] >= BETEKENIS_EENS
    return lezing if eens and not vraagt else lezing.als_vermoeden()


def in_een_zin(tekst: str, kansen_van: Callable[[str], Kansen]) -> Noodlezing:
    """In een lang verhaal verdrinkt die ene zin: het model leest ze ook los, en moet het dan zekerder weten."""
    zinnen = [zin for zin in EINDE.split(tekst) if len(zin.split()) >= ZIN_LANG and nood.noemt_iemand(zin)]
    los = len(zinnen) > 1 and any(kansen_van(zin).nood["suicide"] >= NAVRAAG_GEVRAAGD for zin in zinnen[:MEEST])
    return Noodlezing(None, "suicide", geleerd=True) if los else Noodlezing()
