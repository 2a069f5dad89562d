"""Wat iemand hier niet hoeft te typen: een BSN, een nummer, een adres van een pagina of een wachtwoord. We luisteren er niet naar."""

from __future__ import annotations

import re

_PRIVE = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|(?:\+31|0031|\b0)[\s-]?6(?:[\s-]?\d){8}\b|\b\d{9}\b|\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b"
    r"|\b(?:wachtwoord|pincode|password) (?:is|=|:)? ?\S+|\b(?:bsn|burgerservicenummer)\b(?: (?:is|nummer))?(?=\W*\d)",
    re.I,
)


def zonder_prive(tekst: str) -> tuple[str, bool]:
    """De tekst zonder zulke gegevens, en of ze erin stonden."""
    kaal = _PRIVE.sub(" ", tekst)
    return (kaal, True) if kaal != tekst else (tekst, False)
