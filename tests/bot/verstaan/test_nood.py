"""Nood horen. De zinnen zijn geschreven voor en los van de regels; elke derde is apart gehouden voor het eindcijfer."""

from __future__ import annotations

import pytest
import yaml

from bot.kennis import WORTEL
from bot.verstaan.nood import luister
from tests.tempo import maal_rekenwerk

ZINNEN: dict[str, dict[str, list[str]]] = yaml.safe_load((WORTEL / "data/nood/regels.yaml").read_text("utf-8"))
VANGST, VALS = 0.98, 0.05
EIGEN = [
    (soort, zin)
    for soort, groepen in ZINNEN.items()
    for zinnen in groepen.values()
    for nr, zin in enumerate(zinnen)
    if nr % 3 != 2
]


@pytest.mark.parametrize(("soort", "zin"), EIGEN)
def test_nood_of_niet(soort: str, zin: str) -> None:
    assert luister(zin) == (None if soort == "geen" else soort)


def cijfers(alleen_apart: bool) -> dict[str, tuple[int, int]]:
    """Per soort: hoeveel er een signaal geeft, van hoeveel."""
    uit = {}
    for soort, groepen in ZINNEN.items():
        gekozen = [z for zs in groepen.values() for nr, z in enumerate(zs) if not alleen_apart or nr % 3 == 2]
        uit[soort] = (sum(luister(z) is not None for z in gekozen), len(gekozen))
    return uit


def test_genoeg_zinnen() -> None:
    aantal = {soort: van for soort, (_, van) in cijfers(alleen_apart=False).items()}
    assert aantal["suicide"] + aantal["gevaar"] >= 150 and aantal["geen"] >= 150


def test_de_hele_verzameling() -> None:
    c = cijfers(alleen_apart=False)
    gehoord, van = (sum(c[soort][deel] for soort in ("suicide", "gevaar")) for deel in (0, 1))
    assert gehoord / van >= VANGST, c
    assert c["geen"][0] / c["geen"][1] <= VALS, c


def test_het_aparte_deel() -> None:
    c = cijfers(alleen_apart=True)
    for soort in ("suicide", "gevaar"):
        assert c[soort][0] / c[soort][1] >= 0.9, c
    assert c["geen"][0] / c["geen"][1] <= VALS, c


@pytest.mark.parametrize("tekst", ["a" * 20_000, "hij staat " * 2_000, "mezelf " * 2_000, "er een eind " * 2_000])
def test_lange_tekst_houdt_niemand_op(tekst: str) -> None:
    assert maal_rekenwerk(lambda: luister(tekst)) < 50


@pytest.mark.parametrize(
    ("zin", "soort"),
    [("ik wil stoppen met leven", "suicide"), ("ophouden met bestaan", "suicide"), ("ik wil stoppen met dit gesprek", None), ("hij moet ophouden met mijn leven verpesten", None)],
)  # fmt: skip
def test_stoppen_met_leven_is_iets_anders_dan_stoppen(zin: str, soort: str | None) -> None:
    assert luister(zin) == soort
