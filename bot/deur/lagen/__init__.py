"""De lagen om elk verzoek heen: koppen, grenzen, het vangnet, meten."""

from bot.deur.lagen.grenzen import Grenzen
from bot.deur.lagen.koppen import CSP, Koppen
from bot.deur.lagen.meten import Meetlaag, Meter, logs, meetroute
from bot.deur.lagen.vangnet import Vangnet, niet_hier, onleesbaar

__all__ = ["CSP", "Grenzen", "Koppen", "Meetlaag", "Meter", "Vangnet", "logs", "meetroute", "niet_hier", "onleesbaar"]
