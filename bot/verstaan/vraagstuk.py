"""De stukken van een bericht waarin iemand iets vraagt. Mensen zetten geen leestekens, dus de vorm telt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.verstaan.normaal import normaal
from bot.verstaan.stukken import Stuk

_WIE = r"(?:ik|k|je|jij|jullie|we|wij|ze|zij|hij|die|dit|dat|het|t|er|de|een|n|iemand|iets|mijn|zoiets|zo n|iedereen|u|zijn|haar|hun|onze|deze|mn)"
_KAN = r"(?:kan|kun|kunnen|mag|mogen|moet|moeten|zou|zouden|zal|ga|gaat|gaan|wil|willen|hoef|hoeft|krijg|krijgt|krijgen|word|wordt|worden|is|zijn|ben|bent|heb|heeft|hebben|komt|komen|kost|duurt|helpt|telt|geldt|gelden|werkt|lukt|bestaat|weet|weten|doet|doen|blijft|blijven|staat|hoort|ziet|zien|zie|merkt|durf|maakt|betekent|zit|verjaart|ruimt|bellen|vertellen|lezen|leest|bewaar|bewaren|krijgt|luistert|gebeurt|gaan|pakken|loop|loopt)"
_VRAAGWOORD = r"(?:(?:tot|vanaf|sinds|binnen|op|met|voor|van|in|aan|bij|naar|na) (?=(?:hoe|hoeveel|welke?|wat|wie|wanneer)\b))?(?:hoe|hoeveel|hoelang|hoezo|wat|welke?|wie(?! (?:mij|me|ons|mijn naam)\b)|wanneer|waar|waarom|waarvoor|waarmee|waarheen|waarover)"
_OPLOOP = r"(?:(?:en|maar|ok|oke|okay|hoi|hallo|hey|he|ja|nee|klopt|sorry|eh|uh|trouwens|vraagje|euh|help|hmm|mm|oh|o|jeetje|god|pff)\W+)*?"
_NAAMWOORD = r"(?:strafbaar|verboden|legaal|illegaal|mogelijk|nodig|verplicht|erg|gratis|anoniem|normaal|slim|veilig|verstandig|geldig|bewijs|toegestaan|privé|prive|betrouwbaar|geheim|duur|ernstig|laat|smaad|laster|misbruik|echt|handig|strafrechtelijk)"
_IK_WEG = (
    r"(?!(?:heb|had|ben|was|kreeg|zit|word) (?!ik\b|je\b|jij\b|jullie\b|u\b|we\b|wij\b|ze\b|hij\b|dit\b|dat\b|het\b))"
)
"""'heb een foto doorgestuurd', 'ben bang': een mededeling waar 'ik' bij wegviel."""
VRAAGT = re.compile(
    rf"^{_OPLOOP}{_IK_WEG}(?:(?:(?:nu|dus|nog|ook|eigenlijk|even) )?{_VRAAGWOORD}\b(?! (?:ook|dan ook) )|{_KAN} {_WIE}\b|(?:is|zijn|wordt|blijft|telt|geldt|kost|helpt|heeft|bestaan|bestaat|doet|mag|mogen|kan|moet|moeten|werkt) .{{0,60}}\b{_NAAMWOORD}\b|(?:kost|duurt|helpt|komt|mag|mogen|moet|kan) \w+ \w+)"
)
"""'hoe verloopt een aangifte', 'kost dat geld', 'is doorsturen strafbaar': een vraag, ook zonder vraagteken."""
VRAAGT_OOK = re.compile(
    r"\b(?:vraag(?: ik)? me af|wil (?:graag )?weten|wou weten|benieuwd|snap niet (?:hoe|of|wat|waarom|waar)|begrijp niet (?:hoe|of|wat|waarom)|weet (?:je|jij|u|jullie|iemand) (?:of|hoe|wat|waar|wie|wanneer)|geen idee (?:of|hoe|wat|waar)|weet niet (?:of ik|hoe ik|wat ik|waar ik|of je|of dat mag|of het strafbaar|of dit strafbaar)|kun je (?:me |mij )?(?:uitleggen|vertellen|zeggen)|kan je (?:me |mij )?(?:uitleggen|vertellen|zeggen)|leg uit|betekenis|verschil tussen)\b"
)
"""Een vraag in de vorm van een mededeling."""
_KNIP = re.compile(r"(?<=[.?!…])\s+|\n+|;\s*")
_MIDDEN = re.compile(rf"(?:,|\ben\b|\bmaar\b|\bof\b)\s+(?=(?:{_VRAAGWOORD}|{_KAN} {_WIE})\b)", re.I)
"""Midden in een zin begint een vraag na een komma of een verbindingswoord."""
_NOG_EEN = re.compile(rf"(?:,\s*(?:en\s+)?|\ben\s+)(?=(?:{_VRAAGWOORD}|{_KAN} {_WIE})\b)", re.I)
"""'word ik ontslagen en krijgt hij een strafblad': na een vraag begint er nog een."""
ZEKER, KLEIN = 0.75, 3
"""Zo zeker en zoveel woorden: dan hoort het geleerde knippen een vraag."""
_ZONDER = re.compile(
    r"^((?:ik|mijn|m'?n|hij|zij|ze|we|wij|het|er|iemand|de|een|ben)\b(?:\W+[\w']+){2,}?(?<! dan)(?<! nu)(?<! toen)(?<! ook)(?<! niet)(?<! dat)(?<! die)(?<! wat)(?<! hoe)(?<! waar)(?<! zo)(?<! dus)(?<! daarom)(?<! daarna))\s+"
    r"(?=(?:kan|kun|kunnen|mag|mogen|moet|moeten|zal|zou|krijg|krijgen|krijgt|bellen|belt|hoef|hoeft|ben|word|wordt|is|telt|helpt) (?:ik|ze|zij|hij|je|jij|jullie|we|wij|dit|dat|het)\b)",
    re.I,
)
"""'ik ben 16 mag ik …', 'mijn foto staat online is dat …': een vraag die zonder komma op een mededeling volgt."""
_EN_ALS = re.compile(
    r"^(?:en |maar |dus |ok |oke )?(?:wat |stel )?(?:en )?als (?:ik|hij|ze|zij|het|t|dat|dit|er|de|die|iemand|mijn|we|wij|iedereen|niemand)\b"
)
"""'en als hij het al gewist heeft?': een vraag waar het begin van ontbreekt."""
_ALS_ZIN = re.compile(r"^(?:als|omdat|toen|sinds|nadat|voordat|terwijl|zodra|stel)\b")


@dataclass(frozen=True)
class Vraagstuk:
    """`vorm`: het ziet eruit als een vraag, niet alleen omdat er een vraagteken staat."""

    tekst: str
    vorm: bool
    geleerd: bool = False
    """Alleen het geleerde knippen hoort hier een vraag: is er geen antwoord op, dan was het er misschien geen."""


@dataclass(frozen=True)
class Gesplitst:
    """Wat er gevraagd wordt, en wat er verder in het bericht staat."""

    vragen: tuple[Vraagstuk, ...]
    rest: str


def splits(tekst: str, stukken: Sequence[Stuk] = ()) -> Gesplitst:
    """Knipt een bericht in wat gevraagd en wat verteld wordt.

    De vorm telt eerst. Ziet niets eruit als een vraag, dan telt wat het geleerde knippen (`stukken`) als vraag hoort:
    'ik verdien weinig krijg ik dan een advocaat'.
    """
    gesplitst = _op_vorm(tekst)
    return gesplitst if gesplitst.vragen else _op_stukken(tekst, stukken) or gesplitst


def _op_stukken(tekst: str, stukken: Sequence[Stuk]) -> Gesplitst | None:
    vragen = tuple(
        Vraagstuk(zin, True, True)
        for stuk in stukken
        if stuk.label == "gevraagd"
        and stuk.label_zeker >= ZEKER
        and len((zin := tekst[stuk.van : stuk.tot]).split()) >= KLEIN
    )
    gevraagd = {vraag.tekst for vraag in vragen}
    rest = " ".join(zin for stuk in stukken if (zin := tekst[stuk.van : stuk.tot].strip(" ,")) and zin not in gevraagd)
    return Gesplitst(vragen, rest) if vragen else None


def _op_vorm(tekst: str) -> Gesplitst:
    vragen: list[Vraagstuk] = []
    rest: list[str] = []
    for zin in _KNIP.split(tekst.strip()):
        for stuk in _stukken(zin):
            kaal = normaal(stuk).replace("?", " ").strip()
            if not kaal:
                continue
            vorm = bool(VRAAGT.match(kaal) or VRAAGT_OOK.search(kaal) or _is_als_vraag(kaal, stuk))
            if vorm or "?" in stuk:
                vragen.append(Vraagstuk(stuk.strip(), vorm))
            else:
                rest.append(stuk.strip())
    return Gesplitst(tuple(vragen), " ".join(rest))


def _stukken(zin: str) -> list[str]:
    """Een zin, geknipt waar midden erin een vraag begint. Na 'als …' hoort het vervolg bij dezelfde zin."""
    if VRAAGT.match(normaal(zin)):
        delen = _NOG_EEN.split(zin)
        return delen if all(len(deel.split()) >= KLEIN for deel in delen) else [zin]
    if _ALS_ZIN.match(normaal(zin)):
        return [zin]
    los = _ZONDER.match(zin)
    if los:
        return [los[1], zin[los.end() :]]
    knip = _MIDDEN.search(zin)
    return [zin[: knip.start()], zin[knip.end() :]] if knip and knip.start() > 0 else [zin]


def _is_als_vraag(kaal: str, stuk: str) -> bool:
    """'en als …', 'wat als …', of 'als …' met een vraagteken, en geen tweede helft die zelf iets zegt."""
    if not _EN_ALS.match(kaal):
        return False
    return "?" in stuk or kaal.startswith(("en als", "maar als", "wat als", "en wat als", "stel als"))
