"""Het script dat de deur samenstelt: klein, en zonder losse eindjes."""

from __future__ import annotations

import gzip
import re

import pytest
from starlette.testclient import TestClient

from bot.deur.app import maak_app
from bot.deur.settings import Instellingen
from bot.deur.web.bundel import BRON, VOLGORDE, stel_samen


def test_blijft_onder_de_veertig_kilobyte() -> None:
    assert len(gzip.compress(stel_samen("https://weg.nl/").encode(), 9)) < 40_000


def test_alle_modules_doen_mee_en_halen_alleen_wat_er_al_is() -> None:
    assert {pad.stem for pad in BRON.glob("*.js")} == set(VOLGORDE)
    eerder: dict[str, set[str]] = {}
    for naam in VOLGORDE:
        tekst = (BRON / f"{naam}.js").read_text(encoding="utf-8")
        for namen, bron in re.findall(r'import \{([^}]+)\} from "\./(\w+)\.js"', tekst):
            assert {n.strip() for n in namen.split(",")} <= eerder[bron], (
                f"{naam} haalt iets uit {bron} dat daar niet is"
            )
        eerder[naam] = set(re.findall(r"^export (?:const|class|function) (\w+)", tekst, re.MULTILINE))
    alles = [naam for namen in eerder.values() for naam in namen]
    assert len(alles) == len(set(alles)), "twee modules voeren dezelfde naam uit"


@pytest.mark.parametrize(
    "woord",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "localStorage",
        "indexedDB",
        "document.cookie",
    ],
)
def test_wat_er_nooit_in_staat(woord: str) -> None:
    assert woord not in stel_samen("https://weg.nl/")


def test_opnieuw_vragen_kost_niets() -> None:
    inst = Instellingen(geheim="g" * 32, rasa_geheim="r" * 32, gesprekken="sqlite://")
    http = TestClient(maak_app(inst))
    eerst = http.get("/widget/widget.js")
    assert eerst.status_code == 200 and eerst.headers["content-encoding"] == "gzip"
    assert "buienradar" in eerst.text and eerst.headers["content-type"].startswith("text/javascript")
    weer = http.get("/widget/widget.js", headers={"If-None-Match": eerst.headers["etag"]})
    assert weer.status_code == 304 and not weer.content
