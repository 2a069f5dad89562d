"""Het beeld van een zaak voor de medewerker: wat we weten, wat we nog vragen, wat past en wat dat verandert."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge import Advies, Beoordeling, Kennis, Oordeel, Zaak, adviseer, schema
from knowledge.recht import JA, NEE, Antwoord, Normtoets, beoordeel, mag_gevraagd, open_termijnen, open_vragen
from knowledge.schema import WEET_NIET
from knowledge.woorden import (
    BronRegel,
    antwoordtekst,
    bronregel,
    gehoord,
    opsomming,
    strafduur,
    straftekst,
    vraag_in_zaak,
)

STRAKS = 5
"""Zoveel volgende vragen staan open uitgeschreven; de rest is één klik verder."""
SPOED_RANG = 2
"""Waarschuwingen tot en met deze rang gaan over leven en over kinderen: hun vragen staan bovenaan."""
TEKEN = {JA: "ja", NEE: "nee"}


@dataclass(frozen=True)
class Vraag:
    """Eén vraag zoals ze op het scherm staat."""

    feit: schema.Feit
    tekst: str
    voorlezen: str
    gekozen: tuple[str, ...]
    antwoord: str = ""
    kort: str = ""
    """Vraag en antwoord in één stukje, zoals we het terugzeggen: 'het beeld is **nep**'."""
    herkomst: str = ""
    volgt: bool = False


@dataclass(frozen=True)
class Element:
    teken: str
    tekst: str
    waarschijnlijk: bool
    weegt_mee: tuple[str, ...]
    door: tuple[str, ...]
    bronnen: tuple[BronRegel, ...]


@dataclass(frozen=True)
class Nodig:
    """Wat nog nodig is: het bestanddeel, en de vragen die het beslissen."""

    tekst: str
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class Variantbeeld:
    naam: str
    status: str
    elementen: tuple[Element, ...]
    rechter: tuple[str, ...]
    nodig: tuple[Nodig, ...]
    straf: str


@dataclass(frozen=True)
class Grondbeeld:
    """Een grond met zijn stand en wat die kan veranderen."""

    grond: schema.Grond
    status: str
    artikel: str
    nu_artikel: str
    varianten: tuple[Variantbeeld, ...]
    nodig: tuple[Nodig, ...]
    valt_weg: tuple[Nodig, ...]
    bronnen: tuple[BronRegel, ...]
    uitspraken: tuple[tuple[str, BronRegel], ...]


@dataclass(frozen=True)
class Beeld:
    """Alles wat het scherm nodig heeft."""

    zaak: Zaak
    weten: tuple[Vraag, ...]
    eerst: tuple[Vraag, ...]
    straks: tuple[Vraag, ...]
    overig: tuple[Vraag, ...]
    gronden: tuple[Grondbeeld, ...]
    niet: tuple[tuple[str, str], ...]
    advies: Advies
    situaties: tuple[schema.Situatie, ...]
    bronnen: dict[str, BronRegel]

    @property
    def alle_bronnen(self) -> tuple[BronRegel, ...]:
        return tuple(self.bronnen[b] for b in self.advies.bronnen)


def maak_beeld(kennis: Kennis, zaak: Zaak, vandaag: date, toon: str = "") -> Beeld:
    """Rekent alles uit voor deze zaak op deze dag. `toon`: een vraag die bovenaan moet staan."""
    return _Maker(kennis, zaak, vandaag).beeld(toon)


class _Maker:
    def __init__(self, kennis: Kennis, zaak: Zaak, vandaag: date) -> None:
        self.kennis, self.zaak = kennis, zaak
        self.b: Beoordeling = beoordeel(kennis, zaak, vandaag)
        self.advies = adviseer(kennis, zaak, vandaag, self.b)
        self.bronnen: dict[str, BronRegel] = {b: bronregel(kennis, kennis.bronnen[b]) for b in self.advies.bronnen}

    def beeld(self, toon: str) -> Beeld:
        kennis, b = self.kennis, self.b
        vragen = [feit.id for feit in open_vragen(kennis, b)]
        spoed = self._spoed()
        eerst = [f for f in spoed if not b.zaak.kent(f)]
        if toon in kennis.feiten and toon not in eerst:
            vragen = [toon, *(f for f in vragen if f != toon)]
        straks = [f for f in vragen if f not in eerst][:STRAKS]
        getoond = {*eerst, *straks, *b.zaak.bij_feit}
        overig = [
            f.id
            for f in sorted(kennis.feiten.values(), key=lambda f: f.id not in vragen)
            if f.id not in getoond and not f.alleen_gehoord
        ]
        past = sorted(self.advies.gronden, key=lambda o: (o.status != "ja", o.grond.rang))
        return Beeld(
            zaak=self.zaak,
            weten=tuple(self._vraag(a.feit) for a in b.zaak.antwoorden),
            eerst=tuple(map(self._vraag, eerst)),
            straks=tuple(map(self._vraag, straks)),
            overig=tuple(map(self._vraag, overig)),
            gronden=tuple(self._grond(o) for o in past),
            niet=tuple(self._niet()),
            advies=self.advies,
            situaties=b.situaties,
            bronnen=self.bronnen,
        )

    def _spoed(self) -> list[str]:
        """Gevaar, leeftijd en lopende termijnen: wat een waarschuwing of een laatste dag kan veranderen."""
        b = self.b
        feiten = list(self.kennis.veiligheid.eerst)
        for waarschuwing, toets in self.kennis.waarschuwingtoetsen.toetsen:
            if waarschuwing.rang <= SPOED_RANG:
                feiten += sorted(self.kennis.atomen.namen(toets.open_feiten(b.vast)))
        feiten += [t.vanaf for t in open_termijnen(b) if t.soort == "uiterlijk"]
        nodig = {
            f for bit, toets in self.kennis.altijd if toets.weeg(b.vast) == JA for f in self.kennis.atomen.namen(bit)
        }
        nodig |= set(feiten) - set(self.kennis.veiligheid.eerst)
        return [f for f in dict.fromkeys(feiten) if f in nodig and mag_gevraagd(b, f)]

    def _vraag(self, feit_id: str) -> Vraag:
        feit = self.kennis.feiten[feit_id]
        tekst = vraag_in_zaak(self.kennis, feit, self.b.zaak)
        antwoord = self.b.zaak.bij_feit.get(feit_id)
        if antwoord is None:
            return Vraag(feit, tekst, feit.voorlezen or tekst, ())
        return Vraag(
            feit,
            tekst,
            feit.voorlezen or tekst,
            (WEET_NIET,) if antwoord.onbekend else antwoord.keuzes,
            antwoordtekst(self.kennis, antwoord),
            "" if antwoord.onbekend else opsomming(gehoord(self.kennis, antwoord)),
            self.kennis.zin(f"balie_herkomst_{antwoord.herkomst}"),
            not self.zaak.kent(feit_id),
        )

    def _regels(self, bronnen: tuple[str, ...] | list[str]) -> tuple[BronRegel, ...]:
        for bron in bronnen:
            if bron not in self.bronnen:
                self.bronnen[bron] = bronregel(self.kennis, self.kennis.bronnen[bron])
        return tuple(self.bronnen[b] for b in dict.fromkeys(bronnen))

    def _grond(self, oordeel: Oordeel) -> Grondbeeld:
        toets = next(t for t in self.kennis.grondtoetsen if t.grond.id == oordeel.grond.id)
        toetsen = toets.varianten(self.b.dag_voor(toets))
        varianten, alle_nodig = [], []
        for variant, vt in zip(oordeel.varianten, toetsen, strict=True):
            if variant.status not in ("ja", "mogelijk"):
                continue
            nodig = tuple(self._nodig(t) for t in vt.bestanddelen if t.weeg(self.b.vast)[0] == 0)
            varianten.append(
                Variantbeeld(
                    (variant.variant.naam or "")[:1].upper() + (variant.variant.naam or "")[1:],
                    variant.status,
                    tuple(
                        Element(
                            TEKEN.get(e.waarde, "open"),
                            e.bestanddeel.tekst,
                            e.waarde == JA and not e.zeker,
                            tuple(o.tekst for o in e.weegt_mee),
                            tuple(
                                z.replace("**", "")
                                for f in e.door
                                for z in gehoord(self.kennis, self.b.zaak.bij_feit[f])
                            ),
                            self._regels(e.bestanddeel.bronnen),
                        )
                        for e in variant.elementen
                    ),
                    variant.variant.rechter_stelt_vast,
                    nodig,
                    balie_straf(self.kennis, variant.variant.straf),
                )
            )
            alle_nodig.append((variant.status == "ja", len(nodig), nodig))
        valt_weg = {
            u.onderdeel.tekst: self._nodig(u)
            for vt in toetsen
            for u in vt.uitzonderingen
            if u.weeg(self.b.vast)[0] == 0
        }
        kortste = min((n for ja, _, n in alle_nodig if not ja), key=len, default=())
        versie, nu = oordeel.versie, oordeel.versie_nu
        return Grondbeeld(
            oordeel.grond,
            oordeel.status,
            versie.artikel if versie else "",
            nu.artikel if nu and versie and nu != versie else "",
            tuple(varianten),
            kortste if oordeel.status != "ja" else (),
            tuple(valt_weg.values())[:4],
            self._regels([*([versie.bron] if versie else []), *oordeel.grond.bronnen]),
            tuple((u.leert, self._regels([u.bron])[0]) for u in oordeel.grond.uitspraken[:3]),
        )

    def _nodig(self, toets: Normtoets) -> Nodig:
        open_ = self.kennis.atomen.namen(toets.open_feiten(self.b.vast) & self.kennis.vraagbaar)
        feiten = sorted(f for f in open_ if mag_gevraagd(self.b, f))
        return Nodig(toets.onderdeel.tekst, tuple(map(self._vraag, feiten)))

    def _niet(self) -> list[tuple[str, str]]:
        """Gronden in het bereik van deze situatie die afvallen, met waardoor."""
        uit = []
        for grond_id in sorted(self.b.bereik):
            if self.b.statussen[grond_id] != "nee":
                continue
            oordeel = self.b.gronden[grond_id]
            reden = next(
                (
                    v.uitgezonderd.tekst if v.uitgezonderd else e.bestanddeel.tekst
                    for v in oordeel.varianten
                    for e in v.elementen
                    if v.uitgezonderd or e.waarde == NEE
                ),
                self.kennis.zin("balie_gold_niet"),
            )
            uit.append((oordeel.grond.naam, reden))
        return uit


def balie_straf(kennis: Kennis, straf: schema.Straf | None) -> str:
    """De hoogste straf in één regel; leeg als er alleen een boete op staat."""
    if straf is None or not strafduur(straf):
        return ""
    return kennis.zin("balie_straf", straf=straftekst(straf), categorie=str(straf.categorie))


def feittekst(kennis: Kennis, feit: str, waarde: str | tuple[str, ...]) -> str:
    return antwoordtekst(kennis, Antwoord(feit, waarde))
