"""Een tijd die iemand los noemt, ook als er een andere vraag openstaat: de dag van wat er gebeurde."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Stand, beurt
from knowledge.gesprek import Uitkomst
from knowledge.recht import Zaak
from knowledge.woorden import Keuze, Lijst, als_tekst
from tests.gedeeld import kennis, verstaan

KENNIS, VERSTAAN = kennis(), verstaan()
VANDAAG = date(2026, 11, 24)  # een dinsdag
VERHAAL = Zaak().met("rol", "slachtoffer", "zin").met("beeld", "echt", "zin").met("gebeurd", ("beeld_gedeeld",), "zin")


def typ(tekst: str, vraag: str | None = "nog_online", zaak: Zaak = VERHAAL) -> Uitkomst:
    stand = Stand(kennis=KENNIS.hash, fase="vragen", vraag=vraag, zaak=zaak)
    daad = VERSTAAN.begrijp(tekst, stand.verwacht, VANDAAG).daad()
    return beurt(KENNIS, stand, Daad.uit_json(daad.naar_json()), VANDAAG)


@pytest.mark.parametrize("vraag", ["nog_online", "leeftijd", "relatie", "gedeeld_waar"])
@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("gister", "2026-11-23"),
        ("vanochtend", "2026-11-24"),
        ("vorige week dinsdag", "2026-11-17"),
        ("dat was drie weken terug ofzo", "2026-W45"),
        ("3 jaar geleden", "2023"),
        ("in 2021", "2021"),
        ("begin maart denk ik", None),
        ("afgelopen zaterdagnacht", None),
    ],
)
def test_een_losse_tijd_is_de_dag_van_het_gebeurde(vraag: str, tekst: str, dag: str | None) -> None:
    if dag is None:
        dag = VERSTAAN.begrijp(tekst, "wanneer", VANDAAG).daad().feiten[0][1]  # type: ignore[assignment]
    uit = typ(tekst, vraag)
    assert uit.stand.zaak.waarde("wanneer") == dag
    assert uit.stand.vraag == vraag, "de vraag die openstond, staat er nog"
    assert not uit.stand.zaak.kent(vraag)
    assert any(isinstance(blok, Lijst) and blok.onderwerp == "gehoord" for blok in uit.bericht.blokken), (
        "we laten het zien"
    )


@pytest.mark.parametrize("tekst", ["morgen", "over een week", "17", "3 weken", "nu", "ok", "laatste", "twee keer"])
def test_geen_dag_in_het_verleden_is_geen_dag(tekst: str) -> None:
    assert not typ(tekst).stand.zaak.kent("wanneer")


@pytest.mark.parametrize(
    "tekst", ["vorige maand uit elkaar gegaan", "gister aangifte gedaan", "vorig jaar was ik ziek"]
)
def test_een_tijd_bij_iets_anders_is_niet_de_dag_van_het_gebeurde(tekst: str) -> None:
    assert VERSTAAN.begrijp(tekst, "nog_online", VANDAAG).dag is None


def test_ja_met_een_tijd_is_een_antwoord_en_een_dag() -> None:
    uit = typ("ja, gister")
    assert uit.stand.zaak.waarde("nog_online") == "ja"
    assert uit.stand.zaak.waarde("wanneer") == "2026-11-23"


def test_hoe_lang_het_duurt_is_geen_dag() -> None:
    assert not typ("drie weken", "duur").stand.zaak.kent("wanneer")


def test_bij_de_pers_is_het_de_dag_van_de_publicatie() -> None:
    zaak = VERHAAL.zonder("beeld").met("gebeurd", ("uitspraak",), "zin").met("uitspraak", "ja", "zin")
    zaak = zaak.met("relatie", "media", "zin").met("gedeeld_waar", ("pers",), "zin").met("journalistiek", "ja", "zin")
    assert typ("afgelopen vrijdag", "uitspraak_soort", zaak).stand.zaak.waarde("publicatie") == "2026-11-20"


def test_een_tweede_dag_verandert_niets_stil() -> None:
    uit = typ("gister", zaak=VERHAAL.met("wanneer", "2026-W45", "zin"))
    assert uit.stand.zaak.waarde("wanneer") == "2026-W45"
    codes = [knop.code for blok in uit.bericht.blokken if isinstance(blok, Keuze) for knop in blok.opties]
    assert codes == ["antwoord:wanneer:2026-11-23", "antwoord:ontdekt:2026-11-23", "nog_eens"]
    assert "23 november" in als_tekst(uit.bericht)


def test_een_tijd_na_een_punt_hoort_bij_het_verhaal() -> None:
    daad = VERSTAAN.begrijp("hij heeft mijn naaktfoto rondgestuurd. eergisteren", None, VANDAAG).daad()
    assert dict(daad.feiten)["wanneer"] == "2026-11-22"
