"""Stukken van een brief die uit het advies komen: gronden met hun bestanddelen, routes, termijnen en hulp."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from knowledge import schema
from knowledge.recht import JA, Advies, Gerekend, Kennis, Oordeel, is_klachtdelict
from knowledge.woorden import antwoordtekst, termijnzin


def grondregels(kennis: Kennis, advies: Advies, deel: schema.Briefdeel) -> tuple[str, ...]:
    """De gronden bij dit deel: naam en artikel, en zo nodig wat ervan al bekend is.

    Een brief beweert niet meer dan nodig: wat alleen misschien past, staat er alleen als niets zeker past.
    """
    gevraagd = [
        o
        for o in advies.gronden
        if (o.grond.soort in deel.grondsoorten or o.grond.id in deel.gronden) and o.versie is not None
    ]
    zeker = [o for o in gevraagd if o.status == "ja"]
    if deel.bestanddelen:
        return tuple(f"{_naam(o)}. {' '.join(_bestanddelen(kennis, advies, o))}" for o in gevraagd)
    if zeker:
        return tuple(_naam(o) for o in zeker[: deel.hoogstens])
    return tuple(f"{kennis.zin('brief_mogelijk')} {_naam(o)}" for o in gevraagd[: deel.hoogstens])


def _naam(oordeel: Oordeel) -> str:
    return f"**{oordeel.grond.naam}** ({oordeel.versie.artikel})" if oordeel.versie else f"**{oordeel.grond.naam}**"


def _bestanddelen(kennis: Kennis, advies: Advies, oordeel: Oordeel) -> Iterator[str]:
    variant = next((v for v in oordeel.varianten if v.status == oordeel.status), None)
    elementen = variant.elementen if variant else ()
    er = [e.bestanddeel.tekst for e in elementen if e.waarde == JA]
    open_ = [e.bestanddeel.tekst for e in elementen if e.waarde != JA]
    if er:
        yield f"{kennis.zin('brief_verteld')} {' '.join(er)}"
    if open_:
        yield f"{kennis.zin('brief_open')} {' '.join(open_)}"
    if is_klachtdelict(advies.beoordeling, oordeel):
        yield kennis.zin("brief_klacht_nodig")


def adviesregels(kennis: Kennis, advies: Advies, deel: str) -> tuple[str, ...]:
    """Een deel van het advies, een regel per punt."""
    return tuple(_REGELS[deel](kennis, advies))


def _antwoorden(kennis: Kennis, advies: Advies) -> Iterator[str]:
    for antwoord in advies.beoordeling.zaak.antwoorden:
        yield f"{kennis.feiten[antwoord.feit].vraag} **{antwoordtekst(kennis, antwoord)}**"


def _gronden(kennis: Kennis, advies: Advies) -> Iterator[str]:
    for oordeel in advies.gronden:
        if oordeel.grond.soort in ("platformrecht", "procesrecht"):
            continue  # dat zijn wegen, en die staan bij de routes
        artikel = f" ({oordeel.versie.artikel})" if oordeel.versie else ""
        stand = kennis.zin("brief_past" if oordeel.status == "ja" else "brief_misschien")
        yield f"**{oordeel.grond.naam}**{artikel}: {stand}."


def _routes(kennis: Kennis, advies: Advies) -> Iterator[str]:
    for gekozen in advies.routes:
        yield f"**{gekozen.route.naam}**. {gekozen.route.kort}"


def _termijnen(kennis: Kennis, advies: Advies) -> Iterator[str]:
    for gerekend in advies.termijnen:
        yield termijnregel(kennis, gerekend)


def termijnregel(kennis: Kennis, gerekend: Gerekend) -> str:
    """Een termijn in een zin, ook als ze voorbij is of nog niet te rekenen."""
    return f"**{gerekend.termijn.naam}**. {termijnzin(kennis, gerekend)}"


def _hulp(kennis: Kennis, advies: Advies) -> Iterator[str]:
    for instantie in advies.hulp:
        nummer = f" {instantie.telefoon.nummer}." if instantie.telefoon else ""
        yield f"**{instantie.naam}**.{nummer} {instantie.doet} {instantie.pagina}"


_REGELS: dict[str, Callable[[Kennis, Advies], Iterator[str]]] = {
    "antwoorden": _antwoorden,
    "gronden": _gronden,
    "routes": _routes,
    "termijnen": _termijnen,
    "hulp": _hulp,
}
