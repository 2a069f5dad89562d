"""Eén update van Telegram verwerken: eerst de beurt (die wordt bewaard), dan sturen, dan pas afvinken."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from functools import partial
from typing import Any

from telegram import Bot, InputFile, Message, Update
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.deur.brief import BriefFout, maak
from bot.deur.fouten import FOUTEN
from bot.deur.gesprek import Blokken, Gesprek
from bot.deur.sessie import Grens
from bot.deur.settings import Instellingen
from bot.deur.telegram.bellen import ChatWeg, bel, probeer
from bot.deur.telegram.bewaring import Chat, Chats, pseudoniem
from bot.deur.telegram.opmaak import BESTAND, Meerkeuze, Uitgaand, berichten, toetsenbord, vet
from bot.kennis import lees_kennis
from bot.opslag import Kluis
from bot.verstaan.noodlaag import hoort_nood
from knowledge import Daad, KennisFout
from knowledge.woorden import Tekst

log = logging.getLogger(__name__)
OPDRACHTEN = {"start": "start", "hulp": "mens", "help": "mens", "opnieuw": "opnieuw", "wis": "wis", "stop": "stop"}
SOORTEN = ["message", "edited_message", "callback_query", "my_chat_member"]
"""Waar we Telegram om vragen; al het andere komt niet eens binnen."""
NOODTEKST = (
    "Er ging iets mis bij ons. Dat ligt niet aan jou. Stuur je bericht over een paar minuten nog eens.\n"
    "112 bij direct gevaar\n"
    "0800 0113 als je aan zelfmoord denkt, dag en nacht\n"
    "020 261 52 75 Helpwanted, hulp bij beelden online"
)
"""Staat hier en niet in de kennis: dit zeggen we juist als de kennis er niet is. Een test houdt de nummers gelijk."""
MAX_WISSEN = 100
VAN_DE_VRAAG = frozenset({"ja", "nee", "weet_niet", "klopt", "klopt_niet", "over", "veilig", "nood_nee", "nood_stil"})
"""Knoppen zonder eigen onderwerp: zij horen bij de vraag waar zij onder stonden, en bij geen andere."""
NOG_EENS = "nog_eens"
"""Dezelfde vraag nog eens: niemand gaat door ons uit een gesprek over nood."""


class Ontvanger:
    """Verwerkt updates. Woorden gaan alleen door het geheugen."""

    def __init__(self, bot: Bot, gesprek: Gesprek, inst: Instellingen) -> None:
        self._bot = bot
        self._gesprek = gesprek
        self._geheim = inst.geheim.split()[-1]
        self.chats = Chats(gesprek.gesprekken, Kluis(inst.sleutels))
        self._grens = Grens(gesprek.vluchtig, "telegram", inst.per_minuut)

    async def verwerk(self, update: Update) -> None:
        """Doet één update precies één keer. Werpt `Onbereikbaar` als Telegram nu niet antwoordt; dan komt hij terug."""
        chat = update.effective_chat
        if chat is None:
            return
        try:
            if chat.type != ChatType.PRIVATE:
                await self._groep(update)
                return
            id_ = pseudoniem(self._geheim, chat.id)
            async with self._gesprek.vluchtig.slot(f"telegram:{id_}", 60):
                await self._verwerk(update, id_, self.chats.lees(id_) or Chat(chat.id))
        except ChatWeg:
            await self._vergeet(pseudoniem(self._geheim, chat.id))

    async def zeg(self, id_: str, blokken: Blokken, naam: str | None = None) -> None:
        """Iets wat niet op een beurt volgt, zoals woorden van een medewerker."""
        async with self._gesprek.vluchtig.slot(f"telegram:{id_}", 60):
            chat = self.chats.lees(id_)
            if chat is None:
                return
            try:
                self.chats.schrijf(id_, await self._stuur(chat, berichten(_met_naam(blokken, naam), self._klaar())))
            except ChatWeg:
                await self._vergeet(id_)

    async def _verwerk(self, update: Update, id_: str, chat: Chat) -> None:
        if update.update_id in chat.gezien:
            return
        if update.my_chat_member is not None:
            if update.my_chat_member.new_chat_member.status in ("kicked", "left"):
                await self._vergeet(id_)
            return
        knop = update.callback_query
        if knop is not None:
            await probeer(knop.answer)
        if not await self._grens.mag(id_) and not hoort_nood(_woorden(update)):
            return
        if await self._vink(update):
            self.chats.schrijf(id_, chat.met_update(update.update_id))
            return
        if update.callback_query is not None and str(update.callback_query.data or "").startswith(BESTAND):
            chat = await self._bestand(id_, chat, str(update.callback_query.data))
            self.chats.schrijf(id_, chat.met_update(update.update_id))
            return
        vooraf, tekst, code = self._lees(update)
        if code in VAN_DE_VRAAG and None not in (chat.vraag, _bericht(update)) and chat.vraag != _bericht(update):
            # een tweede tik op een vraag die al beantwoord is, zegt niets over de vraag van nu: die komt nog eens
            code = NOG_EENS
        if tekst is not None:
            await probeer(lambda: self._bot.send_chat_action(chat.chat_id, ChatAction.TYPING))
        blokken = [*vooraf, *await self._beurt(id_, f"t{update.update_id}", tekst, code)]
        if _alleen_terugknop(blokken):
            # een medewerker praat mee: de bot is stil, en de knop om terug te gaan staat er al
            self.chats.schrijf(id_, chat.met_update(update.update_id))
            return
        await self._ruim_knoppen(chat)
        gewist = await self._gesprek.hervat(id_) is None and code in ("wis", "stop")
        if gewist:
            await self._wis_berichten(chat)
            blokken = [*blokken, _tekst("telegram_gewist")]
            chat = Chat(chat.chat_id)
        chat = await self._stuur(replace(chat, vraag=None), berichten(blokken, self._klaar()))
        if gewist:
            await self._vergeet(id_)
        else:
            self.chats.schrijf(id_, chat.met_update(update.update_id))

    async def _bestand(self, id_: str, chat: Chat, code: str) -> Chat:
        """Een brief als bestand: in het geheugen gemaakt, gestuurd, en bij ons weg."""
        brief, _, vorm = code.removeprefix(BESTAND).partition(":")
        try:
            naam, inhoud = await asyncio.to_thread(maak, self._gesprek.gesprekken, id_, brief, vorm)
        except BriefFout as fout:
            return await self._stuur(chat, [Uitgaand(vet(FOUTEN[fout.reden][1]))])
        except Exception as fout:
            log.error("brief mislukt: %s", type(fout).__name__)
            return await self._stuur(chat, [Uitgaand(NOODTEKST)])
        bericht = await bel(lambda: self._bot.send_document(chat.chat_id, InputFile(inhoud, filename=naam)))
        return chat.met_bericht(int(bericht.message_id), False)

    async def _beurt(self, id_: str, beurt: str, tekst: str | None, code: str | None) -> Blokken:
        try:
            return await self._gesprek.beurt(id_, beurt, tekst=tekst, code=code)
        except ValueError:
            return await self._gesprek.beurt(id_, beurt, code=NOG_EENS)
        except Exception as fout:  # nooit stilte voor iemand in nood, en nooit woorden in het log
            log.error("beurt mislukt: %s", type(fout).__name__)
            return [Tekst(NOODTEKST).naar_json()]

    def _lees(self, update: Update) -> tuple[Blokken, str | None, str | None]:
        """Wat we eerst zeggen, en dan de tekst of de knop van deze beurt."""
        if update.callback_query is not None:
            return [], None, self._code(str(update.callback_query.data or ""))
        if update.edited_message is not None:
            # wie iets veranderde in een noodkreet, wordt gehoord
            tekst = _woorden(update)
            return ([], tekst, None) if hoort_nood(tekst) else ([_tekst("telegram_bewerkt")], None, NOG_EENS)
        bericht = update.message
        if bericht is None:
            return [], None, NOG_EENS
        if bericht.text is not None:
            return self._lees_tekst(bericht.text)
        if _is_beeld(bericht):
            # een bijschrift kan een noodkreet zijn
            if bericht.caption:
                return [_tekst("geen_beeld")], bericht.caption, None
            return [], None, "beeld_gestuurd"
        return [_tekst("telegram_alleen_tekst")], bericht.caption, None if bericht.caption else NOG_EENS

    def _lees_tekst(self, tekst: str) -> tuple[Blokken, str | None, str | None]:
        if not tekst.startswith("/"):
            return [], tekst, None
        if hoort_nood(tekst):  # '/stop ik wil niet meer leven' is geen opdracht
            return [], tekst.partition(" ")[2] or tekst, None
        opdracht = tekst[1:].split("@")[0].split()[0].lower() if tekst[1:].strip() else ""
        if opdracht not in OPDRACHTEN:
            return [_tekst("telegram_opdracht")], None, NOG_EENS
        vooraf = [_tekst("telegram_notitie")] if opdracht in ("start", "opnieuw") else []
        return vooraf, None, OPDRACHTEN[opdracht]

    def _code(self, code: str) -> str:
        if not code.startswith("mk:"):
            return code
        try:
            keuze, _ = Meerkeuze.lees(code, self._opties(code))
        except (ValueError, KeyError):
            return NOG_EENS
        gekozen = [optie for nr, optie in enumerate(keuze.opties) if nr in keuze.aan]
        return Daad("antwoord", keuze.feit, tuple(gekozen)).code if gekozen else NOG_EENS

    def _opties(self, code: str) -> tuple[str, ...]:
        return tuple(optie.id for optie in lees_kennis()[1].feiten[code.split(":")[1]].opties)

    async def _vink(self, update: Update) -> bool:
        """Een vinkje bij een meerkeuze verandert alleen de knoppen van dat bericht."""
        vraag = update.callback_query
        if vraag is None or not str(vraag.data or "").startswith("mk:") or not isinstance(vraag.message, Message):
            return False
        try:
            keuze, wat = Meerkeuze.lees(str(vraag.data), self._opties(str(vraag.data)))
        except (ValueError, KeyError, KennisFout):
            return False
        if wat == "ok":
            return False
        feit = lees_kennis()[1].feiten[keuze.feit]
        knoppen = keuze.wissel(int(wat)).knoppen([o.label for o in feit.opties], self._klaar())
        oud = vraag.message.reply_markup.inline_keyboard if vraag.message.reply_markup else ()
        rest = [
            (k.text, str(k.callback_data)) for rij in oud for k in rij if not str(k.callback_data).startswith("mk:")
        ]
        await probeer(lambda: vraag.edit_message_reply_markup(toetsenbord([*knoppen, *rest])))
        return True

    async def _ruim_knoppen(self, chat: Chat) -> None:
        """Een beantwoorde vraag houdt geen knoppen: dubbel drukken verwart."""
        if chat.vraag is not None:
            nummer = chat.vraag
            await probeer(
                lambda: self._bot.edit_message_reply_markup(chat.chat_id, nummer, reply_markup=toetsenbord(()))
            )

    async def _wis_berichten(self, chat: Chat) -> None:
        for begin in range(0, len(chat.berichten), MAX_WISSEN):
            deel = chat.berichten[begin : begin + MAX_WISSEN]
            await probeer(partial(self._bot.delete_messages, chat.chat_id, deel))

    async def _stuur(self, chat: Chat, uit: list[Uitgaand]) -> Chat:
        for bericht in uit:
            nummer = await self._stuur_een(chat.chat_id, bericht)
            if nummer is not None:
                chat = chat.met_bericht(nummer, bericht.vraag)
        return chat

    async def _stuur_een(self, chat_id: int, uit: Uitgaand) -> int | None:
        async def stuur(modus: str | None) -> int:
            bericht = await self._bot.send_message(
                chat_id,
                uit.html,
                parse_mode=modus,
                reply_markup=uit.toetsen,
                disable_web_page_preview=True,
                protect_content=False,
            )
            return int(bericht.message_id)

        try:
            return await bel(lambda: stuur(ParseMode.HTML))
        except BadRequest:
            log.error("Telegram weigert de opmaak van een bericht; nu zonder opmaak")
        except TelegramError as fout:
            log.error("bericht geweigerd: %s", type(fout).__name__)
            return None
        try:
            return await bel(lambda: stuur(None))
        except TelegramError as fout:
            log.error("bericht geweigerd: %s", type(fout).__name__)
            return None

    async def _groep(self, update: Update) -> None:
        chat = update.effective_chat
        assert chat is not None
        lid = update.my_chat_member
        if lid is not None and lid.new_chat_member.status in ("kicked", "left"):
            return
        if lid is None and update.message is None:
            return
        await probeer(lambda: self._bot.send_message(chat.id, _zin("telegram_groep")))
        await probeer(lambda: self._bot.leave_chat(chat.id))

    async def _vergeet(self, id_: str) -> None:
        await self._gesprek.wis(id_)
        self.chats.wis(id_)

    @staticmethod
    def _klaar() -> str:
        return _zin("telegram_klaar")


def _alleen_terugknop(blokken: Blokken) -> bool:
    knoppen = [k["code"] for b in blokken for k in (*b.get("opties", ()), *b.get("extra", ()))]
    return knoppen == ["overname_klaar"] and not any(b.get("tekst") for b in blokken)


def _bericht(update: Update) -> int | None:
    """Het bericht waar de knop onder stond."""
    knop = update.callback_query
    return knop.message.message_id if knop is not None and knop.message is not None else None


def _woorden(update: Update) -> str:
    """Alles wat iemand in dit bericht typte, ook als bijschrift of als verandering."""
    bericht = update.effective_message
    return (bericht.text or bericht.caption or "") if bericht is not None and update.callback_query is None else ""


def _is_beeld(bericht: Message) -> bool:
    return any((bericht.photo, bericht.video, bericht.animation, bericht.video_note, bericht.document))


def _met_naam(blokken: Blokken, naam: str | None) -> Blokken:
    return [{"blok": "tekst", "tekst": f"**{naam}:**"}, *blokken] if naam else blokken


def _zin(sleutel: str) -> str:
    try:
        return lees_kennis()[1].zin(sleutel)
    except KennisFout:
        return NOODTEKST


def _tekst(sleutel: str) -> dict[str, Any]:
    return Tekst(_zin(sleutel)).naar_json()
