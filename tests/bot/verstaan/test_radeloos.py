"""Wie niet meer weet hoe het verder moet, krijgt de zachte vraag; wie een formulier niet snapt, niet."""

from __future__ import annotations

import pytest

from bot.verstaan.nood import is_radeloos
from knowledge import Stand
from knowledge.gesprek.noodvraag import SOORTEN
from knowledge.woorden import Nood
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG, VERSTAAN, VRAAG, teksten, zeg

RADELOOS = [
    "iemand wil 300 euro anders stuurt ie mn filmpje naar al mn volgers ik weet niet meer wat ik moet",
    "ik weet niet meer wat ik moet doen",
    "ik weet echt niet meer wat ik nog moet doen, iedereen lacht me uit",
    "kweet nie meer wat te doen",
    "ik weet me geen raad meer",
    "we weten ons geen raad",
    "weet me geen raad met mezelf",
    "mijn dochter weet niet meer hoe ze verder moet",
    "ik weet niet meer hoe het verder moet en ik slaap slecht",
    "ik ben ten einde raad",
    "ik ben echt radeloos",
    "mijn zoon is helemaal wanhopig",
    "ik zit er helemaal doorheen",
    "het wordt me allemaal te veel",
    "ik weet het gewoon niet meer",
]
GEWOON = [
    "ik weet niet meer wat ik moet invullen",
    "ik weet niet meer wat ik moet doen om het account te melden",
    "ik weet niet meer wanneer het was",
    "ik weet niet meer wat ik toen zei",
    "ik weet het niet meer precies",
    "ik weet het niet meer zeker, het was in maart",
    "ik weet niet meer hoe ik verder moet met de aangifte",
    "ik weet geen raad met dit formulier",
    "ik weet niet wat ik moet doen",
    "ik wist niet meer wat ik moest doen dus ik blokkeerde hem",
    "mijn ex is wanhopig en blijft bellen",
    "weet je wat ik moet doen",
    "ik zag het pas toen ik er doorheen bladerde",
    "het duurt te veel dagen",
]


@pytest.mark.parametrize("tekst", RADELOOS)
def test_geeft_de_zachte_vraag_en_geen_alarm(tekst: str) -> None:
    daad = VERSTAAN.begrijp(tekst, None, VANDAAG).daad()
    assert daad.nood in ("vraag_suicide", "vraag_suicide_ander") and daad.soort == "vertel"


@pytest.mark.parametrize("tekst", GEWOON)
def test_gaat_over_iets_anders(tekst: str) -> None:
    assert not is_radeloos(tekst) and VERSTAAN.begrijp(tekst, None, VANDAAG).daad().nood is None


def test_niet_meer_weten_kan_een_antwoord_zijn() -> None:
    begrepen = VERSTAAN.begrijp("ik weet het niet meer", "wanneer", VANDAAG)
    assert begrepen.weet_niet and begrepen.navraag is None
    assert VERSTAAN.begrijp("weet me geen raad", "wanneer", VANDAAG).navraag == "suicide"


def test_een_keer_per_gesprek_en_daarna_toch_iets_warms() -> None:
    stand, blokken = zeg("ik weet me geen raad meer", Stand(fase="vragen", kennis=KENNIS.hash))
    assert teksten(blokken) == [KENNIS.zin("noodvraag_eerst"), VRAAG]
    stand, _ = zeg("nee", stand)
    stand, blokken = zeg("ik weet niet meer wat ik moet", stand)
    assert VRAAG not in teksten(blokken) and teksten(blokken)[0] == KENNIS.zin("noodvraag_weer_suicide")


@pytest.mark.parametrize(
    ("tekst", "nummers"), [("ja mijn ex heeft mijn naaktfoto online gezet", True), ("nee mijn ex is boos", False)]
)
def test_wat_er_bij_het_antwoord_verteld_wordt_gaat_niet_verloren(tekst: str, nummers: bool) -> None:
    stand, _ = zeg("ik kan niet meer", Stand(fase="vragen", kennis=KENNIS.hash))
    stand, blokken = zeg(tekst, stand)
    assert (type(blokken[0]).__name__ == "Nood") is nummers and stand.verwacht != "noodvraag"
    assert stand.zaak.kent("relatie")


def ouder() -> Stand:
    stand, _ = zeg(
        "mijn dochter is 13 en er gaat een naaktfoto van haar rond", Stand(fase="vragen", kennis=KENNIS.hash)
    )
    assert stand.zaak.waarde("rol") == "ouder"
    return zeg("ja", stand)[0]


@pytest.mark.parametrize(
    "tekst",
    [
        "ze kan niet meer",
        "ik ben bang dat ze het niet meer ziet zitten",
        "mijn dochter weet niet meer hoe ze verder moet",
    ],
)
def test_een_ouder_wordt_naar_het_kind_gevraagd(tekst: str) -> None:
    stand, blokken = zeg(tekst, ouder())
    assert teksten(blokken)[-1] == KENNIS.zin("noodvraag_suicide_ander", wie="je kind")
    na, blokken = zeg("nee", stand)
    assert teksten(blokken)[0] == KENNIS.zin("noodvraag_na_nee_suicide_ander") and na.verwacht != "noodvraag"
    _, blokken = zeg("ja", stand)
    assert isinstance(blokken[0], Nood) and blokken[0].id == "suicide_ander" and blokken[0].telefoon


def test_een_ouder_die_over_zichzelf_praat_wordt_zelf_gevraagd() -> None:
    stand, blokken = zeg("ik kan niet meer", ouder())
    assert teksten(blokken)[-1] == VRAAG
    stand, _ = zeg("nee", stand)
    assert teksten(zeg("mijn dochter kan niet meer", stand)[1])[-1] == KENNIS.zin(
        "noodvraag_suicide_ander", wie="je kind"
    )


def test_wie_voor_zichzelf_praat_wordt_zelf_gevraagd() -> None:
    stand, _ = zeg("mijn ex heeft mijn naaktfoto online gezet", Stand(fase="vragen", kennis=KENNIS.hash))
    assert teksten(zeg("ze kan niet meer", stand)[1])[-1] == VRAAG


def test_elke_zachte_vraag_heeft_al_haar_zinnen_en_nummers() -> None:
    for soort in SOORTEN:
        assert soort in KENNIS.noodteksten
        for stuk in ("", "na_nee_", "na_stil_", "weer_"):
            assert KENNIS.zin(f"noodvraag_{stuk}{soort}", wie="je kind")
