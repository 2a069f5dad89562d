"""De weg per platform: volledig, met bij elke zin of iemand de bron las, en altijd met een weg terug."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Kennis, Stand, beurt
from knowledge.brieven import brief_voor
from knowledge.gesprek import Uitkomst
from knowledge.gesprek.platforms import bij_route, platformbronnen, punt
from knowledge.recht import Zaak, adviseer
from knowledge.woorden import Keuze, Lijst

VANDAAG = date(2026, 11, 30)
GEEN_PLATFORM = {"website", "sociale_media", "pers", "prive_bericht", "mondeling"}
"""Waar iets kan staan zonder dat één bedrijf er een eigen weg voor heeft."""


def vraag_op(kennis: Kennis, zaak: Zaak, code: str) -> Uitkomst:
    return beurt(kennis, Stand(kennis=kennis.hash, zaak=zaak), Daad.uit_code(code), VANDAAG)


def stappen(uitkomst: Uitkomst) -> Lijst:
    return next(blok for blok in uitkomst.bericht.blokken if isinstance(blok, Lijst))


def test_elke_plek_met_een_eigen_meldweg_heeft_een_platform(kennis: Kennis) -> None:
    plekken = {optie.id for optie in kennis.feiten["gedeeld_waar"].opties} - GEEN_PLATFORM
    zonder = {p for p in plekken if not bij_route(kennis, Zaak().met("gedeeld_waar", (p,)), "melding_platform")}
    assert zonder == set() and len(kennis.platforms) >= 20


def test_wie_de_melding_opent_krijgt_de_weg_bij_dat_ene_platform(kennis: Kennis) -> None:
    zaak = Zaak().met("gedeeld_waar", ("tiktok",))
    (open_route,) = stappen(vraag_op(kennis, zaak, "route:melding_platform")).items
    assert [k.code for k in open_route.knoppen if k.code.startswith("platform:")] == ["platform:tiktok"]
    assert any(d.tekst.startswith("TikTok:") for d in open_route.details)


@pytest.mark.parametrize("leeg", [Zaak(), Zaak().met("leeftijd", "van_12_tot_16")])
def test_het_blok_noemt_regel_bron_en_een_weg_verder(kennis: Kennis, leeg: Zaak) -> None:
    for naam, platform in kennis.platforms.items():
        uitkomst = vraag_op(kennis, leeg, f"platform:{naam}")
        (blok,) = stappen(uitkomst).items
        assert any(platform.regel.tekst in d.tekst for d in blok.details), naam
        assert blok.knoppen and set(blok.bronnen) == set(platformbronnen(platform)), naam
        assert any(isinstance(b, Keuze) and b.opties for b in uitkomst.bericht.blokken), naam


def test_wat_niemand_las_staat_er_zo_bij(kennis: Kennis) -> None:
    merk = kennis.zin("platform_niet_nagekeken")
    gemerkt = {d.tekst for d in punt(kennis, kennis.platforms["marktplaats"]).details if d.tekst.endswith(merk)}
    assert len(gemerkt) == 1 and "Zoek bij de advertentie" in next(iter(gemerkt))
    assert not [d for d in punt(kennis, kennis.platforms["tiktok"]).details if d.tekst.endswith(merk)]


def test_een_naam_die_niet_bestaat_komt_terug_bij_de_vraag(kennis: Kennis) -> None:
    uitkomst = vraag_op(kennis, Zaak(), "platform:bestaat_niet")
    assert any(isinstance(blok, Keuze) for blok in uitkomst.bericht.blokken)


def test_een_melding_aan_een_platform_zegt_wat_dat_platform_van_je_vraagt(kennis: Kennis) -> None:
    zaak = Zaak().met("gedeeld_waar", ("tiktok",)).met("beeld", "echt").met("beeld_seksueel", "ja")
    _, document = brief_voor(kennis, adviseer(kennis, zaak, VANDAAG), "dsa_melding__tiktok") or pytest.fail(
        "geen brief"
    )
    vraagt = kennis.platforms["tiktok"].nodig.tekst
    assert any(vraagt in regel for regel in document.voor_jou)
    assert not any(kennis.platforms["x"].nodig.tekst in regel for regel in document.voor_jou)
    assert vraagt not in document.als_tekst(), "dit is voor de melder en hoort niet in wat verstuurd wordt"
