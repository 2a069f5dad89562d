"""Instellingen van de balie. Uit op een openbaar adres, tenzij iemand haar bewust aanzet."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path

from bot.deur.delen import Openingstijden
from bot.deur.settings import VAR, Instellingen, InstellingFout

KORTST_GEHEIM = 24
BEKENDE_GEHEIMEN = ("changeme", "verander", "geheim", "secret", "wachtwoord", "password", "voorbeeld", "example")


@dataclass(frozen=True)
class Balie:
    """Wat er per organisatie verschilt. Tijden in minuten."""

    aan: bool = False
    opslag: str = f"sqlite:///{VAR / 'hulplijn.db'}"
    """Accounts, sessies, logboek en tellingen. Nooit feiten of woorden."""
    organisatie: str = "de hulplijn"
    uren: Openingstijden = field(default_factory=Openingstijden)
    stil: float = 30.0
    """Na zoveel minuten zonder handeling meldt een medewerker zich opnieuw aan."""
    langst: float = 600.0
    oidc: str | None = None
    """Adres van de OpenID Connect-aanbieder; leeg: alleen wachtwoorden."""
    oidc_id: str = ""
    oidc_geheim: str = field(default="", repr=False)

    @classmethod
    def uit_omgeving(cls, inst: Instellingen, omgeving: dict[str, str] | None = None) -> Balie:
        """Leest `EHBO_HULPLIJN*`. Werpt `InstellingFout` bij een onveilige of onmogelijke instelling."""
        env = dict(os.environ) if omgeving is None else omgeving
        schakelaar = (env.get("EHBO_HULPLIJN") or "").strip().lower()
        if schakelaar not in ("", "aan", "uit"):
            raise InstellingFout("EHBO_HULPLIJN is `aan` of `uit`")
        aan = schakelaar == "aan" or (schakelaar == "" and is_loopback(inst.host))
        if aan:
            keur_geheim(inst.geheim)
        try:
            stil = float(env.get("EHBO_HULPLIJN_STIL") or cls.stil)
            uren = Openingstijden.lees(env.get("EHBO_HULPLIJN_UREN") or "")
        except ValueError as fout:
            raise InstellingFout(
                "EHBO_HULPLIJN_STIL is een aantal minuten; EHBO_HULPLIJN_UREN ziet eruit als `ma-vr 9-17, za 10-14`"
            ) from fout
        if not 1 <= stil <= 480:
            raise InstellingFout("EHBO_HULPLIJN_STIL ligt tussen 1 en 480 minuten")
        oidc = env.get("EHBO_HULPLIJN_OIDC") or None
        if oidc and not (env.get("EHBO_HULPLIJN_OIDC_ID") and env.get("EHBO_HULPLIJN_OIDC_GEHEIM")):
            raise InstellingFout("bij EHBO_HULPLIJN_OIDC horen EHBO_HULPLIJN_OIDC_ID en EHBO_HULPLIJN_OIDC_GEHEIM")
        return cls(
            aan=aan,
            opslag=env.get("EHBO_HULPLIJN_OPSLAG") or cls.opslag,
            organisatie=env.get("EHBO_HULPLIJN_NAAM") or cls.organisatie,
            uren=uren,
            stil=stil,
            oidc=oidc,
            oidc_id=env.get("EHBO_HULPLIJN_OIDC_ID") or "",
            oidc_geheim=env.get("EHBO_HULPLIJN_OIDC_GEHEIM") or "",
        )


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def keur_geheim(geheim: str) -> None:
    """Werpt `InstellingFout` als iemand dit geheim zou kunnen raden."""
    delen = geheim.split() or [""]
    if any(len(deel) < KORTST_GEHEIM or len(set(deel)) < 8 or _bekend(deel) for deel in delen):
        raise InstellingFout(
            "de balie start niet met dit EHBO_GEHEIM: het is te kort of te raden; "
            "maak er een met `python -c 'import secrets; print(secrets.token_hex(32))'`"
        )


def _bekend(geheim: str) -> bool:
    return any(woord in geheim.lower() for woord in BEKENDE_GEHEIMEN)


SJABLONEN = Path(__file__).parent / "sjablonen"
MIDDELEN = Path(__file__).parent / "middelen"
