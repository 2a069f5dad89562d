"""De stand van een gesprek: de zaak en waar we zijn. Onveranderlijk en zonder woorden van de persoon."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

from knowledge.recht import Kennis, Zaak

Fase = Literal["welkom", "vragen", "advies", "gestopt"]
ZORG = "zorg"
"""Wat we verwachten zolang het alleen over zorg gaat: geen antwoord op een vraag over de zaak."""

NOODVRAAG = "noodvraag"
"""Wat we verwachten zolang de vraag openstaat of iemand zichzelf iets wil aandoen of in gevaar is."""


GESPREK = "gesprek"
"""Er loopt een gesprek, en er staat geen vraag open."""

WISVRAAG = "wisvraag"
"""Wat we verwachten zolang de vraag openstaat of alles weg mag."""


TEGENSPRAAK = "tegenspraak_"
"""Wat we verwachten zolang openstaat wat er van twee dingen niet klopt; de naam van de tegenspraak staat erachter."""


@dataclass(frozen=True)
class Zorg:
    """Waar iemand is in een protocol. Wat daar al gezegd is, staat in `Stand.gehad`."""

    protocol: str
    beurten: int = 0
    rustig: int = 0
    """Zo veel rustige berichten achter elkaar."""
    blijft: bool = True
    """Gaat het gesprek alleen hierover, of gaat dit mee met het gewone gesprek?"""
    taal: str = "nl"
    """De taal waarin iemand binnenkwam; een kort 'he is gone' daarna is niet ineens Nederlands."""

    def naar_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def uit_json(cls, kennis: Kennis, ruw: Any) -> Zorg | None:
        if not isinstance(ruw, dict) or ruw.get("protocol") not in kennis.zorg:
            return None
        return cls(
            str(ruw["protocol"]), int(ruw["beurten"]), int(ruw["rustig"]), ruw["blijft"] is True, str(ruw["taal"])
        )


@dataclass(frozen=True)
class Stand:
    """`gehad`: wat al eens gezegd is. `uitgesteld`: vragen waar iemand iets anders op zei; die komen later nog één keer."""

    zaak: Zaak = Zaak()
    fase: Fase = "welkom"
    vraag: str | None = None
    uitgesteld: tuple[str, ...] = ()
    gehad: tuple[str, ...] = ()
    beurten: int = 0
    mis: int = 0
    kennis: str = ""
    zorg: Zorg | None = None
    """Het protocol dat nu geldt. Alleen de persoon gaat eruit."""

    @property
    def verwacht(self) -> str | None:
        """Waarop het volgende bericht waarschijnlijk antwoordt: `zorg`, `noodvraag`, `wisvraag`, een feit, `gesprek`, of niets."""
        if self.zorg is not None and self.zorg.blijft:
            return ZORG
        if any(id_.startswith(f"{NOODVRAAG}_open_") for id_ in self.gehad):
            return NOODVRAAG
        if self.wisvraag is not None:
            return WISVRAAG
        if self.tegenspraak is not None:
            return f"{TEGENSPRAAK}{self.tegenspraak}"
        return self.vraag or (GESPREK if self.zaak.antwoorden else None)

    @property
    def wisvraag(self) -> str | None:
        """Waarom we vroegen of alles weg mag, zolang die vraag openstaat."""
        return next((id_.removeprefix(f"{WISVRAAG}_") for id_ in self.gehad if id_.startswith(f"{WISVRAAG}_")), None)

    @property
    def tegenspraak(self) -> str | None:
        """De naam van de tegenspraak waar we net naar vroegen."""
        return next((id_.removeprefix(TEGENSPRAAK) for id_ in self.gehad if id_.startswith(TEGENSPRAAK)), None)

    def met(self, **velden: Any) -> Stand:
        return replace(self, **velden)

    def naar_json(self) -> dict[str, Any]:
        return {
            "zaak": self.zaak.naar_json(),
            "fase": self.fase,
            "vraag": self.vraag,
            "uitgesteld": list(self.uitgesteld),
            "gehad": list(self.gehad),
            "beurten": self.beurten,
            "mis": self.mis,
            "kennis": self.kennis,
            **({"zorg": self.zorg.naar_json()} if self.zorg else {}),
        }

    @classmethod
    def uit_json(cls, kennis: Kennis, ruw: Any) -> Stand:
        """Leest een bewaarde stand. Wat niet (meer) in de kennis staat, vervalt; onleesbaar is een lege stand."""
        try:
            stand = cls(
                Zaak.uit_json(ruw["zaak"]),
                ruw["fase"] if ruw["fase"] in get_args(Fase) else "welkom",
                ruw["vraag"],
                tuple(str(feit) for feit in ruw.get("uitgesteld", ())),
                tuple(str(id_) for id_ in ruw["gehad"]),
                int(ruw["beurten"]),
                int(ruw["mis"]),
                str(ruw["kennis"]),
                Zorg.uit_json(kennis, ruw.get("zorg")),
            )
        except (KeyError, TypeError, ValueError):
            return cls(kennis=kennis.hash)
        return stand if stand.kennis == kennis.hash else passend_maken(kennis, stand)


def passend_maken(kennis: Kennis, stand: Stand) -> Stand:
    """Een stand op de kennis van nu: antwoorden die daar niet meer bij passen, vervallen."""
    goed = []
    for antwoord in stand.zaak.antwoorden:
        feit = kennis.feiten.get(antwoord.feit)
        if feit is None:
            continue
        opties = {optie.id for optie in feit.opties}
        if antwoord.onbekend or feit.soort == "datum" or opties.issuperset(antwoord.keuzes):
            goed.append(antwoord)
    return stand.met(
        zaak=Zaak(tuple(goed)),
        vraag=stand.vraag if stand.vraag in kennis.feiten else None,
        uitgesteld=tuple(feit for feit in stand.uitgesteld if feit in kennis.feiten),
        kennis=kennis.hash,
        zorg=stand.zorg if stand.zorg is not None and stand.zorg.protocol in kennis.zorg else None,
    )
