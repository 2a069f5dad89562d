"""Een brief invullen uit de zaak. Wat niet bekend is, wordt een zichtbare lege plek met een hint; er wordt niets verzonnen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge import schema
from knowledge.brieven.briefstukken import adviesregels, grondregels
from knowledge.brieven.document import Opgemaakt, Stuk
from knowledge.recht import Advies, Briefkeuze, Kennis, klacht_nodig, lees_tijdvak, zoek_brief
from knowledge.woorden import antwoordtekst, briefdatum, tijd

PLEK = re.compile(r"\{([a-z_]+)(?::([a-z0-9_]+))?\}")
"""Wat in een sjabloon wordt ingevuld."""
VAST = ("mij", "ontvanger", "pagina", "vandaag")
"""Plekken zonder naam erachter."""


def vul(kennis: Kennis, keuze: Briefkeuze, advies: Advies) -> Opgemaakt:
    """Het document bij deze brief en deze zaak."""
    v = _Vulling(kennis, keuze, advies)
    brief = keuze.brief
    return Opgemaakt(
        v.tekst(brief.titel),
        brief.taal,
        tuple(stuk for deel in brief.delen for stuk in v.stuk(deel)),
        (*v.zinnen(brief.voor_jou), *v.platformweg()),
        brief.lezer == "instantie",
        v.nagekeken(),
        brief.liggend,
    )


def brief_voor(kennis: Kennis, advies: Advies, naam: str) -> tuple[Briefkeuze, Opgemaakt] | None:
    """De brief bij een knop, ingevuld. None als hij niet bestaat, niet bij deze zaak past, of er niets in zou staan."""
    keuze = zoek_brief(kennis, advies.beoordeling, naam)
    document = vul(kennis, keuze, advies) if keuze else None
    return (keuze, document) if keuze and document and document.delen else None


@dataclass(frozen=True)
class _Vulling:
    kennis: Kennis
    keuze: Briefkeuze
    advies: Advies

    @property
    def _taal(self) -> str:
        return "_en" if self.keuze.brief.taal == "en" else ""

    def _zin(self, sleutel: str, **waarden: str) -> str:
        return self.kennis.zin(f"{sleutel}{self._taal}", **waarden)

    def toont(self, onderdeel: schema.Briefdeel | schema.Zin) -> bool:
        return self.kennis.brieftoetsen[self.keuze.brief.id].toont(onderdeel, self.advies.beoordeling.vast)

    def zinnen(self, zinnen: Iterable[schema.Zin]) -> tuple[str, ...]:
        optie = self.keuze.ontvanger.id if self.keuze.ontvanger else None
        return tuple(self.tekst(z.tekst) for z in zinnen if self.toont(z) and (not z.bij or optie in z.bij))

    def platformweg(self) -> Iterator[str]:
        """Wat de ontvanger zelf van een melder vraagt, als dit een brief aan een platform is."""
        ontvanger, brief = self.keuze.ontvanger, self.keuze.brief
        if ontvanger is None or brief.ontvangers is None:
            return
        for platform in self.kennis.platforms.values():
            als = platform.als
            if als and als.feit == brief.ontvangers.feit and ontvanger.id in als.waarden:
                waar = platform.link or ""
                yield self.kennis.zin(
                    "platform_brief", naam=platform.naam, nodig=platform.nodig.tekst, link=waar
                ).strip()

    def stuk(self, deel: schema.Briefdeel) -> Iterator[Stuk]:
        """Het stuk bij een briefdeel; niets als de voorwaarde niet geldt of als er niets in komt."""
        if not self.toont(deel) or (deel.klacht and (deel.klacht == "nodig") is not klacht_nodig(self.advies)):
            return
        verteld = tuple(self._feitzinnen(deel.feiten))[: deel.hoogstens]
        lijst = () if deel.verhaal else verteld
        if deel.grondsoorten or deel.gronden:
            lijst += grondregels(self.kennis, self.advies, deel)
        if deel.advies:
            lijst += adviesregels(self.kennis, self.advies, deel.advies)
        lijst += self.zinnen(deel.lijst)
        stuk = Stuk(
            self.tekst(deel.kop) if deel.kop else None,
            (*self.zinnen(deel.alineas), *((" ".join(verteld),) if deel.verhaal and verteld else ())),
            lijst,
            deel.genummerd,
            (deel.kolommen, *(("",) * len(deel.kolommen) for _ in range(deel.rijen))) if deel.kolommen else (),
            deel.dekt,
            deel.nieuw_blad,
        )
        uit_zaak = bool(deel.feiten or deel.lijst or deel.grondsoorten or deel.gronden or deel.advies)
        if stuk.heeft_inhoud and not (uit_zaak and not lijst and not verteld):
            yield stuk

    def _feitzinnen(self, feiten: Iterable[str]) -> Iterator[str]:
        for feit in feiten:
            antwoord, zin = self.advies.beoordeling.zaak.bij_feit.get(feit), self.kennis.briefzinnen.get(feit)
            if antwoord is None or antwoord.onbekend or zin is None:
                continue
            zinnen = zin.en if self.keuze.brief.taal == "en" else zin.nl
            if self.kennis.feiten[feit].soort == "datum":
                yield self.tekst(zinnen["datum"].replace("{datum}", self._tijd(str(antwoord.waarde))))
                continue
            for optie in self.kennis.feiten[feit].opties:
                if optie.id in antwoord.keuzes and optie.id in zinnen:
                    yield self.tekst(zinnen[optie.id])

    def tekst(self, sjabloon: str) -> str:
        return PLEK.sub(lambda plek: self._plek(plek[1], plek[2]), sjabloon)

    def _plek(self, soort: str, naam: str | None) -> str:
        if soort == "feit" and naam:
            return self._feit(naam)
        if soort == "termijn" and naam:
            dag = next((g.laatste_dag for g in self.advies.termijnen if g.termijn.id == naam), None)
            return self._datum(dag) if dag else f"[{self._zin('brief_leeg_datum')}]"
        if soort == "mij":
            rol = self.advies.beoordeling.zaak.waarde("rol") or "slachtoffer"
            return self._zin({"slachtoffer": "brief_mij", "ouder": "brief_mij_ouder"}.get(str(rol), "brief_mij_ander"))
        if soort == "vandaag":
            return self._datum(self.advies.beoordeling.vandaag)
        return self._ontvanger(soort)

    def _feit(self, naam: str) -> str:
        antwoord, feit = self.advies.beoordeling.zaak.bij_feit.get(naam), self.kennis.feiten[naam]
        if antwoord is None or antwoord.onbekend:
            zin = self.kennis.briefzinnen.get(naam)
            vraag = zin.leeg_en if zin and zin.leeg_en and self._taal else feit.vraag
            return f"[{self._zin('brief_leeg', vraag=vraag[:1].lower() + vraag[1:])}]"
        if feit.soort == "datum":
            return self._tijd(str(antwoord.waarde))
        return antwoordtekst(self.kennis, antwoord)

    def _tijd(self, waarde: str) -> str:
        """Een dag zonder naam van de dag, of een week, maand of jaar zoals iemand het vertelde."""
        vak, taal = lees_tijdvak(waarde), self.keuze.brief.taal
        return self._datum(vak.vroegst) if vak.precies == "dag" else tijd(waarde, taal)

    def _ontvanger(self, soort: str) -> str:
        """`{ontvanger}` en `{pagina}`: van de instantie als die vaststaat, anders een lege plek."""
        optie, ontvangers = self.keuze.ontvanger, self.keuze.brief.ontvangers
        naam = ontvangers.opties[optie.id] if optie and ontvangers else None
        instantie = self.kennis.instanties[naam] if naam else None
        if instantie is None and soort == "ontvanger" and optie and ontvangers and optie.id in ontvangers.namen:
            return ontvangers.namen[optie.id]
        if instantie is None:
            return f"[{self._zin('brief_leeg_' + soort)}]"
        return instantie.naam if soort == "ontvanger" else instantie.meldpagina or instantie.pagina

    def _datum(self, dag: date) -> str:
        return briefdatum(dag, self.keuze.brief.taal)

    def nagekeken(self) -> str:
        """Wat er aan deze tekst nagekeken is, eerlijk."""
        brief = self.keuze.brief
        bronnen = [self.kennis.bronnen[bron] for bron in brief.bronnen]
        open_ = sum(bron.nagekeken_tegen == "nog_niet" for bron in bronnen)
        tekst = (
            self._zin("brief_nagekeken", datum=self._datum(brief.nagekeken_op))
            if brief.nagekeken_op
            else self._zin("brief_niet_nagekeken")
        )
        return (
            f"{tekst} {self._zin('brief_bronnen_open', aantal=str(open_), totaal=str(len(bronnen)))}"
            if open_
            else tekst
        )
