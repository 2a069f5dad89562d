"""Van blokken naar berichten die Telegram aankan: veilige HTML, hoogstens 4096 tekens, één knop op een rij."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.deur.telegram.pad import STAP, als_pad

GRENS = 4096
"""Telegram telt UTF-16-eenheden, zonder de opmaak."""
NAAR_LINKS = "\u200f"
"""Onzichtbaar: deze regel loopt van rechts naar links."""
MAX_KNOPPEN = 90
BESTAND = "bestand:"
"""Een knop die een brief als bestand stuurt; van dit kanaal, de kern ziet hem niet."""
WEGHALEN = "weg:"
"""Een knop die weghaalt wat wij verkeerd hoorden."""
NAAST = 4
_TEKEN = {"ja": "✓", "nee": "✗", "open": "?", "info": "·"}
Blok = dict[str, Any]


@dataclass(frozen=True)
class Uitgaand:
    """Eén bericht. `vraag`: de knoppen horen bij een vraag en gaan weg zodra die beantwoord is."""

    html: str
    knoppen: tuple[tuple[str, str], ...] = ()
    vraag: bool = False

    @property
    def toetsen(self) -> InlineKeyboardMarkup | None:
        return toetsenbord(self.knoppen) if self.knoppen else None


@dataclass(frozen=True)
class Regel:
    html: str
    lengte: int


@dataclass(frozen=True)
class Meerkeuze:
    """Een meerkeuze in knoppen: wat aangevinkt is, staat in de knop zelf, dus nergens bewaard."""

    feit: str
    opties: tuple[str, ...]
    aan: frozenset[int] = frozenset()

    @property
    def merk(self) -> str:
        return sha256("|".join(self.opties).encode()).hexdigest()[:4]

    def code(self, wat: str) -> str:
        return f"mk:{self.feit}:{self.merk}:{sum(1 << n for n in self.aan):x}:{wat}"

    def knoppen(self, labels: Iterable[str], klaar: str) -> tuple[tuple[str, str], ...]:
        rijen = [(f"{'☑' if nr in self.aan else '☐'} {label}", self.code(str(nr))) for nr, label in enumerate(labels)]
        return (*rijen, (f"➡ {klaar}", self.code("ok")))

    def wissel(self, nr: int) -> Meerkeuze:
        return Meerkeuze(self.feit, self.opties, self.aan ^ {nr})

    @classmethod
    def lees(cls, code: str, opties: tuple[str, ...]) -> tuple[Meerkeuze, str]:
        """De stand en wat er gedrukt is. Werpt ValueError als de knop bij een andere versie van de vraag hoort."""
        _, feit, merk, masker, wat = code.split(":")
        keuze = cls(feit, opties, frozenset(nr for nr in range(len(opties)) if int(masker, 16) >> nr & 1))
        if keuze.merk != merk or not (wat == "ok" or (wat.isdigit() and int(wat) < len(opties))):
            raise ValueError("een knop van een vorige versie")
        return keuze, wat


def toetsenbord(knoppen: Iterable[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Eén knop op een rij, zodat een heel label te lezen is. Wat gehoord is weghalen: vier op een rij."""
    rijen: list[list[InlineKeyboardButton]] = []
    for label, code in list(knoppen)[:MAX_KNOPPEN]:
        knop = InlineKeyboardButton(label, callback_data=code)
        # een kort '✕ 2' mag naast een ander; al het andere krijgt een hele rij, zodat het te lezen is
        if code.startswith(WEGHALEN) and rijen and len(rijen[-1]) < NAAST and _weghalen(rijen[-1]):
            rijen[-1].append(knop)
        else:
            rijen.append([knop])
    return InlineKeyboardMarkup(rijen)


def _weghalen(rij: list[InlineKeyboardButton]) -> bool:
    return str(rij[0].callback_data).startswith(WEGHALEN)


def berichten(blokken: list[Blok], klaar: str = "Klaar") -> list[Uitgaand]:
    """Blokken achter elkaar, gesplitst tussen blokken, dan tussen regels, dan tussen woorden."""
    uit: list[Uitgaand] = []
    wachtend: list[Regel] = []
    for blok in als_pad(blokken):
        knoppen = tuple(_knoppen(blok, klaar))
        stuk = [r for regel in _regels(blok) for r in _breek(_kant(blok, regel))]
        if wachtend and _lengte(wachtend) + _lengte(stuk) + 2 > GRENS:
            uit += _verpak(wachtend)
            wachtend = []
        wachtend = [*wachtend, *([Regel("", 0)] if wachtend and stuk else []), *stuk]
        if knoppen:
            *eerst, laatste = _verpak(wachtend or [Regel("…", 1)])
            uit += [*eerst, Uitgaand(laatste.html, knoppen, blok["blok"] == "keuze")]
            wachtend = []
    return uit + _verpak(wachtend)


def lengte(tekst: str) -> int:
    """Zoals Telegram telt."""
    return len(tekst.encode("utf-16-le")) // 2


