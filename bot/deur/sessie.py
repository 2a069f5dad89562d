"""Sessies: door de deur gemaakt en getekend. Niets van de browser wordt op zijn woord geloofd."""

from __future__ import annotations

import secrets

from itsdangerous import BadSignature, URLSafeSerializer
from itsdangerous.encoding import base64_decode, base64_encode

from bot.opslag import Vluchtig


class Sessies:
    """Maakt en controleert sessietekens. Meer geheimen: het eerste tekent, alle gelden (om te wisselen)."""

    def __init__(self, geheim: str) -> None:
        self._tekenaar = URLSafeSerializer(list(reversed(geheim.split())), salt="sessie")

    def nieuw(self) -> tuple[str, str]:
        """Een nieuw gesprek: (id, teken voor de browser)."""
        id_ = f"w{secrets.token_hex(16)}"
        return id_, str(self._tekenaar.dumps(id_))

    def lees(self, teken: str | None) -> str | None:
        """De id bij een teken van ons, anders None."""
        if not teken or len(teken) > 200:
            return None
        try:
            id_ = self._tekenaar.loads(teken)
            merk = teken.rpartition(".")[2]
            # het laatste teken van base64 heeft bits over: maar één schrijfwijze is van ons
            if base64_encode(base64_decode(merk)).decode() != merk:
                return None
        except BadSignature:
            return None
        return id_ if isinstance(id_, str) and id_.startswith("w") else None


class Grens:
    """Hoogstens `aantal` keer per minuut per sleutel, over alle deuren heen."""

    def __init__(self, gedeeld: Vluchtig, naam: str, aantal: int) -> None:
        self._gedeeld = gedeeld
        self._naam = naam
        self._aantal = aantal

    async def mag(self, sleutel: str, keer: int = 1) -> bool:
        return await self._gedeeld.tel(f"grens:{self._naam}:{sleutel}", 60) <= self._aantal * keer
