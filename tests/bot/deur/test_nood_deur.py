"""Nood wordt in de voordeur zelf gehoord als het verstaan het bericht niet leest."""

from __future__ import annotations

import pytest

from bot.deur.gesprek import MAX_TEKST, _zonder_rasa


@pytest.mark.parametrize("zin", ["ik wil niet meer leven", "hij staat voor mijn deur met een mes"])
@pytest.mark.parametrize("vooraan", [True, False])
def test_ook_in_een_te_lang_bericht(zin: str, vooraan: bool) -> None:
    vulling = "er staat een bericht over mij op een site. " * (MAX_TEKST // 20)
    daad = _zonder_rasa(f"{zin}. {vulling}" if vooraan else f"{vulling} {zin}")
    assert daad is not None and daad.reden == "te_lang" and daad.nood is not None
