"""Geheimen en sleutels: uit de omgeving, of bij de eerste start gemaakt en in var/ bewaard. Nooit een vaste waarde."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.kennis import WORTEL

VAR = WORTEL / "var"
KORTST = 24
MAAK = "python -c 'import secrets; print(secrets.token_hex(32))'"


class InstellingFout(ValueError):
    """Een instelling klopt niet; de melding zegt welke en wat wel kan."""


class Onleesbaar(Exception):
    """Dit is met geen van onze sleutels te lezen."""


def geheim(env: Mapping[str, str], naam: str) -> str:
    """Het geheim met deze naam. Werpt `InstellingFout` als het te kort is om te vertrouwen."""
    gegeven = env.get(naam)
    if gegeven is None:
        return _uit_var(naam)
    for deel in gegeven.split() or [""]:
        if len(deel) < KORTST:
            raise InstellingFout(f"{naam} is korter dan {KORTST} tekens; maak er een met `{MAAK}`")
    return gegeven


def _uit_var(naam: str) -> str:
    VAR.mkdir(mode=0o700, exist_ok=True)
    pad: Path = VAR / naam.lower()
    if not pad.exists():
        # eerst helemaal geschreven, dan pas zichtbaar: deur en Rasa starten tegelijk
        klad = VAR / f".{naam.lower()}.{os.getpid()}"
        with os.fdopen(os.open(klad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as bestand:
            bestand.write(secrets.token_hex(32))
        with contextlib.suppress(FileExistsError):
            os.link(klad, pad)
        klad.unlink()
    return pad.read_text().strip()


def schrijf_in_var(naam: str, waarde: str) -> None:
    """Vervangt een geheim dat in var/ staat, in één keer."""
    VAR.mkdir(mode=0o700, exist_ok=True)
    klad = VAR / f".{naam.lower()}.{os.getpid()}"
    with os.fdopen(os.open(klad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as bestand:
        bestand.write(waarde)
    os.replace(klad, VAR / naam.lower())


class Kluis:
    """Versleutelt wat bewaard wordt. Meer sleutels: de eerste sluit, alle openen (zo kan een sleutel gewisseld worden)."""

    def __init__(self, sleutels: str) -> None:
        self._sloten = MultiFernet([Fernet(_fernet(sleutel)) for sleutel in sleutels.split()])

    @classmethod
    def uit_omgeving(cls, env: Mapping[str, str] | None = None) -> Kluis:
        return cls(geheim(os.environ if env is None else env, "EHBO_SLEUTELS"))

    def sluit(self, inhoud: Any) -> bytes:
        """Van JSON-waarde naar versleutelde bytes."""
        return self._sloten.encrypt(
            zlib.compress(json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode(), 1)
        )

    def open(self, bytes_: bytes) -> Any:
        """Het omgekeerde. Werpt `Onleesbaar` bij een onbekende sleutel of geknoei."""
        try:
            return json.loads(zlib.decompress(self._sloten.decrypt(bytes_)))
        except (InvalidToken, zlib.error, ValueError) as fout:
            raise Onleesbaar from fout

    def hersluit(self, bytes_: bytes) -> bytes:
        """Dezelfde inhoud onder de eerste sleutel. Werpt `Onleesbaar`."""
        try:
            return self._sloten.rotate(bytes_)
        except InvalidToken as fout:
            raise Onleesbaar from fout


def _fernet(sleutel: str) -> bytes:
    return base64.urlsafe_b64encode(sha256(f"bewaring:{sleutel}".encode()).digest())
