"""Wat er in een protocol op het scherm komt: de zin die nog niet gezegd is, wie er te bereiken is, en de knoppen."""

from __future__ import annotations

from dataclasses import replace

from knowledge.gesprek.openingstijd import chat, nummer, op_volgorde
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.taalkaart import EN, gesproken
from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.schema import Instantie, Protocol, Vervolg
from knowledge.woorden import Keuze, Knop, Lijst, Nood, Punt, Tekst

GEZEGD = "zorg_"
"""Zo staat in `Stand.gehad` dat een zin uit een protocol al gezegd is."""
VERDER, RUSTIG_GENOEG = "verder", 2


def kies_zin(
    b: Beurt, stand: Stand, sleutel: str, teksten: tuple[str, ...], p: Protocol | None = None
) -> tuple[Stand, str]:
    """De eerste zin die nog niet gezegd is. Is alles gezegd, dan wat het langst geleden is."""
    keuzes = [(f"{GEZEGD}{sleutel}_{nr}", tekst) for nr, tekst in enumerate(teksten)]
    if p is not None and all(id_ in stand.gehad for id_, _ in keuzes):
        rest = in_taal(b, p.terugval, p.terugval_en)
        keuzes += [(f"{GEZEGD}{p.id}_terugval_{nr}", tekst) for nr, tekst in enumerate(rest)]
    volgorde = {id_: plek for plek, id_ in enumerate(stand.gehad)}
    id_, zin = min(keuzes, key=lambda keuze: volgorde.get(keuze[0], -1))
    gehad = (*(al for al in stand.gehad if al != id_), id_)
    return stand.met(gehad=gehad), invullen(b, zin)


def invullen(b: Beurt, zin: str) -> str:
    """`{veilig_thuis}` wordt het nummer: nummers staan alleen bij de instantie."""
    if "{" not in zin:
        return zin
    return zin.format_map({i.id: i.telefoon.nummer for i in b.kennis.instanties.values() if i.telefoon})


def in_taal(b: Beurt, nl: tuple[str, ...], en: tuple[str, ...]) -> tuple[str, ...]:
    return en if en and taal_van(b) else nl


def taal_van(b: Beurt) -> str | None:
    zorg = b.stand.zorg
    return EN if gesproken(b) == EN or (zorg is not None and zorg.blijft and zorg.taal == EN) else None


def eerste_scherm(b: Beurt, p: Protocol) -> Nood:
    rij = op_volgorde(voor_wie(b, p.instanties), b.nu)
    telefoon = tuple(n for n in (nummer(b.kennis, i, b.nu) for i in rij) if n)
    links = tuple(link for link in (chat(b.kennis, i, b.nu) for i in rij) if link)
    if taal_van(b) and p.tekst_en:
        kaal = tuple(replace(n, kosten=None, uren=None) for n in telefoon)
        zinnen = tuple(invullen(b, zin) for zin in p.tekst_en)
        return Nood(p.id, p.titel_en or p.titel, zinnen, kaal, links, "en")
    return Nood(p.id, p.titel, tuple(invullen(b, zin) for zin in p.tekst), telefoon, links)


def bereik(b: Beurt, instanties: tuple[str, ...]) -> Blokken:
    """Wie er te bereiken is, de eerste die nu open is vooraan."""
    punten = []
    for instantie in op_volgorde(voor_wie(b, instanties), b.nu):
        telefoon, praat = nummer(b.kennis, instantie, b.nu), chat(b.kennis, instantie, b.nu)
        punten.append(
            Punt(
                instantie.naam,
                id=instantie.id,
                telefoon=(telefoon,) if telefoon else (),
                links=(praat,) if praat else (),
            )
        )
    return (Lijst(b.zin("zorg_bereik"), "hulp", tuple(punten)),) if punten else ()


def voor_wie(b: Beurt, instanties: tuple[str, ...]) -> list[Instantie]:
    """Wie zeker volwassen is, krijgt geen lijn voor kinderen."""
    volwassen = b.stand.zaak.waarde("leeftijd") == "volwassen" and not b.stand.zaak.waarde("rol")
    rij = [b.kennis.instanties[i] for i in instanties]
    return [i for i in rij if not (volwassen and i.voor == ("onder_18",))]


def keuze(b: Beurt, p: Protocol, vervolg: Vervolg | None = None, vraag: bool = False) -> Keuze:
    namen = (vervolg.knoppen if vervolg and vervolg.knoppen else None) or p.knoppen
    knoppen = tuple(Knop(f"zorg:{naam}", b.kennis.zorgwoorden[naam].knop) for naam in namen)
    taal = taal_van(b)
    tekst = (p.vraag_en if taal and p.vraag_en else p.vraag) if vraag else ""
    return Keuze(
        invullen(b, tekst), "knoppen", knoppen, (Knop(VERDER, b.zin("zorg_verder")),), taal=taal if tekst else None
    )


def aanbod(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Na twee rustige berichten zeggen we één keer dat verdergaan kan."""
    aangeboden = f"{GEZEGD}aanbod"
    if stand.zorg is None or stand.zorg.rustig < RUSTIG_GENOEG or aangeboden in stand.gehad:
        return stand, ()
    return stand.met(gehad=(*stand.gehad, aangeboden)), (Tekst(b.zin("zorg_aanbod")),)
