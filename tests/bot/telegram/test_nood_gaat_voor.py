"""Elk bericht gaat eerst langs de zorg: een opdracht met woorden, een verandering, een bijschrift; en niets zet iemand eruit."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from bot.deur.telegram.ontvanger import NOG_EENS, Ontvanger, _woorden
from knowledge.gesprek.daad import ZONDER


def update(**velden: Any) -> Update:
    soort = velden.pop("soort", "message")
    bericht = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, **velden}
    gelezen = Update.de_json({"update_id": 1, soort: bericht}, None)  # type: ignore[arg-type]
    assert gelezen is not None
    return gelezen


def lees(bericht: Update) -> tuple[Any, str | None, str | None]:
    return Ontvanger._lees(object.__new__(Ontvanger), bericht)


@pytest.mark.parametrize("opdracht", ["/stop", "/wis", "/hulp", "/onzin"])
def test_een_noodkreet_achter_een_opdracht_is_geen_opdracht(opdracht: str) -> None:
    assert lees(update(text=f"{opdracht} ik wil niet meer leven"))[1:] == ("ik wil niet meer leven", None)


def test_een_gewone_opdracht_blijft_er_een() -> None:
    assert lees(update(text="/wis"))[2] == "wis" and lees(update(text="/hulp"))[2] == "mens"


def test_wie_een_bericht_verandert_in_een_noodkreet_wordt_gehoord() -> None:
    assert lees(update(soort="edited_message", text="ik wil dood"))[1] == "ik wil dood"
    assert lees(update(soort="edited_message", text="ik bedoelde dinsdag"))[2] == NOG_EENS


def test_een_bijschrift_telt_als_woorden() -> None:
    foto = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    assert _woorden(update(caption="ik spring vannacht van het dak", photo=foto)) == "ik spring vannacht van het dak"


def test_nog_eens_is_een_daad_die_niemand_uit_de_zorg_zet() -> None:
    assert NOG_EENS in ZONDER
