"""Vindt bij een vraag het antwoord uit de kennis. De woorden komen uit de kennis zelf: een nieuwe zin wordt meteen gevonden."""

from bot.verstaan.antwoordvinder.vinder import Antwoordvinder, Vondst, vinder_voor

__all__ = ["Antwoordvinder", "Vondst", "vinder_voor"]
