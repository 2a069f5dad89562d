"""`python -m bot train`: leert het verstaan, traint het gesprek, en zet beide klaar onder een vaste naam."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

os.environ["RASA_TELEMETRY_ENABLED"] = "false"

from bot.kennis import WORTEL


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot train", description="Traint de assistent.")
    p.add_argument("--zwijg", action="store_true", help="zeg alleen het resultaat")
    p.add_argument("--alleen", choices=("verstaan", "rasa"), help="alleen het verstaan, of alleen Rasa; anders beide")
    p.add_argument("--naar", type=Path, default=WORTEL / "models", metavar="MAP", help="waar de modellen komen")
    args = p.parse_args(argv)
    naar = args.naar.resolve()
    begin = time.monotonic()
    if not args.zwijg:
        print("· trainen", flush=True)
    if args.alleen != "rasa":
        from bot.leren.train import leer
        from bot.verstaan.model import PAD

        leer().bewaar(naar / PAD.name)
        print(f"· {naar.name}/{PAD.name} klaar in {time.monotonic() - begin:.0f} s", flush=True)
    if args.alleen == "verstaan":
        return 0
    from bot.rasa.stil import stil

    stil()
    from rasa.model_training import train

    os.chdir(WORTEL)
    uitkomst = train(
        domain="domain.yml",
        config="config.yml",
        training_files=["data"],
        output=str(naar),
        fixed_model_name="assistent",
        force_training=True,
    )
    if uitkomst.code != 0 or not uitkomst.model:
        print("Trainen mislukt; kijk hierboven naar de reden.")
        return 1
    print(f"· {naar.name}/assistent.tar.gz klaar in {time.monotonic() - begin:.0f} s", flush=True)
    return 0
