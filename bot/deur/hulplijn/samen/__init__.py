"""Een gedeeld gesprek openen en meepraten."""

from bot.deur.hulplijn.samen.openen import Openen
from bot.deur.hulplijn.samen.overname import Overname

__all__ = ["Openen", "Overname"]
