from __future__ import annotations

import fcntl
import itertools
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.deur.conftest import Huis, bouw_huis, sluit, vrije_poort
from tests.bot.telegram.tegenpartij import Persoon, Tegenpartij, omgeving
from tests.conftest import CI, overgeslagen

HIER = Path(__file__).parent


@pytest.fixture(scope="session")
def bot_api() -> Iterator[Callable[[], Tegenpartij]]:
    """Maakt een Bot API-server met een eigen laag ervoor. Zonder node of npm: overslaan, en in CI een fout."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        overgeslagen.append("node en npm")
        (pytest.fail if CI else pytest.skip)("node en npm zijn er niet (Debian: apt-get install nodejs npm)")
    with (HIER / "package.json").open() as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)  # groepen tests draaien naast elkaar, en een installeert
        if not (HIER / "node_modules" / ".package-lock.json").exists():  # npm schrijft dit pas als alles er staat
            subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=HIER, check=True, timeout=300)
    gestart: list[tuple[subprocess.Popen[str], Tegenpartij]] = []

    def maak() -> Tegenpartij:
        poort = vrije_poort()
        proces = subprocess.Popen([node, "server.js", str(poort)], cwd=HIER, stdout=subprocess.PIPE, text=True)
        assert proces.stdout is not None and proces.stdout.readline().strip() == "klaar"
        tegen = Tegenpartij(f"http://127.0.0.1:{poort}", vrije_poort()).start()
        gestart.append((proces, tegen))
        return tegen

    yield maak
    for proces, tegen in gestart:
        tegen.stop()
        proces.kill()
        proces.wait()


@dataclass
class Lijn:
    """Een deur met Telegram eraan, en de andere kant."""

    huis: Huis
    tegen: Tegenpartij
    _chats: itertools.count[int]

    def persoon(self) -> Persoon:
        return Persoon(self.tegen, next(self._chats))


_chats = itertools.count(7001)


def verbind(map_: Path, tegen: Tegenpartij, modus: str, **extra: str) -> Lijn:
    geheim = "proefgeheim-" + map_.name.replace("_", "-")[:20] + "-" * 12
    extra = {"PROEF_LOG": str(map_ / "log.txt"), **extra}
    huis = bouw_huis(map_, met_rasa=False, **omgeving(tegen.adres, geheim, modus), **extra)
    tegen.deur = huis.adres
    return Lijn(huis, tegen, _chats)


def wacht_op(lijn: Lijn, stand: str) -> None:
    from tests.bot.deur.conftest import wacht

    wacht(lijn.huis.adres, lambda s: s["telegram"] == stand, 40)


@pytest.fixture(scope="module", params=["webhook", "polling"])
def lijn(
    request: pytest.FixtureRequest, bot_api: Callable[[], Tegenpartij], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lijn]:
    lijn_ = verbind(tmp_path_factory.mktemp(request.param), bot_api(), request.param)
    wacht_op(lijn_, request.param)
    yield lijn_
    sluit(lijn_.huis)


@pytest.fixture(scope="module")
def webhook(bot_api: Callable[[], Tegenpartij], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lijn]:
    lijn_ = verbind(tmp_path_factory.mktemp("webhook"), bot_api(), "webhook")
    wacht_op(lijn_, "webhook")
    yield lijn_
    sluit(lijn_.huis)
