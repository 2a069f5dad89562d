"""Feiten, data en bronnen in gewone woorden."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from knowledge import schema
from knowledge.recht import JA, ROL, Antwoord, Kennis, Zaak, in_week, lees_tijdvak
from knowledge.schema import SLACHTOFFER
from knowledge.woorden.bericht import BronRegel, Nummer

T = TypeVar("T")

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


LIJKT_OP = {
    "leraar": "naaste",
    "professional": "naaste",
    "ontvanger": "naaste",
    "werkgever": "naaste",
    "journalist": "naaste",
    "beschuldigd": "maker",
    "naaste_dader": "maker",
}
"""Heeft een rol geen eigen tekst, dan spreekt deze hem het best aan."""


def bij_rol(rol: object, keuzes: Mapping[str, T]) -> T | None:
    """Wat bij deze rol hoort, of bij de rol die er het meest op lijkt."""
    return keuzes.get(str(rol)) or keuzes.get(LIJKT_OP.get(str(rol), ""))


def aanspreek(kennis: Kennis, rol: object) -> dict[str, str]:
    """De woorden voor om wie het gaat, bij deze rol."""
    return bij_rol(rol, kennis.aanspreek) or kennis.aanspreek[SLACHTOFFER]


def vraagtekst(feit: schema.Feit | schema.Vraagwijze, rol: object) -> str:
    """De vraag zoals zij bij deze rol past."""
    return bij_rol(rol, {str(eigen): tekst for eigen, tekst in feit.vraag_voor.items()}) or feit.vraag


def vraag_in_zaak(kennis: Kennis, feit: schema.Feit, zaak: Zaak) -> str:
    """De vraag zoals zij bij deze zaak en rol past."""
    vast = kennis.atomen.vast(kennis.vul_aan(zaak)) if feit.anders else None
    wijzen = (wijze for toets, wijze in kennis.vraagwijzen.get(feit.id, ()) if vast and toets.weeg(vast) == JA)
    return vraagtekst(next(wijzen, feit), zaak.waarde(ROL))


def datum(dag: date, met_dag: bool = True) -> str:
    """'zaterdag 21 november 2026'."""
    kaal = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
    return f"{DAGEN[dag.weekday()]} {kaal}" if met_dag else kaal


def briefdatum(dag: date, taal: str) -> str:
    """'21 november 2026', of '21 November 2026' in een Engelse brief."""
    return f"{dag.day} {MONTHS[dag.month - 1]} {dag.year}" if taal == "en" else datum(dag, met_dag=False)


def tijd(waarde: str, taal: str = "nl") -> str:
    """Een datum zo precies als hij verteld is, en zo dat hij ook achter 'op' past: 'een dag in maart 2026'."""
    vak = lees_tijdvak(waarde)
    if vak.precies == "dag":
        return datum(vak.vroegst) if taal == "nl" else briefdatum(vak.vroegst, taal)
    return f"{'een dag' if taal == 'nl' else 'a day'} {tijd_kaal(waarde, taal)}"


def tijd_kaal(waarde: str, taal: str = "nl") -> str:
    """Hetzelfde op zichzelf: 'zaterdag 21 november 2026', 'in de week van 16 november 2026', 'in 2020'."""
    vak, namen = lees_tijdvak(waarde), MAANDEN if taal == "nl" else MONTHS
    if vak.precies == "dag":
        return tijd(waarde, taal)
    if vak.precies == "week":
        dag = briefdatum(vak.vroegst, taal)
        return f"in de week van {dag}" if taal == "nl" else f"in the week of {dag}"
    if vak.precies == "maand":
        return f"in {namen[vak.vroegst.month - 1]} {vak.vroegst.year}"
    if vak.precies == "jaar":
        return f"in {vak.vroegst.year}"
    samen = f"{briefdatum(vak.vroegst, taal)} {'en' if taal == 'nl' else 'and'} {briefdatum(vak.laatst, taal)}"
    return f"tussen {samen}" if taal == "nl" else f"between {samen}"


def tijd_gezegd(waarde: str, vandaag: date) -> str:
    """Zoals iemand het zei: 'vorige week (de week van 16 november 2026)'; anders als `tijd_kaal`."""
    vak, kaal = lees_tijdvak(waarde), tijd_kaal(waarde)
    toen = {
        "week": {in_week(vandaag).waarde: "deze week", in_week(vandaag - timedelta(days=7)).waarde: "vorige week"},
        "jaar": {str(vandaag.year): "dit jaar", str(vandaag.year - 1): "vorig jaar"},
    }.get(vak.precies, {})
    return f"{toen[waarde]} ({kaal.removeprefix('in ')})" if waarde in toen else kaal


def opsomming(delen: list[str]) -> str:
    """'a', 'a en b', 'a, b en c'."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}" if delen else ""


def antwoordtekst(kennis: Kennis, antwoord: Antwoord) -> str:
    """Wat iemand antwoordde, zoals het op de knop stond."""
    feit = kennis.feiten[antwoord.feit]
    if antwoord.onbekend:
        return kennis.zin("weet_niet")
    if feit.soort == "datum":
        return tijd_kaal(str(antwoord.waarde))
    return opsomming([optie.label for optie in feit.opties if optie.id in antwoord.keuzes])


def gehoord(kennis: Kennis, antwoord: Antwoord, rol: object = None) -> list[str]:
    """Wat we hoorden, in stukken die achter 'Ik heb begrepen:' passen."""
    feit = kennis.feiten[antwoord.feit]
    if feit.soort == "datum":
        dag = tijd(str(antwoord.waarde))
        return [
            (feit.gehoord or f"{feit.vraag} **{{datum}}**").format(
                datum=f"**{dag}**" if "**" not in (feit.gehoord or "**") else dag
            )
        ]
    woorden = aanspreek(kennis, rol)
    return [
        optie.gehoord.format_map(woorden) if optie.gehoord else f"**{optie.label}**"
        for optie in feit.opties
        if optie.id in antwoord.keuzes
    ]


def strafduur(straf: schema.Straf) -> str:
    """'2 jaar' of '2 maanden'; leeg als er alleen een boete op staat."""
    delen = [f"{straf.jaar} jaar" if straf.jaar else "", f"{straf.maanden} maanden" if straf.maanden else ""]
    return " en ".join(deel for deel in delen if deel)


def straftekst(straf: schema.Straf) -> str:
    """'2 jaar gevangenis', '2 maanden hechtenis'."""
    return f"{strafduur(straf)} {'hechtenis' if straf.hechtenis else 'gevangenis'}"


def bronregel(kennis: Kennis, bron: schema.Bron) -> BronRegel:
    """Een bron met wat er nagekeken is."""
    if bron.nagekeken_tegen == "nog_niet" or bron.nagekeken_op is None:
        nagekeken = kennis.zin("nog_niet_nagekeken")
    else:
        # wie de tekst zelf niet las, zegt dat erbij
        zin = "nagekeken" if bron.nagekeken_tegen == "primair" else "nagekeken_elders"
        nagekeken = kennis.zin(zin, datum=datum(bron.nagekeken_op, met_dag=False))
    return BronRegel(bron.id, bron.titel, bron.vindplaats, bron.url, nagekeken)


def nummers(instanties: list[schema.Instantie]) -> tuple[Nummer, ...]:
    """De telefoonnummers van deze instanties."""
    return tuple(
        Nummer(i.naam, i.telefoon.nummer, i.telefoon.kosten, i.telefoon.uren) for i in instanties if i.telefoon
    )
