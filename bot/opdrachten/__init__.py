"""De opdrachten van `python -m bot`, elk in een eigen bestand."""
