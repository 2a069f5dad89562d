"""De ene actie: een beurt. De namen van de slots staan hier en in `bot/rasa/bewaring.py`; `domain.yml` legt ze vast."""

from __future__ import annotations

import json
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.kennis import lees_kennis, nu, vandaag
from knowledge import Bericht, Daad, Stand, als_tekst, beurt
from knowledge.woorden import Keuze

ZAAK, VRAAG = "zaak", "vraag"
DEUR = "deur"
KNOP = "/daad"


class Beurt(Action):
    """Geeft de daad van dit bericht aan de kern en brengt het antwoord terug."""

    def name(self) -> str:
        return "action_beurt"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        _, kennis = lees_kennis()
        stand = Stand.uit_json(kennis, tracker.get_slot(ZAAK))
        uitkomst = beurt(kennis, stand, _daad(tracker), vandaag(), nu())
        _zeg(dispatcher, uitkomst.bericht, uitkomst.wissen, tracker.get_latest_input_channel())
        return [SlotSet(ZAAK, uitkomst.stand.naar_json()), SlotSet(VRAAG, uitkomst.stand.verwacht)]


def _daad(tracker: Tracker) -> Daad:
    """De knop, of de daad die het verstaan erbij zette. Al het andere is een vriendelijk 'niet begrepen'."""
    tekst = str(tracker.latest_message.get("text") or "")
    try:
        if tekst.startswith("/"):
            return (
                Daad.uit_code(str(json.loads(tekst.removeprefix(KNOP))["code"]))
                if tekst.startswith(KNOP + "{")
                else Daad("vertel")
            )
        return Daad.uit_json(tracker.latest_message["daad"])
    except (KeyError, TypeError, ValueError):
        return Daad("vertel")


def _zeg(dispatcher: CollectingDispatcher, bericht: Bericht, wissen: bool, kanaal: str | None) -> None:
    if kanaal == DEUR:
        dispatcher.utter_message(json_message={"blokken": bericht.naar_json(), "wissen": wissen})
        return
    knoppen = [knop for blok in bericht.blokken if isinstance(blok, Keuze) for knop in (*blok.opties, *blok.extra)]
    dispatcher.utter_message(
        text=als_tekst(bericht),
        buttons=[{"title": knop.label, "payload": f'/daad{{"code": "{knop.code}"}}'} for knop in knoppen],
    )
