"""Wie iets vraagt, krijgt antwoord, en de vraag zegt niets over die persoon."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.verstaan import Model, Verstaan
from bot.verstaan.antwoordvinder import vinder_voor
from bot.verstaan.antwoordvinder.artikel import Artikelen
from bot.verstaan.vraagstuk import splits
from knowledge import Stand
from knowledge.recht import Antwoord, Zaak
from knowledge.woorden import Keuze
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG, teksten, zeg
from tests.gedeeld import verstaan

VERSTAAN = verstaan()
EERSTE, IN_DRIE = 0.74, 0.88
"""Hoe vaak het goede antwoord vooraan staat, en bij de eerste drie; gemeten zonder taalmodel."""


@pytest.mark.parametrize(
    ("tekst", "vraag", "rest"),
    [
        ("hij stuurde het rond, ben ik nu strafbaar", "ben ik nu strafbaar", "hij stuurde het rond"),
        ("kost dat geld", "kost dat geld", ""),
        ("ik ben 16. moet ik naar het bureau?", "moet ik naar het bureau?", "ik ben 16."),
        ("is doorsturen strafbaar", "is doorsturen strafbaar", ""),
        ("ik ben 14 mag ik alleen naar het bureau", "mag ik alleen naar het bureau", "ik ben 14"),
        ("en als hij straks ontkent", "en als hij straks ontkent", ""),
    ],
)
def test_een_vraag_heeft_geen_vraagteken_nodig(tekst: str, vraag: str, rest: str) -> None:
    gesplitst = splits(tekst)
    assert [stuk.tekst for stuk in gesplitst.vragen] == [vraag] and gesplitst.rest == rest


@pytest.mark.parametrize(
    "tekst", ["heb al aangifte gedaan", "staat op instagram", "ben 15", "nu heb ik spijt", "was vorige week"]
)
def test_een_mededeling_is_geen_vraag(tekst: str) -> None:
    assert not splits(tekst).vragen


@pytest.mark.parametrize(
    "tekst", ["dan kan ik niet slapen", "toen heeft hij het gewist", "als hij dronken is belt hij mij"]
)
def test_een_omgekeerde_zin_is_nog_geen_vraag(tekst: str) -> None:
    assert not splits(tekst).vragen


def test_een_korte_vraag_neemt_mee_wat_ervoor_stond() -> None:
    begrepen = VERSTAAN.begrijp("mijn ex plaatst foto's van ons kind, mag dat zomaar", None, VANDAAG)
    assert begrepen.antwoorden == ("kinderfotos_ex",)


def test_een_hele_vraag_is_geen_antwoord_op_de_onze() -> None:
    """'Iemand van school' zit erin, en toch zegt dit niet wie de ander is."""
    stand, blokken = zeg(
        "moet school ervoor zorgen dat dit stopt", Stand(fase="vragen", vraag="relatie", kennis=KENNIS.hash), VERSTAAN
    )
    assert teksten(blokken)[0].startswith("Ja, een school") and not stand.zaak.antwoorden


@pytest.mark.parametrize(
    ("tekst", "begint"),
    [
        ("ze laten maar niks van zich horen", "Vraag het nog een keer"),
        ("het staat er inmiddels weer op", "Meld het opnieuw"),
        ("de politie belde mij net", "Bel terug"),
    ],
)
def test_na_het_advies_leidt_nieuws_verder(tekst: str, begint: str) -> None:
    stand = Stand(fase="advies", kennis=KENNIS.hash, zaak=Zaak((Antwoord("rol", "slachtoffer"),)))
    nieuw, blokken = zeg(tekst, stand, VERSTAAN)
    assert any(zin.startswith(begint) for zin in teksten(blokken))
    assert nieuw.zaak.waarde("relatie") is None


def test_gedaan_vinkt_de_stap_van_nu_af_en_toont_de_volgende() -> None:
    stand = Stand(
        fase="advies", kennis=KENNIS.hash, zaak=Zaak((Antwoord("rol", "slachtoffer"), Antwoord("beeld_seksueel", "ja")))
    )
    een, _ = zeg("dat is gelukt", stand, VERSTAAN)
    twee, _ = zeg("gedaan", een, VERSTAAN)
    assert len([id_ for id_ in een.gehad if id_.startswith("gedaan_")]) == 1
    assert len([id_ for id_ in twee.gehad if id_.startswith("gedaan_")]) == 2


def test_de_verse_vragen() -> None:
    """Honderd vragen zoals mensen ze typen; een grens gaat alleen omhoog."""
    vragen = yaml.safe_load((Path(__file__).parent / "vragen_vers.yaml").read_text(encoding="utf-8"))
    vinder = vinder_voor(KENNIS)
    rijen = [([id_ for id_, _ in vinder.rangschik(v["vraag"])][:3], v["goed"]) for v in vragen if v["goed"]]
    eerste = sum(rij[0] in goed for rij, goed in rijen) / len(rijen)
    drie = sum(bool(set(rij) & set(goed)) for rij, goed in rijen) / len(rijen)
    assert eerste >= EERSTE and drie >= IN_DRIE


def test_wie_iets_heel_anders_vraagt_krijgt_geen_antwoord(model: Model) -> None:
    vragen = yaml.safe_load((Path(__file__).parent / "vragen_vers.yaml").read_text(encoding="utf-8"))
    verstaan = Verstaan(KENNIS, model)
    vreemd = [v["vraag"] for v in vragen if not v["goed"]]
    goed = [vraag for vraag in vreemd if not verstaan.begrijp(vraag, None, VANDAAG).antwoorden]
    assert len(goed) >= 0.85 * len(vreemd)


def test_wie_vraagt_of_hij_strafbaar_is_wordt_geen_dader() -> None:
    begrepen = VERSTAAN.begrijp("ik ben 15, ben ik nou strafbaar omdat ik die foto van mezelf stuurde?", None, VANDAAG)
    assert begrepen.antwoorden == ("strafbaar_eigen_beeld",)
    assert {g.feit for g in begrepen.feiten} == {"leeftijd"}


def test_de_vraag_die_openstond_komt_een_keer_terug() -> None:
    stand, blokken = zeg(
        "mag ik zijn naam op mijn story zetten?", Stand(fase="vragen", vraag="beeld", kennis=KENNIS.hash), VERSTAAN
    )
    gezegd = teksten(blokken)
    assert gezegd[0].startswith("Beter niet") and stand.vraag == "beeld" and not stand.zaak.antwoorden
    assert sum(KENNIS.feiten["beeld"].vraag in zin for zin in gezegd) <= 1


@pytest.mark.parametrize(
    ("tekst", "id_"), [("254ba", "grond:wraakporno_254ba"), ("artikel 285b", "grond:belaging_285b")]
)
def test_een_artikelnummer_vindt_dat_artikel(tekst: str, id_: str) -> None:
    assert VERSTAAN.begrijp(tekst, None, VANDAAG).antwoorden == (id_,)


def test_het_antwoord_past_bij_de_zaak() -> None:
    vraag = "kan ik gestraft worden voor mijn eigen naaktfoto?"
    _, gewoon = zeg(vraag, Stand(fase="vragen", kennis=KENNIS.hash), VERSTAAN)
    jong = Stand(fase="vragen", kennis=KENNIS.hash)
    jong = jong.met(zaak=jong.zaak.met("leeftijd", "van_12_tot_16"))
    _, anders = zeg(vraag, jong, VERSTAAN)
    assert "vertrouwt" in teksten(gewoon)[0] and "omdat je jong bent" in teksten(anders)[0]


def test_een_begrip_dat_bij_een_artikel_hoort_komt_na_het_artikel_zelf() -> None:
    gevonden = Artikelen(KENNIS).vind("254ba")
    assert gevonden[0] == "grond:wraakporno_254ba"


@pytest.mark.parametrize(
    "tekst",
    [
        "ik ben 13 en ik heb zelf een naaktfoto gestuurd ben ik nu strafbaar",
        "ben 14, heb mn eigen nude gestuurd, krijg ik straf?",
        "ik ben 15 en stuurde hem een blote foto van mezelf, ga ik nou de gevangenis in",
    ],
)
def test_een_kind_dat_naar_straf_vraagt_hoort_eerst_nee(tekst: str) -> None:
    """Wat een kind over zichzelf vraagt, begint nooit met wat er voor daders geldt."""
    _, blokken = zeg(tekst, Stand(kennis=KENNIS.hash), Verstaan(KENNIS))
    eerste = teksten(blokken)[0]
    assert eerste.startswith("Nee") and "slachtoffer" in eerste
    knoppen = [knop.code for blok in blokken if isinstance(blok, Keuze) for knop in blok.opties]
    assert not {"route:advocaat_verdachte", "vraag:strafbaar_vog"} & set(knoppen)


@pytest.mark.parametrize(
    ("tekst", "mag"),
    [("krijg ik een strafblad", False), ("krijgt hij een strafblad", True), ("kan ik hem opwachten", True)],
)
def test_wie_naar_zichzelf_vraagt_krijgt_geen_antwoord_over_de_dader(tekst: str, mag: bool) -> None:
    eerste = vinder_voor(KENNIS).rangschik(tekst)[0][0]
    assert KENNIS.thema_van[eerste].over_de_ander == mag
