"""Wat niet op het advies wacht: gevaar en een beeld van een kind komen bij het antwoord zelf, en maar één keer."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Kennis, Stand, beurt
from knowledge.gesprek import Uitkomst
from knowledge.woorden import Lijst

VANDAAG = date(2026, 11, 25)


def gezegd(uitkomst: Uitkomst) -> list[str]:
    return [
        punt.id or ""
        for blok in uitkomst.bericht.blokken
        if isinstance(blok, Lijst) and blok.onderwerp == "waarschuwing"
        for punt in blok.items
    ]


def speel(kennis: Kennis, *daden: str | Daad) -> list[Uitkomst]:
    stand, uit = Stand(kennis=kennis.hash), []
    for daad in daden:
        uit.append(beurt(kennis, stand, Daad.uit_code(daad) if isinstance(daad, str) else daad, VANDAAG))
        stand = uit[-1].stand
    return uit


def test_wie_niet_veilig_is_hoort_dat_meteen_en_met_nummers(kennis: Kennis) -> None:
    ex = Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)), ("beeld", "echt"), ("relatie", "ex_partner")))
    *_, vraag, twijfel, daarna = speel(
        kennis, "start", "veilig", ex, "klopt", "antwoord:veilig_thuis:twijfel", "weet_niet"
    )
    assert vraag.stand.vraag == "veilig_thuis" and "niet_veilig" not in gezegd(vraag)
    assert gezegd(twijfel) == ["niet_veilig"] and "niet_veilig" not in gezegd(daarna)
    let_op = next(blok for blok in twijfel.bericht.blokken if isinstance(blok, Lijst))
    assert {nummer.nummer for nummer in let_op.items[0].telefoon} >= {"112", "0800 2000"}
    assert twijfel.stand.vraag is not None  # en het gesprek gaat verder


@pytest.mark.parametrize("leeftijd", ["onder_12", "van_12_tot_16", "van_16_tot_18", "onder_18"])
def test_bij_een_beeld_van_een_kind_meteen_niet_bewaren_en_niet_doorsturen(kennis: Kennis, leeftijd: str) -> None:
    verteld = Daad(
        "vertel", feiten=(("gebeurd", ("beeld_dreiging",)), ("beeld_seksueel", "ja"), ("leeftijd", leeftijd))
    )
    *_, gehoord, klopt = speel(kennis, "start", "veilig", verteld, "klopt")
    assert gezegd(gehoord) == ["minderjarig"] and "minderjarig" not in gezegd(klopt)


def test_bij_een_volwassene_niet(kennis: Kennis) -> None:
    verteld = Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)), ("beeld", "echt"), ("leeftijd", "volwassen")))
    assert [gezegd(u) for u in speel(kennis, "start", "veilig", verteld, "klopt")] == [[]] * 4
