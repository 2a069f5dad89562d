"""Een stuk van een bericht: van welk tot welk woord, wat iemand ermee doet, en over wie het gaat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Label = Literal["gebeurd", "gevraagd", "gesteld", "gevoel", "stuurt"]
"""gebeurd: verteld als gebeurd of als zo zijnde, ook in een vraag die het veronderstelt. gevraagd. gesteld: verondersteld,
gevreesd, door de ander beweerd, of algemeen. gevoel: een gevoel, wens of plan. stuurt: groet, ja of nee, verbetert, opdracht."""
Onderwerp = Literal["ik", "kind", "bekende", "ander", "onbekend"]
"""Wie het doet of over wie het gaat: de schrijver, diens kind, iemand aan de kant van de schrijver of een derde, de tegenpartij, of niet te zeggen."""
LABELS: tuple[Label, ...] = get_args(Label)
ONDERWERPEN: tuple[Onderwerp, ...] = get_args(Onderwerp)


@dataclass(frozen=True)
class Stuk:
    """Woorden `begin` tot `eind` van `lees_zin(tekst)`; `tekst[van:tot]` in het bericht zelf.

    `zekerheid`: hoe zeker label en onderwerp samen zijn, 0 tot 1; `label_zeker`: alleen het label.
    """

    begin: int
    eind: int
    van: int
    tot: int
    label: Label
    onderwerp: Onderwerp
    zekerheid: float
    label_zeker: float
