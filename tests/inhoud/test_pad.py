"""Het advies als pad: één stap van nu, met één knop, kort, en bij elke rol; en hoever iemand nog moet."""

from __future__ import annotations

import random
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge import Daad, Kennis, Stand, Zaak, adviseer, beurt
from knowledge.gesprek.adviestekst import adviesblokken
from knowledge.recht import beoordeel, open_vragen
from knowledge.woorden import Keuze, Lijst, Punt, Tekst

DAG = date(2026, 11, 30)
UREN = [datetime(2026, 11, 30, uur, tzinfo=ZoneInfo("Europe/Amsterdam")) for uur in (3, 15, 20)]
WOORDEN = 60
BIJ = ("gedaan:", "route:")
BEELD = {"gebeurd": ["beeld_gedeeld"], "beeld": "echt", "beeld_seksueel": "ja", "gedeeld": "ja"}


def zaak(kennis: Kennis, feiten: dict[str, object]) -> Zaak:
    uit = Zaak()
    for feit, ruw in feiten.items():
        uit = uit.met(feit, kennis.lees_antwoord(feit, ruw, DAG))
    return uit


def kaart(kennis: Kennis, feiten: dict[str, object], nu: datetime | None = None) -> Punt:
    blokken = adviesblokken(kennis, adviseer(kennis, zaak(kennis, feiten), DAG), nu)
    assert isinstance(blokken[0], Tekst)
    stap = blokken[1]
    assert isinstance(stap, Lijst) and stap.onderwerp == "stap" and len(stap.items) == 1
    return stap.items[0]


def tel(punt: Punt) -> int:
    delen = [punt.titel, punt.tekst, *(d.tekst for d in punt.details), *(k.label for k in punt.knoppen)]
    delen += [" ".join(filter(None, (n.naam, n.nummer, n.kosten, n.uren))) for n in punt.telefoon]
    return len(" ".join([*delen, *(link.label for link in punt.links)]).split())


GEVALLEN: dict[str, tuple[dict[str, object], str]] = {
    "meisje van 15": ({**BEELD, "leeftijd": "van_12_tot_16", "relatie": "school"}, "bewijs_minderjarige"),
    "jongen van 17, afgeperst": (
        {"gebeurd": ["beeld_dreiging"], "leeftijd": "van_16_tot_18", "dreigt_delen": "ja", "geld_geeist": "ja"},
        "sextortion_stoppen",
    ),
    "seksfake van een vrouw": ({**BEELD, "beeld": "nep", "leeftijd": "volwassen"}, "bewijs_veiligstellen"),
    "smaad over een man": ({"gebeurd": ["uitspraak"], "uitspraak": "ja", "gedeeld_waar": "facebook"}, "bewijs_tekst"),
    "moeder": ({"rol": "ouder", **BEELD, "leeftijd": "van_12_tot_16"}, "ouder_gesprek"),
    "leraar": ({"rol": "leraar", **BEELD, "leeftijd": "van_12_tot_16"}, "naaste_steunen"),
    "maker": ({"rol": "maker", **BEELD}, "maker_stoppen"),
    "omstander": ({"rol": "ontvanger", **BEELD}, "ontvanger"),
    "adres online en gevaar": ({"gebeurd": ["gegevens"], "gegevens": ["adres"], "in_gevaar": "ja"}, "noodhulp"),
}


@pytest.mark.parametrize(("feiten", "route"), GEVALLEN.values(), ids=GEVALLEN)
def test_elk_geval_begint_met_een_stap_en_een_knop(kennis: Kennis, feiten: dict[str, object], route: str) -> None:
    for nu in UREN:
        punt = kaart(kennis, feiten, nu)
        assert punt.id == route
        assert tel(punt) <= WOORDEN, (tel(punt), punt)
        assert punt.bronnen and kennis.zin("kaart_daarna") in punt.tekst
        maken = [k for k in punt.knoppen if not k.code.startswith(BIJ)]
        assert len(maken) + len(punt.links) <= 1
        assert maken or punt.links or punt.telefoon, "de stap is met één tik te doen"


def test_elke_route_past_op_een_kaartje(kennis: Kennis) -> None:
    for route in kennis.routes.values():
        for naam, kort in ((route.naam, route.kort), *((wijze.naam, wijze.kort) for wijze in route.anders)):
            assert len(f"{naam} {kort}".split()) <= WOORDEN - 25, route.id


def test_wie_nu_open_is_staat_erbij_en_s_nachts_niet_wie_slaapt(kennis: Kennis) -> None:
    feiten, _ = GEVALLEN["meisje van 15"]
    namen = {nu.hour: [n.naam for n in kaart(kennis, feiten, nu).telefoon] for nu in UREN}
    assert namen[15] == namen[20] == ["De Kindertelefoon"]
    assert "De Kindertelefoon" not in namen[3] and namen[3]


