"""Vragen over het recht: staat het goede onderdeel vooraan? De vragen zijn verzonnen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from knowledge import Store
from knowledge.bouw.check_woorden import controleer_woorden
from knowledge.bouw.compile import schrijf
from knowledge.recht.store import Vondst, rangschik
from knowledge.stam import stammen
from tests.gedeeld import gelezen
from tests.tempo import maal_rekenwerk

VRAGEN: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "rechtsvragen.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    pad = tmp_path_factory.mktemp("zoeken") / "kennis.db"
    schrijf(gelezen().inhoud, pad)
    return Store(pad)


def gevonden(store: Store, vraag: str) -> list[str]:
    return [f"{t.soort}:{t.id}" for t in store.zoek_stammen(stammen(vraag), 3)]


def test_het_antwoord_staat_bij_de_eerste_drie(store: Store) -> None:
    gemist = {vraag: uit for vraag, goed in VRAGEN.items() if not set(uit := gevonden(store, vraag)) & set(goed)}
    assert len(gemist) / len(VRAGEN) <= 0.06, gemist


def test_meestal_staat_het_bovenaan(store: Store) -> None:
    bovenaan = sum(gevonden(store, vraag)[0] in goed for vraag, goed in VRAGEN.items())
    assert len(VRAGEN) >= 60 and bovenaan / len(VRAGEN) >= 0.8


def test_zoeken_is_snel(store: Store) -> None:
    gevonden(store, "warm")
    keer = sorted(maal_rekenwerk(lambda vraag=vraag: gevonden(store, vraag), 3) for vraag in VRAGEN)  # type: ignore[misc]
    assert keer[int(0.95 * len(keer))] < 1


def test_onzin_vindt_niets(store: Store) -> None:
    assert gevonden(store, "qwertyuiop zxcvbnm") == [] and gevonden(store, "en de het") == []


def test_het_soort_vraag_telt_mee() -> None:
    grond, termijn = Vondst("grond", "a", "", "", -5.0), Vondst("termijn", "b", "", "", -4.5)
    assert rangschik([grond, termijn], stammen("hoe lang"))[0] is not grond
    assert rangschik([grond, termijn], stammen("strafbaar"))[0].id == "a"
    assert rangschik([grond, Vondst("grond", "c", "", "", -0.5)], ()) == [grond]


def test_een_onbekende_woordgroep_of_verwijzing_wordt_gemeld() -> None:
    echt = gelezen().inhoud
    feit = echt.feiten[0]
    optie = feit.opties[0].model_copy(update={"woorden": ("BESTAATNIET gedeeld", "(een haakje")})
    kapot = feit.model_copy(update={"opties": (optie, *feit.opties[1:])})
    zoek = echt.zoekwoorden[0].model_copy(update={"bij": {"grond": "bestaat_niet"}})
    stuk = echt.model_copy(update={"feiten": (kapot, *echt.feiten[1:]), "zoekwoorden": (zoek, *echt.zoekwoorden[1:])})
    wat = [melding.wat for melding in controleer_woorden(replace(gelezen(), inhoud=stuk))]
    assert any("bestaatniet" in w for w in wat) and any("haakje" in w for w in wat)
    assert any("bestaat_niet" in w for w in wat)
