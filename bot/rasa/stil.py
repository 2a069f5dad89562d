"""Rasa's logs stil: op niveau debug schrijft hij wat mensen typen."""

from __future__ import annotations

import logging
import warnings


def stil() -> None:
    """Alleen fouten, en ook die zonder tekst van de persoon (zie `kanaal`)."""
    # oude pakketten onder Rasa klagen bij elke start; de gebruiker kan er niets mee, en Rasa zet de filters zelf weer aan
    warnings.showwarning = lambda *_, **__: None
    from rasa.utils.common import configure_logging_and_warnings
    from rasa.utils.log_utils import configure_structlog

    configure_logging_and_warnings(logging.ERROR)
    configure_structlog(logging.ERROR)
