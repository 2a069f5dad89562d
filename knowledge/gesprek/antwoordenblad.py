"""Alle antwoorden op één bladzij, met bron en wat er nagekeken is: om te lezen, te printen en te tekenen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from knowledge.gesprek.antwoorden import met_nummers
from knowledge.recht import Kennis
from knowledge.schema import Vraagantwoord
from knowledge.woorden import bronregel

_KOP = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Alle antwoorden</title>
<style>body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h2{break-after:avoid;margin-top:2.5rem}
article{break-inside:avoid;margin:1rem 0}h3{margin:0;font-size:1rem}p{margin:.25rem 0}small{color:#444}</style>"""


def antwoordenblad(kennis: Kennis) -> str:
    """De bladzij als HTML."""
    return "\n".join([_KOP, *_blad(kennis), "</html>"])


def aandeel_nagekeken(kennis: Kennis) -> Counter[str]:
    """Hoeveel antwoorden minstens één bron hebben die tegen de wet of de eigen pagina gelezen is, en hoeveel niet."""
    beste = {"primair": 0, "secundair": 1, "nog_niet": 2}
    return Counter(
        min((kennis.bronnen[b].nagekeken_tegen for b in antwoord.bronnen), key=lambda soort: beste[soort])
        for antwoord in kennis.antwoorden.values()
    )


def _blad(kennis: Kennis) -> Iterator[str]:
    telling = aandeel_nagekeken(kennis)
    yield f"<h1>Alle antwoorden</h1><p>{len(kennis.antwoorden)} antwoorden in {len(kennis.antwoordthemas)} thema's, kennis {kennis.versie}. "
    yield f"Gelezen tegen de wet zelf: {telling['primair']}. Via een andere bron: {telling['secundair']}. Nog niet: {telling['nog_niet']}.</p>"
    for thema in sorted(kennis.antwoordthemas.values(), key=lambda thema: thema.naam):
        yield f'<h2 id="{thema.id}">{escape(thema.naam)}</h2><p>{_tekst(kennis, thema.kort)}</p>'
        for antwoord in thema.vragen:
            yield from _antwoord(kennis, antwoord)


def _antwoord(kennis: Kennis, antwoord: Vraagantwoord) -> Iterator[str]:
    yield f'<article id="{antwoord.id}"><h3>{escape(antwoord.vraag)}</h3><p>{_tekst(kennis, antwoord.antwoord)}</p>'
    for variant in antwoord.varianten:
        yield f"<p><em>Als {escape(variant.als.in_woorden())}:</em> {_tekst(kennis, variant.antwoord)}</p>"
    for naam in antwoord.bronnen:
        bron = bronregel(kennis, kennis.bronnen[naam])
        yield f'<p><small><a href="{escape(bron.url)}">{escape(bron.titel)}</a>, {escape(bron.vindplaats)}: {escape(bron.nagekeken)}</small></p>'
    yield "</article>"


def _tekst(kennis: Kennis, tekst: str) -> str:
    return escape(met_nummers(kennis, tekst))
