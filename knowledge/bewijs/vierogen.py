"""Het boekje voor vier ogen: wat een jurist moet beoordelen, om te printen en te tekenen.

Per vraag: wat wij antwoorden, op welk artikel, en met welke uitspraken. Wat het meeste kwaad kan staat vooraan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from knowledge.bouw import werklijst
from knowledge.recht import volgt_straf
from knowledge.schema import Antwoordthema, Bron, Grond, Inhoud, OpenNorm, Straf, Termijn, Variant

_KOP = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Voor vier ogen</title>
<style>body{font:11pt/1.4 serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h2{break-before:page}
article{break-inside:avoid;border-top:1px solid #999;margin:1rem 0;padding-top:.5rem}h3{margin:0;font-size:1rem}
p,ul{margin:.25rem 0}a{color:inherit}.teken{color:#444}@page{margin:2cm}</style>"""
_TEKEN = "☐ klopt &nbsp; ☐ klopt niet, want: ________________________________ &nbsp; paraaf: ______ en ______"
DELEN = {
    "termijnen": "Termijnen. Wie die verkeerd hoort, is zijn recht kwijt.",
    "wegingen": "Wat een rechter weegt. Hier kozen wij wat zwaar telt en wat niet.",
    "antwoorden": "Antwoorden die nog op geen gelezen wettekst of uitspraak steunen.",
    "bronnen": "Bronnen die nog niemand nakeek.",
}
"""De delen van het boekje: wat het meeste kwaad kan eerst."""


@dataclass(frozen=True)
class Post:
    """Eén vraag om te beoordelen."""

    deel: str
    vraag: str
    antwoord: tuple[str, ...]
    artikel: str
    bronnen: tuple[Bron, ...] = ()
    leert: tuple[str, ...] = ()


def vierogenboekje(inhoud: Inhoud) -> str:
    """Het boekje als HTML."""
    return "\n".join([_KOP, *_blad(inhoud, tuple(posten(inhoud))), "</html>"])


def posten(inhoud: Inhoud) -> Iterator[Post]:
    """Alles wat beoordeeld moet worden, in volgorde van schade."""
    bron_van = {bron.id: bron for bron in inhoud.bronnen}
    gronden = sorted(inhoud.gronden, key=lambda grond: (grond.rang, grond.id))
    for termijn in sorted(inhoud.termijnen, key=lambda termijn: _hoe_kort(termijn, gronden)):
        yield _termijn(termijn, gronden, bron_van)
    for grond in gronden:
        yield from _verjaring(grond, bron_van)
    for grond in gronden:
        yield from _wegingen(grond, bron_van)
    for thema in inhoud.antwoorden:
        yield from _antwoorden(thema, bron_van)
    for werk in werklijst(inhoud):
        steunt = f"Hierop steunt: {', '.join(werk.steunt) or 'niets'}."
        yield Post("bronnen", werk.bron.titel, (steunt, f"Als dit niet klopt: {werk.schade}."), "", (werk.bron,))


def _hoe_kort(termijn: Termijn, gronden: list[Grond]) -> tuple[bool, float, str]:
    """De kortste eerst: daarmee is iemand het snelst te laat. Wat de straf volgt, komt na wat een vaste lengte heeft."""
    duur, maanden = termijn.duur, termijn.duur.jaren * 12 + termijn.duur.maanden
    return volgt_straf(termijn, gronden), maanden + (duur.weken * 7 + duur.dagen) / 30, termijn.id


def _termijn(termijn: Termijn, gronden: list[Grond], bron_van: dict[str, Bron]) -> Post:
    bij = [grond.naam for grond in gronden if termijn.id in grond.termijnen or grond.id in termijn.gronden]
    duur = ", ".join(f"{aantal} {eenheid}" for eenheid, aantal in termijn.duur.model_dump().items() if aantal)
    regels = [termijn.tekst, termijn.na_afloop, *(f"Geldt bij: {', '.join(bij)}." for _ in bij[:1])]
    rekent = f"Wij rekenen {duur} vanaf `{termijn.vanaf}`; de laatste dag telt mee."
    if volgt_straf(termijn, gronden):
        rekent = "Wij rekenen met de straf op elke vorm van het feit; die staat bij de grond."
    if termijn.verjaart_niet:
        rekent = "Wij rekenen geen laatste dag."
    return Post("termijnen", termijn.naam, (rekent, *filter(None, regels)), "", _met(termijn.bronnen, bron_van))


def _verjaring(grond: Grond, bron_van: dict[str, Bron]) -> Iterator[Post]:
    for variant in grond.varianten:
        regel = variant.verjaring
        if regel is None:
            continue
        regels = (
            ("verjaart niet als", regel.nooit_als),
            ("verjaart misschien niet als", regel.misschien_nooit_als),
            ("begint op de dag na de 18e verjaardag als", regel.achttien_als),
        )
        antwoord = [f"{kop}: {als.in_woorden()}" for kop, als in regels if als]
        if regel.nooit_vanaf:
            antwoord.append(
                f"dat is zeker voor daden vanaf {regel.nooit_vanaf}; voor oudere zeggen we dat het onzeker is"
            )
        if regel.jeugd_ook_heel:
            antwoord.append("bij een dader van 16 of 17 niet de helft (artikel 77d lid 2)")
        yield Post(
            "termijnen",
            f"Hoe verjaart: {grond.naam}{_deel(variant)}? De hoogste straf is {_straf(variant.straf)}.",
            tuple(antwoord) or (f"onder de eigen termijn {regel.termijn}",),
            grond.versies[-1].artikel,
            _met(("sr_70", "sr_71", "sr_77d"), bron_van),
        )


