"""Het gesprek zonder Rasa: één beurt tegelijk, nooit een doodlopende weg."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Daad, Kennis, Stand, Zaak, adviseer, beurt, volgende_vraag
from knowledge.bouw import lees
from knowledge.gesprek import Uitkomst
from knowledge.recht import beoordeel, herspeel
from knowledge.woorden import Document, Keuze, Lijst, Nood, Tekst
from tests.knowledge.conftest import PROEF, VANDAAG

KENNIS = Kennis(lees(PROEF).inhoud, "hash")
LEEG = Stand(kennis="hash")


def doe(stand: Stand, *codes: str | Daad) -> Uitkomst:
    uitkomst = Uitkomst(stand, beurt(KENNIS, stand, Daad("start"), VANDAAG).bericht)
    for code in codes:
        uitkomst = beurt(KENNIS, uitkomst.stand, Daad.uit_code(code) if isinstance(code, str) else code, VANDAAG)
    return uitkomst


def keuze(uitkomst: Uitkomst) -> Keuze:
    return next(blok for blok in reversed(uitkomst.bericht.blokken) if isinstance(blok, Keuze))


def gehoord(uitkomst: Uitkomst) -> list[str]:
    return [
        p.titel for b in uitkomst.bericht.blokken if isinstance(b, Lijst) and b.onderwerp == "gehoord" for p in b.items
    ]


def test_van_zin_naar_advies() -> None:
    verteld = Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)), ("beeld", "nep")))
    uitkomst = doe(LEEG, "start", verteld)
    assert uitkomst.stand.vraag == "leeftijd" and "het beeld is nep" in gehoord(uitkomst)
    uitkomst = doe(uitkomst.stand, "antwoord:leeftijd:23", "antwoord:toestemming:nee")
    assert uitkomst.stand.zaak.waarde("leeftijd") == "volwassen"
    while uitkomst.stand.fase != "advies":
        uitkomst = doe(uitkomst.stand, "weet_niet")
    assert any(isinstance(blok, Lijst) and blok.onderwerp == "gronden" for blok in uitkomst.bericht.blokken)


def test_wat_verkeerd_gehoord_is_gaat_met_een_tik_weg() -> None:
    uitkomst = doe(LEEG, "start", Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)), ("beeld", "echt"))))
    (lijst,) = (b for b in uitkomst.bericht.blokken if isinstance(b, Lijst) and b.onderwerp == "gehoord")
    assert [(p.id, p.knoppen[0].code) for p in lijst.items] == [("gebeurd", "weg:gebeurd"), ("beeld", "weg:beeld")]
    uitkomst = doe(uitkomst.stand, "weg:beeld")
    assert not uitkomst.stand.zaak.kent("beeld") and uitkomst.stand.zaak.kent("gebeurd")
    assert doe(uitkomst.stand, "weg:beeld", "klopt").stand.zaak == uitkomst.stand.zaak


def test_wie_iets_anders_vertelt_krijgt_niet_meteen_dezelfde_vraag_en_later_nog_een_keer() -> None:
    stand = doe(LEEG, "start", Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)),))).stand
    eerste = stand.vraag
    stand = doe(stand, Daad("vertel", vertelt=True)).stand
    assert eerste is not None and stand.vraag not in (None, eerste) and eerste in stand.uitgesteld
    while stand.vraag not in (None, eerste):
        stand = doe(stand, "weet_niet").stand
    assert stand.vraag == eerste


def test_waarom_en_overzicht_komen_terug_bij_dezelfde_vraag() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik").stand
    for code in ("waarom", "overzicht", "mens", "over", "begrip:deepfake", "route:bestaat_niet", "bron:pagina"):
        uitkomst = doe(stand, code)
        assert uitkomst.stand.vraag == stand.vraag and keuze(uitkomst).feit == stand.vraag, code
        assert uitkomst.stand.zaak == stand.zaak


def test_terug_stelt_de_vorige_vraag_opnieuw() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik", "antwoord:leeftijd:volwassen", "antwoord:beeld:echt").stand
    terug = doe(stand, "terug").stand
    assert terug.vraag == "beeld" and not terug.zaak.kent("beeld")


@pytest.mark.parametrize(
    "code",
    ["antwoord:beeld:bestaat_niet", "antwoord:bestaat_niet:ja", "antwoord:leeftijd:200", "antwoord:beeld:echt,nep"],
)
def test_een_antwoord_dat_niet_past_geeft_dezelfde_vraag(code: str) -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik").stand
    uitkomst = doe(stand, code)
    assert uitkomst.stand.zaak == stand.zaak and uitkomst.stand.vraag == stand.vraag
    assert isinstance(uitkomst.bericht.blokken[0], Tekst)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "antwoord",
        "antwoord:beeld",
        "/antwoord{",
        "wis:alles",
        "route:../../etc",
        "é",
        "x" * 2000,
        "antwoord:a:b:c d",
    ],
)
def test_een_knop_die_niet_van_ons_is_wordt_geweigerd(code: str) -> None:
    with pytest.raises(ValueError):
        Daad.uit_code(code)


def test_nooit_drie_keer_dezelfde_zin_bij_niet_begrijpen() -> None:
    stand = doe(LEEG, "start", "veilig").stand
    zinnen = []
    for _ in range(3):
        uitkomst = beurt(KENNIS, stand, Daad("vertel"), VANDAAG)
        stand = uitkomst.stand
        zinnen.append(next(blok.tekst for blok in uitkomst.bericht.blokken if isinstance(blok, Tekst)))
    assert len(set(zinnen)) == 3
    assert any(isinstance(blok, Lijst) and blok.onderwerp == "hulp" for blok in uitkomst.bericht.blokken)


def test_nood_staat_altijd_bovenaan() -> None:
    uitkomst = doe(LEEG, Daad("vertel", feiten=(("beeld", "echt"),), nood="suicide"))
    assert isinstance(uitkomst.bericht.blokken[0], Nood) and uitkomst.bericht.blokken[0].telefoon


def test_tegenspraak_wordt_vriendelijk_nagevraagd() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik", "antwoord:leeftijd:volwassen").stand
    uitkomst = doe(stand, "antwoord:beeld:geen")
    assert "Wat klopt?" in keuze(uitkomst).tekst and {k.code for k in keuze(uitkomst).opties} == {
        "wijzig:beeld",
        "wijzig:gebeurd",
    }
    assert "Wat klopt?" not in keuze(doe(uitkomst.stand, "houd_zo")).tekst


def test_wissen_gooit_alles_weg() -> None:
    uitkomst = doe(doe(LEEG, "situatie:beeldmisbruik", "antwoord:beeld:nep").stand, "wis")
    assert uitkomst.wissen and uitkomst.stand.zaak == Zaak()


def test_nieuwe_inhoud_houdt_de_zaak_die_nog_past() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik", "antwoord:beeld:nep").stand
    ruw = {
        **stand.naar_json(),
        "kennis": "ouder",
        "zaak": [*stand.zaak.naar_json(), ["verdwenen", "ja", "knop"], ["toestemming", "misschien", "knop"]],
    }
    weer = Stand.uit_json(KENNIS, ruw)
    assert weer.zaak == stand.zaak and weer.kennis == "hash"


@pytest.mark.parametrize("ruw", [None, {}, {"zaak": "x"}, {"zaak": [[1, 2, 3]], "fase": "vragen"}, "tekst", []])
def test_een_onleesbare_stand_wordt_een_lege(ruw: object) -> None:
    assert Stand.uit_json(KENNIS, ruw).zaak == Zaak()


def test_heen_en_terug_door_json() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik", "antwoord:leeftijd:16").stand
    assert Stand.uit_json(KENNIS, stand.naar_json()) == stand
    daad = Daad(
        "vertel",
        feiten=(("beeld", "nep"), ("gebeurd", ("uitspraak",))),
        nood="gevaar",
        treffers=(("begrip", "deepfake"),),
        in_bereik=False,
        taal="en",
    )
    assert Daad.uit_json(daad.naar_json()) == daad


# -- eigenschappen over alle zaken ------------------------------------------------------------------------------------

FEITEN = [f for f in KENNIS.feiten.values()]
WAARDEN = {
    f.id: [o.id for o in f.opties] + ["weet_niet"]
    if f.soort != "datum"
    else ["2019-01-01", "2023-06-01", "2026-11-01", "weet_niet"]
    for f in FEITEN
}
zaken = st.dictionaries(st.sampled_from(sorted(WAARDEN)), st.integers(0, 9)).map(
    lambda keuzes: [(feit, WAARDEN[feit][nr % len(WAARDEN[feit])]) for feit, nr in keuzes.items()]
)


def bouw(antwoorden: list[tuple[str, str]]) -> Zaak:
    zaak = Zaak()
    for feit, waarde in antwoorden:
        zaak = zaak.met(
            feit, KENNIS.lees_antwoord(feit, [waarde] if KENNIS.feiten[feit].soort == "meerkeuze" else waarde, VANDAAG)
        )
    return zaak


@given(zaken, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_de_volgorde_van_feiten_doet_er_niet_toe(antwoorden: list[tuple[str, str]], willekeur: object) -> None:
    anders = list(antwoorden)
    willekeur.shuffle(anders)  # type: ignore[attr-defined]
    een, twee = bouw(antwoorden), bouw(anders)
    assert adviseer(KENNIS, een, VANDAAG).naar_ids() == adviseer(KENNIS, twee, VANDAAG).naar_ids()
    assert volgende_vraag(KENNIS, een, VANDAAG) == volgende_vraag(KENNIS, twee, VANDAAG)


@given(zaken, st.sampled_from(sorted(WAARDEN)), st.integers(0, 9))
@settings(max_examples=200, deadline=None)
def test_een_antwoord_wijzigen_is_gelijk_aan_opnieuw_beginnen(
    antwoorden: list[tuple[str, str]], feit: str, nr: int
) -> None:
    gegeven = bouw(antwoorden)
    waarde = bouw([(feit, WAARDEN[feit][nr % len(WAARDEN[feit])])]).bij_feit[feit].waarde

    def loop(bron: dict[str, object]) -> Zaak:
        zaak = Zaak()
        while (vraag := volgende_vraag(KENNIS, zaak, VANDAAG)) is not None and vraag.id in bron:
            zaak = zaak.met(vraag.id, bron[vraag.id])  # type: ignore[arg-type]
        return zaak

    antwoord = {a.feit: a.waarde for a in gegeven.antwoorden}
    gelopen = loop(antwoord)
    gewijzigd = herspeel(KENNIS, gelopen.met(feit, waarde), VANDAAG)
    assert gewijzigd == loop({**{a.feit: a.waarde for a in gelopen.antwoorden}, feit: waarde})


@given(zaken)
@settings(max_examples=200, deadline=None)
def test_een_open_feit_maakt_nooit_een_nee(antwoorden: list[tuple[str, str]]) -> None:
    """Wat 'nee' is, blijft 'nee' bij elk antwoord dat er nog bij komt (behalve een nieuwe dag van de daad)."""
    zaak = bouw(antwoorden)
    nee = {g for g, s in beoordeel(KENNIS, zaak, VANDAAG).statussen.items() if s == "nee"}
    for feit in ("ruzie", "pers", "gedeeld"):
        if not zaak.kent(feit):
            daarna = beoordeel(KENNIS, zaak.met(feit, "ja"), VANDAAG).statussen
            assert all(daarna[g] == "nee" for g in nee)


@given(
    st.lists(
        st.sampled_from(
            [
                "ja",
                "nee",
                "weet_niet",
                "terug",
                "waarom",
                "overzicht",
                "klopt",
                "klopt_niet",
                "veilig",
                "verder",
                "advies",
                "mens",
                "situatie:beeldmisbruik",
                "situatie:gezegd",
                "antwoord:beeld:nep",
                "antwoord:beeld:geen",
                "antwoord:leeftijd:12",
                "houd_zo",
                "wijzig:beeld",
                "opnieuw",
                "start",
                "dank",
                "bronnen",
                "waarom_dit",
                "route:bewijs",
                "nood:gevaar",
            ]
        ),
        max_size=25,
    )
)
@settings(max_examples=300, deadline=None)
def test_geen_doodlopende_weg(codes: list[str]) -> None:
    stand = LEEG
    for code in codes:
        uitkomst = beurt(KENNIS, stand, Daad.uit_code(code), VANDAAG)
        assert uitkomst.bericht.blokken
        assert any(
            isinstance(blok, Keuze) and (blok.opties or blok.extra or blok.vorm == "datum")
            for blok in uitkomst.bericht.blokken
        ), code
        stand = Stand.uit_json(KENNIS, uitkomst.stand.naar_json())
        assert stand == uitkomst.stand


def test_een_brief_is_een_document_met_lege_plekken_en_komt_terug_bij_de_vraag() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik").stand
    uitkomst = doe(stand, "brief:proefbrief")
    document = next(blok for blok in uitkomst.bericht.blokken if isinstance(blok, Document))
    assert document.vormen == ("docx", "pdf", "txt") and "[naam]" in document.tekst
    assert uitkomst.stand.vraag == stand.vraag
    bekend = doe(uitkomst.stand.met(zaak=uitkomst.stand.zaak.met("gedeeld", "ja")), "brief:proefbrief")
    assert "Gedeeld: Ja" in next(b for b in bekend.bericht.blokken if isinstance(b, Document)).tekst


def test_een_onverstandige_brief_zegt_eerst_waarom() -> None:
    stand = doe(LEEG, "situatie:beeldmisbruik").stand
    stand = stand.met(zaak=stand.zaak.met("ruzie", "ja"))
    lijst = next(b for b in doe(stand, "brieven").bericht.blokken if isinstance(b, Lijst) and b.onderwerp == "brieven")
    assert [(p.id, p.tekst, p.knoppen) for p in lijst.items] == [("proefbrief", "Er is ruzie.", ())]
    eerste = doe(stand, "brief:proefbrief").bericht.blokken[0]
    assert isinstance(eerste, Tekst) and eerste.tekst == "Er is ruzie."


def test_een_brief_die_niet_bestaat_is_geen_dood_spoor() -> None:
    for code in ("brief:bestaat_niet", "brief:proefbrief__x", "brief:agenda"):
        uitkomst = doe(LEEG, "situatie:beeldmisbruik", code)
        assert keuze(uitkomst).feit == uitkomst.stand.vraag, code


def test_wie_een_andere_taal_schrijft_krijgt_eerst_de_kaart_en_verliest_niets() -> None:
    for taal, knoppen in (("en", {"verder", "nood:suicide"}), ("ar", {"taal:en", "verder", "nood:suicide"})):
        verteld = Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)), ("beeld", "nep")), taal=taal)
        uitkomst = doe(LEEG, "start", verteld)
        assert all(getattr(blok, "taal", None) == taal for blok in uitkomst.bericht.blokken)
        assert {knop.code for knop in keuze(uitkomst).opties} == knoppen
        na = doe(uitkomst.stand, "verder").stand
        assert na.vraag is not None and na.zaak.waarde("beeld") == "nep"


def test_de_kaart_komt_een_keer_en_daarna_gaat_engels_verder() -> None:
    na = doe(LEEG, "start", Daad("vertel", taal="en"), "verder")
    nog_eens = doe(na.stand, Daad("vertel", feiten=(("leeftijd", "23"),), taal="en"))
    assert not any(getattr(blok, "taal", None) for blok in nog_eens.bericht.blokken)


def test_wie_na_de_kaart_in_die_taal_doorgaat_leest_hoe_het_wel_kan() -> None:
    uitkomst = doe(LEEG, "start", Daad("vertel", taal="ar"), Daad("vertel", taal="ar"))
    assert [b.tekst for b in uitkomst.bericht.blokken if isinstance(b, Tekst)] == ["ar nog_eens"]
    assert "taal:en" in {knop.code for knop in keuze(uitkomst).opties}


def test_nood_in_een_andere_taal_geeft_de_nummers_in_die_taal_en_die_kant_op() -> None:
    eerste = doe(LEEG, "start", Daad("vertel", taal="ar", nood="suicide")).bericht.blokken[0]
    assert isinstance(eerste, Nood) and (eerste.taal, eerste.rtl) == ("ar", True) and "113" in eerste.titel


def test_een_taal_kan_ook_met_een_knop_op_het_eerste_scherm() -> None:
    begin = doe(LEEG, "start")
    assert {"engels", "talen"} <= {knop.code for knop in keuze(begin).extra}
    assert any(isinstance(blok, Tekst) and blok.taal == "en" for blok in doe(begin.stand, "engels").bericht.blokken)
    talen = keuze(doe(begin.stand, "talen")).opties
    assert [knop.label for knop in talen] == ["eigen en", "eigen ar"]
    assert all(doe(begin.stand, knop.code).bericht.blokken for knop in talen)


def test_drie_keer_niet_begrepen_zegt_drie_keer_iets_anders_en_eindigt_bij_mensen() -> None:
    stand, gezegd = beurt(KENNIS, LEEG, Daad("veilig"), VANDAAG).stand, []
    for situaties in (("unknown_other",), (), ()):
        uitkomst = beurt(KENNIS, stand, Daad("vertel", situaties=situaties), VANDAAG)
        stand = uitkomst.stand
        gezegd.append(next(blok.tekst for blok in uitkomst.bericht.blokken if isinstance(blok, Tekst)))
    assert gezegd[0] == "zin vertel_meer" and len(set(gezegd)) == 3
    assert any(isinstance(blok, Lijst) and blok.onderwerp == "hulp" for blok in uitkomst.bericht.blokken)


def advies() -> Stand:
    uitkomst = doe(LEEG, "situatie:beeldmisbruik")
    while uitkomst.stand.fase != "advies":
        uitkomst = doe(uitkomst.stand, "weet_niet")
    return uitkomst.stand


@pytest.mark.parametrize("daad", [Daad("weet_niet"), Daad("vertel"), Daad("nee")])
def test_na_het_advies_komt_niet_nog_eens_het_hele_advies(daad: Daad) -> None:
    stand, zinnen = advies(), []
    for _ in range(3):
        uitkomst = beurt(KENNIS, stand, daad, VANDAAG)
        stand = uitkomst.stand
        assert not any(isinstance(blok, Lijst) and blok.onderwerp == "gronden" for blok in uitkomst.bericht.blokken)
        zinnen.append(next(blok.tekst for blok in uitkomst.bericht.blokken if isinstance(blok, Tekst | Keuze)))
        assert keuze(uitkomst).opties
    assert len(set(zinnen)) == 3
    assert any(isinstance(blok, Lijst) and blok.onderwerp == "hulp" for blok in uitkomst.bericht.blokken)


def test_weet_niet_na_het_advies_wijst_een_eerste_stap_en_een_mens() -> None:
    stand = advies()
    uitkomst = doe(stand, "weet_niet")
    eerste = adviseer(KENNIS, stand.zaak, VANDAAG).routes[0].route.id
    assert [knop.code for knop in keuze(uitkomst).opties] == [f"route:{eerste}", "mens"]


def test_een_los_ja_waar_niets_openstaat_gaat_gewoon_verder() -> None:
    stand = doe(LEEG, "start", Daad("vertel", feiten=(("gebeurd", ("beeld_gedeeld",)), ("beeld", "echt")))).stand
    assert doe(stand.met(vraag=None), Daad("ja")).stand.vraag is not None


def test_weet_niet_aan_het_begin_is_geen_onbegrip() -> None:
    uitkomst = beurt(KENNIS, doe(LEEG, "start", "veilig").stand, Daad("weet_niet"), VANDAAG)
    zin, vraag = uitkomst.bericht.blokken
    assert isinstance(zin, Tekst) and zin.tekst == KENNIS.zin("weet_niet_begin")
    assert isinstance(vraag, Keuze) and uitkomst.stand.vraag == vraag.feit
