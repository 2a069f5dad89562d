"""De samenvatting van een zaak: om te kopiëren, en als PDF, DOCX of gegevens. Met een knop die weglaat wat herleidbaar is."""

from __future__ import annotations

from datetime import date

from bot.deur.hulplijn.zaak.beeld import Beeld
from knowledge import Kennis
from knowledge.brieven import Opgemaakt, Stuk, kaal
from knowledge.woorden import datum, termijnzin

STATUS = {"ja": "past", "mogelijk": "mogelijk"}
FASEN = {"nu": "Nu doen", "deze_week": "Deze week", "voor_datum": "Vóór een datum", "later": "Later"}


def maak_samenvatting(kennis: Kennis, beeld: Beeld, vandaag: date, kwitantie: str, anoniem: bool) -> Opgemaakt:
    """`anoniem`: zonder data, leeftijd en relatie, en zonder kwitantie, want daar staan de feiten in."""
    delen = [
        Stuk("Feiten", lijst=tuple(_feiten(kennis, beeld, anoniem)) or ("Nog geen feiten.",)),
        Stuk("Wat past", lijst=tuple(_gronden(beeld, anoniem)) or ("Met deze feiten past nog geen regel uit de wet.",)),
        Stuk("Let op", lijst=tuple(kaal(w.tekst) for w in beeld.advies.waarschuwingen)),
        *(Stuk(kop, lijst=tuple(_routes(kennis, beeld, fase))) for fase, kop in FASEN.items()),
        Stuk("Termijnen", lijst=tuple(_termijnen(kennis, beeld, anoniem))),
        Stuk("Wie helpt", lijst=tuple(_hulp(beeld))),
        Stuk("Bronnen", lijst=tuple(f"{r.titel}, {r.vindplaats} ({r.nagekeken}): {r.url}" for r in beeld.alle_bronnen)),
        Stuk("Kennis", alineas=(f"Versie {kennis.versie} ({kennis.hash[:12]}).",)),
    ]
    if kwitantie and not anoniem:
        delen.append(Stuk("Kwitantie", alineas=(kwitantie,)))
    return Opgemaakt(
        "Samenvatting",
        "nl",
        tuple(stuk for stuk in delen if stuk.heeft_inhoud),
        voor_jou=(f"Gemaakt op {datum(vandaag)}. Dit is informatie en geen oordeel van een rechter.",),
        voet=f"Kennis {kennis.versie}",
    )


def als_markdown(document: Opgemaakt) -> str:
    """Hetzelfde document als Markdown."""
    regels = [f"# {document.titel}", "", *document.voor_jou, ""]
    for stuk in document.delen:
        regels += [f"## {stuk.kop}", ""] if stuk.kop else []
        regels += [*stuk.alineas, *(f"- {punt}" for punt in stuk.lijst), ""]
    return "\n".join(regels)


def als_gegevens(kennis: Kennis, beeld: Beeld, vandaag: date, anoniem: bool) -> dict[str, object]:
    """Voor het eigen systeem van de hulplijn: namen uit de kennis, geen zinnen."""
    feiten = {
        a.feit: list(a.waarde) if isinstance(a.waarde, tuple) else a.waarde
        for a in beeld.zaak.antwoorden
        if not (anoniem and kennis.feiten[a.feit].herleidbaar)
    }
    advies = beeld.advies.naar_ids()
    if anoniem:
        advies = {**advies, "termijnen": sorted(advies["termijnen"])}
    return {
        "dag": vandaag.isoformat(),
        "kennis": {"versie": kennis.versie, "hash": kennis.hash},
        "feiten": feiten,
        "advies": advies,
    }


def _feiten(kennis: Kennis, beeld: Beeld, anoniem: bool) -> list[str]:
    return [
        f"{v.tekst} {v.antwoord}"
        for v in beeld.weten
        if not v.volgt and not (anoniem and kennis.feiten[v.feit.id].herleidbaar)
    ]


def _gronden(beeld: Beeld, anoniem: bool) -> list[str]:
    uit = []
    for g in beeld.gronden:
        regel = f"{g.grond.naam} ({g.artikel}): {STATUS[g.status]}."
        variant = next((v for v in g.varianten if v.status == g.status), None)
        if variant is not None:
            tekens = {"ja": "ja", "nee": "nee", "open": "nog open"}
            regel += " " + " ".join(
                f"{e.tekst.rstrip('.')}: {tekens[e.teken]}{', waarschijnlijk' if e.waarschijnlijk else ''}."
                for e in variant.elementen
            )
        if g.nodig:
            regel += " Alleen nog nodig: " + " ".join(n.tekst for n in g.nodig)
        uit.append(regel)
    return uit


def _routes(kennis: Kennis, beeld: Beeld, fase: str) -> list[str]:
    uit = []
    for gekozen in beeld.advies.in_fase(fase):
        route = gekozen.route
        waar = "; ".join(
            f"{i.naam}{f' {i.telefoon.nummer}' if i.telefoon else ''}"
            for i in (kennis.instanties[n] for n in route.instanties)
        )
        uit.append(f"{route.naam}. {route.kort} Kosten: {route.kosten} Duur: {route.duur} Waar: {waar}.")
    return uit


def _termijnen(kennis: Kennis, beeld: Beeld, anoniem: bool) -> list[str]:
    uit = []
    for t in beeld.advies.termijnen:
        if anoniem:
            uit.append(f"{t.termijn.naam}. Begint op het antwoord op: {kennis.feiten[t.termijn.vanaf].vraag}")
        else:
            uit.append(f"{t.termijn.naam}: {termijnzin(kennis, t)}")
    return uit


def _hulp(beeld: Beeld) -> list[str]:
    return [
        f"{i.naam}{f' {i.telefoon.nummer}' if i.telefoon else ''}"
        f"{f' ({i.telefoon.uren})' if i.telefoon and i.telefoon.uren else ''}: {i.doet} {i.chat or i.pagina}"
        for i in beeld.advies.hulp
    ]
