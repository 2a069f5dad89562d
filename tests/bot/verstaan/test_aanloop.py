"""Waar een bericht mee begint, is nog geen antwoord: 'ok en …', 'ja maar mag dat', 'nee hij is nu thuis'."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Stand, beurt
from knowledge.recht import Zaak
from knowledge.woorden import Keuze, Tekst
from tests.gedeeld import kennis, verstaan

KENNIS, VERSTAAN = kennis(), verstaan()
VANDAAG = date(2026, 11, 24)


def gehoord(tekst: str, vraag: str | None) -> dict[str, object]:
    return dict(VERSTAAN.begrijp(tekst, vraag, VANDAAG).daad().feiten)


@pytest.mark.parametrize("vraag", ["heimelijk", "toestemming_maken", "nog_online", "veilig_thuis", "relatie"])
@pytest.mark.parametrize(
    "tekst",
    ["ok en de politie?", "oke en mijn moeder dan", "ja maar hoe werkt dat", "nee maar kan ik dan niks doen", "ok en hoe lang duurt zoiets"],
)  # fmt: skip
def test_wie_een_vraag_begint_antwoordt_niet(vraag: str, tekst: str) -> None:
    daad = VERSTAAN.begrijp(tekst, vraag, VANDAAG).daad()
    assert vraag not in dict(daad.feiten)
    assert daad.soort not in ("ja", "nee")


@pytest.mark.parametrize("vraag", ["heimelijk", "nog_online", "leeftijd", "relatie"])
@pytest.mark.parametrize("tekst", ["ok", "oké", "oke doe ik", "snap ik", "is goed", "ja dat snap ik", "ok ga ik doen"])
def test_alleen_gelezen_is_geen_ja(vraag: str, tekst: str) -> None:
    stand = Stand(kennis=KENNIS.hash, fase="vragen", vraag=vraag, zaak=Zaak().met("beeld", "echt", "zin"))
    daad = VERSTAAN.begrijp(tekst, stand.verwacht, VANDAAG).daad()
    uit = beurt(KENNIS, stand, Daad.uit_json(daad.naar_json()), VANDAAG)
    assert not daad.feiten
    assert uit.stand.vraag == vraag, "de vraag blijft staan"
    assert uit.stand.mis == 0, "en het was geen misser"
    teksten = [blok.tekst for blok in uit.bericht.blokken if isinstance(blok, Tekst | Keuze)]
    assert teksten[0] in {zin for naam, zin in KENNIS.zinnen.items() if naam.startswith("gelezen")}


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("ok ja", "ja"),
        ("oke nee", "nee"),
        ("ja oke", "ja"),
        ("ja en nu?", "ja"),
        ("nee maar ik ben wel bang", "nee"),
        ("ja maar alleen op zijn telefoon", "ja"),
    ],
)
def test_een_antwoord_met_iets_ervoor_of_erachter_blijft_een_antwoord(tekst: str, verwacht: str) -> None:
    begrepen = VERSTAAN.begrijp(tekst, "nog_online", VANDAAG)
    daad = begrepen.daad()
    assert verwacht in (daad.soort, dict(daad.feiten).get("nog_online"))


@pytest.mark.parametrize("vraag", ["beeld", "relatie", "opname_plaats", "gebeurd"])
@pytest.mark.parametrize("tekst", ["nee hij is nu thuis", "nee ze slaapt al", "ja ik zit op de bank", "nee hij is echt kwaad"])  # fmt: skip
def test_een_zin_over_iets_anders_kiest_geen_knop(vraag: str, tekst: str) -> None:
    daad = VERSTAAN.begrijp(tekst, vraag, VANDAAG).daad()
    assert vraag not in dict(daad.feiten)
    assert daad.soort == "vertel"


@pytest.mark.parametrize(
    ("vraag", "tekst", "feit", "waarde"),
    [
        ("beeld", "nee echt niet ik wist niet eens dat ie opnam", "heimelijk", "ja"),
        ("beeld", "nee joh ik wist van niks", "heimelijk", "ja"),
        ("relatie", "nee ik had nooit gemerkt dat er gefilmd werd", "heimelijk", "ja"),
        ("beeld", "nee het is een gewone foto", "beeld", "gewoon"),
        ("beeld", "ja wel echt", "beeld", "echt"),
        ("relatie", "nee, mijn buurman", "relatie", "buur"),
    ],
)
def test_wat_er_na_ja_of_nee_verteld_wordt_telt(vraag: str, tekst: str, feit: str, waarde: str) -> None:
    assert gehoord(tekst, vraag).get(feit) == waarde


def test_wie_een_knop_ontkent_kiest_hem_niet() -> None:
    assert "relatie" not in gehoord("nee niet mijn ex", "relatie")


@pytest.mark.parametrize("tekst", ["ik wist niet dat hij het filmpje doorstuurde", "ik weet niet of hij me filmde"])
def test_niet_weten_dat_er_gedeeld_is_of_of_er_gefilmd_is_is_niet_stiekem(tekst: str) -> None:
    assert "heimelijk" not in gehoord(tekst, None)
