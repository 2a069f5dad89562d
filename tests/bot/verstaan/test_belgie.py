"""Wie in België woont, hoort meteen waar daar de deur is, en dat dit programma de regels daar niet genoeg kent."""

from __future__ import annotations

import pytest

from bot.verstaan import Verstaan
from knowledge import Stand
from knowledge.woorden import Lijst
from tests.bot.verstaan.test_noodlaag import KENNIS, zeg

VERSTAAN = Verstaan(KENNIS)


def let_op(tekst: str) -> str:
    _, blokken = zeg(tekst, Stand(fase="vragen", kennis=KENNIS.hash), VERSTAAN)
    return " ".join(
        p.titel + p.tekst for b in blokken if isinstance(b, Lijst) and b.onderwerp == "waarschuwing" for p in b.items
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "ik woon in belgië en mijn ex heeft mijn naaktfoto op facebook gezet",
        "ik ben 15 en woon in gent, iemand dreigt mijn foto te delen",
        "ik woon in antwerpen",
        "we wonen in vlaanderen",
    ],
)
def test_wie_in_belgie_woont_hoort_de_deur_daar(tekst: str) -> None:
    gezegd = let_op(tekst)
    assert "Child Focus" in gezegd and "Instituut voor de gelijkheid" in gezegd and "112" in gezegd


@pytest.mark.parametrize("tekst", ["mijn ex woont in gent", "ik woon in nederland", "hij zegt dat hij in belgië woont"])
def test_waar_de_ander_woont_zegt_niets_over_jou(tekst: str) -> None:
    assert "Child Focus" not in let_op(tekst)
