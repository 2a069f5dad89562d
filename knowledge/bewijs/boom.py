"""De beslisboom van een situatie, afgeleid uit de bestanddelen: als tekst, Mermaid en SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from knowledge.recht import Kennis, Zaak, beoordeel, volgende_vraag
from knowledge.schema import Feit, Situatie


@dataclass(frozen=True)
class Knoop:
    """Een vraag met takken, of een uitkomst (`feit` is None) met de passende gronden."""

    feit: Feit | None
    gronden: tuple[str, ...]
    takken: tuple[tuple[str, Knoop], ...] = ()
    afgekapt: bool = False


def boom(kennis: Kennis, situatie: Situatie, vandaag: date, diepte: int = 4) -> Knoop:
    """De boom vanaf de knop van deze situatie, tot `diepte` vragen diep."""
    zaak = Zaak()
    for feit, ruw in situatie.knopfeiten.items():
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, vandaag), "zin")
    return _knoop(kennis, zaak, vandaag, diepte)


def _knoop(kennis: Kennis, zaak: Zaak, vandaag: date, diepte: int) -> Knoop:
    b = beoordeel(kennis, zaak, vandaag)
    gronden = tuple(f"{kennis.gronden[g].naam}: {s}" for g, s in b.statussen.items() if s in ("ja", "mogelijk"))
    feit = volgende_vraag(kennis, zaak, vandaag, b)
    if feit is None or diepte == 0:
        return Knoop(None, gronden, afgekapt=feit is not None)
    antwoorden: list[tuple[str, str]] = [(optie.label, optie.id) for optie in feit.opties] or [
        ("een datum", vandaag.isoformat())
    ]
    antwoorden.append((kennis.zin("weet_niet"), "weet_niet"))
    takken = []
    for label, waarde in antwoorden:
        takken.append(
            (
                label,
                _knoop(kennis, zaak.met(feit.id, kennis.lees_antwoord(feit.id, waarde, vandaag)), vandaag, diepte - 1),
            )
        )
    return Knoop(feit, gronden, tuple(takken))


def als_tekst(knoop: Knoop, inspring: str = "") -> str:
    """De boom als ingesprongen tekst; ook voor wie een schermlezer gebruikt."""
    return "\n".join(_regels(knoop, inspring))


def _regels(knoop: Knoop, inspring: str) -> Iterator[str]:
    if knoop.feit is None:
        yield f"{inspring}= {'; '.join(knoop.gronden) or 'nog geen grond'}{' …' if knoop.afgekapt else ''}"
        return
    yield f"{inspring}? {knoop.feit.vraag}"
    for label, kind in knoop.takken:
        yield f"{inspring}  [{label}]"
        yield from _regels(kind, inspring + "    ")


def als_mermaid(knoop: Knoop) -> str:
    """De boom als Mermaid-diagram, met het antwoord op elke pijl."""
    regels, teller = ["flowchart TD"], [0]

    def teken(deel: Knoop) -> str:
        naam = f"n{teller[0]}"
        teller[0] += 1
        tekst = deel.feit.vraag if deel.feit else "<br>".join(deel.gronden) or "nog geen grond"
        haak = ('["', '"]') if deel.feit else ('(["', '"])')
        regels.append(f"  {naam}{haak[0]}{tekst.replace(chr(34), chr(39))}{haak[1]}")
        for label, kind in deel.takken:
            regels.append(f'  {naam} -->|"{label.replace(chr(34), chr(39))}"| {teken(kind)}')
        return naam

    teken(knoop)
    return "\n".join(regels)


def als_svg(knoop: Knoop) -> str:
    """De boom als SVG: elke regel van de tekst op zijn plaats, met lijnen naar de ouder. Zonder ander programma."""
    regels = [(len(regel) - len(regel.lstrip()), regel.strip()) for regel in _regels(knoop, "")]
    hoogte, breedte = 20 * len(regels) + 20, 60 + max(12 * diep // 2 + 7 * len(tekst) for diep, tekst in regels)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{breedte}" height="{hoogte}" font-family="sans-serif" font-size="13" role="img" aria-label="Beslisboom">'
    ]
    kleur = {"?": "#1a4d8f", "[": "#555555", "=": "#0b6b3a"}
    laatste: dict[int, int] = {}
    for nr, (diep, tekst) in enumerate(regels):
        x, y = 10 + 6 * diep, 20 * nr + 22
        ouder = max((d for d in laatste if d < diep), default=None)
        if ouder is not None:
            delen.append(
                f'<path d="M{12 + 6 * ouder} {laatste[ouder] + 5} V{y - 4} H{x - 2}" fill="none" stroke="#bbbbbb"/>'
            )
        delen.append(f'<text x="{x}" y="{y}" fill="{kleur.get(tekst[0], "#000000")}">{escape(tekst)}</text>')
        laatste = {d: p for d, p in laatste.items() if d < diep} | {diep: y}
    return "\n".join([*delen, "</svg>"])
