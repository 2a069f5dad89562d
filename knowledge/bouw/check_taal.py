"""De taal van elke zin die iemand te zien krijgt: geen verwijt, geen belofte, geen ambtelijke taal, niet te lang."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge import schema
from knowledge.bouw.doorloop import Pad, doorloop, onderdelen
from knowledge.bouw.load import Gelezen, Plaats
from knowledge.bouw.taal import MAG_U, MEESTE_WOORDEN, VEEL_WOORDEN, nooit, pakt_beeld, u_vorm, vragen, woorden, zinnen
from knowledge.errors import Melding
from knowledge.recht import NEE, Atomen, Toets, Zaak

ZINNEN: dict[str, frozenset[str]] = {
    "feiten": frozenset({"vraag", "vraag_voor", "voorlezen", "waarom", "label", "gehoord", "uitleg"}),
    "gronden": frozenset({"gewone_naam", "uitleg", "tekst", "vraag", "rechter_stelt_vast", "verhouding", "leert"}),
    "routes": frozenset(
        {"naam", "kort", "tekst", "meenemen", "kosten", "duur", "levert_op", "kan_niet", "waarom", "zin"}
    ),
    "termijnen": frozenset({"naam", "tekst", "na_afloop"}),
    "instanties": frozenset({"doet", "kosten", "weten"}),
    "begrippen": frozenset({"uitleg"}),
    "platforms": frozenset({"tekst"}),
    "antwoorden": frozenset({"naam", "kort", "vraag", "antwoord"}),
    "situaties": frozenset({"knop", "meteen"}),
    "waarschuwingen": frozenset({"tekst"}),
    "tegenspraken": frozenset({"vraag"}),
    "erkenningen": frozenset({"zinnen"}),
    "veiligheid": frozenset({"titel", "tekst"}),
    "gesprek": frozenset({"zinnen"}),
    "zorg": frozenset({"titel", "tekst", "meer", "vraag", "teksten", "terugval"}),
    "zorgwoorden": frozenset({"knop"}),
    "paginas": frozenset({"titel", "kop", "inleiding", "tekst", "anders"}),
}
"""Per map de velden die een mens te lezen krijgt. Brieven hebben hun eigen toon en vallen alleen onder `nooit`."""
VOLWASSEN = "volwassen"
LEEFTIJD = "leeftijd"


def zinnen_voor_mensen(gelezen: Gelezen) -> Iterator[tuple[str, Plaats, Pad, str]]:
    """Elke tekst die iemand te zien krijgt, met waar hij staat."""
    for soort, onderdeel in onderdelen(gelezen.inhoud):
        plaats = gelezen.plaatsen[soort, getattr(onderdeel, "id", soort)]
        velden = ZINNEN.get(soort, frozenset())
        for pad, waarde in doorloop(onderdeel):
            if (
                isinstance(waarde, str)
                and (velden.intersection(pad) or soort in ("brieven", "briefzinnen"))
                and _is_zin(pad)
            ):
                yield soort, plaats, pad, waarde


def _is_zin(pad: Pad) -> bool:
    if any(str(deel).startswith("engels_") for deel in pad):
        return False
    return not {
        "tekst_en",
        "titel_en",
        "teksten_en",
        "vraag_en",
        "terugval_en",
        "woorden",
        "als",
        "id",
        "bronnen",
        "instanties",
        "url",
        "link",
    }.intersection(map(str, pad))


def controleer_taal(gelezen: Gelezen) -> list[Melding]:
    """Fouten in de taal."""
    meldingen: list[Melding] = []
    for soort, plaats, pad, tekst in zinnen_voor_mensen(gelezen):
        meldingen += _nooit(plaats, pad, tekst)
        if soort not in ("brieven", "briefzinnen"):
            meldingen += _toon(soort, plaats, pad, tekst)
    return [*meldingen, *_beeld_van_een_kind(gelezen)]


def let_op_taal(gelezen: Gelezen) -> list[Melding]:
    """Geen fout: zinnen die korter kunnen."""
    return [
        plaats.melding(
            pad,
            f"een zin van {len(woorden(zin))} woorden: '{zin[:40]}…'",
            f"maak er twee; liefst hoogstens {VEEL_WOORDEN}",
        )
        for soort, plaats, pad, tekst in zinnen_voor_mensen(gelezen)
        if soort not in ("brieven", "briefzinnen")
        for zin in zinnen(tekst)
        if VEEL_WOORDEN < len(woorden(zin)) <= MEESTE_WOORDEN
    ]


def _nooit(plaats: Plaats, pad: Pad, tekst: str) -> Iterator[Melding]:
    for stuk, wat, doe in nooit(tekst):
        yield plaats.melding(pad, f"'{stuk}' is {wat}", doe)


def _toon(soort: str, plaats: Plaats, pad: Pad, tekst: str) -> Iterator[Melding]:
    u = u_vorm(tekst)
    if u and not set(MAG_U).intersection(map(str, pad)):
        yield plaats.melding(
            pad, f"'{u}' spreekt iemand met u aan", "schrijf je; de u-vorm hoort alleen in `voorlezen`"
        )
    if soort == "feiten" and {"vraag", "vraag_voor", "voorlezen"}.intersection(map(str, pad)) and vragen(tekst) > 1:
        yield plaats.melding(
            pad, "hier staan twee vragen tegelijk", "stel er één, en maak van de andere een eigen feit"
        )
    for zin in zinnen(tekst):
        if len(woorden(zin)) > MEESTE_WOORDEN:
            yield plaats.melding(
                pad,
                f"een zin van {len(woorden(zin))} woorden: '{zin[:40]}…'",
                f"maak er twee; hoogstens {MEESTE_WOORDEN}",
            )


def _beeld_van_een_kind(gelezen: Gelezen) -> Iterator[Melding]:
    """Een stap die zegt het beeld te bewaren, te kopiëren of te sturen, staat er alleen als `leeftijd: volwassen` zeker is."""
    leeftijd = next((feit for feit in gelezen.inhoud.feiten if feit.id == LEEFTIJD), None)
    onzeker = [o.id for o in leeftijd.opties if o.id != VOLWASSEN] if leeftijd else []
    for route in gelezen.inhoud.routes:
        for nummer, stap in enumerate(route.stappen):
            if pakt_beeld(stap.tekst) and not all(_dicht(route, stap, optie) for optie in onzeker):
                yield gelezen.plaatsen["routes", route.id].melding(
                    ("stappen", nummer),
                    "deze stap laat iemand een beeld bewaren of delen dat van een kind kan zijn",
                    "zet `als: {leeftijd: volwassen}` bij de stap of de route",
                )


def _dicht(route: schema.Route, stap: schema.Stap, leeftijd: str) -> bool:
    """Sluit deze leeftijd de stap uit, wat er verder ook verteld is?"""
    atomen: Any = Atomen()
    toetsen = [Toets(als, atomen) for als in (route.als, stap.als) if als]
    vast = atomen.vast(Zaak().met(LEEFTIJD, leeftijd))
    return any(toets.weeg(vast) == NEE for toets in toetsen)
