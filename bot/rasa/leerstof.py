"""Wat Rasa leert: de gesprekshandeling van zinnen die daar kort genoeg voor zijn. De verhalen leert bot/leren."""

from __future__ import annotations

from pathlib import Path

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.leren.leerstof import lees_bestanden
from bot.verstaan.begrepen import HANDELING_KORTER_DAN


class KorteZinnen(RasaFileImporter):
    """In een langer bericht telt Rasa's lezing niet mee (`Verstaan.begrijp`).

    Zonder de lange zinnen, de labels en Rasa's eigen, trage lezer duurt het trainen de helft.
    """

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """De korte zinnen, met alleen hun handeling."""
        zinnen = lees_bestanden(map(Path, self._nlu_files))
        return TrainingData(
            [Message.build(zin.tekst, zin.handeling) for zin in zinnen if len(zin.tekst) < HANDELING_KORTER_DAN]
        )
