"""Wat er van een stuk tekst waar mag zijn: het geleerde knippen en de regels samen. Spreken ze elkaar tegen, dan niets."""

from __future__ import annotations

from bot.verstaan.leeftijd import ZELF, eigen_leeftijd, leeftijd_van_de_mijne, lees_leeftijd
from bot.verstaan.stukken import Stuk
from bot.verstaan.toon import over_de_schrijver, vraagt
from bot.verstaan.zin import Zin, lees_zin

ZEKER = 0.6
"""Onder deze kans zegt een label niets."""
HEEL_ZEKER = 0.8
"""Zo zeker moet het knippen zijn om een regel over vragen te overstemmen."""
TELT = frozenset({"gebeurd", "stuurt"})
VOOR_EEN_ANDER = frozenset({"ouder", "naaste", "leraar", "professional", "ontvanger", "werkgever", "journalist"})
DADERKANT = frozenset({"maker", "beschuldigd"})
NAMENS_DADER = "naaste_dader"
"""De ouder of partner van wie het deed: 'mijn zoon van 15' is dan de leeftijd van de dader."""


class Duiding:
    """Eén bericht: per plek wat iemand ermee doet en over wie het gaat."""

    def __init__(self, zin: Zin, stukken: tuple[Stuk, ...]) -> None:
        self.zin = zin
        self._stukken = stukken
        self._bij: list[Stuk | None] = [None] * len(zin.woorden)
        for stuk in stukken:
            for nr in range(stuk.begin, min(stuk.eind, len(self._bij))):
                self._bij[nr] = stuk

    def verteld(self, begin: int, eind: int) -> bool:
        """Als gebeurd verteld, ook in een vraag die het veronderstelt."""
        stuk = self._stuk(begin, eind)
        return stuk is None or stuk.label_zeker < ZEKER or stuk.label in TELT

    def aangehaald(self, begin: int, eind: int) -> bool:
        """'ze schrijft dat ik steel': dat ik steel is beweerd, dat ze het schrijft is verteld."""
        stuk = self._stuk(begin, eind)
        if stuk is None or stuk.label != "gesteld" or self.zin.woorden[stuk.begin] not in ("dat", "alsof"):
            return False
        ervoor = self._bij[stuk.begin - 1] if stuk.begin else None
        return ervoor is not None and ervoor.label == "gebeurd" and self.zin.zin[begin] == self.zin.zin[stuk.begin - 1]

    def gewenst(self, begin: int, eind: int) -> bool:
        stuk = self._stuk(begin, eind)
        return stuk is not None and stuk.label == "gevoel"

    def plat_verteld(self, begin: int, eind: int) -> bool:
        """Zeker verteld, over de schrijver zelf, en niet in een vraag."""
        if not over_de_schrijver(self.zin, begin, eind):
            return False
        stuk = self._stuk(begin, eind)
        if stuk is not None and stuk.label not in TELT:
            return False
        return not vraagt(self.zin, begin, eind) or (stuk is not None and stuk.label_zeker >= HEEL_ZEKER)

    def over_deze_zaak(self, begin: int, eind: int) -> bool:
        """Over wat de schrijver meemaakt, en geen vraag over een regel."""
        stuk = self._stuk(begin, eind)
        gevraagd = stuk.label == "gevraagd" and stuk.label_zeker >= ZEKER if stuk else vraagt(self.zin, begin, eind)
        return not gevraagd or over_de_schrijver(self.zin, 0, len(self.zin.woorden))

    def leeftijden(self, rol: str | None) -> tuple[str | None, str | None]:
        """De leeftijd van wie het overkwam en van de ander. Een leeftijd hoort bij wie in dat stuk iets doet."""
        if rol == NAMENS_DADER:
            deed = leeftijd_van_de_mijne(" ".join(self.zin.woorden))
            ander = lees_leeftijd(" ".join(self.zin.woorden), "naaste")[0]
            return ander if ander != deed else None, deed
        eigen = eigen_leeftijd(" ".join(self.zin.woorden))
        overkwam = eigen if rol in (None, "slachtoffer") else None
        deed = eigen if rol in DADERKANT else None
        van_de_mijne = leeftijd_van_de_mijne(" ".join(self.zin.woorden)) if rol in VOOR_EEN_ANDER else None
        for stuk in self._stukken:
            zelf, ander = lees_leeftijd(
                self.zin.tekst(stuk.begin, stuk.eind), rol if stuk.onderwerp != "ik" or rol == ZELF else None
            )
            jaren = zelf or ander
            if jaren is None or stuk.onderwerp == "onbekend" or jaren in (overkwam, deed):
                continue
            if jaren == van_de_mijne or _is_slachtoffer(stuk, rol):
                overkwam = overkwam or jaren
            elif stuk.onderwerp == "ander" or (stuk.onderwerp == "ik" and rol in DADERKANT):
                deed = deed or jaren
        if self._noemt_een_derde(rol):
            return overkwam, deed
        zelf, ander = lees_leeftijd(" ".join(self.zin.woorden), rol)
        if overkwam or deed:
            return overkwam, deed or (ander if ander != overkwam else None)
        return zelf, ander

    def _noemt_een_derde(self, rol: str | None) -> bool:
        """'mijn zusje van 14 zag mijn foto': die leeftijd is van niemand in deze zaak."""
        personen = {stuk.onderwerp for stuk in self._stukken if any(w.isdigit() for w in self.zin.woorden[stuk.begin : stuk.eind])}  # fmt: skip
        return bool(personen) and personen <= {"bekende", "kind"} and rol not in VOOR_EEN_ANDER | DADERKANT

    def _stuk(self, begin: int, eind: int) -> Stuk | None:
        """Het stuk waar de meeste van deze woorden in vallen."""
        gevonden = [stuk for stuk in self._bij[begin:eind] if stuk is not None]
        return max(gevonden, key=gevonden.count) if gevonden else None


def _is_slachtoffer(stuk: Stuk, rol: str | None) -> bool:
    if rol in DADERKANT:
        return stuk.onderwerp == "ander"
    return stuk.onderwerp in ("kind", "bekende") if rol in VOOR_EEN_ANDER else stuk.onderwerp == "ik"


def vertelt_alleen(tekst: str, stukken: tuple[Stuk, ...]) -> bool:
    """Vraagt iemand met zoveel woorden niets: 'ik word vals beschuldigd op facebook'? Dan is het ook een verhaal."""
    verteld = all(stuk.label == "gebeurd" and stuk.label_zeker >= HEEL_ZEKER for stuk in stukken)
    zin = lees_zin(tekst)
    return bool(stukken) and verteld and not vraagt(zin, 0, len(zin.woorden))


def vertelt_iets(stukken: tuple[Stuk, ...]) -> bool:
    """Zit er een stuk in dat zeker verteld of gevoeld is, en niet alleen een los woord?"""
    return any(
        stuk.label in ("gebeurd", "gevoel") and stuk.label_zeker >= ZEKER and stuk.eind - stuk.begin >= 3
        for stuk in stukken
    )
