"""Wat iemand zelf vraagt, ook als wij net iets vroegen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.verstaan.lezing import Lezing
from bot.verstaan.normaal import normaal
from knowledge.stam import stammen

OVER_MIJ = re.compile(r"\b(?:ik|mij|me|mijn|mn|ons|onze|wij|we)\b")
RECHTSVRAAG = frozenset(
    {
        "definition",
        "is_it_punishable",
        "cost_lawyer",
        "deadline",
        "compensation",
        "report_police",
        "how_to_prove",
        "find_perpetrator",
        "remove_content",
    }
)
TEGENVRAAG = RECHTSVRAAG | {"who_helps"}
"""Zo'n vraag lezen we niet als antwoord, als zij ook als vraag begint."""
VRAAGT_RAAD = frozenset({"what_can_i_do", "someone_else", "consequences_for_me"})
"""'mag ik zijn telefoon afpakken', 'wat moet ik zeggen': het antwoord komt met het advies."""
ALTIJD_VRAAG = frozenset({"definition", "deadline", "cost_lawyer", "is_it_punishable"})
"""Dit vraagt iemand ook zonder vraagteken of vraagwoord."""
VRAAGZIN = re.compile(
    r"(?:(?:en|maar|ok|oke|hoi|he|dus) )?(?:hoe|hoeveel|hoelang|wat|welke?|wie|wanneer|waar|waarom"
    r"|(?:kan|kun|kunnen|mag|mogen|moet|moeten|krijg|ga|zou) (?:ik|je|jij|jullie|we|wij|ze|zij|hij|de|het|iemand))\b"
)
"""'hoe verloopt een aangifte': een vraag, ook zonder vraagteken."""


@dataclass(frozen=True)
class Wedervraag:
    """`soort`: waar de vraag over gaat; `begint_zo`: het bericht begint als een vraag; `gesteld`: iemand wil een antwoord."""

    soort: str
    begint_zo: bool
    gesteld: bool

    @property
    def geen_antwoord(self) -> bool:
        """'wie kan mij helpen' is zelf een vraag, en geen antwoord op 'wie staat erop?'"""
        return self.begint_zo and self.soort in TEGENVRAAG

    def zoek(self, tekst: str) -> tuple[str, ...]:
        """De stammen om in de kennis op te zoeken, als het een vraag over het recht is."""
        return stammen(tekst) if self.gesteld and self.soort in RECHTSVRAAG else ()

    def handeling(self, lezing: Lezing) -> str | None:
        """De handeling bij een vraag waar geen feit in zit: wie er helpt, of raad die met het advies komt."""
        if self.soort == "who_helps" and self.gesteld:
            return "mens"
        raad = self.gesteld if self.soort in VRAAGT_RAAD else self.begint_zo and self.soort == "none"
        return "wat_nu" if raad and not lezing.duidelijk else None


def lees_vraag(tekst: str, soort: str) -> Wedervraag:
    """De vraag in een bericht. `soort`: wat het model erin hoort."""
    begint_zo = VRAAGZIN.match(normaal(tekst)) is not None
    return Wedervraag(soort, begint_zo, soort in ALTIJD_VRAAG or "?" in tekst or begint_zo)


def over_mij(tekst: str) -> bool:
    """Gaat het over de schrijver zelf, of over de regel?"""
    return OVER_MIJ.search(tekst.lower()) is not None
