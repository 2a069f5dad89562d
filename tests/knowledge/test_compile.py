from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import InhoudFout, KennisFout, Store
from knowledge.bouw import bouw, lees
from tests.knowledge.conftest import PROEF, vervang


def test_zelfde_inhoud_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    bouw(tmp_path / "een.db", PROEF)
    bouw(tmp_path / "twee.db", PROEF)
    assert (tmp_path / "een.db").read_bytes() == (tmp_path / "twee.db").read_bytes()


def test_wat_erin_gaat_komt_eruit(tmp_path: Path) -> None:
    bouw(tmp_path / "kennis.db", PROEF)
    kennis, inhoud = Store(tmp_path / "kennis.db").kennis(), lees(PROEF).inhoud
    assert kennis.gronden["beeldgrond"] == inhoud.gronden[0]
    assert list(kennis.situaties) == [s.id for s in inhoud.situaties]
    assert kennis.zinnen == inhoud.gesprek.zinnen and kennis.veiligheid == inhoud.veiligheid


def test_een_fout_laat_het_oude_bestand_staan(kopie: Path, tmp_path: Path) -> None:
    doel = tmp_path / "kennis.db"
    bouw(doel, kopie)
    goed = doel.read_bytes()
    vervang(kopie / "gronden" / "beeldgrond.yaml", "bron: wet_nieuw", "bron: bestaat_niet")
    with pytest.raises(InhoudFout):
        bouw(doel, kopie)
    assert doel.read_bytes() == goed
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("kennis.db")] == ["kennis.db"]


def test_een_nieuwe_versie_wordt_zonder_herstart_gelezen(kopie: Path, tmp_path: Path) -> None:
    doel = tmp_path / "kennis.db"
    bouw(doel, kopie)
    store = Store(doel)
    eerste = store.kennis()
    vervang(kopie / "feiten" / "alles.yaml", "Wat voor beeld is het?", "Wat is het voor beeld?")
    bouw(doel, kopie)
    assert store.kennis().feiten["beeld"].vraag == "Wat is het voor beeld?"
    assert store.kennis().hash != eerste.hash and store.kennis() is store.kennis()


def test_een_kapot_bestand_laat_de_vorige_kennis_staan(tmp_path: Path) -> None:
    doel = tmp_path / "kennis.db"
    bouw(doel, PROEF)
    store = Store(doel)
    goed = store.kennis()
    doel.write_bytes(b"geen sqlite")
    assert store.kennis() is goed
    doel.unlink()
    assert store.kennis() is goed


@pytest.mark.parametrize("inhoud", [b"", b"geen sqlite"])
def test_zonder_goed_bestand_een_duidelijke_fout(tmp_path: Path, inhoud: bytes) -> None:
    doel = tmp_path / "kennis.db"
    doel.write_bytes(inhoud)
    with pytest.raises(KennisFout, match="make kennis"):
        Store(doel).kennis()


def test_zoeken_vindt_een_ander_woord_en_een_andere_vorm(tmp_path: Path) -> None:
    bouw(tmp_path / "kennis.db", PROEF)
    store = Store(tmp_path / "kennis.db")
    assert store.zoek("seksfakes")[0].id == "deepfake"
    assert store.zoek("wie luistert er naar mij")[0].id == "hulplijn"
    store.zoek('"; drop table zoek; --')
    assert store.zoek("xyzzy") == [] and store.zoek("") == []
