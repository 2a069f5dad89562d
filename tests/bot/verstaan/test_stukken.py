"""Een bericht in stukken. De zinnen hier zijn verzonnen en staan niet in de leerstof."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from bot.leren.stukken import leer_stukken
from bot.leren.stukkenstof import StofFout, lees_alles, lees_regel
from bot.verstaan import ModelFout
from bot.verstaan.stukken import LABELS, ONDERWERPEN, Snijder, knip

RAAR = ("", " ", "???", "💔💔💔", "\n\n", "[gebeurd/ik x]", "a" * 20_000, "ik " * 3_000, "\x00\x01", "شخص يهددني", "é" * 500, "1" * 400, "<script>alert(1)</script>", "ja, ja. ja! ja? " * 200)  # fmt: skip


@pytest.fixture(scope="module")
def snijder() -> Snijder:
    return leer_stukken()


@pytest.mark.parametrize("tekst", RAAR)
def test_wat_er_ook_komt_het_wordt_gelezen(snijder: Snijder, tekst: str) -> None:
    stukken = snijder.knip(tekst)
    for stuk, volgend in itertools.pairwise(stukken):
        assert stuk.eind == volgend.begin and stuk.tot <= volgend.van
        assert (stuk.label, stuk.onderwerp) != (volgend.label, volgend.onderwerp)
    for stuk in stukken:
        assert stuk.label in LABELS and stuk.onderwerp in ONDERWERPEN
        assert 0 < stuk.zekerheid <= stuk.label_zeker <= 1.000001
        assert tekst[stuk.van : stuk.tot].strip()


def test_de_stukken_zijn_samen_het_bericht(snijder: Snijder) -> None:
    tekst = "Hoi! m'n ex heeft ’t filmpje op snap gezet... kan ik daar nog iets tegen doen?? ik schaam me kapot"
    assert " ".join(tekst[stuk.van : stuk.tot] for stuk in snijder.knip(tekst)) == tekst


def test_een_kapotte_regel_zegt_waar(tmp_path: Path) -> None:
    with pytest.raises(StofFout, match=r"school\.yml, regel 3"):
        lees_regel("[gebeurd/juf ze kwam langs]", "school.yml, regel 3")
    with pytest.raises(StofFout, match="buiten de haken"):
        lees_regel("[gebeurd/ik ik ben 15] en toen", "x")


def test_wat_apart_blijft_leert_niet_mee() -> None:
    leren, apart = lees_alles()
    assert not {b.tekst.lower() for b in leren} & {b.tekst.lower() for b in apart}
    assert 0.15 < len(apart) / (len(leren) + len(apart)) < 0.25


def test_bewaard_en_gelezen_knipt_hetzelfde(snijder: Snijder, tmp_path: Path) -> None:
    pad = tmp_path / "stukken.zip"
    snijder.bewaar(pad)
    tekst = "mijn baas heeft mij gefilmd en ik wil dat het stopt"
    assert Snijder.lees(pad).knip(tekst) == snijder.knip(tekst)
    pad.write_bytes(pad.read_bytes()[:200])
    with pytest.raises(ModelFout, match="onleesbaar"):
        Snijder.lees(pad)


def test_zonder_model_geen_stukken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EHBO_STUKKEN", str(tmp_path / "weg.zip"))
    assert knip("mijn ex dreigt") == ()
