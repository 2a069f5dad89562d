"""Een ja met iets erbij is een antwoord, en vertelt ook nog iets."""

from __future__ import annotations

import pytest

from knowledge import Stand
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG, VERSTAAN, teksten, zeg


def verteld() -> Stand:
    stand, _ = zeg("mijn ex heeft mijn naaktfoto online gezet", Stand(fase="vragen", kennis=KENNIS.hash))
    assert stand.vraag == "veilig_thuis" and stand.zaak.waarde("relatie") == "ex_partner"
    return stand


@pytest.mark.parametrize("tekst", ["ja, ik was 16", "ja en ik was toen 16", "ja hoor. ik was toen 16 jaar"])
def test_ja_met_een_leeftijd_beantwoordt_de_vraag_en_telt_de_rest(tekst: str) -> None:
    stand, _ = zeg(tekst, verteld())
    assert stand.zaak.waarde("leeftijd") == "van_16_tot_18" and stand.zaak.waarde("veilig_thuis") == "ja"


def test_ja_met_een_ander_feit() -> None:
    stand, _ = zeg("ja en hij dreigt met meer foto's", verteld())
    assert stand.zaak.waarde("dreigt_delen") == "ja" and stand.zaak.waarde("veilig_thuis") == "ja"


def test_een_kaal_ja_verzint_niets() -> None:
    stand, _ = zeg("ja", verteld())
    assert stand.zaak.waarde("veilig_thuis") == "ja" and not stand.zaak.kent("leeftijd")


def test_een_verbetering_verandert_wat_zij_noemt() -> None:
    stand, _ = zeg("het is trouwens een nepfoto", verteld())
    assert stand.zaak.waarde("beeld") == "nep" and stand.zaak.waarde("relatie") == "ex_partner"


@pytest.mark.parametrize("tekst", ["weet niet", "geen idee", "weet ik niet zo"])
def test_niet_weten_is_een_antwoord_op_de_vraag(tekst: str) -> None:
    stand, _ = zeg(tekst, verteld())
    assert stand.zaak.bij_feit["veilig_thuis"].onbekend and stand.vraag != "veilig_thuis"


@pytest.mark.parametrize("tekst", ["weet niet", "ik weet niet wat ik nu moet doen", "geen idee waar ik moet beginnen"])
def test_niet_weten_na_het_advies(tekst: str) -> None:
    _, blokken = zeg(tekst, Stand(fase="advies", kennis=KENNIS.hash))
    assert teksten(blokken)[0] == KENNIS.zin("weet_niet_advies")


def test_weet_niet_blijft_weet_niet_ook_als_rasa_er_iets_anders_in_hoort() -> None:
    begrepen = VERSTAAN.begrijp("ik weet niet wat ik nu moet doen", None, VANDAAG, intent="wat_nu", zekerheid=0.9)
    assert begrepen.daad().soort == "weet_niet"
