"""De brieven in het advies: welke nu, welke later, en welke beter niet."""

from __future__ import annotations

from knowledge.recht import VOLGORDE, Advies, Briefkeuze, Kennis, vertalingen
from knowledge.schema import Route
from knowledge.woorden import Blok, Knop, Lijst, Punt


def brieflijsten(kennis: Kennis, advies: Advies) -> tuple[Blok, ...]:
    """Welke brief nu, welke later, en welke beter niet, elk met waarom."""
    return tuple(
        Lijst(
            kennis.zin(f"brieven_{wanneer}"),
            "brieven",
            tuple(_punt(kennis, advies, keuze) for keuze in advies.brieven if keuze.wanneer == wanneer),
        )
        for wanneer in VOLGORDE
        if any(keuze.wanneer == wanneer for keuze in advies.brieven)
    )


def briefknoppen(kennis: Kennis, advies: Advies, route: Route) -> tuple[Knop, ...]:
    """Bij een route: de brieven die je er meteen voor kunt maken."""
    return tuple(
        Knop(f"brief:{keuze.id}", kennis.zin("maak_deze_brief", naam=keuze.naam))
        for keuze in advies.brieven
        if keuze.brief.id in route.brieven and keuze.wanneer != "niet"
    )


def _punt(kennis: Kennis, advies: Advies, keuze: Briefkeuze) -> Punt:
    knoppen = [Knop(f"brief:{keuze.id}", kennis.zin("maak_brief"))] if keuze.wanneer != "niet" else []
    knoppen += [
        Knop(f"brief:{vertaling.id}", kennis.zin("in_het_engels"))
        for vertaling in vertalingen(kennis, advies.beoordeling, keuze)
        if keuze.wanneer != "niet"
    ]
    return Punt(keuze.naam, keuze.waarom, id=keuze.id, bronnen=keuze.brief.bronnen, knoppen=tuple(knoppen))


def brieftabel(kennis: Kennis) -> str:
    """Alle brieven als tabel in Markdown, met de routes die ze noemen."""
    regels = ["| brief | voor | taal | wanneer | bij | gelezen door een jurist |", "|---|---|---|---|---|---|"]
    for brief in sorted(kennis.brieven.values(), key=lambda b: (b.vertaling_van or b.id, b.taal != "nl")):
        bepalend = kennis.brieven[brief.vertaling_van] if brief.vertaling_van else brief
        routes = ", ".join(r.naam for r in kennis.routes.values() if bepalend.id in r.brieven)
        bij = "; ".join(deel for deel in ("altijd" if brief.altijd else "", routes) if deel)
        gelezen = "ja" if brief.nagekeken == "jurist" else "nog niet"
        regels.append(
            f"| {brief.naam} (`{brief.id}`) | {brief.voor} | {brief.taal} | {bepalend.wanneer} | {bij} | {gelezen} |"
        )
    return "\n".join(regels)
