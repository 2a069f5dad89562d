"""De samenhang van de inhoud controleren: elke verwijzing, elk antwoord, elke weg."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from knowledge import schema
from knowledge.bouw.check_antwoorden import controleer_antwoorden
from knowledge.bouw.check_brieven import controleer_brieven
from knowledge.bouw.check_gebruik import controleer_gebruik
from knowledge.bouw.check_knoppen import controleer_knoppen
from knowledge.bouw.check_paginas import controleer_paginas
from knowledge.bouw.check_platforms import controleer_platforms
from knowledge.bouw.check_taal import controleer_taal
from knowledge.bouw.check_talen import controleer_talen
from knowledge.bouw.check_woorden import controleer_woorden
from knowledge.bouw.check_zorg import controleer_zorg
from knowledge.bouw.doorloop import Pad, doorloop, onderdelen, vergelijkingen
from knowledge.bouw.load import Gelezen, Plaats
from knowledge.errors import Melding, lijkt_op
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
    "instantie": "instanties",
    "vraagfeit": "feiten",
    "tegenspraak": "tegenspraken",
    "eerste_route": "routes",
    "een_van_routes": "routes",
    "nooit_routes": "routes",
    "pas_na": "routes",
    "brieven": "brieven",
    "brief": "brieven",
    "gronden": "gronden",
    "feiten": "feiten",
    "vragen": "feiten",
    "vanaf": "feiten",
    "eerst": "feiten",
    "zie_ook": "begrippen",
}
"""Velden die een naam uit een andere map noemen."""
ENKEL = (
    "brief",
    "route",
    "eerste_route",
    "termijn",
    "waarschuwing",
    "situatie",
    "instantie",
    "vraagfeit",
    "tegenspraak",
    "bron",
    "vanaf",
    "wet",
)
"""Die velden noemen één naam, de andere een rij."""
TELEFOON = re.compile(
    r"(?<![\d-])(?:0[89]00[ -]?\d{2,4}(?:[ -]?\d{2,4})?|0\d{1,2}[ -]\d{3}[ -]?\d{2}[ -]?\d{2}|\+\d{2}[ -]?\d{6,})(?![\d-])"
)


class Namen:
    """Alle namen, per map één keer verzameld."""

    def __init__(self, inhoud: schema.Inhoud) -> None:
        self._inhoud = inhoud
        self._bekend: dict[str, set[str]] = {}
        self.feiten = {feit.id: feit for feit in inhoud.feiten}

    def van(self, soort: str) -> set[str]:
        if soort not in self._bekend:
            self._bekend[soort] = {onderdeel.id for onderdeel in getattr(self._inhoud, soort)}
        return self._bekend[soort]


def controleer(gelezen: Gelezen) -> list[Melding]:
    """Alle fouten. Leeg: de inhoud klopt."""
    return sorted({*controleer_samenhang(gelezen), *controleer_brieven(gelezen), *controleer_taal(gelezen)})


def controleer_samenhang(gelezen: Gelezen) -> list[Melding]:
    """Fouten in verwijzingen, antwoorden, gronden en gebruik; niet in de taal of de brieven."""
    inhoud = gelezen.inhoud
    namen = Namen(inhoud)
    meldingen: list[Melding] = []
    for soort, onderdeel in onderdelen(inhoud):
        plaats = gelezen.plaatsen[soort, getattr(onderdeel, "id", soort)]
        for pad, waarde in doorloop(onderdeel):
            meldingen += _verwijzing(namen, soort, plaats, pad, waarde)
            meldingen += _voorwaarde(namen, plaats, pad, waarde)
            meldingen += _telefoon(soort, plaats, pad, waarde)
    meldingen += _eigen_namen(gelezen)
    meldingen += controleer_gebruik(gelezen)
    meldingen += _kringen(gelezen)
    meldingen += controleer_knoppen(gelezen)
    meldingen += controleer_woorden(gelezen)
    meldingen += controleer_zorg(gelezen)
    meldingen += controleer_talen(gelezen)
    meldingen += controleer_antwoorden(gelezen)
    meldingen += controleer_paginas(gelezen)
    meldingen += controleer_platforms(gelezen)
    return meldingen


def _verwijzing(namen: Namen, soort: str, plaats: Plaats, pad: Pad, waarde: Any) -> Iterator[Melding]:
    if not isinstance(waarde, str) or not pad:
        return
    veld = pad[-1] if isinstance(pad[-1], str) else pad[-2] if len(pad) > 1 else ""
    if (soort == "veiligheid" and veld == "feiten") or soort == "bronnen":
        return
    doel = VERWIJST.get(str(veld))
    if doel is None or (pad[-1] in ENKEL) is isinstance(pad[-1], int):
        return
    bekend = namen.van(doel)
    if waarde not in bekend:
        yield plaats.melding(pad, f"`{waarde}` staat niet in {doel}/", lijkt_op(waarde, bekend))


def _voorwaarde(namen: Namen, plaats: Plaats, pad: Pad, waarde: Any) -> Iterator[Melding]:
    if isinstance(waarde, Voorwaarde):
        for feit, waarden in vergelijkingen(waarde):
            yield from _feit_en_waarden(namen, plaats, pad, feit, waarden)
    elif (
        pad
        and pad[-1] in ("feiten", "knopfeiten", "zegt_ook", "laat_vallen", "ook_met", "afgevinkt_is")
        and isinstance(waarde, dict)
    ):
        for feit, ruw in waarde.items():
            yield from _feit_en_waarden(
                namen, plaats, (*pad, feit), feit, tuple(ruw) if isinstance(ruw, (list, tuple)) else (ruw,)
            )


def _feit_en_waarden(
    namen: Namen, plaats: Plaats, pad: Pad, feit_id: str, waarden: tuple[str, ...]
) -> Iterator[Melding]:
    feit = namen.feiten.get(feit_id)
    if feit is None:
        yield plaats.melding(pad, f"het feit `{feit_id}` bestaat niet", lijkt_op(feit_id, namen.feiten))
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
