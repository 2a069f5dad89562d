"""Wie iemand zegt dat hij hier is: 'het gaat over mijzelf', 'ik ben haar oma', 'ik heb het doorgestuurd'. Op betekenis."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.verstaan.begrepen import Begrepen
from bot.verstaan.betekenis import GEEN, WIE, de_betekenis
from bot.verstaan.feiten import Gehoord
from bot.verstaan.normaal import voluit
from bot.verstaan.vraagstuk import splits
from knowledge import Kennis
from knowledge.recht import ROL

KORT = 30
"""Tot zoveel woorden is te merken wie iemand is; een verhaal noemt te veel mensen."""
ZEKER, SAMEN, NIEMAND = 0.5, 0.25, 0.55
"""Zo zeker moet de betekenis zijn; samen met een woord dat hetzelfde zegt is minder genoeg. `NIEMAND`: zo zeker dat niemand
zegt wie hij is.
"""
ALLEEN_GENOEMD = frozenset({ROL, "relatie"})
"""Staat er verder niets in het bericht, dan is iemand alleen genoemd: 'mijn dochter weet van niks'."""
OOK_IN_WOORDEN = {
    "maker": re.compile(
        r"(?:door|rond|verder |verder ge)\w*(?:ge)?stuur|doorge|gedeeld|deelde|lat?en zien|liet|gepost|verspreid|gelekt|gezet|rondgaan|dader|gedaan|deed|gechanteerd|stiekem|nep"
    ),
    "beschuldigd": re.compile(r"beschuldig|schuld|verdacht|tegen mij|non.?actief|aangewezen|als dader|klacht gaat"),
}
"""Wat zwaar weegt, moet ook in de woorden te lezen zijn: de betekenis alleen is te ruim."""
NIET_ZELF = re.compile(
    r"\b(?:is|zijn|werd|werden|wordt|worden)\b(?: \w+){0,4} (?:door|rond|verder )?(?:gestuurd|gedeeld|verspreid|gezet)\b"
    r"|\b(?:eigen|van (?:mezelf|mijzelf|mij|me|ons))\b|\bmijn (?:naakt|foto|nude|film|video|beeld)"
)
"""'Mijn foto is doorgestuurd', 'ik stuurde hem een foto van mezelf': wie zo praat, deed een ander niets aan."""


def kansen_wie(tekst: str) -> Mapping[str, float]:
    """Per rol de kans dat iemand hier met zoveel woorden zegt dat hij dat is."""
    betekenis = de_betekenis() if tekst and len(tekst.split()) <= KORT else None
    return betekenis.kansen(WIE, tekst) if betekenis is not None else {}


def met_wie(begrepen: Begrepen, tekst: str, kennis: Kennis, loopt: bool) -> Begrepen:
    """Wat licht weegt, wordt zo om wie het gaat; wat zwaar weegt (wie het deed), vraagt de kern eerst.

    `loopt`: het gesprek gaat al over een zaak.
    """
    if begrepen.nood is not None or not (begrepen.in_bereik or loopt) or ROL not in kennis.feiten:
        return begrepen
    # wat iemand vraagt, zegt niets over wie hij is
    delen = splits(tekst)
    verteld = delen.rest if "?" in tekst or any(deel.vorm for deel in delen.vragen) else tekst
    kansen = kansen_wie(verteld)
    if loopt and kansen.get(GEEN, 0.0) >= NIEMAND and {g.feit for g in begrepen.feiten} <= ALLEEN_GENOEMD:
        return replace(begrepen, feiten=tuple(g for g in begrepen.feiten if g.feit != ROL))
    genoemd = next((str(g.waarde) for g in begrepen.feiten if g.feit == ROL and g.zeker), None)
    if genoemd is not None and (kansen.get(genoemd, 0.0) >= SAMEN or _zwaar(kennis, genoemd)):
        return replace(begrepen, wie=genoemd) if not _zwaar(kennis, genoemd) else begrepen
    beste = max(kansen, key=kansen.__getitem__, default=GEEN)
    optie = kennis.optie(ROL, beste) if beste != GEEN else None
    if optie is None or kansen[beste] < ZEKER or (_zwaar(kennis, beste) and not _zegt_het(beste, voluit(verteld))):
        return begrepen
    rest = tuple(g for g in begrepen.feiten if g.feit != ROL)
    feiten = rest if optie.fout_kost == "zwaar" else (Gehoord(ROL, optie.id), *rest)
    return replace(begrepen, wie=optie.id, feiten=feiten, in_bereik=True)


def _zegt_het(rol: str, zin: str) -> bool:
    woorden = OOK_IN_WOORDEN.get(rol)
    return NIET_ZELF.search(zin) is None and (woorden is None or woorden.search(zin) is not None)


def _zwaar(kennis: Kennis, rol: str) -> bool:
    optie = kennis.optie(ROL, rol)
    return optie is not None and optie.fout_kost == "zwaar"
