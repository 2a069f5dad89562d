"""Wat in Rasa geplugd wordt. Rasa is nooit openbaar."""
