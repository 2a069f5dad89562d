"""Elke knop onder een antwoord brengt iemand verder, ook als die nog niets verteld heeft."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Kennis, Stand, beurt
from knowledge.bouw import pakt_beeld
from knowledge.gesprek import Uitkomst
from knowledge.recht import Zaak
from knowledge.woorden import Lijst, Tekst

VANDAAG = date(2026, 11, 30)


def druk(kennis: Kennis, zaak: Zaak, code: str) -> Uitkomst:
    uitkomst = beurt(kennis, Stand(kennis=kennis.hash, zaak=zaak), Daad.uit_code(code), VANDAAG)
    assert uitkomst.stand.zaak == zaak
    return uitkomst


def gelezen_tekst(uitkomst: Uitkomst) -> list[str]:
    uit = [blok.tekst for blok in uitkomst.bericht.blokken if isinstance(blok, Tekst)]
    punten = [punt for blok in uitkomst.bericht.blokken if isinstance(blok, Lijst) for punt in blok.items]
    return [*uit, *(deel for punt in punten for deel in (punt.tekst, *(d.tekst for d in punt.details)))]


def knoppen(kennis: Kennis) -> set[str]:
    return {
        f"vraag:{naam}" if soort == "antwoord" else f"{soort}:{naam}"
        for antwoord in kennis.antwoorden.values()
        for soort, _, naam in (knop.partition(":") for knop in antwoord.verder)
    }


def test_een_knop_onder_een_antwoord_zegt_iets_aan_wie_nog_niets_vertelde(kennis: Kennis) -> None:
    onbegrepen = kennis.zin("niet_begrepen"), kennis.zin("brief_past_niet")
    for code in sorted(knoppen(kennis)):
        teksten = gelezen_tekst(druk(kennis, Zaak(), code))
        assert teksten and not any(zin in tekst for zin in onbegrepen for tekst in teksten), code


@pytest.mark.parametrize("leeftijd", [None, "van_12_tot_16", "onder_18"])
def test_een_weg_die_iemand_opvraagt_laat_nooit_een_beeld_bewaren_als_de_leeftijd_niet_vaststaat(
    kennis: Kennis, leeftijd: str | None
) -> None:
    zaak = Zaak().met("leeftijd", leeftijd) if leeftijd else Zaak()
    for route in kennis.routes:
        assert not [t for t in gelezen_tekst(druk(kennis, zaak, f"route:{route}")) if pakt_beeld(t)], route


def test_een_weg_die_juist_niet_past_toont_geen_stappen(kennis: Kennis) -> None:
    vrij = gelezen_tekst(druk(kennis, Zaak(), "route:sommatie"))
    bedreigd = gelezen_tekst(druk(kennis, Zaak().met("in_gevaar", "ja"), "route:sommatie"))
    stappen = {stap.tekst for stap in kennis.routes["sommatie"].stappen}
    assert stappen & set(vrij) and not stappen & set(bedreigd)
