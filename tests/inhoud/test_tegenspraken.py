"""Tegenspraken en onmogelijke invoer: een vriendelijke vraag, nooit een verkeerde conclusie."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Zaak
from knowledge.gesprek import Daad, Stand, beurt
from knowledge.schema import Voorwaarde
from knowledge.woorden import Keuze
from tests.gedeeld import kennis

VANDAAG = date(2026, 11, 24)
KENNIS = kennis()


def invulling(voorwaarde: Voorwaarde) -> dict[str, str]:
    """Antwoorden waarmee de voorwaarde waar is."""
    if voorwaarde.feit is not None:
        return {voorwaarde.feit: voorwaarde.waarden[0]}
    delen = voorwaarde.alle or voorwaarde.een_van[:1]
    return {feit: waarde for deel in delen for feit, waarde in invulling(deel).items()}


@pytest.mark.parametrize("naam", sorted(KENNIS.tegenspraken))
def test_elke_tegenspraak_wordt_nagevraagd_en_is_te_veranderen(naam: str) -> None:
    tegenspraak = KENNIS.tegenspraken[naam]
    zaak = Zaak()
    for feit, waarde in invulling(tegenspraak.als).items():
        ruw = [waarde] if KENNIS.feiten[feit].soort == "meerkeuze" else waarde
        zaak = zaak.met(feit, KENNIS.lees_antwoord(feit, ruw, VANDAAG))
    uit = beurt(KENNIS, Stand(zaak=zaak, fase="vragen", kennis="proef"), Daad("verder"), VANDAAG)
    keuzes = [blok for blok in uit.bericht.blokken if isinstance(blok, Keuze)]
    assert tegenspraak.vraag in [keuze.tekst for keuze in keuzes]
    knoppen = {knop.code for keuze in keuzes for knop in keuze.opties}
    assert {f"wijzig:{feit}" for feit in tegenspraak.feiten if zaak.kent(feit)} <= knoppen
    assert len(knoppen) >= 2, "er zijn minstens twee antwoorden te veranderen"


@pytest.mark.parametrize(
    ("ruw", "zin"),
    [
        ("2027-01-01", "datum_toekomst"),
        ("1989-12-31", "datum_te_oud"),
        ("31-31-2026", "datum_onleesbaar"),
        ("2026-02-30", "datum_onleesbaar"),
    ],
)
def test_een_onmogelijke_dag_geeft_dezelfde_vraag_met_uitleg(ruw: str, zin: str) -> None:
    stand = Stand(zaak=Zaak().met("gebeurd", ("uitspraak",)), fase="vragen", vraag="ontdekt", kennis="proef")
    uit = beurt(KENNIS, stand, Daad("antwoord", naam="ontdekt", waarde=ruw), VANDAAG)
    assert uit.stand.vraag == "ontdekt" and not uit.stand.zaak.kent("ontdekt")
    assert KENNIS.zin(zin) in [getattr(blok, "tekst", "") for blok in uit.bericht.blokken]