def _wegingen(grond: Grond, bron_van: dict[str, Bron]) -> Iterator[Post]:
    artikel = grond.versies[-1].artikel
    for variant in grond.varianten:
        for deel in variant.bestanddelen:
            if deel.open_norm:
                geleerd = _geleerd(grond, deel.id, bron_van)
                vraag = f"{grond.naam}{_deel(variant)}: {deel.open_norm.vraag}"
                antwoord = _norm(deel.open_norm, deel.open_norm.weging)
                yield Post("wegingen", vraag, antwoord, artikel, _bij(deel.open_norm, deel.bronnen, bron_van), geleerd)
    for uit in grond.uitzonderingen:
        if uit.open_norm or uit.weging:
            antwoord = (uit.tekst, *(_norm(uit.open_norm, True) if uit.open_norm else ()))
            if uit.weging:
                antwoord += ("Is dit zo, dan zeggen wij 'misschien', nooit 'nee'.",)
            vraag = f"{grond.naam}: {uit.open_norm.vraag if uit.open_norm else 'Weegt dit ertegen?'}"
            bronnen = _bij(uit.open_norm, uit.bronnen, bron_van)
            yield Post("wegingen", vraag, antwoord, artikel, bronnen, _geleerd(grond, uit.id, bron_van))


def _norm(norm: OpenNorm, weging: bool) -> tuple[str, ...]:
    zwaar, licht = ([o.tekst for o in norm.voor if o.zwaar is kant] for kant in (True, False))
    tegen = [o.tekst for o in norm.tegen]
    regels = [
        (zwaar, "Wij zeggen 'waarschijnlijk wel' als er niets tegen pleit en"),
        (licht, "Telt mee, maar is alleen niet genoeg:"),
        (tegen, "Pleit ertegen, en maakt het onzeker:" if weging else "Pleit ertegen:"),
    ]
    return tuple(f"{kop} {'; '.join(teksten)}." for teksten, kop in regels if teksten)


def _antwoorden(thema: Antwoordthema, bron_van: dict[str, Bron]) -> Iterator[Post]:
    for antwoord in thema.vragen:
        bronnen = _met(antwoord.bronnen, bron_van)
        if not any(bron.nagekeken_tegen == "primair" for bron in bronnen):
            teksten = (antwoord.antwoord, *(variant.antwoord for variant in antwoord.varianten))
            yield Post("antwoorden", antwoord.vraag, teksten, "", bronnen)


def _geleerd(grond: Grond, bestanddeel: str, bron_van: dict[str, Bron]) -> tuple[str, ...]:
    return tuple(f"{bron_van[u.bron].vindplaats}: {u.leert}" for u in grond.uitspraken if u.bestanddeel == bestanddeel)


def _bij(norm: OpenNorm | None, eigen: Iterable[str], bron_van: dict[str, Bron]) -> tuple[Bron, ...]:
    namen = [*eigen, *(b for o in ((*norm.voor, *norm.tegen) if norm else ()) for b in o.bronnen)]
    return _met(namen, bron_van)


def _met(namen: Iterable[str], bron_van: dict[str, Bron]) -> tuple[Bron, ...]:
    return tuple(bron_van[naam] for naam in dict.fromkeys(namen) if naam in bron_van)


def _deel(variant: Variant) -> str:
    return f" ({variant.naam})" if variant.naam else ""


def _straf(straf: Straf | None) -> str:
    if straf is None:
        return "niet opgeschreven"
    return f"{straf.jaar} jaar" if straf.jaar else f"{straf.maanden} maanden"


def _blad(inhoud: Inhoud, alle: tuple[Post, ...]) -> Iterator[str]:
    yield f"<h1>Voor vier ogen</h1><p>{len(alle)} vragen, inhoud van {escape(str(inhoud.versie))}. "
    yield "Twee juristen lezen los van elkaar en tekenen elk. Wat niet klopt, gaat naar de YAML waar het staat.</p><ol>"
    for deel, kop in DELEN.items():
        yield f'<li><a href="#{deel}">{escape(kop)}</a> {sum(post.deel == deel for post in alle)} vragen.</li>'
    yield "</ol>"
    for deel, kop in DELEN.items():
        yield f'<h2 id="{deel}">{escape(kop)}</h2>'
        for nr, post in enumerate((post for post in alle if post.deel == deel), 1):
            yield from _post(nr, post)


def _post(nr: int, post: Post) -> Iterator[str]:
    yield f"<article><h3>{nr}. {escape(post.vraag)}</h3><ul>"
    yield from (f"<li>{escape(regel)}</li>" for regel in post.antwoord)
    yield "</ul>"
    if post.artikel:
        yield f"<p>Artikel: {escape(post.artikel)}.</p>"
    for bron in post.bronnen:
        gelezen = {"primair": "gelezen", "secundair": "gelezen via een ander", "nog_niet": "nog niet gelezen"}
        yield f'<p><a href="{escape(bron.url)}">{escape(bron.vindplaats)}</a> ({gelezen[bron.nagekeken_tegen]}): {escape(bron.titel)}</p>'
    yield from (f"<p>Leert: {escape(regel)}</p>" for regel in post.leert)
    yield f'<p class="teken">{_TEKEN}</p></article>'
