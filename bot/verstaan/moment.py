"""Een gelezen moment: het tijdvak zoals het verteld is, en de dag waar de woorden naar wijzen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import overload

from knowledge.recht import Tijdvak, in_jaar, in_maand, in_week, op_dag, tussen

HALVE_MAAND = 15


@dataclass(frozen=True)
class Moment:
    """`dag`: waar de woorden naar wijzen ('drie weken geleden': die dag, al weten we alleen de week)."""

    vak: Tijdvak
    dag: date


@overload
def een_dag(dag: date) -> Moment: ...
@overload
def een_dag(dag: None) -> None: ...
@overload
def een_dag(dag: date | None) -> Moment | None: ...
def een_dag(dag: date | None) -> Moment | None:
    return Moment(op_dag(dag), dag) if dag is not None else None


def een_week(dag: date) -> Moment:
    return Moment(in_week(dag), dag)


def een_maand(dag: date) -> Moment:
    return Moment(in_maand(dag.year, dag.month), dag)


def een_jaar(jaar: int) -> Moment:
    return Moment(in_jaar(jaar), date(jaar, 1, 1))


def dagen(eerste: date, erna: int) -> Moment:
    """Van de eerste dag tot en met zo veel dagen erna."""
    return Moment(tussen(op_dag(eerste), op_dag(eerste + timedelta(days=erna))), eerste)


def maanden(eerste: date, erna: int) -> Moment:
    """Van de eerste maand tot en met zo veel maanden erna."""
    nummer = eerste.year * 12 + eerste.month - 1 + erna
    return Moment(tussen(in_maand(eerste.year, eerste.month), in_maand(nummer // 12, nummer % 12 + 1)), eerste)
