"""Eén lijst van daden: de kern, de knoppen, het verstaan, Rasa en de leerstof noemen dezelfde."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot.verstaan import bedoeling
from bot.verstaan.begrepen import DAAD_VAN
from knowledge.gesprek import Daad
from knowledge.gesprek.beurt import _DADEN
from knowledge.gesprek.daad import GEEN_KNOP, MET_NAAM, ZONDER, Soort

WORTEL = Path(__file__).parents[2]
DADEN = frozenset(get_args(Soort))
EINDE = {"wis", "stop"}
"""Handelt `beurt` zelf af: daarna is er geen gesprek meer."""
GEEN_DAAD = {
    "vertellen",
    "antwoorden",
    "wijzigen",
    "weet_niet",
    "nood",
    "engels",
    "vraag_recht",
    "buiten_bereik",
    "daad",
}
"""Bedoelingen van Rasa die op zichzelf niets doen: wat erin zit, hoort het verstaan; `daad` is een knop."""
DOMEIN = yaml.safe_load((WORTEL / "domain.yml").read_text("utf-8"))
REGELS = yaml.safe_load((WORTEL / "data" / "rules.yml").read_text("utf-8"))


def test_de_tabel_van_de_beurt_kent_elke_daad() -> None:
    assert set(_DADEN) | EINDE == DADEN


def test_elke_daad_is_een_knop_of_alleen_te_horen() -> None:
    assert MET_NAAM | ZONDER | GEEN_KNOP | {"antwoord"} == DADEN
    assert not MET_NAAM & ZONDER and not GEEN_KNOP & (MET_NAAM | ZONDER)


@pytest.mark.parametrize("soort", sorted(DADEN - GEEN_KNOP - {"antwoord"}))
def test_een_knop_komt_terug_als_dezelfde_daad(soort: str) -> None:
    code = f"{soort}:iets" if soort in MET_NAAM else soort
    assert Daad.uit_code(code).code == code


@pytest.mark.parametrize("soort", ["vertel", "zoek", "bestaat_niet", "wis:iets", "route"])
def test_wat_geen_knop_is_wordt_geweigerd(soort: str) -> None:
    with pytest.raises(ValueError):
        Daad.uit_code(soort)


def test_een_onbekende_daad_komt_de_kern_niet_in() -> None:
    with pytest.raises(ValueError):
        Daad.uit_json({"soort": "bestaat_niet"})


def test_wat_het_verstaan_hoort_is_een_daad() -> None:
    assert {doel.partition(":")[0] for doel in DAAD_VAN.values()} <= DADEN
    assert {naam for naam, _ in bedoeling.HANDELING} <= set(DAAD_VAN) | {"ja", "nee"}


def test_elke_bedoeling_van_rasa_is_een_daad_of_draagt_er_een() -> None:
    assert set(DOMEIN["intents"]) == (set(DOMEIN["intents"]) & set(DAAD_VAN)) | {"ja", "nee"} | GEEN_DAAD


def test_rasa_leert_precies_de_bedoelingen_van_het_domein() -> None:
    geleerd = {
        naam
        for pad in (WORTEL / "data" / "nlu").glob("*.yml")
        for naam in re.findall(r"^\s*-\s*intent:\s*(\w+)", pad.read_text("utf-8"), re.MULTILINE)
    }
    assert geleerd | {"daad"} == set(DOMEIN["intents"])
    stappen = [regel["steps"] for regel in REGELS["rules"]]
    assert {stap[0]["intent"] for stap in stappen} == set(DOMEIN["intents"])
    assert {stap[-1]["action"] for stap in stappen} == set(DOMEIN["actions"])
