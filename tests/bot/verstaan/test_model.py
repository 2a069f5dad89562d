"""Het geleerde verstaan. De zinnen hier zijn verzonnen en staan niet in de leerstof."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.kennis import WORTEL
from bot.leren.gelijkenis import paren
from bot.leren.leerstof import lees as lees_leerstof
from bot.verstaan import Verstaan
from bot.verstaan.model import Model, ModelFout
from bot.verstaan.normaal import normaal
from bot.verstaan.taal import Taal
from tests.gedeeld import kennis
from tests.tempo import maal_rekenwerk

VANDAAG = date(2026, 11, 24)
KENNIS = kennis()
LIJKT_TE_VEEL = 0.8


@pytest.fixture(scope="module")
def verstaan(model: Model) -> Verstaan:
    return Verstaan(KENNIS, model)


@pytest.mark.parametrize(
    ("zin", "situatie"),
    [
        ("een kerel uit mijn straat heeft me met zo'n nudify ding uitgekleed", "deepfake_sexual"),
        ("mijn vorige vriend gooit blote kiekjes van mij in zijn appgroep", "intimate_image_shared"),
        ("die vrouw van hinge eist geld, anders krijgt mijn moeder de beelden", "intimate_image_threat"),
        ("achter de spiegel van de paskamer zat een lensje", "intimate_image_made"),
        ("mn icloud is gekraakt en mn privefotos zijn eruit gehaald", "intimate_image_hacked"),
        ("er draait een vals profiel op facebook met mijn naam erop", "fake_profile_identity"),
        ("de buurvrouw vertelt heel de wijk dat ik een dief ben", "defamation_facts"),
        ("ze schelden me uit voor vies varken in de klassenapp", "insult"),
        ("mijn oude sportclub heeft mijn foto in een folder gezet zonder te vragen", "portrait_use"),
        ("ze hebben mijn huisadres in een chatgroep geknald", "privacy_personal_data"),
        ("hij blijft me bellen en appen vanaf nieuwe nummers", "stalking_online"),
        ("iemand geeft onze bakkerij nep beoordelingen met een ster", "review_business"),
        ("in de gazet staat mijn naam bij een oud proces", "press_publication"),
        ("mijn vriendin heeft screenshots van onze chat rondgestuurd", "chat_leaked"),
    ],
)
def test_situatie(verstaan: Verstaan, zin: str, situatie: str) -> None:
    assert situatie in verstaan.begrijp(zin, None, VANDAAG).situaties[:2]


@pytest.mark.parametrize("zin", ["er is iets geks gebeurd en ik weet het even niet", "ik heb een vraagje over vroeger"])
def test_vaag_blijft_vaag(verstaan: Verstaan, zin: str) -> None:
    assert (verstaan.begrijp(zin, None, VANDAAG).situaties or ("unknown_other",))[0] == "unknown_other"


@pytest.mark.parametrize(
    ("zin", "hier"),
    [
        ("de verhuurder wil de servicekosten niet uitleggen", False),
        ("schrijf een limerick over een eend", False),
        ("mijn baas betaalt mijn overuren niet", False),
        ("jkhsdf ksjdf", False),
        ("mijn huisbaas heeft me gefilmd onder de douche", True),
        ("mijn baas dreigt blote foto's van mij te laten zien", True),
        ("mijn ex wil alimentatie en anders zet hij ons filmpje online", True),
        ("in ondergoed", True),
    ],
)
def test_bereik(verstaan: Verstaan, zin: str, hier: bool) -> None:
    assert verstaan.begrijp(zin, None, VANDAAG).in_bereik is hier


def test_elke_situatie_die_geleerd_wordt_staat_in_de_kennis(model: Model) -> None:
    assert set(model.meta["labels"]["situaties"]) - {"unknown_other"} <= set(KENNIS.situaties)


def test_heen_en_terug_op_schijf(model: Model, tmp_path: Path) -> None:
    pad = tmp_path / "verstaan.npz"
    model.bewaar(pad)
    zin = "hij dreigt mijn foto's te delen, wat nu?"
    assert Model.lees(pad).kansen(zin).situaties == pytest.approx(dict(model.kansen(zin).situaties), abs=1e-3)
    assert [p.name for p in tmp_path.iterdir()] == ["verstaan.npz"]


def test_een_model_van_een_ander_taalmodel_wordt_geweigerd(model: Model, tmp_path: Path) -> None:
    pad = tmp_path / "verstaan.npz"
    model.bewaar(pad)
    with pytest.raises(ModelFout, match=r"anders_model.*make train"):
        Model.lees(pad, Taal("anders_model"))
    pad.write_bytes(b"kapot")
    with pytest.raises(ModelFout, match="onleesbaar"):
        Model.lees(pad)
    with pytest.raises(ModelFout, match="is er niet"):
        Model.lees(tmp_path / "weg.npz")


def test_zonder_model_worden_feiten_en_nood_nog_gehoord() -> None:
    begrepen = Verstaan(KENNIS).begrijp("mijn ex heeft een deepfake van mij gemaakt, ik wil dood", None, VANDAAG)
    assert begrepen.nood == "suicide" and any(g.feit == "beeld" for g in begrepen.feiten) and begrepen.in_bereik


def test_horen_laadt_geen_leermachine() -> None:
    """De deur start snel en klein: geen scikit-learn, scipy of Rasa om te verstaan."""
    code = "import sys, bot.verstaan; print(json.dumps(sorted({'sklearn', 'scipy', 'rasa', 'tensorflow'} & set(sys.modules))))"
    uit = subprocess.run(
        [sys.executable, "-c", "import json;" + code], cwd=WORTEL, capture_output=True, text=True, check=True
    )
    assert json.loads(uit.stdout) == []


def test_een_zin_kost_bijna_niets(model: Model) -> None:
    zinnen = [z.tekst for z in lees_leerstof()[:200]]
    assert maal_rekenwerk(lambda: [model.kansen(zin) for zin in zinnen]) / len(zinnen) < 1


@pytest.mark.parametrize("bestand", ["uitingen-dev.yaml", "uitingen-vers.yaml"])
def test_geen_zin_komt_uit_de_evaluatie(bestand: str) -> None:
    """Wie leert van de toets, meet niets. Heel korte antwoorden ('allebei') mogen toevallig gelijk zijn."""
    toets = yaml.safe_load((WORTEL / "tests/evaluatie" / bestand).read_text(encoding="utf-8"))
    vreemd = [t["text"] for t in toets if len(normaal(t["text"]).split()) > 3]
    geleerd = [zin.tekst for zin in lees_leerstof()]
    te_gelijk = [(geleerd[a], vreemd[b]) for a, b in paren(geleerd, vreemd, 4, LIJKT_TE_VEEL)]
    assert not te_gelijk


def test_de_leerstof_is_netjes() -> None:
    zinnen = lees_leerstof()
    assert len({normaal(z.tekst) for z in zinnen}) > 0.97 * len(zinnen)
    assert all(z.in_bereik or z.situaties in ((), ("unknown_other",)) for z in zinnen)
    assert all(dataclasses.astuple(z)[0] for z in zinnen)


def test_een_zin_heeft_een_handeling() -> None:
    """Rasa struikelt over een zin met twee bedoelingen."""
    per: dict[str, set[str]] = {}
    for zin in lees_leerstof():
        per.setdefault(zin.tekst, set()).add(zin.handeling)
    assert not {tekst: wat for tekst, wat in per.items() if len(wat) > 1}


def test_het_bestand_blijft_klein(model: Model, tmp_path: Path) -> None:
    pad = tmp_path / "verstaan.npz"
    model.bewaar(pad)
    assert os.path.getsize(pad) < 6_000_000 and np.isfinite(model._gewicht).all()
