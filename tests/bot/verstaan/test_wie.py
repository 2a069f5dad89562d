"""Wie iemand hier is, met zoveel woorden: dat mag later in het gesprek nog veranderen; wat zwaar weegt, wordt eerst gevraagd."""

from __future__ import annotations

import pytest

from bot.verstaan import Verstaan
from bot.verstaan.betekenis import de_betekenis
from bot.verstaan.model import het_model
from knowledge.gesprek import Daad, Stand, Uitkomst, beurt
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG


@pytest.fixture(scope="module")
def verstaan() -> Verstaan:
    if de_betekenis() is None:
        pytest.skip("het zinsmodel is hier niet, of er is nog niet mee geleerd (python -m bot train --alleen zinnen)")
    return Verstaan(KENNIS, het_model())


def praat(verstaan: Verstaan, *zinnen: str) -> Uitkomst:
    stand = beurt(KENNIS, Stand(kennis=KENNIS.hash), Daad("start"), VANDAAG).stand
    for zin in zinnen:
        uit = beurt(KENNIS, stand, verstaan.begrijp(zin, stand.verwacht, VANDAAG).daad(), VANDAAG)
        stand = uit.stand
    return uit


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("NEE HET GAAT OM MIJ EN NIET OM MIJN ZOON", "slachtoffer"),
        ("ik sta zelf op die beelden, er is geen kind bij betrokken", "slachtoffer"),
        ("ik ben haar oma hoor, geen moeder", "naaste"),
        ("ik ben de mentor van dat meisje", "leraar"),
        ("het gaat om mijn dochter, niet om mij", "ouder"),
        ("kheb m zelf verder gestuurd aan mn vrienden", "maker"),
        ("ik word aangewezen als dader maar ik heb niks gedaan", "beschuldigd"),
        ("mijn dochtertje ligt hiernaast te slapen", None),
        ("straks stuurt hij het naar mijn kinderen", None),
        ("mijn vader is advocaat", None),
        ("mijn foto is door iemand doorgestuurd", None),
        ("het was vorige week dinsdag", None),
        ("ik heb de politie gebeld en aangifte gedaan", None),
        ("ben student in delft", None),
        ("heb een blote foto naar een gozer van snap gestuurd", None),
        ("ik heb m een filmpje van mezelf gegeven", None),
        ("mn ex kreeg een foto van mij en die heeft ie doorgestuurd", None),
    ],
)
def test_wie_iemand_zegt_te_zijn(verstaan: Verstaan, zin: str, wie: str | None) -> None:
    assert verstaan.begrijp(zin, "gedeeld", VANDAAG).wie == wie


def test_wie_zegt_dat_het_om_hemzelf_gaat_is_daarna_geen_ouder_meer(verstaan: Verstaan) -> None:
    uit = praat(
        verstaan, "mijn dochter van 14 heeft een naaktfoto gestuurd", "nee het gaat om mijzelf, niet om mijn dochter"
    )
    assert uit.stand.zaak.waarde("rol") == "slachtoffer" and not uit.stand.zaak.kent("leeftijd")


@pytest.mark.parametrize(("antwoord", "rol"), [("ja", "maker"), ("nee", None)])
def test_wat_zwaar_weegt_wordt_eerst_gevraagd(verstaan: Verstaan, antwoord: str, rol: str | None) -> None:
    zin = "heb een naaktfoto van een meisje gekregen en hem toen verder gestuurd naar twee vrienden"
    gevraagd = praat(verstaan, zin)
    assert gevraagd.stand.vraag == "rol" and gevraagd.stand.zaak.waarde("rol") != "maker"
    assert praat(verstaan, zin, antwoord).stand.zaak.waarde("rol") == rol


@pytest.mark.parametrize("zin", ["mijn dochter weet van niks", "mijn kinderen zitten op dezelfde school"])
def test_wie_alleen_genoemd_wordt_is_niet_om_wie_het_gaat(verstaan: Verstaan, zin: str) -> None:
    assert not any(g.feit == "rol" for g in verstaan.begrijp(zin, "gedeeld", VANDAAG).feiten)
