"""De inhoud lezen en op vorm controleren. Verwijzingen controleert `check`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from knowledge import schema
from knowledge.bouw.yaml_regels import Blad, lees_blad
from knowledge.errors import InhoudFout, Melding, lijkt_op
from knowledge.schema import BESTANDEN, MAPPEN

INHOUD = Path(__file__).parents[1] / "inhoud"

_VERTAALD = {
    "missing": ("het veld `{veld}` ontbreekt", "vul het in"),
    "extra_forbidden": ("het veld `{veld}` bestaat niet", "{lijkt_op}"),
    "string_pattern_mismatch": (
        "`{veld}` heeft niet de goede vorm",
        "gebruik kleine letters, cijfers en lage streepjes; bij adressen https://…",
    ),
    "string_too_long": ("`{veld}` is te lang", "hoogstens {max_length} tekens"),
    "too_short": ("`{veld}` is leeg", "noem er minstens één"),
    "literal_error": ("`{veld}` heeft een onbekende waarde", "kies uit {expected}"),
    "date_from_datetime_parsing": ("`{veld}` is geen datum", "schrijf JJJJ-MM-DD"),
    "date_parsing": ("`{veld}` is geen datum", "schrijf JJJJ-MM-DD"),
    "string_type": ("`{veld}` hoort tekst te zijn", "zet de waarde tussen aanhalingstekens"),
}


@dataclass(frozen=True)
class Plaats:
    """Waar een onderdeel staat: het blad en het pad erin."""

    blad: Blad
    pad: tuple[Any, ...]

    def melding(self, pad: tuple[Any, ...], wat: str, doe: str) -> Melding:
        return Melding(self.blad.naam, self.blad.regel(self.pad + pad), wat, doe)


@dataclass
class Gelezen:
    """De inhoud met bij elk onderdeel de plaats, zodat `check` die kan noemen."""

    inhoud: schema.Inhoud
    plaatsen: dict[tuple[str, str], Plaats] = field(default_factory=dict)


def lees(map_: Path = INHOUD) -> Gelezen:
    """Leest alle YAML onder `map_`. Werpt `InhoudFout` met elke fout die er is."""
    if not map_.is_dir():
        raise InhoudFout([Melding(str(map_), 1, "deze map bestaat niet", "geef de map met de inhoud")])
    meldingen: list[Melding] = []
    plaatsen: dict[tuple[str, str], Plaats] = {}
    delen: dict[str, Any] = {}
    for soort, vorm in MAPPEN.items():
        delen[soort] = tuple(_lees_map(map_, soort, vorm, plaatsen, meldingen))
    for soort, vorm in BESTANDEN.items():
        delen[soort] = _lees_bestand(map_, soort, vorm, plaatsen, meldingen)
    versie = _lees_versie(map_, meldingen)
    meldingen += _vreemde_mappen(map_)
    if meldingen:
        raise InhoudFout(meldingen)
    return Gelezen(schema.Inhoud.model_construct(versie=versie, **delen), plaatsen)


def _lees_map(
    map_: Path, soort: str, vorm: type[schema.Vorm], plaatsen: dict[tuple[str, str], Plaats], meldingen: list[Melding]
) -> Iterator[Any]:
    onderdelen: list[tuple[str, Any]] = []
    for pad in sorted((map_ / soort).glob("*.yaml")):
        try:
            blad = lees_blad(
                pad, str(pad.relative_to(map_.parent.parent)) if map_ == INHOUD else str(pad.relative_to(map_.parent))
            )
        except InhoudFout as fout:
            meldingen += fout.meldingen
            continue
        lijst = blad.waarde if isinstance(blad.waarde, list) else [blad.waarde] if blad.waarde is not None else []
        for nummer, ruw in enumerate(lijst):
            plaats = Plaats(blad, (nummer,) if isinstance(blad.waarde, list) else ())
            onderdeel = _vorm(ruw, vorm, plaats, meldingen)
            if onderdeel is None:
                continue
            naam: str = onderdeel.id  # type: ignore[attr-defined]  # elke vorm in een map heeft een id; `Vorm` zelf niet
            if (soort, naam) in plaatsen:
                eerder = plaatsen[soort, naam]
                meldingen.append(
                    plaats.melding(
                        ("id",),
                        f"`{naam}` bestaat al in {eerder.blad.naam}:{eerder.blad.regel(eerder.pad)}",
                        "kies een andere id of haal er één weg",
                    )
                )
                continue
            plaatsen[soort, naam] = plaats
            onderdelen.append((naam, onderdeel))
    # situaties houden de volgorde van het bestand: die volgorde is gekozen
    yield from (
        o for _, o in (onderdelen if soort in ("situaties", "feiten") else sorted(onderdelen, key=lambda paar: paar[0]))
    )


def _lees_bestand(
    map_: Path, soort: str, vorm: type[schema.Vorm], plaatsen: dict[tuple[str, str], Plaats], meldingen: list[Melding]
) -> Any:
    pad = map_ / f"{soort}.yaml"
    naam = f"{map_.name}/{soort}.yaml"
    if not pad.exists():
        meldingen.append(Melding(naam, 1, "dit bestand ontbreekt", "maak het; de vorm staat in knowledge/schema/"))
        return None
    try:
        blad = lees_blad(pad, naam)
    except InhoudFout as fout:
        meldingen += fout.meldingen
        return None
    plaats = Plaats(blad, ())
    plaatsen[soort, soort] = plaats
    return _vorm(blad.waarde, vorm, plaats, meldingen)


def _lees_versie(map_: Path, meldingen: list[Melding]) -> str:
    pad = map_ / "versie.yaml"
    waarde = lees_blad(pad, f"{map_.name}/versie.yaml").waarde if pad.exists() else None
    if not isinstance(waarde, dict) or set(waarde) != {"versie"}:
        meldingen.append(
            Melding(
                f"{map_.name}/versie.yaml",
                1,
                "hier hoort alleen `versie` te staan",
                "schrijf bijvoorbeeld `versie: 2026.11.24`",
            )
        )
        return ""
    return str(waarde["versie"])


def _vreemde_mappen(map_: Path) -> list[Melding]:
    return [
        Melding(
            f"{map_.name}/{kind.name}",
            1,
            "deze map of dit bestand hoort niet bij de inhoud",
            lijkt_op(kind.stem, [*MAPPEN, *BESTANDEN, "versie"]),
        )
        for kind in sorted(map_.iterdir())
        if not kind.name.startswith(".") and kind.stem not in {*MAPPEN, *BESTANDEN, "versie"}
    ]


def _vorm(ruw: Any, vorm: type[schema.Vorm], plaats: Plaats, meldingen: list[Melding]) -> schema.Vorm | None:
    try:
        return vorm.model_validate(ruw)
    except ValidationError as fout:
        for deel in fout.errors():
            meldingen.append(_vertaal(deel, vorm, plaats))
        return None


def _vertaal(deel: Any, vorm: type[BaseModel], plaats: Plaats) -> Melding:
    pad = tuple(deel["loc"])
    veld = str(pad[-1]) if pad else vorm.__name__
    wat, doe = _VERTAALD.get(
        deel["type"], (deel["msg"].removeprefix("Value error, "), "verbeter dit; de uitleg staat in knowledge/schema/")
    )
    waarden = {"veld": veld, "lijkt_op": lijkt_op(veld, _velden(vorm, pad)), **(deel.get("ctx") or {})}
    if deel["type"] not in _VERTAALD:
        return plaats.melding(pad, wat, doe)
    return plaats.melding(pad, wat.format(**waarden), doe.format(**waarden))


def _velden(vorm: type[BaseModel], pad: tuple[Any, ...]) -> list[str]:
    """De velden van het onderdeel waarin `pad` eindigt, om de dichtstbijzijnde naam te noemen."""
    nu: type[BaseModel] = vorm
    for stap in pad[:-1]:
        if isinstance(stap, int) or stap not in nu.model_fields:
            continue
        nu = _binnenste(nu.model_fields[stap].annotation) or nu
    return list(nu.model_fields)


def _binnenste(annotatie: Any) -> type[BaseModel] | None:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return annotatie
    for deel in getattr(annotatie, "__args__", ()):
        gevonden = _binnenste(deel)
        if gevonden is not None:
            return gevonden
    return None
