"""Het Telegramkanaal: dezelfde deur, dezelfde kern, met de eigenaardigheden van Telegram opgevangen."""

from bot.deur.telegram.kanaal import Telegram

__all__ = ["Telegram"]
