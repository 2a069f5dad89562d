"""Wie merkt een mutant: de vorm, de controle, de voorbeelden, de uitspraken, of een vaste regel. Nooit een telling of momentopname."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge import Kennis, Zaak, adviseer
from knowledge.bewijs import Vertaling
from knowledge.bewijs.proeven import grondfout, proeffout, zaak_van
from knowledge.bewijs.regels import Regels
from knowledge.bewijs.wandel import gericht, speel
from knowledge.bewijs.zaken import ingevuld
from knowledge.bouw.check import controleer_samenhang
from knowledge.bouw.check_gebruik import bronnen_gelden, gronden_bereikbaar
from knowledge.bouw.load import Gelezen
from knowledge.recht import WANNEER, beoordeel
from knowledge.schema import MAPPEN, Voorbeeld
from knowledge.schema import Geval as Proefgeval
from knowledge.schema.proef import SOORTEN
from tests.inhoud.mutatie.operatoren import Mutant

BRON = re.compile("`([a-z0-9_]+)` staat niet in bronnen/")
EVALUATIE = Path(__file__).parents[2] / "evaluatie"
VANDAAG = date(2026, 11, 24)
ROUTES = {"kort_geding_toegewezen", "naw_gegevens", "schadevergoeding_6_106", "contactverbod"}
SAMENHANG = {"bronnen", "begrippen", "feiten", "situaties"}
"""Soorten waarvan een mutant de samenhang kan breken; van de andere soorten verandert alleen de eigen voorwaarde."""
PAST = ("ja", "mogelijk")


OP_HET_ADVIES = ("verjaring", "termijnen")
"""Delen van een grond die het oordeel niet veranderen, wel tot wanneer iets kan: dat zeggen de voorbeelden van de termijnen."""
LOS = ("laat termijn", "schuif versie")
"""Operatoren op een grond of route waarvan de samenhang of het advies iets merkt."""


@dataclass(frozen=True)
class Uitspraak:
    """Een uitspraak: de zaak die eruit volgt, wat de rechter aannam en wat hij afwees."""

    zaak: Zaak
    aangenomen: frozenset[str]
    afgewezen: frozenset[str]


@dataclass(frozen=True)
class Geval:
    """Een voorbeeld, bij welk onderdeel het staat, en de zaak die eruit volgt."""

    soort: str
    naam: str
    zaak: Zaak
    stand: int
    vandaag: date
    vraagt: bool
    fout: Callable[[Kennis], str | None]


def _gevallen(kennis: Kennis) -> Iterator[Geval]:
    """Elk voorbeeld van de jurist, en nog eens met elk antwoord van `ook_met`."""

    def geval(
        soort: str, naam: str, bij: Voorbeeld | Proefgeval, fout: Callable[[Kennis], str | None]
    ) -> Iterator[Geval]:
        vraagt = soort == "feiten" or bool(isinstance(bij, Proefgeval) and (bij.vraagt or bij.vraagt_niet))
        for feiten in bij.gevallen():
            zaak = kennis.vul_aan(zaak_van(kennis, feiten, bij.vandaag))
            yield Geval(soort, naam, zaak, kennis.atomen.vast(zaak), bij.vandaag, vraagt, fout)

    for grond in kennis.gronden.values():
        for voorbeeld in grond.voorbeelden:
            yield from geval("gronden", grond.id, voorbeeld, partial(grondfout, grond=grond, voorbeeld=voorbeeld))
    for proef in kennis.voorbeelden:
        for een in proef.voorbeelden:
            yield from geval(SOORTEN[proef.soort], proef.naam, een, partial(proeffout, proef=proef, geval=een))


class Jury:
    """Kijkt naar één mutant tegelijk, het goedkoopste eerst."""

    def __init__(self, gelezen: Gelezen) -> None:
        self.gelezen = gelezen
        self.kennis = Kennis(gelezen.inhoud)
        self._uitspraken = list(_uitspraken(self.kennis))
        self._gezegd = self._oordelen(self.kennis)
        self._zaken = list(self._verschillende_zaken())
        self._gespeeld = self._speelbaar()
        self._gevallen = list(_gevallen(self.kennis))

    def kapot(self) -> str | None:
        """Een voorbeeld dat bij de echte inhoud al niet klopt; None als alles klopt."""
        return next((fout for geval in self._gevallen if (fout := geval.fout(self.kennis))), None)

    def merkt(self, mutant: Mutant) -> str | None:
        """Waardoor de mutant opvalt; None als hij overleeft."""
        for naam, kijk in self._kijkers(mutant):
            if kijk():
                return naam
        return None

    def _kijkers(self, mutant: Mutant) -> Iterator[tuple[str, Callable[[], bool]]]:
        yield "vorm", lambda: self._vorm(mutant)
        if mutant.onderdeel is None:  # wat weg is, merkt de controle; rekenen kan er niet altijd meer mee
            yield "controle", lambda: self._controle(mutant)
        if mutant.soort not in ("bronnen", "begrippen"):
            yield from self._proefkijkers(mutant, self.kennis.met(mutant.soort, mutant.naam, mutant.onderdeel))
        if mutant.onderdeel and (mutant.soort in SAMENHANG or mutant.operator.startswith(LOS)):
            yield "controle", lambda: self._controle(mutant)

    def _proefkijkers(self, mutant: Mutant, anders: Kennis) -> Iterator[tuple[str, Callable[[], bool]]]:
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
        """De statische controle; van een bron of een situatie alleen het deel dat ervan afhangt."""
        if mutant.soort == "bronnen" and mutant.onderdeel is None:
            return mutant.naam in self._genoemde_bronnen
        delen = [mutant.onderdeel if d.id == mutant.naam else d for d in getattr(self.gelezen.inhoud, mutant.soort)]
        inhoud = self.gelezen.inhoud.model_copy(update={mutant.soort: tuple(d for d in delen if d is not None)})
        anders = Gelezen(inhoud, self.gelezen.plaatsen)
        if mutant.soort == "bronnen":
            return any(bronnen_gelden(anders))
        if mutant.soort == "situaties":
            return any(gronden_bereikbaar(anders))
        return bool(controleer_samenhang(anders))

    @cached_property
    def _genoemde_bronnen(self) -> set[str]:
        """Welke bronnen de controle mist als er geen enkele meer is: elke verwijzing staat op zichzelf."""
        leeg = self.gelezen.inhoud.model_copy(update={"bronnen": ()})
        return {
            naam for m in controleer_samenhang(Gelezen(leeg, self.gelezen.plaatsen)) for naam in BRON.findall(str(m))
        }

    def _voorbeelden(self, kennis: Kennis, mutant: Mutant) -> bool:
        """De voorbeelden van het onderdeel zelf, en elk ander waarvan de uitkomst ervan kan afhangen."""
        anders = self._hangt_af(kennis, mutant)
        eigen, rest = [], []
        for geval in self._gevallen:
            if (geval.soort, geval.naam) == (mutant.soort, mutant.naam):
                eigen.append(geval)
            elif anders(geval):
                rest.append(geval)
        return any(geval.fout(kennis) for geval in (*eigen, *rest))

    def _hangt_af(self, kennis: Kennis, mutant: Mutant) -> Callable[[Geval], bool]:
        """Kan dit voorbeeld van iets anders door de mutant anders uitvallen? Bij twijfel ja."""
        if mutant.soort == "feiten":
            return lambda geval: geval.zaak.kent(mutant.naam) or geval.vraagt
        if mutant.soort == "situaties":
            return lambda geval: (
                self.kennis.situatietoetsen.bereik(geval.stand) != kennis.situatietoetsen.bereik(geval.stand)
            )
        if mutant.soort != "gronden":
            return lambda geval: False
        oud, nieuw = (next(t for t in k.grondtoetsen if t.grond.id == mutant.naam) for k in (self.kennis, kennis))
        op_het_advies = any(deel in mutant.waar for deel in OP_HET_ADVIES)

        def anders(geval: Geval) -> bool:
            wanneer = geval.zaak.waarde(WANNEER) if oud.van_de_daad else None
            toen = date.fromisoformat(wanneer) if isinstance(wanneer, str) else geval.vandaag
            if geval.soort == "gronden":
                return False
            if op_het_advies:
                return geval.soort == "termijnen" and oud.status(geval.stand, oud.tijdvak(toen)) in PAST
            nu = nieuw.status(kennis.atomen.vast(geval.zaak), nieuw.tijdvak(toen))
            return oud.status(geval.stand, oud.tijdvak(toen)) != nu

        return anders

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
