"""De kennis in het geheugen: de inhoud, klaar om mee te rekenen. Onveranderlijk."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import TypeVar

from knowledge import schema
from knowledge.errors import AntwoordFout
from knowledge.recht.bereiktoetsen import Routetoets, Situatietoetsen, Waarschuwingtoetsen
from knowledge.recht.brieftoets import Brieftoets
from knowledge.recht.gevolg import Gevolgen
from knowledge.recht.termijnen import verjaart_bij
from knowledge.recht.tijdvak import lees_tijdvak
from knowledge.recht.toetsen import Grondtoets, Voorwaardelijk
from knowledge.recht.voorwaarde import Atomen, Geheugen, Toets, samen
from knowledge.recht.zaak import Waarde, Zaak
from knowledge.schema import WEET_NIET

VROEGSTE = date(1990, 1, 1)
DATUMFOUT = {reden: f"datum_{reden}" for reden in ("bestaat_niet", "welk_jaar")}
"""Wat het verstaan in plaats van een dag kan zeggen, en de zin daarbij."""
_T = TypeVar("_T")


class Kennis:
    """Alle inhoud op naam, met de voorwaarden gereed om te wegen."""

    atomen: Atomen
    grondtoetsen: tuple[Grondtoets, ...]
    routetoetsen: tuple[Routetoets, ...]

    def __init__(self, inhoud: schema.Inhoud, hash_: str = "") -> None:
        self.versie = inhoud.versie
        self.hash = hash_
        self.feiten = _op_naam(inhoud.feiten)
        self.gronden = _op_naam(inhoud.gronden)
        self.routes = _op_naam(_met_platforms(inhoud))
        self.termijnen = _op_naam(inhoud.termijnen)
        self.instanties = _op_naam(inhoud.instanties)
        self.platforms = _op_naam(inhoud.platforms)
        self.bronnen = _op_naam(inhoud.bronnen)
        self.begrippen = _op_naam(inhoud.begrippen)
        self.situaties = _op_naam(inhoud.situaties)
        self.waarschuwingen = _op_naam(inhoud.waarschuwingen)
        self.tegenspraken = _op_naam(inhoud.tegenspraken)
        self.erkenningen = _op_naam(inhoud.erkenningen)
        self.brieven = _op_naam(inhoud.brieven)
        self.briefzinnen = _op_naam(inhoud.briefzinnen)
        self.antwoordthemas = _op_naam(inhoud.antwoorden)
        self.antwoorden = {vraag.id: vraag for thema in inhoud.antwoorden for vraag in thema.vragen}
        self.thema_van = {vraag.id: thema for thema in inhoud.antwoorden for vraag in thema.vragen}
        self.voorbeelden = inhoud.voorbeelden
        self.regels = inhoud.regels
        self.woordgroepen = _op_naam(inhoud.woordgroepen)
        self.zorgwoorden = _op_naam(inhoud.zorgwoorden)
        self.zorg = _op_naam(inhoud.zorg)
        self.talen = _op_naam(inhoud.talen)
        self.paginas = _op_naam(inhoud.paginas)
        self.veiligheid = inhoud.veiligheid
        self.noodteksten = _op_naam(inhoud.veiligheid.noodteksten)
        self.zinnen = inhoud.gesprek.zinnen
        self.aanspreek = inhoud.gesprek.aanspreek
        self._bereid_voor()

    def met(self, soort: str, naam: str, onderdeel: schema.Vorm | None) -> Kennis:
        """Dezelfde kennis met één onderdeel anders (None: weg). Wat gelijk bleef, wordt niet opnieuw gemaakt."""
        nieuw = copy(self)
        anders = {sleutel: waarde for sleutel, waarde in getattr(self, soort).items() if sleutel != naam or onderdeel}
        setattr(nieuw, soort, {**anders, naam: onderdeel} if onderdeel else anders)
        nieuw._bereid_voor(self)
        return nieuw

    def _bereid_voor(self, oud: Kennis | None = None) -> None:
        atomen = oud.atomen.kopie() if oud else Atomen(self.feiten)
        self.atomen = atomen
        al_gemaakt: dict[int, Grondtoets] = {id(t.grond): t for t in oud.grondtoetsen} if oud else {}
        gronden = sorted(self.gronden.values(), key=lambda g: (g.rang, g.id))
        self.grondtoetsen = tuple(
            toets
            if (toets := al_gemaakt.get(id(grond))) and toets.bit == 1 << nr
            else Grondtoets(grond, atomen, 1 << nr)
            for nr, grond in enumerate(gronden)
        )
        grondbit = {toets.grond.id: toets.bit for toets in self.grondtoetsen}
        al_klaar: dict[tuple[int, int], Routetoets] = (
            {(id(t.route), t.grondbits): t for t in oud.routetoetsen} if oud else {}
        )
        self.routetoetsen = tuple(
            al_klaar.get((id(route), bits)) or Routetoets(route, atomen, bits)
            for route in sorted(self.routes.values(), key=lambda r: (r.rang, r.id))
            for bits in (sum(grondbit.get(grond, 0) for grond in set(route.gronden)),)
        )
        self.situatietoetsen = Situatietoetsen(self.situaties.values(), atomen)
        self.waarschuwingtoetsen = Waarschuwingtoetsen(self.waarschuwingen.values(), atomen)
        self.zorgtoetsen = {p.id: Toets(p.zwak_als, atomen) for p in self.zorg.values() if p.zwak_als}
        self.tegenspraaktoetsen = tuple((t, Toets(t.als, atomen)) for t in self.tegenspraken.values())
        self.erkenningtoetsen = tuple((e, Toets(e.als, atomen)) for e in self.erkenningen.values() if e.als)
        self.verjaringen = tuple(t for t in self.termijnen.values() if t.bij_straf or t.verjaart_niet)
        eigen = {v.verjaring.termijn for g in self.gronden.values() for v in g.varianten if v.verjaring}
        self.naar_straf = {t.id for t in self.verjaringen} | {naam for naam in eigen if naam}
        """De verjaringen die uit de straf volgen; de andere termijnen lopen vanaf een dag en meer niet."""
        self.gronden_van_termijn = {
            termijn.id: sum(
                bit
                for grond, bit in grondbit.items()
                if grond in termijn.gronden
                or termijn.id in self.gronden[grond].termijnen
                or verjaart_bij(termijn, self.gronden[grond])
            )
            for termijn in self.termijnen.values()
        }
        self.termijntoetsen = {t.id: Voorwaardelijk(t.als, t.niet_als, atomen) for t in self.termijnen.values()}
        self.zekertoetsen = {t.id: Toets(t.zeker_als, atomen) for t in self.termijnen.values() if t.zeker_als}
        self.erbijtoetsen = {
            t.id: tuple((zin, Voorwaardelijk(zin.als, zin.niet_als, atomen)) for zin in t.erbij)
            for t in self.termijnen.values()
            if t.erbij
        }
        self.brieftoetsen = {b.id: Brieftoets(b, atomen) for b in self.brieven.values()}
        self.opvolgtoetsen = {
            (route.id, nr): Toets(opvolging.als, atomen)
            for route in self.routes.values()
            for nr, opvolging in enumerate(route.opvolging)
            if opvolging.als is not None
        }
        self.klachttoetsen = {
            g.id: Toets(g.klacht_als, atomen)
            for g in self.gronden.values()
            if g.klachtdelict == "soms" and g.klacht_als
        }
        self.platformtoetsen = tuple((p.als and Toets(p.als, atomen), p) for p in self.platforms.values())
        self.praattoetsen = tuple(
            (instantie, Voorwaardelijk(praten.als, praten.niet_als, atomen))
            for _, _, instantie, praten in sorted(
                ((i.praten.rang, i.id, i, i.praten) for i in self.instanties.values() if i.praten),
                key=lambda rij: rij[:2],
            )
        )
        self.op_zijn_plaats = {
            feit.id: Voorwaardelijk(feit.alleen_vragen_als, feit.niet_vragen_als, atomen)
            for feit in self.feiten.values()
            if feit.alleen_vragen_als or feit.niet_vragen_als
        }
        self.vraagwijzen = {
            feit.id: tuple((Toets(wijze.als, atomen), wijze) for wijze in feit.anders)
            for feit in self.feiten.values()
            if feit.anders
        }
        self.gevolgen = Gevolgen(tuple(self.feiten.values()), atomen)
        self.vooraan = {
            (feit.id, optie.id): Toets(optie.vooraan_als, atomen)
            for feit in self.feiten.values()
            for optie in feit.opties
            if optie.vooraan_als is not None
        }
        self.antwoordvarianten = {
            vraag.id: tuple((Toets(variant.als, atomen), variant) for variant in vraag.varianten)
            for vraag in self.antwoorden.values()
            if vraag.varianten
        }
        self.vult_in = tuple(
            (atomen.bits([feit.id]), atomen.bits(gevolg for optie in feit.opties for gevolg in optie.zegt_ook))
            for feit in self.feiten.values()
            if feit.soort == "keuze" and all(optie.zegt_ook for optie in feit.opties)
        )
        self.altijd = tuple(
            (atomen.bits([feit.id]), Toets(feit.altijd_vragen, atomen))
            for feit in self.feiten.values()
            if feit.altijd_vragen
        )
        self.vraagbaar = atomen.bits(feit.id for feit in self.feiten.values() if not feit.alleen_gehoord)
        self.beslismasker = samen(
            [
                *self.grondtoetsen,
                *(toets.toets for toets in self.routetoetsen),
                *(toets for _, toets in self.situatietoetsen.toetsen),
                *(toets for _, toets in self.waarschuwingtoetsen.toetsen),
                *self.termijntoetsen.values(),
                *self.zekertoetsen.values(),
                *(toets for rij in self.erbijtoetsen.values() for _, toets in rij),
                *self.op_zijn_plaats.values(),
                *(toets for _, toets in self.altijd),
            ]
        )
        self._tijdvakken: Geheugen[tuple[int, ...]] = Geheugen()

    def tijdvakken(self, dag: date) -> tuple[int, ...]:
        """Per grond in welk tijdvak deze dag valt."""
        nummer = dag.toordinal()
        tijdvakken = self._tijdvakken.get(nummer)
        if tijdvakken is None:
            tijdvakken = self._tijdvakken.bewaar(nummer, tuple(toets.tijdvak(dag) for toets in self.grondtoetsen))
        return tijdvakken

    def lees_antwoord(self, feit_id: str, ruw: object, vandaag: date) -> Waarde:
        """Maakt van ruwe invoer een geldige waarde. Werpt `AntwoordFout` met de reden."""
        feit = self.feiten.get(feit_id)
        if feit is None:
            raise AntwoordFout(feit_id, "geen_antwoord")
        delen = [str(deel).strip() for deel in ruw] if isinstance(ruw, (list, tuple)) else [str(ruw).strip()]
        if delen == [WEET_NIET]:
            return WEET_NIET
        if feit.soort == "datum":
            return _lees_datum(feit, delen, vandaag)
        if feit.soort == "leeftijd" and len(delen) == 1 and delen[0].isdigit():
            return _lees_leeftijd(feit, int(delen[0]))
        bekend = {optie.id: optie for optie in feit.opties}
        if not delen or any(deel not in bekend for deel in delen) or (feit.soort != "meerkeuze" and len(delen) != 1):
            raise AntwoordFout(feit_id, "geen_antwoord")
        if feit.soort != "meerkeuze":
            return delen[0]
        if len(delen) > 1 and any(bekend[deel].alleen for deel in delen):
            delen = [deel for deel in delen if not bekend[deel].alleen] or delen[:1]
        return tuple(optie.id for optie in feit.opties if optie.id in delen)

    def vul_aan(self, zaak: Zaak) -> Zaak:
        """De zaak met wat er vanzelf bij hoort. Wat iemand zelf zei, gaat altijd voor."""
        return self.gevolgen.vul_aan(zaak)

    def optie(self, feit_id: str, optie_id: str) -> schema.Optie | None:
        return next((optie for optie in self.feiten[feit_id].opties if optie.id == optie_id), None)

    def zin(self, sleutel: str, **waarden: str) -> str:
        """Een gesprekszin, ingevuld."""
        return self.zinnen[sleutel].format(**waarden)


def _lees_datum(feit: schema.Feit, delen: list[str], vandaag: date) -> str:
    try:
        vak = lees_tijdvak(delen[0])
    except ValueError:
        raise AntwoordFout(feit.id, DATUMFOUT.get(delen[0], "datum_onleesbaar")) from None
    if vak.vroegst > vandaag:
        raise AntwoordFout(feit.id, "datum_toekomst")
    if vak.laatst < VROEGSTE:
        raise AntwoordFout(feit.id, "datum_te_oud")
    return vak.waarde


def _lees_leeftijd(feit: schema.Feit, jaren: int) -> str:
    for optie in feit.opties:
        if optie.van is not None and optie.van <= jaren <= (optie.tot if optie.tot is not None else 120):
            return optie.id
    raise AntwoordFout(feit.id, "geen_antwoord")


def _met_platforms(inhoud: schema.Inhoud) -> Iterable[schema.Route]:
    """De routes, met achteraan de stap van elk platform dat eronder hoort."""
    for route in inhoud.routes:
        extra = tuple(
            schema.Stap(tekst=p.stap.tekst, als=p.als, niet_als=None, link=p.link, bronnen=p.stap.bronnen)
            for p in inhoud.platforms
            if p.route == route.id and p.stap
        )
        yield route.model_copy(update={"stappen": (*route.stappen, *extra)}) if extra else route


def _op_naam(onderdelen: Iterable[_T]) -> dict[str, _T]:
    return {onderdeel.id: onderdeel for onderdeel in onderdelen}  # type: ignore[attr-defined]  # elke vorm in een map heeft een id
