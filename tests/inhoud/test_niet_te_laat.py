"""Niemand hoort 'te laat' zolang niet alles bekend is waar dat van afhangt. Elke test heet naar de schade die er was."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from knowledge import Kennis, Zaak, adviseer
from knowledge.gesprek.adviestekst import adviesblokken
from knowledge.woorden import Lijst

VANDAAG = date(2026, 11, 24)
TE_LAAT = ("niet meer", "te laat", "de laatste dag was")


def regels(kennis: Kennis, vandaag: date = VANDAAG, **feiten: object) -> dict[str, str]:
    """Wat iemand over termijnen leest, per termijn."""
    zaak = Zaak()
    for feit, ruw in feiten.items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, vandaag))
    return {
        str(punt.id): punt.tekst.lower()
        for blok in adviesblokken(kennis, adviseer(kennis, zaak, vandaag))
        if isinstance(blok, Lijst) and blok.onderwerp == "termijnen"
        for punt in blok.items
    }


def zegt_te_laat(teksten: dict[str, str]) -> dict[str, str]:
    return {naam: tekst for naam, tekst in teksten.items() if any(woord in tekst for woord in TE_LAAT)}


@pytest.mark.parametrize("leeftijd", ["onder_12", "van_12_tot_16"])
def test_misbruik_van_een_kind_heet_niet_verjaard(kennis: Kennis, leeftijd: str) -> None:
    teksten = regels(kennis, lichamelijk_misbruik="ja", dreigt_geweld="nee", leeftijd=leeftijd, wanneer="2012-01-01")
    assert zegt_te_laat(teksten) == {}
    nu = regels(kennis, lichamelijk_misbruik="ja", leeftijd=leeftijd, wanneer="2024-09-01")
    assert "verjaart niet" in " ".join(nu.values())


def test_een_volwassene_die_voor_de_webcam_gedwongen_werd_is_na_twaalf_jaar_niet_te_laat(kennis: Kennis) -> None:
    teksten = regels(
        kennis, op_afstand_gedwongen="ja", lichamelijk_misbruik="nee", dreigt_delen="ja", leeftijd="volwassen",
        leeftijd_dader="volwassen", wanneer="2014-11-01",
    )  # fmt: skip
    assert zegt_te_laat(teksten) == {} and any("1 november 2034" in tekst for tekst in teksten.values())


def test_een_kind_hoort_niet_twee_dagen_waarvan_een_voorbij(kennis: Kennis) -> None:
    teksten = regels(
        kennis, leeftijd="van_12_tot_16", benaderd_seksueel="afspraak", andere_eis="nee", wanneer="2019-08-01"
    )
    assert zegt_te_laat(teksten) == {}
    assert "verjaring_zes_jaar" not in teksten and "18e verjaardag" in " ".join(teksten.values())


def test_geld_vragen_voor_letsel_heet_na_twintig_jaar_niet_voorbij(kennis: Kennis) -> None:
    teksten = regels(
        kennis, gebeurd=["uitspraak"], uitspraak="ja", uitspraak_feitelijk="ja", uitspraak_concreet="ja",
        uitspraak_waar="onwaar", publiek="openbaar", gedeeld_waar=["facebook"], wil=["schadevergoeding"],
        wanneer="2004-01-15", ontdekt="2004-01-20",
    )  # fmt: skip
    geld = {naam: tekst for naam, tekst in teksten.items() if "geld" in tekst or "schadevergoeding" in tekst}
    assert zegt_te_laat(geld) == {} and not any("in elk geval" in tekst for tekst in geld.values())


def test_wie_de_dader_niet_kent_is_niet_te_laat_met_geld_vragen(kennis: Kennis) -> None:
    """De vijf jaar beginnen pas bij wie ook de dader kent (artikel 3:310 lid 1 BW)."""
    teksten = regels(
        kennis, gebeurd=["uitspraak"], uitspraak="ja", uitspraak_feitelijk="ja", uitspraak_concreet="ja",
        uitspraak_waar="onwaar", publiek="openbaar", gedeeld_waar=["facebook"], wil=["schadevergoeding"],
        leeftijd="volwassen", dader_bekend="nee", ontdekt="2021-01-20",
    )  # fmt: skip
    assert zegt_te_laat({"bw3_310": teksten["bw3_310"]}) == {} and "wanneer je wist wie het deed" in teksten["bw3_310"]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [({"leeftijd": "van_12_tot_16"}, "pas als je 18 wordt"), ({"relatie": "partner"}, "zolang je getrouwd bent")],
)
def test_een_kind_en_een_echtgenoot_horen_dat_de_vijf_jaar_voor_hen_anders_lopen(
    kennis: Kennis, anders: dict[str, str], zin: str
) -> None:
    """Artikel 3:310 lid 5 en 3:321 lid 1 BW."""
    teksten = regels(
        kennis, gebeurd=["uitspraak"], uitspraak="ja", uitspraak_feitelijk="ja", uitspraak_concreet="ja",
        uitspraak_waar="onwaar", publiek="openbaar", gedeeld_waar=["facebook"], wil=["schadevergoeding"],
        ontdekt="2021-01-20", **anders,
    )  # fmt: skip
    assert zegt_te_laat({"bw3_310": teksten["bw3_310"]}) == {} and zin in teksten["bw3_310"]


def test_een_bedreiging_met_een_voorwaarde_is_na_zes_jaar_niet_verjaard(kennis: Kennis) -> None:
    teksten = regels(
        kennis, dreigt_geweld="ja", andere_eis="iets_doen", leeftijd_dader="volwassen", wanneer="2019-06-01"
    )
    assert zegt_te_laat(teksten) == {}


@pytest.mark.parametrize("leeftijd", ["onder_12", "van_12_tot_16", "onder_18", None])
def test_een_kind_dat_het_laat_vertelt_is_niet_te_laat_met_de_klacht(kennis: Kennis, leeftijd: str | None) -> None:
    extra = {"leeftijd": leeftijd} if leeftijd else {}
    teksten = regels(
        kennis, uitspraak="ja", uitspraak_feitelijk="ja", uitspraak_concreet="ja", publiek="openbaar",
        gedeeld_waar=["instagram"], ontdekt="2026-02-01", **extra,
    )  # fmt: skip
    assert zegt_te_laat(teksten) == {} and "ouder of voogd" in teksten["klacht_drie_maanden"]


def test_na_een_gewoon_sepot_is_niemand_te_laat_met_klagen_bij_het_hof(kennis: Kennis) -> None:
    """De drie maanden van artikel 12k en 12l Sv gelden bij een strafbeschikking of kennisgeving, niet bij een gewoon sepot."""
    teksten = regels(kennis, gedaan=["geseponeerd"], wil=["vervolging"], besluit_om="2026-02-01")
    assert zegt_te_laat(teksten) == {} and "gewoon sepot" in teksten["sv_12_drie_maanden"]


def test_wie_liet_bemiddelen_hoort_niet_dat_de_zes_weken_voorbij_zijn(kennis: Kennis) -> None:
    """Na bemiddeling door de toezichthouder begint de tijd opnieuw (artikel 36 lid 1 UAVG), en daar vragen wij niet naar."""
    teksten = regels(
        kennis, gegevens=["adres"], gedeeld="ja", publiek="openbaar", gedeeld_waar=["website"],
        gedaan=["avg_verzoek"], afwijzing_avg="2026-08-01",
    )  # fmt: skip
    assert "uavg_35_zes_weken" not in zegt_te_laat(teksten) and "bemiddelen" in teksten["uavg_35_zes_weken"]


def test_wie_een_half_jaar_na_de_weigering_klaagt_hoort_niet_dat_het_platform_niet_meer_hoeft(kennis: Kennis) -> None:
    """Zes maanden is het minste wat een platform moet geven (artikel 20 DSA)."""
    teksten = regels(
        kennis, tegen_platform="ja", platform_gemeld="afgewezen", gedeeld="ja", gedeeld_waar=["instagram"],
        nog_online="ja", besluit_platform="2026-03-01",
    )  # fmt: skip
    assert "dsa_20_zes_maanden" not in zegt_te_laat(teksten) and "langer" in teksten["dsa_20_zes_maanden"]


def test_stalking_die_doorgaat_is_niet_te_laat(kennis: Kennis) -> None:
    teksten = regels(kennis, herhaald_contact="ja", duur="maanden", leeftijd="volwassen", ontdekt="2026-01-01")
    assert zegt_te_laat(teksten) == {}


def test_bij_een_echtgenoot_zeggen_we_niet_dat_afpersing_vervolgd_wordt(kennis: Kennis) -> None:
    zaak = Zaak()
    for feit in (
        {"relatie": "partner", "geld_geeist": "ja", "dreigt_geweld": "ja", "dreigt_delen": "ja"},
        {"getrouwd": "ja"},
    ):
        for naam, waarde in feit.items():
            if naam in kennis.feiten:
                zaak = zaak.met(naam, waarde)
    advies = adviseer(kennis, zaak, VANDAAG)
    assert not {"afpersing_317", "afdreiging_318"} & {o.grond.id for o in advies.gronden}
    assert "bedreiging_285" in {o.grond.id for o in advies.gronden}


def test_een_broer_die_afperst_vraagt_een_klacht(kennis: Kennis) -> None:
    assert "klacht_familie" in regels(
        kennis, relatie="familie", geld_geeist="ja", dreigt_geweld="ja", ontdekt="2026-10-15"
    )


@pytest.mark.parametrize(
    ("dader", "zin"),
    [("van_12_tot_18", "termijn_half_zeker"), (None, "termijn_half_misschien"), ("volwassen", None)],
)
def test_een_gehalveerde_dag_naast_zes_jaar_zegt_waarom_hij_eerder_is(
    kennis: Kennis, dader: str | None, zin: str | None
) -> None:
    extra = {"leeftijd_dader": dader} if dader else {}
    tekst = regels(
        kennis, beeld="echt", beeld_seksueel="ja", toestemming_maken="nee", leeftijd="volwassen",
        wanneer="2025-03-01", **extra,
    )["verjaring_zes_jaar"]  # fmt: skip
    assert ("1 maart 2028" in tekst) is (zin is not None) and ("1 maart 2031" in tekst) is (dader != "van_12_tot_18")
    for naam in ("termijn_half_zeker", "termijn_half_misschien"):
        assert (kennis.zinnen[naam].lower() in tekst) is (naam == zin)


def test_ook_een_dag_die_voorbij_is_zegt_dat_hij_gehalveerd_is(kennis: Kennis) -> None:
    tekst = regels(
        kennis, beeld="echt", beeld_seksueel="ja", toestemming_maken="nee", leeftijd="volwassen",
        leeftijd_dader="van_12_tot_18", wanneer="2021-03-01",
    )["verjaring_zes_jaar"]  # fmt: skip
    assert "1 maart 2024" in tekst and kennis.zinnen["termijn_half_zeker"].lower() in tekst


ONBEKEND = None
LEEFTIJDEN = [ONBEKEND, "onder_12", "van_12_tot_16", "van_16_tot_18", "onder_18", "volwassen"]
DADERS = [ONBEKEND, "van_12_tot_18", "volwassen"]
DADEN: list[dict[str, object]] = [
    {"lichamelijk_misbruik": "ja"},
    {"op_afstand_gedwongen": "ja", "dreigt_delen": "ja"},
    {"beeld": "echt", "beeld_seksueel": "ja", "toestemming_maken": "nee"},
    {"benaderd_seksueel": "afspraak"},
    {"dreigt_geweld": "ja", "andere_eis": "iets_doen"},
    {"dreigt_delen": "ja", "andere_eis": "iets_doen"},
    {"account_binnen": "ja"},
    {"geld_geeist": "ja", "dreigt_delen": "ja"},
]


@pytest.mark.parametrize("daad", DADEN, ids=lambda daad: "-".join(daad))
def test_voorbij_staat_er_alleen_als_geen_antwoord_het_nog_kan_veranderen(
    kennis: Kennis, daad: dict[str, object]
) -> None:
    """Elk antwoord erbij: bleef één combinatie open, dan mocht er zonder die antwoorden geen 'voorbij' staan."""

    def voorbij(dag: date, **feiten: object) -> bool:
        zaak = Zaak()
        for feit, ruw in {**daad, "wanneer": dag.isoformat(), **feiten}.items():
            zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, VANDAAG))
        termijnen = [t for t in adviseer(kennis, zaak, VANDAAG).termijnen if t.termijn.id.startswith("verjaring")]
        return bool(termijnen) and all(t.voorbij for t in termijnen)

    for jaren in (2, 4, 7, 13, 21, 30):
        dag = VANDAAG - timedelta(days=365 * jaren + 20)
        for leeftijd, dader in product(LEEFTIJDEN, DADERS):
            gegeven = {"leeftijd": leeftijd, "leeftijd_dader": dader}
            bekend = {feit: waarde for feit, waarde in gegeven.items() if waarde is not None}
            if not voorbij(dag, **bekend):
                continue
            for meer in product([leeftijd] if leeftijd else LEEFTIJDEN[1:], [dader] if dader else DADERS[1:]):
                vol = dict(zip(gegeven, meer, strict=True))
                assert voorbij(dag, **vol), f"{daad} {jaren} jaar geleden: {bekend} heet voorbij, {vol} niet"
