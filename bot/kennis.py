"""De kennis en de klok voor alles wat om de kern heen staat."""

from __future__ import annotations

import os
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from knowledge import Kennis, Store

WORTEL = Path(__file__).parent.parent
TE_OUD = 90
"""Dagen. Daarna hoort een jurist opnieuw naar de inhoud te kijken (docs/beheer.md)."""


@lru_cache(maxsize=4)
def _store(pad: str) -> Store:
    from knowledge import Store  # wie alleen de instellingen leest (de bewaker), laadt de kennis niet

    return Store(pad)


def lees_kennis() -> tuple[Store, Kennis]:
    """De kennis zoals die nu op schijf staat. Werpt `KennisFout` als er geen goede is."""
    store = _store(os.environ.get("EHBO_KENNIS") or str(WORTEL / "models" / "kennis.db"))
    return store, store.kennis()


def nu() -> datetime:
    """Dag en uur in Nederland."""
    return datetime.now(ZoneInfo("Europe/Amsterdam"))


def vandaag() -> date:
    """De dag in Nederland."""
    return nu().date()


def dagen_oud() -> int | None:
    """Zoveel dagen geleden keek iemand voor het laatst een bron na. None als er geen kennis is."""
    from knowledge import KennisFout

    try:
        _, kennis = lees_kennis()
    except KennisFout:
        return None
    dagen = [b.nagekeken_op for b in kennis.bronnen.values() if b.nagekeken_op is not None]
    return (vandaag() - max(dagen)).days if dagen else None
