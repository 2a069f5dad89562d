"""De samenhang van de zorg: elke naam bestaat, elk nummer is er, niets wordt twee keer gezegd en niets klinkt als een muur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter
from typing import get_args

from knowledge.bouw.load import Gelezen, Plaats
from knowledge.bouw.taal import pakt_beeld, vragen
from knowledge.errors import Melding, lijkt_op
from knowledge.schema import VERTELT, VRAAGT, Protocol, Signaal

MUUR = re.compile(r"snap ik (?:\w+ )?niet|begrijp ik (?:\w+ )?niet|klopt dat\?|weet ik niets van", re.I)
"""Zo'n zin hoort niemand in nood."""


def controleer_zorg(gelezen: Gelezen) -> list[Melding]:
    """Fouten in `zorg/` en `zorgwoorden/`."""
    inhoud = gelezen.inhoud
    woorden = {woord.id: bool(woord.knop) for woord in inhoud.zorgwoorden} | {VERTELT: False, VRAAGT: False}
    protocollen = {p.id for p in inhoud.zorg}
    bellen = {i.id for i in inhoud.instanties if i.telefoon}
    meldingen: list[Melding] = []
    for p in inhoud.zorg:
        plaats = gelezen.plaatsen["zorg", p.id]
        meldingen += _namen(
            plaats, p, set(woorden), protocollen, {s.id for s in inhoud.situaties}, {f.id for f in inhoud.feiten}
        )
        for naam in (*p.knoppen, *(k for v in p.vervolg for k in v.knoppen)):
            if not woorden.get(naam, True):
                meldingen.append(
                    plaats.melding(("knoppen",), f"`{naam}` heeft geen knop", "geef dat zorgwoord een `knop`")
                )
        meldingen += _zinnen(plaats, p, bellen)
    return [*meldingen, *_signalen(gelezen)]


def let_op_zorg(gelezen: Gelezen) -> list[Melding]:
    """Geen fout: een zorgtekst die nog geen vakmens las. Dit is de werklijst om na te lezen."""
    return [
        gelezen.plaatsen["zorg", p.id].melding(
            (),
            f"de zorgtekst `{p.id}` ({p.naam}, {sum(1 for _ in teksten(p))} zinnen) is nog niet door een vakmens gelezen",
            "laat haar lezen en zet `gelezen_door: {rol: …, op: JJJJ-MM-DD}`",
        )
        for p in sorted(gelezen.inhoud.zorg, key=lambda p: p.rang)
        if p.gelezen_door is None
    ]


def teksten(p: Protocol) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Elke zin die iemand in dit protocol te zien kan krijgen, met het pad."""
    for veld in ("tekst", "meer", "terugval", "tekst_en", "terugval_en"):
        for nr, zin in enumerate(getattr(p, veld)):
            yield (veld, nr), zin
    for nr, vervolg in enumerate(p.vervolg):
        for veld in ("teksten", "teksten_en"):
            for tweede, zin in enumerate(getattr(vervolg, veld)):
                yield ("vervolg", nr, veld, tweede), zin
    for veld in ("vraag", "vraag_en"):
        if getattr(p, veld):
            yield (veld,), getattr(p, veld)


def _namen(
    plaats: Plaats, p: Protocol, woorden: set[str], protocollen: set[str], situaties: set[str], feiten: set[str]
) -> Iterator[Melding]:
    genoemd = [(veld, n) for veld in ("ingang", "zegt_ja") for n in getattr(p, veld)] + [
        ("knoppen", n) for n in p.knoppen
    ]
    genoemd += [(veld, n) for veld in ("ja", "nee") for n in (getattr(p, veld),) if n]
    genoemd += [("vervolg", n) for v in p.vervolg for n in (*v.bij, *v.knoppen)]
    for veld, naam in genoemd:
        if naam not in woorden:
            yield plaats.melding((veld,), f"`{naam}` staat niet in zorgwoorden/", lijkt_op(naam, woorden))
    for veld, naam in (*(("niet_vragen", n) for n in p.niet_vragen), *(("staat_vast", n) for n in p.staat_vast)):
        if naam not in feiten:
            yield plaats.melding((veld,), f"`{naam}` staat niet in feiten/", lijkt_op(naam, feiten))
    for naam in p.zegt_al:
        if naam not in situaties:
            yield plaats.melding(("zegt_al",), f"`{naam}` staat niet in situaties/", lijkt_op(naam, situaties))
    for veld, naam in (
        *(("omvat", n) for n in p.omvat),
        *(("ook", n) for n in p.ook),
        *(("vervolg", v.naar) for v in p.vervolg if v.naar),
    ):
        if naam not in protocollen:
            yield plaats.melding((veld,), f"`{naam}` staat niet in zorg/", lijkt_op(naam, protocollen))


def _zinnen(plaats: Plaats, p: Protocol, bellen: set[str]) -> Iterator[Melding]:
    gezegd = Counter(zin for _, zin in teksten(p))
    for pad, zin in teksten(p):
        for _, naam, _, _ in Formatter().parse(zin):
            if naam is not None and naam not in bellen:
                yield plaats.melding(pad, f"`{naam}` heeft geen telefoonnummer", lijkt_op(naam, bellen))
        if MUUR.search(zin):
            yield plaats.melding(pad, f"'{zin[:40]}…' zegt dat we iemand in nood niet begrijpen", "zeg wat nu kan")
        if pakt_beeld(zin):
            yield plaats.melding(pad, "deze zin laat iemand een beeld bewaren of sturen", "laat het beeld erbuiten")
        if gezegd[zin] > 1:
            yield plaats.melding(
                pad, f"'{zin[:40]}…' staat er twee keer", "niemand leest twee keer hetzelfde; schrijf een andere"
            )
        if vragen(zin) > 1 and "vraag" in pad:
            yield plaats.melding(pad, "hier staan twee vragen tegelijk", "stel er één")


def _signalen(gelezen: Gelezen) -> Iterator[Melding]:
    """Elk zeker signaal komt bij precies één protocol binnen."""
    telling = Counter(signaal for p in gelezen.inhoud.zorg for signaal in p.nood)
    plaats = next((gelezen.plaatsen["zorg", p.id] for p in gelezen.inhoud.zorg), None)
    for signaal in get_args(Signaal) if plaats else ():
        if telling[signaal] != 1:
            assert plaats is not None
            yield plaats.melding(
                ("nood",),
                f"het signaal `{signaal}` komt bij {telling[signaal]} protocollen binnen",
                "zet het bij precies één",
            )
