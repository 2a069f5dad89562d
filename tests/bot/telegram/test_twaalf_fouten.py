"""De twaalf fouten van Rasa's eigen Telegramkanaal: elk aangewezen in zijn broncode, en bij ons nagedaan."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from bot.deur.telegram.bewaring import pseudoniem
from bot.deur.telegram.opmaak import BESTAND, GRENS, Meerkeuze, berichten, lengte
from bot.document import SOORTEN
from bot.kennis import lees_kennis
from bot.opslag import InRedis
from knowledge.bouw import check_knoppen
from knowledge.gesprek import CODE_BYTES
from tests.bot.deur.conftest import sluit
from tests.bot.telegram.conftest import Lijn, verbind, wacht_op
from tests.bot.telegram.tegenpartij import Tegenpartij


def stock() -> str:
    """De broncode van Rasa's kanaal. Leest hem, start hem niet: hij praat alleen met het echte Telegram."""
    from rasa.core.channels import telegram

    import bot.rasa  # noqa: F401  eerst: dit maakt Rasa passend voor deze Python

    return inspect.getsource(telegram)


def gezegd(lijn: Lijn, methode: str) -> list[dict[str, str]]:
    return [g for m, g in lijn.tegen.aanroepen if m == methode]


def test_1_zonder_het_geheim_gebeurt_er_niets(webhook: Lijn) -> None:
    assert "secret_token" not in stock() and "X-Telegram-Bot-Api-Secret-Token" not in stock()
    sam = webhook.persoon()
    update = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": sam.kamer, "from": sam.van, "text": "hoi"},
    }
    voor = len(webhook.tegen.aanroepen)
    for geheim in ("", "fout", webhook.huis.omgeving["EHBO_TELEGRAM_GEHEIM"][:-1]):
        assert asyncio.run(webhook.tegen.bezorg(update, geheim)) == 401
    assert len(webhook.tegen.aanroepen) == voor and webhook.tegen.gestuurd(sam.chat) == []


def test_2_niemand_van_buiten_zet_de_webhook(webhook: Lijn) -> None:
    assert 'route("/set_webhook", methods=["GET", "POST"])' in stock()
    voor = len(gezegd(webhook, "setWebhook"))
    for pad in ("/telegram", "/telegram/set_webhook", "/webhooks/telegram/set_webhook"):
        assert httpx.get(f"{webhook.huis.adres}{pad}", trust_env=False).status_code in (404, 405)
    assert len(gezegd(webhook, "setWebhook")) == voor == 1
    gezet = gezegd(webhook, "setWebhook")[0]
    assert gezet["secret_token"] == webhook.huis.omgeving["EHBO_TELEGRAM_GEHEIM"]
    assert webhook.huis.omgeving["EHBO_TELEGRAM_TOKEN"] not in gezet["url"]


def test_3_geen_extra_rondje_per_bericht(lijn: Lijn) -> None:
    assert "credentials = await out_channel.get_me()" in stock()
    voor = len(gezegd(lijn, "getMe"))
    sam = lijn.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    assert len(gezegd(lijn, "getMe")) == voor


def test_4_een_knop_wordt_beantwoord(lijn: Lijn) -> None:
    assert "answer_callback_query" not in stock() and ".answer(" not in stock()
    sam = lijn.persoon()
    sam.zeg("/start")
    voor = len(gezegd(lijn, "answerCallbackQuery"))
    sam.druk("Ik ben veilig")
    assert len(gezegd(lijn, "answerCallbackQuery")) == voor + 1


def test_5_een_knop_op_een_rij_en_weg_na_gebruik(lijn: Lijn) -> None:
    assert 'button_type: Optional[Text] = "inline"' in stock() and "reply_markup.row(*button_list)" in stock()
    sam = lijn.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    rijen = [r for b in lijn.tegen.gestuurd(sam.chat) for r in (b.get("reply_markup") or {}).get("inline_keyboard", ())]
    assert len(rijen) > 3 and all(len(rij) == 1 for rij in rijen)
    assert "Ik ben veilig, ga verder" not in sam.knoppen()


