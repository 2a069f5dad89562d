"""Wie later terugkomt: hetzelfde advies of het verschil bij naam, en de brief die nu aan de beurt is."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

import pytest

from knowledge import Kennis, Stand, adviseer
from knowledge.bouw import lees
from knowledge.gesprek import bewaar, heropen, volgende_brieven
from knowledge.recht import Zaak

KENNIS = Kennis(lees().inhoud, "nu")
DAG = date(2026, 12, 1)
KEER = 1000


def willekeurige_zaak(kans: random.Random) -> Zaak:
    """Antwoorden zoals iemand ze kan geven; ook combinaties die zelden samen voorkomen."""
    zaak = Zaak()
    for feit in kans.sample(sorted(KENNIS.feiten), kans.randint(1, 14)):
        opties = [optie.id for optie in KENNIS.feiten[feit].opties]
        if KENNIS.feiten[feit].soort == "datum":
            waarde: object = (DAG - timedelta(days=kans.randint(0, 900))).isoformat()
        elif KENNIS.feiten[feit].soort == "meerkeuze":
            waarde = kans.sample(opties, kans.randint(1, min(3, len(opties))))
        else:
            waarde = kans.choice(opties)
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, waarde, DAG))
    return zaak


def namen(kennis: Kennis, zaak: Zaak) -> tuple[set[str], set[str], set[str]]:
    advies = adviseer(kennis, zaak, DAG)
    return (
        {o.grond.gewone_naam for o in advies.gronden},
        {g.route.naam for g in advies.routes},
        {k.brief.naam for k in advies.brieven},
    )


@pytest.mark.lang
def test_duizend_zaken_op_dezelfde_en_op_een_andere_kennis() -> None:
    kans = random.Random(25)
    routes = sorted(KENNIS.routes)
    anders = verschillen = 0
    for nr in range(KEER):
        zaak = willekeurige_zaak(kans)
        ruw = json.loads(json.dumps(bewaar(KENNIS, Stand(zaak=zaak, fase="advies", kennis="nu"), DAG)))
        kennis = KENNIS
        if nr % 2:
            anders += 1
            kennis = KENNIS.met("routes", kans.choice(routes), None)
            kennis.hash = "later"
        stand, bericht = heropen(kennis, ruw, DAG)
        toen, nu = namen(KENNIS, zaak), namen(kennis, stand.zaak)
        gezegd = " ".join(blok.tekst for blok in bericht.blokken if blok.soort == "tekst")
        assert stand.zaak == zaak
        if toen == nu:
            assert KENNIS.zin("terug_gelijk") in gezegd
        else:
            verschillen += 1
            for oud, nieuw in zip(toen, nu, strict=True):
                assert all(naam in gezegd for naam in oud ^ nieuw), oud ^ nieuw
    assert anders == KEER // 2 and verschillen > 20


def test_een_antwoord_dat_niet_meer_bestaat_wordt_genoemd() -> None:
    zaak = Zaak().met("leeftijd", KENNIS.lees_antwoord("leeftijd", "16", DAG))
    ruw = bewaar(KENNIS, Stand(zaak=zaak, fase="advies", kennis="oud"), DAG)
    ruw["stand"]["zaak"].append(["bestaat_niet", "ja", "knop"])
    stand, bericht = heropen(KENNIS, ruw, DAG)
    assert not stand.zaak.kent("bestaat_niet")
    assert any("bestaat niet" in blok.tekst for blok in bericht.blokken if blok.soort == "tekst")


@pytest.mark.parametrize("ruw", [{}, {"op": "gisteren"}, {"op": "2026-12-01", "advies": {}, "stand": []}])
def test_wat_geen_bewaard_gesprek_is_wordt_geweigerd(ruw: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        heropen(KENNIS, ruw, DAG)


def verwacht(stap: str, dagen: int, antwoord: str | None) -> str | None:
    """Los van de inhoud opgeschreven: wat er volgens de afspraak hoort te volgen."""
    if stap == "melding_platform":
        return "dsa_klacht" if antwoord == "afgewezen" else "dsa_melding" if dagen >= 7 else None
    if stap == "verwijderverzoek_avg":
        return "ap_klacht" if dagen >= 46 else "avg_herinnering" if dagen >= 32 else None
    if antwoord == "geseponeerd":
        return "artikel_12_klaagschrift"
    return "stand_aangifte" if dagen >= 28 else None


def test_tweehonderd_tijdlijnen_krijgen_de_goede_volgende_brief() -> None:
    kans = random.Random(7)
    stappen = {
        "melding_platform": ("platform_gemeld", (None, "wacht", "afgewezen")),
        "verwijderverzoek_avg": ("gedaan", (None, "bewijs")),
        "aangifte": ("gedaan", (None, "bewijs", "geseponeerd")),
    }
    gezien = set()
    for _ in range(200):
        stap = kans.choice(list(stappen))
        feit, keuzes = stappen[stap]
        antwoord, dagen = kans.choice(keuzes), kans.randint(0, 60)
        zaak = Zaak() if antwoord is None else Zaak().met(feit, KENNIS.lees_antwoord(feit, antwoord, DAG))
        merk = (f"gedaan_{stap}", f"op_{DAG}_{stap}")
        rij = volgende_brieven(KENNIS, Stand(zaak=zaak, gehad=merk, kennis="nu"), DAG + timedelta(days=dagen))
        gevonden = rij[0].opvolging.brief if rij else None
        assert gevonden == verwacht(stap, dagen, antwoord), (stap, dagen, antwoord)
        gezien.add(gevonden)
    assert len(gezien) == 7  # elke brief, en ook: nog niets


def test_de_volgende_brief_staat_boven_het_advies_en_is_te_maken() -> None:
    from knowledge import Daad, beurt

    zaak = Zaak()
    for feit, waarde in {
        "beeld": "nep",
        "leeftijd": "18",
        "gedeeld_waar": ["instagram"],
        "platform_gemeld": "wacht",
    }.items():
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, waarde, DAG))
    stand = beurt(KENNIS, Stand(zaak=zaak, fase="advies", kennis="nu"), Daad("gedaan", "melding_platform"), DAG).stand
    later = DAG + timedelta(days=8)
    stand, bericht = heropen(KENNIS, bewaar(KENNIS, stand, DAG), later)
    lijst = next(blok for blok in bericht.blokken if blok.soort == "lijst")
    assert lijst.onderwerp == "volgende" and lijst.items[0].id == "dsa_melding"
    for knop in lijst.items[0].knoppen:
        uit = beurt(KENNIS, stand, Daad.uit_code(knop.code), later)
        soorten = [blok.soort for blok in uit.bericht.blokken]
        assert "document" in soorten or knop.code.endswith(":afgewezen"), (knop.code, soorten)
