"""Door de situaties wandelen: geen doodlopende weg, altijd hulp, en wie niet zeker volwassen is krijgt nooit het verkeerde advies."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Kennis, Zaak, adviseer, volgende_vraag
from knowledge.advies import Advies
from knowledge.load import lees
from knowledge.schema import WEET_NIET

VANDAAG = date(2026, 11, 24)
KENNIS = Kennis(lees().inhoud, "proef")
SITUATIES = [s.id for s in KENNIS.situaties.values() if s.knop]
BEELD_PAKKEN = re.compile(
    r"schermfoto|screenshot|sla (?:het|de foto|het beeld) op|bewaar (?:het beeld|de foto|het filmpje)|stuur (?:het beeld|de foto) ",
    re.I,
)
ONTKEND = re.compile(r"\b(niet|geen|nooit)\b", re.I)


def antwoorden(feit_id: str) -> list[object]:
    feit = KENNIS.feiten[feit_id]
    if feit.soort == "datum":
        return ["2018-01-01", "2022-05-05", "2026-11-01", WEET_NIET]
    if feit.soort == "meerkeuze":
        return [[o.id] for o in feit.opties] + [[o.id for o in feit.opties if not o.alleen][:3], WEET_NIET]
    return [o.id for o in feit.opties] + [WEET_NIET]


def controleer(advies: Advies, zaak: Zaak) -> None:
    assert advies.routes, "altijd minstens één route"
    assert advies.hulp, "altijd minstens één hulp"
    assert set(advies.bronnen) <= set(KENNIS.bronnen) and advies.bronnen
    fasen = ["nu", "deze_week", "voor_datum", "later"]
    assert [fasen.index(g.route.fase) for g in advies.routes] == sorted(
        fasen.index(g.route.fase) for g in advies.routes
    )
    for gekozen in advies.routes:
        assert gekozen.stappen and gekozen.route.instanties and gekozen.route.bronnen
    for gerekend in advies.termijnen:
        assert gerekend.laatste_dag is None or gerekend.voorbij == (gerekend.laatste_dag < VANDAAG)
    if zaak.waarde("leeftijd") != "volwassen":
        for gekozen in advies.routes:
            for stap in gekozen.stappen:
                assert not BEELD_PAKKEN.search(stap.tekst) or ONTKEND.search(stap.tekst), (
                    f"{gekozen.route.id}: {stap.tekst}"
                )
        if zaak.waarde("beeld_seksueel") == "ja" or zaak.waarde("beeld") in ("echt", "nep"):
            assert "minderjarig" in [w.id for w in advies.waarschuwingen]
            assert "stopncii" not in [g.route.id for g in advies.routes]
    if zaak.waarde("veilig_thuis") == "twijfel":
        assert "niet_veilig" in [w.id for w in advies.waarschuwingen]
        if zaak.waarde("rol") not in ("maker", "beschuldigd"):
            assert advies.routes[0].route.id == "noodhulp"
            assert "sommatie" not in [g.route.id for g in advies.routes]


def wandel(situatie: str, keuzes: list[int], rol: str | None = None) -> tuple[Zaak, int]:
    zaak = Zaak()
    if rol:
        zaak = zaak.met("rol", rol, "zin")
    for feit, ruw in KENNIS.situaties[situatie].knopfeiten.items():
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, VANDAAG), "zin")
    nr = 0
    while (feit_ := volgende_vraag(KENNIS, zaak, VANDAAG)) is not None:
        mogelijk = antwoorden(feit_.id)
        zaak = zaak.met(
            feit_.id, KENNIS.lees_antwoord(feit_.id, mogelijk[keuzes[nr % len(keuzes)] % len(mogelijk)], VANDAAG)
        )
        nr += 1
        assert nr < 45, f"{situatie} blijft vragen"
    return zaak, nr


@pytest.mark.parametrize("situatie", SITUATIES)
def test_elk_antwoord_op_elke_vraag_van_een_situatie(situatie: str) -> None:
    """Elk antwoord minstens één keer, met de andere vragen op hun eerste, hun laatste en 'weet ik niet'."""
    for anders in (0, 1, -1):
        for afwijking in range(20):
            for antwoord in range(0, 14, 1):
                keuzes = [anders % 50] * 20
                keuzes[afwijking] = antwoord
                zaak, vragen = wandel(situatie, keuzes)
                controleer(adviseer(KENNIS, zaak, VANDAAG), zaak)
                if afwijking >= vragen:
                    break
            else:
                continue
            break


@given(
    st.sampled_from(SITUATIES),
    st.lists(st.integers(0, 30), min_size=1, max_size=30),
    st.sampled_from([None, "ouder", "naaste", "leraar", "professional", "maker", "beschuldigd"]),
)
@settings(max_examples=400, deadline=None)
def test_willekeurige_wandeling(situatie: str, keuzes: list[int], rol: str | None) -> None:
    zaak, _ = wandel(situatie, keuzes, rol)
    controleer(adviseer(KENNIS, zaak, VANDAAG), zaak)


@pytest.mark.parametrize(("dag", "verwacht"), [(date(2026, 12, 1), False), (date(2026, 12, 2), True)])
def test_uitkleedapps_worden_vanzelf_verboden(dag: date, verwacht: bool) -> None:
    zaak = (
        Zaak()
        .met("beeld", "nep")
        .met("beeld_seksueel", "ja")
        .met("toestemming_maken", "nee")
        .met("tegen_platform", "ja")
    )
    assert ("ai_5_1_ba" in adviseer(KENNIS, zaak, dag).beoordeling.passend) is verwacht