def test_6_elke_knop_past_in_64_bytes() -> None:
    """Telegram weigert een langere knop; `knowledge check` weigert hem al bij het bouwen, ook de vinkjes en de bestanden."""
    assert "64" not in stock()
    kennis = lees_kennis()[1]
    for feit in kennis.feiten.values():
        opties = tuple(o.id for o in feit.opties)
        codes = [f"antwoord:{feit.id}:{optie}" for optie in opties]
        if feit.soort == "meerkeuze":
            alles = Meerkeuze(feit.id, opties, frozenset(range(len(opties))))
            codes = [code for _, code in alles.knoppen(opties, "klaar")]
            # zo rekent de controle: niet korter dan de echte knop
            gerekend = max(len(code) for _, code in check_knoppen._opties(feit))
            assert max(map(len, codes)) <= gerekend
        assert all(len(code.encode()) <= CODE_BYTES for code in codes), feit.id
    assert BESTAND == "bestand:" and max(len(f":{vorm}") for vorm in SOORTEN) == check_knoppen.LANGSTE_VORM


FOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]}


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (FOTO, "Stuur hier geen beelden"),
        ({"video": {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "duration": 1}}, "geen beelden"),
        ({"document": {"file_id": "f", "file_unique_id": "u"}}, "geen beelden"),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}, "Vertel het liever in woorden"),
        ({"location": {"latitude": 52.1, "longitude": 4.3}}, "Vertel het liever in woorden"),
        ({"contact": {"phone_number": "0600000000", "first_name": "X"}}, "Vertel het liever in woorden"),
        (
            {
                "sticker": {
                    "file_id": "f",
                    "file_unique_id": "u",
                    "type": "regular",
                    "width": 9,
                    "height": 9,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "Vertel het liever in woorden",
        ),
    ],
)
def test_7_een_foto_of_iets_anders_krijgt_een_vriendelijk_antwoord(
    lijn: Lijn, velden: dict[str, object], zin: str
) -> None:
    assert 'return response.text("success")' in stock()
    sam = lijn.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    antwoord = " ".join(b["text"] for b in sam.odd(**velden))
    assert zin in antwoord
    assert not gezegd(lijn, "getFile"), "wij halen een bestand nooit op"


def test_7b_een_noodkreet_onder_een_foto_wordt_gehoord(lijn: Lijn) -> None:
    sam = lijn.persoon()
    antwoord = " ".join(b["text"] for b in sam.odd(caption="ik wil dood", **FOTO))
    assert "0800 0113" in antwoord and "Stuur hier geen beelden" in antwoord


def test_8_een_blokkade_geeft_geen_fout_en_wist_het_gesprek(lijn: Lijn) -> None:
    assert "my_chat_member" not in stock()
    from bot.opslag import Gesprekken, Kluis

    sam = lijn.persoon()
    sam.zeg("/start")
    gesprekken = Gesprekken(lijn.huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(lijn.huis.omgeving["EHBO_SLEUTELS"]))
    id_ = pseudoniem(lijn.huis.omgeving["EHBO_GEHEIM"], sam.chat)
    assert gesprekken.lees(id_) is not None
    bot = {"id": 666, "first_name": "Bot", "is_bot": True}
    lid = {
        "chat": sam.kamer,
        "from": sam.van,
        "date": 1,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }
    sam._wacht(lambda: lijn.tegen.stuur_update({"my_chat_member": lid}))
    assert gesprekken.lees(id_) is None


def test_9_een_aangepast_bericht_zonder_tekst(lijn: Lijn) -> None:
    assert "text = update.edited_message.text" in stock()
    sam = lijn.persoon()
    sam.zeg("/start")
    bericht = {"message_id": 3, "date": 1, "edit_date": 2, "chat": sam.kamer, "from": sam.van, **FOTO}
    antwoord = sam._wacht(lambda: lijn.tegen.stuur_update({"edited_message": bericht}))
    assert "Stuur het als een nieuw bericht" in antwoord[0]["text"]


