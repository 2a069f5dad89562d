"""Telegram aanroepen: met geduld bij drukte, en een duidelijk verschil tussen 'straks nog eens' en 'nooit meer'."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

log = logging.getLogger(__name__)
PAUZES = (0.5, 2.0, 5.0)
LANGSTE_WACHT = 30.0
WEG = ("chat not found", "user is deactivated", "bot was blocked", "peer_id_invalid")
_T = TypeVar("_T")


class Onbereikbaar(Exception):
    """Telegram antwoordt nu niet; hetzelfde bericht mag later opnieuw."""


class ChatWeg(Exception):
    """Deze chat bestaat voor ons niet meer: geblokkeerd of verwijderd."""


async def bel(doe: Callable[[], Awaitable[_T]]) -> _T:
    """Eén aanroep. Werpt `Onbereikbaar` na een paar pogingen, `ChatWeg`, of een andere `TelegramError` bij een fout van ons."""
    for pauze in (*PAUZES, None):
        try:
            return await doe()
        except RetryAfter as fout:
            wacht = fout.retry_after
            seconden = wacht.total_seconds() if isinstance(wacht, timedelta) else float(wacht)
            log.warning("Telegram vraagt %.0f s rust", seconden)
            if pauze is None or seconden > LANGSTE_WACHT:
                raise Onbereikbaar from None
            await asyncio.sleep(seconden)
        except Forbidden:
            raise ChatWeg from None
        except BadRequest as fout:
            if any(deel in str(fout).lower() for deel in WEG):
                raise ChatWeg from None
            raise
        except NetworkError as fout:
            # geen tekst van de fout: daarin staat het adres met het token
            log.warning("Telegram antwoordt niet (%s)", type(fout).__name__)
            if pauze is None:
                raise Onbereikbaar from None
            await asyncio.sleep(pauze)
    raise Onbereikbaar


async def probeer(doe: Callable[[], Awaitable[object]]) -> bool:
    """Iets wat niet hoeft te lukken: een knop antwoorden, knoppen weghalen, 'is aan het typen'."""
    try:
        await doe()
    except TelegramError:
        return False
    return True
