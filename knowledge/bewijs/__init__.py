"""Laten zien dat het klopt: voorbeelden, regels, wandelingen, dekking, verschillen, de boom."""

from knowledge.bewijs.boom import Knoop, als_mermaid, als_svg, als_tekst, boom
from knowledge.bewijs.dekking import SOORTEN, meet
from knowledge.bewijs.verschil import verschillen
from knowledge.bewijs.verweren import Telling, gewogen, tel_verweren
from knowledge.bewijs.vierogen import vierogenboekje
from knowledge.bewijs.voorbeelden import aantal_voorbeelden, niet_uitgekomen
from knowledge.bewijs.wandel import overtredingen, wandel
from knowledge.bewijs.zaken import Vertaling, beoordeel_zaken, ingevuld

__all__ = [
    "SOORTEN",
    "Knoop",
    "Telling",
    "Vertaling",
    "aantal_voorbeelden",
    "als_mermaid",
    "als_svg",
    "als_tekst",
    "beoordeel_zaken",
    "boom",
    "gewogen",
    "ingevuld",
    "meet",
    "niet_uitgekomen",
    "overtredingen",
    "tel_verweren",
    "verschillen",
    "vierogenboekje",
    "wandel",
]
