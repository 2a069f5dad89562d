"""Door de situaties wandelen: geen dode weg, altijd hulp, en elke vaste regel houdt. De volle wandeling: `python -m knowledge wandel`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Zaak, adviseer, volgende_vraag
from knowledge.bewijs import SOORTEN, meet, overtredingen, wandel
from knowledge.bewijs.dekking import Dekking
from knowledge.bewijs.regels import Regels
from knowledge.bewijs.wandel import Antwoorden, Weg, begin
from knowledge.recht import Waarde, beoordeel, herspeel
from knowledge.schema import WEET_NIET
from tests.gedeeld import kennis

pytestmark = pytest.mark.bewijs("inhoud")

VANDAAG = date(2026, 11, 24)
KENNIS = kennis()
ANTWOORDEN = Antwoorden(KENNIS, VANDAAG)
SITUATIES = [s.id for s in KENNIS.situaties.values() if s.knop]
HOOGSTENS = 25
"""Zoveel paarwegen per situatie; de opdracht loopt ze allemaal."""


@pytest.fixture(scope="module")
def wegen() -> list[Weg]:
    return list(wandel(KENNIS, VANDAAG, HOOGSTENS))


@pytest.fixture(scope="module")
def dekking(wegen: list[Weg]) -> Dekking:
    return meet(KENNIS, wegen)


def test_elke_weg_houdt_elke_vaste_regel(wegen: list[Weg]) -> None:
    assert [(str(weg), regel) for weg, regel in overtredingen(KENNIS, wegen)][:5] == []


@pytest.mark.parametrize("soort", SOORTEN)
def test_alles_wordt_bereikt(dekking: Dekking, soort: str) -> None:
    assert dekking.gemist(soort) == []


# ── eigenschappen ──────────────────────────────────────────────────────────────────────────────────────────────────

feit_met_antwoord = st.sampled_from(sorted(KENNIS.feiten)).flatmap(
    lambda feit: st.tuples(st.just(feit), st.sampled_from(ANTWOORDEN.op(feit)))
)
zaken = st.lists(feit_met_antwoord, max_size=12, unique_by=lambda paar: paar[0])


def zaak_van(paren: list[tuple[str, Waarde]]) -> Zaak:
    zaak = Zaak()
    for feit, waarde in paren:
        zaak = zaak.met(feit, waarde)
    return zaak


@given(zaken, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_de_volgorde_van_vertellen_verandert_niets(paren: list[tuple[str, Waarde]], toeval: object) -> None:
    anders = list(paren)
    toeval.shuffle(anders)  # type: ignore[attr-defined]
    aangevuld = [(a.feit, a.waarde) for a in KENNIS.vul_aan(zaak_van(paren)).antwoorden]
    if sorted(aangevuld) == sorted((a.feit, a.waarde) for a in KENNIS.vul_aan(zaak_van(anders)).antwoorden):
        een, twee = (adviseer(KENNIS, zaak_van(rij), VANDAAG).naar_ids() for rij in (paren, anders))
        assert een == twee
        assert volgende_vraag(KENNIS, zaak_van(paren), VANDAAG) == volgende_vraag(KENNIS, zaak_van(anders), VANDAAG)


@given(zaken)
@settings(max_examples=100, deadline=None)
def test_weet_ik_niet_verandert_geen_oordeel(paren: list[tuple[str, Waarde]]) -> None:
    """Een feit waarop 'weet ik niet' gezegd is, beslist niets: geen grond wordt er ja of mogelijk door."""
    zaak = zaak_van(paren)
    los = [feit for feit in KENNIS.feiten if not KENNIS.vul_aan(zaak).kent(feit)]
    erbij = zaak
    for feit in los[:5]:
        erbij = erbij.met(feit, WEET_NIET)
    assert beoordeel(KENNIS, erbij, VANDAAG).passend == beoordeel(KENNIS, zaak, VANDAAG).passend


@given(zaken, feit_met_antwoord)
@settings(max_examples=150, deadline=None)
def test_een_feit_waar_een_grond_niet_naar_kijkt_verandert_hem_niet(
    paren: list[tuple[str, Waarde]], extra: tuple[str, Waarde]
) -> None:
    zaak = zaak_van(paren)
    if KENNIS.vul_aan(zaak).kent(extra[0]):
        return
    voor, na = beoordeel(KENNIS, zaak, VANDAAG), beoordeel(KENNIS, zaak.met(*extra), VANDAAG)
    if voor.bereik != na.bereik or voor.dag != na.dag:
        return
    nieuw = {a.feit for a in na.zaak.antwoorden} - {a.feit for a in voor.zaak.antwoorden}
    for toets in KENNIS.grondtoetsen:
        if toets.feiten.isdisjoint(nieuw):
            assert voor.statussen[toets.grond.id] == na.statussen[toets.grond.id], toets.grond.id


@given(
    st.sampled_from(SITUATIES),
    st.lists(st.integers(0, 30), min_size=8, max_size=20),
    st.integers(0, 7),
    st.integers(0, 9),
)
@settings(max_examples=60, deadline=None)
def test_een_antwoord_veranderen_is_hetzelfde_als_opnieuw_lopen(
    situatie: str, keuzes: list[int], plek: int, ander: int
) -> None:
    """Na een gewijzigd antwoord geeft herspelen de zaak die een nieuw gesprek met die antwoorden ook geeft."""
    zaak, gegeven = begin(KENNIS, KENNIS.situaties[situatie], VANDAAG), {}
    start = zaak
    while (feit := volgende_vraag(KENNIS, zaak, VANDAAG)) is not None:
        mogelijk = ANTWOORDEN.op(feit.id)
        gegeven[feit.id] = mogelijk[keuzes[len(gegeven) % len(keuzes)] % len(mogelijk)]
        zaak = zaak.met(feit.id, gegeven[feit.id])
    if not gegeven:
        return
    veranderd = list(gegeven)[plek % len(gegeven)]
    gegeven[veranderd] = ANTWOORDEN.op(veranderd)[ander % len(ANTWOORDEN.op(veranderd))]
    herspeeld = herspeel(KENNIS, zaak.met(veranderd, gegeven[veranderd]), VANDAAG)
    opnieuw = start
    while (feit := volgende_vraag(KENNIS, opnieuw, VANDAAG)) is not None and feit.id in gegeven:
        opnieuw = opnieuw.met(feit.id, gegeven[feit.id])
    assert herspeeld.bij_feit == opnieuw.bij_feit
    assert adviseer(KENNIS, herspeeld, VANDAAG).naar_ids() == adviseer(KENNIS, opnieuw, VANDAAG).naar_ids()


# ── de wet verandert ───────────────────────────────────────────────────────────────────────────────────────────────

GRENZEN = [(t.grond.id, grens) for t in KENNIS.grondtoetsen for grens in t.grenzen if grens.year >= 1990]


@pytest.mark.parametrize(("grond", "grens"), GRENZEN, ids=[f"{g} {d}" for g, d in GRENZEN])
def test_op_de_dag_van_een_wetswijziging_geldt_de_nieuwe_wet(grond: str, grens: date) -> None:
    """De dag ervoor geldt wat toen gold, de dag zelf wat nieuw is: de versie en elke variant volgen hun eigen data."""
    toets = next(t for t in KENNIS.grondtoetsen if t.grond.id == grond)
    for dag in (grens - timedelta(days=1), grens, grens + timedelta(days=1)):
        geldig = [v for v in toets.grond.versies if v.van <= dag and (v.tot is None or dag <= v.tot)]
        assert len(geldig) <= 1 and toets.versie(dag) == (geldig[0] if geldig else None)
        varianten = {v.variant.id for v in toets.varianten(dag)}
        verwacht = {
            v.id for v in toets.grond.varianten if (v.van is None or v.van <= dag) and (v.tot is None or dag <= v.tot)
        }
        assert varianten == (verwacht if geldig else set())
    if grens <= VANDAAG and toets.van_de_daad:
        for voorbeeld in toets.grond.voorbeelden:
            for dag in (grens - timedelta(days=1), grens):
                zaak = zaak_van([])
                for feit, ruw in voorbeeld.feiten.items():
                    zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, voorbeeld.vandaag))
                b = beoordeel(KENNIS, zaak.met("wanneer", dag.isoformat()), VANDAAG)
                if toets.versie(dag) is None:
                    assert b.statussen[grond] in ("nee", "onbekend")
                elif b.statussen[grond] in ("ja", "mogelijk"):
                    assert b.oordeel(grond).versie == toets.versie(dag)


@pytest.mark.parametrize(("dag", "verwacht"), [(date(2026, 12, 1), False), (date(2026, 12, 2), True)])
def test_uitkleedapps_worden_vanzelf_verboden(dag: date, verwacht: bool) -> None:
    zaak = zaak_van(
        [("beeld", "nep"), ("beeld_seksueel", "ja"), ("toestemming_maken", "nee"), ("tegen_platform", "ja")]
    )
    assert ("ai_5_1_ba" in beoordeel(KENNIS, zaak, dag).passend) is verwacht


def test_een_voorbije_termijn_staat_nooit_open(wegen: list[Weg]) -> None:
    for dag in (VANDAAG, VANDAAG + timedelta(days=400)):
        for weg in wegen[::40]:
            for gerekend in adviseer(KENNIS, weg.zaak, dag).termijnen:
                assert gerekend.laatste_dag is None or gerekend.voorbij == (gerekend.laatste_dag < dag)


def test_de_vaste_regels_merken_een_kapot_advies() -> None:
    """Een regel die niets kan merken is geen regel: zonder de route noodhulp breekt `gevaar_eerst`."""
    zonder = KENNIS.met("routes", "noodhulp", None)
    zaak = zaak_van([("in_gevaar", "ja"), ("beeld_seksueel", "ja")])
    assert Regels(KENNIS).overtreden(adviseer(KENNIS, zaak, VANDAAG)) == []
    assert "regel gevaar_eerst" in Regels(zonder).overtreden(adviseer(zonder, zaak, VANDAAG))
