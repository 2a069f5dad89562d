"""Talen: waaraan we een taal herkennen, en de ene kaart die iemand in die taal krijgt."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.schema.vorm import Naam, Vorm

Schrift = Literal["latijn", "arabisch", "cyrillisch", "ethiopisch", "han"]


class Kaart(Vorm):
    """Wat iemand in zijn eigen taal leest. Kort, gewone woorden, geen namen en geen belofte."""

    wat: str = Field(description="Wat dit is: een programma, geen advocaat, geen namen nodig, wat er bewaard wordt.")
    geen_schuld: str = Field(description="Wat er gebeurde, is niet jouw schuld.")
    gevaar: str = Field(description="Ben je nu in gevaar? Het nummer staat erin en is dat van `politie_112`.")
    gevaar_nu: str = Field(description="Wat iemand in gevaar nu doet, zonder nummer.")
    zelfmoord: str = Field(description="Denk je aan zelfmoord? Het korte nummer staat erin en hoort bij `dertien113`.")
    zelfmoord_nu: str = Field(description="Eén warme zin voor wie dat schreef.")
    zelfmoord_knop: str = Field(max_length=60)
    helpwanted: str = Field(description="Wat Helpwanted doet, en in welke talen.")
    geen_beeld: str = Field(description="Stuur het beeld niet hierheen en naar niemand.")
    jong: str = Field(description="Onder de 18 of niet bekend: niet bewaren, niet kopiëren, wel opschrijven.")
    hulp_kop: str
    kies: str = Field(description="Verder in het Engels of Nederlands.")
    verder_knop: str = Field(description="Verder in het Nederlands.", max_length=60)
    nog_eens: str = Field(description="Wat we zeggen als iemand na de kaart in deze taal verdergaat.")


class Noodwoorden(Vorm):
    """Stukken zin in deze taal die zeker nood zijn. Ze leiden meteen naar de nummers."""

    suicide: tuple[str, ...] = ()
    gevaar: tuple[str, ...] = ()


class Herken(Vorm):
    """Waaraan de taal te herkennen is. Een woord dat in meer talen staat, telt voor elk een deel."""

    schrift: Schrift = "latijn"
    letters: str = Field("", description="Letters die in dit schrift (bijna) alleen deze taal heeft.")
    woorden: str = Field(
        description="Veelgebruikte woorden met spaties ertussen. Zonder accenten getypt tellen ze ook."
    )

    @property
    def rij(self) -> tuple[str, ...]:
        return tuple(self.woorden.split())


class Spreektaal(Vorm):
    """Een taal die mensen typen. De id is de code van de taal (ISO 639)."""

    id: Naam
    naam: str = Field(description="De naam in het Nederlands.")
    eigen_naam: str = Field(description="De naam in de taal zelf, zoals op een knop.", max_length=30)
    rtl: bool = Field(False, description="Wordt deze taal van rechts naar links geschreven?")
    gelezen_door: Literal["moedertaal", "maker", "nog_niet"] = Field(
        "nog_niet", description="Wie de kaart nalas. `nog_niet` staat in `check --let-op`, niet bij de lezer in nood."
    )
    kaart: Kaart | None = None
    nood: Noodwoorden = Noodwoorden()
    herken: Herken
