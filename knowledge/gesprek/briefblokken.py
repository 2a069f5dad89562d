"""Eén brief als blokken: om te lezen, te kopiëren en als bestand te maken."""

from __future__ import annotations

from knowledge.brieven import brief_voor
from knowledge.gesprek.naslag import bronnenblok
from knowledge.recht import Advies, Kennis
from knowledge.woorden import Blok, Document, Keuze, Knop, Tekst

BESTANDEN = ("docx", "pdf", "txt")
AGENDA = "agenda"
"""De naam waaronder het agendabestand gevraagd wordt."""
GEWAARSCHUWD = "agenda_gewaarschuwd"
"""Staat in `Stand.gehad` zodra de waarschuwing over een bekeken telefoon gegeven is."""


def briefblokken(kennis: Kennis, advies: Advies, naam: str) -> tuple[Blok, ...]:
    """Eén brief: eerst wat je moet weten, dan de tekst. Leeg als hij niet bij deze zaak past."""
    brief = brief_voor(kennis, advies, naam)
    if brief is None:
        return ()
    keuze, document = brief
    eerst = [Tekst(keuze.waarom, "fout")] if keuze.wanneer == "niet" else []
    return (
        *eerst,
        Tekst("\n".join((kennis.zin("brief_zelf_invullen"), *document.voor_jou, document.voet))),
        Document(keuze.id, keuze.naam, document.als_tekst(), f"brief:{keuze.id}", BESTANDEN),
        bronnenblok(kennis, keuze.brief.bronnen),
        *(
            ()
            if not keuze.brief.agenda
            else (Keuze("", "knoppen", (Knop(f"brief:{AGENDA}", kennis.zin("agenda_knop")),)),)
        ),
    )


def heeft_data(advies: Advies) -> bool:
    """Is er een laatste dag die nog moet komen?"""
    return any(t.laatste_dag is not None and not t.voorbij for t in advies.termijnen)


def agendavraag(kennis: Kennis) -> tuple[Blok, ...]:
    """De waarschuwing vóór het agendabestand, met de keuze voor papier."""
    knoppen = (Knop("brief:termijnen", kennis.zin("agenda_papier")), Knop(f"brief:{AGENDA}", kennis.zin("agenda_toch")))
    return (Keuze(kennis.zin("agenda_waarschuwing"), "knoppen", knoppen),)


def agendablokken(kennis: Kennis) -> tuple[Blok, ...]:
    """Het agendabestand, pas na de waarschuwing."""
    return (Document(AGENDA, kennis.zin("agenda_naam"), kennis.zin("agenda_tekst"), f"brief:{AGENDA}", ("ics",)),)
