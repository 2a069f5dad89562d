"""Wat er gehoord wordt. De zinnen zijn verzonnen en staan nergens anders."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.gedeeld import kennis, verstaan

KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)  # een dinsdag


def hoor(tekst: str, vraag: str | None = None) -> dict[str, Any]:
    return {g.feit: g.waarde for g in VERSTAAN.begrijp(tekst, vraag, VANDAAG).feiten if g.zeker}


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("mn ex heeft een deepfake van me gemaakt", {"relatie": "ex_partner", "beeld": "nep"}),
        ("ze hebben mijn naaktfoto in de groepsapp gezet", {"beeld": "echt", "publiek": "groep"}),
        ("hij wil 200 euro anders zet hij alles online", {"dreigt_delen": "ja", "geld_geeist": "ja"}),
        ("mijn dochter van 13 heeft een naaktfoto gestuurd", {"leeftijd": "13", "rol": "ouder"}),
        ("ik ben 16 en hij dreigt mijn foto te delen", {"leeftijd": "16", "dreigt_delen": "ja"}),
        ("de foto is nog niet gedeeld", {"gedeeld": "nee"}),
        ("ik ben stiekem gefilmd in een pashokje", {"heimelijk": "ja", "opname_plaats": "kleedkamer"}),
        ("de politie deed niks", {"gedaan": ("politie_deed_niets",)}),
    ],
)
def test_feiten_in_een_zin(zin: str, verwacht: dict[str, Any]) -> None:
    gehoord = hoor(zin)
    assert {feit: gehoord.get(feit) for feit in verwacht} == verwacht


@pytest.mark.parametrize(
    "zin",
    [
        "stel dat mijn ex een deepfake maakt",
        "ik ben bang dat hij een naaktfoto deelt",
        "wat als iemand een seksfake maakt",
    ],
)
def test_wat_misschien_gebeurt_wordt_niet_overgenomen(zin: str) -> None:
    assert "beeld" not in hoor(zin)


@pytest.mark.parametrize(
    ("vraag", "antwoord", "verwacht"),
    [
        ("gedeeld", "nee joh", "nee"), ("gedeeld", "jep", "ja"), ("toestemming_maken", "natuurlijk niet", "nee"), ("leeftijd", "ik ben 15", "15"),
        ("leeftijd", "jonger dan 18", "onder_18"), ("relatie", "mn ex", "ex_partner"), ("gedeeld_waar", "op insta en telegram", ("instagram", "telegram")),
        ("ontdekt", "gisteren", "2026-11-23"), ("ontdekt", "zaterdag", "2026-11-21"), ("veilig_thuis", "nee", "twijfel"), ("publiek", "een groep", "groep"),
    ],
)  # fmt: skip
def test_een_antwoord_op_de_vraag(vraag: str, antwoord: str, verwacht: Any) -> None:
    assert hoor(antwoord, vraag) == {vraag: verwacht}


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("stop", "wis_zeker"),
        ("waarom vraag je dat?", "waarom"),
        ("ik wil een mens spreken", "mens"),
        ("ben je een robot?", "over"),
        ("dankjewel!", "dank"),
        ("hoi", "groet"),
    ],
)
def test_gesprekshandelingen(tekst: str, soort: str) -> None:
    assert VERSTAAN.begrijp(tekst, None, VANDAAG).daad().soort == soort


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("stop maar", "wis_zeker"), ("wis alles alsjeblieft", "wis_zeker"), ("kun je alles wissen?", "wis_zeker"), ("ik wil opnieuw beginnen", "wis_zeker"),
        ("ik wil hiermee stoppen", "wis_zeker"), ("hou op", "wis_zeker"), ("terug naar de vorige vraag", "terug"), ("waarom wil je dat weten?", "waarom"),
        ("kan ik met iemand praten", "mens"), ("is dit anoniem?", "over"), ("dag", "groet"), ("bedankt voor je hulp", "dank"),
    ],
)  # fmt: skip
def test_een_opdracht_is_het_hele_bericht(tekst: str, soort: str) -> None:
    assert VERSTAAN.begrijp(tekst, "relatie", VANDAAG).daad().soort == soort


@pytest.mark.parametrize(
    "tekst",
    [
        "ik wil mijn foto's laten wissen", "hij moet alles wissen", "stop met delen", "hou op met dat filmpje", "laat maar zien", "dag na mijn verjaardag", "opnieuw geplaatst",
        "reset mijn wachtwoord", "vorige week", "terug naar mijn ex", "een medewerker heeft me gefilmd", "bedankt maar het staat nog online", "waarom wil hij geld", "rot op zei hij",
    ],
)  # fmt: skip
def test_wie_vertelt_stuurt_het_gesprek_niet(tekst: str) -> None:
    for vraag in (None, "relatie", "ontdekt"):
        assert VERSTAAN.begrijp(tekst, vraag, VANDAAG).daad().soort == "vertel"


@pytest.mark.parametrize(
    "tekst", ["nee klopt niet", "dat is niet waar", "er klopt iets niet", "klopt niet helemaal", "nee"]
)
def test_nee_op_klopt_dat_gaat_over_wat_wij_zeiden(tekst: str) -> None:
    assert VERSTAAN.begrijp(tekst, "klopt", VANDAAG).daad().soort == "nee"


def test_een_verbetering_op_klopt_dat_is_een_feit() -> None:
    assert dict(VERSTAAN.begrijp("nee het was mijn buurman", "klopt", VANDAAG).daad().feiten) == {"relatie": "buur"}


def test_wie_niet_meer_wil_leven_krijgt_geen_vraag_over_zijn_zaak() -> None:
    daad = VERSTAAN.begrijp("ik wil stoppen met leven", None, VANDAAG).daad()
    assert daad.nood == "suicide" and daad.feiten == ()


@pytest.mark.parametrize("intent", ["stop", "wis", "opnieuw"])
def test_wat_rasa_vermoedt_wist_niets_zonder_te_vragen(intent: str) -> None:
    assert VERSTAAN.begrijp("nou zo is het wel goed", None, VANDAAG, intent, 0.99).daad().soort == "wis_zeker"


@pytest.mark.parametrize("tekst", ["", "🙂", "?" * 5000, "\x00", "a" * 12_000, "é" * 300])
def test_rare_invoer_breekt_niets(tekst: str) -> None:
    assert VERSTAAN.begrijp(tekst, None, VANDAAG).daad().feiten == ()
