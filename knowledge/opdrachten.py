"""Wat elke opdracht van `python -m knowledge` doet."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from knowledge.bewijs import (
    SOORTEN,
    Knoop,
    Vertaling,
    aantal_voorbeelden,
    als_mermaid,
    als_svg,
    beoordeel_zaken,
    meet,
    niet_uitgekomen,
    overtredingen,
    tel_verweren,
    verschillen,
    vierogenboekje,
    wandel,
)
from knowledge.bewijs import als_tekst as boomtekst
from knowledge.bewijs import boom as teken_boom
from knowledge.bouw import (
    bouw,
    controleer,
    inhoud_hash,
    lees,
    let_op,
    let_op_taal,
    let_op_talen,
    let_op_zorg,
    tel_nagekeken,
    tel_per_soort,
    werklijst,
)
from knowledge.errors import InhoudFout, lijkt_op
from knowledge.gesprek import Daad, Stand, antwoordenblad, beurt, brieftabel
from knowledge.recht import Kennis, Store, Zaak, adviseer
from knowledge.woorden import Keuze, Knop, als_tekst

console = Console(highlight=False)
fouten = Console(stderr=True, highlight=False)
BOOMVORMEN: dict[str, tuple[Callable[[Knoop], str], str]] = {
    "tekst": (boomtekst, "txt"),
    "mermaid": (als_mermaid, "mmd"),
    "svg": (als_svg, "svg"),
}


def vandaag() -> date:
    """De dag in Nederland."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def check(args: argparse.Namespace) -> int:
    gelezen = lees(args.inhoud)
    meldingen = controleer(gelezen)
    if meldingen:
        raise InhoudFout(meldingen)
    inhoud = gelezen.inhoud
    if args.nog_niet_nagekeken:
        werk = list(werklijst(inhoud))
        for w in werk:
            print(f"{w.schade}\t{w.bron.id}\t{w.bron.vindplaats}\t{w.bron.url}\t{', '.join(w.steunt)}")
        fouten.print(f"{len(werk)} bronnen nog na te kijken.")
        return 0
    nagekeken, aantallen = tel_nagekeken(inhoud)
    if args.json:
        print(
            json.dumps(
                {"versie": inhoud.versie, "hash": inhoud_hash(inhoud), "nagekeken": nagekeken, "aantallen": aantallen},
                ensure_ascii=False,
            )
        )
        return 0
    tabel = Table(title=f"De inhoud klopt (versie {inhoud.versie})")
    for kop in ("nagekeken tegen", "bronnen", "beweringen die erop steunen"):
        tabel.add_column(kop, justify="right" if kop != "nagekeken tegen" else "left")
    for soort, (bronnen, beweringen) in nagekeken.items():
        tabel.add_row(soort, str(bronnen), str(beweringen))
    console.print(tabel)
    per_soort = ", ".join(f"{soort} {p} van {n}" for soort, (p, n) in tel_per_soort(inhoud).items())
    console.print(f"In de bron zelf gelezen: {per_soort}.")
    console.print(", ".join(f"{aantal} {soort}" for soort, aantal in aantallen.items()))
    aandacht = [*let_op(gelezen), *let_op_taal(gelezen), *let_op_talen(gelezen), *let_op_zorg(gelezen)]
    if args.let_op:
        for melding in aandacht:
            console.print(str(melding), markup=False, soft_wrap=True)
    console.print(f"{len(aandacht)} keer aandacht gevraagd" + ("." if args.let_op else "; zie ze met --let-op."))
    return 0


def voorbeelden(args: argparse.Namespace) -> int:
    gelezen = lees(args.inhoud)
    meldingen = controleer(gelezen)
    if meldingen:
        raise InhoudFout(meldingen)
    if args.wederpartij:
        return _toon_verweren(Kennis(gelezen.inhoud))
    fout = list(niet_uitgekomen(gelezen, Kennis(gelezen.inhoud, inhoud_hash(gelezen.inhoud))))
    for melding in fout:
        console.print(str(melding), markup=False, soft_wrap=True)
    console.print(f"{aantal_voorbeelden(gelezen)} voorbeelden uitgevoerd, {len(fout)} komen niet uit.")
    return 1 if fout else 0


