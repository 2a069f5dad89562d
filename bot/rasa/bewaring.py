"""Rasa's tracker, bewaard als één rij zonder woorden: de zaak en ons laatste antwoord."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.opslag import Gesprekken, Rij

Uit = TypeVar("Uit")
ZAAK, VRAAG = "zaak", "vraag"
OPRUIMEN_NA = 600.0
"""Seconden tussen twee keer opruimen terwijl Rasa draait."""


class Standbewaring(TrackerStore):
    """Leest en schrijft alleen de slots van ons. De geschiedenis wordt niet bewaard, dus laden kost altijd even veel."""

    def __init__(
        self,
        domain: Domain | None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        uren: float = 24.0,
        **_: Any,
    ) -> None:
        # `host` is het `url` uit endpoints.yml; een event broker wordt genegeerd, want die zou woorden doorgeven
        super().__init__(domain, None)
        if not host:
            raise ValueError(
                "geef `url` bij de tracker_store in endpoints.yml, bijvoorbeeld sqlite:///var/gesprekken.db"
            )
        self.gesprekken = Gesprekken(host, float(uren))
        self._opgeruimd = 0.0

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        await self._ruim_op()
        rij = await _opzij(self.gesprekken.lees, sender_id)
        if rij is None:
            return None
        tracker = self.init_tracker(sender_id)
        tracker.update(SlotSet(ZAAK, rij.stand))
        tracker.update(SlotSet(VRAAG, rij.stand.get("verwacht")))
        tracker.update(ActionExecuted("action_listen"))
        tracker.rij = rij
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        stand = tracker.get_slot(ZAAK)
        if not isinstance(stand, dict):
            return
        oud: Rij = getattr(tracker, "rij", None) or Rij(tracker.sender_id, {})
        beurt, antwoord = _laatste_beurt(tracker)
        # een beurt die al bewaard is, kwam nog eens: de deur viel weg voor zij het antwoord kon geven
        if oud.versie and (beurt == oud.beurt if beurt is not None else stand == oud.stand):
            return
        nieuw = Rij(tracker.sender_id, stand, beurt or oud.beurt, antwoord if beurt else oud.antwoord, oud.versie)
        tracker.rij = await _opzij(self.gesprekken.schrijf, nieuw)

    async def delete(self, sender_id: str) -> None:
        await _opzij(self.gesprekken.wis, sender_id)

    async def keys(self) -> Iterable[str]:
        return await _opzij(self.gesprekken.ids)

    async def _ruim_op(self) -> None:
        if time.monotonic() - self._opgeruimd > OPRUIMEN_NA or self._opgeruimd == 0.0:
            self._opgeruimd = time.monotonic()
            await _opzij(self.gesprekken.ruim_op)


async def _opzij(doe: Callable[..., Uit], *met: Any) -> Uit:
    """In een eigen draad: wat op een slot wacht, houdt de andere gesprekken niet op."""
    return await asyncio.get_running_loop().run_in_executor(None, doe, *met)


def _laatste_beurt(tracker: DialogueStateTracker) -> tuple[str | None, list[dict[str, Any]] | None]:
    """De id van de laatste beurt en wat wij daarop zeiden. Wat de persoon zei, wordt niet aangeraakt."""
    blokken: list[dict[str, Any]] = []
    for gebeurtenis in reversed(tracker.events):
        if isinstance(gebeurtenis, BotUttered):
            blokken = [*((gebeurtenis.data.get("custom") or {}).get("blokken") or []), *blokken]
        elif isinstance(gebeurtenis, UserUttered):
            return (gebeurtenis.metadata or {}).get("beurt"), blokken
    return None, None
