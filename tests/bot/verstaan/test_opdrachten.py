"""Wat iemand typt in plaats van op een knop te drukken: brieven, samenvatting, delen, wissen."""

from __future__ import annotations

from datetime import date

import pytest

from bot.verstaan import Verstaan, bedoeling
from knowledge import Stand, beurt
from knowledge.recht import Zaak
from knowledge.woorden import Keuze, Tekst
from tests.gedeeld import kennis

KENNIS = kennis()
VANDAAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("tekst", "handeling"),
    [
        ("maak een brief", "brieven"),
        ("ik wil een brief", "brieven"),
        ("maak de melding voor mij", "brieven"),
        ("kun je een brief voor mij schrijven", "brieven"),
        ("welke brieven zijn er", "brieven"),
        ("samenvatting", "samenvatting"),
        ("geef me een samenvatting graag", "samenvatting"),
        ("bewaar als bestand", "samenvatting"),
        ("sla dit op als pdf", "samenvatting"),
        ("deel met een medewerker", "deel"),
        ("ik wil dit delen met een hulpverlener", "deel"),
        ("wis alles", "wis"),
        ("ik kreeg een brief van zijn advocaat", None),
        ("hij wil mijn foto delen met een medewerker", None),
        ("er staat een samenvatting van mijn zaak online", None),
        ("ik heb een melding gedaan bij instagram", None),
        ("ik wil een melding doen", None),
    ],
)
def test_een_getypte_opdracht(tekst: str, handeling: str | None) -> None:
    assert bedoeling.handeling(tekst) == handeling


def zeg(tekst: str, stand: Stand) -> tuple[Stand, list[str]]:
    uit = beurt(KENNIS, stand, Verstaan(KENNIS).begrijp(tekst, stand.verwacht, VANDAAG).daad(), VANDAAG)
    return uit.stand, [b.titel if hasattr(b, "titel") else b.tekst for b in uit.bericht.blokken]  # type: ignore[union-attr]


@pytest.mark.parametrize("tekst", ["maak een brief", "samenvatting"])
def test_te_vroeg_komt_de_vraag_terug(tekst: str) -> None:
    stand = Stand(fase="vragen", vraag="gedeeld", zaak=Zaak().met("beeld", "echt"), kennis=KENNIS.hash)
    na, blokken = zeg(tekst, stand)
    assert blokken[0] == KENNIS.zin("brief_na_vragen") and na.vraag == "gedeeld"
    assert blokken[-1].startswith(KENNIS.feiten["gedeeld"].vraag)


@pytest.mark.parametrize("tekst", ["maak de melding voor mij", "bewaar als bestand"])
def test_na_het_advies_opent_het_de_brieven(tekst: str) -> None:
    zaak = Zaak().met("beeld", "echt").met("beeld_seksueel", "ja").met("gedeeld", "ja").met("leeftijd", "volwassen")
    stand = Stand(fase="advies", zaak=zaak, kennis=KENNIS.hash)
    uit = beurt(KENNIS, stand, Verstaan(KENNIS).begrijp(tekst, None, VANDAAG).daad(), VANDAAG)
    assert len(uit.bericht.blokken) > 1
    assert not any(isinstance(b, Tekst | Keuze) and b.tekst == KENNIS.zin("niet_begrepen") for b in uit.bericht.blokken)
