"""Laten merken wat er gehoord is: één menselijke zin, en de feiten als kleine punten die met één tik weg zijn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.recht import JA, ROL, rol_van
from knowledge.schema import Erkenning
from knowledge.woorden import LIJKT_OP, Knop, Lijst, Punt, Tekst, gehoord, opsomming

GEZEGD = "erk_"
"""Zo staat in `Stand.gehad` welke zin iemand al las; dezelfde komt niet terug."""


def erken(b: Beurt, stand: Stand, nieuw: Sequence[str]) -> tuple[Stand, Blokken]:
    """De zin die past bij het gevoel dat iemand noemt, of anders bij wat net verteld is (`nieuw`). Soms geen."""
    for erkenning in _passend(b, stand, nieuw):
        for nr, zin in enumerate(erkenning.zinnen):
            merk = f"{GEZEGD}{erkenning.id}_{nr}"
            if merk not in stand.gehad:
                return stand.met(gehad=(*stand.gehad, merk)), (Tekst(zin, "steun"),)
    return stand, ()


def _passend(b: Beurt, stand: Stand, nieuw: Sequence[str]) -> Iterator[Erkenning]:
    rol = rol_van(stand.zaak)
    gevoel = b.kennis.erkenningen.get(b.daad.gevoel or "")
    if gevoel is not None and _voor(gevoel, rol):
        yield gevoel
    if not nieuw:
        return
    vast, net = b.kennis.atomen.vast(b.kennis.vul_aan(stand.zaak)), b.kennis.atomen.bits(nieuw)
    toetsen = [
        (toets, erkenning)
        for erkenning, toets in b.kennis.erkenningtoetsen
        if _voor(erkenning, rol) and b.kennis.atomen.bits(toets.feiten) & net and toets.weeg(vast) == JA
    ]
    # meer feiten: dichter bij wat iemand vertelde
    yield from (erkenning for _, erkenning in sorted(toetsen, key=lambda paar: -_preciesheid(paar[1])))


def _preciesheid(erkenning: Erkenning) -> int:
    """Zoveel dingen moeten er verteld zijn."""
    return len(erkenning.als.alle) or 1 if erkenning.als is not None else 0


def _voor(erkenning: Erkenning, rol: str) -> bool:
    return rol in erkenning.rollen or (LIJKT_OP.get(rol) in erkenning.rollen and rol not in erkenning.rollen)


def gehoordblok(b: Beurt, stand: Stand, nieuw: Sequence[str]) -> Blokken:
    """Wat er net gehoord is, elk met een knop om het weg te halen. Er hoeft niets bevestigd te worden."""
    rol = stand.zaak.waarde(ROL)
    punten = tuple(
        Punt(
            opsomming(gehoord(b.kennis, stand.zaak.bij_feit[feit], rol)).replace("**", ""),
            id=feit,
            knoppen=(Knop(f"weg:{feit}", b.zin("chip_weg")),),
        )
        for feit in nieuw
        if feit in stand.zaak.bij_feit and not stand.zaak.bij_feit[feit].onbekend and not _volgt_vanzelf(b, stand, feit)
    )
    return (Lijst(b.zin("chips_kop"), "gehoord", punten),) if punten else ()


def _volgt_vanzelf(b: Beurt, stand: Stand, feit: str) -> bool:
    """Staat dit al vast door iets anders wat verteld is? Dan zeggen we het niet twee keer."""
    return b.kennis.vul_aan(stand.zaak.zonder(feit)).waarde(feit) == stand.zaak.waarde(feit)
