"""Knipt een bericht in stukken met drie geleerde reeksen (CRF): waar een zinsdeel begint, wat iemand ermee doet, en over wie het gaat.

Liever een zinsdeel te veel dan te weinig: naast elkaar met hetzelfde label over dezelfde persoon worden ze weer één stuk.
"""

from __future__ import annotations

import json
import logging
import os
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import cast

from bot.kennis import WORTEL
from bot.verstaan.model import OPNIEUW, ModelFout
from bot.verstaan.stukken.crf import Crf
from bot.verstaan.stukken.stuk import Label, Onderwerp, Stuk
from bot.verstaan.stukken.woord import Klasser, buren
from bot.verstaan.stukken.zinsdeel import kenmerken, staat_vast
from bot.verstaan.zin import Zin, lees_zin

log = logging.getLogger(__name__)
PAD = WORTEL / "models" / "stukken.zip"
VORM = 2
"""Verandert als de kenmerken of het bestand veranderen: een ouder model past dan niet meer."""
META = "meta.json"
CRFS = ("grens", "label", "wie")
BEGINT, BINNEN = "begin", "binnen"
VERTELD = frozenset({"gebeurd", "gevoel"})
ZEKER = 0.97
"""Hoe vaak klopt over wie het gaat als de eerste woorden het zeggen ('ik ben', 'mijn zoon is'); nageteld in de voorbeelden."""
DREMPEL = 0.1
"""Vanaf deze kans begint er een zinsdeel: een grens te veel kost niets, een grens te weinig plakt een vraag aan een verhaal."""


class Snijder:
    """Een geleerde knipper. `crfs`: de bytes van elke CRF, op naam."""

    def __init__(self, klassen: dict[str, list[str]], crfs: dict[str, bytes]) -> None:
        self._klassen = klassen
        self._klasser = Klasser(klassen)
        self._crf = {naam: Crf(inhoud) for naam, inhoud in crfs.items()}

    @classmethod
    def lees(cls, pad: Path = PAD) -> Snijder:
        """Leest een model. Werpt `ModelFout` als het er niet is of niet past."""
        if not pad.is_file():
            raise ModelFout(f"{pad.name} is er niet. {OPNIEUW}")
        try:
            with zipfile.ZipFile(pad) as bestand:
                meta = json.loads(bestand.read(META))
                crfs = {naam: bestand.read(naam) for naam in CRFS}
        except Exception as fout:  # een kapot zip-bestand geeft van alles
            raise ModelFout(f"{pad.name} is onleesbaar. {OPNIEUW}") from fout
        if meta.get("vorm") != VORM:
            raise ModelFout(f"{pad.name} is van een andere versie van het knippen. {OPNIEUW}")
        return cls(meta["klassen"], crfs)

    def bewaar(self, pad: Path) -> None:
        """Schrijft het model; wie het oude leest, ziet nooit een half bestand."""
        pad.parent.mkdir(parents=True, exist_ok=True)
        half = pad.with_name("half." + pad.name)
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as bestand:
            bestand.writestr(META, json.dumps({"vorm": VORM, "klassen": self._klassen}, ensure_ascii=False))
            for naam, crf in self._crf.items():
                bestand.writestr(naam, crf.inhoud)
        os.replace(half, pad)

    def knip(self, tekst: str) -> tuple[Stuk, ...]:
        """De stukken van een bericht, van voor naar achter. Geen woorden: geen stukken."""
        zin = lees_zin(tekst)
        if not zin.woorden:
            return ()
        klassen = self._klasser.alle(zin.woorden)
        begin = grenzen(self._crf["grens"], zin, klassen)
        label_rijen, wie_rijen = kenmerken(zin, klassen, begin)
        labels = self._crf["label"].lees(label_rijen)
        onderwerpen = self._crf["wie"].lees(wie_rijen)
        for nr, (van, tot) in enumerate(zip(begin, [*begin[1:], len(zin.woorden)], strict=True)):
            vast = staat_vast(zin.woorden[van:tot], klassen[van:tot])
            if vast is not None and labels[nr][0] in VERTELD:
                onderwerpen[nr] = (vast, ZEKER)
        return tuple(_stukken(zin, tekst, begin, labels, onderwerpen))


def grenzen(crf: Crf, zin: Zin, klassen: Sequence[tuple[str, ...]], drempel: float = DREMPEL) -> list[int]:
    """Waar zinsdelen beginnen: na een leesteken of voegwoord altijd, en waar de CRF het denkt."""
    kansen = crf.kansen(buren(zin, klassen), BEGINT)
    return [nr for nr, kans in enumerate(kansen) if nr == 0 or zin.deel[nr] != zin.deel[nr - 1] or kans >= drempel]


def _stukken(
    zin: Zin, tekst: str, begin: list[int], labels: list[tuple[str, float]], onderwerpen: list[tuple[str, float]]
) -> list[Stuk]:
    """Zinsdelen naast elkaar met hetzelfde label over dezelfde persoon zijn samen één stuk, zo zeker als het minst zekere."""
    tags = [(label, wie) for (label, _), (wie, _) in zip(labels, onderwerpen, strict=True)]
    eerste = [nr for nr in range(len(tags)) if nr == 0 or tags[nr] != tags[nr - 1]]
    uit = []
    for nr, (van, tot) in enumerate(zip(eerste, [*eerste[1:], len(tags)], strict=True)):
        eind = begin[tot] if tot < len(begin) else len(zin.woorden)
        start = zin.plek[begin[van]][0]
        rand = zin.plek[eind][0] if nr + 1 < len(eerste) else len(tekst)
        label, wie = tags[van]
        zeker = min(kans for _, kans in labels[van:tot])
        beide = zeker * min(kans for _, kans in onderwerpen[van:tot])
        tekens = (start, start + len(tekst[start:rand].rstrip()))
        uit.append(Stuk(begin[van], eind, *tekens, cast(Label, label), cast(Onderwerp, wie), beide, zeker))
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
