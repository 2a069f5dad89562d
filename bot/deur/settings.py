"""Instellingen uit de omgeving. Zonder geheim in de omgeving wordt er bij de eerste start een gemaakt en in var/ bewaard."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from bot.deur.aanbieder import Aanbieder
from bot.opslag import VAR, InstellingFout
from bot.opslag import geheim as lees_geheim

__all__ = ["VAR", "InstellingFout", "Instellingen"]


@dataclass(frozen=True)
class Instellingen:
    """Alles wat per plek verschilt. Tijden in uren of seconden, groottes in bytes."""

    host: str = "127.0.0.1"
    poort: int = 8000
    rasa_poort: int = 5005
    geheim: str = field(default="", repr=False)
    rasa_geheim: str = field(default="", repr=False)
    sleutels: str = field(default="", repr=False)
    """Waarmee de bewaring versleuteld is; gescheiden door een spatie, de nieuwste eerst."""
    redis: str = field(default="", repr=False)
    """Adres van Redis als er meer deuren zijn; leeg: alles in het geheugen van deze deur."""
    gesprekken: str = f"sqlite:///{VAR / 'gesprekken.db'}"
    uren: float = 24.0
    herkomsten: tuple[str, ...] = ()
    """Adressen van sites die de widget mogen insluiten (CORS)."""
    uitgang: str = "https://www.buienradar.nl/"
    """Waar "Snel weg" heen gaat: een gewone pagina die niemand vragen laat stellen."""
    max_bytes: int = 100_000
    per_minuut: int = 40
    """Beurten per minuut per gesprek."""
    nieuw_per_minuut: int = 30
    """Nieuwe gesprekken per minuut per adres."""
    tegelijk: int = 256
    """Verzoeken die deze deur tegelijk behandelt; daarboven een vriendelijke 429."""
    tegelijk_per_adres: int = 40
    per_adres_per_minuut: int = 1200
    """Ruim, want achter één adres kan een hele school zitten."""
    proxy: str = "127.0.0.1"
    """Adressen van de proxy die mag zeggen wie er belt (X-Forwarded-For), gescheiden door komma's."""
    cijfers: str = field(default="", repr=False)
    """Teken waarmee `/cijfers` van buiten gelezen mag worden; leeg: alleen vanaf deze machine."""
    logvorm: str = "tekst"
    wacht_op_rasa: float = 6.0
    telegram_token: str = field(default="", repr=False)
    telegram_geheim: str = field(default="", repr=False)
    telegram_modus: str = "webhook"
    telegram_adres: str = ""
    """Het openbare https-adres van deze deur; alleen nodig voor een webhook."""
    telegram_api: str = "https://api.telegram.org"
    aanbieder: Aanbieder = field(default_factory=Aanbieder)
    """Wie de hulp aanbiedt, zoals het op de pagina's staat."""

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
            per_minuut = int(env.get("EHBO_PER_MINUUT") or cls.per_minuut)
            nieuw = int(env.get("EHBO_NIEUW_PER_MINUUT") or cls.nieuw_per_minuut)
            per_adres = int(env.get("EHBO_PER_ADRES_PER_MINUUT") or cls.per_adres_per_minuut)
            tegelijk = int(env.get("EHBO_TEGELIJK") or cls.tegelijk)
            tegelijk_per_adres = int(env.get("EHBO_TEGELIJK_PER_ADRES") or cls.tegelijk_per_adres)
        except ValueError as fout:
            raise InstellingFout(
                "EHBO_ADRES is host:poort; EHBO_RASA_POORT, EHBO_BEWAREN_UREN, EHBO_TEGELIJK en EHBO_…PER_MINUUT zijn getallen"
            ) from fout
        if not 0 < uren <= 72:
            raise InstellingFout("EHBO_BEWAREN_UREN ligt tussen 0 en 72: gesprekken worden niet lang bewaard")
        VAR.mkdir(mode=0o700, exist_ok=True)
        token = env.get("EHBO_TELEGRAM_TOKEN") or ""
        modus = env.get("EHBO_TELEGRAM") or "webhook"
        if modus not in ("webhook", "polling"):
            raise InstellingFout("EHBO_TELEGRAM is webhook of polling")
        if token and modus == "webhook" and not env.get("EHBO_TELEGRAM_ADRES", "").startswith("https://"):
            raise InstellingFout(
                "EHBO_TELEGRAM_ADRES is het openbare https-adres van deze deur; zonder zo'n adres: --telegram polling"
            )
        return cls(
            host=host or "127.0.0.1",
            poort=nummer,
            rasa_poort=rasa_poort,
            geheim=lees_geheim(env, "EHBO_GEHEIM"),
            rasa_geheim=lees_geheim(env, "EHBO_RASA_GEHEIM"),
            sleutels=lees_geheim(env, "EHBO_SLEUTELS"),
            redis=env.get("EHBO_REDIS") or "",
            gesprekken=env.get("EHBO_GESPREKKEN") or cls.gesprekken,
            uren=uren,
            uitgang=_uitgang(env.get("EHBO_UITGANG") or cls.uitgang),
            telegram_token=token,
            telegram_geheim=lees_geheim(env, "EHBO_TELEGRAM_GEHEIM") if token else "",
            telegram_modus=modus,
            telegram_adres=env.get("EHBO_TELEGRAM_ADRES") or "",
            telegram_api=env.get("EHBO_TELEGRAM_API") or cls.telegram_api,
            per_minuut=per_minuut,
            nieuw_per_minuut=nieuw,
            tegelijk=tegelijk,
            tegelijk_per_adres=tegelijk_per_adres,
            per_adres_per_minuut=per_adres,
            proxy=env.get("EHBO_PROXY") or cls.proxy,
            cijfers=lees_geheim(env, "EHBO_CIJFERS") if env.get("EHBO_CIJFERS") else "",
            logvorm="json" if env.get("EHBO_LOG") == "json" else "tekst",
            aanbieder=Aanbieder.uit_omgeving(env),
            herkomsten=tuple(h for h in (env.get("EHBO_HERKOMSTEN") or "").split() if h),
        )


def _uitgang(adres: str) -> str:
    if not re.fullmatch(r"https?://[^\s;,'\"]+", adres):
        raise InstellingFout("EHBO_UITGANG is een heel adres, zoals https://www.buienradar.nl/")
    return adres
