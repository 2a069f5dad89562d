"""Rasa in één proces: acties erbij, alleen loopback, geen HTTP-API, geen telemetrie."""

from __future__ import annotations

import gc
import os
import tarfile
import zlib

os.environ["RASA_TELEMETRY_ENABLED"] = "false"

from pathlib import Path
from typing import Any

from bot.kennis import WORTEL

LOOPBACK = "127.0.0.1"
MODEL = WORTEL / "models" / "assistent.tar.gz"


def eindpunten(gesprekken_url: str, uren: float) -> Any:
    """De eindpunten van Rasa: acties in dit proces en onze bewaring. Geen event broker: niets gaat naar buiten."""
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.endpoints import EndpointConfig
    from rasa_sdk.executor import ActionExecutor

    from bot.rasa.bewaring import Standbewaring

    class InProces(EndpointConfig):
        """Roept de actie direct aan in plaats van over HTTP."""

        def __init__(self) -> None:
            super().__init__(url="http://in-proces", enable_selective_domain=True)
            self._uitvoerder = ActionExecutor()
            self._uitvoerder.register_package("actions")

        async def request(self, *args: Any, json: Any = None, **kwargs: Any) -> Any:
            return await self._uitvoerder.run(json)

    # een kant-en-klare bewaring: bij een naam valt Rasa bij een fout stil terug op het geheugen
    return AvailableEndpoints(action=InProces(), tracker_store=Standbewaring(None, gesprekken_url, uren=uren))


class ModelStuk(Exception):
    """Het model van Rasa is er niet of is niet heel. De tekst zegt wat je doet."""


def keur_model(model: Path) -> None:
    """Leest het hele archief. Rasa zelf start op een half bestand met een spoor, of zonder model."""
    try:
        with tarfile.open(model, "r:gz") as archief:
            namen = [lid.name for lid in archief]
    except (OSError, EOFError, tarfile.TarError, zlib.error) as fout:
        raise ModelStuk(f"{model.name} is er niet of is onleesbaar. Maak het opnieuw met 'make train'.") from fout
    if not any(naam.endswith("metadata.json") for naam in namen):
        raise ModelStuk(f"{model.name} is geen model van Rasa. Maak het opnieuw met 'make train'.")


async def _blijft(*_: Any) -> None:
    # wat geladen is, blijft: anders loopt Python het bij elke grote opruiming na, midden in iemands beurt
    gc.freeze()


def dien(poort: int, geheim: str, gesprekken_url: str, uren: float, model: Path = MODEL) -> None:
    """Start Rasa achter de deur en komt pas terug als hij stopt. Werpt `ModelStuk`."""
    keur_model(model)
    from bot.rasa.stil import stil
    from bot.rasa.versneld import versnel

    stil()
    import rasa.core.run

    versnel()
    os.environ["EHBO_RASA_GEHEIM"] = geheim
    rasa.core.run.serve_application(
        model_path=str(model),
        interface=LOOPBACK,
        port=poort,
        credentials=str(WORTEL / "credentials.yml"),
        enable_api=False,
        server_listeners=[(_blijft, "after_server_start")],
        endpoints=eindpunten(gesprekken_url, uren),
        cors=None,
    )
