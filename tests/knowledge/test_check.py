"""Elke fout in de inhoud krijgt een eigen melding: bestand, regel, wat er mis is en wat je doet."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.bouw import controleer, lees, let_op, pakt_beeld
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
        "onbekend woord in wat we terugzeggen",
        "feiten/alles.yaml",
        "gehoord: het beeld is **nep**",
        "gehoord: '{jee} bent **nep**'",
        "`{jee}` staat niet bij aanspreek",
        "bedoel je `je`?",
    ),
    (
        "knop die niet bij een ouder past",
        "feiten/alles.yaml",
        "waarom: Dan weten we wat past.\n  opties:\n    - {id: beeld_gedeeld, label: Een beeld",
        "waarom: Zo.\n  vraag_voor: {ouder: Wat is er?}\n  opties:\n    - {id: beeld_gedeeld, label: Een beeld van mij",
        "'mij' past niet bij een ouder of helper",
        "zonder ik of mij",
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
    (
        "id te lang voor een knop",
        "routes/alles.yaml",
        "- id: praten",
        "- id: praten_met_iemand_die_je_vertrouwt_en_die_er_verder_niets_mee_doet",
        "de knop `route:praten_met_iemand_die_je_vertrouwt_en_die_er_verder_niets_mee_doet` is langer dan 64 bytes",
        "kortere id",
    ),
    (
        "variant die nooit gold",
        "gronden/beeldgrond.yaml",
        "naam: het maken",
        "naam: het maken\n    tot: 2019-01-01",
        "de variant `maken` gold nooit",
        "`van` en `tot`",
    ),
    (
        "versies over elkaar",
        "gronden/beeldgrond.yaml",
        "tot: 2024-06-30",
        "tot: 2024-07-01",
        "begint voordat de vorige ophoudt",
        "",
    ),
    (
        "gat tussen versies",
        "gronden/beeldgrond.yaml",
        "tot: 2024-06-30",
        "tot: 2024-06-29",
        "gold geen versie",
        "aansluiten",
    ),
    (
        "leeftijd dubbel",
        "feiten/alles.yaml",
        "tot: 17",
        "tot: 18",
        "leeftijd 18 valt onder twee antwoorden",
        "beginnen bij 19",
    ),
    (
        "leeftijd mist",
        "feiten/alles.yaml",
        "tot: 17",
        "tot: 16",
        "leeftijd 17 valt onder geen antwoord",
        "beginnen bij 17",
    ),
    ("termijn zonder regel", "termijnen/klacht.yaml", "{maanden: 3}", "{maanden: 0}", "heeft geen lengte", "maanden"),
    (
        "termijn vanaf geen datum",
        "termijnen/klacht.yaml",
        "vanaf: ontdekt",
        "vanaf: ruzie",
        "`ruzie` is geen datum",
        "soort datum",
    ),
    (
        "bron gold toen niet",
        "bronnen/alles.yaml",
        "vindplaats: artikel 1 oud,",
        "vindplaats: artikel 1 oud, geldig_tot: 2024-06-29,",
        "gold niet in de hele tijd",
        "`van` en `tot`",
    ),
    (
        "bron is voorbij",
        "bronnen/alles.yaml",
        "vindplaats: voorbeeld.nl,",
        "vindplaats: voorbeeld.nl, geldig_tot: 2024-06-29,",
        "elke bron van `praten` geldt niet meer",
        "nu geldt",
    ),
    (
        "verwijt",
        "routes/alles.yaml",
        "kort: Schrijf op waar het staat.",
        "kort: Had je maar opgelet.",
        "'Had je maar' is een verwijt",
        "wat nu kan",
    ),
    (
        "ambtelijk",
        "routes/alles.yaml",
        "kort: Schrijf op waar het staat.",
        "kort: Dat dient te worden gemeld.",
        "ambtelijke taal",
        "met je",
    ),
    (
        "belofte",
        "routes/alles.yaml",
        "kort: Schrijf op waar het staat.",
        "kort: Het is binnen 48 uur offline.",
        "een belofte over tijd",
        "wat een bron zegt",
    ),
    (
        "met u",
        "routes/alles.yaml",
        "kort: Schrijf op waar het staat.",
        "kort: Schrijf op waar u het zag.",
        "spreekt iemand met u aan",
        "`voorlezen`",
    ),
    (
        "lange zin",
        "routes/alles.yaml",
        "kort: Schrijf op waar het staat.",
        f"kort: {'Schrijf op waar het staat en ' * 6}klaar.",
        "een zin van 37 woorden",
        "maak er twee",
    ),
    (
        "twee vragen",
        "feiten/alles.yaml",
        "vraag: Was er ruzie?",
        "vraag: Was er ruzie? En waarover?",
        "twee vragen tegelijk",
        "eigen feit",
    ),
    (
        "beeld van een kind",
        "routes/alles.yaml",
        "Maak een schermfoto., als: {leeftijd: volwassen}",
        "Maak een schermfoto.",
        "dat van een kind kan zijn",
        "leeftijd: volwassen",
    ),
    (
        "om het beeld vragen",
        "feiten/alles.yaml",
        "vraag: Wat voor beeld is het?",
        "vraag: Stuur mij het beeld?",
        "vragen om het beeld",
        "nooit om een beeld",
    ),
    (
        "wie ben je",
        "feiten/alles.yaml",
        "vraag: Wat voor beeld is het?",
        "vraag: Hoe heet je?",
        "vragen wie iemand is",
        "niet nodig",
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


def test_wat_niemand_gebruikt_of_toetst_krijgt_aandacht_en_houdt_niets_tegen() -> None:
    gelezen = lees(PROEF)
    aandacht = [melding.wat for melding in let_op(gelezen)]
    assert "geen voorbeeld gebruikt het antwoord `echt` op `beeld`" in aandacht
    assert "geen voorbeeld gebruikt het antwoord `nep` op `beeld`" not in aandacht
    assert controleer(gelezen) == []


def test_een_stap_over_tekst_mag_als_ze_het_beeld_uitsluit() -> None:
    assert pakt_beeld("Maak een schermfoto met het adres erop.")
    assert pakt_beeld("Bewaar het beeld. Bel dan niet.")
    assert not pakt_beeld("Maak er geen schermfoto van.")
    assert not pakt_beeld("Gaat het om tekst? Maak een schermfoto. Staat er een kind op? Maak dan geen schermfoto.")


BRIEF = """\
id: andere_brief
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
    (kopie / "brieven").mkdir(exist_ok=True)
    (kopie / "brieven" / "proef.yaml").write_text(BRIEF.replace("{PLEK}", plek), encoding="utf-8")
    [melding] = fouten_in(kopie)
    assert (melding.bestand, melding.regel) == ("inhoud/brieven/proef.yaml", 10)
    assert wat in melding.wat and doe in melding.doe


def test_een_goede_brief_is_goed(kopie: Path) -> None:
    (kopie / "brieven").mkdir(exist_ok=True)
    (kopie / "brieven" / "proef.yaml").write_text(BRIEF.replace("{PLEK}", "{feit:gedeeld}"), encoding="utf-8")
    assert fouten_in(kopie) == []
