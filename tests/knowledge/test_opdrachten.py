"""De opdrachten van `python -m knowledge`, zoals iemand ze gebruikt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.__main__ import main
from tests.knowledge.conftest import PROEF, vervang


@pytest.fixture
def db(tmp_path: Path) -> str:
    pad = str(tmp_path / "kennis.db")
    assert main(["build", "--inhoud", str(PROEF), "--db", pad]) == 0
    return pad


def test_check_telt_wat_nagekeken_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--inhoud", str(PROEF), "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert (
        uit["nagekeken"] == {"primair": [1, 4], "secundair": [1, 8], "nog_niet": [1, 2]}
        and uit["aantallen"]["gronden"] == 1
    )


def test_check_geeft_een_werklijst(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--inhoud", str(PROEF), "--nog-niet-nagekeken"]) == 0
    assert capsys.readouterr().out.split("\t") == [
        "een grond: wie die verkeerd hoort, doet geen aangifte of voor niets",
        "wet_oud",
        "artikel 1 oud",
        "https://voorbeeld.nl/oud",
        "beeldgrond\n",
    ]


def test_een_fout_komt_als_bestand_en_regel(kopie: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vervang(kopie / "routes" / "alles.yaml", "bronnen: [pagina]", "bronnen: [pagna]")
    assert main(["check", "--inhoud", str(kopie)]) == 1
    assert "routes/alles.yaml:" in (fout := capsys.readouterr().err) and "bedoel je `pagina`?" in fout


def test_beoordeel_met_feiten_uit_een_bestand(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "f.json").write_text('{"gebeurd": ["beeld_gedeeld"], "beeld": "nep", "toestemming": "nee"}')
    capsys.readouterr()
    assert main(["beoordeel", str(tmp_path / "f.json"), "--db", db, "--vandaag", "2026-11-24"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["gronden"] == {"beeldgrond": "ja"} and uit["routes"] == ["bewijs", "aangifte", "praten"]


@pytest.mark.parametrize(("vorm", "stuk"), [("tekst", "[Ja]"), ("mermaid", '-->|"Ja"|'), ("svg", "<svg")])
def test_boom_heeft_antwoorden_op_de_takken(db: str, capsys: pytest.CaptureFixture[str], vorm: str, stuk: str) -> None:
    assert main(["boom", "beeldmisbruik", "--vorm", vorm, "--db", db]) == 0
    assert stuk in capsys.readouterr().out


def test_alle_bomen_elk_in_een_bestand(db: str, tmp_path: Path) -> None:
    assert main(["boom", "--vorm", "svg", "--map", str(tmp_path / "bomen"), "--db", db]) == 0
    assert sorted(pad.name for pad in (tmp_path / "bomen").iterdir()) == ["beeldmisbruik.svg", "gezegd.svg"]
    assert "<svg" in (tmp_path / "bomen" / "beeldmisbruik.svg").read_text(encoding="utf-8")


def test_wandel_toont_wat_bereikt_wordt_en_hoe_snel(capsys: pytest.CaptureFixture[str]) -> None:
    main(["wandel", "--inhoud", str(PROEF), "--vandaag", "2026-11-24"])
    uit = capsys.readouterr().out
    assert "bestanddeel" in uit and "wegen per seconde" in uit


def test_boom_noemt_de_dichtstbijzijnde_situatie(db: str) -> None:
    with pytest.raises(SystemExit, match="bedoel je `beeldmisbruik`"):
        main(["boom", "beeldmisbuik", "--db", db])


def test_zoek(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zoek", "seksfakes", "--json", "--db", db]) == 0
    assert json.loads(capsys.readouterr().out.strip().splitlines()[-1])[0]["id"] == "deepfake"


def test_verschil_noemt_het_voorbeeld_dat_verandert(
    db: str, kopie: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vervang(kopie / "gronden" / "beeldgrond.yaml", "als: {toestemming: nee}", "als: {toestemming: ja}")
    nieuw = str(tmp_path / "nieuw.db")
    assert main(["build", "--inhoud", str(kopie), "--db", nieuw]) == 0
    capsys.readouterr()
    assert main(["verschil", db, nieuw, "--json"]) == 0
    assert {v["voorbeeld"] for v in json.loads(capsys.readouterr().out)} == {"Gemaakt zonder toestemming"}


def test_zonder_kennisbestand_een_uitweg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zoek", "x", "--db", str(tmp_path / "weg.db")]) == 1
    assert "make kennis" in capsys.readouterr().err


def test_vraaggesprek_in_de_terminal(
    db: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoorden = iter(["1", "18 of ouder", "nep", "Nee", "stop"])
    monkeypatch.setattr("builtins.input", lambda _: next(antwoorden))
    assert main(["vraag", "--db", db, "--uitleg"]) == 0
    uit = capsys.readouterr().out
    assert "Wat voor beeld is het?" in uit and "beeldgrond" in uit


def test_voorbeelden_zegt_welk_niet_uitkomt_en_waarom(kopie: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voorbeelden", "--inhoud", str(kopie)]) == 0
    assert "0 komen niet uit" in capsys.readouterr().out
    grond = next((kopie / "gronden").glob("*.yaml"))
    vervang(grond, "verwacht: ja", "verwacht: nee")
    assert main(["voorbeelden", "--inhoud", str(kopie)]) == 1
    uit = capsys.readouterr().out
    assert f"{grond.name}:" in uit and "komt niet uit" in uit and "want:" in uit
