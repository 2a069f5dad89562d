"""De weg per platform: als stap in een route, en als los blok voor wie het precies wil weten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.recht import JA, Kennis, Zaak
from knowledge.schema import BEWERINGEN, Bewering, Platform
from knowledge.woorden import Detail, Knop, Link, Punt

KNOP = "platform"


def bij_route(kennis: Kennis, zaak: Zaak, route: str) -> tuple[Platform, ...]:
    """De platforms van deze route die in deze zaak spelen."""
    vast = kennis.atomen.vast(kennis.vul_aan(zaak))
    return tuple(p for toets, p in kennis.platformtoetsen if p.route == route and (not toets or toets.weeg(vast) == JA))


def knoppen(kennis: Kennis, zaak: Zaak, route: str) -> tuple[Knop, ...]:
    return tuple(
        Knop(f"{KNOP}:{p.id}", kennis.zin("platform_knop", naam=p.naam)) for p in bij_route(kennis, zaak, route)
    )


def punt(kennis: Kennis, platform: Platform) -> Punt:
    """Alles wat we van dit platform weten, met bij elke zin of iemand de bron las."""
    return Punt(
        platform.naam,
        platform.stap.tekst if platform.stap else platform.regel.tekst,
        id=platform.id,
        details=tuple(
            Detail(f"{kennis.zin(f'platform_{veld}')} {b.tekst}{_open(kennis, b)}") for veld, b in _beweringen(platform)
        ),
        bronnen=platformbronnen(platform),
        links=(Link(kennis.zin("open_pagina"), platform.link),) if platform.link else (),
    )


def platformbronnen(platform: Platform) -> tuple[str, ...]:
    stap: Iterable[str] = platform.stap.bronnen if platform.stap else ()
    return tuple(dict.fromkeys((*stap, *(bron for _, b in _beweringen(platform) for bron in b.bronnen))))


def _beweringen(platform: Platform) -> Iterator[tuple[str, Bewering]]:
    for veld in BEWERINGEN:
        bewering = getattr(platform, veld)
        if bewering is not None:
            yield veld, bewering


def _open(kennis: Kennis, bewering: Bewering) -> str:
    gelezen = any(kennis.bronnen[bron].nagekeken_tegen != "nog_niet" for bron in bewering.bronnen)
    return "" if gelezen else f" {kennis.zin('platform_niet_nagekeken')}"
