"""`python -m bot rasa`: alleen Rasa, op loopback, zoals `run` hem start."""

from __future__ import annotations

import argparse

from bot.deur.settings import Instellingen


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot rasa", description="Start alleen Rasa.")
    p.parse_args(argv)
    inst = Instellingen.uit_omgeving()
    from bot.rasa.serve import dien

    dien(inst.rasa_poort, inst.rasa_geheim, inst.gesprekken, inst.uren)
    return 0
