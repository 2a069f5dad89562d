"""Wat een medewerker kan voorlezen: gewone zinnen uit de kennis, in de volgorde van het gesprek."""

from __future__ import annotations

from bot.deur.hulplijn.beeld import Beeld
from knowledge import Kennis
from knowledge.verwoord import datum

GRONDEN, STAPPEN = 2, 3


def zeg_dit(kennis: Kennis, beeld: Beeld) -> list[str]:
    """De zinnen om voor te lezen. Leeg zolang er niets bekend is."""
    if not beeld.weten:
        return []
    advies = beeld.advies
    zinnen = [kennis.zin("steun")]
    zinnen += [w.tekst for w in advies.waarschuwingen[:1]]
    for grond in [g for g in beeld.gronden if g.status == "ja"][:GRONDEN]:
        zinnen.append(kennis.zin("balie_zeg_past", naam=grond.grond.gewone_naam, artikel=grond.artikel))
    nu = advies.in_fase("nu")[:STAPPEN]
    if nu:
        zinnen.append(kennis.zin("balie_zeg_nu"))
        zinnen += [f"**{nr}. {gekozen.route.naam}.** {gekozen.route.kort}" for nr, gekozen in enumerate(nu, 1)]
    for gerekend in advies.termijnen:
        if gerekend.laatste_dag is not None and not gerekend.voorbij:
            zinnen.append(gerekend.termijn.tekst.format(laatste_dag=datum(gerekend.laatste_dag)))
            break
    bellen = [i for i in advies.hulp if i.telefoon][:2]
    if bellen:
        zinnen.append(
            kennis.zin("balie_zeg_bel", wie=" of ".join(f"{i.naam}, {i.telefoon.nummer}" for i in bellen if i.telefoon))
        )
    return zinnen
