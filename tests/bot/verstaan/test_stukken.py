"""Een bericht in stukken. De zinnen hier zijn verzonnen en staan niet in de leerstof."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from bot.kennis import WORTEL
from bot.leren import stukkenmaat
from bot.leren.stukken import leer_stukken
from bot.leren.stukkenmaat import Gelezen
from bot.leren.stukkenstof import StofFout, lees_alles, lees_bestand, lees_regel
from bot.verstaan import ModelFout
from bot.verstaan.stukken import LABELS, ONDERWERPEN, Snijder, knip
from tests.tempo import maal_rekenwerk

RAAR = ("", " ", "???", "💔💔💔", "\n\n", "[gebeurd/ik x]", "a" * 20_000, "ik " * 3_000, "\x00\x01", "شخص يهددني", "é" * 500, "1" * 400, "<script>alert(1)</script>", "ja, ja. ja! ja? " * 200)  # fmt: skip


VALKUILEN = lees_bestand(WORTEL / "tests/bot/verstaan/stukken.yaml")


@pytest.fixture(scope="module")
def snijder() -> Snijder:
    return leer_stukken()


@pytest.fixture(scope="module")
def valkuilen(snijder: Snijder) -> list[Gelezen]:
    return stukkenmaat.lees(snijder, [bericht for berichten in VALKUILEN.values() for bericht in berichten])


@pytest.fixture(scope="module")
def apart(snijder: Snijder) -> list[Gelezen]:
    return stukkenmaat.lees(snijder, lees_alles()[1])


def label_van(snijder: Snijder, tekst: str, woorden: str) -> tuple[str, str]:
    """Label en onderwerp van het stuk waar deze woorden in beginnen."""
    plek = tekst.index(woorden)
    stuk = next(stuk for stuk in snijder.knip(tekst) if stuk.van <= plek < stuk.tot)
    return stuk.label, stuk.onderwerp


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


@pytest.mark.parametrize(
    ("tekst", "woorden", "label", "onderwerp"),
    [
        # een vraag zonder vraagteken, en een bewering met
        ("mijn ex heeft m gedeeld ben ik nu zelf strafbaar", "ben ik nu", "gevraagd", "ik"),
        ("mag ik zijn naam op facebook zetten", "mag ik", "gevraagd", "ik"),
        ("mijn collega heeft mij gefilmd??", "mijn collega", "gebeurd", "ander"),
        # een vraag die het veronderstelt
        ("is het strafbaar dat mijn oom mij filmde", "mijn oom", "gebeurd", "ander"),
        ("is het strafbaar dat mijn oom mij filmde", "is het", "gevraagd", "onbekend"),
        # wat de ander beweert, en wat je kind vertelt
        ("hij zegt dat ik zijn telefoon gehackt heb", "ik zijn telefoon", "gesteld", "ik"),
        # vrees, en een dreiging
        ("ik ben bang dat hij het online zet", "hij het online", "gesteld", "ander"),
        ("ik ben bang dat hij het online zet", "ik ben bang", "gevoel", "ik"),
        ("als ik niet betaal stuurt hij het naar mijn moeder", "stuurt hij", "gebeurd", "ander"),
        # niet zeker
        ("weet niet of hij het heeft opgeslagen", "hij het heeft", "gesteld", "ander"),
        # ja en nog iets
        ("ja gisteren pas gezien, ben ik nu zelf strafbaar?? ik schaam me kapot", "ja", "stuurt", "onbekend"),
        ("ja gisteren pas gezien, ben ik nu zelf strafbaar?? ik schaam me kapot", "gisteren", "gebeurd", "ik"),
        ("ja gisteren pas gezien, ben ik nu zelf strafbaar?? ik schaam me kapot", "ben ik", "gevraagd", "ik"),
        ("ja gisteren pas gezien, ben ik nu zelf strafbaar?? ik schaam me kapot", "ik schaam", "gevoel", "ik"),
        # wie
        ("mijn dochter is 14 en ik ben 40", "mijn dochter", "gebeurd", "kind"),
        ("mijn dochter is 14 en ik ben 40", "ik ben 40", "gebeurd", "ik"),
        ("zij heeft m in de klasapp gezet niet ik", "zij heeft", "gebeurd", "ander"),
        ("mijn zoon van 13 wordt gechanteerd", "mijn zoon", "gebeurd", "kind"),
    ],
)
def test_valkuil(snijder: Snijder, tekst: str, woorden: str, label: str, onderwerp: str) -> None:
    assert label_van(snijder, tekst, woorden) == (label, onderwerp)


def test_een_vraag_of_vrees_wordt_zelden_een_feit(valkuilen: list[Gelezen], apart: list[Gelezen]) -> None:
    alle = [*valkuilen, *apart]
    assert stukkenmaat.per_woord(alle, "labels")["gebeurd"].precisie > 0.86
    assert stukkenmaat.vanaf(alle, "gebeurd", 0.9).precisie > 0.95
    assert stukkenmaat.vanaf(alle, "gebeurd", 0.9).vangst > 0.55


def test_zo_goed_is_het_op_wat_niet_geleerd_is(valkuilen: list[Gelezen], apart: list[Gelezen]) -> None:
    assert stukkenmaat.deel_goed(valkuilen, "labels") > 0.86
    assert stukkenmaat.deel_goed(valkuilen, "onderwerpen") > 0.78
    assert stukkenmaat.deel_goed(apart, "labels") > 0.77
    assert stukkenmaat.deel_goed(apart, "onderwerpen") > 0.70


def test_niets_om_mee_te_meten_is_geleerd() -> None:
    geleerd = {bericht.tekst.lower() for bericht in lees_alles()[0]}
    assert not [b.tekst for berichten in VALKUILEN.values() for b in berichten if b.tekst.lower() in geleerd and len(b.tekst.split()) > 2]  # fmt: skip


def test_lezen_gaat_snel(snijder: Snijder) -> None:
    teksten = [bericht.tekst for bericht in lees_alles()[1]]
    per_bericht = maal_rekenwerk(lambda: [snijder.knip(tekst) for tekst in teksten], rondes=3) / len(teksten)
    assert per_bericht < 0.5  # het vaste rekenwerk duurt een paar milliseconden
