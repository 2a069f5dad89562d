"""Een daad: wat iemand doet in het gesprek. Bevat feiten en namen, nooit woorden van de persoon."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeGuard, get_args

from knowledge.recht import Waarde

Soort = Literal[
    # wat iemand typt of antwoordt
    "vertel",
    "antwoord",
    "ja",
    "nee",
    "weet_niet",
    "klopt",
    "klopt_niet",
    "wat_nu",
    "zoek",
    "dank",
    "groet",
    "scheldwoord",
    "beeld_gestuurd",
    # over het gesprek zelf
    "start",
    "veilig",
    "verder",
    "nog_eens",
    "terug",
    "wijzig",
    "weg",
    "waarom",
    "overzicht",
    "houd_zo",
    "opnieuw",
    "stop",
    "wis",
    "wis_zeker",
    "over",
    "engels",
    "taal",
    "talen",
    # hulp
    "mens",
    "nood",
    "nood_nee",
    "nood_stil",
    "zorg",
    # kijken
    "situatie",
    "vraag",
    "advies",
    "alles",
    "gedaan",
    "waarom_dit",
    "route",
    "begrip",
    "grond",
    "bron",
    "bronnen",
    "brief",
    "brieven",
    "instantie",
    "platform",
]
"""Alles wat iemand kan doen. De enige lijst: een test legt haar naast de tabel van de beurt, het verstaan en Rasa."""
MET_NAAM: frozenset[Soort] = frozenset(
    {
        "wijzig",
        "weg",
        "route",
        "begrip",
        "grond",
        "bron",
        "brief",
        "nood",
        "situatie",
        "vraag",
        "instantie",
        "taal",
        "platform",
        "zorg",
        "gedaan",
    }
)
"""Als knop met een naam erachter: `route:melden`."""
GEEN_KNOP: frozenset[Soort] = frozenset({"vertel", "wat_nu", "zoek", "wis_zeker"})
"""Alleen te horen in wat iemand zegt."""
ZONDER: frozenset[Soort] = frozenset(get_args(Soort)) - MET_NAAM - GEEN_KNOP - {"antwoord"}
Noodsoort = Literal[
    "suicide",
    "gevaar",
    "suicide_ander",
    "gevaar_ander",
    "vraag_suicide",
    "vraag_gevaar",
    "vraag_suicide_ander",
    "vraag_gevaar_ander",
]
"""`vraag_…`: misschien nood; dan vragen we het eerst, zacht en één keer. `…_ander`: het lijkt over een ander te gaan."""
CODE_BYTES = 64
"""Telegram staat niet meer toe in één knop."""


Paren = tuple[tuple[str, Waarde], ...]


@dataclass(frozen=True)
class Correctie:
    """Een verbetering, nog los van de zaak: wat ontkend kan zijn, wat ervoor in de plaats kan komen, en welke dag."""

    weg: Paren = ()
    juist: Paren = ()
    zeker: Paren = ()
    """Wat in het deel dat wel klopt ook zonder verbetering een feit is."""
    data: tuple[str, ...] = ()
    oude_data: tuple[str, ...] = ()

    @property
    def iets(self) -> bool:
        return bool(self.weg or self.data)

    def naar_json(self) -> dict[str, Any]:
        paren = {naam: [[f, list(w) if isinstance(w, tuple) else w] for f, w in getattr(self, naam)] for naam in PAREN}
        return {**paren, "data": list(self.data), "oude_data": list(self.oude_data)}

    @classmethod
    def uit_json(cls, ruw: dict[str, Any]) -> Correctie:
        weg, juist, zeker = (
            tuple((str(f), tuple(w) if isinstance(w, list) else str(w)) for f, w in ruw.get(naam, ())) for naam in PAREN
        )
        data, oude_data = (tuple(str(d) for d in ruw.get(naam, ())) for naam in ("data", "oude_data"))
        return cls(weg, juist, zeker, data, oude_data)


PAREN = ("weg", "juist", "zeker")


@dataclass(frozen=True)
class Daad:
    """`naam` is een id uit de kennis; `feiten` wat gehoord is; `treffers` wat de aanroeper in de kennis opzocht."""

    soort: Soort
    naam: str | None = None
    waarde: Waarde | None = None
    feiten: tuple[tuple[str, Waarde], ...] = ()
    nood: Noodsoort | None = None
    situaties: tuple[str, ...] = ()
    treffers: tuple[tuple[str, str], ...] = ()
    in_bereik: bool = True
    taal: str = "nl"
    prive: bool = False
    """Er stond iets in wat iemand hier niet hoeft te geven, zoals een nummer; we bewaren het niet."""
    vertelt: bool = False
    """Er is iets verteld, ook als daar geen feit in zit."""
    gevoel: str | None = None
    """Het gevoel dat iemand noemt: een id onder `erkenningen`."""
    reden: str | None = field(default=None)
    """Sleutel van een gesprekszin die zegt waarom dit niet lukte ('te_lang', 'leeg')."""
    antwoorden: tuple[str, ...] = ()
    """Wat er gevraagd wordt, de beste eerst: één is zeker, meer is twijfel. `begrip:…` en `grond:…` mogen ook."""
    ook_gevraagd: tuple[str, ...] = ()
    """Het antwoord op nog een vraag in hetzelfde bericht; alleen naast één zeker antwoord."""
    vraagt_stap: bool = False
    """Naast wat er verteld wordt, vraagt iemand wat hij nu moet doen."""
    vraagt_onbekends: bool = False
    """Er is iets gevraagd waar geen antwoord op gevonden is."""
    zorg: tuple[str, ...] = ()
    """Namen uit `zorgwoorden/` die in het bericht gehoord zijn."""
    wie: str | None = None
    """De rol die iemand met zoveel woorden noemt: die verandert ook later nog om wie het gaat."""
    correctie: Correctie | None = None
    """Iemand verbetert misschien iets; past het bij de zaak, dan gaat dat voor `feiten`."""
    dag: str | None = None
    """Een tijdvak zonder dat erbij staat waarvan: dan is het de dag van wat er gebeurde."""
    nieuws: tuple[str, ...] = ()
    """Wat er past bij nieuws over wat al loopt ('ze hebben geweigerd'); dat telt pas na het advies."""

    @property
    def vraagt(self) -> bool:
        """Vraagt iemand hier zelf iets, in plaats van alleen te vertellen?"""
        return bool(self.antwoorden) or self.vraagt_onbekends or self.soort == "wat_nu"

    @property
    def code(self) -> str:
        """De daad als knop. Alleen voor daden die een knop kunnen zijn."""
        if self.soort == "antwoord":
            waarde = ",".join(self.waarde) if isinstance(self.waarde, tuple) else str(self.waarde)
            return f"antwoord:{self.naam}:{waarde}"
        return f"{self.soort}:{self.naam}" if self.naam else self.soort

    @classmethod
    def uit_code(cls, code: str) -> Daad:
        """Leest een knop. Werpt ValueError bij alles wat geen knop van ons kan zijn."""
        if not code.isascii() or not code or len(code) > 1000:
            raise ValueError("geen geldige knop")
        soort, _, rest = code.partition(":")
        if soort == "antwoord":
            naam, _, waarde = rest.partition(":")
            delen = tuple(deel for deel in waarde.split(",") if deel)
            if not _is_naam(naam) or not delen or not all(_is_waarde(deel) for deel in delen):
                raise ValueError("geen geldig antwoord")
            return cls("antwoord", naam, delen if len(delen) > 1 else delen[0])
        if _is_soort(soort) and soort in (MET_NAAM if rest else ZONDER) and (not rest or _is_naam(rest)):
            return cls(soort, rest or None)
        raise ValueError("onbekende knop")

    def naar_json(self) -> dict[str, Any]:
        """Voor de weg tussen begrijpen en antwoorden: alleen namen."""
        ruw: dict[str, Any] = {"soort": self.soort}
        for lijst in ("antwoorden", "ook_gevraagd", "nieuws", "zorg", "situaties"):
            if getattr(self, lijst):
                ruw[lijst] = list(getattr(self, lijst))
        for veld in ("naam", "nood", "gevoel", "reden", "wie", "dag"):
            if getattr(self, veld) is not None:
                ruw[veld] = getattr(self, veld)
        if self.waarde is not None:
            ruw["waarde"] = list(self.waarde) if isinstance(self.waarde, tuple) else self.waarde
        if self.feiten:
            ruw["feiten"] = [[feit, list(w) if isinstance(w, tuple) else w] for feit, w in self.feiten]
        if self.treffers:
            ruw["treffers"] = [list(treffer) for treffer in self.treffers]
        if not self.in_bereik:
            ruw["in_bereik"] = False
        if self.vraagt_stap:
            ruw["vraagt_stap"] = True
        if self.vraagt_onbekends:
            ruw["vraagt_onbekends"] = True
        if self.prive:
            ruw["prive"] = True
        if self.vertelt:
            ruw["vertelt"] = True
        if self.correctie is not None:
            ruw["correctie"] = self.correctie.naar_json()
        if self.taal != "nl":
            ruw["taal"] = self.taal
        return ruw

    @classmethod
    def uit_json(cls, ruw: dict[str, Any]) -> Daad:
        """Leest wat `naar_json` schreef. Werpt ValueError of KeyError bij iets anders."""
        waarde, soort = ruw.get("waarde"), ruw["soort"]
        if not _is_soort(soort):
            raise ValueError("onbekende daad")
        return cls(
            soort,
            ruw.get("naam"),
            tuple(str(deel) for deel in waarde) if isinstance(waarde, list) else waarde,
            tuple((str(feit), tuple(w) if isinstance(w, list) else str(w)) for feit, w in ruw.get("feiten", ())),
            ruw.get("nood"),
            tuple(str(s) for s in ruw.get("situaties", ())),
            tuple((str(soort), str(id_)) for soort, id_ in ruw.get("treffers", ())),
            bool(ruw.get("in_bereik", True)),
            str(ruw.get("taal", "nl")),
            bool(ruw.get("prive", False)),
            bool(ruw.get("vertelt", False)),
            ruw.get("gevoel"),
            ruw.get("reden"),
            tuple(str(id_) for id_ in ruw.get("antwoorden", ())),
            tuple(str(id_) for id_ in ruw.get("ook_gevraagd", ())),
            bool(ruw.get("vraagt_stap", False)),
            bool(ruw.get("vraagt_onbekends", False)),
            tuple(str(woord) for woord in ruw.get("zorg", ())),
            ruw.get("wie"),
            Correctie.uit_json(ruw["correctie"]) if "correctie" in ruw else None,
            ruw.get("dag"),
            tuple(str(id_) for id_ in ruw.get("nieuws", ())),
        )


def _is_soort(tekst: object) -> TypeGuard[Soort]:
    return tekst in get_args(Soort)


def _is_naam(tekst: str) -> bool:
    return bool(tekst) and all(teken.isalnum() or teken == "_" for teken in tekst)


def _is_waarde(tekst: str) -> bool:
    return all(teken.isalnum() or teken in "_-" for teken in tekst)
