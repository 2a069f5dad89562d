"""Het Telegramkanaal: dezelfde deur, dezelfde kern, met de eigenaardigheden van Telegram opgevangen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from starlette.routing import Route

from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen
from bot.deur.telegram.bewaring import ruim_op

if TYPE_CHECKING:
    from bot.deur.telegram.kanaal import Telegram


class Kanaal(Protocol):
    """Wat de deur van Telegram nodig heeft."""

    @property
    def stand(self) -> str: ...

    def routes(self) -> list[Route]: ...
    async def leef(self) -> None: ...
    def ruim_op(self) -> int: ...


class Uit:
    """Zonder token: geen kanaal, maar wat er van vroeger nog staat, verloopt gewoon."""

    stand = "uit"

    def __init__(self, gesprek: Gesprek) -> None:
        self._gesprek = gesprek

    def routes(self) -> list[Route]:
        return []

    async def leef(self) -> None:
        return

    def ruim_op(self) -> int:
        return ruim_op(self._gesprek.gesprekken.db, self._gesprek.gesprekken.uren)


def telegram(inst: Instellingen, gesprek: Gesprek) -> Telegram | Uit:
    """Het kanaal bij deze instellingen. De bibliotheek laadt alleen als er een token is."""
    if not inst.telegram_token:
        return Uit(gesprek)
    from bot.deur.telegram.kanaal import Telegram

    return Telegram(inst, gesprek)


__all__ = ["Kanaal", "Uit", "telegram"]
