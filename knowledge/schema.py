"""De vorm van de inhoud. De beschrijving bij elk veld is het handboek van de jurist."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Naam = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="Kleine letters, cijfers en lage streepjes.")]
Waarde = str
"""Een optie-id, een datum (JJJJ-MM-DD) of `weet_niet`. Nooit vrije tekst."""

WEET_NIET = "weet_niet"
ROLLEN = ("slachtoffer", "ouder", "naaste", "leraar", "professional", "maker", "beschuldigd")


class Vorm(BaseModel):
    """Elke vorm is onveranderlijk en kent geen velden die hier niet staan."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Voorwaarde(Vorm):
    """Een voorwaarde over feiten. Precies één van de vier vormen."""

    feit: Naam | None = Field(None, description="Het feit waarover het gaat.")
    waarden: tuple[str, ...] = Field((), description="Eén van deze waarden moet gekozen zijn.")
    alle: tuple[Voorwaarde, ...] = Field((), description="Al deze voorwaarden samen.")
    een_van: tuple[Voorwaarde, ...] = Field((), description="Minstens één van deze voorwaarden.")
    niet: Voorwaarde | None = Field(None, description="Deze voorwaarde juist niet.")

    @model_validator(mode="before")
    @classmethod
    def uit_yaml(cls, ruw: Any) -> Any:
        """`{feit_id: waarde}`, `{feit_id: [waarden]}`, `{alle: […]}`, `{een_van: […]}` of `{niet: {…}}`."""
        if not isinstance(ruw, dict):
            raise ValueError("een voorwaarde is `feit: waarde`, `alle`, `een_van` of `niet`")
        if "waarden" in ruw or isinstance(ruw.get("alle"), tuple):
            return ruw
        if not ruw:
            raise ValueError("de voorwaarde is leeg; noem een feit met een waarde")
        if len(ruw) > 1:
            return {"alle": [{sleutel: waarde} for sleutel, waarde in ruw.items()]}
        ((sleutel, waarde),) = ruw.items()
        if sleutel in ("alle", "een_van"):
            if not isinstance(waarde, list) or not waarde:
                raise ValueError(f"`{sleutel}` wil een lijst met minstens één voorwaarde")
            return ruw
        if sleutel == "niet":
            return ruw
        waarden = waarde if isinstance(waarde, list) else [waarde]
        return {"feit": sleutel, "waarden": [str(w) for w in waarden]}


class Optie(Vorm):
    """Eén antwoord op een vraag."""

    id: Naam = Field(description="Naam van het antwoord binnen dit feit.")
    label: str = Field(description="Tekst op de knop, in de woorden van de persoon. Hoogstens 40 tekens.", max_length=60)
    gehoord: str | None = Field(None, description="Zo zeggen we terug wat we hoorden: 'het beeld is **nep**'. Past achter 'Ik begrijp dat'.")
    uitleg: str | None = Field(None, description="Eén zin erbij als de knop niet genoeg zegt.")
    woorden: tuple[str, ...] = Field((), description="Woorden of zinsdelen waaraan we dit antwoord in een verhaal herkennen.")
    alleen: bool = Field(False, description="Bij meerkeuze: sluit de andere antwoorden uit ('nog niets').")
    alleen_tekst: bool = Field(False, description="Verandert geen grond, route of waarschuwing; telt alleen mee in samenvatting en brief.")
    zegt_ook: dict[Naam, str | list[str]] = Field(default_factory=dict, description="Wat hiermee ook vaststaat zolang er niets anders over verteld is. Een eigen antwoord gaat voor.")
    van: int | None = Field(None, description="Bij soort leeftijd: vanaf deze leeftijd (jaren).")
    tot: int | None = Field(None, description="Bij soort leeftijd: tot en met deze leeftijd (jaren).")


