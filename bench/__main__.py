"""`make bench`: onze bot en de gewone Rasa naast elkaar in één run, om en om, en de kern alleen. Alleen loopback."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench import brieven, kern, verslag
from bench.doelen import Doel, Echo, Ons, Stock
from bench.praten import BEURTEN, KLANTEN, om_en_om, per_seconde
from bench.stock import MAP, SCHOON, STANDAARD, getraind, is_er
from bot.kennis import WORTEL

DOCUMENT = WORTEL / "docs" / "besluiten" / "005-hoe-snel.md"


@dataclass(frozen=True)
class Maat:
    """Hoe lang er gemeten wordt. Elke ronde start alles opnieuw."""

    rondes: int
    lang: int
    kort: int
    seconden: float


MATEN = {"kort": Maat(2, 2, 8, 5), "vol": Maat(4, 4, 20, 10), "proef": Maat(1, 1, 1, 2)}


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bench", description="Meet de snelheid naast de gewone Rasa.")
    p.add_argument(
        "--kort",
        action="store_const",
        dest="maat",
        const="kort",
        default="vol",
        help="in een paar minuten; de gewone Rasa leert dan één ronde in plaats van honderd",
    )
    p.add_argument("--proef", action="store_const", dest="maat", const="proef", help="alleen kijken of het meten werkt")
    p.add_argument("--alleen", choices=("kern", "brieven"), help="alleen dit, zonder servers")
    p.add_argument("--hertrain", action="store_true", help="train ook de gewone Rasa opnieuw")
    p.add_argument("--document", action="store_true", help=f"zet de tabel in {DOCUMENT.relative_to(WORTEL)}")
    args = p.parse_args(argv)
    if args.alleen == "brieven":
        return brieven.main()
    run = verslag.Run(
        wanneer=datetime.now().strftime("%Y-%m-%d %H:%M"),
        kort=args.maat != "vol",
        kernen=os.cpu_count() or 1,
        python=platform.python_version(),
        belasting=[os.getloadavg()[0]],
    )
    maat = MATEN[args.maat]
    print("· de kern", flush=True)
    run.kern = kern.meet(maat.rondes < 4)
    if args.alleen == "kern":
        for r in verslag.regels(run):
            if r.wat.startswith("kern"):
                print(f"{r.wat:<45}{r.ons:10.3f} {r.eenheid:<4} {r.norm}")
        return 0
    bot = None
    if is_er():
        bot, run.training_stock = getraind(1 if run.kort else STANDAARD, args.hertrain)
        run.noteer("training", "gewone Rasa", [run.training_stock["seconden"]])
    else:
        print("· de gewone Rasa is er niet (geen .venv-stock): alleen onze bot wordt gemeten", flush=True)
    run.noteer("training", "ons", [_train()])
    for ronde in range(maat.rondes):
        print(f"· ronde {ronde + 1} van {maat.rondes}", flush=True)
        with tempfile.TemporaryDirectory() as map_:
            asyncio.run(_ronde(run, maat, Path(map_), bot, ronde))
        run.belasting.append(os.getloadavg()[0])
    verslag.toon(run, MAP)
    if args.document:
        verslag.zet_in(DOCUMENT, run)
    return 0


def _train() -> float:
    print("· ons eigen trainen", flush=True)
    with tempfile.TemporaryDirectory() as map_:
        begin = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bot", "train", "--zwijg", "--naar", map_],
            cwd=WORTEL,
            env={**os.environ, **SCHOON},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return time.perf_counter() - begin


async def _ronde(run: verslag.Run, maat: Maat, map_: Path, bot: Path | None, nr: int) -> None:
    """Start alles na elkaar, praat om en om, meet het aantal per seconde om en om, en stop."""
    for naam in ("ons", "echo"):
        (map_ / naam).mkdir()
    ons, echo = Ons(map_ / "ons"), Echo(map_ / "echo")
    samen: list[Doel] = [ons] if bot is None else [ons, Stock(map_ / "stock", bot)]
    doelen = [*(samen if nr % 2 == 0 else samen[::-1]), echo]
    try:
        for doel in doelen:
            doel.start()
            run.noteer("start", doel.naam, [await doel.tot_antwoord()])
        run.noteer("pagina", "ons", [ons.pagina_na])
        tijden = await om_en_om(doelen, maat.lang, maat.kort)
        for doel in doelen:
            for beurt in BEURTEN:
                run.noteer(f"beurt {beurt}", doel.naam, tijden[doel.naam][beurt])
        for klanten in KLANTEN:
            for doel in doelen:
                run.noteer(f"{klanten} klanten", doel.naam, [await per_seconde(doel, klanten, maat.seconden)])
        for doel in doelen:
            pss, rss = doel.geheugen()
            run.noteer("pss", doel.naam, [pss])
            run.noteer("rss", doel.naam, [rss])
        for langs, aantal in (await ons.cijfers()).items():
            run.beurten[langs] = run.beurten.get(langs, 0) + aantal
    finally:
        for doel in doelen:
            doel.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
