"""Wat een medewerker met een zaak doet: een antwoord zetten of weghalen, een datum, een regel tekst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.deur.hulplijn.zaak.balietaal import lees_notitie
from bot.verstaan import Gehoord
from bot.verstaan.nood import Nood
from knowledge import AntwoordFout, Kennis, Zaak
from knowledge.recht import Antwoord
from knowledge.schema import WEET_NIET
from knowledge.woorden import gehoord as gehoord_als
from knowledge.woorden import opsomming


@dataclass(frozen=True)
class Zaakuitkomst:
    """De zaak na de handeling, en wat de medewerker moet weten."""

    zaak: Zaak
    melding: str = ""
    onzeker: tuple[Gehoord, ...] = ()
    nood: Nood | None = None


def doe(kennis: Kennis, zaak: Zaak, vandaag: date, invoer: Mapping[str, str]) -> Zaakuitkomst:
    """Voert één handeling uit. Onzin in de invoer verandert niets en geeft een melding."""
    if invoer.get("leeg"):
        return Zaakuitkomst(Zaak(), kennis.zin("balie_leeg"))
    if weg := invoer.get("weg", ""):
        return Zaakuitkomst(zaak.zonder(weg))
    if keuze := invoer.get("antwoord", ""):
        feit, _, waarde = keuze.partition(":")
        return _antwoord(kennis, zaak, vandaag, feit, waarde)
    if feit := invoer.get("zet", ""):
        return _antwoord(kennis, zaak, vandaag, feit, invoer.get(f"waarde_{feit}", ""), wissel=False)
    if tekst := invoer.get("zin", "").strip():
        return _zin(kennis, zaak, vandaag, tekst)
    return Zaakuitkomst(zaak)


def _antwoord(kennis: Kennis, zaak: Zaak, vandaag: date, feit: str, waarde: str, wissel: bool = True) -> Zaakuitkomst:
    """Nog een keer hetzelfde kiezen haalt het weg; bij meerkeuze komt het erbij of gaat het eraf."""
    oud = zaak.bij_feit.get(feit)
    nieuw: list[str] | str = waarde
    if feit in kennis.feiten and kennis.feiten[feit].soort == "meerkeuze" and waarde != WEET_NIET:
        had = [k for k in oud.keuzes if k != WEET_NIET] if oud is not None else []
        nieuw = [k for k in had if k != waarde] if waarde in had else [*had, waarde]
        if not nieuw:
            return Zaakuitkomst(zaak.zonder(feit))
    elif wissel and oud is not None and oud.waarde == waarde:
        return Zaakuitkomst(zaak.zonder(feit))
    try:
        return Zaakuitkomst(zaak.met(feit, kennis.lees_antwoord(feit, nieuw, vandaag), "hulplijn"))
    except AntwoordFout as fout:
        return Zaakuitkomst(zaak, kennis.zin(fout.reden))


def _zin(kennis: Kennis, zaak: Zaak, vandaag: date, tekst: str) -> Zaakuitkomst:
    notitie = lees_notitie(kennis, tekst, vandaag)
    genomen: list[str] = []
    for gehoord in notitie.zeker:
        oud = zaak.waarde(gehoord.feit)
        ruw = (
            [*oud, *gehoord.waarde]
            if isinstance(oud, tuple) and isinstance(gehoord.waarde, tuple)
            else (list(gehoord.waarde) if isinstance(gehoord.waarde, tuple) else gehoord.waarde)
        )
        try:
            zaak = zaak.met(gehoord.feit, kennis.lees_antwoord(gehoord.feit, ruw, vandaag), "zin")
        except AntwoordFout:
            continue
        genomen += gehoord_als(kennis, Antwoord(gehoord.feit, zaak.bij_feit[gehoord.feit].waarde))
    open_ = tuple(g for g in notitie.onzeker if not zaak.kent(g.feit))
    if genomen:
        melding = kennis.zin("balie_gehoord", lijst=opsomming(genomen))
    else:
        melding = kennis.zin("balie_niets_gehoord") if notitie.nood is None else ""
    return Zaakuitkomst(zaak, melding, open_, notitie.nood)
