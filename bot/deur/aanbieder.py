"""Wie de hulp aanbiedt: wat op de pagina's staat. Wat niet is ingevuld, blijft leeg; de pagina zegt dat dan eerlijk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.opslag import InstellingFout

THEMAS = ("gemeente", "school", "hulporganisatie")
"""Elk een blad met tokens van NL Design System: `bot/deur/paginas/thema-….css`."""
LANGST = 200


@dataclass(frozen=True)
class Aanbieder:
    """Een veld is tekst, een mailadres of een https-adres."""

    organisatie: str = ""
    contact: str = ""
    klacht: str = ""
    """Waar iemand heen kan met een klacht; leeg: hetzelfde als `contact`."""
    fg: str = ""
    adres: str = ""
    toegankelijkheid: str = ""
    """Adres van de eigen toegankelijkheidsverklaring."""
    thema: str = ""

    @classmethod
    def uit_omgeving(cls, env: Mapping[str, str]) -> Aanbieder:
        """Leest wat er is ingevuld. Werpt `InstellingFout` bij een thema dat er niet is of een te lange regel."""
        aanbieder = cls(
            organisatie=_regel(env, "EHBO_ORGANISATIE"),
            contact=_regel(env, "EHBO_CONTACT"),
            klacht=_regel(env, "EHBO_KLACHT") or _regel(env, "EHBO_CONTACT"),
            fg=_regel(env, "EHBO_FG"),
            adres=_regel(env, "EHBO_POSTADRES"),
            toegankelijkheid=_regel(env, "EHBO_TOEGANKELIJKHEID"),
            thema=_regel(env, "EHBO_THEMA"),
        )
        if aanbieder.thema not in ("", *THEMAS):
            raise InstellingFout(f"EHBO_THEMA is leeg of een van {', '.join(THEMAS)}")
        return aanbieder


def _regel(env: Mapping[str, str], naam: str) -> str:
    waarde = " ".join((env.get(naam) or "").split())
    if len(waarde) > LANGST:
        raise InstellingFout(f"{naam} is langer dan {LANGST} tekens")
    return waarde
