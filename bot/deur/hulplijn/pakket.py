"""De zaak van een raadpleging reist mee in het formulier van de medewerker: getekend, en nergens bewaard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from itsdangerous import BadSignature, URLSafeSerializer

from knowledge import AntwoordFout, Kennis, Zaak

LANGST = 20_000


@dataclass(frozen=True)
class Pakket:
    """De zaak, en het nummer van de gedeelde zaak waar ze vandaan komt."""

    zaak: Zaak = Zaak()
    gedeeld: str = ""


class Pakketten:
    """Maakt en leest het verborgen veld. Blijft geldig na opnieuw aanmelden."""

    def __init__(self, geheim: str) -> None:
        self._tekenaar = URLSafeSerializer(list(reversed(geheim.split())), salt="balie-zaak")

    def schrijf(self, pakket: Pakket) -> str:
        return str(self._tekenaar.dumps([pakket.zaak.naar_json(), pakket.gedeeld]))

    def lees(self, teken: str, kennis: Kennis, vandaag: date) -> Pakket:
        """Het pakket; wat niet van ons is of niet (meer) bij de kennis past, vervalt."""
        if not teken or len(teken) > LANGST:
            return Pakket()
        try:
            ruw, gedeeld = self._tekenaar.loads(teken)
            return Pakket(passend(kennis, Zaak.uit_json(ruw), vandaag), str(gedeeld))
        except (BadSignature, ValueError, TypeError):
            return Pakket()


def passend(kennis: Kennis, zaak: Zaak, vandaag: date) -> Zaak:
    """De zaak met alleen antwoorden die deze kennis kent."""
    uit = Zaak()
    for antwoord in zaak.antwoorden:
        ruw = list(antwoord.waarde) if isinstance(antwoord.waarde, tuple) else antwoord.waarde
        try:
            uit = uit.met(antwoord.feit, kennis.lees_antwoord(antwoord.feit, ruw, vandaag), antwoord.herkomst)
        except AntwoordFout:
            continue
    return uit
