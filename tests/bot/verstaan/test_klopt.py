"""'Klopt dat?': een ja met iets erbij bevestigt én vertelt."""

from __future__ import annotations

import pytest

from knowledge import Stand
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG, VERSTAAN, teksten, zeg


def verteld() -> Stand:
    stand, _ = zeg("mijn ex heeft mijn naaktfoto online gezet", Stand(fase="vragen", kennis=KENNIS.hash))
    assert stand.verwacht == "klopt" and {"relatie", "beeld"} <= set(stand.te_bevestigen)
    return stand


@pytest.mark.parametrize(
    "tekst", ["ja 16", "ja, ik was 16", "klopt, ik ben 16 jaar", "jep en ik was toen 16", "ja 16 jaar"]
)
def test_ja_met_een_leeftijd(tekst: str) -> None:
    stand, _ = zeg(tekst, verteld())
    assert stand.zaak.waarde("leeftijd") == "van_16_tot_18"
    assert stand.te_bevestigen == ("leeftijd",) and stand.zaak.waarde("relatie") == "ex_partner"


def test_ja_met_een_ander_feit() -> None:
    stand, blokken = zeg("ja en hij dreigt met meer foto's", verteld())
    assert (
        "dreigt_delen" in stand.te_bevestigen
        and "relatie" not in stand.te_bevestigen
        and "je ex" not in teksten(blokken)[-1]
    )


def test_een_kaal_ja_en_een_ja_met_een_hoog_getal() -> None:
    for tekst in ("ja", "ja 45", "ja ik ben 19"):
        stand, _ = zeg(tekst, verteld())
        assert stand.te_bevestigen == () and not stand.zaak.kent("leeftijd"), tekst


def test_ja_maar_bevestigt_niet() -> None:
    stand, _ = zeg("ja maar het is een nepfoto", verteld())
    assert stand.zaak.waarde("beeld") == "nep" and {"relatie", "beeld"} <= set(stand.te_bevestigen)


@pytest.mark.parametrize("tekst", ["weet niet", "geen idee", "weet ik niet zo"])
def test_niet_weten_of_het_klopt(tekst: str) -> None:
    stand, blokken = zeg(tekst, verteld())
    assert teksten(blokken) == [KENNIS.zin("wat_klopt_niet")]
    stand, blokken = zeg(tekst, stand)
    assert stand.te_bevestigen == () and teksten(blokken)[0] == KENNIS.zin("weet_niet_klopt")


@pytest.mark.parametrize("tekst", ["weet niet", "ik weet niet wat ik nu moet doen", "geen idee waar ik moet beginnen"])
def test_niet_weten_na_het_advies(tekst: str) -> None:
    _, blokken = zeg(tekst, Stand(fase="advies", kennis=KENNIS.hash))
    assert teksten(blokken) == [KENNIS.zin("weet_niet_advies")]


def test_weet_niet_blijft_weet_niet_ook_als_rasa_er_iets_anders_in_hoort() -> None:
    begrepen = VERSTAAN.begrijp("ik weet niet wat ik nu moet doen", None, VANDAAG, intent="wat_nu", zekerheid=0.9)
    assert begrepen.daad().soort == "weet_niet"
