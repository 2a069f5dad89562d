"""Wat een rechter weegt, wordt gewogen: een verweer van de ander maakt een grond hoogstens onzeker, nooit 'nee'."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Kennis
from knowledge.__main__ import main
from knowledge.bewijs import gewogen, tel_verweren
from knowledge.bewijs.proeven import zaak_van
from knowledge.bouw import controleer
from knowledge.bouw.load import Gelezen
from knowledge.recht import beoordeel, open_vragen

DAG = date(2026, 11, 24)

MINSTENS = 500
"""Zo veel keer wordt er minstens een verweer bij een voorbeeld gezet; minder betekent dat de proef niets meer toetst."""


def test_er_zijn_verweren_en_gewogen_gronden(kennis: Kennis) -> None:
    verweren = {feit.id for feit in kennis.feiten.values() if feit.beweert == "wederpartij"}
    assert verweren >= {"beroep_belang", "publiek_debat", "satire"}
    assert gewogen(kennis) >= {
        "smaad_261", "smaadschrift_261_2", "belediging_266", "belaging_285b", "onrechtmatige_daad_6_162",
        "rectificatie_6_167", "portretrecht_21", "avg_17", "avg_21",
    }  # fmt: skip


def test_een_verweer_van_de_ander_maakt_van_ja_nooit_nee(kennis: Kennis) -> None:
    """Over alle voorbeelden: één verweer erbij, en geen gewogen grond gaat van ja naar nee."""
    tellingen = tel_verweren(kennis)
    assert [wat for t in tellingen for wat in t.omgeslagen] == []
    assert sum(sum(t.uitslagen.values()) for t in tellingen) >= MINSTENS and all(t.gezet for t in tellingen)


def test_wie_het_wil_weten_kan_het_zelf_tellen(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m knowledge voorbeelden --wederpartij` zegt hoe vaak er is gezet, en hoe vaak het misging."""
    assert main(["voorbeelden", "--wederpartij"]) == 0
    assert "0 keer ging die van ja naar nee." in " ".join(capsys.readouterr().out.split())


def test_het_gesprek_eindigt_niet_op_het_woord_van_de_ander(kennis: Kennis) -> None:
    """Wie een beroep op het algemeen belang hoort, krijgt nog de vragen die ertegen pleiten."""
    verhaal: dict[str, str | list[str]] = {
        "gebeurd": ["uitspraak"], "uitspraak": "ja", "uitspraak_feitelijk": "ja", "uitspraak_concreet": "ja",
        "publiek": "openbaar", "gedeeld_waar": ["website"], "relatie": "media", "beroep_belang": "ja",
        "journalistiek": "ja",
    }  # fmt: skip
    b = beoordeel(kennis, zaak_van(kennis, verhaal, DAG), DAG)
    assert b.statussen["smaadschrift_261_2"] == "mogelijk"
    assert "herhaald_geplaatst" in {feit.id for feit in open_vragen(kennis, b)}
    b = beoordeel(kennis, zaak_van(kennis, verhaal | {"herhaald_geplaatst": "ja"}, DAG), DAG)
    assert "gevraagd_te_stoppen" in {feit.id for feit in open_vragen(kennis, b)}


def test_een_verweer_waar_iets_tegenover_staat_blijft_zichtbaar(kennis: Kennis) -> None:
    """Ook als de grond past: dat de ander zich op het algemeen belang beroept, beslist de rechter."""
    grond = kennis.gronden["smaadschrift_261_2"]
    voorbeeld = next(
        v for v in grond.voorbeelden if v.feiten.get("wist_onwaar") == "ja" and "beroep_belang" in v.feiten
    )
    oordeel = beoordeel(kennis, zaak_van(kennis, voorbeeld.feiten, DAG), DAG).oordeel(grond.id)
    assert oordeel.status == "ja"
    assert [u.id for v in oordeel.varianten if v.status == "ja" for u in v.tegen] == ["algemeen_belang"]


def test_een_harde_uitzondering_op_een_verweer_wordt_geweigerd(gelezen: Gelezen) -> None:
    grond = next(g for g in gelezen.inhoud.gronden if g.id == "smaadschrift_261_2")
    hard = grond.model_copy(
        update={"uitzonderingen": tuple(u.model_copy(update={"weging": False}) for u in grond.uitzonderingen)}
    )
    gronden = tuple(hard if g.id == grond.id else g for g in gelezen.inhoud.gronden)
    kapot = Gelezen(gelezen.inhoud.model_copy(update={"gronden": gronden}), gelezen.plaatsen)
    assert [m for m in controleer(kapot) if "beroep_belang" in m.wat]
