"""De samenhang van de inhoud controleren: elke verwijzing, elk antwoord, elke weg."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from knowledge import schema
from knowledge.check_brieven import controleer_brieven
from knowledge.errors import Melding, lijkt_op
from knowledge.load import Gelezen, Plaats
from knowledge.schema import WEET_NIET, Voorwaarde

VERWIJST = {
    "bron": "bronnen",
    "wet": "bronnen",
    "bronnen": "bronnen",
    "instanties": "instanties",
    "termijnen": "termijnen",
    "routes": "routes",
    "route": "routes",
    "termijn": "termijnen",
    "waarschuwing": "waarschuwingen",
    "situatie": "situaties",
    "eerste_route": "routes",
    "een_van_routes": "routes",
    "nooit_routes": "routes",
    "pas_na": "routes",
    "brieven": "brieven",
    "gronden": "gronden",
    "feiten": "feiten",
    "vragen": "feiten",
    "vanaf": "feiten",
    "eerst": "feiten",
    "zie_ook": "begrippen",
}
"""Velden die een naam uit een andere map noemen."""
ENKEL = ("route", "eerste_route", "termijn", "waarschuwing", "situatie", "bron", "vanaf")
"""Die velden noemen één naam, de andere een rij."""
TELEFOON = re.compile(
    r"(?<![\d-])(?:0[89]00[ -]?\d{2,4}(?:[ -]?\d{2,4})?|0\d{1,2}[ -]\d{3}[ -]?\d{2}[ -]?\d{2}|\+\d{2}[ -]?\d{6,})(?![\d-])"
)
Pad = tuple[Any, ...]


def controleer(gelezen: Gelezen) -> list[Melding]:
    """Alle fouten in de samenhang. Leeg: de inhoud klopt."""
    inhoud = gelezen.inhoud
    meldingen: list[Melding] = []
    for soort, onderdeel in _onderdelen(inhoud):
        plaats = gelezen.plaatsen[soort, getattr(onderdeel, "id", soort)]
        for pad, waarde in _loop(onderdeel):
            meldingen += _verwijzing(inhoud, soort, plaats, pad, waarde)
            meldingen += _voorwaarde(inhoud, plaats, pad, waarde)
            meldingen += _telefoon(soort, plaats, pad, waarde)
    meldingen += _eigen_namen(gelezen)
    meldingen += _antwoorden_gebruikt(gelezen)
    meldingen += _gronden_bereikbaar(gelezen)
    meldingen += _kringen(gelezen)
    meldingen += _knoppen_passen(gelezen)
    meldingen += controleer_brieven(gelezen)
    return sorted(set(meldingen))


def _onderdelen(inhoud: schema.Inhoud) -> Iterator[tuple[str, schema.Vorm]]:
    for soort in (
        "feiten",
        "gronden",
        "routes",
        "termijnen",
        "instanties",
        "bronnen",
        "begrippen",
        "situaties",
        "waarschuwingen",
        "tegenspraken",
        "brieven",
        "briefzinnen",
        "voorbeelden",
        "regels",
    ):
        for onderdeel in getattr(inhoud, soort):
            yield soort, onderdeel
    yield "veiligheid", inhoud.veiligheid
    yield "gesprek", inhoud.gesprek


def _loop(onderdeel: Any, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Elk stuk van een onderdeel met zijn pad. Voorwaarden komen als geheel."""
    yield pad, onderdeel
    if isinstance(onderdeel, Voorwaarde):
        return
    if isinstance(onderdeel, BaseModel):
        for veld in type(onderdeel).model_fields:
            yield from _loop(getattr(onderdeel, veld), (*pad, veld))
    elif isinstance(onderdeel, dict):
        for sleutel, waarde in onderdeel.items():
            yield from _loop(waarde, (*pad, sleutel))
    elif isinstance(onderdeel, tuple):
        for nummer, waarde in enumerate(onderdeel):
            yield from _loop(waarde, (*pad, nummer))


def _verwijzing(inhoud: schema.Inhoud, soort: str, plaats: Plaats, pad: Pad, waarde: Any) -> Iterator[Melding]:
    if not isinstance(waarde, str) or not pad:
        return
    veld = pad[-1] if isinstance(pad[-1], str) else pad[-2] if len(pad) > 1 else ""
    if (soort == "veiligheid" and veld == "feiten") or soort == "bronnen":
        return
    doel = VERWIJST.get(str(veld))
    if doel is None or (pad[-1] in ("route", "bron", "vanaf", "wet")) is isinstance(pad[-1], int):
        return
    bekend = {onderdeel.id for onderdeel in getattr(inhoud, doel)}
    if waarde not in bekend:
        yield plaats.melding(pad, f"`{waarde}` staat niet in {doel}/", lijkt_op(waarde, bekend))


