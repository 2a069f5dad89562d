"""Leesbaarheid van alles wat iemand te lezen krijgt, en een uitleg bij elk vakwoord.

De maat is die van Flesch, door Douma voor het Nederlands geijkt: 206,84 - 77 x lettergrepen per woord - 0,93 x woorden per zin.
Boven 60 heet een tekst gewoon leesbaar, boven 80 makkelijk. Wat de maat niet kan: zij telt lengtes en kent geen betekenis. Een
kort vakwoord ("sepot") scoort goed en een lang alledaags woord ("verwijderverzoek") slecht; op één zin van acht woorden zegt zij
weinig. Daarom gelden de grenzen voor een hele map, en per tekst alleen een ruime ondergrens. Lettergrepen telt pyphen, dat
afbreekplaatsen telt en bij namen soms een lettergreep mist.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from statistics import median, quantiles

import pyphen
import pytest
import yaml

from knowledge.bouw.check_taal import zinnen_voor_mensen
from knowledge.bouw.load import Gelezen
from knowledge.bouw.taal import nooit, u_vorm, woorden, zinnen
from knowledge.stam import stammen
from tests.knowledge.test_huis import WORTEL

LANG_GENOEG = 12
"""Over kortere teksten zegt de maat niets."""
MAKKELIJK, GEWOON, ONDERGRENS = 75, 50, 20
VOOR_IEDEREEN = (
    "routes",
    "feiten",
    "waarschuwingen",
    "termijnen",
    "gesprek",
    "veiligheid",
    "tegenspraken",
    "instanties",
)
VAKWOORDEN = (
    "aangifte", "klacht", "kort geding", "dwangsom", "rectificatie", "smartengeld", "smaad", "smaadschrift",
    "laster", "belediging", "belaging", "verjaring", "sepot", "officier van justitie", "AVG", "DSA", "toezichthouder",
    "deepfake", "sextortion", "doxing", "grooming", "onrechtmatige daad", "portretrecht", "afdreiging", "afpersing",
    "onrechtmatig", "sommatie", "bodemprocedure", "verjaart", "geseponeerd", "benadeelde partij", "voeging", "voegen", "verstek",
    "immateriële schade", "openbaar ministerie", "UAVG", "AI Act", "dwang", "heling", "griffierecht", "toevoeging", "rechtsbijstand",
    "kantonrechter", "gerechtshof", "beklag", "dagvaarding", "verzoekschrift", "contactverbod", "gebiedsverbod", "gedragsaanwijzing",
    "betrouwbare flagger", "host", "registrar", "geschillenorgaan", "identiteitsfraude", "computervredebreuk", "kinderpornografisch",
    "zedenpolitie", "zedenmisdrijf", "slachtofferverklaring", "spreekrecht", "schadefonds", "persoonlijke levenssfeer",
    "persoonsgegevens", "inzage", "bezwaar", "hoger beroep", "vonnis", "verdachte", "aansprakelijk", "strafbeschikking", "bemiddelaar",
    "voogd", "NAW", "satire", "schikking", "vervolging", "strafbaar feit", "vertrouwensinspecteur", "IP-adres",
)  # fmt: skip
WETSTAAL = (
    "vordering", "verhoor", "opzettelijk", "wederrechtelijk", "oogmerk", "gedaagde", "eiser", "onverwijld", "grondslag", "ontvankelijk",
    "jurisprudentie", "betekenen", "in gebreke", "klachtdelict", "verwerkingsverantwoordelijke", "rechthebbende", "kennelijk", "alsmede",
    "derhalve", "teneinde", "dienaangaande", "desbetreffend", "voornoemd", "indienen van een klacht",
)  # fmt: skip
"""Woorden waarvoor een gewoon woord bestaat: die horen niet in een zin voor mensen. In brieven mogen ze, voor wie ze leest."""
_breker = pyphen.Pyphen(lang="nl_NL")


@cache
def lettergrepen(woord: str) -> int:
    return _breker.inserted(woord).count("-") + 1


def leesbaarheid(tekst: str) -> float | None:
    """De maat van Flesch-Douma; None als de tekst te kort is."""
    rij = [woorden(zin) for zin in zinnen(tekst) if len(woorden(zin)) > 1]
    alle = [woord for zin in rij for woord in zin]
    if len(alle) < LANG_GENOEG:
        return None
    return 206.84 - 77 * sum(map(lettergrepen, alle)) / len(alle) - 0.93 * len(alle) / len(rij)


@pytest.fixture(scope="module")
def gemeten(gelezen: Gelezen) -> dict[str, list[tuple[float, str]]]:
    per_map: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for soort, _, _, tekst in zinnen_voor_mensen(gelezen):
        maat = leesbaarheid(tekst)
        if maat is not None:
            per_map[soort].append((maat, tekst))
    return per_map


@pytest.mark.parametrize("soort", VOOR_IEDEREEN)
def test_elke_map_is_makkelijk_te_lezen(gemeten: dict[str, list[tuple[float, str]]], soort: str) -> None:
    maten = [maat for maat, _ in gemeten[soort]]
    assert median(maten) >= MAKKELIJK
    assert len(maten) < 10 or quantiles(maten, n=10)[0] >= GEWOON
    assert [tekst for maat, tekst in gemeten[soort] if maat < ONDERGRENS] == []


def test_de_maat_kent_het_verschil() -> None:
    gewoon = leesbaarheid("Schrijf op waar het staat. Maak daarna de melding. Dat kan op de site van het platform.")
    stadhuis = leesbaarheid(
        "Betrokkene dient onverwijld bij de desbetreffende toezichthoudende autoriteit een gemotiveerde verwijderingsaanvraag in."
    )
    assert gewoon is not None and stadhuis is not None and gewoon > 80 and stadhuis < 20


def test_elk_vakwoord_is_een_begrip(gelezen: Gelezen) -> None:
    uitgelegd = [set(stammen(naam)) for b in gelezen.inhoud.begrippen for naam in (b.naam, *b.ook)]
    tekst = " ".join(t for _, _, _, t in zinnen_voor_mensen(gelezen)).lower()
    gebruikt = [woord for woord in VAKWOORDEN if re.search(rf"\b{woord.lower()}", tekst)]
    assert [woord for woord in gebruikt if not any(set(stammen(woord)) <= naam for naam in uitgelegd)] == []


def test_geen_wetstaal_waar_een_gewoon_woord_bestaat(gelezen: Gelezen) -> None:
    zinnen_ = [t for soort, _, _, t in zinnen_voor_mensen(gelezen) if soort not in ("brieven", "briefzinnen")]
    assert [t for t in zinnen_ if re.search(rf"\b(?:{'|'.join(WETSTAAL)})", t.lower())] == []


def test_ook_wat_rasa_zelf_zegt_is_schoon() -> None:
    domein = yaml.safe_load((WORTEL / "domain.yml").read_text(encoding="utf-8"))
    teksten = [a["text"] for rij in (domein.get("responses") or {}).values() for a in rij if "text" in a]
    assert [tekst for tekst in teksten if list(nooit(tekst)) or u_vorm(tekst)] == []
