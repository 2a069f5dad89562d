"""Mutatie van de inhoud: elk stukje recht een keer stuk maken, en kijken of een voorbeeld, een uitspraak of een regel het merkt."""
