"""Wat een gesprek doet met wat iemand typt: wie hij zegt te zijn, wat hij vraagt, en wat er daarna komt."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Stand, adviseer, beurt
from knowledge.gesprek import Daad, Uitkomst
from knowledge.woorden import Keuze, Lijst, als_tekst
from tests.gedeeld import kennis, verstaan

KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)
VERHAAL = "mijn ex heeft een naaktfoto van mij op telegram gezet"


def zeg(stand: Stand, *regels: str) -> Uitkomst:
    uit = None
    for regel in regels:
        uit = beurt(KENNIS, stand, VERSTAAN.begrijp(regel, stand.verwacht, VANDAAG).daad(), VANDAAG)
        stand = uit.stand
    assert uit is not None
    return uit


def leeg() -> Stand:
    return Stand(fase="vragen", kennis=KENNIS.hash)


def test_wie_het_zelf_deed_leest_niet_dat_hij_het_slachtoffer_is() -> None:
    maker = leeg().met(zaak=zeg(leeg(), VERHAAL).stand.zaak.met("rol", "maker", "knop"))
    uit = beurt(KENNIS, maker, Daad("vertel", antwoorden=("strafbaar_eigen_beeld",)), VANDAAG)
    assert "slachtoffer" not in als_tekst(uit.bericht).split("\n")[0] and "strafbaar" in als_tekst(uit.bericht)


def test_een_antwoord_voor_ouders_gaat_niet_naar_een_slachtoffer() -> None:
    stand = zeg(leeg(), VERHAAL).stand
    daad, begin = (
        Daad("vertel", antwoorden=("ouder_wat_doen",)),
        KENNIS.antwoorden["ouder_wat_doen"].antwoord.split(".")[0],
    )
    assert begin not in als_tekst(beurt(KENNIS, stand, daad, VANDAAG).bericht)
    ouder = stand.met(zaak=stand.zaak.met("rol", "ouder", "knop"))
    assert begin in als_tekst(beurt(KENNIS, ouder, daad, VANDAAG).bericht)


def test_wie_zegt_een_ander_te_zijn_wordt_dat_een_keer_gevraagd() -> None:
    uit = zeg(leeg(), VERHAAL, "ik ben degene die het gedeeld heeft")
    assert uit.stand.vraag == "rol" and uit.stand.zaak.waarde("rol") == "slachtoffer"
    assert zeg(uit.stand.met(vraag=None), "ik ben degene die het gedeeld heeft").stand.vraag != "rol"


@pytest.mark.parametrize(
    "druk", ["hij dreigt alles online te zetten", "hij wil 300 euro", "als je weggaat zet ik alles online zei hij"]
)
def test_midden_in_een_dreiging_vragen_we_niet_voor_wie_iemand_hier_is(druk: str) -> None:
    uit = zeg(leeg(), VERHAAL, druk, "ik ben degene die het gedeeld heeft")
    assert uit.stand.vraag != "rol" and uit.stand.zaak.waarde("rol") == "slachtoffer"


@pytest.mark.parametrize("gevaar", ["hij staat nu met een mes voor de deur", "mijn man slaat me nu"])
@pytest.mark.parametrize("vooraf", [(), (VERHAAL,)])
def test_gevaar_dat_verteld_is_komt_in_het_advies(gevaar: str, vooraf: tuple[str, ...]) -> None:
    """Ook als de persoon daarna verder gaat: dan begint het advies met veiligheid, en gaat er geen brief naar de ander."""
    stand = zeg(leeg(), *vooraf, gevaar).stand
    assert stand.zaak.waarde("veilig_thuis") == "twijfel"
    uit = beurt(KENNIS, stand, Daad("verder"), VANDAAG)
    routes = [gekozen.route.id for gekozen in adviseer(KENNIS, uit.stand.zaak, VANDAAG).routes]
    assert routes[0] == "noodhulp"


@pytest.mark.parametrize(
    ("regel", "rol"),
    [
        ("mijn zoon heeft een naaktfoto van een meisje doorgestuurd", "naaste_dader"),
        ("school belde dat onze dochter een filmpje van een klasgenoot heeft rondgestuurd", "naaste_dader"),
        ("mijn man blijkt stiekem vrouwen te filmen", "naaste_dader"),
        ("onze zoon wordt beschuldigd van het maken van een deepfake van zijn juf", "naaste_dader"),
        ("de laptop van onze zoon (14) is meegenomen door de politie, hij moet maandag komen", "naaste_dader"),
        ("mijn zoon heeft een filmpje van zichzelf gestuurd en nu staat het online", "ouder"),
        ("de naaktfoto van mijn dochter is doorgestuurd door een jongen uit haar klas", "ouder"),
        ("iemand heeft van mijn zoon een naaktfoto gemaakt en rondgestuurd", "ouder"),
        ("mijn man heeft een naaktfoto van mij rondgestuurd", "slachtoffer"),
    ],
)
def test_wie_bij_de_dader_hoort_is_niet_de_ouder_van_een_slachtoffer(regel: str, rol: str) -> None:
    assert zeg(leeg(), regel).stand.zaak.waarde("rol") == rol


def test_de_ouder_van_wie_het_deed_krijgt_raad_voor_die_kant() -> None:
    stand = zeg(leeg(), "mijn zoon van 15 heeft een naaktfoto van een meisje doorgestuurd").stand
    assert stand.zaak.waarde("leeftijd_dader") == "van_12_tot_18" and not stand.zaak.kent("leeftijd")
    routes = [gekozen.route.id for gekozen in adviseer(KENNIS, stand.zaak, VANDAAG).routes]
    assert routes[0] == "naaste_dader" and {"maker_stoppen", "maker_jong"} <= set(routes)
    assert not {"aangifte", "bewijs_minderjarige", "sommatie"} & set(routes)


def test_gevaar_van_een_ander_zegt_niets_over_wie_schrijft() -> None:
    """Van wie er voor een ander is; van wie we niets weten, houden we het gevaar bij de schrijver."""
    uit = beurt(KENNIS, leeg(), Daad("vertel", nood="gevaar_ander", feiten=(("rol", "naaste"),)), VANDAAG)
    assert not uit.stand.zaak.kent("veilig_thuis")


def test_wat_moet_ik_doen_geeft_de_stap_en_daarna_de_volgende() -> None:
    eerst = zeg(leeg(), VERHAAL, "wat moet ik nu als eerste doen")
    weer = zeg(eerst.stand, "zeg me gewoon wat ik moet doen")
    stappen = [
        blok.items[0].id
        for uit in (eerst, weer)
        for blok in uit.bericht.blokken
        if isinstance(blok, Lijst) and blok.onderwerp == "stappen"
    ]
    assert len(stappen) == len(set(stappen)) == 2 and eerst.stand.vraag is not None


def test_na_het_advies_komt_niet_alles_opnieuw() -> None:
    stand = beurt(KENNIS, zeg(leeg(), VERHAAL).stand, Daad("advies"), VANDAAG).stand
    uit = zeg(stand, "ik ben zo moe van alles")
    assert not any(isinstance(b, Lijst) and b.onderwerp in ("gronden", "deze_week") for b in uit.bericht.blokken)
    assert any(isinstance(b, Keuze) and b.opties for b in uit.bericht.blokken)


@pytest.mark.parametrize("regel", ["het regende de hele dag", "zijn zus weet ervan"])
def test_wie_iets_anders_zegt_krijgt_niet_dezelfde_vraag(regel: str) -> None:
    voor = zeg(leeg(), VERHAAL)
    daad = VERSTAAN.begrijp(regel, voor.stand.verwacht, VANDAAG).daad()
    uit = beurt(KENNIS, voor.stand, daad, VANDAAG)
    assert [b.feit for b in uit.bericht.blokken if isinstance(b, Keuze)] != [voor.stand.vraag]


def test_een_kaal_getal_is_de_leeftijd_ook_als_die_vraag_bleef_liggen() -> None:
    stand = zeg(leeg(), VERHAAL).stand.met(vraag="veilig_thuis")
    assert zeg(stand, "17").stand.zaak.waarde("leeftijd") == "van_16_tot_18"


def test_wie_gevaar_ontkent_gaat_verder_met_de_zaak() -> None:
    uit = zeg(leeg(), VERHAAL, "hij staat voor mijn deur", "ik ben niet in gevaar hoor")
    assert uit.stand.zorg is None


@pytest.mark.parametrize(
    "tekst",
    [
        "mijn ex dreigt mn naaktfotos online te zetten ik weet niet wat ik moet doen",
        "iemand chanteert me met een naaktfoto, wat nu?",
        "hij dreigt mijn naaktfoto door te sturen. help me aub",
    ],
)
def test_wie_vertelt_en_raad_vraagt_krijgt_de_stap_en_zijn_verhaal_wordt_gehoord(tekst: str) -> None:
    uit = zeg(leeg(), tekst)
    zaak, blokken = uit.stand.zaak, uit.bericht.blokken
    assert zaak.waarde("dreigt_delen") == "ja" or "afpersing" in str(zaak.waarde("gebeurd"))
    assert _stap(uit) is not None
    assert sum(isinstance(blok, Keuze) and blok.feit is not None for blok in blokken) == 1


def test_de_stap_die_afgevinkt_is_komt_niet_terug() -> None:
    stand = zeg(leeg(), VERHAAL).stand.met(fase="advies", vraag=None)
    gedaan = beurt(KENNIS, stand, Daad("gedaan"), VANDAAG).stand
    eerst, daarna = _stap(zeg(stand, "wat moet ik nu doen")), _stap(zeg(gedaan, "wat moet ik nu doen"))
    assert eerst is not None and daarna is not None and eerst != daarna


def _stap(uit: Uitkomst) -> str | None:
    lijsten = (blok for blok in uit.bericht.blokken if isinstance(blok, Lijst) and blok.onderwerp == "stappen")
    return next((lijst.items[0].id for lijst in lijsten), None)
