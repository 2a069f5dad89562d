"""De uitkomst van een run: één tabel (terminal, Markdown), JSON en een plaatje. Het oordeel staat erbij, ook als het tegenvalt."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import lijnen as lijnen_
from bench.praten import BEURTEN, KLANTEN
from bench.stock import STANDAARD

Rondes = list[list[float]]
"""Per ronde de metingen."""


@dataclass
class Run:
    """Alles wat één run mat. Per naam en per doel de rondes."""

    wanneer: str
    kort: bool
    kernen: int
    python: str
    belasting: list[float] = field(default_factory=list)
    """De belasting (load average, één minuut) voor en na elke ronde, zonder de meting zelf eraf te halen."""
    rondes: dict[str, dict[str, Rondes]] = field(default_factory=dict)
    kern: dict[str, list[float]] = field(default_factory=dict)
    training_stock: dict[str, Any] = field(default_factory=dict)
    beurten: dict[str, float] = field(default_factory=dict)
    """Beurten langs Rasa en vanuit de kern: zou de kern inspringen, dan mat de run iets anders dan hij zegt."""

    def noteer(self, wat: str, doel: str, metingen: list[float]) -> None:
        self.rondes.setdefault(wat, {}).setdefault(doel, []).append(metingen)

    def alle(self, wat: str, doel: str) -> list[float]:
        return [m for ronde in self.rondes.get(wat, {}).get(doel, []) for m in ronde]


@dataclass(frozen=True)
class Regel:
    """Eén regel van de tabel. `deel`: wat vergeleken wordt, als de norm over een verhouding gaat."""

    wat: str
    ons: float
    stock: float | None
    eenheid: str
    spreiding: float
    norm: str
    gehaald: bool | None
    deel: float | None = None
    echo: float | None = None


def p(waarden: list[float], deel: float) -> float:
    rij = sorted(waarden)
    return rij[min(len(rij) - 1, math.ceil(len(rij) * deel) - 1)] if rij else float("nan")


def regels(run: Run) -> list[Regel]:
    uit: list[Regel] = []

    def voeg(
        wat: str, sleutel: str, deel: float, eenheid: str, norm: float | None, minstens: bool = False, vast: float = 0
    ) -> None:
        ons, stock, echo = (run.alle(sleutel, doel) for doel in ("ons", "gewone Rasa", "kale echo"))
        if not ons:
            return
        mijn, ander = p(ons, deel), p(stock, deel) if stock else None
        quotient = mijn / ander if ander else None
        tekst, goed = "", None
        if vast:
            tekst, goed = f"≤ {vast:g} {eenheid}", mijn <= vast
        elif norm is not None and quotient is not None:
            tekst, goed = f"{'≥' if minstens else '≤'} {norm:g} ×", quotient >= norm if minstens else quotient <= norm
        rondes = [p(ronde, deel) for ronde in run.rondes[sleutel]["ons"] if ronde]
        uit.append(
            Regel(wat, mijn, ander, eenheid, _spreiding(rondes), tekst, goed, quotient, p(echo, deel) if echo else None)
        )

    for nr in BEURTEN:
        voeg(f"beurt {nr}, p50", f"beurt {nr}", 0.5, "ms", 0.25 if nr == 10 else None)
        voeg(f"beurt {nr}, p95", f"beurt {nr}", 0.95, "ms", 0.30 if nr == 10 else None)
    tien, tachtig = p(run.alle("beurt 10", "ons"), 0.5), p(run.alle("beurt 80", "ons"), 0.5)
    groei = tachtig / tien
    uit.append(Regel("beurt 80 naast onze beurt 10", tachtig, tien, "ms", 0, "≤ 1.3 ×", groei <= 1.3, groei))
    for klanten in KLANTEN:
        voeg(f"berichten/s, {klanten} tegelijk", f"{klanten} klanten", 0.5, "/s", 6 if klanten == 8 else None, True)
    voeg("pagina beantwoordt een beurt na", "pagina", 0.5, "s", None, vast=5)
    voeg("eerste antwoord langs Rasa na", "start", 0.5, "s", 0.5)
    voeg("geheugen (PSS), alle processen", "pss", 0.5, "MB", 0.65)
    voeg("geheugen (RSS), alle processen", "rss", 0.5, "MB", None)
    voeg("trainen", "training", 0.5, "s", 0.33)
    kern = run.kern
    if kern:
        gemiddeld = statistics.fmean(kern["oordeel"])
        zoek = p(kern["zoeken"], 0.95)
        bouw, wegen = p(kern["bouwen"], 0.5), p(kern["wegen"], 0.5)
        uit += [
            Regel("kern: oordeel en volgende vraag, gemiddeld", gemiddeld, None, "ms", 0, "≤ 0.3 ms", gemiddeld <= 0.3),
            Regel("kern: oordeel en volgende vraag, p95", p(kern["oordeel"], 0.95), None, "ms", 0, "", None),
            Regel("kern: zoeken, p95", zoek, None, "ms", 0, "≤ 5 ms", zoek <= 5),
            Regel("kern: alle kennis bouwen", bouw, None, "s", _spreiding(kern["bouwen"]), "≤ 3 s", bouw <= 3),
            Regel("kern: hele gesprekken wandelen", wegen, None, "/s", 0, "≥ 20000 /s", wegen >= 20000),
            Regel("kern: vragen in die wandeling", p(kern["vragen"], 0.5), None, "/s", 0, "", None),
        ]
    return uit


def onrust(run: Run) -> str:
    """Hoe rustig de machine was, in één zin voor wie de getallen leest."""
    spreiding = max((r.spreiding for r in regels(run) if r.wat.startswith("beurt") and "p50" in r.wat), default=0)
    begin = run.belasting[0] if run.belasting else 0.0
    oordeel = (
        "rustig" if begin < 0.5 and spreiding < 0.15 else "onrustig: kijk naar de verhoudingen, niet naar de tijden"
    )
    return (
        f"{run.kernen} kernen, Python {run.python}, {run.wanneer}{' (kort)' if run.kort else ''}. "
        f"Belasting bij het begin {begin:.1f}, hoogste {max(run.belasting, default=0):.1f}; "
        f"de mediaan van een beurt verschilde {spreiding:.0%} tussen de rondes. De machine was {oordeel}."
    )


def markdown(run: Run) -> str:
    koppen = ("wat", "wij", "gewone Rasa", "kale echo", "verhouding", "norm", "gehaald", "tussen rondes")
    rijen = ["| " + " | ".join(koppen) + " |", "|---" + "|--:" * 4 + "|---|---|--:|"]
    rijen += ["| " + " | ".join(_cellen(r)) + " |" for r in regels(run)]
    training = run.training_stock
    bij = ""
    if training:
        bron = "in deze run" if training["deze_run"] else f"op {training['wanneer']}, bewaard model"
        bij = f"\n\nDe gewone Rasa trainde {training['seconden']:.0f} s ({bron}; belasting {training['belasting'][0]:.1f} tot {training['belasting'][1]:.1f})."
        if training["leerrondes"] != STANDAARD:
            bij += f" Dat was met {training['leerrondes']} leerronde in plaats van {STANDAARD}: een ondergrens. Voor een beurt maakt het niet uit."
    langs = run.beurten
    return (
        "\n".join(rijen)
        + f"\n\n{onrust(run)}{bij} Van onze beurten gingen er {langs.get('rasa', 0):.0f} langs Rasa en "
        + f"{langs.get('kern', 0):.0f} vanuit de kern (die doet de begroeting, en alles zolang Rasa laadt).\n"
    )


def toon(run: Run, map_: Path) -> None:
    """Naar de terminal, en als JSON, Markdown en plaatje naar `map_`."""
    tabel = Table(title="Naast de gewone Rasa, in één run")
    for nr, kop in enumerate(("wat", "wij", "gewone Rasa", "kale echo", "verhouding", "norm", "", "tussen rondes")):
        tabel.add_column(kop, justify="right" if 0 < nr < 5 else "left")
    for r in regels(run):
        tabel.add_row(*_cellen(r), style="red" if r.gehaald is False else None)
    Console(width=140).print(tabel)
    print(onrust(run))
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "bench.json").write_text(json.dumps(asdict(run), ensure_ascii=False, indent=1), encoding="utf-8")
    (map_ / "bench.md").write_text(markdown(run), encoding="utf-8")
    _plaatje(run, map_ / "bench.svg")
    print(f"· {map_}/bench.json, bench.md en bench.svg")


def lees(pad: Path) -> Run:
    return Run(**json.loads(pad.read_text(encoding="utf-8")))


def zet_in(pad: Path, run: Run) -> None:
    """Zet de tabel tussen de twee merktekens in een document."""
    tekst = pad.read_text(encoding="utf-8")
    voor, _, rest = tekst.partition("<!-- make bench -->\n")
    _, _, na = rest.partition("<!-- /make bench -->")
    pad.write_text(f"{voor}<!-- make bench -->\n{markdown(run)}<!-- /make bench -->{na}", encoding="utf-8")


def _cellen(r: Regel) -> list[str]:
    return [
        r.wat,
        f"{_getal(r.ons)} {r.eenheid}",
        f"{_getal(r.stock)} {r.eenheid}" if r.stock is not None else "",
        f"{_getal(r.echo)} {r.eenheid}" if r.echo is not None else "",
        f"{r.deel:.2f} ×" if r.deel is not None else "",
        r.norm,
        {True: "ja", False: "nee", None: ""}[r.gehaald],
        f"± {r.spreiding:.0%}" if r.spreiding else "",
    ]


def _getal(waarde: float) -> str:
    return f"{waarde:.0f}" if waarde >= 100 else f"{waarde:.1f}" if waarde >= 10 else f"{waarde:.2f}"


def _spreiding(rondes: list[float]) -> float:
    """Het halve verschil tussen de hoogste en de laagste ronde, als deel van de mediaan."""
    return (max(rondes) - min(rondes)) / 2 / statistics.median(rondes) if len(rondes) > 1 else 0.0


def _plaatje(run: Run, pad: Path) -> None:
    doelen = ("gewone Rasa", "ons", "kale echo")

    def lijnen(plekken: Sequence[int], sleutel: Callable[[int], str], vlak: bool) -> dict[str, list[lijnen_.Punt]]:
        uit: dict[str, list[lijnen_.Punt]] = {}
        for doel in doelen:
            for plek in plekken:
                if waarden := run.alle(sleutel(plek), doel):
                    laag, hoog = (0.05, 0.95) if vlak else (0.5, 0.5)
                    uit.setdefault(doel, []).append((plek, p(waarden, laag), p(waarden, 0.5), p(waarden, hoog)))
        return uit

    beurten = lijnen(BEURTEN, lambda nr: f"beurt {nr}", True)
    klanten = lijnen(KLANTEN, lambda k: f"{k} klanten", False)
    grafieken = (
        lijnen_.Grafiek("Een beurt (mediaan; vlak: p5 tot p95)", "beurt in het gesprek", "ms", beurten),
        lijnen_.Grafiek("Berichten per seconde", "mensen tegelijk", "per seconde", klanten, x_log=True),
    )
    pad.write_text(lijnen_.teken(grafieken), encoding="utf-8")
