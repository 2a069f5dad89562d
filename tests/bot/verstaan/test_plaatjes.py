"""De plaatjes van `make nlu`: heel als XML, en elk getal staat erin."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from bot.leren.plaatjes import teken

SVG = "{http://www.w3.org/2000/svg}"


def test_verwarring_en_ijking_zijn_te_openen(tmp_path: Path) -> None:
    verward = Counter({("insult", "insult"): 8, ("insult", "a<b"): 2, ("a<b", "a<b"): 5})
    een, twee = teken(tmp_path / "plaatjes", "proef", verward, [(0.9, True)] * 7 + [(0.2, False)] * 3)
    assert (een.name, twee.name) == ("verwarring_proef.svg", "ijking_proef.svg")
    blad = ET.parse(een)
    assert [t.text for t in blad.iter(f"{SVG}text")][-3:] == ["5", "2", "8"]
    vakken = [float(r.get("fill-opacity", 1)) for r in blad.iter(f"{SVG}rect")][1:]
    assert vakken == [1.0, 0.2, 0.8]
    assert {"7", "3"} <= {t.text for t in ET.parse(twee).iter(f"{SVG}text")}
