"""Rasa bewaart nooit stil ergens anders. Lukt bewaren niet, dan doet de deur de beurt, of zegt zij eerlijk dat het niet lukt.

Van zichzelf zet Rasa een gesprek bij elke fout in zijn geheugen: met de woorden van de persoon erin, ook nadat alles gewist is,
en hij schrijft de fout van de database met de id in het log.
"""

from __future__ import annotations

from typing import Any


class WinkelStuk(RuntimeError):
    """De bewaring uit endpoints.yml is niet te maken. De tekst zegt welke en wat je doet."""


def geen_terugval(tracker_store: Any) -> None:
    """Past `rasa.core.tracker_store` aan zodra hij geladen is."""
    winkel = tracker_store.FailSafeTrackerStore
    for naam in ("save", "retrieve", "retrieve_full_tracker", "keys"):
        setattr(winkel, naam, _zonder_vangnet(naam))
    tracker_store._load_from_module_name_in_endpoint_config = _maak


def _zonder_vangnet(naam: str) -> Any:
    async def doe(self: Any, *met: Any) -> Any:
        return await getattr(self._tracker_store, naam)(*met)

    doe.__name__ = naam
    return doe


def _maak(domain: Any, store: Any, event_broker: Any = None) -> Any:
    from rasa.shared.utils.common import class_from_module_path

    try:
        soort = class_from_module_path(store.type)
        return soort(host=store.url, domain=domain, event_broker=event_broker, **store.kwargs)
    except (AttributeError, ImportError) as fout:
        raise WinkelStuk(
            f"de tracker_store {store.type} is niet te maken ({fout}); kijk naar `type` en `url` in endpoints.yml"
        ) from fout
