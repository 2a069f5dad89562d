"""Een verbetering in eigen woorden: alleen wat genoemd is verandert, en we zeggen wat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.errors import AntwoordFout
from knowledge.gesprek.daad import Correctie
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken, verder
from knowledge.recht import LEEFTIJD, ROL, Antwoord, Waarde, Zaak
from knowledge.schema import SLACHTOFFER
from knowledge.woorden import Tekst, gehoord, opsomming


@dataclass(frozen=True)
class Verbeterd:
    """De zaak erna, welke feiten nu iets anders zeggen, en welke antwoorden weg zijn."""

    zaak: Zaak
    anders: tuple[str, ...] = ()
    weg: tuple[Antwoord, ...] = ()

    def met(self, feit: str, waarde: Waarde) -> Verbeterd:
        if self.zaak.waarde(feit) == waarde:
            return self
        weg = tuple(a for a in self.weg if a.feit != feit)
        # gaat het niet meer om iemand zelf, of juist wel, dan was dat de leeftijd van een ander
        om_zichzelf = feit == ROL and SLACHTOFFER in (waarde, self.zaak.waarde(ROL))
        zaak = self.zaak.zonder(LEEFTIJD) if om_zichzelf else self.zaak
        return Verbeterd(zaak.met(feit, waarde, "zin"), tuple(dict.fromkeys((*self.anders, feit))), weg)

    def zonder(self, antwoord: Antwoord) -> Verbeterd:
        return Verbeterd(self.zaak.zonder(antwoord.feit), self.anders, (*self.weg, antwoord))


def verbeter(b: Beurt) -> tuple[Stand, Blokken] | None:
    """Past de verbetering bij iets in de zaak, dan verandert dat en blijft de rest; anders None."""
    correctie = b.daad.correctie
    if correctie is None or not b.stand.zaak.antwoorden:
        return None
    uit = _datum(b, correctie, _weg(b, correctie, Verbeterd(b.stand.zaak)))
    if not uit.anders and not uit.weg:
        return None
    for feit, waarde in _geldig(b, correctie.zeker):
        if feit in uit.zaak.bij_feit or feit not in {a.feit for a in uit.weg}:
            uit = uit.met(feit, _erbij(b, uit, feit, waarde))
    stand = b.stand.met(
        zaak=uit.zaak,
        fase="vragen",
        mis=0,
        # een vraag die nog past, komt vanzelf terug; een antwoord dat iemand aan het veranderen was, blijft open
        vraag=b.stand.vraag if b.stand.vraag in uit.zaak.bij_feit and b.stand.vraag not in uit.anders else None,
    )
    stand, blokken = verder(replace(b, daad=replace(b.daad, feiten=())), stand)
    return stand, (Tekst(_zeg(b, uit)), *blokken)


def _weg(b: Beurt, correctie: Correctie, uit: Verbeterd) -> Verbeterd:
    """Wat ontkend is en in de zaak staat, gaat eruit; is er iets anders voor genoemd, dan komt dat ervoor in de plaats."""
    juist: dict[str, Waarde] = {}
    for feit, waarde in (*_geldig(b, correctie.zeker), *_geldig(b, correctie.juist), *_geldig(b, b.daad.feiten)):
        juist.setdefault(feit, waarde)
    genoemd = len({feit for feit, _ in correctie.weg}) == 1  # 'dat van telegram klopt niet' noemt precies één ding
    verteld = set() if genoemd else set(_geldig(b, b.daad.feiten))
    for feit, waarde in _geldig(b, correctie.weg):
        if (feit, waarde) in verteld:
            continue  # 'nee. alleen chantage': wat in hetzelfde bericht verteld wordt, is niet ontkend
        oud, ontkend = uit.zaak.bij_feit.get(feit), _keuzes(waarde)
        if (
            oud is None
            or feit in uit.anders
            or oud.onbekend
            or not ontkend & set(oud.keuzes)
            or b.kennis.feiten[feit].soort == "datum"
        ):
            continue
        nieuw = tuple(k for k in _op_rij(juist.get(feit)) if k not in ontkend)
        if isinstance(oud.waarde, tuple):
            rest = tuple(dict.fromkeys((*(k for k in oud.waarde if k not in ontkend), *nieuw)))
            uit = uit.met(feit, b.kennis.lees_antwoord(feit, rest, b.vandaag)) if rest else uit.zonder(oud)
        else:
            uit = uit.met(feit, nieuw[0]) if nieuw else uit.zonder(oud)
    return uit


def _datum(b: Beurt, correctie: Correctie, uit: Verbeterd) -> Verbeterd:
    """'Dat klopt niet, het was 3 maart': de dag die net genoteerd is. Een vraag naar een andere dag blijft staan."""
    data = [a for a in uit.zaak.antwoorden if b.kennis.feiten[a.feit].soort == "datum" and not a.onbekend]
    if not data or not correctie.data:
        return uit
    genoemd = next((a for a in data if a.waarde in correctie.oude_data), None)
    staand = next((a for a in data if a.feit == b.stand.vraag), None)
    try:
        doel = genoemd or staand or data[-1]
        return uit.met(doel.feit, b.kennis.lees_antwoord(doel.feit, correctie.data[0], b.vandaag))
    except AntwoordFout:
        return uit


def _geldig(b: Beurt, paren: tuple[tuple[str, Waarde], ...]) -> Iterator[tuple[str, Waarde]]:
    for feit, ruw in paren:
        try:
            yield feit, b.kennis.lees_antwoord(feit, ruw, b.vandaag)
        except AntwoordFout:
            continue


def _erbij(b: Beurt, uit: Verbeterd, feit: str, waarde: Waarde) -> Waarde:
    oud = uit.zaak.waarde(feit)
    if isinstance(oud, tuple) and isinstance(waarde, tuple):
        return b.kennis.lees_antwoord(feit, [*oud, *waarde], b.vandaag)
    return waarde


def _keuzes(waarde: Waarde) -> set[str]:
    return set(_op_rij(waarde))


def _op_rij(waarde: Waarde | None) -> tuple[str, ...]:
    return () if waarde is None else waarde if isinstance(waarde, tuple) else (waarde,)


def _zeg(b: Beurt, uit: Verbeterd) -> str:
    rol = uit.zaak.waarde(ROL)
    zinnen = []
    if uit.anders:
        delen = [stuk for feit in uit.anders for stuk in gehoord(b.kennis, uit.zaak.bij_feit[feit], rol)]
        zinnen.append(b.zin("verbeterd", lijst=opsomming(delen)))
    if uit.weg:
        delen = [stuk for antwoord in uit.weg for stuk in gehoord(b.kennis, antwoord, rol)]
        zinnen.append(b.zin("weggehaald", lijst=opsomming(delen)))
    return " ".join(zinnen)
