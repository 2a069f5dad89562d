"""Vragen vinden op wat ze betekenen; zonder zinsmodel, of met een bestand dat niet past, gaat het gewoon op woorden."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.leren.zinnen import leer_zinnen
from bot.verstaan import Verstaan, zinsbeeld
from bot.verstaan.antwoordvinder import Antwoordvinder
from bot.verstaan.antwoordvinder.vinder import alle_manieren
from bot.verstaan.betekenis import ANTWOORD, GEVOEL, WIE, ZORGTAAL, Betekenis, de_betekenis, teken
from bot.verstaan.noodlaag import Noodlezing, tweede_mening
from bot.verstaan.zinsbeeld import Zinsbeeld
from tests.bot.verstaan.test_noodlaag import KENNIS, VANDAAG

EERSTE, IN_DRIE = 0.8, 0.94
"""Met het zinsmodel, op dezelfde vragen als `test_gevraagd.py`."""
PAREN = list(alle_manieren(KENNIS))
GESCHREVEN = {
    ANTWOORD: PAREN,
    GEVOEL: [(e.id, zin) for e in KENNIS.erkenningen.values() for zin in e.zo_gezegd],
    ZORGTAAL: [(w.id, zin) for w in KENNIS.zorgwoorden.values() for zin in w.zo_gezegd],
    WIE: [(o.id, zin) for o in KENNIS.feiten["rol"].opties for zin in o.zo_gezegd],
}
VERS = yaml.safe_load((Path(__file__).parent / "vragen_vers.yaml").read_text(encoding="utf-8"))


class Telt:
    """Een zinsmodel dat telt wat het leest; de rijen zijn van de letters."""

    def __init__(self) -> None:
        self.gelezen: list[str] = []

    def query(self, zinnen: list[str]) -> np.ndarray:
        self.gelezen += zinnen
        uit = np.zeros((len(zinnen), 26), dtype=np.float32)
        for nr, zin in enumerate(zinnen):
            for letter in zin.lower():
                if "a" <= letter <= "z":
                    uit[nr, ord(letter) - 97] += 1
        return uit / (np.linalg.norm(uit, axis=1, keepdims=True) + 1e-9)


@pytest.fixture(scope="module")
def betekenis() -> Betekenis:
    geleerd = de_betekenis()
    if geleerd is None:
        pytest.skip("het zinsmodel is hier niet, of er is nog niet mee geleerd (python -m bot train --alleen zinnen)")
    return geleerd


def test_op_betekenis_wordt_meer_gevonden(betekenis: Betekenis) -> None:
    vinder = Antwoordvinder(KENNIS, betekenis=betekenis)
    rijen = [([id_ for id_, _ in vinder.rangschik(v["vraag"])][:3], v["goed"]) for v in VERS if v["goed"]]
    assert sum(rij[0] in goed for rij, goed in rijen) / len(rijen) >= EERSTE
    assert sum(bool(set(rij) & set(goed)) for rij, goed in rijen) / len(rijen) >= IN_DRIE


def test_een_antwoord_van_na_het_leren_wordt_op_woorden_gevonden(betekenis: Betekenis) -> None:
    manieren = [("nieuw", "hoe vouw ik een papieren kraanvogel"), ("aangifte_kosten", "kost aangifte doen geld")]
    vinder = Antwoordvinder(KENNIS, [(id_, zin) for id_, zin in manieren if id_ in KENNIS.antwoorden], betekenis)
    assert vinder.rangschik("kost aangifte geld")[0][0] == "aangifte_kosten"


@pytest.fixture(scope="module")
def geleerd() -> Betekenis:
    return leer_zinnen(GESCHREVEN, Zinsbeeld(Telt(), "proef 1"))


@pytest.mark.parametrize(("naam", "opnieuw"), [("proef 1", False), ("proef 2", True)])
def test_alleen_een_ander_zinsmodel_leest_bekende_zinnen_opnieuw(geleerd: Betekenis, naam: str, opnieuw: bool) -> None:
    leest = Telt()
    nieuw = leer_zinnen(GESCHREVEN, Zinsbeeld(leest, naam), geleerd)
    assert bool(leest.gelezen) is opnieuw and np.array_equal(geleerd.rijen, nieuw.rijen)


def test_bewaren_en_lezen_geeft_hetzelfde_en_geen_zinnen(geleerd: Betekenis, tmp_path: Path) -> None:
    geleerd.bewaar(tmp_path / "zinnen.npz")
    gelezen = Betekenis.uit(tmp_path / "zinnen.npz")
    assert gelezen is not None and gelezen.hoofden.keys() == geleerd.hoofden.keys()
    for naam, hoofd in geleerd.hoofden.items():
        assert gelezen.hoofden[naam].namen == hoofd.namen
        assert np.array_equal(gelezen.hoofden[naam].gewicht, hoofd.gewicht)
    assert [p.name for p in tmp_path.iterdir()] == ["zinnen.npz"]
    assert teken("kost aangifte geld") != teken("kost aangifte geld?")


@pytest.mark.parametrize("inhoud", [b"", b"geen zip", None])
def test_een_bestand_dat_er_niet_is_of_stuk_is_kost_alleen_de_betekenis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inhoud: bytes | None
) -> None:
    pad = tmp_path / "zinnen.npz"
    if inhoud is not None:
        pad.write_bytes(inhoud)
    monkeypatch.setenv("EHBO_ZINNEN", str(pad))
    assert de_betekenis() is None
    assert Verstaan(KENNIS).begrijp("kost aangifte doen geld?", None, VANDAAG).antwoorden


def test_zonder_zinsmodel_gaat_het_op_woorden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(zinsbeeld.ZONDER, "1")
    zinsbeeld.zinsbeeld.cache_clear()
    try:
        assert zinsbeeld.zinsbeeld() is None and de_betekenis() is None
        assert Verstaan(KENNIS).begrijp("kost aangifte doen geld?", None, VANDAAG).antwoorden
    finally:
        monkeypatch.undo()
        zinsbeeld.zinsbeeld.cache_clear()


def test_van_een_zin_blijft_na_het_lezen_niets_in_het_geheugen(betekenis: Betekenis) -> None:
    Verstaan(KENNIS).begrijp("kost een advocaat geld?", None, VANDAAG)
    assert zinsbeeld.beeld_van.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("tekst", "eerst", "ook"),
    [
        ("kost een advocaat geld en krijgt hij dan een strafblad?", "geld_advocaat", 1),
        ("kost een advocaat geld?", "geld_advocaat", 0),
        ("kost een advocaat geld? en is een advocaat duur?", "geld_advocaat", 0),
    ],
)
def test_twee_vragen_krijgen_twee_antwoorden(tekst: str, eerst: str, ook: int, betekenis: Betekenis) -> None:
    begrepen = Verstaan(KENNIS).begrijp(tekst, None, VANDAAG)
    assert begrepen.antwoorden == (eerst,) and len(begrepen.ook_gevraagd) == ook


@pytest.mark.parametrize(
    ("tekst", "gevoel"),
    [
        ("de hele klas lacht me uit, iedereen wijst naar me", "schaamte"),
        ("ik dacht dat ze mijn vriendin was", "gemengd"),
        ("je leest helemaal niet wat ik zeg", "niet_gehoord"),
        ("ik kom al een week niet aan slapen toe", "moe"),
        ("hij woont in utrecht", None),
        ("op snapchat, gisteren", None),
    ],
)
def test_een_gevoel_is_te_merken_zonder_dat_het_genoemd_wordt(
    tekst: str, gevoel: str | None, betekenis: Betekenis
) -> None:
    assert Verstaan(KENNIS).begrijp(tekst, None, VANDAAG).gevoel == gevoel


GEEN = {"geen": 0.98, "suicide": 0.01, "gevaar": 0.01}
WEL = {"geen": 0.02, "suicide": 0.97, "gevaar": 0.01}
MISSCHIEN = {"geen": 0.55, "suicide": 0.44, "gevaar": 0.01}


@pytest.mark.parametrize(
    ("eerst", "betekent", "vraagt", "uit"),
    [
        (Noodlezing("suicide"), GEEN, False, ("suicide", None)),  # wat een regel hoort, geldt
        (Noodlezing("suicide", geleerd=True), WEL, False, ("suicide", None)),
        (Noodlezing("suicide", geleerd=True), WEL, True, (None, "suicide")),  # wie iets vraagt, krijgt eerst antwoord
        (Noodlezing("suicide", geleerd=True), MISSCHIEN, False, (None, "suicide")),
        (Noodlezing("suicide", geleerd=True), GEEN, False, (None, None)),
        (Noodlezing(), WEL, False, (None, "suicide")),
        (Noodlezing(), MISSCHIEN, False, (None, None)),
        (
            Noodlezing("suicide", geleerd=True),
            {},
            False,
            ("suicide", None),
        ),  # zonder zinsmodel blijft het zoals het was
    ],
)
def test_alleen_samen_gaan_twee_hoorders_voor_alles(
    eerst: Noodlezing, betekent: dict[str, float], vraagt: bool, uit: tuple[str | None, str | None]
) -> None:
    lezing = tweede_mening(eerst, betekent, vraagt)
    assert (lezing.signaal, lezing.navraag) == uit
