"""Taal die een machine kan bewaken: wat nooit in een zin staat."""

from __future__ import annotations

import re

_BEELD = r"(?:het beeld|het filmpje|de video|de foto|de foto's|de beelden|een kopie)"
PAKT_BEELD = re.compile(
    rf"\b(?:schermfoto|screenshot|schermafbeelding)|\b(?:bewaar|kopieer|download|stuur|sla) {_BEELD}|\bsla .{{0,20}}\bop\b",
    re.I,
)
ONTKENT = re.compile(r"\b(?:niet|geen|nooit)\b", re.I)


def pakt_beeld(tekst: str) -> bool:
    """Zegt een zin hierin dat iemand het beeld bewaart, kopieert of doorstuurt?"""
    return any(PAKT_BEELD.search(zin) and not ONTKENT.search(zin) for zin in zinnen(tekst))


def zinnen(tekst: str) -> list[str]:
    """De zinnen van een tekst, ook per regel."""
    return [zin.strip() for zin in re.split(r"(?<=[.!?])\s+|\n", tekst.replace("**", "")) if zin.strip()]