class Feit(Vorm):
    """Een feit van een zaak: de vraag, waarom we die stellen en de antwoorden. Nooit vrije tekst."""

    id: Naam
    soort: Literal["keuze", "meerkeuze", "datum", "leeftijd"] = Field(description="Hoe het antwoord eruitziet.")
    vraag: str = Field(description="De vraag aan het slachtoffer, B1, één vraag tegelijk, zonder verwijt.")
    vraag_voor: dict[Literal["ouder", "naaste", "leraar", "professional", "maker", "beschuldigd"], str] = Field(
        default_factory=dict, description="Dezelfde vraag voor iemand met een andere rol."
    )
    voorlezen: str | None = Field(None, description="De vraag in de u-vorm, voor een medewerker aan de telefoon.")
    waarom: str = Field(description="Antwoord op 'waarom vraag je dat?'. Eén of twee zinnen.")
    opties: tuple[Optie, ...] = Field((), description="De antwoorden. Bij soort datum: leeg.")
    woorden: tuple[str, ...] = Field((), description="Woorden die zeggen dat het over dit feit gaat.")
    gehoord: str | None = Field(None, description="Bij een datum: zo zeggen we hem terug, met {datum}.")
    altijd_vragen: Voorwaarde | None = Field(None, description="Wordt onder deze voorwaarde ook gevraagd als het geen grond verandert (veiligheid).")
    alleen_vragen_als: Voorwaarde | None = Field(None, description="Wordt alleen gevraagd als dit waar is; anders is de vraag misplaatst.")
    alleen_gehoord: bool = Field(False, description="Wordt nooit gevraagd, alleen uit het verhaal gehaald.")

    @model_validator(mode="after")
    def opties_passen(self) -> Feit:
        if self.soort == "datum" and self.opties:
            raise ValueError("een datum heeft geen opties")
        if self.soort != "datum" and not self.opties:
            raise ValueError(f"een feit van soort {self.soort} heeft opties nodig")
        ids = [optie.id for optie in self.opties]
        dubbel = sorted({i for i in ids if ids.count(i) > 1})
        if dubbel:
            raise ValueError(f"twee opties heten {dubbel[0]}; geef elke optie een eigen id")
        if WEET_NIET in ids:
            raise ValueError(f"`{WEET_NIET}` hoort bij elke vraag en schrijf je niet als optie")
        return self


class Omstandigheid(Vorm):
    """Een omstandigheid die bij een open norm meeweegt."""

    id: Naam
    tekst: str = Field(description="De omstandigheid in een zin die achter 'Weegt mee:' past.")
    als: Voorwaarde = Field(description="Wanneer deze omstandigheid er is.")
    zwaar: bool = Field(False, description="Geeft op zichzelf de doorslag zolang alles dezelfde kant op wijst.")
    bronnen: tuple[Naam, ...] = Field((), description="Uitspraken of wet waaruit dit blijkt.")


class OpenNorm(Vorm):
    """Een norm die de rechter invult: omstandigheden ervoor en ertegen."""

    vraag: str = Field(description="Wat de rechter moet beoordelen, in één zin.")
    voor: tuple[Omstandigheid, ...] = ()
    tegen: tuple[Omstandigheid, ...] = ()


class Bestanddeel(Vorm):
    """Een element van een grond: een leesbare zin met een voorwaarde, een open norm, of beide."""

    id: Naam
    tekst: str = Field(description="Wat er moet zijn, in een zin die een mens kan lezen.")
    als: Voorwaarde | None = Field(None, description="Is dit waar, dan is het bestanddeel vervuld.")
    open_norm: OpenNorm | None = Field(None, description="Beslist als `als` ontbreekt of niet waar is.")
    kenmerkend: bool = Field(True, description="Onderscheidt deze grond. Alleen kenmerkende bestanddelen maken een grond 'mogelijk'.")
    bronnen: tuple[Naam, ...] = Field((), description="Uitspraken of wet die dit bestanddeel uitleggen.")

    @model_validator(mode="after")
    def beslisbaar(self) -> Bestanddeel:
        if self.als is None and self.open_norm is None:
            raise ValueError("geef `als` of `open_norm`; wat alleen de rechter vaststelt, hoort bij `rechter_stelt_vast`")
        return self


