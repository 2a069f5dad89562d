"""Voor wie de balie beheert: accounts, cijfers, de bronnen voor de jurist."""

from bot.deur.hulplijn.beheer.beheer import Beheer
from bot.deur.hulplijn.beheer.cijfers import Cijfers
from bot.deur.hulplijn.beheer.jurist import Jurist
from bot.deur.hulplijn.beheer.telling import Telling

__all__ = ["Beheer", "Cijfers", "Jurist", "Telling"]
