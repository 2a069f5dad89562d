"""Routes en hulp passen bij wie het vraagt: het eigen platform, de eigen rol, de eigen leeftijd."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge import Zaak, adviseer
from knowledge.recht import Advies
from tests.gedeeld import kennis

VANDAAG = date(2026, 11, 24)
KENNIS = kennis()
ROLLEN = ("slachtoffer", "ouder", "naaste", "leraar", "professional", "maker", "beschuldigd", "naaste_dader")
MINDERJARIG = ("onder_12", "van_12_tot_16", "van_16_tot_18", "onder_18")
PLATFORMS = [o.id for o in KENNIS.feiten["gedeeld_waar"].opties if o.id not in ("pers", "prive_bericht", "mondeling")]
NAAKT: dict[str, Any] = {
    "gebeurd": ["beeld_gedeeld"],
    "beeld": "echt",
    "beeld_seksueel": "ja",
    "toestemming_maken": "nee",
    "toestemming_delen": "nee",
    "publiek": "openbaar",
}


def advies(**feiten: Any) -> Advies:
    zaak = Zaak()
    for feit, ruw in feiten.items():
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, VANDAAG))
    return adviseer(KENNIS, zaak, VANDAAG)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_alleen_de_stappen_van_het_genoemde_platform(platform: str) -> None:
    melding = next(g for g in advies(**NAAKT, gedeeld_waar=[platform]).routes if g.route.id == "melding_platform")
    eigen = {stap for stap in melding.route.stappen if stap.als and platform in stap.als.waarden}
    anders = {stap for stap in melding.route.stappen if stap.als and platform not in stap.als.waarden}
    assert eigen, f"{platform} heeft geen eigen stap"
    assert eigen <= set(melding.stappen) and not anders & set(melding.stappen)


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("situatie", [s for s in KENNIS.situaties if KENNIS.situaties[s].knop])
def test_elke_situatie_heeft_voor_elke_rol_een_route_en_een_mens(situatie: str, rol: str) -> None:
    uit = advies(**KENNIS.situaties[situatie].knopfeiten, rol=rol)
    assert uit.hulp and uit.routes
    assert len(uit.routes) <= 12, [g.route.id for g in uit.routes]
    namen = {instantie.id for instantie in uit.hulp}
    if rol in ("maker", "beschuldigd", "naaste_dader"):
        assert not namen & {"helpwanted", "slachtofferhulp", "csg", "fier"}
        assert {g.route.id for g in uit.routes} & {"maker_stoppen", "advocaat_verdachte"}
    else:
        assert "helpwanted" in namen and "stop_it_now" not in namen


@pytest.mark.parametrize("leeftijd", MINDERJARIG)
def test_een_jongere_ziet_de_kindertelefoon_en_take_it_down(leeftijd: str) -> None:
    uit = advies(**NAAKT, leeftijd=leeftijd)
    assert "kindertelefoon" in {i.id for i in uit.hulp}
    routes = {g.route.id for g in uit.routes}
    assert {"take_it_down", "bewijs_minderjarige", "meldpunt_kinderporno_melden"} <= routes
    assert not routes & {"stopncii", "bewijs_veiligstellen", "bewijs_tekst"}


def test_een_volwassene_ziet_stopncii_en_geen_kindertelefoon() -> None:
    uit = advies(**NAAKT, leeftijd="volwassen")
    assert "kindertelefoon" not in {i.id for i in uit.hulp}
    assert "stopncii" in {g.route.id for g in uit.routes}


@pytest.mark.parametrize("relatie", ["ex_partner", "partner", "familie", "huisgenoot"])
def test_bij_een_ex_of_familie_staat_veilig_thuis(relatie: str) -> None:
    assert "veilig_thuis" in {i.id for i in advies(**NAAKT, relatie=relatie).hulp}


def test_een_bedrijf_krijgt_een_advocaat_en_geen_juridisch_loket() -> None:
    uit = advies(gebeurd=["uitspraak"], uitspraak="ja", hoedanigheid="bedrijf")
    namen = {i.id for i in uit.hulp}
    assert "advocaat" in namen and "juridisch_loket" not in namen


def test_bewijs_staat_altijd_voor_weghalen() -> None:
    volgorde = [g.route.id for g in advies(**NAAKT, leeftijd="volwassen", gedeeld_waar=["facebook"]).routes]
    assert volgorde.index("bewijs_veiligstellen") < volgorde.index("melding_platform")
    volgorde = [g.route.id for g in advies(**NAAKT, leeftijd="onder_18", gedeeld_waar=["facebook"]).routes]
    assert volgorde.index("bewijs_minderjarige") < volgorde.index("melding_platform")


def test_voorkomen_staat_als_laatste_en_zonder_verwijt() -> None:
    uit = advies(**NAAKT, leeftijd="volwassen")
    assert uit.routes[-1].route.id == "voorkomen"
