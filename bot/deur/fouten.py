"""Wat er mis kan gaan aan de deur: de HTTP-code, een zin voor de persoon, en bij onze eigen fouten de nummers."""

from __future__ import annotations

from starlette.responses import JSONResponse

FOUTEN = {
    "sessie": (401, "Dit gesprek is verlopen of gewist. Je kunt een nieuw gesprek beginnen."),
    "te_snel": (429, "Het gaat even te snel voor mij. Wacht een paar tellen en probeer het opnieuw."),
    "te_groot": (413, "Dat bericht is te lang. Kun je het korter zeggen?"),
    "brief_weg": (404, "Deze brief past niet meer bij wat je vertelde. Kijk in het overzicht welke wel past."),
    "agenda": (409, "Lees eerst de waarschuwing over je agenda. Kies daarvoor 'Zet de data in mijn agenda'."),
    "pin": (403, "Dit bestand en deze pincode passen niet bij elkaar. Kijk ze allebei na."),
    "pin_kort": (400, "Kies een pincode van minstens 6 tekens."),
    "vorm": (400, "Dat begreep ik niet. Kies een knop of typ een bericht."),
    "niet_hier": (404, "Dit adres is er niet. Ga terug naar het begin van de pagina."),
    "stuk": (503, "Er ging iets mis bij ons. Dat ligt niet aan jou. Probeer het zo nog eens."),
}
"""Elke fout met haar HTTP-code en een zin voor de persoon."""
NUMMERS = (
    {"nummer": "112", "waarvoor": "direct gevaar"},
    {"nummer": "0800 0113", "waarvoor": "als je aan zelfmoord denkt, dag en nacht"},
    {"nummer": "020 261 52 75", "waarvoor": "Helpwanted, hulp bij beelden online"},
)
"""Bij elke fout van onze kant. Staan hier en niet in de kennis, want die kan juist weg zijn; een test houdt ze gelijk."""
WACHT = {"te_snel": 10, "stuk": 5}
"""Seconden waarna opnieuw proberen zin heeft."""


def fout(soort: str) -> JSONResponse:
    code, zin = FOUTEN[soort]
    koppen = {"Retry-After": str(WACHT[soort])} if soort in WACHT else None
    # wie door ons niet verder kan, krijgt de nummers erbij
    erbij = {"nummers": NUMMERS} if soort in WACHT else {}
    return JSONResponse({"fout": soort, "zin": zin, **erbij}, status_code=code, headers=koppen)
