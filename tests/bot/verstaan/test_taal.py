"""Met woordstammen en met een taalmodel: wat er geladen wordt, hoe het heet, en dat het verstaan erbij past."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec

import pytest

from bot.verstaan.model import Model
from bot.verstaan.taal import MODEL, NIET_NODIG, STAMMEN, Taal, taal
from tests.bot.verstaan.invaller import grondvormen

MET = find_spec(MODEL) is not None
"""`TAALMODEL=invaller tools/apart.sh` draait deze tests met een taalmodel; CI doet beide."""


def test_het_model_is_geleerd_met_het_taalmodel_dat_hier_draait(model: Model) -> None:
    assert model.meta["taal"] == taal().naam
    assert taal().naam == (f"{MODEL} {version(MODEL)}" if MET else STAMMEN)


def test_woorden_met_een_stam_hebben_een_grondvorm() -> None:
    vormen = grondvormen()
    assert vormen["gedeeld"] == vormen["delen"] == "delen" and vormen["naaktfoto"] == "naaktfoto"
    assert all(vormen[vorm] == vorm for vorm in vormen.values())


@pytest.mark.parametrize("zin", ["hij dreigt mijn foto's te delen", "ff snel een vraagje", "", "🙂"])
def test_elke_zin_heeft_een_reeks(zin: str) -> None:
    reeks = taal().reeks(zin)
    assert all(isinstance(deel, str) and deel for deel in reeks)
    assert (len(reeks) >= len(zin.split()) - 1) if zin.isascii() else True
    if not MET:
        assert reeks == Taal(STAMMEN).reeks(zin)


@pytest.mark.skipif(
    not MET, reason="zonder taalmodel: TAALMODEL=invaller tools/apart.sh 3.13 tests/bot/verstaan/test_taal.py"
)
def test_wat_geen_grondvormen_maakt_wordt_niet_geladen() -> None:
    assert not set(taal()._pijplijn.pipe_names) & set(NIET_NODIG)