def _toon_verweren(kennis: Kennis) -> int:
    """De tabel van `voorbeelden --wederpartij`."""
    tellingen = tel_verweren(kennis)
    tabel = Table(title="Eén verweer van de ander erbij: wat gebeurt er met wat 'ja' was en gewogen wordt?")
    koppen = ("blijft ja", "wordt mogelijk", "wordt nee")
    for kop in ("feit", "antwoord", "keer gezet", *koppen):
        tabel.add_column(kop, justify="left" if kop in ("feit", "antwoord") else "right")
    for t in tellingen:
        aantallen = [t.uitslagen[uitslag] for uitslag in ("ja", "mogelijk", "nee")]
        tabel.add_row(t.feit, t.antwoord, str(t.gezet), *map(str, aantallen))
    console.print(tabel)
    omgeslagen = [f"{t.feit} {t.antwoord}: {wat}" for t in tellingen for wat in t.omgeslagen]
    for regel in omgeslagen:
        console.print(f"van ja naar nee · {regel}", markup=False, soft_wrap=True)
    gewogen_keren = sum(sum(t.uitslagen.values()) for t in tellingen)
    console.print(
        f"{sum(t.gezet for t in tellingen)} keer een verweer gezet, {gewogen_keren} keer stond daar een gewogen grond op ja, "
        f"{len(omgeslagen)} keer ging die van ja naar nee."
    )
    return 1 if omgeslagen else 0


def build(args: argparse.Namespace) -> int:
    inhoud = bouw(args.db, args.inhoud)
    console.print(f"{args.db} gemaakt: versie {inhoud.versie}, {inhoud_hash(inhoud)[:12]}")
    return 0


def vraag(args: argparse.Namespace) -> int:
    kennis = Store(args.db).kennis()
    stand, daad, dag = Stand(kennis=kennis.hash, fase="vragen"), Daad("veilig"), args.vandaag
    console.print("[dim]Typ het nummer of de tekst van een knop; bij een datum JJJJ-MM-DD. 'stop' stopt.[/dim]")
    while True:
        uitkomst = beurt(kennis, stand, daad, dag)
        stand = uitkomst.stand
        console.print("\n" + als_tekst(uitkomst.bericht).replace("**", ""), markup=False)
        if args.uitleg and stand.vraag:
            passend = adviseer(kennis, stand.zaak, dag).naar_ids()["gronden"]
            console.print(
                f"(nu: {passend or 'nog niets'}; waarom: {kennis.feiten[stand.vraag].waarom})",
                style="dim",
                markup=False,
            )
        knoppen = [
            knop for blok in uitkomst.bericht.blokken if isinstance(blok, Keuze) for knop in (*blok.opties, *blok.extra)
        ]
        for nr, knop in enumerate(knoppen, 1):
            console.print(f"  {nr}. {knop.label}", markup=False)
        if uitkomst.wissen or stand.fase == "advies":
            return 0
        try:
            daad = _lees_invoer(input("> "), knoppen, stand)
        except (EOFError, KeyboardInterrupt):
            return 0


def _lees_invoer(tekst: str, knoppen: list[Knop], stand: Stand) -> Daad:
    tekst = tekst.strip()
    if tekst == "stop":
        return Daad("stop")
    if tekst.isdigit() and 1 <= int(tekst) <= len(knoppen):
        return Daad.uit_code(knoppen[int(tekst) - 1].code)
    gekozen = [knop for knop in knoppen if knop.label.lower() == tekst.lower()]
    if gekozen:
        return Daad.uit_code(gekozen[0].code)
    return Daad("antwoord", stand.vraag, tekst) if stand.vraag else Daad("vertel", reden="niet_begrepen")


def beoordeel_(args: argparse.Namespace) -> int:
    kennis = Store(args.db).kennis()
    if args.zaken:
        vertaling = Vertaling.lees(args.vertaling)
        for regel in beoordeel_zaken(kennis, args.zaken, vertaling, args.vandaag, args.alles):
            print(json.dumps(regel, ensure_ascii=False))
        return 0
    zaak = Zaak()
    for feit, ruw in json.load(args.feiten).items():
        if feit not in kennis.feiten:
            raise SystemExit(f"het feit `{feit}` bestaat niet; {lijkt_op(feit, kennis.feiten)}")
        zaak = zaak.met(feit, kennis.lees_antwoord(feit, ruw, args.vandaag))
    print(json.dumps(adviseer(kennis, zaak, args.vandaag).naar_ids(), ensure_ascii=False, indent=1))
    return 0