class Straf(Vorm):
    """De hoogste straf. Bedragen horen er niet bij: die veranderen elke twee jaar."""

    jaar: int | None = Field(None, description="Gevangenisstraf in hele jaren.")
    maanden: int | None = Field(None, description="Straf in maanden, als het minder dan een jaar of geen heel jaar is.")
    hechtenis: bool = Field(False, description="Hechtenis in plaats van gevangenisstraf (overtreding).")
    categorie: int = Field(description="Geldboete van deze categorie (artikel 23 Sr).", ge=1, le=6)


class Variant(Vorm):
    """Eén manier waarop de grond vervuld kan zijn. Alle bestanddelen moeten er zijn."""

    id: Naam
    naam: str | None = Field(None, description="Korte naam: 'het maken', 'het delen'.")
    bestanddelen: tuple[Bestanddeel, ...] = Field(min_length=1)
    rechter_stelt_vast: tuple[str, ...] = Field((), description="Wat erbij hoort maar alleen de rechter kan vaststellen (opzet, bewijs). Telt niet mee.")
    straf: Straf | None = None
    van: date | None = Field(None, description="Deze variant geldt vanaf deze dag (anders: zolang de grond geldt).")
    tot: date | None = Field(None, description="Deze variant gold tot en met deze dag.")


class Uitzondering(Vorm):
    """Is dit zo, dan geldt de grond niet (of alleen de genoemde varianten niet)."""

    id: Naam
    tekst: str
    als: Voorwaarde | None = None
    open_norm: OpenNorm | None = None
    varianten: tuple[Naam, ...] = Field((), description="Leeg: geldt voor alle varianten.")
    bronnen: tuple[Naam, ...] = ()


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


class Voorbeeld(Vorm):
    """Een voorbeeld is een test en een uitleg tegelijk."""

    naam: str = Field(description="Het verhaal in één zin, verzonnen.")
    feiten: dict[Naam, str | list[str]]
    vandaag: date
    verwacht: Literal["ja", "mogelijk", "nee", "onbekend"]
    varianten: dict[Naam, Literal["ja", "mogelijk", "nee", "onbekend"]] = Field(default_factory=dict)
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


class Stap(Vorm):
    """Eén ding dat iemand kan doen."""

    tekst: str
    als: Voorwaarde | None = Field(None, description="Alleen tonen als dit waar is.")
    niet_als: Voorwaarde | None = Field(None, description="Niet tonen als dit waar is (bijvoorbeeld: niet meerderjarig).")
    link: str | None = Field(None, description="Adres van de pagina waar deze stap gebeurt.")


class Botsing(Vorm):
    """Wat deze route kan schaden."""

    route: Naam
    waarom: str


class Route(Vorm):
    """Iets wat iemand kan doen."""

    id: Naam
    naam: str
    fase: Literal["nu", "deze_week", "voor_datum", "later"]
    rang: int = Field(50, description="Volgorde binnen de fase; laag staat boven.")
    rollen: tuple[Literal["slachtoffer", "ouder", "naaste", "leraar", "professional", "maker", "beschuldigd"], ...] = Field(
        ("slachtoffer", "ouder", "naaste", "leraar", "professional"), description="Voor wie."
    )
    gronden: tuple[Naam, ...] = Field((), description="Tonen zodra één van deze gronden 'ja' of 'mogelijk' is. Leeg: hangt alleen van `als` af.")
    als: Voorwaarde | None = Field(None, description="Moet waar zijn.")
    niet_als: Voorwaarde | None = Field(None, description="Mag niet waar zijn.")
    kort: str = Field(description="Eén zin: wat is het en wat levert het op.")
    stappen: tuple[Stap, ...] = Field(min_length=1)
    meenemen: tuple[str, ...] = ()
    instanties: tuple[Naam, ...] = Field(min_length=1)
    kosten: str
    advocaat: Literal["nee", "mag", "verstandig", "verplicht"]
    duur: str = Field(description="Hoe lang het duurt, alleen wat een bron zegt; anders 'verschilt'.")
    levert_op: str
    kan_niet: str
    termijnen: tuple[Naam, ...] = ()
    pas_na: tuple[Naam, ...] = Field((), description="Routes die eerst moeten.")
    botst_met: tuple[Botsing, ...] = ()
    brieven: tuple[Naam, ...] = ()
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Duur(Vorm):
    """Lengte van een termijn."""

    dagen: int = 0
    weken: int = 0
    maanden: int = 0
    jaren: int = 0


