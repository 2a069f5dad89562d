"""`python -m bot.leren meet | kruis | stukken | naast`: hoe goed het verstaan is. `make nlu` doet ze na elkaar."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml
from rich.console import Console
from rich.table import Table

from bot.kennis import WORTEL, lees_kennis, vandaag
from bot.leren import tabellen
from bot.leren.kruis import kruisproef
from bot.leren.plaatjes import teken
from bot.leren.tabellen import Uiting
from bot.verstaan import ModelFout, het_model, verstaander
from bot.verstaan.lezing import lees_kansen
from bot.verstaan.stukken import de_snijder
from bot.verstaan.taal import taal

PLAATJES = WORTEL / "models" / "meting"
GEEN_VRAAG = frozenset({"none", "emotional"})


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot.leren", description="Meet hoe goed het verstaan is.")
    p.add_argument("wat", choices=("meet", "kruis", "stukken", "naast"))
    p.add_argument("bestand", nargs="?", type=Path, default=WORTEL / "tests/evaluatie/uitingen-dev.yaml")
    p.add_argument("--vouwen", type=int, default=5)
    args = p.parse_args(argv)
    scherm = Console(width=110)
    scherm.print(f"taalmodel: [bold]{taal().naam}[/bold]")
    try:
        return {"meet": _meet, "kruis": _kruis, "stukken": _stukken, "naast": _naast}[args.wat](args, scherm)
    except ModelFout as fout:
        print(fout, file=sys.stderr)
        return 1


def _meet(args: argparse.Namespace, scherm: Console) -> int:
    """Op een bestand met labels, waar niemand van leert."""
    model, (_, kennis) = het_model(), lees_kennis()
    verstaan, dag = verstaander(kennis), vandaag()
    alle: list[tuple[dict[str, object], Uiting]] = []
    for rij in yaml.safe_load(args.bestand.read_text(encoding="utf-8")):
        if rij["scope"] == "either":
            continue
        b = verstaan.begrijp(rij["text"], None, dag)
        kansen = model.kansen(rij["text"]).situaties
        gezegd = {"situaties": b.situaties, "crisis": b.nood is not None, "in_bereik": b.in_bereik}
        goed = {
            "eerste": frozenset({rij["situation"]}),
            "situaties": frozenset({rij["situation"], *(rij.get("alt_situation") or ())}),
            "crisis": frozenset({"ja"} if rij["crisis"] else ()),
            "bereik": frozenset({"ja"} if rij["scope"] == "in" else ()),
        }
        alle.append((rij, Uiting(goed, gezegd, rij["variety"], max(kansen.values()))))
    verteld = [u for rij, u in alle if rij["scope"] == "in" and rij["kind"] in ("question", "statement")]
    duidelijk = [u for u in verteld if "unknown_other" not in u.goed["eerste"]]
    kern = [
        u
        for rij, u in alle
        if u in duidelijk
        and rij["wording"] == "close"
        and rij["provenance"] in ("quote", "reader_question", "helpline_material")
    ]
    _toon(scherm, "per situatie", tabellen.per_label(duidelijk))
    _toon(scherm, "per soort zin", tabellen.per_soort(duidelijk))
    _toon(scherm, "strenge kern, per situatie", tabellen.per_label(kern))
    _slot(scherm, "dev", verteld, [u for _, u in alle])
    return 0


def _kruis(args: argparse.Namespace, scherm: Console) -> int:
    """Op de eigen zinnen, elk gemeten door een model dat hem niet kende."""
    gemeten = [g for g in kruisproef(args.vouwen) if g.zin.rol]
    alle, vraag, rol = [], [], []
    for g in gemeten:
        lezing = lees_kansen(g.kansen, (), len(g.zin.tekst.split()))
        gezegd = {"situaties": lezing.situaties, "crisis": False, "in_bereik": lezing.in_bereik}
        goed = {
            "eerste": frozenset(g.zin.situaties[:1]),
            "situaties": frozenset(g.zin.situaties),
            "crisis": frozenset[str](),
            "bereik": frozenset({"ja"} if g.zin.in_bereik else ()),
        }
        alle.append(Uiting(goed, gezegd, "eigen", max(g.kansen.situaties.values())))
        if g.zin.in_bereik and g.zin.vraag[0] not in GEEN_VRAAG:
            vraag.append(lezing.vraag in g.zin.vraag)
        if g.zin.in_bereik and g.zin.rol != "unknown":
            rol.append(lezing.rol == g.zin.rol)
    binnen = [u for u in alle if u.goed["bereik"]]
    duidelijk = [u for u in binnen if "unknown_other" not in u.goed["eerste"]]
    _toon(scherm, "per situatie", tabellen.per_label(duidelijk))
    buiten = [u for u in alle if not u.goed["bereik"]]
    for naam, goed_deel in (
        ("vraag", vraag),
        ("rol", rol),
        ("buiten gehoord", [not u.gezegd["in_bereik"] for u in buiten]),
        ("binnen weggestuurd", [not u.gezegd["in_bereik"] for u in binnen]),
        (
            "vaag blijft vaag",
            [u.situaties[0] == "unknown_other" for u in binnen if "unknown_other" in u.goed["eerste"]],
        ),
    ):
        scherm.print(f"{naam}: {sum(goed_deel)}/{len(goed_deel)} = {sum(goed_deel) / len(goed_deel):.3f}")
    _slot(scherm, "kruisproef", binnen, alle)
    return 0


def _stukken(_: argparse.Namespace, scherm: Console) -> int:
    """Het knippen, op elk vijfde bericht van data/stukken en op de berichten per valkuil; van geen van beide wordt geleerd."""
    from bot.leren import stukkenmaat
    from bot.leren.stukkenstof import lees_alles, lees_bestand

    snijder, valkuilen = de_snijder(), lees_bestand(WORTEL / "tests/bot/verstaan/stukken.yaml")
    per_groep = {"elk vijfde bericht": lees_alles()[1], **valkuilen}
    gelezen = {naam: stukkenmaat.lees(snijder, berichten) for naam, berichten in per_groep.items()}
    alle = [g for groep in gelezen.values() for g in groep]
    for soort in ("labels", "onderwerpen"):
        for hoe, maat in (("woord", stukkenmaat.per_woord), ("stuk", stukkenmaat.per_stuk)):
            tabel = Table("", "aantal", "precisie", "vangst", "F1", title=f"{soort}, per {hoe}")
            for naam, m in maat(alle, soort).items():
                tabel.add_row(naam, str(m.was), f"{m.precisie:.3f}", f"{m.vangst:.3f}", f"{m.f1:.3f}")
            scherm.print(tabel)
    tabel = Table(
        "", "berichten", "label", "onderwerp", "beide", "label in heel bericht", title="deel van de woorden goed"
    )
    for naam, groep in {**gelezen, "[bold]samen[/bold]": alle}.items():
        delen = [stukkenmaat.deel_goed(groep, wat) for wat in ("labels", "onderwerpen", "tags")]
        delen.append(stukkenmaat.heel_goed(groep, "labels"))
        tabel.add_row(naam, str(len(groep)), *(f"{deel:.3f}" for deel in delen))
    scherm.print(tabel)
    tabel = Table("vanaf", "precisie", "vangst", title="'gebeurd' bij een label dat zo zeker is, per woord")
    for vanaf in (0.5, 0.7, 0.8, 0.9, 0.95):
        m = stukkenmaat.vanaf(alle, "gebeurd", vanaf)
        tabel.add_row(f"{vanaf:.2f}", f"{m.precisie:.3f}", f"{m.vangst:.3f}")
    scherm.print(tabel)
    return 0


def _naast(_: argparse.Namespace, scherm: Console) -> int:
    """Onze manier naast de standaardpijplijn van Rasa."""
    from bot.leren.naast import vergelijk

    uit = vergelijk()
    if "standaard" not in uit:
        scherm.print("de gewone Rasa is hier niet te draaien (tools/stock.sh): alleen de onze")
    tabel = Table("", "onze", "standaard (DIET)", "verhouding", title="dezelfde zinnen, na elkaar op deze machine")
    for maat, een in uit["onze"].items():
        twee = uit.get("standaard", {}).get(maat)
        tabel.add_row(maat, f"{een:.3f}", f"{twee:.3f}" if twee else "-", f"{een / twee:.2f}" if twee else "-")
    scherm.print(tabel)
    return 0


def _toon(scherm: Console, titel: str, rijen: dict[str, tuple[int, int, int]]) -> None:
    tabel = Table("", "aantal", "beste goed", "bij eerste drie", title=titel)
    for naam, (n, een, drie) in rijen.items():
        tabel.add_row(naam, str(n), f"{een} ({een / n:.2f})", f"{drie} ({drie / n:.2f})")
    n, een, drie = (sum(rij[plek] for rij in rijen.values()) for plek in range(3))
    tabel.add_row("[bold]samen[/bold]", str(n), f"{een} ({een / n:.3f})", f"{drie} ({drie / n:.3f})")
    scherm.print(tabel)


def _slot(scherm: Console, naam: str, gemeten: Sequence[Uiting], alle: Sequence[Uiting]) -> None:
    paren = [(u.zekerheid, u.situaties[0] in u.goed["situaties"]) for u in gemeten if u.situaties]
    kosten, niets = tabellen.schade(alle)
    scherm.print(f"ijkfout {tabellen.ijkfout(paren):.3f}; gewogen kosten van missers {kosten} (niets horen: {niets})")
    for pad in teken(PLAATJES, naam, tabellen.verwarring(gemeten), paren):
        scherm.print(f"plaatje: {pad.relative_to(WORTEL)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
