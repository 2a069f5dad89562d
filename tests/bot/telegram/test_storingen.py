"""Als Telegram of het net hapert: niets kwijt, niets dubbel, en de website draait door."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from bot.deur.telegram.bewaring import pseudoniem
from bot.opslag import Gesprekken, Kluis
from tests.bot.deur.conftest import sluit, start, vrije_poort, wacht
from tests.bot.telegram.conftest import HIER, Lijn, verbind, wacht_op
from tests.bot.telegram.tegenpartij import TOKEN, Tegenpartij

pytestmark = pytest.mark.lang


def test_drukte_en_storing_bij_telegram_kosten_geen_bericht(lijn: Lijn) -> None:
    sam = lijn.persoon()
    sam.zeg("/start")
    lijn.tegen.storing("sendMessage", 429, parameters={"retry_after": 1})
    lijn.tegen.storing("sendMessage", 502, keer=2)
    assert sam.druk("Ik ben veilig")


def test_een_dubbele_bezorging_is_een_beurt(webhook: Lijn) -> None:
    sam = webhook.persoon()
    sam.zeg("/start")
    update = {"update_id": 9_000_001, "message": {"message_id": 2, "date": 1, "chat": sam.kamer, "from": sam.van}}
    update["message"]["text"] = "waarom"  # type: ignore[index]
    for _ in range(3):
        assert asyncio.run(webhook.tegen.bezorg(update)) == 200
    na = len(webhook.tegen.gestuurd(sam.chat))
    assert asyncio.run(webhook.tegen.bezorg(update)) == 200
    assert len(webhook.tegen.gestuurd(sam.chat)) == na


def test_ook_na_een_val_wordt_een_update_een_keer_gedaan(bot_api: Callable[[], Tegenpartij], tmp_path: Path) -> None:
    lijn = verbind(tmp_path, bot_api(), "webhook")
    try:
        wacht_op(lijn, "webhook")
        sam = lijn.persoon()
        sam.zeg("/start")
        bericht = {"message_id": 2, "date": 1, "chat": sam.kamer, "from": sam.van, "text": "mijn ex dreigt"}
        update = {"update_id": 9_100_001, "message": bericht}
        assert asyncio.run(lijn.tegen.bezorg(update)) == 200
        stand = _stand(lijn, sam.chat)
        os.kill(lijn.huis.deur.pid, signal.SIGKILL)
        lijn.huis.deur.wait()
        lijn.huis.deur = start("deur", lijn.huis.omgeving)
        wacht_op(lijn, "webhook")
        voor = len(lijn.tegen.gestuurd(sam.chat))
        assert asyncio.run(lijn.tegen.bezorg(update)) == 200
        assert len(lijn.tegen.gestuurd(sam.chat)) == voor and _stand(lijn, sam.chat) == stand
    finally:
        sluit(lijn.huis)


def test_een_onleesbare_update_houdt_niemand_op_en_staat_nergens(lijn: Lijn, tmp_path: Path) -> None:
    """Een bericht zonder datum kan de bibliotheek niet lezen. Wie erna schrijft, wordt gehoord."""
    sam = lijn.persoon()
    sam.zeg("/start")
    kapot = {"message_id": 7, "chat": {"id": 4711, "type": "private"}, "text": "zonnebloemkwartet"}
    lijn.tegen.stuur_update({"message": kapot})
    assert "0800 0113" in " ".join(b["text"] for b in sam.zeg("ik wil dood"))
    assert lijn.huis.status()["telegram"] in ("polling", "webhook")
    assert "zonnebloemkwartet" not in Path(lijn.huis.omgeving["PROEF_LOG"]).read_text()


def _stand(lijn: Lijn, chat: int) -> object:
    gesprekken = Gesprekken(lijn.huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(lijn.huis.omgeving["EHBO_SLEUTELS"]))
    rij = gesprekken.lees(pseudoniem(lijn.huis.omgeving["EHBO_GEHEIM"], chat))
    assert rij is not None
    return rij.stand


@pytest.mark.parametrize("fout", ["Forbidden: bot was blocked by the user", "Bad Request: chat not found"])
def test_wie_ons_blokkeert_wordt_vergeten(webhook: Lijn, fout: str) -> None:
    sam = webhook.persoon()
    sam.zeg("/start")
    webhook.tegen.storing("sendMessage", 403 if "Forbidden" in fout else 400, description=fout)
    sam.zeg("hallo")
    gesprekken = Gesprekken(
        webhook.huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(webhook.huis.omgeving["EHBO_SLEUTELS"])
    )
    assert gesprekken.lees(pseudoniem(webhook.huis.omgeving["EHBO_GEHEIM"], sam.chat)) is None


def test_geweigerde_opmaak_wordt_gewone_tekst(webhook: Lijn) -> None:
    sam = webhook.persoon()
    webhook.tegen.storing("sendMessage", 400, description="Bad Request: can't parse entities")
    assert "computerprogramma" in sam.zeg("/start")[0]["text"]


def test_de_website_werkt_als_telegram_weg_is_en_verbindt_later(
    bot_api: Callable[[], Tegenpartij], tmp_path: Path
) -> None:
    server = bot_api()
    dood = Tegenpartij(server.server, vrije_poort())
    begin = time.monotonic()
    lijn = verbind(tmp_path, dood, "polling")
    try:
        assert httpx.post(f"{lijn.huis.adres}/api/gesprek", trust_env=False).status_code == 200
        assert lijn.huis.status()["telegram"] == "verbinden" and time.monotonic() - begin < 60
        dood.start()
        wacht_op(lijn, "polling")
        sam = lijn.persoon()
        assert sam.zeg("/start")
    finally:
        sluit(lijn.huis)
        dood.stop()


def test_een_geweigerd_token_zegt_wat_er_moet_gebeuren(bot_api: Callable[[], Tegenpartij], tmp_path: Path) -> None:
    tegen = bot_api()
    tegen.storing("getMe", 401, keer=5, description="Unauthorized")
    lijn = verbind(tmp_path, tegen, "polling")
    try:
        wacht(lijn.huis.adres, lambda s: s["telegram"] == "token_fout", 20)
        assert httpx.get(f"{lijn.huis.adres}/gezond", trust_env=False).text == "ok"
    finally:
        sluit(lijn.huis)


def test_woorden_en_nummers_staan_in_geen_enkel_bestand(lijn: Lijn) -> None:
    """De chat staat er alleen onder een pseudoniem, en versleuteld."""
    sam = lijn.persoon()
    sam.zeg("/start")
    sam.zeg("kanarie Xantippe heeft een geheim verhaal")
    map_ = Path(lijn.huis.omgeving["EHBO_GESPREKKEN"].removeprefix("sqlite:///")).parent
    for bestand in map_.rglob("*"):
        if bestand.is_file():
            ruw = bestand.read_bytes()
            assert not any(w in ruw for w in (b"Xantippe", b"kanarie", str(sam.chat).encode(), TOKEN.encode()))


def test_er_pollt_er_maar_een(bot_api: Callable[[], Tegenpartij], tmp_path: Path) -> None:
    tegen = bot_api()
    een = verbind(tmp_path, tegen, "polling")
    twee = None
    try:
        wacht_op(een, "polling")
        twee = verbind(tmp_path, tegen, "polling")
        wacht_op(twee, "wacht")
        os.kill(een.huis.deur.pid, signal.SIGKILL)
        een.huis.deur.wait()
        wacht_op(twee, "polling")
    finally:
        sluit(een.huis)
        if twee is not None:
            sluit(twee.huis)


def test_de_server_van_een_ander_is_vastgezet() -> None:
    assert '"telegram-test-api": "4.2.1"' in (HIER / "package.json").read_text()
