"""Per strafbaar feit staat in gewone taal of de politie jouw verzoek nodig heeft; de straf alleen in de uitleg."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Kennis, adviseer
from knowledge.gesprek.adviestekst import GEVAAR, adviesblokken
from knowledge.recht import Zaak
from knowledge.woorden import Lijst, Punt

DAG = date(2026, 11, 25)
SMAAD = {"uitspraak": "ja", "uitspraak_feitelijk": "ja", "uitspraak_concreet": "ja", "uitspraak_waar": "onwaar", "gedeeld": "ja", "publiek": "openbaar", "gedeeld_waar": ("facebook",)}  # fmt: skip
BEELD = {"beeld": "echt", "beeld_seksueel": "ja", "toestemming_maken": "nee", "gedeeld": "ja", "publiek": "openbaar"}


def punten(kennis: Kennis, feiten: dict[str, str | tuple[str, ...]]) -> dict[str | None, Punt]:
    zaak = Zaak()
    for feit, waarde in feiten.items():
        zaak = zaak.met(feit, waarde)
    blokken = adviesblokken(kennis, adviseer(kennis, zaak, DAG))
    return {
        p.id: p for b in blokken if isinstance(b, Lijst) and b.onderwerp in ("gronden", "mogelijk") for p in b.items
    }


@pytest.mark.parametrize(
    ("feiten", "grond", "zin"),
    [
        (SMAAD, "smaadschrift_261_2", "klacht_nodig"),
        ({**SMAAD, "hoedanigheid": "ambtenaar"}, "smaadschrift_261_2", "klacht_niet_nodig"),
        (BEELD, "wraakporno_254ba", "klacht_niet_nodig"),
    ],
)
def test_of_een_klacht_nodig_is(kennis: Kennis, feiten: dict[str, str | tuple[str, ...]], grond: str, zin: str) -> None:
    punt = punten(kennis, feiten)[grond]
    assert punt.tekst.endswith(kennis.zin(zin))


def test_wie_het_deed_hoort_niets_over_een_eigen_klacht(kennis: Kennis) -> None:
    punt = punten(kennis, {**BEELD, "rol": "maker"})["wraakporno_254ba"]
    assert not {kennis.zin("klacht_nodig"), kennis.zin("klacht_niet_nodig")} & {punt.tekst[-len(kennis.zin(z)) :] for z in ("klacht_nodig", "klacht_niet_nodig")}  # fmt: skip


@pytest.mark.parametrize("leeftijd", ["onder_12", "van_12_tot_16", "van_16_tot_18", "onder_18"])
@pytest.mark.parametrize("beeld", ["echt", "nep"])
def test_boven_de_eigen_foto_van_een_meisje_staat_geen_kinderporno(kennis: Kennis, leeftijd: str, beeld: str) -> None:
    """De titel is wat een mens zou zeggen; hoe de wet het noemt staat erachter."""
    alle = punten(kennis, {**BEELD, "beeld": beeld, "leeftijd": leeftijd, "gedeeld": "ja"})
    assert "kinderporno_252" in alle
    for grond, punt in alle.items():
        assert "porno" not in punt.titel.lower(), grond
        assert grond is None or punt.titel.lower() == kennis.gronden[grond].gewone_naam.lower()
    assert kennis.gronden["kinderporno_252"].naam in alle["kinderporno_252"].tekst


def test_de_straf_staat_alleen_in_de_uitleg(kennis: Kennis) -> None:
    punt = punten(kennis, BEELD)["wraakporno_254ba"]
    straf = [d.tekst for d in punt.details if "straf in de wet" in d.tekst]
    assert len(straf) == 1 and "2 jaar gevangenis" in straf[0] and "2 jaar" not in punt.tekst


def test_onder_een_oude_wet_noemen_we_geen_straf_van_nu(kennis: Kennis) -> None:
    punt = punten(kennis, {**BEELD, "wanneer": "2022-03-01"})["wraakporno_254ba"]
    assert not any("straf in de wet" in d.tekst for d in punt.details)


def test_gevaar_staat_voor_de_stappen_en_weetjes_erna(kennis: Kennis) -> None:
    zaak = Zaak()
    for feit, waarde in {
        **BEELD,
        "relatie": "ex_partner",
        "veilig_thuis": "twijfel",
        "dader_bekend": "vermoeden",
    }.items():
        zaak = zaak.met(feit, waarde)
    advies = adviseer(kennis, zaak, DAG)
    lijsten = [b for b in adviesblokken(kennis, advies) if isinstance(b, Lijst)]
    soorten = [b.onderwerp for b in lijsten]
    assert soorten[:2] == ["stap", "waarschuwing"]
    assert soorten.index("nu") < soorten.index("hulp") < soorten.index("weetjes") < soorten.index("mogelijk")
    assert lijsten[0].items[0].id == "noodhulp", "wie niet veilig is, begint daarmee"
    assert {p.id for p in lijsten[1].items} == {w.id for w in advies.waarschuwingen if w.rang <= GEVAAR}
    getoond = {p.id for b in lijsten if b.onderwerp in ("waarschuwing", "weetjes") for p in b.items}
    assert getoond == {w.id for w in advies.waarschuwingen}
