"""Feiten horen in een bericht: de woorden staan bij de feiten in de kennis, de grammatica staat hier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.verstaan.duiding import NAMENS_DADER, VOOR_EEN_ANDER, Duiding
from bot.verstaan.leeftijd import was_toen_misschien_jonger
from bot.verstaan.patroon import Automaat, Treffer
from bot.verstaan.strekking import NIET, Strekking, ontkend, strekking
from bot.verstaan.stukken import Stuk
from bot.verstaan.wanneer import lees_momenten
from bot.verstaan.zin import Zin, lees_zin
from knowledge import Kennis
from knowledge.schema import WEET_NIET, Feit, FoutKost

WENSEN = frozenset({"wil"})
"""Een wens vult alleen wat iemand wil."""
OVER_WAT_GEZEGD_IS = frozenset({"uitspraak", "uitspraak_feitelijk", "uitspraak_concreet", "onderwerp", "gebeurd"})
"""Wat de ander beweert is niet gebeurd, maar dat hij het beweert wel."""
OOK_ECHT_GEBEURD = frozenset({"beeld_gedeeld", "beeld_gemaakt", "beeld_dreiging", "gegevens", "contact", "account", "afpersing"})  # fmt: skip
"""Beweert een ander dit over de schrijver, dan is het daarmee nog niet gebeurd."""
HOE_HET_GEZEGD_IS = ("onderwerp", "uitspraak_feitelijk", "uitspraak_concreet")
"""Zonder dat er iets gezegd is, zijn dit losse woorden: 'was het wel verkrachting?'."""
ROL, EIGEN_BEELD = "rol", "slachtoffer"
JUIST_NIET = "~"
ALLEEN_GEVRAAGD = "^"
"""'200 euro' is in een verhaal nog geen eis, maar wel het antwoord op de vraag of iemand geld wil."""
JA_NEE = frozenset({"ja", "nee"})
HEEL_VERHAAL = 18
"""Vanaf zo veel woorden mag je verwachten dat iemand het beeld genoemd had."""
BEELDWOORDEN = frozenset({"BEELD", "SEKSBEELD", "NEPBEELD"})
BEELDBEGIN = ("foto", "film", "gefilm", "video", "beeld", "camera", "naakt", "bloot", "portret", "gefoto", "tv", "televisie", "uitzend", "deepf", "seksf", "selfie", "screenshot", "afbeeld", "porno", "tiktok", "youtube")  # fmt: skip
EVEN_GOED = 0.7
"""Past een tweede antwoord bijna net zo goed, dan kiest niemand."""
ZEKER_NIET = 2
"""Zo dichtbij moet 'niet' staan om er een zeker 'nee' van te maken; verder weg vragen we het."""


@dataclass(frozen=True)
class Gehoord:
    """Een gehoord feit. `zeker` False: niet overnemen, wel vragen."""

    feit: str
    waarde: str | tuple[str, ...]
    zeker: bool = True


@dataclass(frozen=True)
class _Doel:
    feit: str
    optie: str
    ontkennend: bool
    achteraf: bool
    janee: bool
    meer: bool
    kost: FoutKost
    juist_niet: bool = False
    alleen_gevraagd: bool = False


class Feitenvinder:
    """Vindt feiten met de woorden van de kennis. Eén per versie van de kennis."""

    def __init__(self, kennis: Kennis) -> None:
        self._kennis = kennis
        self._automaat = Automaat({naam: groep.woorden for naam, groep in kennis.woordgroepen.items()})
        self._doelen: list[_Doel] = []
        for feit in kennis.feiten.values():
            janee = {optie.id for optie in feit.opties} >= JA_NEE
            for optie in feit.opties:
                for woord in optie.woorden:
                    if self._automaat.voeg_toe(woord.lstrip(JUIST_NIET + ALLEEN_GEVRAAGD)) is not None:
                        ontkennend = bool(NIET & set(lees_zin(woord).woorden)) or "zonder" in woord
                        self._doelen.append(
                            _Doel(
                                feit.id,
                                optie.id,
                                ontkennend,
                                feit.achteraf or optie.achteraf,
                                janee,
                                feit.soort == "meerkeuze",
                                optie.fout_kost,
                                woord.startswith(JUIST_NIET),
                                woord.startswith(ALLEEN_GEVRAAGD),
                            )
                        )

    def vind(
        self, tekst: str, vandaag: date, stukken: tuple[Stuk, ...] = (), gevraagd: str | None = None
    ) -> tuple[Gehoord, ...]:
        """Alle feiten in deze tekst (die nog niet genormaliseerd is). `stukken`: wat iemand met elk deel ervan doet.

        `gevraagd`: het feit waar net naar gevraagd is; daar telt ook een zwaar antwoord.
        """
        zin = lees_zin(tekst)
        duiding = Duiding(zin, stukken)
        bedoeld = strekking(zin)
        gevonden: dict[str, dict[str, tuple[bool, int]]] = {}
        onzeker: set[str] = set()
        for treffer in self._langste(self._zonder_juist_niet(self._bij_de_vraag(zin, gevraagd))):
            doel = self._doelen[treffer.patroon]
            optie, gewicht = doel.optie, treffer.gewicht
            if any(bedoeld.onzeker[nr] >= 0 for nr in range(treffer.begin, treffer.eind)):
                onzeker.add(doel.feit)
                continue
            eigen_vraag = doel.feit == gevraagd
            zeker = self._mag_gelden(duiding, treffer, doel, bedoeld, eigen_vraag)
            weg = None if doel.ontkennend else ontkend(zin, treffer.begin, treffer.eind, doel.janee or doel.achteraf)
            if weg is not None:
                if not (doel.janee and optie == "ja") or _in_een_ander_deel(zin, treffer):
                    continue
                optie, zeker, gewicht = "nee", zeker and weg <= ZEKER_NIET, 1
                if self._kost(doel.feit, optie) == "zwaar" and not eigen_vraag:
                    zeker = zeker and duiding.plat_verteld(treffer.begin, treffer.eind)
            opties = gevonden.setdefault(doel.feit, {})
            opties[optie] = max(opties.get(optie, (False, 0)), (zeker, gewicht))
        uit = {feit: gehoord for feit, opties in gevonden.items() if (gehoord := self._kies(feit, opties)) is not None}
        uit |= {feit: Gehoord(feit, WEET_NIET) for feit in onzeker - set(uit)}
        self._vul_aan(uit, duiding, tekst, vandaag)
        self._zonder_beeld(uit, zin)
        _zonder_uitspraak(uit, gevraagd)
        return tuple(uit.values())

    def spreekt_tegen(self, tekst: str, feit: str, optie: str) -> bool:
        """Staat er iets waarbij dit juist niet geldt: 'mijn zoontje krijgt het te zien' maakt niemand hier als ouder."""
        doelen = (self._doelen[t.patroon] for t in self._automaat.vind(lees_zin(tekst)))
        return any(doel.juist_niet and (doel.feit, doel.optie) == (feit, optie) for doel in doelen)

    def _mag_gelden(
        self, duiding: Duiding, treffer: Treffer, doel: _Doel, bedoeld: Strekking, eigen_vraag: bool
    ) -> bool:
        """Neemt het gesprek dit zomaar over? Hoe meer een fout kost, hoe duidelijker iemand het verteld moet hebben."""
        plek = treffer.begin, treffer.eind
        if doel.kost == "beschermt":
            return duiding.over_deze_zaak(*plek)
        if _betwijfeld(doel, treffer, bedoeld, doel.feit in OVER_WAT_GEZEGD_IS and doel.optie not in OOK_ECHT_GEBEURD):
            return False
        if eigen_vraag:
            return True
        if doel.kost == "zwaar":
            return duiding.plat_verteld(*plek)
        if doel.feit in OVER_WAT_GEZEGD_IS and duiding.aangehaald(*plek):
            return True
        return duiding.verteld(*plek) or (doel.feit in WENSEN and duiding.gewenst(*plek))

    def _kost(self, feit: str, optie: str) -> FoutKost:
        gevonden = self._kennis.optie(feit, optie)
        return gevonden.fout_kost if gevonden else "licht"

    def _bij_de_vraag(self, zin: Zin, gevraagd: str | None) -> list[Treffer]:
        """Wat past; wat alleen een antwoord is, alleen als daar net naar gevraagd is."""
        gevonden = ((t, self._doelen[t.patroon]) for t in self._automaat.vind(zin))
        return [t for t, doel in gevonden if not doel.alleen_gevraagd or doel.feit == gevraagd]

    def _zonder_juist_niet(self, treffers: list[Treffer]) -> list[Treffer]:
        """Haalt weg wat binnen een 'juist niet' van hetzelfde antwoord valt, en die zelf ook."""
        niet = [t for t in treffers if self._doelen[t.patroon].juist_niet]
        if not niet:
            return treffers
        return [
            t
            for t in treffers
            if not self._doelen[t.patroon].juist_niet
            and not any(
                n.begin <= t.begin
                and t.eind <= n.eind
                and self._doelen[n.patroon].feit == self._doelen[t.patroon].feit
                and self._doelen[n.patroon].optie == self._doelen[t.patroon].optie
                for n in niet
            )
        ]

    def _langste(self, treffers: list[Treffer]) -> Iterable[Treffer]:
        """Valt een vondst van een feit helemaal in een langere van hetzelfde feit, dan telt alleen de langere."""
        per_feit: dict[str, list[Treffer]] = {}
        for treffer in sorted(treffers, key=lambda t: (t.begin - t.eind, -t.gewicht)):
            doel = self._doelen[treffer.patroon]
            eerder = per_feit.setdefault(doel.feit, [])
            optie = doel.optie
            if doel.meer:
                eerder.append(treffer)
                continue
            if not any(
                t.begin <= treffer.begin
                and treffer.eind <= t.eind
                and t.eind - t.begin > treffer.eind - treffer.begin
                and t.gewicht > treffer.gewicht
                and self._doelen[t.patroon].optie != optie
                for t in eerder
            ):
                eerder.append(treffer)
        return [treffer for treffers_ in per_feit.values() for treffer in treffers_]

    def _kies(self, feit_id: str, opties: dict[str, tuple[bool, int]]) -> Gehoord | None:
        """Bij meerkeuze alles wat zeker is, anders het langste stuk tekst; bij gelijke stand beslist niemand."""
        feit: Feit = self._kennis.feiten[feit_id]
        if feit.soort == "meerkeuze":
            zeker = [optie for optie in feit.opties if opties.get(optie.id, (False, 0))[0]]
            if len(zeker) > 1:
                zeker = [optie for optie in zeker if not optie.alleen]
            return Gehoord(feit_id, tuple(optie.id for optie in zeker)) if zeker else None
        if feit_id == ROL and opties.get(EIGEN_BEELD, (False, 0))[0] and set(opties) & VOOR_EEN_ANDER:
            # 'mijn zusje zag mijn naaktfoto': het gaat om wie op het beeld staat
            return Gehoord(feit_id, EIGEN_BEELD)
        if feit_id == ROL and opties.get(NAMENS_DADER, (False, 0))[0]:
            return Gehoord(feit_id, NAMENS_DADER)  # 'mijn zoon' staat er ook, en zegt minder
        volgorde = sorted(opties.items(), key=lambda paar: paar[1], reverse=True)
        beste, (zeker_, gewicht) = volgorde[0]
        tegen = [optie for optie, (ook_zeker, _) in volgorde[1:] if ook_zeker]
        # ja én nee in één verhaal, of twee antwoorden die even goed passen: dan vragen we het
        twijfel = (tegen and {beste, *tegen} >= JA_NEE) or any(
            ook_zeker == zeker_ and ander >= EVEN_GOED * gewicht for _, (ook_zeker, ander) in volgorde[1:]
        )
        return Gehoord(feit_id, beste, zeker_ and not twijfel)

    def _zonder_beeld(self, uit: dict[str, Gehoord], zin: Zin) -> None:
        """Een heel verhaal over woorden waarin nergens een beeld voorkomt, gaat niet over beeld. Dat zeggen we wel terug."""
        if "beeld" in uit or "beeld" not in self._kennis.feiten or len(zin.woorden) < HEEL_VERHAAL:
            return
        over_woorden = uit.get("uitspraak") or uit.get("herhaald_contact") or uit.get("dreigt_geweld")
        if over_woorden and over_woorden.waarde == "ja" and over_woorden.zeker and not self._noemt_beeld(zin):
            uit["beeld"] = Gehoord("beeld", "geen")

    def _noemt_beeld(self, zin: Zin) -> bool:
        return any(BEELDWOORDEN & self._automaat.vormen(woord) or woord.startswith(BEELDBEGIN) for woord in zin.woorden)

    def _vul_aan(self, uit: dict[str, Gehoord], duiding: Duiding, tekst: str, vandaag: date) -> None:
        """Leeftijden en data: die hebben geen woorden maar getallen."""
        rol = uit["rol"].waarde if "rol" in uit and uit["rol"].zeker else None
        woorden = " ".join(duiding.zin.woorden)
        slachtoffer, dader = duiding.leeftijden(rol if isinstance(rol, str) else None)
        for feit, jaren in (("leeftijd", slachtoffer), ("leeftijd_dader", dader)):
            if jaren is not None and feit in self._kennis.feiten:
                zeker = feit != "leeftijd" or not was_toen_misschien_jonger(jaren, woorden)
                uit[feit] = Gehoord(feit, jaren, zeker)
        for feit, waarde in lees_momenten(tekst, vandaag):
            if feit in self._kennis.feiten:
                uit.setdefault(feit, Gehoord(feit, waarde))


def _zonder_uitspraak(uit: dict[str, Gehoord], gevraagd: str | None) -> None:
    """Waarover het gezegde gaat, geldt pas als er iets gezegd is, of als we daar net naar vroegen."""
    gezegd, gebeurd = uit.get("uitspraak"), uit.get("gebeurd")
    if (gezegd and gezegd.waarde == "ja") or (gebeurd and "uitspraak" in gebeurd.waarde):
        return
    if gevraagd is not None and gevraagd.startswith(("uitspraak", "onderwerp", "gebeurd")):
        return
    for feit in HOE_HET_GEZEGD_IS:
        if feit in uit:
            uit[feit] = Gehoord(feit, uit[feit].waarde, zeker=False)


def _in_een_ander_deel(zin: Zin, treffer: Treffer) -> bool:
    """'Hij dreigt alleen, er staat nog niks online': de ontkenning hoort bij het tweede zinsdeel, niet bij het dreigen."""
    begin, eind = treffer.begin, treffer.eind
    niet = next((nr for nr in range(begin, eind) if zin.woorden[nr] in NIET), begin)
    return zin.deel[niet] != zin.deel[begin]


def _betwijfeld(doel: _Doel, treffer: Treffer, bedoeld: Strekking, gezegd_telt: bool) -> bool:
    """Alleen gedacht of door de ander gezegd; of nog niet gebeurd, bij een feit dat pas achteraf geldt."""
    lagen = [bedoeld.gedacht, bedoeld.gezegd, *(() if gezegd_telt else (bedoeld.beweerd,))]
    if doel.achteraf:
        lagen.append(bedoeld.straks)
    laatste = treffer.eind - 1
    # staat het woord dat twijfel zaait in het patroon zelf ('dreigt te delen'), dan hoort het erbij
    return any(laag[laatste] >= 0 and not treffer.begin <= laag[laatste] < treffer.eind for laag in lagen)
