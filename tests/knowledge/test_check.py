"""Elke fout in de inhoud krijgt een eigen melding: bestand, regel, wat er mis is en wat je doet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.conftest import PROEF, fouten_in, vervang

BREUKEN = [
    (
        "onbekende sleutel",
        "gronden/beeldgrond.yaml",
        "gewone_naam:",
        "gewonenaam:",
        "gewonenaam",
        "bedoel je `gewone_naam`?",
    ),
    (
        "ontbrekende bron",
        "routes/alles.yaml",
        "bronnen: [pagina]",
        "bronnen: [pagna]",
        "`pagna` staat niet in bronnen/",
        "bedoel je `pagina`?",
    ),
    (
        "onbekend feit",
        "gronden/beeldgrond.yaml",
        "als: {gedeeld: ja}",
        "als: {gedeelt: ja}",
        "het feit `gedeelt` bestaat niet",
        "bedoel je `gedeeld`?",
    ),
    (
        "onbekend antwoord",
        "gronden/beeldgrond.yaml",
        "{beeld: [echt, nep]}",
        "{beeld: [echt, nepp]}",
        "`nepp` is geen antwoord op `beeld`",
        "bedoel je `nep`?",
    ),
    (
        "grond zonder vraag",
        "situaties/alles.yaml",
        "gronden: [beeldgrond]",
        "gronden: []",
        "geen situatie onderzoekt de grond `beeldgrond`",
        "zet hem in `gronden`",
    ),
    (
        "bestanddeel zonder vraag",
        "situaties/alles.yaml",
        "[beeld, toestemming, gedeeld, ruzie, pers",
        "[beeld, toestemming, ruzie, pers",
        "geen vraag bereikt het bestanddeel `gedeeld`",
        "gedeeld",
    ),
    (
        "twee opties met een id",
        "feiten/alles.yaml",
        "{id: nep, label: Nep",
        "{id: echt, label: Nep",
        "twee opties heten echt",
        "",
    ),
    (
        "antwoord zonder gevolg",
        "gronden/beeldgrond.yaml",
        "als: {pers: ja}",
        "als: {ruzie: nee}",
        "het feit `pers` komt in geen voorwaarde voor",
        "haal het weg",
    ),
    (
        "telefoonnummer buiten instanties",
        "routes/alles.yaml",
        "Bel de politie.",
        "Bel 0900 8844.",
        "hier staat een telefoonnummer",
        "instanties/",
    ),
    (
        "kring van routes",
        "routes/alles.yaml",
        "rang: 1\n",
        "rang: 1\n  pas_na: [aangifte]\n",
        "wacht via `pas_na` op zichzelf",
        "kring",
    ),
    ("dubbele id", "routes/alles.yaml", "- id: praten", "- id: bewijs", "`bewijs` bestaat al in", "kies een andere id"),
    ("kapotte YAML", "routes/alles.yaml", "- id: bewijs", "- id: [bewijs", "geen geldige YAML", "aanhalingstekens"),
    (
        "sleutel dubbel",
        "routes/alles.yaml",
        "  fase: nu",
        "  fase: nu\n  fase: later",
        "`fase` staat hier twee keer",
        "houd er één over",
    ),
    ("lege voorwaarde", "routes/alles.yaml", "als: {leeftijd: volwassen}", "als: {}", "de voorwaarde is leeg", ""),
    (
        "nagekeken zonder datum",
        "bronnen/alles.yaml",
        "nagekeken_op: 2026-11-24, nagekeken_tegen: primair",
        "nagekeken_tegen: primair",
        "nagekeken_op",
        "",
    ),
    (
        "datum die niets beslist",
        "termijnen/klacht.yaml",
        "vanaf: ontdekt",
        "vanaf: wanneer",
        "de datum `ontdekt` beslist niets",
        "termijn",
    ),
    (
        "knop te lang voor Telegram",
        "feiten/alles.yaml",
        "{id: nep, label: Nep",
        "{id: nep_met_een_heel_lange_naam_die_nooit_in_een_knop_past_echt_waar, label: Nep",
        "langer dan 64 bytes",
        "kortere id",
    ),
    ("vreemde map", "versie.yaml", "versie: proef", "versie: proef\nextra: 1", "hier hoort alleen `versie`", ""),
]


def test_de_proefinhoud_zelf_klopt() -> None:
    assert fouten_in(PROEF) == []


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "wat", "doe"), [b[1:] for b in BREUKEN], ids=[b[0] for b in BREUKEN]
)
def test_elke_breuk_heeft_een_eigen_melding(
    kopie: Path, bestand: str, oud: str, nieuw: str, wat: str, doe: str
) -> None:
    vervang(kopie / bestand, oud, nieuw)
    meldingen = fouten_in(kopie)
    passend = [m for m in meldingen if wat in m.wat or wat in m.doe]
    assert passend, f"geen melding over {wat!r}: {[str(m) for m in meldingen]}"
    assert any(doe in m.doe or doe in m.wat for m in passend)
    assert all(m.bestand.endswith((".yaml", "inhoud")) and m.regel >= 1 for m in meldingen)


def test_de_melding_noemt_de_regel(kopie: Path) -> None:
    vervang(kopie / "gronden" / "beeldgrond.yaml", "als: {gedeeld: ja}", "als: {gedeelt: ja}")
    regels = (kopie / "gronden" / "beeldgrond.yaml").read_text(encoding="utf-8").splitlines()
    verwacht = next(nr for nr, regel in enumerate(regels, 1) if "gedeelt" in regel)
    assert any(m.regel == verwacht and "gedeelt" in m.wat for m in fouten_in(kopie))


def test_onbekende_map_wordt_genoemd(kopie: Path) -> None:
    (kopie / "grnden").mkdir()
    assert any("bedoel je `gronden`?" in m.doe for m in fouten_in(kopie))


BRIEF = """\
id: proefbrief
naam: Proefbrief
titel: Proef
voor: iemand
altijd: true
waarom: Omdat.
voor_jou: [Lees dit.]
delen:
  - alineas:
      - "Het gebeurde op {PLEK}."
bronnen: [pagina]
"""


@pytest.mark.parametrize(
    ("plek", "wat", "doe"),
    [
        ("{feit:gedeelt}", "het feit `gedeelt` bestaat niet", "bedoel je `gedeeld`?"),
        ("{termijn:klagt}", "de termijn `klagt` bestaat niet", "bedoel je `klacht`?"),
        ("{ontvangr}", "`{ontvangr}` is geen plek die ingevuld wordt", "bedoel je `ontvanger`?"),
        ("{0}", "`{0}` is geen plek die ingevuld wordt", ""),
        ("{", "`{.` is geen plek die ingevuld wordt", ""),
    ],
)
def test_een_brief_noemt_bestand_en_regel(kopie: Path, plek: str, wat: str, doe: str) -> None:
    (kopie / "brieven").mkdir()
    (kopie / "brieven" / "proef.yaml").write_text(BRIEF.replace("{PLEK}", plek), encoding="utf-8")
    [melding] = fouten_in(kopie)
    assert (melding.bestand, melding.regel) == ("inhoud/brieven/proef.yaml", 10)
    assert wat in melding.wat and doe in melding.doe


def test_een_goede_brief_is_goed(kopie: Path) -> None:
    (kopie / "brieven").mkdir()
    (kopie / "brieven" / "proef.yaml").write_text(BRIEF.replace("{PLEK}", "{feit:gedeeld}"), encoding="utf-8")
    assert fouten_in(kopie) == []
