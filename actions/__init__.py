"""De acties van Rasa: vertalen tussen tracker en zaak, tussen bericht en kanaal. Geen recht, geen woorden."""
