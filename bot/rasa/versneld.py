"""Twee trage plekken in Rasa 3.6.21, hersteld. Het ontwerp mat ze samen op meer dan de helft van een beurt.

1. `RemoteAction._validate_action_result` laat jsonschema bij elke aanroep zijn eigen schema nakijken; dat schema verandert nooit.
2. `Event.resolve_by_type` loopt voor elke gebeurtenis alle subklassen na; de uitkomst hangt alleen van de naam af.
"""

from __future__ import annotations

from typing import Any

VERSIE = "3.6.21"


def versnel() -> bool:
    """Herstelt beide plekken. Bij een andere versie van Rasa gebeurt er niets, want dan is dit niet nagemeten."""
    import rasa
    from jsonschema import Draft7Validator
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction
    from rasa.shared.core.events import Event

    if rasa.__version__ != VERSIE:
        return False
    if getattr(RemoteAction, "_versneld", False):
        return True
    schema = RemoteAction.action_response_format_spec()
    keurder = validator_for(schema, default=Draft7Validator)(schema)
    gewoon = RemoteAction._validate_action_result

    def keur(self: Any, result: dict[str, Any]) -> bool:
        # bij een fout de gewone weg, zodat de melding dezelfde is
        return True if keurder.is_valid(result) else gewoon(self, result)

    zoek = Event.resolve_by_type
    bekend: dict[tuple[Any, Any], Any] = {}

    def onthoud(type_name: str, default: Any = None) -> Any:
        sleutel = (type_name, default)
        if sleutel not in bekend:
            bekend[sleutel] = zoek(type_name, default)
        return bekend[sleutel]

    RemoteAction._validate_action_result = keur
    RemoteAction._versneld = True
    Event.resolve_by_type = staticmethod(onthoud)
    return True
