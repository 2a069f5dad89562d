"""Data zoals mensen ze zeggen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.verstaan.datum import lees_datum, lees_moment
from bot.verstaan.kalender import BestaatNiet
from bot.verstaan.moment import dagen
from knowledge.recht import in_jaar, in_maand, in_week, lees_tijdvak, op_dag

VANDAAG = date(2026, 11, 24)  # een dinsdag
PAREN: dict[str, str] = yaml.load((Path(__file__).parent / "datums.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize(("tekst", "verwacht"), PAREN.items())
def test_een_dag_zoals_mensen_hem_noemen(tekst: str, verwacht: str) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    assert (gelezen.isoformat() if gelezen else "null") == verwacht


def test_genoeg_voorbeelden() -> None:
    assert len(PAREN) >= 120


@given(st.dates(date(2000, 1, 1), VANDAAG))
def test_een_volledige_datum_is_die_dag(dag: date) -> None:
    for vorm in (f"{dag:%d-%m-%Y}", f"{dag:%Y-%m-%d}", f"{dag.day}/{dag.month}/{dag.year}"):
        assert lees_datum(vorm, VANDAAG) == dag


@given(st.dates(date(2010, 1, 1), date(2030, 12, 31)))
def test_zonder_jaar_ligt_een_dag_nooit_in_de_toekomst(vandaag: date) -> None:
    for tekst in ("3 maart", "met kerst", "begin juni", "maandag", "vorige week", "in de zomer", "de 12e", "weekend"):
        gelezen = lees_datum(tekst, vandaag)
        assert gelezen is not None and vandaag - timedelta(days=400) <= gelezen <= vandaag


@given(st.text(max_size=80))
def test_geen_enkele_tekst_breekt_het_lezen(tekst: str) -> None:
    lees_datum(tekst, VANDAAG)


MOMENTEN: dict[str, str] = yaml.load(
    (Path(__file__).parent / "momenten.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize(("tekst", "verwacht"), MOMENTEN.items())
def test_een_moment_blijft_zo_precies_als_het_verteld_is(tekst: str, verwacht: str) -> None:
    try:
        moment = lees_moment(tekst, VANDAAG)
    except BestaatNiet:
        assert verwacht == "?"
        return
    assert (moment.vak.waarde if moment else "null") == verwacht
    assert moment is None or lees_tijdvak(moment.vak.waarde) == moment.vak
    assert moment is None or moment.vak.vroegst <= moment.dag <= moment.vak.laatst


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 40))
def test_een_tijdvak_komt_er_net_zo_uit_als_het_erin_ging(dag: date, erna: int) -> None:
    for vak in (op_dag(dag), in_week(dag), in_maand(dag.year, dag.month), in_jaar(dag.year), dagen(dag, erna).vak):
        assert lees_tijdvak(vak.waarde) == vak and vak.vroegst <= dag <= vak.laatst
