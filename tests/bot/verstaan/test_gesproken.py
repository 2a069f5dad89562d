"""Zinnen zoals mensen ze tussendoor zeggen: wat nu, toch anders, en wie zelf op een school werkt."""

from __future__ import annotations

import pytest

from bot.verstaan import Verstaan
from bot.verstaan.model import Model
from bot.verstaan.nood import Nood
from knowledge import Stand, beurt
from knowledge.gesprek import Daad
from knowledge.recht import Antwoord, Zaak
from knowledge.woorden import Lijst
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG, VERSTAAN, teksten, zeg

STRAKS = [zin for sleutel, zin in KENNIS.zinnen.items() if sleutel.startswith("wat_nu_straks")]
NIET_BEGREPEN = [zin for sleutel, zin in KENNIS.zinnen.items() if sleutel.startswith("niet_begrepen")]


def gehoord(tekst: str) -> dict[str, object]:
    return {g.feit: g.waarde for g in VERSTAAN.begrijp(tekst, None, VANDAAG).feiten if g.zeker}


@pytest.mark.parametrize(
    "tekst", ["wat moet ik nu doen", "wat nu?", "en nu", "waar moet ik beginnen", "wat kan ik doen"]
)
def test_wat_nu_is_geen_onbegrip(tekst: str) -> None:
    stand, blokken = zeg(tekst, Stand(fase="vragen", vraag="wanneer", kennis=KENNIS.hash))
    assert teksten(blokken)[0] in STRAKS and stand.vraag == "wanneer"
    _, blokken = zeg(tekst, Stand(fase="advies", kennis=KENNIS.hash))
    assert teksten(blokken)[0] == KENNIS.zin("wat_nu_advies")
    assert any(isinstance(blok, Lijst) and blok.items[0].details for blok in blokken), (
        "de stap zelf, niet alleen een knop"
    )


@pytest.mark.parametrize("tekst", ["wat moet ik doen met mijn foto die online staat", "wat nu als hij het deelt"])
def test_een_vraag_met_een_verhaal_is_geen_wat_nu(tekst: str) -> None:
    assert VERSTAAN.begrijp(tekst, None, VANDAAG).handeling is None


def test_nee_met_een_verhaal_is_niet_het_antwoord_geen() -> None:
    assert VERSTAAN.begrijp("nee dat wilde ze niet", "beeld", VANDAAG).daad().feiten == ()
    for tekst in ("nee", "nee geen", "nee er is geen beeld"):
        assert dict(VERSTAAN.begrijp(tekst, "beeld", VANDAAG).daad().feiten) == {"beeld": "geen"}, tekst
    assert dict(VERSTAAN.begrijp("nee nog niks", "gedaan", VANDAAG).daad().feiten) == {"gedaan": ("niets",)}


@pytest.mark.parametrize(
    ("tekst", "feit", "waarde"),
    [
        ("eigenlijk is de foto wel echt", "beeld", "echt"),
        ("het filmpje is toch echt", "beeld", "echt"),
        ("en het was mijn broer, geen onbekende", "relatie", "familie"),
        ("een leerling heeft een nepnaaktfoto van mij gemaakt", "rol", "slachtoffer"),
        ("een leerling heeft een nepnaaktfoto van mij gemaakt", "beeld_seksueel", "ja"),
        ("een leerling heeft een nepnaaktfoto van mij gemaakt", "relatie", "school"),
        ("een leerling van mij is gefilmd in de kleedkamer", "rol", "leraar"),
    ],
)
def test_gehoord(tekst: str, feit: str, waarde: str) -> None:
    assert gehoord(tekst).get(feit) == waarde


def test_waar_je_iemand_leerde_kennen_is_niet_waar_het_staat() -> None:
    assert "publiek" not in gehoord(
        "een vrouw op insta wil 500 euro anders stuurt ze een filmpje van mij naar mijn vrouw"
    )
    assert gehoord("iemand heeft mijn naaktfoto op insta gezet").get("publiek") == "openbaar"


def test_een_gast_is_een_jongen_en_geen_klant() -> None:
    assert "relatie" not in gehoord("een gast heeft naaktfoto's van mij op internet gezet")
    assert gehoord("een klant heeft een leugen over mijn zaak geschreven").get("relatie") == "klant"


def test_wie_zegt_dat_hij_nog_niets_deed_krijgt_geen_vraag_over_zelfmoord(model: Model) -> None:
    verstaan = Verstaan(KENNIS, model)
    for tekst in ("ik heb nog niks gedaan", "nog niets gemeld"):
        begrepen = verstaan.begrijp(tekst, "wanneer", VANDAAG)
        assert begrepen.navraag is None and begrepen.nood is None
    ernstig: Nood | None = verstaan.begrijp("ik heb pillen klaargelegd en nog niks gedaan", None, VANDAAG).nood
    assert ernstig == "suicide"


