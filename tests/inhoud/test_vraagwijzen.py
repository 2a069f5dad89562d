"""Dezelfde vraag, in woorden die bij de zaak en de rol passen."""

from __future__ import annotations

from knowledge import Kennis
from knowledge.recht import Zaak
from knowledge.woorden import vraag_in_zaak


def test_leeftijd_zonder_op_het_beeld(kennis: Kennis) -> None:
    """Wie een dickpic kreeg, staat zelf niet op het beeld."""
    leeftijd = kennis.feiten["leeftijd"]
    gewoon = vraag_in_zaak(kennis, leeftijd, Zaak().met("beeld", "nep"))
    gekregen = vraag_in_zaak(kennis, leeftijd, Zaak().met("ongevraagd_beeld", "ja"))
    ouder = vraag_in_zaak(kennis, leeftijd, Zaak().met("gebeurd", ("benaderd",)).met("rol", "ouder"))
    assert "beeld" in gewoon
    assert "beeld" not in gekregen and "je kind" in ouder and "beeld" not in ouder
