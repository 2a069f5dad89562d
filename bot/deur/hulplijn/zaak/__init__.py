"""Het werkblad: een zaak lezen, aanvullen, zoeken en afronden."""

from bot.deur.hulplijn.zaak.afronden import Afronden
from bot.deur.hulplijn.zaak.raadplegen import Raadplegen
from bot.deur.hulplijn.zaak.zaakwerk import Zaakuitkomst
from bot.deur.hulplijn.zaak.zoeken import Zoeken

__all__ = ["Afronden", "Raadplegen", "Zaakuitkomst", "Zoeken"]
