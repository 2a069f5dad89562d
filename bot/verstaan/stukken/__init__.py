"""Een bericht in stukken: wat is verteld, gevraagd, verondersteld, gevoeld of gestuurd, en over wie."""

from bot.verstaan.stukken.snijder import Snijder, de_snijder, knip
from bot.verstaan.stukken.stuk import LABELS, ONDERWERPEN, Label, Onderwerp, Stuk

__all__ = ["LABELS", "ONDERWERPEN", "Label", "Onderwerp", "Snijder", "Stuk", "de_snijder", "knip"]
