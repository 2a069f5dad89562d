"""In welke taal iemand begint, en dat Nederlands met Engelse woorden Nederlands blijft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.deur.telegram.opmaak import berichten
from bot.kennis import lees_kennis
from bot.verstaan.spreektaal import Taalkenner
from knowledge import Daad, Stand, beurt

BEGINNEN: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "talen.yaml").read_text("utf-8"))
KENNIS = lees_kennis()[1]
KENNER = Taalkenner(KENNIS)
GENOEG = 0.96


def test_bijna_elk_eerste_bericht_wordt_in_zijn_taal_gehoord() -> None:
    mis = [(t, z) for t, zinnen in BEGINNEN.items() for z in zinnen if KENNER.herken(z).taal != t]
    assert len(mis) <= (1 - GENOEG) * sum(map(len, BEGINNEN.values())), mis


def test_elke_taal_met_een_kaart_heeft_voorbeelden() -> None:
    assert {t.id for t in KENNIS.talen.values() if t.kaart} | {"nl"} == set(BEGINNEN)


@pytest.mark.parametrize("zin", BEGINNEN["nl"])
def test_een_nederlandse_regel_wisselt_nooit_van_taal(zin: str) -> None:
    assert KENNER.herken(zin, in_gesprek=True).taal == "nl"


@pytest.mark.parametrize(
    ("zin", "taal"),
    [
        ("intihar etmek istiyorum", "tr"),
        ("أريد أن أموت", "ar"),
        ("chcę umrzeć", "pl"),
        ("quiero morir", "es"),
        ("ich will sterben", "de"),
        ("je veux mourir", "fr"),
        ("我想死", "zh"),
        ("mi ke muri", "pap"),
    ],
)
def test_wie_in_zijn_taal_zegt_dood_te_willen_wordt_gehoord(zin: str, taal: str) -> None:
    gesproken = KENNER.herken(zin)
    assert (gesproken.taal, gesproken.nood) == (taal, "suicide")


def test_een_taal_zonder_kaart_krijgt_de_engelse() -> None:
    for zin in (
        "бывший выложил мои фото в интернет",
        "cineva a pus pozele mele pe internet fără acordul meu",
        "η φωτογραφία μου",
    ):
        assert KENNER.herken(zin).taal == "en", zin


def test_van_rechts_naar_links_op_telegram_en_zonder_script() -> None:
    stand = Stand(kennis=KENNIS.hash, fase="welkom")
    daad = Daad("vertel", taal="ar", nood="suicide")
    blokken = beurt(KENNIS, stand, daad, date(2026, 11, 24)).bericht.naar_json()
    assert all(b.get("rtl") for b in blokken if b.get("taal") == "ar") and blokken
    regels = [regel for bericht in berichten(blokken) for regel in bericht.html.splitlines() if regel.strip()]
    assert any(regel.startswith(("\u200f", "<b>\u200f", "\u200f<b>")) for regel in regels)
