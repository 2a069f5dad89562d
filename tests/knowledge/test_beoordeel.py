from __future__ import annotations

import pytest

from knowledge import Kennis, adviseer
from knowledge.recht import JA, NEE, beoordeel
from tests.knowledge.conftest import VANDAAG, zaak


def status(kennis: Kennis, **feiten: str) -> str:
    return beoordeel(kennis, zaak(gebeurd=("beeld_gedeeld",), **feiten), VANDAAG).statussen["beeldgrond"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        ({}, "onbekend"),
        ({"beeld": "nep"}, "mogelijk"),
        ({"beeld": "nep", "toestemming": "nee"}, "ja"),
        ({"beeld": "geen"}, "nee"),
        ({"beeld": "echt", "toestemming": "ja"}, "onbekend"),  # delen kan nog, maar niets kenmerkends is verteld
        ({"beeld": "echt", "toestemming": "ja", "gedeeld": "ja"}, "mogelijk"),
        ({"beeld": "echt", "toestemming": "weet_niet", "gedeeld": "ja", "ruzie": "ja"}, "ja"),
        (
            {"beeld": "echt", "toestemming": "ja", "gedeeld": "ja", "ruzie": "ja"},
            "mogelijk",
        ),  # omstandigheden aan twee kanten
        ({"beeld": "echt", "toestemming": "ja", "gedeeld": "nee"}, "nee"),
        ({"beeld": "echt", "toestemming": "ja", "gedeeld": "ja", "pers": "ja"}, "nee"),
        ({"beeld": "weet_niet", "toestemming": "nee"}, "mogelijk"),
    ],
)
def test_status(kennis: Kennis, feiten: dict[str, str], verwacht: str) -> None:
    assert status(kennis, **feiten) == verwacht


def test_de_wet_van_de_dag_van_de_daad(kennis: Kennis) -> None:
    oud = beoordeel(kennis, zaak(beeld="nep", toestemming="nee", wanneer="2022-05-01"), VANDAAG).gronden["beeldgrond"]
    assert (
        oud.versie is not None
        and oud.versie.bron == "wet_oud"
        and oud.versie_nu is not None
        and oud.versie_nu.bron == "wet_nieuw"
    )
    assert status(kennis, beeld="nep", toestemming="nee", wanneer="2019-12-31") == "nee"
    assert status(kennis, beeld="nep", toestemming="nee", wanneer="2020-01-01") == "ja"


def test_elk_bestanddeel_noemt_de_feiten_die_besloten(kennis: Kennis) -> None:
    oordeel = beoordeel(kennis, zaak(beeld="nep", toestemming="nee", gedeeld="nee"), VANDAAG).gronden["beeldgrond"]
    maken, delen = oordeel.varianten
    assert [(e.bestanddeel.id, e.waarde, e.door) for e in maken.elementen] == [
        ("beeld", JA, ("beeld",)),
        ("zonder", JA, ("toestemming",)),
    ]
    assert delen.status == "nee" and next(e for e in delen.elementen if e.waarde == NEE).door == ("gedeeld",)


def test_een_open_norm_noemt_wat_meeweegt_en_is_niet_zeker(kennis: Kennis) -> None:
    oordeel = beoordeel(kennis, zaak(beeld="echt", gedeeld="ja", ruzie="ja"), VANDAAG).gronden["beeldgrond"]
    wist = oordeel.varianten[1].elementen[2]
    assert wist.waarde == JA and not wist.zeker and [o.id for o in wist.weegt_mee] == ["ruzie"]


def test_het_advies_heeft_routes_op_volgorde_en_bij_alles_een_bron(kennis: Kennis) -> None:
    advies = adviseer(
        kennis, zaak(gebeurd=("beeld_gedeeld",), beeld="nep", toestemming="nee", ontdekt="2026-11-21"), VANDAAG
    )
    assert [g.route.id for g in advies.routes] == ["bewijs", "aangifte", "praten"]
    assert advies.termijnen[0].laatste_dag is not None and advies.termijnen[0].laatste_dag.isoformat() == "2027-02-21"
    assert set(advies.bronnen) == {"wet_nieuw", "wet_oud", "pagina"}


def test_wie_niet_zeker_volwassen_is_krijgt_geen_schermfoto(kennis: Kennis) -> None:
    for leeftijd in ({}, {"leeftijd": "onder_18"}, {"leeftijd": "weet_niet"}):
        advies = adviseer(kennis, zaak(beeld="nep", toestemming="nee", **leeftijd), VANDAAG)
        assert [w.id for w in advies.waarschuwingen] == ["minderjarig"]
        assert not any("schermfoto" in stap.tekst for g in advies.routes for stap in g.stappen)
    volwassen = adviseer(kennis, zaak(beeld="nep", toestemming="nee", leeftijd="volwassen"), VANDAAG)
    assert not volwassen.waarschuwingen and any(
        "schermfoto" in stap.tekst for g in volwassen.routes for stap in g.stappen
    )