def test_10_lange_berichten_worden_netjes_gesplitst() -> None:
    assert "4096" not in stock() and "parse_mode" not in stock()
    lang = " ".join(["**let op** <b>geen html</b> & zo"] * 900) + "\n" + "ë😀" * 3000
    knop = {"label": "Klopt", "code": "klopt"}
    uit = berichten([{"blok": "tekst", "tekst": lang}, {"blok": "keuze", "tekst": lang, "opties": [knop]}])
    for bericht in uit:
        assert lengte(unescape(bericht.html.replace("<b>", "").replace("</b>", ""))) <= GRENS
        assert bericht.html.count("<b>") == bericht.html.count("</b>")
        assert "<b>geen" not in bericht.html
    assert [bool(b.knoppen) for b in uit].count(True) == 1 and uit[-1].knoppen


@pytest.fixture(scope="module")
def met_redis(
    redis_adres: str,
    bot_api: Callable[[], Tegenpartij],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Lijn]:
    lijn_ = verbind(tmp_path_factory.mktemp("omroep"), bot_api(), "polling", EHBO_REDIS=redis_adres)
    wacht_op(lijn_, "polling")
    yield lijn_
    sluit(lijn_.huis)


def test_11_iets_zeggen_zonder_dat_erom_gevraagd_is(met_redis: Lijn) -> None:
    assert "asyncio.run(channel.set_webhook" in stock()
    sam = met_redis.persoon()
    sam.zeg("/start")
    voor = len(met_redis.tegen.gestuurd(sam.chat))

    async def zeg() -> None:
        gedeeld = InRedis(met_redis.huis.omgeving["EHBO_REDIS"])
        id_ = pseudoniem(met_redis.huis.omgeving["EHBO_GEHEIM"], sam.chat)
        for _ in range(2):  # twee keer hetzelfde merk: één bericht
            blokken = [{"blok": "tekst", "tekst": "Ik ben Noor van de hulplijn."}]
            await gedeeld.stuur("telegram", {"gesprek": id_, "merk": "m1", "naam": "Noor", "blokken": blokken})
        for _ in range(200):
            if len(met_redis.tegen.gestuurd(sam.chat)) > voor:
                break
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
        await gedeeld.sluit()

    asyncio.run(zeg())
    nieuw = met_redis.tegen.gestuurd(sam.chat)[voor:]
    assert len(nieuw) == 1 and "Noor" in nieuw[0]["text"]


def test_12_in_een_groep_zegt_hij_gedag_en_gaat_weg(lijn: Lijn) -> None:
    assert "sender_id = msg.chat.id" in stock() and "leave_chat" not in stock()
    sam = lijn.persoon()
    groep = {"id": -100500, "type": "supergroup", "title": "Klas 4B"}
    bericht = {"message_id": 1, "date": 1, "chat": groep, "from": sam.van, "text": "mijn ex deelt mijn foto"}
    sam._wacht(lambda: lijn.tegen.stuur_update({"message": bericht}))
    assert any(g["chat_id"] == "-100500" for g in gezegd(lijn, "leaveChat"))
    naar_groep = [g["text"] for g in gezegd(lijn, "sendMessage") if g["chat_id"] == "-100500"]
    assert len(naar_groep) == 1 and "niet in een groep" in naar_groep[0]


def test_de_noodtekst_heeft_de_nummers_van_de_kennis() -> None:
    from bot.deur.telegram.ontvanger import NOODTEKST

    instanties = lees_kennis()[1].instanties
    for naam in ("politie_112", "dertien113", "helpwanted"):
        telefoon = instanties[naam].telefoon
        assert telefoon is not None and telefoon.nummer in NOODTEKST


def test_de_pakketlijst_van_de_proef_heeft_geen_adressen() -> None:
    slot = json.loads((Path(__file__).parent / "package-lock.json").read_text())
    assert not any("resolved" in p for p in slot["packages"].values())
