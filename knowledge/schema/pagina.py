"""De vaste pagina's van de site: privacy, wie erachter zit, contact, toegankelijkheid, bronnen, voor organisaties."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from knowledge.schema.vorm import Naam, Vorm

Aanwezig = Literal["organisatie", "contact", "klacht", "fg", "adres", "uren", "toegankelijkheid"]
"""Wat wie de hulp aanbiedt kan invullen (docs/beheer.md)."""
PAGINAVELDEN = frozenset(get_args(Aanwezig)) | {
    "bewaren", "hulplijn", "versie", "nagekeken", "bronnen", "primair", "secundair", "nog_niet",
    "brieven", "brieven_gelezen", "zorg", "zorg_gelezen", "kaarten", "kaarten_gelezen",
}  # fmt: skip
"""Wat tussen accolades mag staan: wat is ingevuld, en wat uit de inhoud geteld wordt."""


class Paginadeel(Vorm):
    """Eén kop met wat eronder staat. Een regel met `- ` is een punt in een lijst; `{contact}` en zo vult de deur in."""

    kop: str = Field("", max_length=80)
    als: Aanwezig | None = Field(None, description="Alleen als dit is ingevuld. Leeg: altijd.")
    tekst: str
    anders: str = Field("", description="Wat er staat als `als` niet is ingevuld. Eerlijk: dat het nog ontbreekt.")
    instanties: tuple[Naam, ...] = Field((), description="Wie je hier kunt bellen, met uren of de pagina.")
    bronnen: tuple[Naam, ...] = ()


class Pagina(Vorm):
    """Een pagina. De id is ook het adres: `privacy` staat op `/privacy`."""

    id: Naam
    titel: str = Field(max_length=60)
    link: str = Field(description="Zoals hij onderaan elke pagina heet.", max_length=30)
    rang: int = 50
    inleiding: str = ""
    bronlijst: bool = Field(False, description="Komt hieronder de lijst van alle bronnen, met wat nagekeken is?")
    delen: tuple[Paginadeel, ...] = Field(min_length=1)
