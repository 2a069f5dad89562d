"""De kaarten in andere talen: de nummers zijn die van de instanties, en wat niemand nalas, zeggen we de maker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.bouw.load import Gelezen
from knowledge.errors import Melding

NUMMER_IN = {"gevaar": "politie_112", "zelfmoord": "dertien113"}
"""De zin waarin een nummer staat, en van welke instantie het moet zijn."""
_NUMMER = re.compile(r"(?<!\d)\d{3}(?!\d)")


def controleer_talen(gelezen: Gelezen) -> Iterator[Melding]:
    """Een nummer op een kaart is het nummer van de instantie zelf, of het korte einde ervan; verder staat er geen."""
    instanties = {i.id: i for i in gelezen.inhoud.instanties}
    for taal in gelezen.inhoud.talen:
        plaats = gelezen.plaatsen["talen", taal.id]
        for veld, zin in taal.kaart.model_dump().items() if taal.kaart else ():
            gevonden = _NUMMER.findall(zin)
            instantie = instanties.get(NUMMER_IN.get(veld, ""))
            nummer = instantie.telefoon.nummer.replace(" ", "") if instantie and instantie.telefoon else ""
            if veld in NUMMER_IN and not (len(gevonden) == 1 and nummer.endswith(gevonden[0])):
                yield plaats.melding(
                    ("kaart", veld),
                    f"hier hoort het nummer van `{NUMMER_IN[veld]}` in te staan ({nummer or 'dat heeft er geen'})",
                    "schrijf het in gewone cijfers, één keer",
                )
            elif veld not in NUMMER_IN and gevonden:
                yield plaats.melding(
                    ("kaart", veld),
                    f"hier staat een nummer ({gevonden[0]})",
                    "nummers staan in `gevaar` en `zelfmoord`",
                )


def let_op_talen(gelezen: Gelezen) -> list[Melding]:
    """Geen fout: een kaart die nog niemand nalas die de taal spreekt."""
    return [
        gelezen.plaatsen["talen", taal.id].melding(
            ("kaart",),
            f"de kaart in het {taal.naam} is nog door niemand nagelezen die deze taal spreekt",
            "laat haar lezen en zet `gelezen_door: moedertaal`",
        )
        for taal in gelezen.inhoud.talen
        if taal.kaart and taal.gelezen_door == "nog_niet"
    ]