def boom(args: argparse.Namespace) -> int:
    kennis = Store(args.db).kennis()
    if args.situatie is None:
        return _alle_bomen(kennis, args)
    if args.situatie not in kennis.situaties:
        raise SystemExit(f"de situatie `{args.situatie}` bestaat niet; {lijkt_op(args.situatie, kennis.situaties)}")
    knoop = teken_boom(kennis, kennis.situaties[args.situatie], args.vandaag, args.diepte)
    print(BOOMVORMEN[args.vorm][0](knoop))
    return 0


def _alle_bomen(kennis: Kennis, args: argparse.Namespace) -> int:
    teken, uitgang = BOOMVORMEN[args.vorm]
    args.map.mkdir(parents=True, exist_ok=True)
    for situatie in kennis.situaties.values():
        doel = args.map / f"{situatie.id}.{uitgang}"
        doel.write_text(teken(teken_boom(kennis, situatie, args.vandaag, args.diepte)), encoding="utf-8")
    console.print(f"{len(kennis.situaties)} bomen in {args.map}")
    return 0


def wandel_(args: argparse.Namespace) -> int:
    kennis = Kennis(lees(args.inhoud).inhoud)
    begin = time.perf_counter()
    wegen = list(wandel(kennis, args.vandaag, args.hoogstens))
    gelopen = time.perf_counter() - begin
    fout = list(overtredingen(kennis, wegen))
    alles = time.perf_counter() - begin
    dekking = meet(kennis, wegen)
    tabel = Table(title=f"Wat de wandeling bereikt ({args.vandaag})")
    for kop in ("wat", "er is", "bereikt", "aandeel"):
        tabel.add_column(kop, justify="left" if kop == "wat" else "right")
    for soort in SOORTEN:
        er_is, gemist = len(dekking.er_is[soort]), dekking.gemist(soort)
        tabel.add_row(soort, str(er_is), str(er_is - len(gemist)), f"{1 - len(gemist) / max(er_is, 1):.1%}")
    console.print(tabel)
    for soort in SOORTEN:
        for naam in dekking.gemist(soort):
            console.print(f"niet bereikt · {soort} · {naam}", markup=False, soft_wrap=True)
    for weg, regel in fout:
        console.print(f"gebroken · {regel} · {weg}", markup=False, soft_wrap=True)
    vragen = sum(len(weg.gevraagd) for weg in wegen)
    console.print(
        f"{len(wegen)} wegen met {vragen} vragen gelopen in {gelopen:.1f} s ({len(wegen) / gelopen:.0f} wegen per seconde), "
        f"met de vaste regels erbij {alles:.1f} s; {len(fout)} keer brak er een."
    )
    return 1 if fout else 0


def zoek(args: argparse.Namespace) -> int:
    treffers = Store(args.db).zoek(" ".join(args.woorden), args.aantal)
    if args.json:
        print(json.dumps([t.__dict__ for t in treffers], ensure_ascii=False))
        return 0
    for treffer in treffers:
        console.print(f"[bold]{treffer.titel}[/bold] ({treffer.soort} {treffer.id})\n  {treffer.tekst}")
    return 0 if treffers else 1


def antwoorden(args: argparse.Namespace) -> int:
    print(antwoordenblad(Store(args.db).kennis()))
    return 0


def vierogen(args: argparse.Namespace) -> int:
    print(vierogenboekje(lees(args.inhoud).inhoud))
    return 0


def brieven(args: argparse.Namespace) -> int:
    print(brieftabel(Store(args.db).kennis()))
    return 0


def verschil(args: argparse.Namespace) -> int:
    gevonden = list(verschillen(Store(args.oud).kennis(), Store(args.nieuw).kennis()))
    if args.json:
        print(json.dumps([v.__dict__ for v in gevonden], ensure_ascii=False))
    else:
        for v in gevonden:
            console.print(f"{v.bij} · {v.voorbeeld} · {v.onderdeel}:\n  was  {v.oud}\n  wordt {v.nieuw}", markup=False)
        console.print(f"{len(gevonden)} verschillen.")
    return 0
