"""Wat er in een bericht gevraagd wordt, en wat er dan nog aan verhaal overblijft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.verstaan.antwoordvinder import Antwoordvinder, Vondst
from bot.verstaan.bedoeling import zonder_stapvraag
from bot.verstaan.stukken import Stuk, knip
from bot.verstaan.vraagstuk import Vraagstuk, splits

LANG = 14
"""Zoveel woorden verhaal nemen we hooguit mee bij een vraag."""
ZEKER = 1.0
"""Een artikelnummer of de naam van een begrip: daar zit geen verhaal in."""
ECHT, ECHT_LANG = 0.5, 5
"""Zo zeker en zo lang: dan is een zin in vraagvorm een vraag, ook als er een woord uit een knop in zit."""
GELEERD_ZEKER = 0.4
"""Hoort alleen het geleerde knippen een vraag, dan moet het antwoord er zo goed op lijken."""
OOK = 0.3
"""Vanaf deze kans krijgt ook een tweede vraag in hetzelfde bericht antwoord."""
OVERTUIGT = 0.55
"""Vanaf deze kans is het onze vraag, wat het model ook van het onderwerp denkt."""
LIJKT_ZWAK = 0.4
"""Onder deze kans volgen we het model als dat zegt dat het hier niet hoort."""
NIEUWS = 0.2
"""Vanaf deze kans kan een mededeling nieuws zijn: 'ze hebben geweigerd'."""
LOS = 8
"""Zoveel woorden: daarboven is een bericht zonder vraagvorm een verhaal."""
_VERTELT_ERIN = re.compile(r"\b(?:dat|omdat|nadat) (?:mijn|mn|m'n|hij|ze|zij|iemand|een|de|die|het)\b", re.I)
"""'is het strafbaar dat mijn collega …': daar wordt ook iets in verteld. Na 'als' is het een veronderstelling."""

KORT = 6
_WIJST = re.compile(r"\b(?:dat|dit|het|t|die|zoiets|zo iets|daar\w*|hier\w*|er)\b", re.I)
"""Een korte vraag die terugwijst ('mag dat', 'is dat legaal') zegt pas iets met wat ervoor stond."""
_MET_VRAAGWOORD = re.compile(r"\?|\b(?:hoe|hoeveel|hoelang|wat|welke?|wie|wanneer|waar|waarom)\b", re.I)


@dataclass(frozen=True)
class Gevraagd:
    """`antwoorden`: wat erop past, de beste eerst. `verteld`: het deel van het bericht dat geen vraag is."""

    antwoorden: tuple[str, ...] = ()
    onbekend: bool = False
    verteld: str = ""
    lijkt: float = 0.0
    """De kans dat het beste antwoord het goede is."""
    ook: tuple[str, ...] = ()
    """Wat er in hetzelfde bericht nog meer gevraagd wordt, en zeker gevonden is: mensen vragen twee dingen tegelijk."""
    stap: bool = False
    """Er staat ook 'wat moet ik nu doen' in: dat vraagt om de eerste stap."""
    losse_vorm: bool = False
    """Geen vraagteken en geen vraagwoord: het kan ook een mededeling zijn waar het begin van ontbreekt."""
    echte_vraag: bool = False
    """Het hele bericht is één vraag die we kennen: dan is het geen antwoord op de onze."""
    nieuws: str | None = None
    """Het antwoord dat past als dit een mededeling over het vervolg is; of dat zo is, weet alleen het gesprek."""
    zonder_vorm: bool = False
    """Niets wijst op een vraag, het lijkt er alleen op: wordt er ook iets in verteld, dan is het een verhaal."""


def lees_gevraagd(tekst: str, vinder: Antwoordvinder, staat_vraag_open: bool, stukken: Sequence[Stuk] = ()) -> Gevraagd:
    """De vraag in een bericht met het antwoord erop. Zonder vraag is alles verteld. `stukken`: hoe het geknipt is."""
    tekst, om_stap = zonder_stapvraag(tekst)
    if om_stap:
        return replace(lees_gevraagd(tekst, vinder, staat_vraag_open, knip(tekst)), stap=True)
    delen = splits(tekst, stukken)
    if not delen.vragen:
        return _zonder_vraagvorm(tekst, vinder, staat_vraag_open)
    gevonden = [(stuk, _vind(stuk, delen.rest, vinder)) for stuk in delen.vragen]
    _, beste = max(gevonden, key=lambda paar: (len(paar[1].antwoorden) == 1, bool(paar[1].antwoorden), paar[1].lijkt))
    helder = len(beste.antwoorden) == 1 and beste.lijkt >= GELEERD_ZEKER
    twijfel = not helder and all(deel.geleerd for deel in delen.vragen)
    if not beste.antwoorden or twijfel:
        return Gevraagd(onbekend=any(deel.vorm and not deel.geleerd for deel in delen.vragen), verteld=tekst)
    zeker = tuple(
        dict.fromkeys(
            vondst.antwoorden[0] for _, vondst in gevonden if len(vondst.antwoorden) == 1 and vondst.lijkt >= OOK
        )
    )  # in de volgorde waarin het gevraagd wordt
    verteld = _verteld(tekst, delen.rest, tuple(deel for deel, _ in gevonden))
    return Gevraagd(
        zeker[:1] or beste.antwoorden,
        verteld=verteld,
        lijkt=beste.lijkt,
        ook=zeker[1:2],
        losse_vorm=not _MET_VRAAGWOORD.search(tekst),
        echte_vraag=not delen.rest
        and all(deel.vorm for deel in delen.vragen)
        and len(beste.antwoorden) == 1
        and beste.lijkt >= ECHT
        and len(tekst.split()) >= ECHT_LANG,
    )


def _vind(stuk: Vraagstuk, rest: str, vinder: Antwoordvinder) -> Vondst:
    """Een vraag alleen, of met wat ervoor verteld is: 'hij heeft een foto van mij. mag dat'."""
    alleen = vinder.vind(stuk.tekst, stuk.vorm)
    wijst = len(stuk.tekst.split()) <= KORT and _WIJST.search(stuk.tekst) is not None
    klaar = len(alleen.antwoorden) == 1 and not wijst
    if klaar or not rest or not stuk.vorm or len(rest.split()) > LANG:
        return alleen
    samen = vinder.vind(f"{rest} {stuk.tekst}", stuk.vorm)
    if len(samen.antwoorden) == 1:
        return samen
    # 'kan dat zomaar' na een verhaal over een erfenis: los past er van alles op
    return Vondst(lijkt=alleen.lijkt) if wijst and alleen.lijkt < OVERTUIGT else alleen


def _verteld(tekst: str, rest: str, vragen: tuple[Vraagstuk, ...]) -> str:
    return tekst if any(_VERTELT_ERIN.search(stuk.tekst) for stuk in vragen) else rest


def _zonder_vraagvorm(tekst: str, vinder: Antwoordvinder, staat_vraag_open: bool) -> Gevraagd:
    """'254ba', 'kosten aangifte': een paar woorden, en geen antwoord op wat wij vroegen."""
    if staat_vraag_open or len(tekst.split()) > LANG:
        return Gevraagd(verteld=tekst)
    gevonden = vinder.vind(tekst, vraagvorm=False)
    if len(gevonden.antwoorden) != 1 or len(tekst.split()) > LOS:
        nieuws = gevonden.beste if gevonden.lijkt >= NIEUWS else None
        return Gevraagd(verteld=tekst, nieuws=nieuws)
    return Gevraagd(gevonden.antwoorden, lijkt=gevonden.lijkt, zonder_vorm=gevonden.lijkt < ZEKER)
