"""De grondvorm en de voorwaarde."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

Naam = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="Kleine letters, cijfers en lage streepjes.")]

WEET_NIET = "weet_niet"
"""Een antwoord dat bij elke vraag hoort: het feit is gevraagd en blijft onbekend."""


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

    def in_woorden(self) -> str:
        """In de woorden van de inhoud: 'leeftijd is volwassen'."""
        if self.feit is not None:
            return f"{self.feit} is {' of '.join(self.waarden)}"
        if self.niet is not None:
            return f"niet ({self.niet.in_woorden()})"
        tussen = " en " if self.alle else " of "
        return tussen.join(f"({deel.in_woorden()})" for deel in self.alle or self.een_van)
