"""`python -m bot run`: start de deur en Rasa als twee processen en houdt ze in de gaten.

Laadt zelf niets van de kennis of het verstaan: de kinderen hebben die tijd nodig. Past het model niet, dan zegt de deur dat.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

from bot.deur.settings import Instellingen
from bot.kennis import WORTEL

WACHT_MAX = 30.0


class Proces:
    """Eén kind dat opnieuw start als het stopt, met steeds langere pauze."""

    def __init__(self, naam: str, omgeving: dict[str, str]) -> None:
        self.naam = naam
        self._omgeving = omgeving
        self._kind: subprocess.Popen[bytes] | None = None
        self._opnieuw_na = 0.0
        self._pauze = 1.0

    def kijk(self) -> None:
        if self._kind is not None and self._kind.poll() is None:
            return
        if self._kind is not None and self._opnieuw_na == 0.0:
            print(f"· {self.naam} stopte; start opnieuw over {self._pauze:.0f} s", flush=True)
            self._opnieuw_na = time.monotonic() + self._pauze
            self._pauze = min(self._pauze * 2, WACHT_MAX)
        if time.monotonic() >= self._opnieuw_na:
            self._opnieuw_na = 0.0
            self._kind = subprocess.Popen([sys.executable, "-m", "bot", self.naam], cwd=WORTEL, env=self._omgeving)

    def stop(self) -> None:
        if self._kind is not None and self._kind.poll() is None:
            self._kind.terminate()
            try:
                self._kind.wait(10)
            except subprocess.TimeoutExpired:
                self._kind.kill()


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot run", description="Start de website en het gesprek.")
    p.add_argument(
        "--zonder-rasa",
        action="store_true",
        help="alleen de deur; het gesprek gaat dan met knoppen en eenvoudig verstaan",
    )
    p.add_argument(
        "--telegram", choices=("webhook", "polling"), help="hoe Telegram verbonden wordt (met EHBO_TELEGRAM_TOKEN)"
    )
    args = p.parse_args(argv)
    if args.telegram:
        os.environ["EHBO_TELEGRAM"] = args.telegram
        if not os.environ.get("EHBO_TELEGRAM_TOKEN"):
            print("Zet eerst EHBO_TELEGRAM_TOKEN in de omgeving; je krijgt hem van @BotFather.")
            return 2
    inst = Instellingen.uit_omgeving()
    omgeving = {
        **os.environ,
        "PYTHONWARNINGS": "ignore",
        "EHBO_RASA_GEHEIM": inst.rasa_geheim,
        "EHBO_GEHEIM": inst.geheim,
        "EHBO_SLEUTELS": inst.sleutels,
    }
    processen = [Proces("deur", omgeving)] + ([] if args.zonder_rasa else [Proces("rasa", omgeving)])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    begin, deur_klaar, rasa_klaar = time.monotonic(), False, args.zonder_rasa
    try:
        while True:
            for proces in processen:
                proces.kijk()
            if not deur_klaar and _antwoordt(f"http://{inst.host}:{inst.poort}/gezond"):
                deur_klaar = True
                print(f"· open http://{inst.host}:{inst.poort}/ (na {time.monotonic() - begin:.0f} s)", flush=True)
                print(_balieregel(inst), end="", flush=True)
                if not rasa_klaar:
                    print("· Rasa laadt nog; tot dan gaat het gesprek verder vanuit de kern", flush=True)
            if deur_klaar and not rasa_klaar and _antwoordt(f"http://127.0.0.1:{inst.rasa_poort}/webhooks/deur/"):
                rasa_klaar = True
                print(f"· Rasa is er (na {time.monotonic() - begin:.0f} s). Stoppen: Ctrl-C", flush=True)
            time.sleep(0.5)
    except (KeyboardInterrupt, SystemExit):
        print("\n· stoppen", flush=True)
    finally:
        for proces in processen:
            proces.stop()
    return 0


def _antwoordt(adres: str) -> bool:
    try:
        with urllib.request.urlopen(adres, timeout=1) as antwoord:
            return bool(antwoord.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _balieregel(inst: Instellingen) -> str:
    """Waar de balie is, en hoe je het eerste account maakt als er nog geen is."""
    from bot.deur.hulplijn.opslag import Accounts, open_opslag
    from bot.deur.hulplijn.settings import Balie

    balie = Balie.uit_omgeving(inst)
    if not balie.aan:
        return ""
    regel = f"· balie voor medewerkers: http://{inst.host}:{inst.poort}/hulplijn\n"
    if not Accounts(open_opslag(balie.opslag)).alle():
        regel += "  eerste account: .venv/bin/python -m bot hulplijn account JOUWNAAM --rol beheerder\n"
    return regel
