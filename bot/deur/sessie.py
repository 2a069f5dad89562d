"""Sessies: door de deur gemaakt en getekend. Niets van de browser wordt op zijn woord geloofd."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict, deque

from itsdangerous import BadSignature, URLSafeSerializer


class Sessies:
    """Maakt en controleert sessietekens."""

    def __init__(self, geheim: str) -> None:
        self._tekenaar = URLSafeSerializer(geheim, salt="sessie")

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
        except BadSignature:
            return None
        return id_ if isinstance(id_, str) and id_.startswith("w") else None


class Grens:
    """Hoogstens `aantal` keer per minuut per sleutel. Onthoudt niet meer dan `sleutels` sleutels."""

    def __init__(self, aantal: int, sleutels: int = 20_000) -> None:
        self._aantal = aantal
        self._sleutels = sleutels
        self._gezien: OrderedDict[str, deque[float]] = OrderedDict()

    def mag(self, sleutel: str, nu: float | None = None) -> bool:
        nu = time.monotonic() if nu is None else nu
        rij = self._gezien.setdefault(sleutel, deque())
        self._gezien.move_to_end(sleutel)
        while rij and rij[0] < nu - 60:
            rij.popleft()
        if len(self._gezien) > self._sleutels:
            self._gezien.popitem(last=False)
        if len(rij) >= self._aantal:
            return False
        rij.append(nu)
        return True
