"""Wordt alles gebruikt en is alles bereikbaar: gronden, vragen, antwoorden, termijnen, bronnen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from knowledge import schema
from knowledge.bouw.doorloop import alle_voorwaarden, doorloop, onderdelen, vergelijkingen, voorwaarden_van
from knowledge.bouw.load import Gelezen
from knowledge.errors import Melding
from knowledge.recht import verjaart_bij, volgt_straf

OUDSTE = 120


def controleer_gebruik(gelezen: Gelezen) -> list[Melding]:
    """Fouten: wat niemand bereikt, niets beslist of geen regel heeft."""
    return [
        *_antwoorden_gebruikt(gelezen),
        *gronden_bereikbaar(gelezen),
        *_varianten_gelden(gelezen),
        *_leeftijden_sluiten(gelezen),
        *_termijnen_kloppen(gelezen),
        *bronnen_gelden(gelezen),
        *_verweer_weegt(gelezen),
    ]


def let_op(gelezen: Gelezen) -> list[Melding]:
    """Geen fout, wel iets om naar te kijken: wat nergens gebruikt of door geen voorbeeld getoetst wordt."""
    return sorted({*_vragen_gesteld(gelezen), *_ongebruikt(gelezen), *_ongetoetst(gelezen)})


def _antwoorden_gebruikt(gelezen: Gelezen) -> Iterator[Melding]:
    """Elke vraag beslist iets, en geen voorwaarde laat twee antwoorden ongescheiden."""
    genoemd: dict[str, set[str]] = defaultdict(set)
    for _, voorwaarde in alle_voorwaarden(gelezen.inhoud):
        for naam, waarden in vergelijkingen(voorwaarde):
            genoemd[naam].update(waarden)
    data = {t.vanaf for t in gelezen.inhoud.termijnen} | {"wanneer"}
    for feit in gelezen.inhoud.feiten:
        plaats = gelezen.plaatsen["feiten", feit.id]
        if feit.id == "rol":
            continue
        if feit.soort == "datum":
            if feit.id not in data and feit.id not in genoemd:
                yield plaats.melding(
                    (), f"de datum `{feit.id}` beslist niets", "laat een termijn ermee beginnen of haal de vraag weg"
                )
            continue
        if feit.id not in genoemd and not all(optie.alleen_tekst for optie in feit.opties):
            yield plaats.melding(
                (),
                f"het feit `{feit.id}` komt in geen voorwaarde voor",
                "gebruik het, zet `alleen_tekst: true` bij de opties, of haal het weg",
            )
            continue
        over = [optie for optie in feit.opties if optie.id not in genoemd[feit.id] and not optie.alleen_tekst]
        if len(over) > 1:
            for optie in over:
                nummer = feit.opties.index(optie)
                yield plaats.melding(
                    ("opties", nummer),
                    f"geen voorwaarde gebruikt het antwoord `{optie.id}` op `{feit.id}`",
                    "gebruik het, voeg het samen met een ander, of zet `alleen_tekst: true`",
                )


def gronden_bereikbaar(gelezen: Gelezen) -> Iterator[Melding]:
    """Een grond is bereikbaar als een situatie hem onderzoekt en voor elk bestanddeel minstens één feit vraagt."""
    inhoud = gelezen.inhoud
    gehoord = (
        {feit.id for feit in inhoud.feiten if feit.alleen_gehoord} | set(inhoud.veiligheid.eerst) | {"gebeurd", "rol"}
    )
    vult_in = {feit.id: {gevolg for optie in feit.opties for gevolg in optie.zegt_ook} for feit in inhoud.feiten}
    for grond in inhoud.gronden:
        vragen = set(gehoord)
        onderzocht = False
        for situatie in inhoud.situaties:
            if grond.id in situatie.gronden:
                onderzocht = True
                vragen |= (
                    set(situatie.vragen) | set(situatie.knopfeiten) | {feit for feit, _ in vergelijkingen(situatie.als)}
                )
        vragen |= {gevolg for vraag in vragen for gevolg in vult_in.get(vraag, ())}
        plaats = gelezen.plaatsen["gronden", grond.id]
        if not onderzocht:
            yield plaats.melding(
                (), f"geen situatie onderzoekt de grond `{grond.id}`", "zet hem in `gronden` van minstens één situatie"
            )
            continue
        for v, variant in enumerate(grond.varianten):
            for e, element in enumerate(variant.bestanddelen):
                feiten = {feit for voorwaarde in voorwaarden_van(element) for feit, _ in vergelijkingen(voorwaarde)}
                if feiten and feiten.isdisjoint(vragen):
                    yield plaats.melding(
                        ("varianten", v, "bestanddelen", e),
                        f"geen vraag bereikt het bestanddeel `{element.id}`",
                        f"laat een situatie met deze grond vragen naar {', '.join(sorted(feiten))}",
                    )


def _varianten_gelden(gelezen: Gelezen) -> Iterator[Melding]:
    """Een variant waarvoor nooit een versie van de wet gold, kan nooit passen."""
    for grond in gelezen.inhoud.gronden:
        plaats = gelezen.plaatsen["gronden", grond.id]
        for nummer, variant in enumerate(grond.varianten):
            if not any(
                (variant.van is None or versie.tot is None or variant.van <= versie.tot)
                and (variant.tot is None or versie.van <= variant.tot)
                for versie in grond.versies
            ) or (variant.van and variant.tot and variant.tot < variant.van):
                yield plaats.melding(
                    ("varianten", nummer),
                    f"de variant `{variant.id}` gold nooit: geen versie valt in die tijd",
                    "kijk naar `van` en `tot` van de variant en van de versies",
                )
        geordend = sorted(grond.versies, key=lambda versie: versie.van)
        for eerste, tweede in pairwise(geordend):
            if eerste.tot and (tweede.van - eerste.tot).days > 1:
                yield plaats.melding(
                    ("versies",),
                    f"tussen {eerste.tot} en {tweede.van} gold geen versie",
                    "laat de versies aansluiten, of maak er twee gronden van",
                )


def _leeftijden_sluiten(gelezen: Gelezen) -> Iterator[Melding]:
    """De leeftijden van een vraag sluiten op elkaar aan, van 0 tot en met 120."""
    for feit in gelezen.inhoud.feiten:
        if feit.soort != "leeftijd":
            continue
        plaats, verwacht = gelezen.plaatsen["feiten", feit.id], 0
        rijen = sorted(
            (o.van, o.tot if o.tot is not None else OUDSTE, n) for n, o in enumerate(feit.opties) if o.van is not None
        )
        for van, tot, nummer in rijen:
            if van != verwacht:
                yield plaats.melding(
                    ("opties", nummer),
                    f"leeftijd {min(van, verwacht)} {'valt onder twee antwoorden' if van < verwacht else 'valt onder geen antwoord'}",
                    f"laat dit antwoord beginnen bij {verwacht}",
                )
            verwacht = tot + 1
        if verwacht <= OUDSTE:
            yield plaats.melding(
                ("opties",),
                f"leeftijd {verwacht} valt onder geen antwoord",
                f"laat het laatste antwoord tot {OUDSTE} lopen",
            )


def _vragen_gesteld(gelezen: Gelezen) -> Iterator[Melding]:
    """Een vraag die in geen situatie staat, uit geen antwoord volgt en niet op `alleen_gehoord` staat."""
    inhoud = gelezen.inhoud
    gesteld = set(inhoud.veiligheid.eerst) | {"gebeurd"} | {v for s in inhoud.situaties for v in s.vragen}
    gesteld |= {feit for situatie in inhoud.situaties for feit, _ in vergelijkingen(situatie.als)}
    gesteld |= {gevolg for feit in inhoud.feiten for optie in feit.opties for gevolg in optie.zegt_ook}
    for feit in inhoud.feiten:
        if feit.id not in gesteld and not feit.alleen_gehoord:
            yield gelezen.plaatsen["feiten", feit.id].melding(
                (),
                f"de vraag `{feit.id}` wordt nooit gesteld",
                "zet hem in `vragen` van een situatie, of zet `alleen_gehoord: true`",
            )


def _termijnen_kloppen(gelezen: Gelezen) -> Iterator[Melding]:
    """Een termijn heeft een lengte (of volgt de straf), begint op een datum, en iets noemt haar."""
    inhoud = gelezen.inhoud
    genoemd = {t for grond in inhoud.gronden for t in grond.termijnen}
    genoemd |= {t for route in inhoud.routes for t in route.termijnen}
    datums = {feit.id for feit in inhoud.feiten if feit.soort == "datum"}
    for termijn in inhoud.termijnen:
        plaats, duur = gelezen.plaatsen["termijnen", termijn.id], termijn.duur
        eigen_lengte = duur.dagen + duur.weken + duur.maanden + duur.jaren > 0
        if not eigen_lengte and not volgt_straf(termijn, inhoud.gronden):
            yield plaats.melding(
                ("duur",), f"de termijn `{termijn.id}` heeft geen lengte", "geef dagen, weken, maanden of jaren"
            )
        if eigen_lengte and volgt_straf(termijn, inhoud.gronden):
            yield plaats.melding(
                ("duur",), f"met de lengte van `{termijn.id}` rekent niets: zij volgt de straf", "haal `duur` weg"
            )
        if termijn.vanaf not in datums:
            yield plaats.melding(
                ("vanaf",), f"`{termijn.vanaf}` is geen datum", "laat de termijn op een feit van soort datum beginnen"
            )
        bij_straf = any(verjaart_bij(termijn, grond) for grond in inhoud.gronden)
        if not termijn.gronden and not bij_straf and termijn.id not in genoemd:
            yield plaats.melding(
                (),
                f"geen grond of route noemt de termijn `{termijn.id}`",
                "zet hem in `termijnen` van een route, of geef hem `gronden`",
            )


def bronnen_gelden(gelezen: Gelezen) -> Iterator[Melding]:
    """Een bewering van nu steunt niet alleen op recht dat voorbij is, en een versie steunt op een bron van toen."""
    bronnen = {bron.id: bron for bron in gelezen.inhoud.bronnen}
    for soort in ("gronden", "routes", "termijnen", "instanties", "begrippen", "waarschuwingen"):
        for onderdeel in getattr(gelezen.inhoud, soort):
            eigen = [bronnen[naam] for naam in onderdeel.bronnen if naam in bronnen]
            gesloten = soort == "gronden" and all(versie.tot for versie in onderdeel.versies)
            if eigen and all(bron.geldig_tot for bron in eigen) and not gesloten:
                yield gelezen.plaatsen[soort, onderdeel.id].melding(
                    ("bronnen",), f"elke bron van `{onderdeel.id}` geldt niet meer", "zet er een bron bij die nu geldt"
                )
    for grond in gelezen.inhoud.gronden:
        for nummer, versie in enumerate(grond.versies):
            bron = bronnen.get(versie.bron)
            if bron and (
                (bron.geldig_van and versie.van < bron.geldig_van)
                or (bron.geldig_tot and (versie.tot is None or bron.geldig_tot < versie.tot))
            ):
                yield gelezen.plaatsen["gronden", grond.id].melding(
                    ("versies", nummer),
                    f"de bron `{bron.id}` gold niet in de hele tijd van deze versie",
                    "kijk naar `van` en `tot`",
                )


def _ongebruikt(gelezen: Gelezen) -> Iterator[Melding]:
    genoemd = {waarde for _, onderdeel in onderdelen(gelezen.inhoud) for waarde in _namen_in(onderdeel)}
    for soort, wat in (("bronnen", "de bron"), ("instanties", "de instantie"), ("brieven", "de brief")):
        for onderdeel in getattr(gelezen.inhoud, soort):
            vanzelf = any(getattr(onderdeel, veld, None) for veld in ("praten", "altijd", "vertaling_van"))
            if onderdeel.id not in genoemd and not vanzelf:
                yield gelezen.plaatsen[soort, onderdeel.id].melding(
                    (), f"niets gebruikt {wat} `{onderdeel.id}`", "gebruik hem, of haal hem weg"
                )


def _namen_in(onderdeel: schema.Vorm) -> Iterator[str]:
    for pad, waarde in doorloop(onderdeel):
        if pad and pad != ("id",) and isinstance(waarde, str):
            yield waarde


def _ongetoetst(gelezen: Gelezen) -> Iterator[Melding]:
    """Antwoorden die beslissen en in geen voorbeeld voorkomen."""
    inhoud = gelezen.inhoud
    getoetst: dict[str, set[str]] = defaultdict(set)
    gevallen = [feiten for g in inhoud.gronden for v in g.voorbeelden for feiten in v.gevallen()]
    gevallen += [geval.feiten for proef in inhoud.voorbeelden for geval in proef.voorbeelden]
    for feiten in gevallen:
        for feit_id, ruw in feiten.items():
            getoetst[feit_id].update([ruw] if isinstance(ruw, str) else ruw)
    for feit in inhoud.feiten:
        for nummer, optie in enumerate(feit.opties):
            if optie.id not in getoetst[feit.id] and not optie.alleen_tekst:
                yield gelezen.plaatsen["feiten", feit.id].melding(
                    ("opties", nummer),
                    f"geen voorbeeld gebruikt het antwoord `{optie.id}` op `{feit.id}`",
                    "schrijf een voorbeeld waarin dit antwoord iets beslist",
                )


def _verweer_weegt(gelezen: Gelezen) -> Iterator[Melding]:
    """Wat alleen de wederpartij beweert, sluit nooit op zichzelf iets uit: dat weegt een rechter."""
    verweer = {feit.id for feit in gelezen.inhoud.feiten if feit.beweert}
    for grond in gelezen.inhoud.gronden:
        plaats = gelezen.plaatsen["gronden", grond.id]
        for nr, uitzondering in enumerate(grond.uitzonderingen):
            genoemd = {feit for als in voorwaarden_van(uitzondering) for feit, _ in vergelijkingen(als)}
            for feit in sorted(genoemd & verweer) if not uitzondering.weging else ():
                yield plaats.melding(
                    ("uitzonderingen", nr),
                    f"`{feit}` beweert alleen de ander, en sluit hier de grond uit",
                    "zet `weging: true` bij de uitzondering",
                )
        for vnr, variant in enumerate(grond.varianten):
            for bnr, deel in enumerate(variant.bestanddelen):
                norm = deel.open_norm
                zwaar = [o for o in norm.tegen if o.zwaar] if norm and not norm.weging else []
                genoemd = {feit for o in zwaar for als in voorwaarden_van(o) for feit, _ in vergelijkingen(als)}
                for feit in sorted(genoemd & verweer):
                    yield plaats.melding(
                        ("varianten", vnr, "bestanddelen", bnr),
                        f"`{feit}` beweert alleen de ander, en maakt dit bestanddeel 'nee'",
                        "zet `weging: true` bij de open norm",
                    )
