"""Eén script uit de modules van de widget: bij het starten samengesteld, zodat er niets te bouwen of te vergeten is."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

BRON = Path(__file__).parents[2] / "widget" / "src"
VOLGORDE = ("woorden", "maak", "deur", "weg", "blokken", "advies", "later", "hulp", "plaats")
_INVOER = re.compile(r"^import .*;\n", re.MULTILINE)
_UITVOER = re.compile(r"^export (?:const|class|function) (\w+)", re.MULTILINE)


def stel_samen(uitgang: str, map_: Path = BRON) -> str:
    """Het hele script; `uitgang` is waar "Snel weg" heen gaat. Elke module houdt haar eigen namen; alleen wat zij uitvoert is van allemaal."""
    stijl = json.dumps(_kort(map_.joinpath("stijl.css").read_text(encoding="utf-8")), ensure_ascii=False)
    delen = [f'"use strict";const STIJL={stijl},UITGANG={json.dumps(uitgang)};\n']
    for naam in VOLGORDE:
        tekst = map_.joinpath(f"{naam}.js").read_text(encoding="utf-8")
        uit = _UITVOER.findall(tekst)
        kaal = _INVOER.sub("", tekst).replace("\nexport ", "\n").removeprefix("export ")
        namen = ",".join(uit)
        delen.append(f"{f'const {{{namen}}}=' if uit else ''}(()=>{{\n{kaal}return{{{namen}}};}})();\n")
    return f"(()=>{{{''.join(delen)}}})();\n"


def _kort(css: str) -> str:
    zonder = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", zonder)).strip()


class Bundel:
    """Het script als antwoord: klein verstuurd, en opnieuw gevraagd kost het niets als het hetzelfde is."""

    def __init__(self, uitgang: str) -> None:
        self._script = stel_samen(uitgang).encode()
        self._klein = gzip.compress(self._script, 9, mtime=0)
        self._merk = f'"{hashlib.sha256(self._script).hexdigest()[:16]}"'

    async def antwoord(self, request: Request) -> Response:
        koppen = {
            "ETag": self._merk,
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding",
            # een andere site mag dit script laden; het bevat niets van een persoon
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if request.headers.get("if-none-match") == self._merk:
            return Response(status_code=304, headers=koppen)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self._klein, media_type="text/javascript", headers={**koppen, "Content-Encoding": "gzip"})
        return Response(self._script, media_type="text/javascript", headers=koppen)
