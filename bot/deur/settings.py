"""Instellingen uit de omgeving. Zonder geheim in de omgeving wordt er bij de eerste start een gemaakt en in var/ bewaard."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from bot.kennis import WORTEL

VAR = WORTEL / "var"


class InstellingFout(ValueError):
    """Een instelling klopt niet; de melding zegt welke en wat wel kan."""


@dataclass(frozen=True)
class Instellingen:
    """Alles wat per plek verschilt. Tijden in uren of seconden, groottes in bytes."""

    host: str = "127.0.0.1"
    poort: int = 8000
    rasa_poort: int = 5005
    geheim: str = field(default="", repr=False)
    rasa_geheim: str = field(default="", repr=False)
    gesprekken: str = f"sqlite:///{VAR / 'gesprekken.db'}"
    uren: float = 24.0
    herkomsten: tuple[str, ...] = ()
    """Adressen van sites die de widget mogen insluiten (CORS)."""
    max_bytes: int = 20_000
    per_minuut: int = 40
    """Beurten per minuut per gesprek."""
    nieuw_per_minuut: int = 30
    """Nieuwe gesprekken per minuut per adres."""
    wacht_op_rasa: float = 6.0

    @classmethod
    def uit_omgeving(cls, omgeving: dict[str, str] | None = None) -> Instellingen:
        """Leest `EHBO_*`. Werpt `InstellingFout` bij iets onmogelijks."""
        env = dict(os.environ) if omgeving is None else omgeving
        host, _, poort = (env.get("EHBO_ADRES") or "127.0.0.1:8000").rpartition(":")
        try:
            nummer, rasa_poort, uren = (
                int(poort),
                int(env.get("EHBO_RASA_POORT") or 5005),
                float(env.get("EHBO_BEWAREN_UREN") or 24),
            )
            nieuw = int(env.get("EHBO_NIEUW_PER_MINUUT") or cls.nieuw_per_minuut)
        except ValueError as fout:
            raise InstellingFout(
                "EHBO_ADRES is host:poort; EHBO_RASA_POORT, EHBO_BEWAREN_UREN en EHBO_NIEUW_PER_MINUUT zijn getallen"
            ) from fout
        if not 0 < uren <= 72:
            raise InstellingFout("EHBO_BEWAREN_UREN ligt tussen 0 en 72: gesprekken worden niet lang bewaard")
        VAR.mkdir(mode=0o700, exist_ok=True)
        return cls(
            host=host or "127.0.0.1",
            poort=nummer,
            rasa_poort=rasa_poort,
            geheim=_geheim(env, "EHBO_GEHEIM"),
            rasa_geheim=_geheim(env, "EHBO_RASA_GEHEIM"),
            gesprekken=env.get("EHBO_GESPREKKEN") or cls.gesprekken,
            uren=uren,
            nieuw_per_minuut=nieuw,
            herkomsten=tuple(h for h in (env.get("EHBO_HERKOMSTEN") or "").split() if h),
        )


def _geheim(env: dict[str, str], naam: str) -> str:
    gegeven = env.get(naam)
    if gegeven is not None:
        if len(gegeven) < 24:
            raise InstellingFout(
                f"{naam} is korter dan 24 tekens; maak er een met `python -c 'import secrets; print(secrets.token_hex(32))'`"
            )
        return gegeven
    pad: Path = VAR / naam.lower()
    if not pad.exists():
        greep = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(greep, "w") as bestand:
            bestand.write(secrets.token_hex(32))
    return pad.read_text().strip()
