"""Elk protocol wordt doorlopen: elk vervolg, elke weg eruit, op drie uren van de dag; nooit een muur, nooit twee keer hetzelfde."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge import Daad, Stand, als_tekst, beurt
from knowledge.bouw import let_op_zorg
from knowledge.gesprek import Uitkomst, eerst
from knowledge.recht import Zaak
from knowledge.schema import Protocol
from knowledge.woorden import Keuze, Lijst, Nood
from tests.gedeeld import gelezen, kennis

KENNIS = kennis()
VANDAAG = date(2026, 11, 30)
UREN = [datetime(2026, 11, 30, uur, 5, tzinfo=ZoneInfo("Europe/Amsterdam")) for uur in (3, 10, 20)]
LEEG = Stand(fase="vragen", kennis=KENNIS.hash)
BLIJFT = [p for p in KENNIS.zorg.values() if p.houding == "blijft"]
GAAT_MEE = [p for p in KENNIS.zorg.values() if p.houding == "gaat_mee"]
MUUR = re.compile(
    r"snap het nog niet|begrijp ik nog niet|weet ik niets van|klopt dat\?|je mag meer kiezen|een paar woorden", re.I
)
NUMMERS = {i.telefoon.nummer for i in KENNIS.instanties.values() if i.telefoon} | {"112", "113"}
GETYPT = re.compile(r"(?<![\d-])0\d{1,3}[ -]\d[\d -]{3,}\d")


def erin(p: Protocol, nu: datetime) -> Uitkomst:
    # over wie het gaat, weten we van wie iemand hier is
    wie = (("rol", "naaste"),) if p.nood == ("gevaar_ander",) else ()
    daad = Daad("vertel", nood=p.nood[0], feiten=wie) if p.nood else Daad("vertel", zorg=p.ingang[:1])
    return beurt(KENNIS, LEEG, daad, VANDAAG, nu)


def zegt(stand: Stand, woord: str, nu: datetime) -> Uitkomst:
    return beurt(KENNIS, stand, Daad("vertel", zorg=(woord,)), VANDAAG, nu)


def keuze(uit: Uitkomst) -> Keuze:
    return next(blok for blok in reversed(uit.bericht.blokken) if isinstance(blok, Keuze))


def protocol(stand: Stand) -> str | None:
    return stand.zorg.protocol if stand.zorg else None


@pytest.mark.parametrize("nu", UREN, ids=lambda nu: f"{nu.hour}u")
@pytest.mark.parametrize("p", BLIJFT, ids=lambda p: p.id)
def test_elk_vervolg_blijft_bij_de_persoon(p: Protocol, nu: datetime) -> None:
    eerste = erin(p, nu)
    assert isinstance(eerste.bericht.blokken[0], Nood) and eerste.bericht.blokken[0].telefoon
    assert protocol(eerste.stand) == p.id
    vorige = als_tekst(eerste.bericht)
    for vervolg in p.vervolg:
        for woord in vervolg.bij:
            uit = zegt(eerste.stand, woord, nu)
            tekst = als_tekst(uit.bericht)
            assert not MUUR.search(tekst), (woord, tekst)
            assert tekst != vorige and keuze(uit).extra[0].code == "verder", woord
            assert protocol(uit.stand) is not None, woord
            assert not any(isinstance(blok, Lijst) and blok.onderwerp != "hulp" for blok in uit.bericht.blokken)
            gevonden = {g.group() for g in GETYPT.finditer(tekst)}
            assert gevonden <= NUMMERS, (woord, gevonden - NUMMERS)


@pytest.mark.parametrize("p", BLIJFT, ids=lambda p: p.id)
def test_wie_iets_onverwachts_zegt_leest_telkens_iets_anders(p: Protocol) -> None:
    stand, gezegd = erin(p, UREN[0]).stand, []
    for _ in range(len(p.terugval)):
        uit = beurt(KENNIS, stand, Daad("vertel"), VANDAAG, UREN[0])
        stand = uit.stand
        gezegd.append(als_tekst(uit.bericht))
        assert not MUUR.search(gezegd[-1]) and protocol(stand) == p.id
    assert len(set(gezegd)) == len(gezegd)
    eerste_zin = {als_tekst(uit.bericht).split("\n")[0] for uit in (beurt(KENNIS, stand, Daad("vertel"), VANDAAG),)}
    assert eerste_zin  # ook als alles gezegd is, is er nog een zin


@pytest.mark.parametrize("p", BLIJFT, ids=lambda p: p.id)
def test_alleen_de_persoon_gaat_eruit(p: Protocol) -> None:
    stand = erin(p, UREN[1]).stand
    for soort in ("overzicht", "mens", "nog_eens", "klopt", "weet_niet", "dank", "groet", "scheldwoord", "wat_nu"):
        uit = beurt(KENNIS, stand, Daad(soort), VANDAAG, UREN[1])  # type: ignore[arg-type]
        assert protocol(uit.stand) == p.id, soort
        assert not MUUR.search(als_tekst(uit.bericht)), soort
    for daad in (Daad("verder"), Daad("vertel", zorg=("verder",))):
        assert protocol(beurt(KENNIS, stand, daad, VANDAAG, UREN[1]).stand) is None


@pytest.mark.parametrize("p", BLIJFT, ids=lambda p: p.id)
def test_wissen_vraagt_eerst_en_laat_de_nummers_staan(p: Protocol) -> None:
    eerst = beurt(KENNIS, erin(p, UREN[0]).stand, Daad("stop"), VANDAAG, UREN[0])
    assert not eerst.wissen and "wis" in {knop.code for knop in keuze(eerst).opties}
    daarna = beurt(KENNIS, eerst.stand, Daad("wis"), VANDAAG, UREN[0])
    assert daarna.wissen and daarna.stand.zaak == Zaak()
    assert isinstance(daarna.bericht.blokken[0], Nood) and daarna.bericht.blokken[0].telefoon


@pytest.mark.parametrize("p", GAAT_MEE, ids=lambda p: p.id)
def test_een_antwoord_onderweg_houdt_het_gesprek_gaande(p: Protocol) -> None:
    stand = Stand(fase="vragen", vraag="gedeeld", kennis=KENNIS.hash, zaak=Zaak().met("beeld", "echt", "zin"))
    gezegd = []
    for _ in range(2):
        uit = beurt(KENNIS, stand, Daad("vertel", zorg=p.ingang[:1]), VANDAAG, UREN[2])
        stand = uit.stand
        gezegd.append(als_tekst(uit.bericht))
        assert stand.vraag is not None and keuze(uit).feit == stand.vraag  # er blijft iets te antwoorden
        assert not re.search(r"snap het nog niet|begrijp ik nog niet|weet ik niets van", gezegd[-1])
    assert gezegd[0] != gezegd[1]


def test_wie_eerst_om_schuld_vraagt_hoort_eerst_nee_en_krijgt_geen_menu() -> None:
    uit = beurt(KENNIS, LEEG, Daad("vertel", zorg=("schuld",)), VANDAAG)
    assert als_tekst(uit.bericht).startswith("Nee. Dit is niet jouw schuld.") and not keuze(uit).opties


def test_wie_het_zelf_deed_hoort_niet_dat_het_niet_zijn_schuld_is() -> None:
    maker = LEEG.met(zaak=Zaak().met("rol", "maker", "knop"))
    assert "niet jouw schuld" not in als_tekst(beurt(KENNIS, maker, Daad("vertel", zorg=("schuld",)), VANDAAG).bericht)


def test_wie_nu_open_is_staat_voorop() -> None:
    kind = KENNIS.zorg["kind_thuis"]
    for nu, eerste in ((UREN[0], "Veilig Thuis"), (UREN[2], "De Kindertelefoon")):
        blok = erin(kind, nu).bericht.blokken[0]
        assert isinstance(blok, Nood) and blok.telefoon[0].naam == eerste, nu


def test_na_twee_rustige_berichten_bieden_we_een_keer_aan_om_verder_te_gaan() -> None:
    stand, aanbod = erin(KENNIS.zorg["suicide"], UREN[0]).stand, KENNIS.zin("zorg_aanbod")
    gezien = []
    for _ in range(4):
        uit = zegt(stand, "gaat_weer", UREN[0])
        stand = uit.stand
        gezien.append(aanbod in als_tekst(uit.bericht))
    assert gezien == [False, True, False, False]


def test_gevaar_gaat_voor_en_binnen_vergiftiging_verandert_niets() -> None:
    stand = erin(KENNIS.zorg["suicide"], UREN[0]).stand
    assert protocol(beurt(KENNIS, stand, Daad("vertel", nood="gevaar"), VANDAAG).stand) == "gevaar"
    ingenomen = zegt(stand, "genomen_los", UREN[0]).stand
    assert protocol(ingenomen) == "ingenomen"
    assert protocol(beurt(KENNIS, ingenomen, Daad("vertel", nood="suicide"), VANDAAG).stand) == "ingenomen"


def test_wat_verteld_is_blijft_en_wordt_niet_teruggezegd() -> None:
    daad = Daad("vertel", feiten=(("relatie", "ex_partner"),), nood="suicide")
    uit = beurt(KENNIS, LEEG, daad, VANDAAG, UREN[0])
    assert uit.stand.zaak.waarde("relatie") == "ex_partner" and "ex" not in als_tekst(uit.bericht).lower().split()


def test_de_stand_van_de_zorg_overleeft_het_bewaren() -> None:
    stand = erin(KENNIS.zorg["eer"], UREN[0]).stand
    assert Stand.uit_json(KENNIS, stand.naar_json()) == stand
    weg = {**stand.naar_json(), "zorg": {"protocol": "bestaat_niet"}}
    assert Stand.uit_json(KENNIS, weg).zorg is None


def test_een_medewerker_ziet_eerst_waar_iemand_nog_in_zit() -> None:
    stand = erin(KENNIS.zorg["suicide"], UREN[0]).stand
    kop = eerst(KENNIS, stand.met(zaak=Zaak().met("leeftijd", "van_12_tot_16", "knop")))
    assert [k.titel for k in kop] == [KENNIS.zorg["suicide"].naam, KENNIS.zin("balie_jong")] and kop[0].telefoon
    assert eerst(KENNIS, LEEG) == ()


def test_de_werklijst_noemt_elke_zorgtekst_die_geen_vakmens_las() -> None:
    alles = gelezen()
    nog = {p.id for p in alles.inhoud.zorg if p.gelezen_door is None}
    assert {m.wat.split("`")[1] for m in let_op_zorg(alles)} == nog


def test_wie_een_kind_verloor_wordt_niet_gevraagd_of_het_kind_zichzelf_iets_aandoet() -> None:
    daad = Daad("vertel", zorg=("rouw",), nood="vraag_suicide_ander", feiten=(("rol", "ouder"),))
    uit = beurt(KENNIS, LEEG, daad, VANDAAG, UREN[1])
    tekst = als_tekst(uit.bericht)
    assert "Gecondoleerd" in tekst and "zichzelf iets aan" not in tekst and uit.stand.vraag != "veilig_thuis"
