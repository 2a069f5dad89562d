"""Knipt een bericht in stukken met twee geleerde reeksen (CRF): wat iemand doet, en daarna over wie het gaat."""

from __future__ import annotations

import json
import logging
import os
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

import pycrfsuite

from bot.kennis import WORTEL
from bot.verstaan.model import OPNIEUW, ModelFout
from bot.verstaan.stukken.kenmerken import Klasser, kenmerken, met_label
from bot.verstaan.stukken.stuk import Label, Onderwerp, Stuk
from bot.verstaan.zin import Zin, lees_zin

log = logging.getLogger(__name__)
PAD = WORTEL / "models" / "stukken.zip"
VORM = 1
"""Verandert als de kenmerken of het bestand veranderen: een ouder model past dan niet meer."""
META, LABEL, WIE = "meta.json", "label.crfsuite", "wie.crfsuite"


class Snijder:
    """Een geleerde knipper. `label` en `wie` zijn de bytes van twee CRF's."""

    def __init__(self, klassen: dict[str, list[str]], label: bytes, wie: bytes) -> None:
        self._klassen, self._bytes = klassen, (label, wie)
        self._klasser = Klasser(klassen)
        self._label, self._wie = _open(label), _open(wie)
        self._slot = Lock()  # een CRF onthoudt het bericht waar het mee bezig is

    @classmethod
    def lees(cls, pad: Path = PAD) -> Snijder:
        """Leest een model. Werpt `ModelFout` als het er niet is of niet past."""
        if not pad.is_file():
            raise ModelFout(f"{pad.name} is er niet. {OPNIEUW}")
        try:
            with zipfile.ZipFile(pad) as bestand:
                meta = json.loads(bestand.read(META))
                label, wie = bestand.read(LABEL), bestand.read(WIE)
        except Exception as fout:  # een kapot zip-bestand geeft van alles
            raise ModelFout(f"{pad.name} is onleesbaar. {OPNIEUW}") from fout
        if meta.get("vorm") != VORM:
            raise ModelFout(f"{pad.name} is van een andere versie van het knippen. {OPNIEUW}")
        return cls(meta["klassen"], label, wie)

    def bewaar(self, pad: Path) -> None:
        """Schrijft het model; wie het oude leest, ziet nooit een half bestand."""
        pad.parent.mkdir(parents=True, exist_ok=True)
        half = pad.with_name("half." + pad.name)
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as bestand:
            bestand.writestr(META, json.dumps({"vorm": VORM, "klassen": self._klassen}, ensure_ascii=False))
            for naam, inhoud in zip((LABEL, WIE), self._bytes, strict=True):
                bestand.writestr(naam, inhoud)
        os.replace(half, pad)

    def knip(self, tekst: str) -> tuple[Stuk, ...]:
        """De stukken van een bericht, van voor naar achter. Geen woorden: geen stukken."""
        zin = lees_zin(tekst)
        if not zin.woorden:
            return ()
        rijen = kenmerken(zin, self._klasser)
        with self._slot:
            labels, label_zeker = _lees(self._label, rijen)
            wie, wie_zeker = _lees(self._wie, met_label(rijen, labels))
        return tuple(_stukken(zin, tekst, labels, wie, label_zeker, wie_zeker))


def _open(inhoud: bytes) -> Any:
    crf = pycrfsuite.Tagger()
    crf.open_inmemory(inhoud)
    return crf


def _lees(crf: Any, rijen: list[list[str]]) -> tuple[list[str], list[float]]:
    tags = crf.tag(rijen)
    return tags, [crf.marginal(tag, nr) for nr, tag in enumerate(tags)]


def _stukken(
    zin: Zin, tekst: str, labels: Sequence[str], wie: Sequence[str], label_zeker: list[float], wie_zeker: list[float]
) -> list[Stuk]:
    """Woorden naast elkaar met hetzelfde label over dezelfde persoon zijn samen één stuk."""
    tags = list(zip(labels, wie, strict=True))
    begin = [nr for nr in range(len(tags)) if nr == 0 or tags[nr] != tags[nr - 1]]
    uit = []
    for nr, (van, tot) in enumerate(zip(begin, [*begin[1:], len(tags)], strict=True)):
        rand = len(tekst) if nr + 1 == len(begin) else zin.plek[tot][0]
        zeker = sum(label_zeker[van:tot]) / (tot - van)
        uit.append(
            Stuk(
                van,
                tot,
                zin.plek[van][0],
                zin.plek[van][0] + len(tekst[zin.plek[van][0] : rand].rstrip()),
                cast(Label, labels[van]),
                cast(Onderwerp, wie[van]),
                zeker * sum(wie_zeker[van:tot]) / (tot - van),
                zeker,
            )
        )
    return uit


def de_snijder() -> Snijder:
    """De knipper van dit proces; een nieuw bestand wordt vanzelf gelezen. Werpt `ModelFout`."""
    pad = Path(os.environ.get("EHBO_STUKKEN") or PAD)
    return _gelezen(pad, pad.stat().st_mtime_ns if pad.is_file() else 0)


@lru_cache(maxsize=2)
def _gelezen(pad: Path, _: int) -> Snijder:
    return Snijder.lees(pad)


@lru_cache(maxsize=1)
def _zeg_eens(reden: str) -> None:
    log.error("%s Tot dan worden berichten niet geknipt.", reden)


def knip(tekst: str) -> tuple[Stuk, ...]:
    """De stukken van een bericht. Zonder (goed) model zijn er geen, en zegt het log wat er mist."""
    try:
        return de_snijder().knip(tekst)
    except ModelFout as fout:
        _zeg_eens(str(fout))
        return ()
