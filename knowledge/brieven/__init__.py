"""Brieven en papieren uit een zaak."""

from knowledge.brieven.brieven import PLEK, VAST, brief_voor, vul
from knowledge.brieven.document import LEEG, Opgemaakt, Stuk, geschoond, kaal

__all__ = ["LEEG", "PLEK", "VAST", "Opgemaakt", "Stuk", "brief_voor", "geschoond", "kaal", "vul"]
