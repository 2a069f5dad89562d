"""De taal waarin `woorden:` bij een feit staan, en één automaat die ze allemaal tegelijk in een bericht vindt.

`naaktfoto gedeeld`   die woorden na elkaar, ook verbogen of met een tikfout
`staat … online`      hoogstens zes woorden ertussen, in dezelfde zin
`(mijn|onze) foto`    een van deze; een lege keuze mag ook: `(heel|) boos`
`BEELD gedeeld`       een woord uit de woordgroep `beeld`
`verspreid*`          alles wat zo begint
`*winkel`             alles wat zo eindigt: 'wolwinkel', 'dorpswinkel'; ook in een woordgroep
`GETAL euro`          een getal, in cijfers of als woord
`~collega … gezien`   juist niet: wat hierbinnen past, telt niet voor dit antwoord
`^GETAL euro`         alleen als antwoord op de eigen vraag; in een verhaal zegt het niets
`foto & gedeeld`      allebei, in welke volgorde ook, dicht bij elkaar in één zin
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.verstaan.spelling import Spelling
from bot.verstaan.zin import Zin, lees_zin

GAT = 6
SAMEN = 12
"""Zo veel woorden mogen er tussen de twee kanten van een `&` staan."""
STAARTEN = ("s", "en", "e", "je", "jes", "tje", "tjes", "n", "r", "t")
STAARTEN_KORT = ("s", "je", "jes", "tje", "tjes")
KORTST_VERBOGEN = 5
KORTST_VOORSTUK = 3
"""Letters voor het eind van een samenstelling: 'nagelsalon', maar niet 'besalon'."""
GROEPSGEWICHT = 5
GETAL = "GETAL"
_TELWOORDEN = frozenset(
    "twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig veertig vijftig zestig honderd tweehonderd driehonderd vijfhonderd duizend honderden tientallen".split()  # noqa: SIM905
)
_DEEL = re.compile(r"\([^()]*\)|…|[^\s()]+")
_GELIJK = {
    "me": ("me", "mij", "mijn"),
    "mij": ("mij", "me"),
    "mijn": ("mijn",),
    "ons": ("ons", "onze"),
    "onze": ("onze", "ons"),
}


class _Knoop:
    """Een toestand. `verder`: per woord waarheen; het eerste doel is gedeeld door alle patronen die zo beginnen."""

    __slots__ = ("einden", "gat", "gedeeld", "keuzes", "verder")

    def __init__(self) -> None:
        self.verder: dict[str, list[_Knoop]] = {}
        self.gedeeld: dict[str, _Knoop] = {}
        self.keuzes: dict[str, _Knoop] = {}
        self.gat: _Knoop | None = None
        self.einden: list[tuple[int, int]] = []


@dataclass(frozen=True)
class Treffer:
    """Waar een patroon past. `gewicht`: hoeveel letters er vast stonden."""

    patroon: int
    begin: int
    eind: int
    gewicht: int


class Automaat:
    """Alle patronen bij elkaar. Eerst `voeg_toe`, dan `vind`."""

    def __init__(self, groepen: Mapping[str, tuple[str, ...]]) -> None:
        self._wortel = _Knoop()
        self._groepen = {naam.upper(): tuple(_lid(w) for w in woorden) for naam, woorden in groepen.items()}
        alle = {w for leden in self._groepen.values() for lid in leden for w in lid}
        self._woorden: set[str] = {w for w in alle if not w.startswith("*")}
        self._begin: dict[str, list[str]] = {}
        self._eind: set[str] = {w[1:] for w in alle if w.startswith("*")}
        self._delen: list[int] = []
        self._vormen: dict[str, frozenset[str]] = {}
        self._spelling: Spelling | None = None

    def voeg_toe(self, patroon: str) -> int | None:
        """Zet een patroon in de automaat en geeft zijn nummer; None als er niets in staat."""
        delen = [stukken for kant in patroon.split("&") if (stukken := _DEEL.findall(_vlak(kant)))]
        if not delen:
            return None
        nummer = len(self._delen)
        self._delen.append(len(delen))
        for deel, stukken in enumerate(delen):
            for knoop in self._pad(stukken):
                knoop.einden.append((nummer, deel))
        self._vormen.clear()
        self._spelling = None
        return nummer

    def _pad(self, stukken: list[str]) -> list[_Knoop]:
        van = [self._wortel]
        for stuk in stukken:
            if stuk == "…":
                van = [self._gat(knoop) for knoop in van]
            elif stuk.startswith("("):
                van = self._keuze(van, stuk)
            else:
                van = [self._woord(van, stuk)]
        return van

    def _keuze(self, van: list[_Knoop], stuk: str) -> list[_Knoop]:
        """Alle keuzes komen op dezelfde knoop uit; een lege keuze houdt ook de knopen ervoor open."""
        keuzes = [keuze.split() for keuze in stuk[1:-1].split("|")]
        bekend = van[0].keuzes.get(stuk) if len(van) == 1 else None
        if bekend is None:
            bekend = _Knoop()
            for keuze in keuzes:
                if keuze:
                    self._naar(van, keuze, bekend)
            if len(van) == 1:
                van[0].keuzes[stuk] = bekend
        return [bekend, *van] if [] in keuzes else [bekend]

    def _woord(self, van: list[_Knoop], woord: str) -> _Knoop:
        if len(van) > 1 or (woord in self._groepen and any(len(lid) > 1 for lid in self._groepen[woord])):
            return self._keuze(van, f"({woord})")[0]
        knoop = van[0]
        for letterlijk in self._letters(woord):
            if letterlijk not in knoop.gedeeld:
                knoop.gedeeld[letterlijk] = _Knoop()
                knoop.verder.setdefault(letterlijk, []).append(knoop.gedeeld[letterlijk])
            knoop = knoop.gedeeld[letterlijk]
        return knoop

    def _naar(self, van: list[_Knoop], woorden: list[str], doel: _Knoop) -> None:
        """Legt een weg van elke knoop in `van` over deze woorden naar `doel`."""
        for weg in self._wegen(woorden):
            for knoop in van:
                for letterlijk in weg[:-1]:
                    volgende = _Knoop()
                    knoop.verder.setdefault(letterlijk, []).append(volgende)
                    knoop = volgende
                knoop.verder.setdefault(weg[-1], []).append(doel)

    def _wegen(self, woorden: list[str]) -> list[list[str]]:
        """De letterlijke woordrijen van een keuze: een groep is één woord, en elk woordpaar uit die groep een eigen rij."""
        wegen: list[list[str]] = [[]]
        for woord in woorden:
            rijen = [self._letters(woord)]
            if woord in self._groepen:
                rijen += [list(lid) for lid in self._groepen[woord] if len(lid) > 1]
            wegen = [[*weg, *rij] for weg in wegen for rij in rijen]
        return wegen

    def _letters(self, woord: str) -> list[str]:
        """Een stuk van een patroon als woorden waarop een knoop verder gaat."""
        if woord == GETAL or woord in self._groepen:
            return [woord]
        kaal = list(lees_zin(woord.strip("*")).woorden)
        if woord.startswith("*") and len(kaal) == 1:
            self._eind.add(kaal[0])
            return [f"*{kaal[0]}"]
        if woord.endswith("*") and len(kaal) == 1:
            self._begin.setdefault(kaal[0][:3], []).append(kaal[0])
            return [f"{kaal[0]}*"]
        self._woorden.update(kaal)
        return kaal

    @staticmethod
    def _gat(knoop: _Knoop) -> _Knoop:
        if knoop.gat is None:
            knoop.gat = _Knoop()
        return knoop.gat

    def vormen(self, woord: str) -> frozenset[str]:
        """De woorden en groepen van de patronen waar dit woord voor kan staan."""
        if self._spelling is None:
            self._sluit()
        gevonden = self._vormen.get(woord)
        if gevonden is None:
            gevonden = self._zoek_vormen(woord)
            if len(self._vormen) > 60_000:
                # een lijst: een andere draad kan er intussen een woord bij zetten
                self._vormen = {w: v for w, v in list(self._vormen.items()) if w in self._woorden}
            self._vormen[woord] = gevonden
        return gevonden

    def _sluit(self) -> None:
        verbogen: dict[str, set[str]] = {}
        for woord in self._woorden:
            if len(woord) >= KORTST_VERBOGEN - 1 and woord.isalpha():
                for staart in STAARTEN if len(woord) >= KORTST_VERBOGEN else STAARTEN_KORT:
                    verbogen.setdefault(woord + staart, set()).add(woord)
        in_groep: dict[str, set[str]] = {}
        for naam, leden in self._groepen.items():
            for lid in leden:
                if len(lid) == 1:
                    in_groep.setdefault(lid[0], set()).add(naam)
        self._verbogen, self._in_groep = verbogen, in_groep
        # als laatste: een andere draad ziet hieraan dat de rest er helemaal is
        self._spelling = Spelling(self._woorden)

    def _zoek_vormen(self, woord: str) -> frozenset[str]:
        uit = {w for w in _GELIJK.get(woord, (woord,)) if w in self._woorden}
        uit |= self._verbogen.get(woord, set())
        uit |= {f"{b}*" for b in self._begin.get(woord[:3], ()) if woord.startswith(b)}
        uit |= {f"*{woord[nr:]}" for nr in range(KORTST_VOORSTUK, len(woord) - 2) if woord[nr:] in self._eind}
        if not uit and self._spelling is not None:
            bekend = self._spelling.verbeter(woord)
            if bekend is not None:
                uit.add(bekend)
        if woord.isdigit() or woord in _TELWOORDEN:
            uit.add(GETAL)
        for bekend in tuple(uit):
            uit |= self._in_groep.get(bekend, set())
        return frozenset(uit)

    def vind(self, zin: Zin) -> list[Treffer]:
        """Alle plekken waar een patroon past."""
        vormen = [self.vormen(woord) for woord in zin.woorden]
        enkel: list[Treffer] = []
        half: dict[int, list[list[Treffer]]] = {}
        for begin in range(len(vormen)):
            for nummer, deel, eind, gewicht in self._loop(vormen, zin.zin, begin):
                treffer = Treffer(nummer, begin, eind, gewicht)
                if self._delen[nummer] == 1:
                    enkel.append(treffer)
                else:
                    half.setdefault(nummer, [[] for _ in range(self._delen[nummer])])[deel].append(treffer)
        enkel += [samen for kanten in half.values() for samen in _samen(kanten, zin)]
        return enkel

    def _loop(
        self, vormen: list[frozenset[str]], zinnen: tuple[int, ...], begin: int
    ) -> Iterator[tuple[int, int, int, int]]:
        stapel: list[tuple[_Knoop, int, int]] = [(self._wortel, begin, 0)]
        zin, aantal = zinnen[begin], len(vormen)
        while stapel:
            knoop, plek, gewicht = stapel.pop()
            for nummer, deel in knoop.einden:
                yield nummer, deel, plek, gewicht
            if knoop.verder and plek < aantal and zinnen[plek] == zin:
                _verder(knoop.verder, vormen[plek], plek, gewicht, stapel)
            if knoop.gat is not None:
                verder = knoop.gat.verder
                for later in range(plek, min(plek + GAT + 1, aantal)):
                    if zinnen[later] != zin:
                        break
                    # bijna nooit raak: eerst kijken, dan pas de aanroep
                    for vorm in vormen[later]:
                        if vorm in verder:
                            _verder(verder, vormen[later], later, gewicht, stapel)
                            break


def _lid(woorden: str) -> tuple[str, ...]:
    gelezen = lees_zin(woorden).woorden
    return (f"*{gelezen[0]}",) if woorden.startswith("*") and len(gelezen) == 1 else gelezen


def _vlak(patroon: str) -> str:
    """Keuzes in keuzes uitschrijven: `(aan (hem|haar)|)` wordt `(aan hem|aan haar|)`."""
    begin = patroon.find("(")
    if begin < 0:
        return patroon
    eind = _sluit_haakje(patroon, begin)
    keuzes = [vlak for keuze in _keuzes(patroon[begin + 1 : eind]) for vlak in _uitgeschreven(keuze)]
    return f"{patroon[:begin]}({'|'.join(keuzes)}){_vlak(patroon[eind + 1 :])}"


def _uitgeschreven(keuze: str) -> list[str]:
    begin = keuze.find("(")
    if begin < 0:
        return [keuze]
    eind = _sluit_haakje(keuze, begin)
    binnen = [vlak for deel in _keuzes(keuze[begin + 1 : eind]) for vlak in _uitgeschreven(deel)]
    return [f"{keuze[:begin]}{deel}{rest}" for deel in binnen for rest in _uitgeschreven(keuze[eind + 1 :])]


def _sluit_haakje(tekst: str, begin: int) -> int:
    diepte = 0
    for plek in range(begin, len(tekst)):
        diepte += (tekst[plek] == "(") - (tekst[plek] == ")")
        if diepte == 0:
            return plek
    return len(tekst)


def _keuzes(tekst: str) -> list[str]:
    """Splitst op `|` buiten haakjes."""
    uit, diepte = [""], 0
    for teken in tekst:
        diepte += (teken == "(") - (teken == ")")
        if teken == "|" and diepte == 0:
            uit.append("")
        else:
            uit[-1] += teken
    return uit


def _verder(
    verder: dict[str, list[_Knoop]],
    vormen: frozenset[str],
    plek: int,
    gewicht: int,
    stapel: list[tuple[_Knoop, int, int]],
) -> None:
    for vorm in vormen:
        volgende = verder.get(vorm)
        if volgende is not None:
            erbij = gewicht + (GROEPSGEWICHT if vorm.isupper() else len(vorm))
            stapel += [(knoop, plek + 1, erbij) for knoop in volgende]


def _samen(kanten: list[list[Treffer]], zin: Zin) -> Iterator[Treffer]:
    """De kanten van een `&`, als ze dicht bij elkaar in dezelfde zin staan en elkaar niet overlappen."""
    if len(kanten) != 2:
        return
    for a in kanten[0]:
        for b in kanten[1]:
            links, rechts = (a, b) if a.begin <= b.begin else (b, a)
            if links.eind <= rechts.begin <= links.eind + SAMEN and zin.zin[links.begin] == zin.zin[rechts.begin]:
                yield Treffer(a.patroon, links.begin, rechts.eind, a.gewicht + b.gewicht)