def _voorwaarde(inhoud: schema.Inhoud, plaats: Plaats, pad: Pad, waarde: Any) -> Iterator[Melding]:
    if isinstance(waarde, Voorwaarde):
        for feit, waarden in vergelijkingen(waarde):
            yield from _feit_en_waarden(inhoud, plaats, pad, feit, waarden)
    elif pad and pad[-1] in ("feiten", "knopfeiten", "zegt_ook", "ook_met") and isinstance(waarde, dict):
        for feit, ruw in waarde.items():
            yield from _feit_en_waarden(
                inhoud, plaats, (*pad, feit), feit, tuple(ruw) if isinstance(ruw, (list, tuple)) else (ruw,)
            )


def _feit_en_waarden(
    inhoud: schema.Inhoud, plaats: Plaats, pad: Pad, feit_id: str, waarden: tuple[str, ...]
) -> Iterator[Melding]:
    feit = next((f for f in inhoud.feiten if f.id == feit_id), None)
    if feit is None:
        yield plaats.melding(
            pad, f"het feit `{feit_id}` bestaat niet", lijkt_op(feit_id, [f.id for f in inhoud.feiten])
        )
        return
    opties = [optie.id for optie in feit.opties]
    for waarde in waarden:
        if feit.soort != "datum" and waarde not in opties and waarde != WEET_NIET:
            yield plaats.melding(pad, f"`{waarde}` is geen antwoord op `{feit_id}`", lijkt_op(waarde, opties))


def _telefoon(soort: str, plaats: Plaats, pad: Pad, waarde: Any) -> Iterator[Melding]:
    if soort != "instanties" and isinstance(waarde, str) and "url" not in pad and "link" not in pad:
        gevonden = TELEFOON.search(waarde)
        if gevonden:
            yield plaats.melding(
                pad,
                f"hier staat een telefoonnummer ({gevonden.group()})",
                "zet nummers alleen in instanties/ en verwijs met de id",
            )


