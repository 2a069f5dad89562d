"""Zoeken: stammen, synoniemen, halve woorden, en niets."""

from __future__ import annotations

import pytest

from bot.deur.hulplijn.zaak.zoeken import vind
from bot.kennis import lees_kennis
from tests.bot.hulplijn.conftest import Scherm
from tests.tempo import maal_rekenwerk

STORE, KENNIS = lees_kennis()


@pytest.mark.parametrize(
    ("woorden", "soort", "stuk"),
    [
        ("smaad", "grond", "artikel 261"),
        ("sma", "begrip", "Smaad"),
        ("254ba", "grond", "254ba"),
        ("wraakporno", "grond", "254ba"),
        ("aangiften", "route", "angifte"),
        ("helpwanted", "instantie", "Helpwanted"),
        ("termijn vervolging", "termijn", "vervolging"),
        ("rechter onrechtmatig", "uitspraak", ""),
    ],
)
def test_vindt_wat_iemand_bedoelt(woorden: str, soort: str, stuk: str) -> None:
    gevonden = vind(STORE, KENNIS, woorden)
    passend = [g for g in gevonden if g.soort == soort and stuk in f"{g.titel} {g.plaats} {g.tekst}"]
    assert passend, [(g.soort, g.titel) for g in gevonden]
    assert all(g.tekst and g.bronnen for g in passend)


@pytest.mark.parametrize(
    "onzin", ["", "   ", "xqzptl", "'); drop table zoek; --", '"', "*", "a* OR b", "🙂", "x" * 5000]
)
def test_onzin_geeft_een_lege_lijst(onzin: str) -> None:
    assert [g.titel for g in vind(STORE, KENNIS, onzin) if "xqz" in onzin] == []


def test_een_vraag_vindt_haar_antwoord_eerst() -> None:
    gevonden = vind(STORE, KENNIS, "is anoniem aangifte doen mogelijk")
    assert (gevonden[0].soort, gevonden[0].titel) == ("antwoord", KENNIS.antwoorden["aangifte_anoniem"].vraag)
    assert gevonden[0].bronnen and "{" not in gevonden[0].tekst


def test_de_duur_staat_in_de_titel() -> None:
    met_duur = next(route for route in KENNIS.routes.values() if route.duur != "verschilt")
    assert any(met_duur.duur.rstrip(".") in g.titel for g in vind(STORE, KENNIS, met_duur.naam))


def test_niets_gevonden_zegt_wat_te_doen(sanne: Scherm) -> None:
    assert "Niets gevonden" in sanne.doe("/hulplijn/zoeken", zoek="xqzptl")


def test_zoeken_is_snel_genoeg_om_mee_te_typen() -> None:
    woorden = ("verwijderverzoek", "schadevergoeding", "portretrecht")
    begin = [woord[:lengte] for woord in woorden for lengte in range(1, len(woord) + 1)]
    keer = sorted(maal_rekenwerk(lambda stuk=stuk: vind(STORE, KENNIS, stuk), 3) for stuk in begin)  # type: ignore[misc]
    assert keer[int(len(keer) * 0.95)] < 4
