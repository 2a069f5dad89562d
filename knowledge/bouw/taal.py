"""Taal die een machine kan bewaken: wat nooit in een zin staat, en hoe lang een zin is."""

from __future__ import annotations

import re
from collections.abc import Iterator

MEESTE_WOORDEN = 25
"""Een zin met meer woorden is een fout; boven `VEEL_WOORDEN` zeggen we dat het korter kan."""
VEEL_WOORDEN = 20

NOOIT: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(patroon, re.I), wat, doe)
    for patroon, wat, doe in (
        (r"\bhad je maar\b|\bhad je niet\b", "een verwijt", "schrijf wat nu kan, en niet wat eerder had gemoeten"),
        (r"\bwaarom heb je (?:dat|het|die|een)\b", "een verwijt", "vraag niet waarom iemand iets deed"),
        (
            r"\b(?:eigen schuld|zelf schuld|je eigen fout|had je moeten|dom van je|naïef)\b",
            "een verwijt",
            "laat het weg",
        ),
        (r"\brustig maar\b|\bkalmeer\b|\bmaak je geen zorgen\b", "sussen", "noem wat je begrijpt en wat nu kan"),
        (
            r"\bhelaas kunnen wij\b|\bhelaas kan ik niet\b|\bwij kunnen u helaas\b",
            "een gesloten deur",
            "zeg wat wel kan",
        ),
        (
            r"\bu dient\b|\bdient te worden\b|\bdient u\b|\bgelieve\b",
            "ambtelijke taal",
            "schrijf wat iemand doet, met je",
        ),
        (r"\bbevoegde instantie", "een instantie zonder naam", "noem de instantie en wat die doet"),
        (
            r"\bbinnen \d+ (?:uur|minuten)\b[^.?!]*\b(?:weg|offline|verwijderd|opgelost)\b|\b(?:weg|offline|verwijderd) binnen \d+ (?:uur|dagen)\b",
            "een belofte over tijd",
            "zeg alleen wat een bron zegt, en dat het kan verschillen",
        ),
        (
            r"\b(?:de politie|de rechter|het platform|helpwanted) (?:lost|zal) (?:dit|het|alles) (?:op|oplossen)\b|\bwij garanderen\b|\bgegarandeerd\b|\bgaat zeker lukken\b",
            "een belofte",
            "schrijf wat het kan opleveren",
        ),
        (
            r"\bhoe heet je\b|\bwat is je naam\b|\bje echte naam\b\?|(?<!voor )\bwie ben je\b",
            "vragen wie iemand is",
            "namen zijn niet nodig",
        ),
        (
            r"\b(?:stuur|upload|deel) (?:mij|ons|hier) (?:het|de|je|een)\b[^.?!]*\b(?:beeld|foto|filmpje|video)",
            "vragen om het beeld",
            "vraag nooit om een beeld",
        ),
    )
)
U_VORM = re.compile(r"(?<![\w'’])(?:u|uw|uzelf)(?![\w'’-])", re.I)
MAG_U = ("voorlezen", "vraag_u", "tekst_u")
"""Velden waarin de u-vorm hoort: wat een medewerker voorleest."""
_TWEE = re.compile(r"\?")
_BEELD = r"(?:het beeld|het filmpje|de video|de foto|de foto's|de beelden|een kopie)"
PAKT_BEELD = re.compile(
    rf"\b(?:schermfoto|screenshot|schermafbeelding)|\b(?:bewaar|kopieer|download|stuur|sla) {_BEELD}|\bsla .{{0,20}}\bop\b",
    re.I,
)
ONTKENT = re.compile(r"\b(?:niet|geen|nooit)\b", re.I)
OVER_TEKST = re.compile(r"\bgaat het om tekst\b|\bvan de tekst\b", re.I)


def nooit(tekst: str) -> Iterator[tuple[str, str, str]]:
    """Wat er niet mag staan: het stuk tekst, wat ermee is, en wat je doet."""
    for patroon, wat, doe in NOOIT:
        gevonden = patroon.search(tekst)
        if gevonden:
            yield gevonden.group(), wat, doe


def u_vorm(tekst: str) -> str | None:
    """Het eerste woord dat iemand met u aanspreekt."""
    gevonden = U_VORM.search(tekst)
    return gevonden.group() if gevonden else None


def vragen(tekst: str) -> int:
    """Hoeveel vragen er in een tekst staan."""
    return len(_TWEE.findall(tekst))


def pakt_beeld(tekst: str) -> bool:
    """Zegt een zin hierin dat iemand het beeld bewaart, kopieert of doorstuurt? Over tekst mag het, als het beeld erbij is uitgesloten."""
    over_beeld = [zin for zin in zinnen(tekst) if PAKT_BEELD.search(zin)]
    verboden = [zin for zin in over_beeld if ONTKENT.search(zin)]
    return len(over_beeld) > len(verboden) and not (verboden and OVER_TEKST.search(tekst))


def zinnen(tekst: str) -> list[str]:
    """De zinnen van een tekst; een regel of een opsomming na een dubbele punt begint een nieuwe."""
    schoon = re.sub(r"\{[^}]*\}|\*\*|\[[^\]]*\]\([^)]*\)", "x", tekst.replace("**", ""))
    return [zin.strip() for zin in re.split(r"(?<=[.!?])\s+|\n|(?<=:)\s+|;\s+", schoon) if zin.strip()]


def woorden(zin: str) -> list[str]:
    return re.findall(r"[\w'’-]+", zin)
