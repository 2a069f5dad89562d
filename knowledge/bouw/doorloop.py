"""Door de inhoud lopen: elk onderdeel, elk stuk met zijn pad, elke voorwaarde."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from knowledge import schema
from knowledge.schema import BESTANDEN, MAPPEN, Voorwaarde

Pad = tuple[Any, ...]


def onderdelen(inhoud: schema.Inhoud) -> Iterator[tuple[str, schema.Vorm]]:
    """Elk onderdeel met de map waarin het staat."""
    for soort in MAPPEN:
        for onderdeel in getattr(inhoud, soort):
            yield soort, onderdeel
    for soort in BESTANDEN:
        yield soort, getattr(inhoud, soort)


def doorloop(onderdeel: Any, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Elk stuk van een onderdeel met zijn pad. Voorwaarden komen als geheel."""
    yield pad, onderdeel
    if isinstance(onderdeel, Voorwaarde):
        return
    if isinstance(onderdeel, BaseModel):
        for veld in type(onderdeel).model_fields:
            yield from doorloop(getattr(onderdeel, veld), (*pad, veld))
    elif isinstance(onderdeel, dict):
        for sleutel, waarde in onderdeel.items():
            yield from doorloop(waarde, (*pad, sleutel))
    elif isinstance(onderdeel, tuple):
        for nummer, waarde in enumerate(onderdeel):
            yield from doorloop(waarde, (*pad, nummer))


def vergelijkingen(voorwaarde: Voorwaarde) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Elk feit met waarden dat in een voorwaarde voorkomt."""
    if voorwaarde.feit is not None:
        yield voorwaarde.feit, voorwaarde.waarden
    for deel in (*voorwaarde.alle, *voorwaarde.een_van, *((voorwaarde.niet,) if voorwaarde.niet else ())):
        yield from vergelijkingen(deel)


def voorwaarden_van(onderdeel: schema.Vorm) -> Iterator[Voorwaarde]:
    """Elke voorwaarde in één onderdeel."""
    for _, waarde in doorloop(onderdeel):
        if isinstance(waarde, Voorwaarde):
            yield waarde


def alle_voorwaarden(inhoud: schema.Inhoud) -> Iterator[tuple[str, Voorwaarde]]:
    """Elke voorwaarde in de inhoud, met de map waarin ze staat."""
    for soort, onderdeel in onderdelen(inhoud):
        for voorwaarde in voorwaarden_van(onderdeel):
            yield soort, voorwaarde
