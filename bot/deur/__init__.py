"""De voordeur: website, widget, pagina's zonder script. Rasa staat erachter, op loopback."""
