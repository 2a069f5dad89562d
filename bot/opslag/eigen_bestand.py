"""Een bestand dat iemand zelf bewaart, op slot met haar pincode én een sleutel van deze plek. Wij houden er niets van.

Een pincode is kort: met het bestand alleen is zij te raden. Daarom hangt de sleutel ook af van `EHBO_SLEUTELS`, en gaat het
bestand alleen hier open, waar raden een grens heeft.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MERK = b"B1"
ZOUT = 16
KORTSTE_PIN, LANGSTE_PIN = 6, 64
VAK = 1024
"""De inhoud wordt aangevuld tot een veelvoud hiervan: de lengte zegt dan niet hoeveel iemand vertelde."""
GROOTST = 200_000


class GaatNietOpen(Exception):
    """Geen bestand van ons, of niet deze pincode. Wat van de twee, is niet te zien."""


def maak_bestand(inhoud: dict[str, Any], pin: str, sleutels: str) -> bytes:
    """Werpt ValueError bij een pincode die te kort of te lang is."""
    zout, ruw = os.urandom(ZOUT), zlib.compress(json.dumps(inhoud, separators=(",", ":")).encode(), 9)
    heel = len(ruw).to_bytes(4, "big") + ruw
    heel += bytes(-len(heel) % VAK)
    return MERK + zout + _slot(keur_pin(pin), zout, sleutels.split()[0]).encrypt(heel)


def open_bestand(bestand: bytes, pin: str, sleutels: str) -> dict[str, Any]:
    """Werpt `GaatNietOpen`, en ValueError bij een pincode die geen pincode kan zijn."""
    pin = keur_pin(pin)
    if not bestand.startswith(MERK) or not 100 < len(bestand) <= GROOTST:
        raise GaatNietOpen
    zout = kenmerk(bestand)
    for sleutel in sleutels.split():
        try:
            heel = _slot(pin, zout, sleutel).decrypt(bestand[len(MERK) + ZOUT :])
        except InvalidToken:
            continue
        try:
            inhoud = json.loads(zlib.decompress(heel[4 : 4 + int.from_bytes(heel[:4], "big")]))
        except (ValueError, zlib.error):
            break
        if isinstance(inhoud, dict):
            return inhoud
    raise GaatNietOpen


def kenmerk(bestand: bytes) -> bytes:
    """Zegt alleen welk bestand het is, om raden te tellen."""
    return bestand[len(MERK) : len(MERK) + ZOUT]


def keur_pin(pin: str) -> str:
    """De pincode zonder spaties. Werpt ValueError als hij te kort of te lang is."""
    kaal = "".join(pin.split())
    if not KORTSTE_PIN <= len(kaal) <= LANGSTE_PIN:
        raise ValueError("pin")
    return kaal


def _slot(pin: str, zout: bytes, sleutel: str) -> Fernet:
    peper = HMAC(sleutel.encode(), SHA256())
    peper.update(b"eigen bestand:" + pin.encode())
    return Fernet(base64.urlsafe_b64encode(Scrypt(salt=zout, length=32, n=2**14, r=8, p=1).derive(peper.finalize())))