class Termijn(Vorm):
    """Een termijn die uit een gedateerd feit wordt berekend. De laatste dag telt mee."""

    id: Naam
    naam: str
    vanaf: Naam = Field(description="Het feit (soort datum) waarop de termijn begint.")
    duur: Duur
    soort: Literal["uiterlijk", "reactie", "verjaring"] = Field(
        description="uiterlijk: zelf vóór die dag doen; reactie: dan moet de ander hebben geantwoord; verjaring: daarna vervalt het recht."
    )
    als: Voorwaarde | None = Field(None, description="Alleen dan geldt de termijn.")
    gronden: tuple[Naam, ...] = Field((), description="Hoort bij deze gronden: tonen als één ervan 'ja' of 'mogelijk' is.")
    tekst: str = Field(description="De zin bij de datum, met {laatste_dag}.")
    na_afloop: str = Field(description="Wat er nog kan als de termijn voorbij is.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Telefoon(Vorm):
    """Een telefoonnummer. Nummers staan nergens anders dan bij een instantie."""

    nummer: str = Field(pattern=r"^[0-9+ ()-]+$")
    kosten: str | None = None
    uren: str | None = Field(None, description="Alleen als ze gelezen zijn; anders leeg en staat de pagina erbij.")


class Praten(Vorm):
    """Wanneer iemand hier terecht kan om te praten. Zonder `als`: altijd."""

    als: Voorwaarde | None = None
    niet_als: Voorwaarde | None = None
    rang: int = 50


class Instantie(Vorm):
    """Een organisatie, platform of dienst."""

    id: Naam
    naam: str
    soort: Literal["nood", "hulp", "politie_justitie", "toezicht", "rechtshulp", "platform", "zoekmachine", "betaling", "hosting", "meldpunt", "overig"]
    doet: str = Field(description="Wat deze organisatie in deze zaken voor je doet.")
    telefoon: Telefoon | None = None
    chat: str | None = Field(None, description="Adres van de chat.")
    pagina: str = Field(description="De pagina om te openen.")
    meldpagina: str | None = Field(None, description="De pagina van het meldformulier, als die er is.")
    kosten: str
    anoniem: Literal["ja", "nee", "deels", "onbekend"]
    talen: tuple[str, ...] = ("nl",)
    voor: tuple[str, ...] = Field((), description="Voor wie: 'onder_18', 'iedereen', …")
    weten: tuple[str, ...] = Field((), description="Wat je vooraf moet weten: 'een gesprek staat in je bellijst'.")
    praten: Praten | None = Field(None, description="Staat deze instantie onder 'Praten met iemand'? Dan hier wanneer.")
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Bron(Vorm):
    """Waar een bewering op steunt."""

    id: Naam
    soort: Literal["wet", "verordening", "uitspraak", "richtlijn", "pagina"]
    titel: str
    vindplaats: str = Field(description="Artikel, ECLI of naam van de pagina.")
    url: str = Field(pattern=r"^https?://")
    geldig_van: date | None = None
    geldig_tot: date | None = None
    versie: date | None = Field(None, description="Datum van de gelezen versie.")
    nagekeken_op: date | None = None
    nagekeken_tegen: Literal["primair", "secundair", "nog_niet"]
    opmerking: str | None = None

    @model_validator(mode="after")
    def eerlijk(self) -> Bron:
        if self.nagekeken_tegen != "nog_niet" and self.nagekeken_op is None:
            raise ValueError("een nagekeken bron heeft `nagekeken_op` nodig; anders is het `nog_niet`")
        return self


class Begrip(Vorm):
    """Een woord met uitleg."""

    id: Naam
    naam: str
    ook: tuple[str, ...] = Field((), description="Andere woorden ervoor, ook de verkeerde.")
    uitleg: str
    zie_ook: tuple[Naam, ...] = ()
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Waarschuwing(Vorm):
    """Iets wat iemand moet weten vóór de rest."""

    id: Naam
    als: Voorwaarde | None = Field(None, description="Moet waar zijn. Leeg: altijd, tenzij `niet_als`.")
    niet_als: Voorwaarde | None = Field(None, description="Is dit zeker waar, dan vervalt de waarschuwing ('niet_als: leeftijd: volwassen').")
    tekst: str
    rang: int = 50
    instanties: tuple[Naam, ...] = ()
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Tegenspraak(Vorm):
    """Antwoorden die niet samen kunnen kloppen. We vragen het vriendelijk na en trekken geen conclusie."""

    id: Naam
    als: Voorwaarde
    vraag: str = Field(description="De vriendelijke vraag. Geen verwijt.")
    feiten: tuple[Naam, ...] = Field(min_length=2, description="De feiten waarvan er één anders kan zijn.")


class Situatie(Vorm):
    """Een soort zaak: wanneer die speelt, en wat we dan vragen, in welke volgorde."""

    id: Naam
    naam: str
    knop: str = Field("", description="Zoals iemand het zelf zou kiezen. Leeg: geen knop, deze situatie volgt uit de antwoorden.", max_length=60)
    als: Voorwaarde = Field(description="Wanneer deze situatie speelt.")
    meteen: tuple[str, ...] = Field((), description="Wat je meteen zegt, vóór de vragen (bij sextortion: betaal niet).")
    vragen: tuple[Naam, ...] = Field(description="Feiten in de volgorde waarin ze gevraagd worden.")
    gronden: tuple[Naam, ...] = Field(description="De gronden die in deze situatie onderzocht worden.")
    knopfeiten: dict[Naam, str | list[str]] = Field(default_factory=dict, description="Wat vaststaat als iemand deze situatie met de knop kiest.")
    bronnen: tuple[Naam, ...] = ()


class Noodtekst(Vorm):
    """Een tekst bij nood; staat los van al het andere."""

    id: Naam
    titel: str
    tekst: tuple[str, ...]
    tekst_en: tuple[str, ...] = ()
    instanties: tuple[Naam, ...] = Field(min_length=1)


class Gesprekszinnen(Vorm):
    """Zinnen van het vraaggesprek zelf. `{…}` wordt ingevuld."""

    zinnen: dict[Naam, str]


class Veiligheid(Vorm):
    """Noodteksten en de eerste vragen, die vóór elke andere vraag gaan."""

    noodteksten: tuple[Noodtekst, ...]
    eerst: tuple[Naam, ...] = Field(description="Feiten die vóór alles gevraagd worden als ze iets kunnen veranderen.")


class Brief(Vorm):
    """Een brief of formulier dat uit de zaak wordt ingevuld."""

    id: Naam
    naam: str
    voor: str = Field(description="Wie de brief krijgt.")
    taal: Literal["nl", "en"] = "nl"
    als: Voorwaarde | None = None
    niet_als: Voorwaarde | None = None
    wanneer: Literal["nu", "later"] = "nu"
    waarom: str = Field(description="Waarom deze brief nu, of juist later.")
    delen: tuple[Briefdeel, ...] = Field(min_length=1)
    bronnen: tuple[Naam, ...] = Field(min_length=1)


class Briefdeel(Vorm):
    """Een stuk van een brief. `{feit:…}` wordt het antwoord, `[naam]` blijft staan voor thuis."""

    kop: str | None = None
    tekst: str | None = None
    lijst: tuple[str, ...] = ()
    gronden: bool = Field(False, description="Hier komen de passende gronden met hun bestanddelen.")
    als: Voorwaarde | None = None


class Inhoud(Vorm):
    """Alle inhoud samen, gecontroleerd."""

    versie: str
    feiten: tuple[Feit, ...]
    gronden: tuple[Grond, ...]
    routes: tuple[Route, ...]
    termijnen: tuple[Termijn, ...]
    instanties: tuple[Instantie, ...]
    bronnen: tuple[Bron, ...]
    begrippen: tuple[Begrip, ...]
    situaties: tuple[Situatie, ...]
    waarschuwingen: tuple[Waarschuwing, ...]
    tegenspraken: tuple[Tegenspraak, ...]
    brieven: tuple[Brief, ...]
    veiligheid: Veiligheid
    gesprek: Gesprekszinnen


Brief.model_rebuild()
