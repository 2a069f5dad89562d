"""Wat een medewerker kan voorlezen: gewone zinnen uit de kennis, in de volgorde van het gesprek."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.deur.hulplijn.zaak.beeld import Beeld
from knowledge import Kennis
from knowledge.woorden import BronRegel, termijnzin

GRONDEN, STAPPEN = 2, 3


@dataclass(frozen=True)
class Zin:
    """Een zin om voor te lezen, met waar ze op steunt (alleen voor de medewerker)."""

    tekst: str
    bronnen: tuple[BronRegel, ...] = ()


def zeg_dit(kennis: Kennis, beeld: Beeld) -> list[Zin]:
    """De zinnen om voor te lezen. Leeg zolang er niets bekend is."""
    if not beeld.weten:
        return []
    advies = beeld.advies

    def met(tekst: str, bronnen: Iterable[str]) -> Zin:
        return Zin(tekst, tuple(beeld.bronnen[b] for b in bronnen))

    zinnen = [Zin(kennis.zin("steun"))]
    zinnen += [met(w.tekst, w.bronnen) for w in advies.waarschuwingen[:1]]
    for grond in [g for g in beeld.gronden if g.status == "ja"][:GRONDEN]:
        zin = kennis.zin("balie_zeg_past", naam=grond.grond.gewone_naam, artikel=grond.artikel)
        zinnen.append(Zin(zin, grond.bronnen[:1]))
    nu = advies.in_fase("nu")[:STAPPEN]
    if nu:
        zinnen.append(Zin(kennis.zin("balie_zeg_nu")))
        zinnen += [
            met(f"**{nr}. {gekozen.route.naam}.** {gekozen.route.kort}", gekozen.route.bronnen)
            for nr, gekozen in enumerate(nu, 1)
        ]
    for gerekend in advies.termijnen:
        if gerekend.loopt:
            zinnen.append(met(termijnzin(kennis, gerekend), gerekend.termijn.bronnen))
            break
    bellen = [i for i in advies.hulp if i.telefoon][:2]
    if bellen:
        wie = " of ".join(f"{i.naam}, {i.telefoon.nummer}" for i in bellen if i.telefoon)
        zinnen.append(met(kennis.zin("balie_zeg_bel", wie=wie), (b for i in bellen for b in i.bronnen)))
    return zinnen
