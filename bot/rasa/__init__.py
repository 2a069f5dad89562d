"""Wat in Rasa geplugd wordt. Rasa is nooit openbaar."""

from bot.rasa.nieuw import maak_passend

maak_passend()
