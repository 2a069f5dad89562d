"""Wat er eerst komt, welke regels genoemd worden, en welke vraag overbodig is of als verwijt kan klinken."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Daad, Kennis, Stand, Zaak, adviseer, beurt
from knowledge.gesprek.adviestekst import HOOGSTENS_MOGELIJK, adviesblokken
from knowledge.recht import volgende_vraag
from knowledge.woorden import Keuze, Lijst

DAG = date(2026, 12, 1)
Feiten = dict[str, object]


def zaak(kennis: Kennis, feiten: Feiten) -> Zaak:
    uit = Zaak()
    for feit, ruw in feiten.items():
        uit = uit.met(feit, kennis.lees_antwoord(feit, ruw, DAG), "zin")
    return uit


def gevraagd(kennis: Kennis, feiten: Feiten) -> list[str]:
    """De vragen die komen als iemand op alles 'weet ik niet' zegt."""
    nu, uit = zaak(kennis, feiten), []
    while (feit := volgende_vraag(kennis, nu, DAG)) is not None:
        uit.append(feit.id)
        nu = nu.met(feit.id, "weet_niet")
    return uit


DREIGT: Feiten = {"gebeurd": ["beeld_dreiging"], "dreigt_delen": "ja"}
STOPPEN: dict[str, tuple[Feiten, str]] = {
    "een onbekende wil geld": ({**DREIGT, "geld_geeist": "ja", "relatie": "online_contact"}, "betaal niet"),
    "een ex dreigt zonder eis": ({**DREIGT, "relatie": "ex_partner", "leeftijd": "volwassen"}, "dreiging"),
    "een ex wil wel geld": ({**DREIGT, "relatie": "ex_partner", "geld_geeist": "ja"}, "betaal niet"),
    "iemand wil meer beelden van een kind": (
        {**DREIGT, "andere_eis": "beelden", "leeftijd": "van_12_tot_16"},
        "stuur niets",
    ),
    "iemand eist alleen geld": ({"gebeurd": ["afpersing"], "geld_geeist": "ja"}, "betaal niet"),
    "een volwassene wil met een kind afspreken": ({"benaderd_seksueel": "afspraak"}, "spreek niet af"),
    "een moeder, en haar zoon wordt afgeperst": ({**DREIGT, "rol": "ouder", "geld_geeist": "ja"}, "betaal niet"),
}


@pytest.mark.parametrize(("feiten", "kop"), STOPPEN.values(), ids=STOPPEN)
def test_wie_onder_druk_staat_hoort_eerst_niet_toegeven(kennis: Kennis, feiten: Feiten, kop: str) -> None:
    eerste = adviseer(kennis, zaak(kennis, feiten), DAG).routes[0].route
    assert eerste.id == "sextortion_stoppen"
    assert kop in eerste.naam.lower()


OPLICHTING: list[Feiten] = [
    {"opgelicht": "betaald"},
    {"opgelicht": "betaald", "account_binnen": "ja"},
    {"opgelicht": "betaald", "nepaccount": "ja", "relatie": "online_contact"},
    {"opgelicht": "gegevens", "beeld": "nep", "beeld_seksueel": "nee"},
    {"opgelicht": "poging", "uitspraak": "ja", "gebeurd": ["uitspraak"]},
]


@pytest.mark.parametrize("feiten", OPLICHTING)
def test_bij_geldoplichting_eerst_de_bank_en_hoogstens_twee_vragen(kennis: Kennis, feiten: Feiten) -> None:
    assert len(gevraagd(kennis, feiten)) <= 2
    advies = adviseer(kennis, zaak(kennis, feiten), DAG)
    assert advies.routes[0].route.id == "oplichting_stoppen"
    assert advies.hulp[0].id == "fraudehelpdesk"
    gronden = {o.grond.id for o in advies.gronden}
    assert not any(grond.startswith(("smaad", "avg_", "laster", "belediging", "portret")) for grond in gronden)


def test_een_seksbeeld_blijft_naast_oplichting_een_seksbeeld(kennis: Kennis) -> None:
    vragen = gevraagd(kennis, {"opgelicht": "betaald", "beeld": "nep", "beeld_seksueel": "ja"})
    assert "leeftijd" in vragen


def getoond(kennis: Kennis, feiten: Feiten) -> dict[str, list[str | None]]:
    blokken = adviesblokken(kennis, adviseer(kennis, zaak(kennis, feiten), DAG))
    return {b.onderwerp: [p.id for p in b.items] for b in blokken if isinstance(b, Lijst)}


GEDEELD: Feiten = {"gebeurd": ["beeld_gedeeld"], "beeld": "echt", "beeld_seksueel": "ja", "leeftijd": "volwassen"}


def test_een_regel_waarvan_de_kern_niet_verteld_is_staat_er_niet(kennis: Kennis) -> None:
    for feiten, grond in ((GEDEELD, "belediging_266"), ({"dreigt_geweld": "ja"}, "afpersing_317")):
        lijsten = getoond(kennis, feiten)
        assert grond not in (*lijsten.get("gronden", ()), *lijsten.get("mogelijk", ()))
        assert adviseer(kennis, zaak(kennis, feiten), DAG).beoordeling.statussen[grond] == "mogelijk"
    met = getoond(kennis, {**GEDEELD, "scheldwoorden": "ja", "toestemming_delen": "nee"})
    assert "belediging_266" in (*met.get("gronden", ()), *met.get("mogelijk", ()))


def test_wat_een_rechter_nog_moet_wegen_staat_niet_als_zeker(kennis: Kennis) -> None:
    lijsten = getoond(kennis, {**GEDEELD, "leeftijd": "van_12_tot_16"})
    assert "belediging_266" not in lijsten["gronden"] and "kinderporno_252" in lijsten["gronden"]
    assert len(lijsten.get("mogelijk", ())) <= HOOGSTENS_MOGELIJK


MISPLAATST: dict[str, tuple[Feiten, set[str]]] = {
    "adres online": ({"gebeurd": ["gegevens"], "gegevens": ["adres"]}, {"toestemming_delen"}),
    "privéberichten": ({"gebeurd": ["chat_gelekt"], "gedeeld": "ja"}, {"toestemming_delen"}),
    "gestolen beeld": ({**GEDEELD, "beeld_gestolen": "ja"}, {"toestemming_delen"}),
    "seksfake": ({**GEDEELD, "beeld": "nep"}, {"toestemming_maken", "toestemming_delen"}),
    "kind": ({**GEDEELD, "leeftijd": "van_12_tot_16"}, {"toestemming_maken", "toestemming_delen"}),
    "stiekem": ({"gebeurd": ["beeld_gemaakt"], "heimelijk": "ja"}, {"toestemming_maken", "toestemming_delen"}),
    "dreiging": (DREIGT, {"toestemming_maken", "toestemming_delen", "ontdekt"}),
}


@pytest.mark.parametrize(("feiten", "niet"), MISPLAATST.values(), ids=MISPLAATST)
def test_wat_het_verhaal_al_zegt_wordt_niet_gevraagd(kennis: Kennis, feiten: Feiten, niet: set[str]) -> None:
    assert not niet & set(gevraagd(kennis, feiten))


def test_wie_het_zelf_maakte_krijgt_die_vraag_wel(kennis: Kennis) -> None:
    assert "toestemming_maken" in gevraagd(kennis, {"rol": "maker", **GEDEELD, "beeld": "nep"})


def test_een_vraag_die_als_verwijt_kan_klinken_zegt_eerst_waarom(kennis: Kennis) -> None:
    for rol in ("slachtoffer", "maker"):
        stand = Stand(zaak=zaak(kennis, {"rol": rol, **GEDEELD}), fase="vragen", kennis=kennis.hash)
        uit = beurt(kennis, stand.met(vraag="toestemming_maken"), Daad("verder"), DAG)
        vraag = next(b for b in uit.bericht.blokken if isinstance(b, Keuze))
        vooraf = kennis.feiten["toestemming_maken"].vooraf
        assert vooraf is not None and vraag.tekst.startswith(vooraf) == (rol == "slachtoffer")


def test_de_laatste_vraag_is_de_laatste(kennis: Kennis) -> None:
    """Staat dat er, dan komt er na geen enkel antwoord nog een vraag."""
    gezegd = 0
    for situatie in (s for s in kennis.situaties.values() if s.knop):
        uit = beurt(kennis, Stand(kennis=kennis.hash), Daad("situatie", situatie.id), DAG)
        for _ in range(40):
            vraag = next((b for b in uit.bericht.blokken if isinstance(b, Keuze) and b.feit), None)
            if vraag is None or vraag.feit is None:
                break
            laatste = vraag.nog == kennis.zin("nog_een_vraag")
            for optie in (o.id for o in kennis.feiten[vraag.feit].opties) if laatste else ():
                na = beurt(kennis, uit.stand, Daad("antwoord", vraag.feit, optie), DAG)
                assert na.stand.vraag is None, (situatie.id, vraag.feit, optie)
            gezegd += laatste
            uit = beurt(kennis, uit.stand, Daad("weet_niet"), DAG)
            assert not laatste or uit.stand.vraag is None
    assert gezegd


def test_een_route_zegt_het_bij_elke_zaak_in_passende_woorden(kennis: Kennis) -> None:
    """Een kop die voor deze zaak bedoeld is, komt ook; wie om geld gevraagd wordt, leest altijd 'betaal niet'."""
    for route in (r for r in kennis.routes.values() if r.anders):
        for wijze in route.anders:
            assert wijze.naam != route.naam
    geld = adviseer(kennis, zaak(kennis, {**DREIGT, "relatie": "partner", "geld_geeist": "ja"}), DAG).routes[0].route
    assert geld.naam == kennis.routes["sextortion_stoppen"].naam


ROLLEN: dict[str, tuple[Feiten, str]] = {
    "werkgever": ({"rol": "werkgever", **GEDEELD}, "werkgever_aanpak"),
    "leraar": ({"rol": "leraar", **GEDEELD}, "school_aanpak"),
    "professional": ({"rol": "professional", **GEDEELD}, "professional_aanpak"),
    "ontvanger": ({"rol": "ontvanger", **GEDEELD}, "ontvanger"),
}


@pytest.mark.parametrize(("feiten", "route"), ROLLEN.values(), ids=ROLLEN)
def test_wie_helpt_of_het_kreeg_hoort_in_de_eerste_twee_stappen_wat_hij_doet(
    kennis: Kennis, feiten: Feiten, route: str
) -> None:
    routes = [g.route.id for g in adviseer(kennis, zaak(kennis, feiten), DAG).routes]
    assert route in routes[:2]
    if feiten["rol"] != "professional":
        assert not {"toestemming_maken", "toestemming_delen"} & set(gevraagd(kennis, feiten))


def test_wie_het_kreeg_hoort_wissen_melden_en_vertellen(kennis: Kennis) -> None:
    advies = adviseer(kennis, zaak(kennis, {"rol": "ontvanger", **GEDEELD}), DAG)
    stappen = " ".join(s.tekst for g in advies.routes if g.route.id == "ontvanger" for s in g.stappen)
    assert all(woord in stappen for woord in ("Stuur het niet door", "Wis het", "Vertel het"))


def test_wie_het_deed_leest_wat_hij_kan_en_niet_wat_een_platform_moet(kennis: Kennis) -> None:
    feiten: Feiten = {"rol": "maker", **GEDEELD, "leeftijd": "van_12_tot_16"}
    lijsten = getoond(kennis, feiten)
    soorten = {kennis.gronden[str(id_)].soort for lijst in ("gronden", "mogelijk") for id_ in lijsten.get(lijst, ())}
    assert soorten <= {"strafbaar_feit", "civiele_grond"}
    stand = Stand(zaak=zaak(kennis, feiten), fase="vragen", kennis=kennis.hash)
    tekst = str(beurt(kennis, stand, Daad("verder"), DAG).bericht.naar_json())
    assert "Schrijf alleen op waar het staat" not in tekst and "Stuur het beeld niet door" in tekst


def in_advies(kennis: Kennis) -> Stand:
    return Stand(zaak=zaak(kennis, {**GEDEELD, "scheldwoorden": "ja"}), fase="advies", kennis=kennis.hash)


def test_ja_geeft_wat_net_aangeboden_werd_en_niet_het_hele_advies_weer(kennis: Kennis) -> None:
    eerst = beurt(kennis, in_advies(kennis), Daad("vraag", "aangifte_kosten"), DAG)
    aanbod = next(b for b in eerst.bericht.blokken if isinstance(b, Keuze) and b.opties).opties[0]
    ja = beurt(kennis, eerst.stand, Daad("ja"), DAG)
    assert ja.bericht.blokken[0] == beurt(kennis, eerst.stand, Daad.uit_code(aanbod.code), DAG).bericht.blokken[0]
    nog_een = beurt(kennis, ja.stand, Daad("ja"), DAG)
    assert not any(isinstance(b, Lijst) and b.onderwerp == "stap" for b in nog_een.bericht.blokken)


def test_een_oud_aanbod_geldt_niet_meer(kennis: Kennis) -> None:
    eerst = beurt(kennis, in_advies(kennis), Daad("vraag", "aangifte_kosten"), DAG)
    later = beurt(kennis, eerst.stand, Daad("dank"), DAG)
    ja = beurt(kennis, later.stand, Daad("ja"), DAG)
    assert kennis.zin("ja_wat") in str(ja.bericht.naar_json())


def test_bij_twijfel_staat_op_beide_vragen_de_zin_die_antwoordt(kennis: Kennis) -> None:
    daad = Daad("vertel", antwoorden=("aangifte_kosten", "geld_schadevergoeding"))
    uit = beurt(kennis, in_advies(kennis), daad, DAG)
    tekst = str(uit.bericht.naar_json())
    for id_ in daad.antwoorden:
        antwoord = kennis.antwoorden[id_]
        assert antwoord.vraag in tekst and antwoord.antwoord.split(":")[0].split(".")[0] in tekst
