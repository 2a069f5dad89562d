"""Wie wat deed, en wat er niet gezegd is: woorden over een ander worden geen feit over deze zaak."""

from __future__ import annotations

from datetime import date

import pytest

from bot.verstaan import Verstaan
from knowledge import Kennis, Stand, beurt
from knowledge.bouw import lees
from knowledge.gesprek import Daad
from knowledge.woorden import Keuze

KENNIS = Kennis(lees().inhoud, "proef")
VERSTAAN = Verstaan(KENNIS)
VANDAAG = date(2026, 11, 24)


def hoor(tekst: str, vraag: str | None = None) -> dict[str, object]:
    return dict(VERSTAAN.begrijp(tekst, vraag, VANDAAG).daad().feiten)


@pytest.mark.parametrize(
    "tekst",
    [
        "heb net een blootfoto aan een gozer gestuurd en nou dreigt hij m door te sturen",
        "ik was 15 en heb mn naaktfoto naar een meisje gestuurd en nu dreigt ze",
    ],
)
def test_een_dreiging_gaat_voor_een_vraag_die_er_een_beetje_op_lijkt(tekst: str) -> None:
    assert hoor(tekst)["dreigt_delen"] == "ja"


@pytest.mark.parametrize("tekst", ["alleen met mn zus gesproken", "nog niks, alleen met een maat gepraat"])
def test_met_iemand_praten_is_niet_met_de_politie_praten(tekst: str) -> None:
    assert "politie_gesproken" not in hoor(tekst, "gedaan").get("gedaan", ())  # type: ignore[operator]


def test_met_de_politie_praten_wel() -> None:
    assert hoor("met de politie gepraat", "gedaan")["gedaan"] == ("politie_gesproken",)


@pytest.mark.parametrize("tekst", ["dan zien mijn kinderen dit", "onze kinderen krijgen het straks te zien"])
def test_wie_het_te_zien_krijgt_staat_er_niet_op(tekst: str) -> None:
    assert not any(g.feit == "rol" for g in VERSTAAN._vinder.vind(tekst, VANDAAG))


@pytest.mark.parametrize("tekst", ["mijn dochter is naakt gefilmd", "mijn zoon wordt gechanteerd"])
def test_een_ouder_blijft_een_ouder(tekst: str) -> None:
    assert hoor(tekst)["rol"] == "ouder"


@pytest.mark.parametrize("tekst", ["die site heeft mij en anderen opgelicht", "ben opgelicht via een advertentie"])
def test_wie_opgelicht_is_wordt_niet_beschuldigd(tekst: str) -> None:
    assert not hoor(tekst).keys() & {"uitspraak_feitelijk", "onderwerp"}


def test_wie_voor_oplichter_uitgemaakt_wordt_wel() -> None:
    assert hoor("ze roepen dat ik een oplichter ben")["onderwerp"] == "misdrijf"


@pytest.mark.parametrize("tekst,jaren", [("zei ik al 14", "14"), ("dat heb ik net al verteld, 17", "17")])
def test_een_herhaald_getal_is_de_leeftijd(tekst: str, jaren: str) -> None:
    assert hoor(tekst, "relatie") == {"leeftijd": jaren}


@pytest.mark.parametrize("vraag", ["leeftijd", "relatie", "gedeeld"])
def test_niet_weten_wie_gaat_over_de_ander(vraag: str) -> None:
    assert hoor("geen idee wie dit doet", vraag) == {"dader_bekend": "nee"}


def test_wat_niet_samen_kan_vragen_we_een_keer() -> None:
    stand = Stand(kennis=KENNIS.hash, fase="vragen")
    stand = stand.met(zaak=stand.zaak.met("uitspraak", "nee").met("gebeurd", ("uitspraak",)))
    uit = beurt(KENNIS, stand, Daad("verder"), VANDAAG)
    gevraagd = next(blok for blok in uit.bericht.blokken if isinstance(blok, Keuze))
    assert "wijzig:uitspraak" in {knop.code for knop in gevraagd.opties}
    erna = beurt(KENNIS, uit.stand, VERSTAAN.begrijp("klopt", uit.stand.verwacht, VANDAAG).daad(), VANDAAG)
    assert all(b.tekst != gevraagd.tekst for b in erna.bericht.blokken if isinstance(b, Keuze))
