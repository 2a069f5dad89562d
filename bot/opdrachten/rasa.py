"""`python -m bot rasa`: alleen Rasa, op loopback, zoals `run` hem start."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bot.deur.settings import Instellingen


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot rasa", description="Start alleen Rasa.")
    p.parse_args(argv)
    inst = Instellingen.uit_omgeving()
    from bot.rasa.serve import MODEL, ModelStuk, dien

    model = Path(os.environ.get("EHBO_ASSISTENT") or MODEL)
    try:
        dien(inst.rasa_poort, inst.rasa_geheim, inst.gesprekken, inst.uren, model)
    except ModelStuk as fout:
        print(f"{fout} De deur gaat zonder Rasa verder vanuit de kern.", file=sys.stderr)
        return 1
    return 0