def test_een_los_niet_wijst_geen_knop_aan() -> None:
    daad = VERSTAAN.begrijp("en het was mijn broer niet een onbekende", "beeld_seksueel", VANDAAG).daad()
    assert dict(daad.feiten) == {"relatie": "familie"}


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("mag ik zijn telefoon afpakken", "dreigt_geweld"),
        ("ga ik nu de cel in", "beeld"),
        ("wat moet ik tegen de politie zeggen", "beeld"),
        ("zou ik mijn moeder inlichten", "leeftijd"),
    ],
)
def test_een_eigen_vraag_is_geen_antwoord_en_geen_onbegrip(tekst: str, vraag: str, model: Model) -> None:
    stand, blokken = zeg(tekst, Stand(fase="vragen", vraag=vraag, kennis=KENNIS.hash), Verstaan(KENNIS, model))
    assert teksten(blokken)[0] not in NIET_BEGREPEN and stand.vraag == vraag and not stand.zaak.antwoorden


@pytest.mark.parametrize("tekst", ["wie kan mij helpen", "waar kan ik terecht", "kunnen ze achterhalen wie het is"])
def test_een_vraag_terug_wordt_geen_feit(tekst: str, model: Model) -> None:
    stand, _ = zeg(tekst, Stand(fase="vragen", vraag="beeld", kennis=KENNIS.hash), Verstaan(KENNIS, model))
    assert stand.vraag == "beeld" and not stand.zaak.antwoorden


@pytest.mark.parametrize("tekst", ["wat kost een nieuwe uitlaat", "hoe lang moet een ei koken"])
def test_een_vraag_over_iets_anders_krijgt_geen_straks(tekst: str, model: Model) -> None:
    _, blokken = zeg(tekst, Stand(fase="welkom", kennis=KENNIS.hash), Verstaan(KENNIS, model))
    assert KENNIS.zin("buiten_bereik") in teksten(blokken)[0]


@pytest.mark.parametrize(("rol", "hoort"), [("slachtoffer", False), ("beschuldigd", True)])
def test_een_slachtoffer_leest_niet_wat_je_doet_als_verdachte(rol: str, hoort: bool) -> None:
    stand = Stand(fase="vragen", vraag="beeld", zaak=Zaak((Antwoord("rol", rol),)), kennis=KENNIS.hash)
    treffers = (("route", "advocaat_verdachte"), ("begrip", "aangifte"))
    uit = beurt(KENNIS, stand, Daad("vertel", treffers=treffers), VANDAAG)
    namen = [punt.id for blok in uit.bericht.blokken if isinstance(blok, Lijst) for punt in blok.items]
    assert ("advocaat_verdachte" in namen) is hoort and "aangifte" in namen


def test_op_de_eerste_vraag_telt_ook_over_wie_het_gaat() -> None:
    stand, _ = zeg("mijn zoon wordt gechanteerd", Stand(fase="vragen", vraag="gebeurd", kennis=KENNIS.hash))
    assert stand.zaak.waarde("rol") == "ouder"


@pytest.mark.parametrize("tekst", ["ik ben bang", "ik schaam me zo", "ik voel me zo vies"])
def test_een_gevoel_krijgt_een_warm_woord(tekst: str, model: Model) -> None:
    gevoel = [zin for erkenning in KENNIS.erkenningen.values() if erkenning.woorden for zin in erkenning.zinnen]
    for stand in (Stand(fase="vragen", vraag="beeld"), Stand(fase="vragen"), Stand(fase="welkom")):
        _, blokken = zeg(tekst, stand.met(kennis=KENNIS.hash), Verstaan(KENNIS, model))
        assert teksten(blokken)[0] in gevoel


def test_wie_een_foto_wil_sturen_hoort_dat_dat_niet_hoeft() -> None:
    for tekst in ("kan ik hier een foto sturen", "moet ik het filmpje uploaden", "wil je de foto zien?"):
        stand, blokken = zeg(tekst, Stand(fase="vragen", vraag="gebeurd", kennis=KENNIS.hash))
        assert teksten(blokken)[0] == KENNIS.zin("geen_beeld") and not stand.zaak.antwoorden
    assert VERSTAAN.begrijp("mag ik die foto doorsturen", None, VANDAAG).handeling != "beeld_gestuurd"


def test_wie_beschuldigd_wordt_van_lastigvallen_wordt_niet_gestalkt() -> None:
    assert gehoord("mijn buurman zet op facebook dat ik kinderen lastigval").get("gebeurd") == ("uitspraak",)


def test_een_leerling_en_een_klas() -> None:
    gehoord_ = gehoord("mijn leerling van 14 heeft een naaktfoto gestuurd aan een jongen en die gaat nu rond")
    assert (gehoord_["rol"], gehoord_["leeftijd"]) == ("leraar", "14")
    assert gehoord("mijn leerling heeft een filmpje van mij gemaakt")["rol"] == "slachtoffer"
    assert "leeftijd" not in gehoord("ik geef les en een meisje uit 3 havo wordt gechanteerd")
