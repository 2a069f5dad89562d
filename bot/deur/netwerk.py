"""Waar een verzoek vandaan komt, voor grenzen: één aansluiting telt als één. Nooit bewaard, nooit in een log."""

from __future__ import annotations

import ipaddress
from contextvars import ContextVar

HIER: ContextVar[str] = ContextVar("netwerk", default="")
"""Het netwerk van het verzoek dat nu behandeld wordt; leeg als het niet over HTTP van een bezoeker kwam (Telegram)."""


def netwerk(adres: str) -> str:
    """Een IPv6-aansluiting heeft miljarden adressen: daar telt het blok van /64. Van IPv4 telt het adres zelf."""
    try:
        ip = ipaddress.ip_address(adres.partition("%")[0])
    except ValueError:
        return adres
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def buurt(adres: str) -> str:
    """Ruimer: van IPv4 de 256 adressen eromheen, want die zijn vaak van één verhuurder. Alleen voor zachte grenzen."""
    hier = netwerk(adres)
    try:
        return hier if "/" in hier else str(ipaddress.ip_network((hier, 24), strict=False))
    except ValueError:
        return hier
