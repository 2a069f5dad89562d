"""Wat een wandeling bereikt: elke grond, variant, bestanddeel, uitzondering, route, stap, termijn, waarschuwing en elk antwoord."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.bewijs.wandel import Weg
from knowledge.recht import EERSTE, JA, Kennis

SOORTEN = (
    "situatie",
    "vraag",
    "antwoord",
    "grond",
    "variant",
    "bestanddeel",
    "uitzondering",
    "route",
    "stap",
    "termijn",
    "waarschuwing",
    "hulp",
    "tegenspraak",
)


@dataclass
class Dekking:
    """Per soort wat er is en wat bereikt werd."""

    er_is: dict[str, set[str]] = field(default_factory=lambda: {soort: set() for soort in SOORTEN})
    bereikt: dict[str, set[str]] = field(default_factory=lambda: {soort: set() for soort in SOORTEN})

    def gemist(self, soort: str) -> list[str]:
        return sorted(self.er_is[soort] - self.bereikt[soort])


def meet(kennis: Kennis, wegen: Iterable[Weg]) -> Dekking:
    """Telt over alle wegen. Een grond, variant, bestanddeel of uitzondering is bereikt als zij ergens waar is."""
    dekking = Dekking(er_is=_er_is(kennis))
    bereikt = dekking.bereikt
    for weg in wegen:
        b = weg.advies.beoordeling
        bereikt["situatie"].update(s.id for s in b.situaties)
        bereikt["vraag"].update(weg.gevraagd)
        for zaak in (weg.zaak, b.zaak):
            bereikt["antwoord"].update(f"{a.feit}={keuze}" for a in zaak.antwoorden for keuze in a.keuzes)
        bereikt["route"].update(g.route.id for g in weg.advies.routes)
        bereikt["stap"].update(f"{g.route.id}: {stap.tekst}" for g in weg.advies.routes for stap in g.stappen)
        bereikt["termijn"].update(
            t.termijn.id for t in weg.advies.termijnen if t.laatste_dag or t.termijn.verjaart_niet
        )
        bereikt["waarschuwing"].update(w.id for w in weg.advies.waarschuwingen)
        bereikt["hulp"].update(i.id for i in weg.advies.hulp)
        bereikt["tegenspraak"].update(t.id for t, toets in kennis.tegenspraaktoetsen if toets.weeg(b.vast) == JA)
        for toets in kennis.grondtoetsen:
            if not toets.feitbits & b.bekend:
                continue
            naam = toets.grond.id
            if b.statussen[naam] == "ja":
                bereikt["grond"].add(naam)
            for variant in toets.varianten(b.dag_voor(toets)):
                eigen = f"{naam}.{variant.variant.id}"
                if variant.weeg(b.vast) == "ja":
                    bereikt["variant"].add(eigen)
                bereikt["bestanddeel"].update(
                    f"{eigen}.{e.onderdeel.id}" for e in variant.bestanddelen if e.weeg(b.vast)[0] == JA
                )
                bereikt["uitzondering"].update(
                    f"{naam}.{u.onderdeel.id}" for u in variant.uitzonderingen if u.weeg(b.vast)[0] == JA
                )
    return dekking


def _er_is(kennis: Kennis) -> dict[str, set[str]]:
    gronden = kennis.gronden.values()
    return {
        "situatie": set(kennis.situaties),
        "vraag": _te_stellen(kennis),
        "antwoord": {f"{feit.id}={optie.id}" for feit in kennis.feiten.values() for optie in feit.opties},
        "grond": set(kennis.gronden),
        "variant": {f"{g.id}.{v.id}" for g in gronden for v in g.varianten},
        "bestanddeel": {f"{g.id}.{v.id}.{b.id}" for g in gronden for v in g.varianten for b in v.bestanddelen},
        "uitzondering": {f"{g.id}.{u.id}" for g in gronden for u in g.uitzonderingen},
        "route": set(kennis.routes),
        "stap": {f"{route.id}: {stap.tekst}" for route in kennis.routes.values() for stap in route.stappen},
        "termijn": set(kennis.termijnen),
        "waarschuwing": set(kennis.waarschuwingen),
        "hulp": {i.id for i in kennis.instanties.values() if i.praten},
        "tegenspraak": set(kennis.tegenspraken),
    }


def _te_stellen(kennis: Kennis) -> set[str]:
    """De vragen die een gesprek kan stellen. Wat alleen een knop, een antwoord op de eerste vraag of een medewerker invult,
    telt mee als antwoord."""
    return {EERSTE, *kennis.veiligheid.eerst, *(feit for s in kennis.situaties.values() for feit in s.vragen)}
