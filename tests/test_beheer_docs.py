"""docs/beheer.md en de code zeggen hetzelfde: instellingen, cijfers, opdrachten, bestanden."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench import som
from bot.__main__ import OPDRACHTEN
from bot.deur.lagen import Meter
from tests.aanval.uitslag import BEGIN, DELEN, EINDE

WORTEL = Path(__file__).parents[1]
BEHEER = (WORTEL / "docs" / "beheer.md").read_text(encoding="utf-8")
NIEUW = ("docs/beheer.md", "docs/capaciteit.md", "docs/dpia.md", "docs/verwerkersovereenkomst.md", "SECURITY.md")


def in_code() -> set[str]:
    code = "".join(p.read_text(encoding="utf-8") for map_ in ("bot", "actions") for p in (WORTEL / map_).rglob("*.py"))
    return set(re.findall(r'"(EHBO_[A-Z_]*[A-Z])"', code))


def test_elke_instelling_staat_in_de_tabel_en_elke_rij_bestaat() -> None:
    assert set(re.findall(r"^\| `(EHBO_[A-Z_]+)` \| .{5,} \|", BEHEER, re.MULTILINE)) - {
        "EHBO_SLEUTELS"
    } == in_code() - {"EHBO_SLEUTELS"}
    assert "| `EHBO_SLEUTELS` | versleutelt" in BEHEER and "EHBO_SLEUTELS" in in_code()


def test_elk_cijfer_staat_in_de_tabel() -> None:
    echt = {
        f"{naam.name}_total" if naam.type == "counter" else naam.name
        for naam in Meter().register.collect()
        if not naam.name.endswith("_created")
    }
    assert set(re.findall(r"^\| `(ehbo_[a-z_]+)` \|", BEHEER, re.MULTILINE)) == echt


def test_elke_genoemde_opdracht_bestaat() -> None:
    make = set(re.findall(r"^([a-z]+):", (WORTEL / "Makefile").read_text(), re.MULTILINE))
    for pad in NIEUW:
        tekst = (WORTEL / pad).read_text(encoding="utf-8")
        assert set(re.findall(r"python -m bot ([a-z]+)", tekst)) <= set(OPDRACHTEN), pad
        assert set(re.findall(r"`make ([a-z]+)", tekst)) <= make, pad


@pytest.mark.parametrize("pad", NIEUW)
def test_elke_verwijzing_komt_ergens_uit(pad: str) -> None:
    tekst = (WORTEL / pad).read_text(encoding="utf-8")
    for doel in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", tekst):
        assert ((WORTEL / pad).parent / doel).exists(), doel
    for doel in set(re.findall(r"`((?:deploy|tools|tests|docs)/[\w./-]+)`", tekst)) - {"deploy/.env"}:
        assert (WORTEL / doel).exists(), doel


def test_een_telegrambot_aansluiten_gaat_in_tien_stappen() -> None:
    deel = BEHEER.partition("## Een Telegrambot aansluiten")[2].partition("\n## ")[0]
    assert re.findall(r"^(\d+)\. ", deel, re.MULTILINE) == [str(nr) for nr in range(1, 11)]
    assert {"EHBO_TELEGRAM_TOKEN", "EHBO_TELEGRAM_GEHEIM", "EHBO_TELEGRAM_ADRES"} <= set(
        re.findall(r"EHBO_TELEGRAM_\w+", deel)
    )


def test_elk_deel_van_de_aanval_staat_in_het_blok() -> None:
    blok = BEHEER.partition(BEGIN)[2].partition(EINDE)[0]
    assert all(f"| {naam} |" in blok for naam in DELEN.values()), "draai `python -m tests.aanval.uitslag`"


def test_de_som_over_capaciteit_volgt_uit_de_metingen() -> None:
    tekst = som.DOCUMENT.read_text(encoding="utf-8")
    gedrukt = tekst.partition(som.BEGIN)[2].partition(som.EINDE)[0].strip()
    assert som.blok(*som.lees(gedrukt)) == gedrukt, "draai `python -m bench.capaciteit`"
