"""De geleerde laag naast de regels van nood, op zinnen waar niets op gemaakt is, en de zachte vraag in het gesprek."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.leren.gelijkenis import paren
from bot.leren.leerstof import lees_nood as leerstof
from bot.verstaan import Verstaan
from bot.verstaan.model import Model
from bot.verstaan.nood import is_wanhoop, luister
from bot.verstaan.noodlaag import NAVRAAG, ZEKER, lees_nood
from knowledge import Stand, beurt
from knowledge.gesprek import Daad
from knowledge.woorden import Keuze, Nood, Tekst
from tests.gedeeld import kennis, verstaan


def _vers(naam: str) -> dict[str, list[str]]:
    gelezen: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / naam).read_text("utf-8"))
    return gelezen


VERS, TWEE = _vers("nood_vers.yaml"), _vers("nood_vers_twee.yaml")
KENNIS = kennis()
VERSTAAN = verstaan()
VANDAAG = date(2026, 11, 24)
VRAAG = KENNIS.zin("noodvraag_suicide")


def deel(model: Model, soort: str, zinnen: dict[str, list[str]] = VERS) -> tuple[float, float]:
    """Hoeveel er zeker als nood gehoord worden, en hoeveel met de zachte vraag erbij."""
    gelezen = [lees_nood(zin, model.kansen(zin).nood) for zin in zinnen[soort]]
    zeker = sum(g.signaal is not None for g in gelezen)
    return zeker / len(gelezen), sum(bool(g.signaal or g.navraag) for g in gelezen) / len(gelezen)


def test_genoeg_verse_zinnen() -> None:
    assert len(VERS["suicide"]) >= 60 and len(VERS["gevaar"]) >= 30 and len(VERS["geen"]) >= 90


def test_verse_zinnen_worden_meestal_gehoord(model: Model) -> None:
    """De regels alleen horen er ongeveer een kwart van."""
    for soort in ("suicide", "gevaar"):
        regels = sum(luister(zin) is not None for zin in VERS[soort]) / len(VERS[soort])
        zeker, met_vraag = deel(model, soort)
        assert met_vraag >= 0.78 and met_vraag >= zeker >= regels, (soort, regels, zeker, met_vraag)


def test_een_tweede_verse_set(model: Model) -> None:
    """De eerste set was bekend bij wie de leerstof uitbreidde; deze niet."""
    suicide, gevaar = deel(model, "suicide", TWEE), deel(model, "gevaar", TWEE)
    assert suicide[0] >= 0.7 and suicide[1] >= 0.92, suicide
    assert gevaar[0] >= 0.5 and gevaar[1] >= 0.78, gevaar
    zeker, met_vraag = deel(model, "geen", TWEE)
    assert zeker <= 0.06 and met_vraag <= 0.12, (zeker, met_vraag)


def test_valse_vrienden_geven_zelden_iets(model: Model) -> None:
    zeker, met_vraag = deel(model, "geen")
    assert zeker <= 0.06 and met_vraag <= 0.16, (zeker, met_vraag)


def test_van_de_verse_zinnen_is_niets_geleerd() -> None:
    vers = [zin for zinnen in (*VERS.values(), *TWEE.values()) for zin in zinnen]
    geleerd = [zin.tekst for zin in leerstof()]
    assert not [(vers[a], geleerd[b]) for a, b in paren(vers, geleerd, 4, 0.59)]


def test_zonder_model_horen_de_regels_het_nog() -> None:
    assert lees_nood("ik denk aan zelfmoord").signaal == "suicide"
    assert lees_nood("mooi weer vandaag").signaal is None
    assert lees_nood("hij is een raar mens", {"suicide": ZEKER, "gevaar": 0.0}).signaal == "suicide"
    assert lees_nood("hij is een raar mens", {"suicide": 0.0, "gevaar": NAVRAAG}).navraag == "gevaar"


@pytest.mark.parametrize(
    ("suicide", "gevaar", "signaal", "navraag"),
    [
        (NAVRAAG, ZEKER, "gevaar", None),
        (ZEKER, ZEKER, "suicide", None),
        (NAVRAAG, NAVRAAG + 0.2, None, "gevaar"),
        (NAVRAAG + 0.2, NAVRAAG, None, "suicide"),
        (0.1, 0.2, None, None),
    ],
)
def test_zeker_gaat_voor_misschien(suicide: float, gevaar: float, signaal: str | None, navraag: str | None) -> None:
    gelezen = lees_nood("hij is een raar mens", {"suicide": suicide, "gevaar": gevaar})
    assert (gelezen.signaal, gelezen.navraag) == (signaal, navraag)


def test_wie_wanhopig_is_en_zeker_in_gevaar_krijgt_meteen_de_nummers() -> None:
    gelezen = lees_nood("ik kan niet meer", {"suicide": NAVRAAG, "gevaar": ZEKER})
    assert (gelezen.signaal, gelezen.navraag) == ("gevaar", None)
    gelezen = lees_nood("ik kan niet meer", {"suicide": ZEKER, "gevaar": 0.0})
    assert gelezen.navraag == "suicide"


@pytest.mark.parametrize(
    ("zin", "wanhoop"),
    [("ik kan niet meer", True), ("ik trek het niet meer", True), ("ik wil dood, ik kan niet meer", False)],
)
def test_wanhoop_vragen_we_eerst(zin: str, wanhoop: bool) -> None:
    assert is_wanhoop(zin) is wanhoop and luister(zin) == "suicide"


def zeg(tekst: str, stand: Stand, verstaan: Verstaan = VERSTAAN) -> tuple[Stand, tuple[object, ...]]:
    uit = beurt(KENNIS, stand, verstaan.begrijp(tekst, stand.verwacht, VANDAAG).daad(), VANDAAG)
    return uit.stand, uit.bericht.blokken


def teksten(blokken: tuple[object, ...]) -> list[str]:
    return [b.tekst for b in blokken if isinstance(b, Tekst | Keuze)]


def test_een_vermoeden_is_een_regel_bij_het_gewone_antwoord() -> None:
    stand, blokken = zeg(
        "iemand wil 300 euro anders stuurt hij mijn naaktfoto naar al mijn volgers, ik kan niet meer",
        Stand(fase="vragen", kennis=KENNIS.hash),
    )
    assert stand.zaak.waarde("dreigt_delen") == "ja"
    assert KENNIS.zin("vermoeden_suicide") in teksten(blokken) and VRAAG not in teksten(blokken)
    assert not any(isinstance(b, Nood) for b in blokken)


@pytest.mark.parametrize(
    ("antwoord", "zin"),
    [
        ("nee", "noodvraag_na_nee_suicide"),
        ("nee maar ben wel bang", "noodvraag_na_nee_suicide"),
        ("wil ik niet zeggen", "noodvraag_na_stil_suicide"),
    ],
)
def test_na_het_antwoord_gaat_het_gesprek_verder(antwoord: str, zin: str) -> None:
    stand, blokken = zeg("ik kan niet meer", Stand(fase="vragen", vraag="gedeeld", kennis=KENNIS.hash))
    assert VRAAG in teksten(blokken)
    stand, blokken = zeg(antwoord, stand)
    assert teksten(blokken)[0] == KENNIS.zin(zin) and stand.vraag == "gedeeld"
    assert teksten(blokken)[-1].startswith(KENNIS.feiten["gedeeld"].vraag)
    # daarna vragen we het niet weer, en gaat 'nee' over de gewone vraag die dan openstaat
    stand, blokken = zeg("ik kan niet meer", stand)
    assert VRAAG not in teksten(blokken)
    stand, _ = zeg("nee", stand.met(vraag="gedeeld"))
    assert stand.zaak.waarde("gedeeld") == "nee"


def test_ja_geeft_de_nummers_en_blijft() -> None:
    stand, _ = zeg("ik kan niet meer", Stand(fase="vragen", vraag="gedeeld", kennis=KENNIS.hash))
    stand, blokken = zeg("ja", stand)
    assert isinstance(blokken[0], Nood) and blokken[0].telefoon and stand.vraag == "gedeeld"
    uit = beurt(KENNIS, stand, Daad.uit_code("verder"), VANDAAG)
    assert teksten(uit.bericht.blokken)[-1].startswith(KENNIS.feiten["gedeeld"].vraag)


@pytest.mark.parametrize("code", ["nood_nee", "nood_stil", "nood:suicide"])
def test_de_knoppen_doen_hetzelfde_en_ook_later_nog(code: str) -> None:
    stand, blokken = zeg("ik kan niet meer", Stand(fase="vragen", kennis=KENNIS.hash))
    assert code in {k.code for b in blokken if isinstance(b, Keuze) for k in b.opties}
    for _ in range(2):
        uit = beurt(KENNIS, stand, Daad.uit_code(code), VANDAAG)
        stand = uit.stand
        assert uit.bericht.blokken


def test_iets_anders_zeggen_mag_ook() -> None:
    stand, _ = zeg("ik kan niet meer", Stand(fase="vragen", kennis=KENNIS.hash))
    stand, blokken = zeg("mijn ex heeft mijn naaktfoto online gezet", stand)
    assert stand.zaak.waarde("relatie") == "ex_partner" and VRAAG not in teksten(blokken)


def test_wie_engels_schrijft_wordt_het_in_het_engels_gevraagd() -> None:
    stand, blokken = zeg("i cant do this anymore", Stand(fase="vragen", kennis=KENNIS.hash))
    assert teksten(blokken)[-1] == KENNIS.zin("engels_noodvraag_suicide")
    _, blokken = zeg("i want to die", stand)
    assert isinstance(blokken[0], Nood) and blokken[0].taal == "en"


@pytest.mark.parametrize(
    ("tekst", "navraag"),
    [
        ("vannacht stond er een vreemde vent bij onze voordeur", "gevaar"),
        ("mijn ex kwam gisteren aan de deur", "gevaar"),
        ("de pakketbezorger stond voor de deur", None),
        ("er stond een foto van mij op de site", None),
        ("hij kwam vorig jaar bij ons in de straat wonen", None),
    ],
)
def test_wie_er_voor_de_deur_stond(tekst: str, navraag: str | None) -> None:
    assert lees_nood(tekst).navraag == navraag
