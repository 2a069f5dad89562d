"""Wat iemand het laatst duidelijk zegt, geldt; en op 'dit kan niet samen' mag iemand ook typen."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Stand, beurt
from knowledge.gesprek import Uitkomst
from knowledge.recht import Waarde, Zaak
from knowledge.woorden import Keuze, als_tekst
from tests.gedeeld import kennis, verstaan

KENNIS, VERSTAAN = kennis(), verstaan()
VANDAAG = date(2026, 11, 24)


def met(**feiten: Waarde) -> Zaak:
    zaak = Zaak()
    for feit, waarde in feiten.items():
        zaak = zaak.met(feit, waarde, "zin")
    return zaak


def typ(stand: Stand, tekst: str) -> Uitkomst:
    daad = VERSTAAN.begrijp(tekst, stand.verwacht, VANDAAG).daad()
    return beurt(KENNIS, stand, Daad.uit_json(daad.naar_json()), VANDAAG)


def gehoord(tekst: str) -> dict[str, object]:
    return dict(VERSTAAN.begrijp(tekst, None, VANDAAG).daad().feiten)


def staand(zaak: Zaak, vraag: str | None = "gedeeld_waar") -> Stand:
    return Stand(kennis=KENNIS.hash, fase="vragen", vraag=vraag, zaak=zaak)


@pytest.mark.parametrize(
    "tekst", ["Het is NEP. Niet gefilmd", "t is met AI gemaakt hoor", "nee wacht, het is gewoon nep", "dat filmpje is nep, ik ben nooit gefilmd"]
)  # fmt: skip
def test_wie_zegt_dat_het_nep_is_haalt_weg_wat_daar_niet_bij_kan(tekst: str) -> None:
    zaak = met(rol="slachtoffer", beeld="echt", heimelijk="ja", opname_plaats="thuis", toestemming_maken="ja")
    uit = typ(staand(zaak), tekst)
    assert uit.stand.zaak.waarde("beeld") == "nep"
    assert not {"heimelijk", "opname_plaats", "toestemming_maken"} & set(uit.stand.zaak.bij_feit)
    assert "haal ik weg" in als_tekst(uit.bericht)


@pytest.mark.parametrize("tekst", ["is het nep?", "hij zegt dat het nep is", "mijn ex zegt dat het filmpje nep is"])
def test_een_vraag_of_wat_de_ander_zegt_haalt_niets_weg(tekst: str) -> None:
    assert typ(staand(met(beeld="echt", heimelijk="ja")), tekst).stand.zaak.waarde("beeld") == "echt"


@pytest.mark.parametrize(
    "tekst",
    [
        "er staat een filmpje van me online en ik heb een dochtertje van 4",
        "mn ex zette een naaktfoto van mij op insta, we hebben een zoontje van 6",
        "mijn ex dreigt mijn filmpje te sturen naar mijn zoon van 9",
    ],
)
def test_de_leeftijd_van_een_eigen_kind_is_niet_die_van_de_schrijver(tekst: str) -> None:
    feiten = gehoord(tekst)
    assert "leeftijd" not in feiten
    assert feiten["rol"] == "slachtoffer"


@pytest.mark.parametrize(
    ("tekst", "leeftijd", "rol"),
    [
        ("mijn dochter van 14 wordt gechanteerd met een naaktfoto", "14", "ouder"),
        ("ik ben 15 en mijn naaktfoto gaat rond", "15", "slachtoffer"),
        ("ik was toen 16, mijn ex zette een naaktfoto van mij online", "16", "slachtoffer"),
    ],
)
def test_de_leeftijd_van_wie_het_overkwam_blijft(tekst: str, leeftijd: str, rol: str) -> None:
    feiten = gehoord(tekst)
    assert (feiten["leeftijd"], feiten["rol"]) == (leeftijd, rol)


@pytest.mark.parametrize("tekst", ["mn zoontje krijgt het te zien", "straks ziet mn dochter dat filmpje van mij", "mijn kinderen kunnen dit zien"])  # fmt: skip
def test_een_kind_dat_het_kan_zien_maakt_niemand_hier_als_ouder(tekst: str) -> None:
    assert gehoord(tekst).get("rol") != "ouder"
    assert VERSTAAN._vinder.spreekt_tegen(tekst, "rol", "ouder") or "rol" not in gehoord(tekst)


def test_ik_ben_29_verbetert_de_leeftijd_van_een_klein_kind() -> None:
    assert typ(staand(met(leeftijd="onder_12")), "ik ben 29").stand.zaak.waarde("leeftijd") == "volwassen"


def test_ik_ben_29_na_een_tiener_vragen_we_na_en_tot_dan_gelden_de_regels_voor_minderjarigen() -> None:
    uit = typ(staand(met(leeftijd="van_16_tot_18")), "ik ben 29")
    assert uit.stand.vraag == "leeftijd"
    assert uit.stand.zaak.waarde("leeftijd") == "van_16_tot_18"
    assert typ(uit.stand, "18 of ouder").stand.zaak.waarde("leeftijd") == "volwassen"


# -- wat niet samen kan -----------------------------------------------------------------------------------------------


def gevraagd(zaak: Zaak) -> Stand:
    uit = beurt(KENNIS, staand(zaak, None), Daad("verder"), VANDAAG)
    assert uit.stand.tegenspraak is not None
    return uit.stand


ONLINE = {"gedeeld": "nee", "nog_online": "ja", "beeld": "echt"}


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [("het eerste", "gedeeld"), ("de laatste", "nog_online"), ("nummer 2", "nog_online"), ("het staat er nog", "nog_online"), ("niet gedeeld", "gedeeld"), ("nee", "gedeeld")],
)  # fmt: skip
def test_wie_typt_kiest_ook(tekst: str, vraag: str) -> None:
    assert typ(gevraagd(met(**ONLINE)), tekst).stand.vraag == vraag


@pytest.mark.parametrize("tekst", ["ja", "klopt allebei", "allebei", "ze kloppen allebei"])
def test_allebei_mag_ook(tekst: str) -> None:
    uit = typ(gevraagd(met(**ONLINE)), tekst)
    assert uit.stand.zaak.waarde("gedeeld") == "nee"
    assert uit.stand.tegenspraak is None
    assert any(isinstance(blok, Keuze) for blok in uit.bericht.blokken)


def test_wat_iemand_er_dan_over_vertelt_geldt() -> None:
    uit = typ(gevraagd(met(**ONLINE)), "hij heeft het wel gedeeld hoor, op snapchat")
    assert uit.stand.zaak.waarde("gedeeld") == "ja"


def test_ja_op_een_vermoeden_kiest_dat() -> None:
    assert typ(gevraagd(met(beeld="geen", beeld_seksueel="ja")), "ja").stand.vraag == "beeld_seksueel"
    assert typ(gevraagd(met(beeld="geen", beeld_seksueel="ja")), "nee").stand.vraag == "beeld"


@pytest.mark.parametrize("naam", sorted(KENNIS.tegenspraken))
@pytest.mark.parametrize("tekst", ["ja", "nee", "het eerste", "de laatste", "eh weet niet", "de kat is ziek"])
def test_nergens_loopt_het_dood(naam: str, tekst: str) -> None:
    tegenspraak = KENNIS.tegenspraken[naam]
    zaak = met(rol="slachtoffer")
    for deel in tegenspraak.als.alle:
        feit, waarde = str(deel.feit), deel.waarden[0]
        zaak = zaak.met(feit, (waarde,) if KENNIS.feiten[feit].soort == "meerkeuze" else waarde, "zin")
    uit = typ(gevraagd(zaak), tekst)
    assert any(isinstance(blok, Keuze) and (blok.opties or blok.extra) for blok in uit.bericht.blokken)
    assert tegenspraak.vraag not in als_tekst(uit.bericht)


# -- dreigen, opnemen en oplichten --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "feit", "waarde"),
    [
        ("ik heb een naaktfilmpje van mezelf gestuurd naar een jongen van snap nou dreigt hij", "dreigt_delen", "ja"),
        ("had nudes gestuurd en nu chanteert ze me", "dreigt_delen", "ja"),
        ("ze heeft het videobellen opgenomen", "heimelijk", "ja"),
        ("we waren aan het facetimen en hij heeft het stiekem opgenomen", "heimelijk", "ja"),
        ("ze wil geld van me anders gaat het online", "geld_geeist", "ja"),
        ("via anydesk hebben ze mijn rekening leeggehaald", "opgelicht", "betaald"),
        ("ik heb geld ingelegd in crypto en alles bleek nep, ben alles kwijt", "opgelicht", "betaald"),
        ("mijn man slaat mij", "veilig_thuis", "twijfel"),
        ("mijn ex heeft me vorig jaar bij de keel gepakt", "veilig_thuis", "twijfel"),
    ],
)
def test_gehoord(tekst: str, feit: str, waarde: str) -> None:
    assert gehoord(tekst).get(feit) == waarde


@pytest.mark.parametrize(
    ("tekst", "feit"),
    [
        ("ze schrijven dat ik mensen heb opgelicht", "opgelicht"),
        ("iemand noemt mij op facebook een oplichter", "opgelicht"),
        ("mijn moeder huilt de hele tijd", "herhaald_contact"),
        ("ik lig al de hele dag in bed", "opname_plaats"),
        ("ik heb een dickpic gestuurd en nu dreigt ze", "ongevraagd_beeld"),
        ("mn ex heeft via anydesk in mijn laptop gekeken", "opgelicht"),
    ],
)
def test_niet_gehoord(tekst: str, feit: str) -> None:
    assert feit not in gehoord(tekst)


def test_oplichting_gaat_niet_over_smaad() -> None:
    assert "uitspraak" not in gehoord("ik ben opgelicht via teamviewer, al mijn spaargeld is weg")
