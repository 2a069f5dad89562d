"""Tekst gelijk maken: kleine letters, geen accenten, en de bekendste schrijfwijzen tot één vorm."""

from __future__ import annotations

import re

from bot.verstaan.kortstondig import in_dit_bericht
from knowledge.stam import plat

_VASTE = [
    (r"\b(?:mn|m n|me|mij n|mijne|ma|m'n)\b(?=\s+[a-z])", "mijn"),
    (r"\b(?:dr|d r)\b", "haar"),
    (r"\b(?:zn|z n)\b", "zijn"),
    (r"\bk\b", "ik"),
    (r"\b(?:ff|effe)\b", "even"),
    (r"\b(?:nie|ni|nt)\b", "niet"),
    (r"\bnieteens\b", "niet eens"),
    (r"\b(?:gij|ge)\b", "jij"),
    (r"\b(?:fotoos|fotos|foto s|fotootjes|pics|pictures|plaatjes|foto tjes)\b", "fotos"),
    (r"\b(?:filmpke|filmke|vids|vid|filmpjes|videos|video s|video tje)\b", "filmpje"),
    (r"\bnude pics\b", "nudes"),
    (r"\b(?:app groep|apgroep)\b", "appgroep"),
    (r"\b(?:seks fake|sexfake|sex fake|seks fakes|sexfakes)\b", "seksfake"),
    (r"\b(?:deepfeek|deap fake|deepfaik|depfake)\b", "deepfake"),
    (r"\bsex\b", "seks"),
    (r"\b(?:polite|pliesie|popo|flikken)\b", "politie"),
    (r"\b(?:ongv|wsl|waars)\b", "waarschijnlijk"),
    (r"\b(?:insta gram)\b", "instagram"),
]
_VOLUIT = {
    r"k(heb|ben|wil|zou|zit|weet|had|was|kan|moet|ga|voel|denk|krijg|kreeg)": r"ik \1",
    "kweenie|kweetnie": "ik weet niet",
    "ni ?meer|nimeer|niemeer": "niet meer",
    "nie|ni|nt": "niet",
    "mn|mne|mijne": "mijn",
    "zn": "zijn",
    "dr": "haar",
    "m": "hem",
    "t": "het",
    "k": "ik",
    "da": "dat",
    "wa": "wat",
    "gwn|gwoon": "gewoon",
    "egt|eg": "echt",
    "ff|effe": "even",
    "wrm|wrom": "waarom",
    "wnr": "wanneer",
    "hvl": "hoeveel",
    "btje": "beetje",
    "sws": "sowieso",
    "msn|mss|miss": "misschien",
    "wss|wrs": "waarschijnlijk",
    "vgm": "volgens mij",
    "nix|nx": "niks",
    "gij|ge": "jij",
    "u": "je",
    "aub|plz|pls": "alsjeblieft",
}
"""Chattaal en spreektaal, zoals ze voluit geschreven wordt."""
_CHAT = [(re.compile(rf"\b(?:{patroon})\b"), naar) for patroon, naar in _VOLUIT.items()]
_REGELS = [(re.compile(patroon), naar) for patroon, naar in _VASTE]
_TEKENS = re.compile(r"[^a-z0-9?€]+")


@in_dit_bericht
def normaal(tekst: str) -> str:
    """De tekst als woorden met één spatie ertussen. Een vraagteken blijft staan."""
    uit = plat(tekst).replace("'", "").replace("’", "").replace("`", "")
    uit = _TEKENS.sub(" ", uit).replace("?", " ? ")
    uit = " ".join(uit.split())
    for patroon, naar in _REGELS:
        uit = patroon.sub(naar, uit)
    return re.sub(r"(.)\1{3,}", r"\1", uit)


def voluit(tekst: str) -> str:
    """Kleine letters en chattaal voluit ('kheb t nie' wordt 'ik heb het niet'): zo staat het in wat het zinsmodel las."""
    uit = (
        tekst.lower()
        .replace("’", "'")
        .replace("'k ", "ik ")
        .replace("'t ", "het ")
        .replace("m'n", "mijn")
        .replace("z'n", "zijn")
    )
    for patroon, naar in _CHAT:
        uit = patroon.sub(naar, uit)
    return uit
