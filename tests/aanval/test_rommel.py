"""Wat er ook binnenkomt, op welk kanaal ook: nooit een 5xx, nooit een spoor. Lang: `make attack`."""

from __future__ import annotations

from datetime import date
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.kennis import lees_kennis
from knowledge import Daad, Stand, beurt
from knowledge.gesprek.daad import Soort
from tests.aanval.rommel import gooi, gooi_naar_rasa
from tests.bot.deur.conftest import Huis

VELDEN = {
    "soort": st.sampled_from(get_args(Soort)),
    "naam": st.none() | st.text(max_size=20),
    "waarde": st.none() | st.text(max_size=20),
}


def test_rommel_naar_de_deur() -> None:
    telling, mis = gooi(600)
    assert sum(telling.values()) == 600 and not mis, mis[:10]


def test_rommel_naar_rasa(huis: Huis) -> None:
    adres = f"http://127.0.0.1:{huis.omgeving['EHBO_RASA_POORT']}"
    assert not gooi_naar_rasa(adres, huis.omgeving["EHBO_RASA_GEHEIM"], 200)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.text(max_size=60) | st.sampled_from(["start", "verder", "antwoord:leeftijd:volwassen", "wis"]), max_size=8
    )
)
def test_de_kern_werpt_nooit_op_een_knop(codes: list[str]) -> None:
    _, kennis = lees_kennis()
    stand = Stand(kennis=kennis.hash)
    for code in codes:
        try:
            daad = Daad.uit_code(code)
        except ValueError:
            continue
        uitkomst = beurt(kennis, stand, daad, date(2026, 11, 24))
        assert uitkomst.bericht.blokken
        stand = Stand.uit_json(kennis, uitkomst.stand.naar_json())


@settings(max_examples=150, deadline=None)
@given(st.fixed_dictionaries(VELDEN))
def test_de_kern_werpt_nooit_op_een_vreemde_daad(ruw: dict[str, str]) -> None:
    _, kennis = lees_kennis()
    assert beurt(kennis, Stand(kennis=kennis.hash), Daad.uit_json(ruw), date(2026, 11, 24)).bericht.blokken
