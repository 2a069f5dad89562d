"""De brieven van de echte inhoud: volledig, passend bij de zaak, en veilig voor wie misschien jong is."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import pytest

from knowledge import Advies, Kennis, Zaak, adviseer
from knowledge.brieven import Opgemaakt, brief_voor
from knowledge.gesprek import brieftabel
from knowledge.recht import Briefkeuze
from knowledge.recht.briefkeuze import per_ontvanger

VANDAAG = date(2026, 11, 24)
DSA_16_2 = {"dsa_16_2_a", "dsa_16_2_b", "dsa_16_2_c", "dsa_16_2_d"}
DEEPFAKE = {
    "rol": "slachtoffer",
    "leeftijd": "volwassen",
    "beeld": "nep",
    "beeld_seksueel": "ja",
    "beeld_lijkt_echt": "ja",
    "toestemming_maken": "nee",
    "gedeeld": "ja",
    "publiek": "openbaar",
    "toestemming_delen": "nee",
    "nog_online": "ja",
    "ontdekt": "2026-11-21",
}
BEELDWOORD = re.compile(r"schermfoto|schermafbeelding|screenshot|printscreen|bijlage|attach", re.I)
LEEFTIJDEN = ("volwassen", "van_12_tot_16", "onder_18", "weet_niet")


def zaak(**feiten: str | tuple[str, ...]) -> Zaak:
    uit = Zaak()
    for feit, waarde in feiten.items():
        uit = uit.met(feit, waarde)
    return uit


def advies(kennis: Kennis, **feiten: str | tuple[str, ...]) -> Advies:
    return adviseer(kennis, zaak(**feiten), VANDAAG)


def document(kennis: Kennis, a: Advies, naam: str) -> Opgemaakt:
    brief = brief_voor(kennis, a, naam)
    assert brief is not None, naam
    return brief[1]


def alle(kennis: Kennis, a: Advies) -> list[tuple[Briefkeuze, Opgemaakt]]:
    """Elke brief die in deze zaak gemaakt kan worden, ook in het Engels."""
    keuzes = [k for brief in kennis.brieven.values() for k in per_ontvanger(kennis, a.beoordeling, brief)]
    return [gemaakt for k in keuzes if (gemaakt := brief_voor(kennis, a, k.id))]


def platforms(kennis: Kennis) -> list[str]:
    ontvangers = kennis.brieven["dsa_melding"].ontvangers
    assert ontvangers is not None
    return list(ontvangers.opties)


@pytest.mark.parametrize("leeftijd", LEEFTIJDEN)
@pytest.mark.parametrize("beeld_seksueel", ["ja", "nee"])
@pytest.mark.parametrize("brief", ["dsa_melding", "dsa_melding_en"])
def test_elke_melding_heeft_alle_elementen_van_artikel_16_lid_2(
    kennis: Kennis, brief: str, beeld_seksueel: str, leeftijd: str
) -> None:
    for platform in platforms(kennis):
        feiten = DEEPFAKE | {"leeftijd": leeftijd, "beeld_seksueel": beeld_seksueel, "gedeeld_waar": (platform,)}
        d = document(kennis, advies(kennis, **feiten), f"{brief}__{platform}")
        assert {stuk.dekt for stuk in d.delen if stuk.dekt and stuk.heeft_inhoud} == DSA_16_2, platform
        tekst = d.als_tekst()
        assert "URL" in tekst and re.search(r"e-?mail", tekst, re.I) and re.search("goeder trouw|good faith", tekst)


def test_elk_platform_uit_de_vraag_heeft_een_melding(kennis: Kennis) -> None:
    geen_platform = {"pers", "prive_bericht", "mondeling"}
    assert {o.id for o in kennis.feiten["gedeeld_waar"].opties} - geen_platform == set(platforms(kennis))


def test_een_platform_met_een_instantie_staat_met_naam_in_de_melding(kennis: Kennis) -> None:
    a = advies(kennis, **DEEPFAKE | {"gedeeld_waar": ("instagram", "pornosite")})
    assert "Aan: Instagram" in document(kennis, a, "dsa_melding__instagram").als_tekst()
    assert "Aan: [nog invullen: naam van de site" in document(kennis, a, "dsa_melding__pornosite").als_tekst()


@pytest.mark.parametrize("leeftijd", LEEFTIJDEN[1:])
@pytest.mark.parametrize("rol", ["slachtoffer", "ouder", "leraar"])
def test_wie_misschien_jong_is_hoort_nooit_een_beeld_te_bewaren(kennis: Kennis, rol: str, leeftijd: str) -> None:
    feiten = DEEPFAKE | {
        "rol": rol,
        "leeftijd": leeftijd,
        "gedeeld_waar": tuple(platforms(kennis)),
        "dreigt_delen": "ja",
    }
    feiten |= {
        "platform_gemeld": "afgewezen",
        "dader_bekend": "ja",
        "relatie": "school",
        "uitspraak": "ja",
        "geld_geeist": "ja",
    }
    a = advies(kennis, **feiten)
    for keuze, d in alle(kennis, a):
        for zin in re.split(r"(?<=[.!?:])\s+|\n", d.als_tekst(met_voor_jou=True)):
            if BEELDWOORD.search(zin):
                assert re.search(r"\b(geen|niet|nooit|not?|never)\b", zin, re.I), (keuze.id, zin)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_wat_niet_bekend_is_blijft_een_lege_plek(kennis: Kennis, taal: str) -> None:
    a = advies(kennis, leeftijd="volwassen", beeld_seksueel="ja", gedeeld_waar=("website",))
    for keuze, d in alle(kennis, a):
        if keuze.brief.taal == taal:
            assert "{" not in d.als_tekst(True) and "None" not in d.als_tekst(True), keuze.id
            if keuze.brief.lezer == "instantie":
                assert d.leeg, keuze.id


def test_elke_brief_hoort_bij_een_route_en_elke_route_die_woorden_vraagt_heeft_er_een(kennis: Kennis) -> None:
    genoemd = {brief for route in kennis.routes.values() for brief in route.brieven}
    for brief in kennis.brieven.values():
        assert brief.altijd or brief.vertaling_van or brief.id in genoemd, brief.id
    vragen_woorden = re.compile(r"\b(schrijf|stuur|vraag|klaag|meld|aangifte|vertel|leg vast|brief|verzoek)", re.I)
    zonder = {r.id for r in kennis.routes.values() if not r.brieven and vragen_woorden.search(f"{r.naam} {r.kort}")}
    assert zonder <= GEEN_BRIEF_NODIG, zonder - GEEN_BRIEF_NODIG


GEEN_BRIEF_NODIG = {"ouder_gesprek", "naaste_steunen", "maker_jong", "auteursrecht_melden"}
"""Hier gaat het om woorden die je zegt, of om een formulier dat de site zelf heeft."""


@pytest.mark.parametrize(
    "gevaar",
    [
        {"herhaald_contact": "ja"},
        {"dreigt_geweld": "ja"},
        {"veilig_thuis": "twijfel"},
        {"dreigt_delen": "ja", "geld_geeist": "ja"},
        {"dreigt_delen": "ja", "andere_eis": "beelden"},
        {"dader_bekend": "vermoeden"},
        {"relatie": "online_contact"},
    ],
    ids=lambda g: "-".join(g),
)
@pytest.mark.parametrize("brief", ["sommatie", "schade_brief"])
def test_geen_brief_aan_de_ander_als_dat_gevaarlijk_is(kennis: Kennis, brief: str, gevaar: dict[str, str]) -> None:
    feiten = DEEPFAKE | {"dader_bekend": "ja", "relatie": "bekende", "wil": ("schadevergoeding",)}
    veilig = {k.id: k for k in advies(kennis, **feiten).brieven}
    assert veilig[brief].wanneer != "niet"
    a = advies(kennis, **feiten | gevaar)
    keuze = next((k for k in a.brieven if k.id == brief), None)
    assert keuze is None or (keuze.wanneer == "niet" and keuze.waarom)
    if brief == "sommatie":
        assert keuze is not None, "iemand moet lezen waarom niet"


def test_wie_twijfelt_aan_de_privacy_van_de_pers_hoort_waarom_niet(kennis: Kennis) -> None:
    a = advies(kennis, **DEEPFAKE | {"journalistiek": "ja", "gedeeld_waar": ("pers",), "publicatie": "2026-11-01"})
    assert {k.id: k.wanneer for k in a.brieven}.get("avg_verwijdering") in (None, "niet")
    assert "medium_klacht" in {k.id for k in a.brieven if k.wanneer == "nu"}


def test_een_klacht_staat_alleen_in_de_aangifte_als_ze_nodig_is(kennis: Kennis) -> None:
    zonder = document(kennis, advies(kennis, **DEEPFAKE | {"beeld": "echt"}), "aangifte_voorbereiding").als_tekst()
    met = document(
        kennis, advies(kennis, **DEEPFAKE | {"uitspraak": "ja", "scheldwoorden": "ja"}), "aangifte_voorbereiding"
    ).als_tekst()
    assert "21 februari 2027" in met and "dat dit een klacht is" in met
    assert ("dat dit een klacht is" in zonder) is any(
        kennis.gronden[o].klachtdelict != "nee"
        for o in advies(kennis, **DEEPFAKE | {"beeld": "echt"}).naar_ids()["gronden"]  # type: ignore[attr-defined]
    )


def test_een_ouder_schrijft_over_het_kind(kennis: Kennis) -> None:
    a = advies(kennis, **DEEPFAKE | {"rol": "ouder", "leeftijd": "van_12_tot_16", "gedeeld_waar": ("tiktok",)})
    tekst = document(kennis, a, "dsa_melding__tiktok").als_tekst()
    assert "nepbeeld van mijn kind" in tekst and "geen naam en geen e-mailadres" in tekst
    assert "of my child" in document(kennis, a, "dsa_melding_en__tiktok").als_tekst()


def test_een_engelse_brief_heeft_geen_nederlands(kennis: Kennis) -> None:
    nederlands = re.compile(r"\b(het|een|van|niet|wordt|voor|zonder|jouw|mijn|artikel)\b")
    a = advies(
        kennis,
        **DEEPFAKE | {"gedeeld_waar": tuple(platforms(kennis)), "platform_gemeld": "afgewezen", "dader_bekend": "nee"},
    )
    engels = [(k, d) for k, d in alle(kennis, a) if k.brief.taal == "en"]
    assert {k.brief.id for k, _ in engels} == {b.id for b in kennis.brieven.values() if b.taal == "en"}
    for keuze, d in engels:
        assert not nederlands.search(d.als_tekst().lower()), keuze.id


def test_de_lijst_in_de_handleiding_klopt(kennis: Kennis) -> None:
    tekst = (Path(__file__).parents[2] / "docs" / "brieven.md").read_text(encoding="utf-8")
    in_lijst = {regel.split("|")[1].strip() for regel in tekst.splitlines() if regel.startswith("| ") and "(`" in regel}
    echt = {regel.split("|")[1].strip() for regel in brieftabel(kennis).splitlines()[2:]}
    assert in_lijst == echt, "werk docs/brieven.md bij met `python -m knowledge brieven`"


def test_een_brief_beweert_niet_meer_dan_nodig(kennis: Kennis) -> None:
    feiten = DEEPFAKE | {"gedeeld_waar": ("instagram",)}
    a = advies(kennis, **feiten)
    zeker = {o.grond.naam for o in a.gronden if o.status == "ja"}
    # de plicht van het platform om te kijken is de titel van deze brief, geen bewering over wat er gebeurde
    misschien = {o.grond.naam for o in a.gronden if o.status == "mogelijk" and o.grond.soort != "platformrecht"} - zeker
    tekst = document(kennis, a, "dsa_melding__instagram").als_tekst()
    assert "Misbruik van seksueel beeldmateriaal" in zeker
    assert not [naam for naam in misschien if f"{naam} (" in tekst and naam not in " ".join(zeker)]


def willekeurig(kennis: Kennis, worp: random.Random) -> Zaak:
    uit = Zaak()
    for feit in kennis.feiten.values():
        if worp.random() < 0.4:
            continue
        if feit.soort == "datum":
            waarde: str | tuple[str, ...] = worp.choice(["2026-11-01", "2025-03-31", "weet_niet"])
        elif feit.soort == "meerkeuze":
            waarde = tuple(o.id for o in worp.sample(feit.opties, k=min(2, len(feit.opties))))
        else:
            waarde = worp.choice([*(o.id for o in feit.opties), "weet_niet"])
        uit = uit.met(feit.id, waarde)
    return uit


BESCHULDIGD: dict[str, str | tuple[str, ...]] = {
    "leeftijd": "volwassen", "gebeurd": ("uitspraak",), "uitspraak": "ja", "uitspraak_feitelijk": "ja",
    "uitspraak_concreet": "ja", "gedeeld": "ja", "publiek": "openbaar", "dader_bekend": "ja", "relatie": "klant",
}  # fmt: skip


def test_de_brief_aan_de_ander_dreigt_niet_en_somt_geen_misdrijven_op(kennis: Kennis) -> None:
    a = advies(kennis, **DEEPFAKE, dader_bekend="ja", relatie="bekende", gedeeld_waar=("reddit",))
    delen = document(kennis, a, "sommatie").delen
    tekst = " ".join(zin for deel in delen for zin in (*deel.alineas, *deel.lijst))
    assert "aangifte" not in tekst and "Wetboek van Strafrecht" not in tekst and "Wis" not in tekst
    verhaal, waarom = (next(d for d in delen if d.kop and d.kop.startswith(kop)) for kop in ("Wat er is", "Waarom"))
    assert 1 <= verhaal.alineas[0].count(". ") + 1 <= 3 and 1 <= len(waarom.lijst) <= 2


@pytest.mark.parametrize(
    ("feiten", "wel", "niet"),
    [
        ({"uitspraak_waar": "onwaar", "gedeeld_waar": ("website",)}, "U schreef iets", "U zei"),
        ({"uitspraak_waar": "onwaar", "gedeeld_waar": ("mondeling",)}, "U zei iets", "U schreef"),
        ({"uitspraak_waar": "onbewezen", "gedeeld_waar": ("website",)}, "nooit is vastgesteld", "niet klopt"),
    ],
)
def test_een_rechtzetting_beweert_niet_wat_niemand_vertelde(
    kennis: Kennis, feiten: dict[str, str | tuple[str, ...]], wel: str, niet: str
) -> None:
    delen = document(kennis, advies(kennis, **{**BESCHULDIGD, **feiten}), "rectificatie").delen
    tekst = " ".join(zin for deel in delen for zin in (deel.kop or "", *deel.alineas, *deel.lijst))
    assert wel in tekst and niet not in tekst


@pytest.mark.bewijs("inhoud")
@pytest.mark.parametrize("zaad", range(60))
def test_elke_zaak_geeft_hele_brieven(kennis: Kennis, zaad: int) -> None:
    """Geen plek die half ingevuld blijft, geen melding zonder alle elementen, en nooit een beeld van wie misschien jong is."""
    gegooid = willekeurig(kennis, random.Random(zaad))
    a = adviseer(kennis, gegooid, VANDAAG)
    for keuze in a.brieven:
        assert keuze.waarom and brief_voor(kennis, a, keuze.id), keuze.id
    for keuze, d in alle(kennis, a):
        tekst = d.als_tekst(met_voor_jou=True)
        assert not re.search(r"[{}]|\bNone\b|\[\]", tekst), keuze.id
        assert d.delen and d.voor_jou, keuze.id
        if keuze.brief.id in ("dsa_melding", "dsa_melding_en", "host_verzoek", "host_verzoek_en"):
            assert {s.dekt for s in d.delen if s.dekt and s.heeft_inhoud} == DSA_16_2, keuze.id
        if gegooid.waarde("leeftijd") != "volwassen":
            for zin in re.split(r"(?<=[.!?:])\s+|\n", tekst):
                if BEELDWOORD.search(zin):
                    assert re.search(r"\b(geen|niet|nooit|not?|never)\b", zin, re.I), (keuze.id, zin)
