"""Snelheid meten, met opdrachten die iedereen kan draaien."""
