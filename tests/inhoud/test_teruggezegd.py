"""Wat we terugzeggen past bij wie er praat: een ouder hoort 'je kind', wie het zelf deed hoort geen troost."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Kennis, Stand, beurt
from knowledge.gesprek import Uitkomst
from knowledge.woorden import Lijst, Tekst

VANDAAG = date(2026, 11, 25)


def teruggezegd(uit: Uitkomst) -> list[str]:
    """Wat er als gehoord onder de zin staat."""
    return [p.titel for b in uit.bericht.blokken if isinstance(b, Lijst) and b.onderwerp == "gehoord" for p in b.items]


@pytest.mark.parametrize(
    ("rol", "wel", "niet"),
    [
        (None, "je was toen **16 of 17**", "kind"),
        ("ouder", "je kind was toen **16 of 17**", "je was"),
        ("naaste", "die persoon was toen **16 of 17**", "je was"),
        ("leraar", "die persoon was toen **16 of 17**", "je was"),
        ("maker", "de ander was toen **16 of 17**", "je was"),
        ("beschuldigd", "de ander was toen **16 of 17**", "je was"),
    ],
)
def test_de_leeftijd_is_van_wie_het_overkwam(kennis: Kennis, rol: str | None, wel: str, niet: str) -> None:
    feiten = (("gebeurd", ("beeld_gedeeld",)), ("leeftijd", "van_16_tot_18"), *((("rol", rol),) if rol else ()))
    uit = beurt(kennis, Stand(kennis=kennis.hash, fase="vragen"), Daad("vertel", feiten=feiten), VANDAAG)
    gezegd = " · ".join(teruggezegd(uit))
    assert wel.replace("**", "") in gezegd and niet not in gezegd


@pytest.mark.parametrize(("rol", "past"), [("ouder", "ouder"), ("leraar", "naaste"), ("maker", "maker")])
def test_de_eerste_zin_past_bij_de_rol(kennis: Kennis, rol: str, past: str) -> None:
    feiten = (("gebeurd", ("beeld_gedeeld",)), ("rol", rol))
    uit = beurt(kennis, Stand(kennis=kennis.hash, fase="vragen"), Daad("vertel", feiten=feiten), VANDAAG)
    eerste = uit.bericht.blokken[0]
    van = [e for e in kennis.erkenningen.values() if isinstance(eerste, Tekst) and eerste.tekst in e.zinnen]
    assert van and all(past in e.rollen for e in van)


@pytest.mark.parametrize(
    ("rol", "zin"),
    [
        (None, "jouw **naam** is gedeeld en het is **zonder jouw toestemming** gedeeld"),
        ("ouder", "de **naam** van je kind is gedeeld en het is **zonder toestemming van je kind** gedeeld"),
        ("leraar", "de **naam** van die persoon is gedeeld en het is **zonder toestemming van die persoon** gedeeld"),
    ],
)
def test_van_wie_iets_is_staat_er_in_gewoon_nederlands(kennis: Kennis, rol: str | None, zin: str) -> None:
    feiten = (("gegevens", ("naam",)), ("toestemming_delen", "nee"), *((("rol", rol),) if rol else ()))
    uit = beurt(kennis, Stand(kennis=kennis.hash, fase="vragen"), Daad("vertel", feiten=feiten), VANDAAG)
    assert set(zin.replace("**", "").split(" en ")) <= set(teruggezegd(uit))


def test_wat_we_terugzeggen_heeft_geen_losse_haken(kennis: Kennis) -> None:
    from knowledge.recht import Antwoord
    from knowledge.woorden import gehoord

    for feit in kennis.feiten.values():
        for optie in feit.opties:
            for rol in (None, "ouder", "maker"):
                waarde = (optie.id,) if feit.soort == "meerkeuze" else optie.id
                assert not set("{}") & set("".join(gehoord(kennis, Antwoord(feit.id, waarde), rol)))


@pytest.mark.parametrize(
    ("rol", "wie"), [("ouder", "je kind"), ("leraar", "die persoon"), ("maker", "de ander"), (None, None)]
)
def test_het_advies_zegt_wie_je_is(kennis: Kennis, rol: str | None, wie: str | None) -> None:
    from knowledge import Zaak, adviseer
    from knowledge.gesprek.adviestekst import adviesblokken

    zaak = Zaak()
    for feit, waarde in {
        "gebeurd": ("beeld_gedeeld",),
        "beeld": "echt",
        "beeld_seksueel": "ja",
        "gedeeld": "ja",
    }.items():
        zaak = zaak.met(feit, waarde)
    zaak = zaak.met("rol", rol) if rol else zaak
    teksten = [b.tekst for b in adviesblokken(kennis, adviseer(kennis, zaak, VANDAAG)) if isinstance(b, Tekst)]
    gezegd = [tekst for tekst in teksten if "'jij'" in tekst]
    assert gezegd == ([kennis.zin("jij_is_een_ander", wie=wie)] if wie else [])
