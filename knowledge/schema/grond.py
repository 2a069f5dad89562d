"""Gronden: bestanddelen, varianten, uitzonderingen en voorbeelden."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from knowledge.schema.verhaal import Verhaal
from knowledge.schema.vorm import Naam, Voorwaarde, Vorm


class Omstandigheid(Vorm):
    """Een omstandigheid die bij een open norm meeweegt."""

    id: Naam
    tekst: str = Field(description="De omstandigheid in een zin die achter 'Weegt mee:' past.")
    als: Voorwaarde = Field(description="Wanneer deze omstandigheid er is.")
    zwaar: bool = Field(False, description="Geeft op zichzelf de doorslag zolang alles dezelfde kant op wijst.")
    bronnen: tuple[Naam, ...] = Field((), description="Uitspraken of wet waaruit dit blijkt.")


def _geen_zwaar_ertegen(norm: OpenNorm, weging: bool) -> OpenNorm:
    """`zwaar` deed daar niets: de lezer zou denken van wel."""
    if weging and (dood := [o.id for o in norm.tegen if o.zwaar]):
        raise ValueError(
            f"in een weging maakt wat ertegen pleit nooit op zichzelf 'nee'; haal `zwaar` weg bij {dood[0]}"
        )
    return norm


class OpenNorm(Vorm):
    """Een norm die de rechter invult: omstandigheden ervoor en ertegen."""

    vraag: str = Field(description="Wat de rechter moet beoordelen, in één zin.")
    weging: bool = Field(
        False,
        description="De rechter weegt belangen. Wat ertegen pleit maakt het dan onzeker, en nooit op zichzelf 'nee'.",
    )
    voor: tuple[Omstandigheid, ...] = ()
    tegen: tuple[Omstandigheid, ...] = ()

    @model_validator(mode="after")
    def ertegen_weegt_alles_even_zwaar(self) -> OpenNorm:
        return _geen_zwaar_ertegen(self, self.weging)


class Bestanddeel(Vorm):
    """Een element van een grond: een leesbare zin met een voorwaarde, een open norm, of beide."""

    id: Naam
    tekst: str = Field(description="Wat er moet zijn, in een zin die een mens kan lezen.")
    als: Voorwaarde | None = Field(None, description="Is dit waar, dan is het bestanddeel vervuld.")
    open_norm: OpenNorm | None = Field(None, description="Beslist als `als` ontbreekt of niet waar is.")
    kenmerkend: bool = Field(
        True, description="Onderscheidt deze grond. Alleen kenmerkende bestanddelen maken een grond 'mogelijk'."
    )
    kern: bool = Field(
        False,
        description="Zolang hier niets over verteld is, staat een grond die alleen mogelijk is niet in het advies. Hij"
        " wordt wel onderzocht.",
    )
    bronnen: tuple[Naam, ...] = Field((), description="Uitspraken of wet die dit bestanddeel uitleggen.")

    @model_validator(mode="after")
    def beslisbaar(self) -> Bestanddeel:
        if self.als is None and self.open_norm is None:
            raise ValueError(
                "geef `als` of `open_norm`; wat alleen de rechter vaststelt, hoort bij `rechter_stelt_vast`"
            )
        return self


class Straf(Vorm):
    """De hoogste straf. Bedragen horen er niet bij: die veranderen elke twee jaar."""

    jaar: int | None = Field(None, description="Gevangenisstraf in hele jaren.")
    maanden: int | None = Field(None, description="Straf in maanden, als het minder dan een jaar of geen heel jaar is.")
    hechtenis: bool = Field(False, description="Hechtenis in plaats van gevangenisstraf (overtreding).")
    categorie: int = Field(description="Geldboete van deze categorie (artikel 23 Sr).", ge=1, le=6)

    @property
    def in_maanden(self) -> int:
        return (self.jaar or 0) * 12 + (self.maanden or 0)


class Verjaring(Vorm):
    """Wat bij deze variant anders is dan de tabel van artikel 70 lid 1 Sr."""

    termijn: Naam | None = Field(None, description="Onder welke termijn zij getoond wordt, als dat een eigen is.")
    nooit_als: Voorwaarde | None = Field(None, description="Dan verjaart het niet (artikel 70 lid 2 onder 2).")
    nooit_vanaf: date | None = Field(
        None, description="Dat is zeker voor daden vanaf deze dag; voor oudere hangt het van het oude recht af."
    )
    misschien_nooit_als: Voorwaarde | None = Field(
        None, description="Dan verjaart het misschien niet: de wet is onduidelijk, of een zwaarder artikel kan passen."
    )
    achttien_als: Voorwaarde | None = Field(
        None, description="Dan begint het op de dag na de 18e verjaardag (artikel 71 onder 3)."
    )
    jeugd_ook_heel: bool = Field(
        False, description="Ook bij een jeugdige dader van 16 of 17 niet de helft (artikel 77d lid 2)."
    )


class Variant(Vorm):
    """Eén manier waarop de grond vervuld kan zijn. Alle bestanddelen moeten er zijn."""

    id: Naam
    naam: str | None = Field(None, description="Korte naam: 'het maken', 'het delen'.")
    bestanddelen: tuple[Bestanddeel, ...] = Field(min_length=1)
    rechter_stelt_vast: tuple[str, ...] = Field(
        (), description="Wat erbij hoort maar alleen de rechter kan vaststellen (opzet, bewijs). Telt niet mee."
    )
    straf: Straf | None = None
    lichter: Straf | None = Field(
        None, description="De straf als alleen de lichtere vorm past (schuld in plaats van opzet). Voor de verjaring."
    )
    verjaring: Verjaring | None = None
    van: date | None = Field(None, description="Deze variant geldt vanaf deze dag (anders: zolang de grond geldt).")
    tot: date | None = Field(None, description="Deze variant gold tot en met deze dag.")


class Uitzondering(Vorm):
    """Is dit zo, dan geldt de grond niet (of alleen de genoemde varianten niet)."""

    id: Naam
    tekst: str
    als: Voorwaarde | None = None
    open_norm: OpenNorm | None = None
    weging: bool = Field(
        False,
        description="De rechter weegt dit. Is het zo, dan wordt de grond hoogstens 'mogelijk', en nooit om deze reden 'nee'.",
    )
    varianten: tuple[Naam, ...] = Field((), description="Leeg: geldt voor alle varianten.")
    bronnen: tuple[Naam, ...] = ()

    @model_validator(mode="after")
    def ertegen_weegt_alles_even_zwaar(self) -> Uitzondering:
        if self.open_norm:
            _geen_zwaar_ertegen(self.open_norm, self.weging)
        return self


class Versie(Vorm):
    """De wet van een periode. De dag van de daad bepaalt welke geldt."""

    van: date
    tot: date | None = None
    bron: Naam
    artikel: str = Field(description="Zoals mensen het noemen: 'artikel 254ba Wetboek van Strafrecht'.")


class Uitspraakverwijzing(Vorm):
    """Een uitspraak die iets leert over een bestanddeel, in één regel."""

    bron: Naam
    bestanddeel: Naam | None = None
    leert: str = Field(description="Wat deze uitspraak leert, één regel, eigen woorden.")


class Voorbeeld(Verhaal):
    """Een voorbeeld is een test en een uitleg tegelijk."""

    vandaag: date
    verwacht: Literal["ja", "mogelijk", "nee", "onbekend"]
    varianten: dict[Naam, Literal["ja", "mogelijk", "nee", "onbekend", "gold_niet"]] = Field(
        default_factory=dict, description="Per variant; `gold_niet` als die variant toen (nog) geen wet was."
    )
    wet: Naam | None = Field(None, description="De bron van de wet die dan geldt, als dat hier het punt is.")
    weegt: tuple[str, ...] = Field(
        (),
        description="Omstandigheden van een open norm die hier in elk geval meewegen; `variant.omstandigheid` als het "
        "om één variant gaat.",
    )
    klacht: bool | None = Field(None, description="Moet iemand hiervoor zelf om vervolging vragen (een klacht)?")
    waarom: str = Field(description="Waarom, met het artikel.")


class Grond(Vorm):
    """Een juridische grond."""

    id: Naam
    soort: Literal["strafbaar_feit", "civiele_grond", "privacyrecht", "auteursrecht", "platformrecht", "procesrecht"]
    naam: str = Field(description="De naam in de wet.")
    gewone_naam: str = Field(description="Zoals je het thuis zou zeggen.")
    uitleg: str = Field(description="Twee tot vier zinnen B1: wat houdt het in.")
    versies: tuple[Versie, ...] = Field(min_length=1)
    varianten: tuple[Variant, ...] = Field(min_length=1)
    uitzonderingen: tuple[Uitzondering, ...] = ()
    klachtdelict: Literal["ja", "nee", "soms"] = "nee"
    klacht_als: Voorwaarde | None = Field(None, description="Bij klachtdelict 'soms': wanneer een klacht nodig is.")
    termijnen: tuple[Naam, ...] = Field((), description="Termijnen die bij deze grond horen.")
    verhouding: tuple[str, ...] = Field((), description="Hoe deze grond zich tot zijn buren verhoudt, in zinnen.")
    rang: int = Field(50, description="Volgorde in het advies; laag staat boven.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)
    uitspraken: tuple[Uitspraakverwijzing, ...] = ()
    voorbeelden: tuple[Voorbeeld, ...] = ()

    @model_validator(mode="after")
    def versies_sluiten_aan(self) -> Grond:
        for eerder, later in pairwise(self.versies):
            if eerder.tot is None or later.van <= eerder.tot:
                raise ValueError(
                    f"de versie vanaf {later.van} begint voordat de vorige ophoudt; zet `tot` bij die vorige"
                )
        return self
