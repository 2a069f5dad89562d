"""Blokken in JSON als platte tekst, voor kanalen die niets anders kunnen."""

from __future__ import annotations

from typing import Any

_TEKEN = {"ja": "✓", "nee": "✗", "open": "?", "info": "·"}


def tekst_van(blokken: list[dict[str, Any]]) -> str:
    """Alle blokken onder elkaar."""
    return "\n\n".join(regel for regel in (_blok(blok) for blok in blokken) if regel)


def _blok(b: dict[str, Any]) -> str:
    soort = b["blok"]
    if soort == "tekst":
        return str(b["tekst"])
    if soort == "keuze":
        return str(b.get("tekst", ""))
    if soort == "lijst":
        return "\n".join(
            [f"**{b['kop']}**", *(_punt(nr, p, bool(b.get("geordend"))) for nr, p in enumerate(b.get("items", ()), 1))]
        )
    if soort == "bronnen":
        return "\n".join(
            [
                f"**{b['kop']}**",
                *(f"- {r['titel']} ({r['vindplaats']}), {r['nagekeken']}: {r['url']}" for r in b.get("regels", ())),
            ]
        )
    if soort == "document":
        return f"**{b['naam']}**\n{b['tekst']}"
    if soort == "nood":
        return "\n".join(
            [
                f"**{b['titel']}**",
                *b.get("tekst", ()),
                *(f"{n['naam']}: {n['nummer']}" for n in b.get("telefoon", ())),
                *(f"{k['label']}: {k['url']}" for k in b.get("links", ())),
            ]
        )
    return ""


def _punt(nr: int, p: dict[str, Any], geordend: bool) -> str:
    regels = [f"{nr}. {p['titel']}" if geordend else f"- {p['titel']}"]
    regels += [f"  {p['tekst']}"] if p.get("tekst") else []
    regels += [f"  {_TEKEN[d['stand']]} {d['tekst']}" for d in p.get("details", ())]
    regels += [
        f"  ☎ {n['naam']} {n['nummer']}{' (' + n['kosten'] + ')' if n.get('kosten') else ''}"
        for n in p.get("telefoon", ())
    ]
    regels += [f"  → {k['label']}: {k['url']}" for k in p.get("links", ())]
    return "\n".join(regels)
