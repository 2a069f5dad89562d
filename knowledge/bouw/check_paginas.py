"""De vaste pagina's: wat tussen haken staat, bestaat, en een link gaat naar een pagina van ons of naar https."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.bouw.load import Gelezen
from knowledge.errors import Melding, lijkt_op
from knowledge.schema import PAGINAVELDEN

_VELD = re.compile(r"\{(\w*)\}")
_LINK = re.compile(r"\[[^\]]+\]\(([^)]*)\)")


def controleer_paginas(gelezen: Gelezen) -> Iterator[Melding]:
    """Elke `{naam}` en elke link in een pagina komt ergens uit."""
    adressen = {f"/{pagina.id}" for pagina in gelezen.inhoud.paginas} | {"/", "/zonder-script"}
    for pagina in gelezen.inhoud.paginas:
        plaats = gelezen.plaatsen["paginas", pagina.id]
        teksten = [(("inleiding",), pagina.inleiding)] + [
            (("delen", nr, veld), getattr(deel, veld))
            for nr, deel in enumerate(pagina.delen)
            for veld in ("tekst", "anders")
        ]
        for pad, tekst in teksten:
            for naam in _VELD.findall(tekst):
                if naam not in PAGINAVELDEN:
                    yield plaats.melding(pad, f"`{{{naam}}}` kan niemand invullen", lijkt_op(naam, PAGINAVELDEN))
            for doel in _LINK.findall(tekst):
                if doel not in adressen and not doel.startswith("https://"):
                    yield plaats.melding(pad, f"de link naar `{doel}` komt nergens uit", lijkt_op(doel, adressen))