def vergelijkingen(voorwaarde: Voorwaarde) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Elk feit met waarden dat in een voorwaarde voorkomt."""
    if voorwaarde.feit is not None:
        yield voorwaarde.feit, voorwaarde.waarden
    for deel in (*voorwaarde.alle, *voorwaarde.een_van, *((voorwaarde.niet,) if voorwaarde.niet else ())):
        yield from vergelijkingen(deel)


def alle_voorwaarden(inhoud: schema.Inhoud) -> Iterator[tuple[str, Voorwaarde]]:
    """Elke voorwaarde in de inhoud, met de map waarin ze staat."""
    for soort, onderdeel in _onderdelen(inhoud):
        for _, waarde in _loop(onderdeel):
            if isinstance(waarde, Voorwaarde):
                yield soort, waarde


def _eigen_namen(gelezen: Gelezen) -> Iterator[Melding]:
    """Namen binnen een grond zijn uniek, en verwijzingen erbinnen bestaan."""
    for grond in gelezen.inhoud.gronden:
        plaats = gelezen.plaatsen["gronden", grond.id]
        varianten = [v.id for v in grond.varianten]
        elementen = {b.id for v in grond.varianten for b in v.bestanddelen}
        for naam, aantal in Counter(varianten).items():
            if aantal > 1:
                yield plaats.melding(("varianten",), f"twee varianten heten `{naam}`", "geef elke variant een eigen id")
        for nummer, variant in enumerate(grond.varianten):
            for naam, aantal in Counter(b.id for b in variant.bestanddelen).items():
                if aantal > 1:
                    yield plaats.melding(
                        ("varianten", nummer, "bestanddelen"),
                        f"twee bestanddelen heten `{naam}`",
                        "geef elk een eigen id",
                    )
        for nummer, uitzondering in enumerate(grond.uitzonderingen):
            if uitzondering.als is None and uitzondering.open_norm is None:
                yield plaats.melding(
                    ("uitzonderingen", nummer), "deze uitzondering heeft geen voorwaarde", "geef `als` of `open_norm`"
                )
            for naam in uitzondering.varianten:
                if naam not in varianten:
                    yield plaats.melding(
                        ("uitzonderingen", nummer, "varianten"), f"`{naam}` is geen variant", lijkt_op(naam, varianten)
                    )
        for nummer, verwijzing in enumerate(grond.uitspraken):
            if verwijzing.bestanddeel and verwijzing.bestanddeel not in elementen | {
                u.id for u in grond.uitzonderingen
            }:
                yield plaats.melding(
                    ("uitspraken", nummer),
                    f"`{verwijzing.bestanddeel}` is geen bestanddeel of uitzondering",
                    lijkt_op(verwijzing.bestanddeel, elementen),
                )
        for nummer, voorbeeld in enumerate(grond.voorbeelden):
            for naam in voorbeeld.varianten:
                if naam not in varianten:
                    yield plaats.melding(
                        ("voorbeelden", nummer), f"`{naam}` is geen variant", lijkt_op(naam, varianten)
                    )
        if grond.klachtdelict == "soms" and grond.klacht_als is None:
            yield plaats.melding(
                ("klachtdelict",), "bij `soms` ontbreekt `klacht_als`", "schrijf wanneer een klacht nodig is"
            )


def _antwoorden_gebruikt(gelezen: Gelezen) -> Iterator[Melding]:
    """Elke vraag beslist iets, en geen voorwaarde laat twee antwoorden ongescheiden."""
    genoemd: dict[str, set[str]] = defaultdict(set)
    for _, voorwaarde in alle_voorwaarden(gelezen.inhoud):
        for naam, waarden in vergelijkingen(voorwaarde):
            genoemd[naam].update(waarden)
    data = {t.vanaf for t in gelezen.inhoud.termijnen} | {"wanneer"}
    for feit in gelezen.inhoud.feiten:
        plaats = gelezen.plaatsen["feiten", feit.id]
        if feit.id == "rol":
            continue
        if feit.soort == "datum":
            if feit.id not in data and feit.id not in genoemd:
                yield plaats.melding(
                    (), f"de datum `{feit.id}` beslist niets", "laat een termijn ermee beginnen of haal de vraag weg"
                )
            continue
        if feit.id not in genoemd and not all(optie.alleen_tekst for optie in feit.opties):
            yield plaats.melding(
                (),
                f"het feit `{feit.id}` komt in geen voorwaarde voor",
                "gebruik het, zet `alleen_tekst: true` bij de opties, of haal het weg",
            )
            continue
        over = [optie for optie in feit.opties if optie.id not in genoemd[feit.id] and not optie.alleen_tekst]
        if len(over) > 1:
            for optie in over:
                nummer = feit.opties.index(optie)
                yield plaats.melding(
                    ("opties", nummer),
                    f"geen voorwaarde gebruikt het antwoord `{optie.id}` op `{feit.id}`",
                    "gebruik het, voeg het samen met een ander, of zet `alleen_tekst: true`",
                )


def _gronden_bereikbaar(gelezen: Gelezen) -> Iterator[Melding]:
    """Een grond is bereikbaar als een situatie hem onderzoekt en voor elk bestanddeel minstens één feit vraagt."""
    inhoud = gelezen.inhoud
    gehoord = (
        {feit.id for feit in inhoud.feiten if feit.alleen_gehoord} | set(inhoud.veiligheid.eerst) | {"gebeurd", "rol"}
    )
    vult_in = {feit.id: {gevolg for optie in feit.opties for gevolg in optie.zegt_ook} for feit in inhoud.feiten}
    for grond in inhoud.gronden:
        vragen = set(gehoord)
        onderzocht = False
        for situatie in inhoud.situaties:
            if grond.id in situatie.gronden:
                onderzocht = True
                vragen |= (
                    set(situatie.vragen) | set(situatie.knopfeiten) | {feit for feit, _ in vergelijkingen(situatie.als)}
                )
        vragen |= {gevolg for vraag in vragen for gevolg in vult_in.get(vraag, ())}
        plaats = gelezen.plaatsen["gronden", grond.id]
        if not onderzocht:
            yield plaats.melding(
                (), f"geen situatie onderzoekt de grond `{grond.id}`", "zet hem in `gronden` van minstens één situatie"
            )
            continue
        for v, variant in enumerate(grond.varianten):
            for e, element in enumerate(variant.bestanddelen):
                feiten = {feit for voorwaarde in _voorwaarden_van(element) for feit, _ in vergelijkingen(voorwaarde)}
                if feiten and feiten.isdisjoint(vragen):
                    yield plaats.melding(
                        ("varianten", v, "bestanddelen", e),
                        f"geen vraag bereikt het bestanddeel `{element.id}`",
                        f"laat een situatie met deze grond vragen naar {', '.join(sorted(feiten))}",
                    )


def _voorwaarden_van(onderdeel: schema.Vorm) -> Iterator[Voorwaarde]:
    for _, waarde in _loop(onderdeel):
        if isinstance(waarde, Voorwaarde):
            yield waarde


def _kringen(gelezen: Gelezen) -> Iterator[Melding]:
    """Routes die op elkaar wachten."""
    na = {route.id: route.pas_na for route in gelezen.inhoud.routes}
    for begin in na:
        open_, gezien = list(na[begin]), set()
        while open_:
            nu = open_.pop()
            if nu == begin:
                yield gelezen.plaatsen["routes", begin].melding(
                    ("pas_na",), f"`{begin}` wacht via `pas_na` op zichzelf", "haal één schakel uit de kring"
                )
                break
            if nu not in gezien:
                gezien.add(nu)
                open_ += na.get(nu, ())


def _knoppen_passen(gelezen: Gelezen) -> Iterator[Melding]:
    """Elke knop past in de 64 bytes van Telegram."""
    for feit in gelezen.inhoud.feiten:
        for nummer, optie in enumerate(feit.opties):
            code = f"antwoord:{feit.id}:{optie.id}"
            if len(code.encode()) > 64:
                yield gelezen.plaatsen["feiten", feit.id].melding(
                    ("opties", nummer), f"de knop `{code}` is langer dan 64 bytes", "kies een kortere id"
                )