def vet(tekst: str) -> str:
    """Veilige HTML: alleen **vet** wordt opmaak."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(tekst, quote=False))


def _lengte(regels: list[Regel]) -> int:
    return sum(r.lengte + 1 for r in regels)


def _verpak(regels: list[Regel]) -> list[Uitgaand]:
    uit: list[Uitgaand] = []
    groep: list[Regel] = []
    for regel in regels:
        if groep and _lengte(groep) + regel.lengte + 1 > GRENS:
            uit.append(Uitgaand("\n".join(r.html for r in groep).strip()))
            groep = []
        groep.append(regel)
    html = "\n".join(r.html for r in groep).strip()
    return [*uit, Uitgaand(html)] if html else uit


def _breek(regel: tuple[str, str]) -> Iterator[Regel]:
    """Een regel (tekst, adres) die te lang is, wordt tussen woorden gebroken."""
    tekst, adres = regel
    for deel in tekst.split("\n"):
        while lengte(deel) > GRENS - 200:
            knip = deel.rfind(" ", 0, 1800)
            knip = knip if knip > 0 else 1800
            yield Regel(vet(deel[:knip]), lengte(deel[:knip]))
            deel = deel[knip:].lstrip()
        html = vet(deel)
        if adres:
            html = f'<a href="{escape(adres)}">{html}</a>'
        yield Regel(html, lengte(deel))


def _regels(b: Blok) -> Iterator[tuple[str, str]]:
    soort = b["blok"]
    if soort in ("tekst", "keuze"):
        if b.get("nog"):
            yield str(b["nog"]), ""
        if b.get("tekst"):
            yield str(b["tekst"]), ""
        for knop in b.get("opties", ()) if soort == "keuze" else ():
            if knop.get("uitleg"):
                yield f"{knop['label']}: {knop['uitleg']}", ""
    elif soort == "lijst":
        yield f"**{b['kop']}**", ""
        genummerd = bool(b.get("geordend")) or any(p.get("knoppen") for p in b.get("items", ()))
        for nr, punt in enumerate(b.get("items", ()), 1):
            yield from _punt("" if b["onderwerp"] == STAP else f"{nr}." if genummerd else "•", punt)
    elif soort == "bronnen":
        yield f"**{b['kop']}**", ""
        for r in b.get("regels", ()):
            yield f"• {r['titel']}, {r['vindplaats']} ({r['nagekeken']})", r["url"]
    elif soort == "document":
        yield f"**{b['naam']}**", ""
        yield str(b.get("tekst", "")), ""
    elif soort == "nood":
        yield f"**{b['titel']}**", ""
        for zin in b.get("tekst", ()):
            yield zin, ""
        yield from _bereik(b)


def _kant(blok: Blok, regel: tuple[str, str]) -> tuple[str, str]:
    """Telegram kiest de kant op het eerste teken; een opsommingsteken of een naam zou een Arabische regel omdraaien."""
    return (f"{NAAR_LINKS}{regel[0]}", regel[1]) if blok.get("rtl") else regel


def _punt(merk: str, p: Blok) -> Iterator[tuple[str, str]]:
    yield f"{merk} {'✓ ' if p.get('gedaan') else ''}**{p['titel']}**".strip(), ""
    if p.get("tekst"):
        yield p["tekst"], ""
    for d in p.get("details", ()):
        yield f"{_TEKEN[d.get('stand', 'info')]} {d['tekst']}", ""
    yield from _bereik(p)


def _bereik(p: Blok) -> Iterator[tuple[str, str]]:
    for n in p.get("telefoon", ()):
        extra = ", ".join(n[k] for k in ("kosten", "uren") if n.get(k))
        yield f"☎ {n['naam']}: {n['nummer']}{f' ({extra})' if extra else ''}", ""
    for link in p.get("links", ()):
        yield f"→ {link['label']}", link["url"]


def _knoppen(b: Blok, klaar: str) -> Iterator[tuple[str, str]]:
    if b["blok"] == "keuze":
        if b.get("vorm") == "meerkeuze" and b.get("feit"):
            opties = tuple(k["code"].rpartition(":")[2] for k in b.get("opties", ()))
            yield from Meerkeuze(b["feit"], opties).knoppen([k["label"] for k in b.get("opties", ())], klaar)
        else:
            yield from ((k["label"], k["code"]) for k in b.get("opties", ()))
        yield from ((k["label"], k["code"]) for k in b.get("extra", ()))
    elif b["blok"] == "document":
        yield from ((f"⬇ {vorm.upper()}", f"{BESTAND}{b['brief']}:{vorm}") for vorm in b.get("vormen", ()))
    elif b["blok"] == "lijst":
        for nr, punt in enumerate(b.get("items", ()), 1):
            yield from ((_label(b, nr, k), k["code"]) for k in punt.get("knoppen", ()))


def _label(lijst: Blok, nr: int, knop: Blok) -> str:
    if lijst["onderwerp"] == STAP:
        return str(knop["label"])
    return f"✕ {nr}" if knop["code"].startswith(WEGHALEN) else f"{nr}. {knop['label']}"
