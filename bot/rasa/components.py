"""Het verstaan als onderdeel van Rasa's pipeline: van een zin naar een daad."""

from __future__ import annotations

import contextlib
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.kennis import lees_kennis, vandaag
from bot.verstaan import verstaander
from knowledge import Daad, KennisFout, Stand

DAAD = "daad"
"""De naam van de daad in het bericht, en van de bedoeling (intent) van een knop."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class Verstaander(GraphComponent):
    """Zet bij elk bericht de daad. Kijkt naar de staande vraag, want 'ja' betekent niets zonder vraag."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Verstaander:
        # de eerste beurt van iemand in nood mag niet wachten op het laden van de woorden
        with contextlib.suppress(KennisFout):
            verstaander(lees_kennis()[1]).begrijp("warmlopen op 3 maart", None, vandaag())
        return cls()

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        for bericht in messages:
            tekst = str(bericht.get("text") or "")
            ruw = tracker.get_slot("zaak")
            if not tekst.startswith("/"):  # een knop leest de actie zelf: Rasa maakt daar een nieuw bericht van
                bericht.set(DAAD, self._versta(tekst, ruw, bericht).naar_json(), add_to_output=True)
        return messages

    def process_training_data(self, training_data: Any) -> Any:
        return training_data

    def _versta(self, tekst: str, ruw: Any, bericht: Message) -> Daad:
        store, kennis = lees_kennis()
        stand = Stand.uit_json(kennis, ruw)
        bedoeling = bericht.get("intent") or {}
        begrepen = verstaander(kennis).begrijp(
            tekst,
            stand.verwacht,
            vandaag(),
            intent=bedoeling.get("name"),
            zekerheid=float(bedoeling.get("confidence") or 0.0),
        )
        treffers = tuple((t.soort, t.id) for t in store.zoek_stammen(begrepen.zoek, 3)) if begrepen.zoek else ()
        return begrepen.daad(treffers)