def test_een_stap_afvinken_brengt_de_volgende_tot_alles_gedaan_is(kennis: Kennis) -> None:
    feiten, eerste = GEVALLEN["seksfake van een vrouw"]
    stand = Stand(zaak=zaak(kennis, feiten), fase="advies", kennis=kennis.hash)
    gedaan: list[str] = []
    uit = beurt(kennis, stand, Daad("advies"), DAG)
    while True:
        stap = next((b for b in uit.bericht.blokken if isinstance(b, Lijst) and b.onderwerp == "stap"), None)
        if stap is None:
            break
        id_ = stap.items[0].id
        assert id_ and id_ not in gedaan
        gedaan.append(id_)
        uit = beurt(kennis, uit.stand, Daad("gedaan", id_), DAG)
        af = {p.id for b in uit.bericht.blokken if isinstance(b, Lijst) for p in b.items if p.gedaan}
        assert af == set(gedaan)
    assert gedaan[0] == eerste
    assert gedaan == [g.route.id for g in adviseer(kennis, stand.zaak, DAG).routes]
    # wat af is, blijft af als het gesprek bewaard en weer gelezen is
    weer = Stand.uit_json(kennis, uit.stand.naar_json())
    assert beurt(kennis, weer, Daad("advies"), DAG).bericht.blokken[1] == uit.bericht.blokken[1]


def test_alles_op_een_rij_heeft_geen_kaartje_en_evenveel_inhoud(kennis: Kennis) -> None:
    advies = adviseer(kennis, zaak(kennis, GEVALLEN["meisje van 15"][0]), DAG)
    pad, heel = adviesblokken(kennis, advies), adviesblokken(kennis, advies, heel=True)

    def lijsten(blokken: tuple[object, ...]) -> list[Lijst]:
        return [b for b in blokken if isinstance(b, Lijst)]

    def ids(blokken: tuple[object, ...]) -> list[tuple[str, list[str | None]]]:
        return [(b.onderwerp, [p.id for p in b.items]) for b in lijsten(blokken) if b.onderwerp != "stap"]

    assert ids(pad) == ids(heel)
    stappen = {p.id: p for b in lijsten(pad) if b.onderwerp in ("nu", "deze_week", "later") for p in b.items}
    eerste = adviseer(kennis, zaak(kennis, GEVALLEN["meisje van 15"][0]), DAG).routes[0].route.id
    assert stappen[eerste].details and not any(p.details for id_, p in stappen.items() if id_ != eerste)
    assert all(p.knoppen for p in stappen.values()), "hoe het moet, is één tik"
    assert lijsten(heel)[-1].onderwerp in ("gronden", "mogelijk"), "de wet komt als laatste"


def test_nog_ongeveer_zoveel_vragen_klopt_in_19_van_de_20(kennis: Kennis) -> None:
    """Wie het zegt, zit er hoogstens twee naast: gemeten op gesprekken met willekeurige antwoorden."""
    gok = random.Random(11)
    situaties = [s for s in kennis.situaties.values() if s.knop]
    goed = gezegd = 0
    for _ in range(120):
        stand = beurt(kennis, Stand(kennis=kennis.hash), Daad("situatie", gok.choice(situaties).id), DAG).stand
        open_ = []
        for _ in range(60):
            rest = list(open_vragen(kennis, beoordeel(kennis, stand.zaak, DAG)))
            if not rest:
                break
            open_.append(len(rest))
            feit = rest[0]
            ids = ["weet_niet", *(o.id for o in feit.opties)] if feit.opties else ["weet_niet", "2026-11-20"]
            stand = stand.met(zaak=stand.zaak.met(feit.id, kennis.lees_antwoord(feit.id, gok.choice(ids), DAG)))
        for nr, aantal in enumerate(open_):
            if aantal <= 3:
                gezegd += 1
                goed += abs(aantal - (len(open_) - nr)) <= 2
    assert gezegd > 200 and goed / gezegd >= 0.95, (goed, gezegd)


def test_een_dag_heeft_drie_snelle_antwoorden(kennis: Kennis) -> None:
    stand = Stand(zaak=zaak(kennis, BEELD), fase="vragen", vraag="wanneer", kennis=kennis.hash)
    uit = beurt(kennis, stand, Daad("nog_eens"), DAG)
    vraag = next(b for b in uit.bericht.blokken if isinstance(b, Keuze))
    assert [k.label for k in vraag.opties] == ["Vandaag", "Gisteren", "Deze week"]
    for knop, waarde in zip(vraag.opties, ("2026-11-30", "2026-11-29", "2026-W49"), strict=True):
        assert beurt(kennis, stand, Daad.uit_code(knop.code), DAG).stand.zaak.waarde("wanneer") == waarde


def test_een_pornosite_staat_vooraan_bij_een_seksueel_beeld(kennis: Kennis) -> None:
    def vooraan(feiten: dict[str, object]) -> set[str]:
        stand = Stand(zaak=zaak(kennis, feiten), fase="vragen", vraag="gedeeld_waar", kennis=kennis.hash)
        vraag = next(b for b in beurt(kennis, stand, Daad("nog_eens"), DAG).bericht.blokken if isinstance(b, Keuze))
        return {k.code.rpartition(":")[2] for k in vraag.opties if k.vooraan}

    assert "pornosite" in vooraan(BEELD)
    assert "pornosite" not in vooraan({"gebeurd": ["uitspraak"]})
