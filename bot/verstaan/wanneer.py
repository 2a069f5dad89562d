"""Data in een verhaal: wanneer gebeurde het, wanneer ontdekte iemand het, wanneer zei een platform nee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.verstaan.datum import lees_datum
from bot.verstaan.normaal import normaal

_TIJD = re.compile(
    r"geleden|terug|gister|vorige|vorig|afgelopen|verleden|vandaag|vanochtend|vanmiddag|vannacht|\b(?:19|20)\d{2}\b|\bsinds\b|"
    r"\d{1,2}[-/ ](?:\d{1,2}|jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\b(?:januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)\b"
)
_SOORTEN = (
    ("ontdekt", re.compile(r"\b(?:ontdek\w*|kwam (?:ik )?er ?achter|erachter|achter kw\w+|zag (?:ik|we)|ik zag|vond ik|ik vond|hoorde (?:ik|we)|ik hoorde|kreeg (?:ik )?te horen|merkte|sinds ik weet|ben ik erachter)\b")),
    ("besluit_platform", re.compile(r"\b(?:melding (?:is |werd )?afgewezen|zei (?:facebook|instagram|insta|google|tiktok|het platform|meta) nee|afgewezen door)\b")),
    ("verzoek_avg", re.compile(r"\b(?:verwijderverzoek|avg verzoek|verzoek (?:tot|om) verwijdering|inzageverzoek)\b")),
    ("publicatie", re.compile(r"\b(?:in de krant|uitzending|uitgezonden|artikel (?:verscheen|stond)|gepubliceerd)\b")),
    ("wanneer", re.compile(r"\b(?:gedeeld|doorgestuurd|geplaatst|gepost|gezet|online|verspreid|gelekt|gebeurd\w*|gemaakt|gefilmd|gehackt|geschreven|gestuurd|begon|stuurt|zette|plaatste|stuurde|deelde|bedreigd\w*|opgenomen|gezegd|belde|rond|stalk\w*|scheld\w*|gescholden)\b")),
)  # fmt: skip
LANGST = 12_000


def lees_momenten(tekst: str, vandaag: date) -> Iterator[tuple[str, date]]:
    """Paren (feit, dag). Alleen als in hetzelfde zinsdeel staat waar de dag bij hoort."""
    if not _TIJD.search(tekst[:LANGST].lower()):
        return
    gehad = set()
    for deel in re.split(r"[.!?\n]+(?=\s|$)|(?<=[a-z]),", tekst[:LANGST]):
        kort = normaal(deel)
        if not _TIJD.search(kort):
            continue
        soort = next((naam for naam, woorden in _SOORTEN if woorden.search(kort)), None)
        if soort is None or soort in gehad:
            continue
        dag = lees_datum(kort, vandaag)
        if dag is not None and dag <= vandaag:
            gehad.add(soort)
            yield soort, dag
