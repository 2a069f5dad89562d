"""Wie merkt een mutant: de vorm, de controle, de voorbeelden, de uitspraken, of een vaste regel. Nooit een telling of momentopname."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge import Kennis, Zaak, adviseer, beoordeel
from knowledge.beoordeel import WANNEER
from knowledge.check import controleer_samenhang
from knowledge.load import MAPPEN, Gelezen
from knowledge.proeven import grondfout, proeffout, zaak_van
from knowledge.regels import Regels
from knowledge.schema import Voorbeeld
from knowledge.wandel import gericht, speel
from knowledge.zaken import Vertaling, ingevuld
from tests.inhoud.mutatie.operatoren import Mutant

EVALUATIE = Path(__file__).parents[2] / "evaluatie"
VANDAAG = date(2026, 11, 24)
ROUTES = {"kort_geding_toegewezen", "naw_gegevens", "schadevergoeding_6_106", "contactverbod"}
SAMENHANG = {"bronnen", "begrippen", "feiten", "situaties"}
"""Soorten waarvan een mutant de samenhang kan breken; van de andere soorten verandert alleen de eigen voorwaarde."""
PAST = ("ja", "mogelijk")


LOS = ("laat termijn", "schuif versie")
"""Operatoren op een grond of route waarvan de samenhang of het advies iets merkt."""


@dataclass(frozen=True)
class Uitspraak:
    """Een uitspraak: de zaak die eruit volgt, wat de rechter aannam en wat hij afwees."""

    zaak: Zaak
    aangenomen: frozenset[str]
    afgewezen: frozenset[str]


class Jury:
    """Kijkt naar één mutant tegelijk, het goedkoopste eerst."""

    def __init__(self, gelezen: Gelezen) -> None:
        self.gelezen = gelezen
        self.kennis = Kennis(gelezen.inhoud)
        self._uitspraken = list(_uitspraken(self.kennis))
        self._gezegd = self._oordelen(self.kennis)
        self._zaken = list(self._verschillende_zaken())
        self._gespeeld = self._speelbaar()
        self._gevallen = [(p, g) for p in self.kennis.voorbeelden for g in p.voorbeelden]
        self._gevalzaken = [
            (self.kennis.vul_aan(zaak_van(self.kennis, g.feiten, g.vandaag)), g.vandaag) for _, g in self._gevallen
        ]

    def merkt(self, mutant: Mutant) -> str | None:
        """Waardoor de mutant opvalt; None als hij overleeft."""
        for naam, kijk in self._kijkers(mutant):
            if kijk():
                return naam
        return None

    def _kijkers(self, mutant: Mutant) -> Iterator[tuple[str, Callable[[], bool]]]:
        yield "vorm", lambda: self._vorm(mutant)
        if mutant.soort in SAMENHANG or mutant.onderdeel is None or mutant.operator.startswith(LOS):
            yield "controle", lambda: self._controle(mutant)
        if mutant.soort in ("bronnen", "begrippen"):
            return
        anders = self.kennis.met(mutant.soort, mutant.naam, mutant.onderdeel)
        yield "voorbeelden", lambda: self._voorbeelden(anders, mutant)
        if mutant.soort in ("gronden", "routes"):
            yield "uitspraken", lambda: self._oordelen(anders) < self._gezegd
        if mutant.soort != "gronden" or mutant.operator.startswith(LOS):
            yield "vaste regels", lambda: self._regels(anders)
        if mutant.soort in ("situaties", "feiten"):
            yield "vraaggesprek", lambda: self._niet_meer_speelbaar(anders, mutant)

    def _vorm(self, mutant: Mutant) -> bool:
        if mutant.onderdeel is None:
            return False
        try:
            MAPPEN[mutant.soort].model_validate(mutant.onderdeel.model_dump())
        except ValidationError:
            return True
        return False

    def _controle(self, mutant: Mutant) -> bool:
        delen = [mutant.onderdeel if d.id == mutant.naam else d for d in getattr(self.gelezen.inhoud, mutant.soort)]
        inhoud = self.gelezen.inhoud.model_copy(update={mutant.soort: tuple(d for d in delen if d is not None)})
        return bool(controleer_samenhang(Gelezen(inhoud, self.gelezen.plaatsen)))

    def _voorbeelden(self, kennis: Kennis, mutant: Mutant) -> bool:
        """De voorbeelden van het onderdeel zelf; van iets wat doorwerkt (een vraag, een situatie) alle."""
        alle = mutant.soort in ("feiten", "situaties")
        gronden = [g for g in kennis.gronden.values() if alle or (mutant.soort, mutant.naam) == ("gronden", g.id)]
        if any(grondfout(kennis, g, v) for g in gronden for v in self.kennis.gronden[g.id].voorbeelden):
            return True
        proeven = [(p, g) for p in kennis.voorbeelden if alle or p.naam == mutant.naam for g in p.voorbeelden]
        if mutant.soort == "gronden":
            proeven = [self._gevallen[nr] for nr in self._anders_gewogen(kennis, mutant, self._gevalzaken)]
        return any(proeffout(kennis, p, geval) for p, geval in proeven)

    def _anders_gewogen(self, kennis: Kennis, mutant: Mutant, zaken: list[tuple[Zaak, date]]) -> list[int]:
        """Bij welke zaken deze ene grond nu anders uitvalt; al het andere blijft dan gelijk."""
        oud, nieuw = (next(t for t in k.grondtoetsen if t.grond.id == mutant.naam) for k in (self.kennis, kennis))
        uit = []
        for nr, (zaak, dag) in enumerate(zaken):
            wanneer = zaak.waarde(WANNEER) if oud.van_de_daad else None
            toen = date.fromisoformat(wanneer) if isinstance(wanneer, str) else dag
            was = oud.status(self.kennis.atomen.stand(zaak), oud.tijdvak(toen))
            if was != nieuw.status(kennis.atomen.stand(zaak), nieuw.tijdvak(toen)):
                uit.append(nr)
        return uit

    def _regels(self, kennis: Kennis) -> bool:
        regels = Regels(kennis)
        return any(regels.overtreden(adviseer(kennis, zaak, dag)) for zaak, dag in self._zaken)

    def _verschillende_zaken(self) -> Iterator[tuple[Zaak, date]]:
        """Uit de gerichte wandeling: elke zaak die een grond, route, waarschuwing of termijn toevoegt aan wat er al was."""
        gezien: set[Any] = set()
        for weg in gericht(self.kennis):
            b, volwassen = weg.advies.beoordeling, weg.zaak.waarde("leeftijd") == "volwassen"
            toont: set[Any] = {(g, volwassen) for g in b.passend}
            toont |= {(g.route.id, len(g.stappen)) for g in weg.advies.routes}
            toont |= {t.termijn.id for t in weg.advies.termijnen} | {w.id for w in weg.advies.waarschuwingen}
            if toont - gezien:
                gezien |= toont
                yield weg.zaak, b.vandaag

    def _oordelen(self, kennis: Kennis) -> int:
        """Hoeveel van wat rechters beslisten klopt: aangenomen past (en 'ja' telt dubbel), afgewezen is geen 'ja'."""
        goed = 0
        for uitspraak in self._uitspraken:
            b = beoordeel(kennis, uitspraak.zaak, VANDAAG)
            for grond in uitspraak.aangenomen & b.statussen.keys():
                goed += (b.statussen[grond] in PAST) + (b.statussen[grond] == "ja")
            goed += sum(b.statussen.get(grond) != "ja" for grond in uitspraak.afgewezen)
            if uitspraak.aangenomen & ROUTES:
                routes = adviseer(kennis, uitspraak.zaak, VANDAAG, b).routes
                goed += len(uitspraak.aangenomen & {g.route.id for g in routes})
        return goed

    def _speelbaar(self) -> dict[str, list[tuple[str, Voorbeeld]]]:
        """Per situatie de voorbeelden die vanaf haar knop, in het vraaggesprek, op hun verwachte oordeel uitkomen."""
        goed: dict[str, list[tuple[str, Voorbeeld]]] = {}
        for situatie in self.kennis.situaties.values():
            rij = goed[situatie.id] = []
            for grond in situatie.gronden:
                past = [v for v in self.kennis.gronden[grond].voorbeelden if v.verwacht == "ja"]
                rij += [(grond, v) for v in past if self._speel(self.kennis, situatie.id, grond, v)]
        return goed

    def _speel(self, kennis: Kennis, situatie: str, grond: str, voorbeeld: Voorbeeld) -> bool:
        weg = speel(kennis, VANDAAG, kennis.situaties[situatie], voorbeeld.feiten)
        return weg is not None and weg.advies.beoordeling.statussen[grond] == voorbeeld.verwacht

    def _niet_meer_speelbaar(self, kennis: Kennis, mutant: Mutant) -> bool:
        situaties = [mutant.naam] if mutant.soort == "situaties" else list(self._gespeeld)
        return any(
            not self._speel(kennis, situatie, grond, voorbeeld)
            for situatie in situaties
            for grond, voorbeeld in self._gespeeld[situatie]
            if mutant.soort == "situaties" or mutant.naam in voorbeeld.feiten
        )


def _uitspraken(kennis: Kennis) -> Iterator[Uitspraak]:
    """De uitspraken van het evaluatiebestand, met dezelfde vertaling als daar."""
    vertaling = Vertaling.lees(EVALUATIE / "vertaling.yaml")
    for zaak in yaml.load((EVALUATIE / "uitspraken-dev.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[
        "cases"
    ]:
        aangenomen = frozenset(zaak.get("held") or ())
        afgewezen = frozenset(
            r["ground"] for r in zaak.get("rejected") or () if not r.get("partial") and r.get("final", True)
        )
        feiten = Zaak()
        for feit, waarde in ingevuld(kennis, vertaling.feiten(zaak["facts"]), VANDAAG).items():
            feiten = feiten.met(feit, waarde)
        yield Uitspraak(feiten, aangenomen, afgewezen - aangenomen)
