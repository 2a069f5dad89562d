"""Data in een verhaal: wanneer gebeurde het, wanneer ontdekte iemand het, wanneer zei een platform nee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.verstaan.datum import TIJDWOORDEN, gelijk, lees_moment
from bot.verstaan.kalender import DAG, BestaatNiet
from bot.verstaan.normaal import normaal
from knowledge.schema import Feit

_TIJD = re.compile(
    r"geleden|terug|gister|vorige|vorig|afgelopen|verleden|vandaag|vanochtend|vanmiddag|vannacht|\b(?:19|20)\d{2}\b|\bsinds\b|"
    r"\d{1,2}[-/ ](?:\d{1,2}|jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\b(?:januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)\b"
)
_SOORTEN = (
    ("ontdekt", re.compile(r"\b(?:ontdek\w*|kwam (?:ik )?er ?achter|erachter|achter kw\w+|zag (?:ik|we)|ik zag|vond ik|ik vond|hoorde (?:ik|we)|ik hoorde|kreeg (?:ik )?te horen|merkte|sinds ik weet|ben ik erachter|(?:ik|we|heb|hebben) (?:\w+ ){0,6}(?:gezien|gehoord|gevonden|tegengekomen|gemerkt))\b")),
    ("besluit_platform", re.compile(r"\b(?:melding (?:is |werd )?afgewezen|zei (?:facebook|instagram|insta|google|tiktok|het platform|meta) nee|afgewezen door)\b")),
    ("verzoek_avg", re.compile(r"\b(?:verwijderverzoek|avg verzoek|verzoek (?:tot|om) verwijdering|inzageverzoek)\b")),
    ("publicatie", re.compile(r"\b(?:in de krant|uitzending|uitgezonden|artikel (?:verscheen|stond)|gepubliceerd)\b")),
    ("wanneer", re.compile(r"\b(?:gedeeld|doorgestuurd|geplaatst|gepost|gezet|online|verspreid|gelekt|gebeurd\w*|gemaakt|gefilmd|gehackt|geschreven|gestuurd|begon|stuurt|zette|plaatste|stuurde|deelde|bedreigd\w*|opgenomen|gezegd|belde|rond|stalk\w*|scheld\w*|gescholden)\b")),
)  # fmt: skip
LANGST = 12_000
DUUR = "duur"


_ANDERE_TIJD = re.compile(
    r"\b(?:uit elkaar|uitgemaakt|maakte (?:het )?uit|ging uit|relatie kreeg|kregen (?:we )?(?:een )?relatie|getrouwd|gescheiden|scheiding|geboren|verhuisd|leerde\w* (?:ik |hem |haar |we )*kennen|ontmoet\w*|overleden|jarig)\b"
)
"""Een tijd die bij iets anders hoort: 'in maart gingen we uit elkaar'."""
_KNIP = re.compile(r"[.!?\n]+(?=\s|$)|(?<=[a-z0-9]),|\b(?:en|maar|want|dus) (?=(?:ik|hij|ze|zij|we|wij|die|toen|vorige|gister\w*|vandaag|afgelopen|nu|op|in|sinds|daarna|later)\b)")  # fmt: skip


_WIJST_AAN = re.compile(
    rf"{_TIJD.pattern}|\b(?:{DAG})|\b(?:weekend|zomer|winter|herfst|lente|kerst|pasen|pinksteren|van(?:morgen|avond))\b"
)
_ERBIJ = frozenset("dat was is het t er gebeurde gebeurd begon op in de een n rond ongeveer denk ik ofzo zo of al nog pas net ergens begin eind half halverwege midden van dit deze die vorige vorig afgelopen verleden laatste om s ochtends middags avonds nachts ochtend middag avond nacht weekend zomer winter herfst lente kerst pasen pinksteren voorjaar najaar geleden terug sinds ja nee oh o trouwens volgens mij dus hoor en uur tegen tussen jaar maar".split())  # noqa: SIM905  # fmt: skip
"""Wat er naast de tijd mag staan in een bericht dat alleen een tijd noemt: 'dat was vorige week, denk ik'."""


def over_tijd(feit: Feit | None) -> bool:
    """Vroegen we zelf naar een dag of naar hoe lang? Dan leest die vraag haar eigen antwoord."""
    return feit is not None and (feit.soort == "datum" or feit.id == DUUR)


def los_moment(tekst: str, vandaag: date) -> str | None:
    """Het tijdvak van een bericht dat niets anders noemt dan een tijd: 'gister', 'vorige week dinsdag', 'in 2021'."""
    woorden = gelijk(normaal(tekst).replace("?", " ")).split()
    alles_tijd = all(w in TIJDWOORDEN or w in _ERBIJ or w.isdigit() for w in woorden)
    if not woorden or "?" in tekst or not alles_tijd or not _WIJST_AAN.search(" ".join(woorden)):
        return None
    try:
        moment = lees_moment(tekst, vandaag)
    except BestaatNiet:
        return None
    return moment.vak.waarde if moment is not None and moment.vak.vroegst <= vandaag else None


def lees_momenten(tekst: str, vandaag: date) -> Iterator[tuple[str, str]]:
    """Paren (feit, tijdvak). Alleen als in hetzelfde zinsdeel staat waar de tijd bij hoort."""
    if not _TIJD.search(tekst[:LANGST].lower()):
        return
    gehad = set()
    for deel in _KNIP.split(tekst[:LANGST]):
        kort = normaal(deel)
        if not _TIJD.search(kort) or _ANDERE_TIJD.search(kort):
            continue
        soort = next((naam for naam, woorden in _SOORTEN if woorden.search(kort)), None)
        if soort is None and los_moment(deel, vandaag):
            soort = "wanneer"  # '… doorgestuurd. gister': de tijd hoort bij wat ervoor verteld is
        if soort is None or soort in gehad:
            continue
        try:
            moment = lees_moment(deel, vandaag)
        except BestaatNiet:
            continue
        if moment is not None and moment.vak.vroegst <= vandaag:
            gehad.add(soort)
            yield soort, moment.vak.waarde
