"""Voor wie een andere taal schrijft: één kaart in die taal (wat dit is, nood, hulp), en de weg naar Engels of Nederlands."""

from __future__ import annotations

from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.recht import Kennis
from knowledge.schema import Instantie, Kaart, Spreektaal
from knowledge.woorden import Keuze, Knop, Lijst, Link, Nummer, Punt, Tekst

NL, EN = "nl", "en"
IN_DE_KAART = {"gevaar": "politie_112", "zelfmoord": "dertien113", "helpwanted": "helpwanted"}
"""De zinnen van een kaart waar een nummer bij hoort, en van wie."""


def gehad_in(taal: str) -> str:
    """Zo staat in `Stand.gehad` dat iemand de kaart in deze taal al zag."""
    return f"taal_{taal}"


def gesproken(b: Beurt) -> str:
    """De taal waarin we nu antwoorden: die van dit bericht, of die van de kaart die iemand al kreeg en waarin hij bleef."""
    if b.daad.taal != NL:
        return b.daad.taal
    return EN if gehad_in(EN) in b.stand.gehad else NL


def in_andere_taal(b: Beurt, stand: Stand) -> tuple[Stand, Blokken] | None:
    """De kaart, één keer per taal. Daarna: Engels gaat gewoon verder, in een andere taal zeggen we wat wel kan."""
    taal = b.kennis.talen.get(b.daad.taal)
    if taal is None or taal.kaart is None:
        return None
    if gehad_in(taal.id) not in stand.gehad:
        return toon_kaart(b, stand, taal)
    if taal.id == EN:
        return None
    return stand, (_tekst(taal, taal.kaart.nog_eens), _kies(b, taal, taal.kaart))


def toon_kaart(b: Beurt, stand: Stand, taal: Spreektaal) -> tuple[Stand, Blokken]:
    """Wat al gehoord is, blijft in `stand` en komt terug als iemand verdergaat."""
    kaart = taal.kaart
    assert kaart is not None
    blokken: Blokken = (
        _tekst(taal, kaart.wat),
        _tekst(taal, f"{kaart.geen_schuld} {kaart.geen_beeld}"),
        Lijst(kaart.hulp_kop, "hulp", _hulp(b.kennis, taal, kaart), taal=taal.id, rtl=taal.rtl or None),
        _tekst(taal, kaart.jong),
        _kies(b, taal, kaart),
    )
    return stand.met(gehad=tuple(dict.fromkeys((*stand.gehad, gehad_in(taal.id))))), blokken


def begin_in_andere_taal(b: Beurt) -> tuple[Knop, ...]:
    """De knoppen op het eerste scherm: Engels, en alle talen."""
    engels = b.kennis.talen.get(EN)
    if engels is None or engels.kaart is None:
        return ()
    meer = (Knop("talen", b.zin("talen_knop")),) if len(_met_kaart(b)) > 1 else ()
    return (Knop("engels", engels.eigen_naam), *meer)


def kies(b: Beurt) -> tuple[Stand, Blokken]:
    """De kaart die iemand met een knop koos, of de talen om uit te kiezen. Wat al verteld is, blijft."""
    taal = b.kennis.talen.get(EN if b.daad.soort == "engels" else b.daad.naam or "")
    if taal is not None and taal.kaart is not None:
        return toon_kaart(b, b.stand, taal)
    knoppen = tuple(Knop(f"taal:{t.id}", t.eigen_naam) for t in _met_kaart(b))
    return b.stand, (Keuze(b.zin("talen_kies"), "knoppen", knoppen, (Knop("verder", b.zin("verder")),)),)


def _met_kaart(b: Beurt) -> list[Spreektaal]:
    return sorted((t for t in b.kennis.talen.values() if t.kaart), key=lambda t: (t.id != EN, t.eigen_naam))


def _tekst(taal: Spreektaal, zin: str) -> Tekst:
    return Tekst(zin, taal=taal.id, rtl=taal.rtl or None)


def _kies(b: Beurt, taal: Spreektaal, kaart: Kaart) -> Keuze:
    engels = b.kennis.talen.get(EN)
    naar_engels = (Knop(f"taal:{EN}", engels.eigen_naam),) if engels and engels.kaart and taal.id != EN else ()
    knoppen = (*naar_engels, Knop("verder", kaart.verder_knop), Knop("nood:suicide", kaart.zelfmoord_knop))
    return Keuze(kaart.kies, "knoppen", knoppen, taal=taal.id, rtl=taal.rtl or None)


def _hulp(kennis: Kennis, taal: Spreektaal, kaart: Kaart) -> tuple[Punt, ...]:
    vast = tuple(
        _punt(kennis.instanties[id_], getattr(kaart, veld))
        for veld, id_ in IN_DE_KAART.items()
        if id_ in kennis.instanties
    )
    # wie verder in die taal helpt
    gehad = set(IN_DE_KAART.values())
    meer = (
        i for i in kennis.instanties.values() if taal.id in i.talen and i.telefoon and i.praten and i.id not in gehad
    )
    return (*vast, *(_punt(i, "") for i in meer))


def _punt(instantie: Instantie, zin: str) -> Punt:
    nummer = instantie.telefoon.nummer if instantie.telefoon else ""
    links = (Link(instantie.naam, instantie.chat or instantie.pagina),) if instantie.pagina else ()
    telefoon = (Nummer(instantie.naam, nummer),) if nummer else ()
    return Punt(instantie.naam, zin, id=instantie.id, telefoon=telefoon, links=links)
