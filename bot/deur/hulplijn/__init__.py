"""De balie voor medewerkers van een hulplijn: raadplegen, delen, meepraten. Op de kern; Rasa is er niet voor nodig."""
